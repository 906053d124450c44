"""What does not add up: each conflict, what it rests on, and what follows without a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.model.accounts import AssumptionKind, Bounds
from habeas.public.presenters import wording
from habeas.public.presenters.figures import population_words
from habeas.public.presenters.folding import folded
from habeas.public.presenters.sentences import linked
from habeas.public.presenters.shelf import figures_of
from habeas.public.presenters.voices import voices_of
from habeas.public.presenters.whom import whom

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from habeas.model.accounts import Account, Assumption, Bound, Conflict, Repair
    from habeas.public.presenters.claims import ClaimLine
    from habeas.public.presenters.folding import Folded
    from habeas.public.presenters.sentences import Piece
    from habeas.public.presenters.shelf import Population, Shelf
    from habeas.public.presenters.voices import Voice
    from habeas.public.presenters.what_if import WhatIf

FIRST_CONFLICTS = 6
FIRST_REPAIRS = 6
FIRST_ASSUMPTIONS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One figure of a conflict, everyone who gives it, and the page without it.

    Attributes:
        text: The figure.
        population: Who is counted, in words; empty where it is everyone.
        href: Its first words.
        voices: Who says it, never empty.
        without: Address of the page without it; empty where it cannot be set aside.
    """

    text: str
    population: str
    href: str
    voices: tuple[Voice, ...]
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionLine:
    """What the account takes claims to have in common.

    Attributes:
        is_rejected: True on a page that leaves it out.
        href: Address of the page without it, or where it is left out, with it.
    """

    anchor: str
    pieces: tuple[Piece, ...]
    voices: tuple[Voice, ...]
    is_rejected: bool
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictLine:
    """Claims that cannot all be right: the sentence, the sides, what it rests on.

    Attributes:
        is_tight: True where only the usual meaning of the words excludes it.
    """

    pieces: tuple[Piece, ...]
    is_tight: bool
    sides: tuple[Side, ...]
    assumptions: tuple[AssumptionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """How many people of a column there can be; `column` is its heading, `text` may be empty."""

    column: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairLine:
    """A smallest set of figures to set aside, and what follows, in the order of the columns."""

    aside: tuple[Side, ...]
    weight: int
    without: str
    follows: tuple[Follows, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repairs:
    """Ways to make the rest agree, side by side.

    Attributes:
        columns: Whom the bounds count that the ways tell apart.
        common: Figures that every way sets aside which sets the fewest voices aside.
    """

    columns: tuple[str, ...]
    lines: Folded[RepairLine]
    common: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputes:
    """What does not add up in an account, and what it takes for granted."""

    conflicts: Folded[ConflictLine]
    repairs: Repairs
    assumptions: Folded[AssumptionLine]


def disputes_of(account: Account, shelf: Shelf, what_if: WhatIf) -> Disputes:
    """Arrange the conflicts of an account, its repairs and its assumptions."""
    populations = {figure.claim: figure.population for figure in figures_of(account)}
    assumptions = {each.id: _assumption(each, shelf, what_if) for each in account.assumptions}
    conflicts = [
        ConflictLine(
            pieces=linked(each.explanation, shelf.lines(each.claims)),
            is_tight=each.tight,
            sides=sides_of(_all_claims(each), populations, shelf, what_if),
            assumptions=tuple(assumptions[id_] for id_ in each.assumptions if id_ in assumptions),
        )
        for each in account.conflicts
    ]
    return Disputes(
        conflicts=folded(conflicts, first=FIRST_CONFLICTS),
        repairs=_repairs(account, populations, shelf, what_if),
        assumptions=folded(_first_needed(account, assumptions), first=FIRST_ASSUMPTIONS),
    )


def _first_needed(
    account: Account, lines: Mapping[str, AssumptionLine]
) -> tuple[AssumptionLine, ...]:
    """What a conflict rests on, then the others; which event a report tells of comes last."""
    needed = {each for conflict in account.conflicts for each in conflict.assumptions}

    def place(assumption: Assumption) -> tuple[bool, bool]:
        is_of_event = assumption.kind is AssumptionKind.SAME_EVENT
        return assumption.id not in needed, is_of_event

    return tuple(lines[each.id] for each in sorted(account.assumptions, key=place))


def sides_of(
    claims: Iterable[str],
    populations: Mapping[str, Population],
    shelf: Shelf,
    what_if: WhatIf,
) -> tuple[Side, ...]:
    """The figures of some claims, each once for the people it counts, in the order given."""
    together: dict[tuple[str, Population], list[ClaimLine]] = {}
    for line in shelf.lines(claims):
        key = (line.figure or line.act, populations.get(line.id, ()))
        together.setdefault(key, []).append(line)
    return tuple(
        Side(
            text=text,
            population=", ".join(population_words(population)),
            href=same[0].words_href,
            voices=voices_of(same),
            without=what_if.without([line.id for line in same]),
        )
        for (text, population), same in together.items()
    )


def _all_claims(conflict: Conflict) -> tuple[str, ...]:
    return (*conflict.claims, *conflict.likewise)


def _assumption(assumption: Assumption, shelf: Shelf, what_if: WhatIf) -> AssumptionLine:
    lines = shelf.lines(assumption.claims)
    is_rejected = assumption.id in what_if.asked.rejected
    turned = what_if.put_back if is_rejected else what_if.rejecting
    return AssumptionLine(
        anchor=f"a-{assumption.id}",
        pieces=linked(assumption.reason, lines),
        voices=voices_of(lines),
        is_rejected=is_rejected,
        href=turned(assumption.id),
    )


def _repairs(
    account: Account,
    populations: Mapping[str, Population],
    shelf: Shelf,
    what_if: WhatIf,
) -> Repairs:
    real = [repair for repair in account.repairs if repair.set_aside]
    told_apart = _told_apart(real)
    lines = [
        RepairLine(
            aside=sides_of(repair.set_aside, populations, shelf, what_if),
            weight=repair.weight,
            without=what_if.without(repair.set_aside),
            follows=tuple(
                Follows(column=of[0], text=_range(by_people[of]) if of in by_people else "")
                for of in told_apart
            ),
        )
        for repair in real
        for by_people in [{_people(bound): bound for bound in repair.bounds}]
    ]
    return Repairs(
        columns=tuple(of for of, _population in told_apart),
        lines=folded(lines, first=FIRST_REPAIRS),
        common=sides_of(account.doubtful, populations, shelf, what_if),
    )


def _told_apart(repairs: Iterable[Repair]) -> tuple[tuple[str, Population], ...]:
    """Whom the bounds count that are not the same in every repair, in order."""
    found: dict[tuple[str, Population], set[tuple[int, int | None]]] = {}
    for repair in repairs:
        for bound in repair.bounds:
            found.setdefault(_people(bound), set()).add((bound.low, bound.high))
    return tuple(of for of, ranges in found.items() if len(ranges) > 1)


def _people(bound: Bound) -> tuple[str, Population]:
    return whom(bound), bound.population


def _range(bound: Bound) -> str:
    return wording.bounds(Bounds(low=bound.low, high=bound.high))
