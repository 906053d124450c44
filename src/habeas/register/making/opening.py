"""Take withheld names out of a large register, some reports at a time, before all else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from habeas.model.claims import Claim
from habeas.model.people import Judgement, MentionKey, Person, ProposedMatch
from habeas.people.descriptions import judgements_beside, unnamed_in
from habeas.people.spellings import mention_id, mentions_in
from habeas.register.assemble import (
    Records,
    bearers_of,
    moves_of,
    names_of,
    withheld_people,
)
from habeas.register.bearing import Bearing
from habeas.register.deciding import (
    DecidedClaims,
    carried_along,
    carried_ids,
    decide_claims,
    without_left_out,
)
from habeas.register.hiding import Hidden, without_hidden
from habeas.register.making.gathered import Gathered
from habeas.register.making.readings import Readings
from habeas.register.making.source import Source
from habeas.register.redact import Redactor
from habeas.register.ruled import Moves
from habeas.register.veil import Veil

type Alike = Callable[[tuple[Person, ...], Collection[str]], Iterable[ProposedMatch]]
"""Persons, and ids of some of them → those who may be one of these, by names alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What of a register may be shown, as `OpenRecords` has it; its readings are on the disk."""

    readings: Readings
    judgements: tuple[Judgement, ...]
    withheld: int
    rejected: int
    corrections: tuple[str, ...]
    moves: Moves
    claim_ids: Mapping[str, str]
    apart: frozenset[frozenset[str]]
    veil: Veil


@dataclass(slots=True)
class _Decided:
    """What was decided, gathered over all reports.

    Attributes:
        carried: Id of a mention of a claim that was corrected → of the same in the correction.
        unnamed: Ids of mentions of whoever a report tells of without a name.
        left_out: Ids of claims that go into no Edition.
        rejected: How many of these a person rejected.
        corrections: Id of a claim → id of what it was corrected to.
    """

    carried: dict[str, str] = field(default_factory=dict)
    unnamed: set[str] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)
    rejected: int = 0
    corrections: dict[str, str] = field(default_factory=dict)

    def take(self, decided: DecidedClaims) -> None:
        self.carried |= carried_ids(decided)
        self.unnamed |= unnamed_in(decided.claims)
        self.left_out |= decided.left_out
        self.rejected += len(decided.rejected)
        self.corrections |= decided.corrections


def public_source(source: Source, hidden: Hidden) -> Source:
    """What is left of a register for everybody; see `public_records`."""
    if hidden.is_nothing:
        return source
    protected = {*source.whole.protected, *hidden.names}
    borne = _names_borne(source, protected) if protected else ()
    # Decisions about promises are shown as the claims that they rest on are.
    whole = without_hidden(source.whole, hidden)
    return Source(
        whole=replace(whole, protected=tuple(sorted(protected.union(borne)))),
        parts=lambda: (without_hidden(part, hidden) for part in source.parts()),
    )


class Opening:
    """Takes withheld names out of reports and claims, one report after the other."""

    def __init__(self, source: Source, readings: Readings, alike: Alike) -> None:
        """Begin.

        Args:
            source: The records.
            readings: Empty; takes what may be shown.
            alike: Finds who may be a protected person.
        """
        self._source = source
        self._readings = readings
        self._withheld: tuple[Person, ...] = ()
        self._veil = Veil(names=frozenset())
        if source.whole.protected:
            self._withheld, self._veil = _withheld(source, alike)
        self._decided = _Decided()
        self._redactor = Redactor(self._veil)
        self._corrections: dict[str, list[str]] = {}
        self._moved: dict[str, str] = {}

    def packed(self) -> Iterator[tuple[bytes, bytes]]:
        """Go through the source; gives what may be shown of each report, packed.

        The readings have it too, and are in order once this has come to its end.
        """
        for part, here in _decided_parts(self._source):
            self._decided.take(here)
            yield from self._shown(part, here)
        self._readings.sort()

    def _shown(self, part: Records, here: DecidedClaims) -> Iterator[tuple[bytes, bytes]]:
        redactor, own = self._redactor, _by_report(here.claims)
        clean = [redactor.reading(each, own[each.id], part.blanked) for each in part.reports]
        for report in part.reports:
            if report.id in redactor.report_ids:
                self._moved |= _moved_mentions(own[report.id], redactor.claim_ids)
        shown = (claim for _, claims in clean for claim in claims)
        left = _by_report(without_left_out(shown, here, redactor.claim_ids))
        ids = {redactor.claim_ids.get(key, key) for key in here.corrections.values()}
        for report, _ in clean:
            claims = left[report.id]
            if corrected := [claim.id for claim in claims if claim.id in ids]:
                self._corrections[report.id] = corrected
            yield self._readings.add(report, claims)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Judgements that may be followed, once all is gone through."""
        moved, decided = self._moved, self._decided
        judged = carried_along(self._source.whole.judgements, decided.carried)
        return tuple(
            replace(
                each, left=moved.get(each.left, each.left), right=moved.get(each.right, each.right)
            )
            for each in judgements_beside(judged, decided.unnamed)
        )

    def opened(self) -> Opened:
        """What may be shown, once all is gone through."""
        decided, redactor = self._decided, self._redactor
        return Opened(
            readings=self._readings,
            judgements=self.judgements,
            withheld=sum(
                any(mention.claim not in decided.left_out for mention in person.mentions)
                for person in self._withheld
            ),
            rejected=decided.rejected,
            corrections=tuple(key for _, keys in sorted(self._corrections.items()) for key in keys),
            moves=moves_of(decided.corrections, redactor.claim_ids, redactor.report_ids),
            claim_ids=redactor.claim_ids,
            veil=self._veil,
            apart=frozenset(
                frozenset(redactor.report_ids.get(key, key) for key in pair)
                for pair in self._source.whole.apart
            ),
        )


