"""Counts as statements for the solver: equal figures together, parts within their wholes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.accounts.figures import Count
from habeas.accounts.frames import NAME, Frame, is_single
from habeas.accounts.populations import Population, value_of
from habeas.accounts.solving import OTHER, OneSum, Statement, System, one_sum
from habeas.model.accounts import Assumption, AssumptionKind, Bounds

type Tier = Callable[[Count], Bounds]

_BINDING = 1_000_000
"""Weight of what is assumed and of nobody's account: no repair gives it up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figured:
    """One figure of some people, with all who give it.

    Attributes:
        id: Of its statement.
        population: Whom it counts, the whole that it is part of included.
        own: Whom it counts, if it were no part.
        counts: Who gives it, in order of report and passage; empty for what is assumed.
        bounds: What it says, on the tier it was read.
        assumption: What it is, where nobody gives it.
        claims: Those it rests on where it is a number of names: one for each person.
        voices: Independent voices that name them.
    """

    id: str
    population: Population
    own: Population
    bounds: Bounds
    counts: tuple[Count, ...] = ()
    assumption: Assumption | None = None
    claims: tuple[str, ...] = ()
    voices: int = 0

    @property
    def weight(self) -> int:
        """Independent voices that give it."""
        if self.assumption is not None:
            return _BINDING
        return max(1, self.voices, len({c.voice for c in self.counts}))

    @property
    def ids(self) -> tuple[str, ...]:
        """Claims it rests on."""
        return self.claims or tuple(c.claim.id for c in self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Persons whom the same voices name and of whom the same is told.

    Attributes:
        population: What is told of them, with an attribute that sets them apart.
        number: Persons, at the fewest.
        claims: One claim for each of that many persons, repeated where it names several.
        voices: Independent voices that name them.
    """

    population: Population
    number: int
    claims: tuple[str, ...]
    voices: int


def figured(
    counts: Sequence[Count], populations: Mapping[str, Population], tier: Tier
) -> list[Figured]:
    """Gather counts that say the same of the same people; those that bound nothing are left out.

    Args:
        counts: In order of report and passage.
        populations: Claim id → whom it counts, with the whole it is part of.
        tier: How its words are read.
    """
    groups: dict[tuple[Population, int | None, int | None], list[Count]] = {}
    for count in counts:
        said = tier(count)
        if said.low is not None or said.high is not None:
            key = populations[count.claim.id], said.low, said.high
            groups.setdefault(key, []).append(count)
    return [
        Figured(
            id=f"f{number:05}",
            population=population,
            own=group[0].population,
            bounds=Bounds(low=low, high=high),
            counts=tuple(group),
        )
        for number, ((population, low, high), group) in enumerate(groups.items())
    ]


def populations_with_wholes(
    counts: Sequence[Count], rejected: Collection[str] = ()
) -> dict[str, Population]:
    """Claim id → whom it counts, a part with what singles out its whole.

    A part that nothing of its own singles out has an attribute to itself. Where the
    whole is no figure of these, or the link is rejected, the part stands for itself.
    """
    by_id = {c.claim.id: c for c in counts}
    found: dict[str, Population] = {}

    def find(count: Count, seen: frozenset[str]) -> Population:
        claim = count.claim
        if claim.id in found:
            return found[claim.id]
        whole = by_id.get(claim.part_of or count.larger or "")
        if whole is None or claim.id in seen or claim.id in rejected:
            population = count.population
        else:
            above = find(whole, seen | {claim.id})
            population = _within(count, above)
        found[claim.id] = population
        return population

    for count in counts:
        find(count, frozenset())
    return found


def _within(count: Count, above: Population) -> Population:
    own = dict(count.population)
    merged = {**dict(above), **own}
    if tuple(sorted(merged.items())) == above:
        merged["part"] = count.claim.id
    return tuple(sorted(merged.items()))


def whole_assumptions(whole: Iterable[Count], reason: Mapping[str, str]) -> list[Figured]:
    """What makes figures of some the figures of everybody, as statements that there are no others.

    Args:
        whole: Those taken to be figures of everybody.
        reason: By attribute, the sentence that says why.
    """
    from habeas.accounts.links import assumption_id

    found = []
    singled = [c for c in whole if c.population]
    for attribute in reason:
        group = [c for c in singled if value_of(c.population, attribute)]
        values = {value_of(c.population, attribute) or "" for c in group}
        if len(values) != 1:
            continue
        (value,) = values
        others = (_others(attribute, value),)
        claims = tuple(c.claim.id for c in group)
        made = Assumption(
            id=assumption_id(AssumptionKind.SAME_PEOPLE, attribute, claims),
            kind=AssumptionKind.SAME_PEOPLE,
            reason=reason[attribute],
            claims=claims,
        )
        found.append(
            Figured(
                id=f"w-{attribute}-{value}",
                population=others,
                own=others,
                bounds=Bounds(low=None, high=0),
                assumption=made,
            )
        )
    return found


def _others(attribute: str, value: str) -> tuple[str, str]:
    """Everybody but those of one value."""
    if attribute == "designation":
        return attribute, "common"
    return (attribute if is_single(attribute) else f"{attribute}:{value}"), OTHER


def system_of(figures: Iterable[Figured], frame: Frame) -> System | OneSum:
    """Everything the figures say, for the solver, where one is needed."""
    statements = [_statement(f, frame) for f in figures]
    # Of those who are named no bounds are asked for.
    names = [each for each in frame.attributes if each.name == NAME]
    is_sum = len(frame.attributes) == len(names)
    found = one_sum(statements, *names) if is_sum else None
    return found or System(frame.attributes, statements)


def _statement(figure: Figured, frame: Frame) -> Statement:
    return Statement(
        id=figure.id,
        selection=frame.selection(figure.population),
        low=figure.bounds.low,
        high=figure.bounds.high,
        weight=figure.weight,
    )
