"""What is assumed of the people counted, and which of it a conflict needs.

Nobody is taken to two countries, everybody is a man or a woman, the fourteen are some of
the fifty-two: the figures are set together on the strength of these, and each can be
wrong. A conflict that goes away without one of them rests on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from habeas.accounts import wording
from habeas.accounts.batches import is_every_batch_told
from habeas.accounts.figured import Figured, populations_with_wholes, system_of
from habeas.accounts.figures import Count
from habeas.accounts.frames import BATCH, CLOSED, NAME, ONE_OF_MANY, frame_of
from habeas.accounts.links import assumption_id
from habeas.accounts.populations import EVERYBODY, FOREIGN
from habeas.model.accounts import Assumption, AssumptionKind
from habeas.model.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Loosening:
    """What is given up with one or more assumptions.

    Attributes:
        shared: Attributes of which one person may have several values.
        opened: Closed attributes of which somebody may have no value.
        apart: Claims that are no part of the claim they are said to be part of.
    """

    shared: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()

    def __or__(self, other: Loosening) -> Loosening:
        """Both given up."""
        return Loosening(
            shared=self.shared | other.shared,
            opened=self.opened | other.opened,
            apart=self.apart | other.apart,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The assumptions on the people of some figures, and what goes with each.

    Attributes:
        state: Who acts, ISO 3166-1 alpha-2, or None.
        counts: The figures.
        assumed: Each assumption with what is given up if it is wrong.
        given_up: What rejected assumptions gave up already, and what nobody assumes.
        guests: Claims that count these people only as parts of another figure.
    """

    state: str | None
    counts: Sequence[Count]
    assumed: tuple[tuple[Assumption, Loosening], ...]
    given_up: Loosening
    guests: frozenset[str] = frozenset()

    def needed(self, figures: Sequence[Figured]) -> tuple[str, ...]:
        """Ids of assumptions without which some conflicting figures would not conflict.

        One after the other is given up for as long as the conflict stays.
        """
        loose, needed = self.given_up, []
        for assumption, loosening in self._concerning(figures):
            if self._conflict(figures, loose | loosening):
                loose = loose | loosening
            else:
                needed.append(assumption.id)
        return tuple(needed)

    def _concerning(self, figures: Sequence[Figured]) -> Iterator[tuple[Assumption, Loosening]]:
        values: dict[str, set[str]] = defaultdict(set)
        voices: dict[str, set[str]] = defaultdict(set)
        for figure in figures:
            for attribute, value in figure.population:
                values[attribute].add(value)
                voices[attribute] |= {c.voice for c in figure.counts}
        several = {attribute for attribute, told in values.items() if len(told) > 1}
        if len(voices["designation"]) < 2:
            several.discard("designation")  # nobody calls one person both
        claims = {c.claim.id for f in figures for c in f.counts}
        for assumption, loosening in self.assumed:
            if loosening.apart & claims or (loosening.shared | loosening.opened) & several:
                yield assumption, loosening

    def _conflict(self, figures: Sequence[Figured], loose: Loosening) -> bool:
        populations = populations_with_wholes(self.counts, loose.apart)
        moved = [
            replace(f, population=populations[f.counts[0].claim.id]) if f.counts else f
            for f in figures
            if not any(c.claim.id in self.guests & loose.apart for c in f.counts)
        ]
        frame = frame_of(
            [f.population for f in moved], self.state, shared=loose.shared, opened=loose.opened
        )
        return not system_of(moved, frame).is_consistent()


def structure_of(
    counts: Sequence[Count],
    state: str | None,
    reports: Mapping[str, Report],
    guests: Collection[str] = (),
    rejected: Collection[str] = (),
) -> Structure:
    """Say what is assumed of the people that some figures count.

    Args:
        counts: In order of report and passage.
        state: Who acts.
        reports: By id.
        guests: Claims that count these people only as parts of another figure.
        rejected: Ids of assumptions that a person rejected.
    """
    made = [*_attributes(counts), *_parts(counts, reports, guests)]
    given_up = Loosening()
    if not is_every_batch_told(counts):
        given_up = Loosening(opened=frozenset({BATCH}))
    for assumption, loosening in made:
        if assumption.id in rejected:
            given_up = given_up | loosening
    assumed = tuple((a, one) for a, one in made if a.id not in rejected)
    return Structure(
        state=state,
        counts=counts,
        assumed=assumed,
        given_up=given_up,
        guests=frozenset(guests),
    )


def _attributes(counts: Sequence[Count]) -> Iterator[tuple[Assumption, Loosening]]:
    told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for count in counts:
        for attribute, value in count.population:
            told[attribute][value].append(count.claim.id)
    for attribute in (*ONE_OF_MANY, *CLOSED, BATCH):
        values = told.get(attribute, {})
        if len(values) < 2 or attribute == NAME:
            continue
        claims = tuple(key for ids in values.values() for key in ids)
        words = wording.values_words(attribute, [v for v in values if v != FOREIGN])
        one = frozenset({attribute})
        if attribute in CLOSED or attribute == BATCH:
            yield (
                _made(AssumptionKind.NOBODY_ELSE, attribute, claims, wording.NOBODY_ELSE, words),
                Loosening(opened=one),
            )
        if attribute in ("sex", "age"):
            continue  # nobody is both
        yield (
            _made(AssumptionKind.NOBODY_TWICE, attribute, claims, wording.NOBODY_TWICE, words),
            Loosening(shared=one),
        )


def _made(
    kind: AssumptionKind, key: str, claims: Iterable[str], template: str, words: str
) -> Assumption:
    ids = tuple(dict.fromkeys(claims))
    return Assumption(
        id=assumption_id(kind, key, ids),
        kind=kind,
        reason=template.format(values=words),
        claims=ids,
    )


def _parts(
    counts: Sequence[Count], reports: Mapping[str, Report], guests: Collection[str]
) -> Iterator[tuple[Assumption, Loosening]]:
    by_id = {c.claim.id: c for c in counts}
    for count in counts:
        whole = by_id.get(count.claim.part_of or count.larger or "")
        if whole is None or whole is count:
            continue
        if whole.population == EVERYBODY != count.population and count.claim.id not in guests:
            continue  # whoever they are, they are some of everybody
        claims = (whole.claim.id, count.claim.id)
        said = count.claim.part_of is not None
        reason = (wording.PART_OF if said else wording.SOME_OF).format(
            part=wording.figure_words(count.claim),
            speakers=wording.speaker_words(count.claim, reports),
            whole=wording.figure_words(whole.claim),
        )
        made = Assumption(
            id=assumption_id(AssumptionKind.PART_OF, count.claim.id, claims),
            kind=AssumptionKind.PART_OF,
            reason=reason,
            claims=claims,
        )
        yield made, Loosening(apart=frozenset({count.claim.id}))