def _decided_parts(source: Source) -> Iterator[tuple[Records, DecidedClaims]]:
    for part in source.parts():
        yield part, decide_claims(part.claims, part.reports, part.claim_decisions)


def _everyone(source: Source) -> tuple[tuple[Person, ...], tuple[Judgement, ...]]:
    """Everybody whom claims name, and the judgements by which they are."""
    gathered, carried = Gathered(), dict[str, str]()
    for part, decided in _decided_parts(source):
        claims = _by_report(decided.claims)
        for report in part.reports:
            gathered.add(claims[report.id])
        carried |= carried_ids(decided)
    judged = carried_along(source.whole.judgements, carried)
    return gathered.people(judged), judged


def _withheld(source: Source, alike: Alike) -> tuple[tuple[Person, ...], Veil]:
    everyone, _ = _everyone(source)
    bearers = bearers_of(everyone, source.whole.protected)
    matches = alike(everyone, bearers) if bearers else ()
    withheld = withheld_people(everyone, source.whole, matches)
    out = {person.id for person in withheld}
    public = (person for person in everyone if person.id not in out)
    veil = Veil(
        names=frozenset((*source.whole.protected, *names_of(withheld))),
        spared=frozenset(names_of(public)),
    )
    return withheld, veil


def _names_borne(source: Source, names: Collection[str]) -> tuple[str, ...]:
    bearing = Bearing(names)
    everyone, _ = _everyone(source)
    return tuple(names_of(person for person in everyone if bearing.is_borne_by(person)))


def _by_report(claims: Iterable[Claim]) -> defaultdict[str, list[Claim]]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.report].append(claim)
    return found


def _moved_mentions(claims: Iterable[Claim], ids: Mapping[str, str]) -> dict[str, str]:
    """Id of a mention of a claim that was redacted → its id in the claim of now."""
    return {
        mention_id(key): mention_id(MentionKey(claim=ids[key.claim], name=key.name))
        for claim in claims
        for key in mentions_in(claim)
    }
