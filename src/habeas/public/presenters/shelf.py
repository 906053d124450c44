"""What an account refers to, found in the Edition before its page is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from habeas.public.presenters.claims import claim_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from habeas.model.accounts import (
        Account,
        AccountPerson,
        Assumption,
        Balance,
        Conflict,
        Figure,
        Finding,
        ListComparison,
        Revision,
    )
    from habeas.model.claims import Claim
    from habeas.model.people import ProposedMatch
    from habeas.public.presenters.claims import ClaimLine, Namesakes, ReportLine

type _OnClaims = (
    Finding | Assumption | Conflict | Revision | Balance | ListComparison | AccountPerson
)

Population = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What an account refers to, by id.

    Attributes:
        claims: The claims of the account that the Edition holds.
        sources: The reports those claims stand in, and the lists compared.
        matches: Proposed matches of the persons named.
        names: First spelling of those persons and of the persons they may be.
        people: Persons of the Edition that the claims name.
    """

    claims: Mapping[str, Claim]
    sources: Mapping[str, ReportLine]
    matches: Mapping[str, Sequence[ProposedMatch]]
    names: Mapping[str, str]
    people: Namesakes
    _made: dict[str, ClaimLine] = field(default_factory=dict, repr=False, compare=False)

    def lines(self, ids: Iterable[str]) -> tuple[ClaimLine, ...]:
        """Lines of the claims that the Edition holds, in the order of `ids`."""
        return tuple(self._line(id_) for id_ in ids if id_ in self.claims)

    def _line(self, id_: str) -> ClaimLine:
        # A page shows many a claim in several places.
        line = self._made.get(id_)
        if line is None:
            claim = self.claims[id_]
            line = self._made[id_] = claim_line(claim, self.sources[claim.report], self.people)
        return line


def figures_of(account: Account) -> tuple[Figure, ...]:
    """All figures of an account, of those freed, of those held, of other acts."""
    return (*account.figures, *account.held, *account.counted)


def claims_wanted(account: Account) -> tuple[str, ...]:
    """Ids of all claims an account's page may show, without repeats."""
    return tuple(dict.fromkeys(_claims(account)))


def reports_wanted(account: Account) -> tuple[str, ...]:
    """Ids of the reports an account itself speaks of, without repeats."""
    compared = (side for lists in account.lists for side in (lists.left, lists.right))
    return tuple(dict.fromkeys((*account.event.reports, *compared)))


def _claims(account: Account) -> Iterator[str]:
    yield from account.event.claims
    for figure in figures_of(account):
        yield figure.claim
    for findings in (account.agreed, account.sums, account.subsets):
        yield from _resting(findings)
    yield from _resting(account.assumptions)
    yield from _resting(account.conflicts)
    yield from _resting(account.revisions)
    yield from _resting(account.totals)
    yield from _resting(account.balances)
    yield from _resting(account.lists)
    yield from _resting(account.people)
    for conflict in account.conflicts:
        yield from conflict.likewise
    for repair in account.repairs:
        yield from repair.set_aside
    for listed in (
        *(account.pledges, account.withheld, account.meetings, account.expected),
        *(account.demands, account.charges, account.earlier, account.denied, account.others),
        account.doubtful,
    ):
        yield from listed


def _resting(on_claims: Iterable[_OnClaims]) -> Iterator[str]:
    return (claim for each in on_claims for claim in each.claims)
