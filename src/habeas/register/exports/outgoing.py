"""What goes out: an Edition, or the part of one that somebody asked for, a batch at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from habeas.people import fold_spelling

if TYPE_CHECKING:
    from habeas.model.accounts import Account
    from habeas.model.claims import Claim
    from habeas.model.decisions import RuledLink
    from habeas.model.editions import CustodyCount, EditionSummary
    from habeas.model.listings import Listing
    from habeas.model.people import Person, ProposedMatch
    from habeas.model.pledges import Deal, Tie
    from habeas.model.reports import Copy, Report
    from habeas.pledges.arrange import Arranged
    from habeas.register.edition_file import EditionFile
    from habeas.register.promised import Promised

_BATCH = 500
_BATCH_OF_ACCOUNTS = 20

type NamedIn = Mapping[tuple[str, str], str]
"""Claim and folded spelling → id of the person who is named so there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Ids of what somebody asked for; what they refer to is among them."""

    reports: frozenset[str]
    claims: frozenset[str]
    people: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """An Edition or a part of it, read as often as a format needs, never whole.

    Attributes:
        file: The Edition.
        chosen: What of it goes out; None for all.
        told: Told how many more records were read, for whoever watches.
    """

    file: EditionFile
    chosen: Chosen | None = None
    told: Callable[[int], None] = field(default=lambda _: None)

    @property
    def summary(self) -> EditionSummary:
        """Title, days, digest and numbers of the whole Edition."""
        return self.file.summary

    def reports(self) -> Iterator[Report]:
        """Reports, in the Edition's order."""
        for report in self._all(self.file.reports_from):
            if self.chosen is None or report.id in self.chosen.reports:
                yield report

    def claims(self) -> Iterator[Claim]:
        """Claims, in the Edition's order."""
        for some in self.batches_of_claims():
            yield from some

    def batches_of_claims(self) -> Iterator[tuple[Claim, ...]]:
        """Claims, in the Edition's order, some hundred at a time."""
        for some in self._batches(self.file.claims_from):
            if self.chosen is None:
                yield some
            elif kept := tuple(claim for claim in some if claim.id in self.chosen.claims):
                yield kept

    def people(self) -> Iterator[Person]:
        """Persons, in the Edition's order, with those of their mentions that go out."""
        for some in self.batches_of_people():
            for person in some:
                yield self.kept(person)

    def batches_of_people(self) -> Iterator[tuple[Person, ...]]:
        """Persons with all their mentions, in the Edition's order, some hundred at a time."""
        for some in self._batches(self.file.people_from):
            if self.chosen is None:
                yield some
            elif kept := tuple(person for person in some if person.id in self.chosen.people):
                yield kept

    def matches(self) -> Iterator[ProposedMatch]:
        """Proposed matches between persons who go out."""
        for match in self._all(self.file.matches_from):
            if self.chosen is None or {match.left, match.right} <= self.chosen.people:
                yield match

    def accounts(self) -> Iterator[Account]:
        """Accounts, newest event first; of a part those that a chosen claim speaks of."""
        for account in self._all(self.file.accounts_from, _BATCH_OF_ACCOUNTS):
            if self.chosen is None or not self.chosen.claims.isdisjoint(account.event.claims):
                yield account

    def custody(self) -> tuple[CustodyCount, ...]:
        """Persons in custody over time, by day; none of a part, for which nobody counted."""
        return self.file.custody() if self.chosen is None else ()

    def ties(self) -> Iterator[Tie]:
        """What is said or denied to be traded; of a part what all speak of that goes out."""
        for tie in self.file.ties():
            claims = {*tie.given.claims, *tie.got.claims}
            if self.chosen is None or (
                tie.report in self.chosen.reports and claims <= self.chosen.claims
            ):
                yield tie

    def copies(self) -> Iterator[Copy]:
        """Reports that print the text of another; of a part where both go out."""
        for copy in self.file.copies():
            if self.chosen is None or {copy.report, copy.of} <= self.chosen.reports:
                yield copy

    def ruled_links(self) -> Iterator[RuledLink]:
        """What people decided about links of promises; of a part where all its claims go out."""
        for link in self.file.ruled_links():
            if all(map(self.has, link.about.claims)):
                yield link

    def promises(self) -> Iterator[Promised]:
        """Promises as they stand on the day of the Edition; of a part those it has a claim of.

        How a promise stands is told by the whole Edition, so that no search hides its end.
        """
        from habeas.register.promised import promises_on

        chains = self.arranged.told.chains
        asked = (id_ for id_, chain in chains.items() if any(map(self.has, chain.pledge.claims)))
        return promises_on(self.summary.as_of, self.arranged, asked)

    def deals(self) -> Iterator[Deal]:
        """Deals; of a part those of which all that ties goes out."""
        going = {tie.id for tie in self.ties()}
        for deal in self.arranged.deals:
            if all(tie.id in going for tie in deal.ties):
                yield deal

    def listings(self) -> Iterator[Listing]:
        """What lists say of whom promises mean; of a part for promises it has a claim of."""
        for listing in self.file.listings():
            chain = self.arranged.told.chains.get(listing.pledge) if self.chosen else None
            if chain is None or any(map(self.has, chain.pledge.claims)):
                yield listing

    @cached_property
    def arranged(self) -> Arranged:
        """What the whole Edition says of promises and deals."""
        from habeas.register.promised import arranged_of

        return arranged_of(self.file)

    @cached_property
    def heads(self) -> Mapping[str, Report]:
        """Every report of the Edition, by id, without its text; those too that stay."""
        return {report.id: replace(report, text="") for report in self._all(self.file.reports_from)}

    def has(self, claim: str) -> bool:
        """True where a claim of the Edition goes out."""
        return self.chosen is None or claim in self.chosen.claims

    def claims_by_id(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims of the Edition by id, those too that do not go out by themselves."""
        return self.file.claims(ids)

    def named_in(self, claims: Iterable[Claim]) -> NamedIn:
        """Who of those that go out is named in some claims."""
        named = sorted(self.file.named_in(claim.id for claim in claims))
        return {
            (claim, fold_spelling(name)): person
            for person, claim, name in named
            if self.chosen is None or person in self.chosen.people
        }

    def names_of(self, ids: Iterable[str]) -> dict[str, str]:
        """The spelling shown first of some persons, by id."""
        return self.file.first_names(ids)

    def kept(self, person: Person) -> Person:
        """A person with those of their mentions that go out."""
        if self.chosen is None:
            return person
        mentions = tuple(key for key in person.mentions if key.claim in self.chosen.claims)
        return replace(person, mentions=mentions)

    def _all[T](self, read: Callable[[int, int], tuple[T, ...]], size: int = _BATCH) -> Iterator[T]:
        for some in self._batches(read, size):
            yield from some

    def _batches[T](
        self, read: Callable[[int, int], tuple[T, ...]], size: int = _BATCH
    ) -> Iterator[tuple[T, ...]]:
        start = 0
        while some := read(start, size):
            yield some
            self.told(len(some))
            start += size
