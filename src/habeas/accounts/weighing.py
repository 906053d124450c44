"""What the figures of one event say together: conflicts, repairs, bounds on the unsaid."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from habeas.accounts import wording
from habeas.accounts.explaining import Explainer, claims_of
from habeas.accounts.figured import (
    Figured,
    Names,
    figured,
    populations_with_wholes,
    system_of,
    whole_assumptions,
)
from habeas.accounts.figures import Count, hard_reading, soft_reading
from habeas.accounts.frames import Frame, frame_of
from habeas.accounts.links import Links, links_of
from habeas.accounts.populations import EVERYBODY
from habeas.accounts.solving import (
    Core,
    Found,
    Interval,
    OneSum,
    Setting,
    Side,
    System,
)
from habeas.accounts.structure import Structure, structure_of
from habeas.accounts.unsaid import informative, populations_to_bound
from habeas.accounts.weighing_repairs import always_set_aside
from habeas.model.accounts import Assumption, Bound, Bounds, Conflict, Repair
from habeas.model.claims import Claim, Unit
from habeas.model.reports import Report

MOST_CONFLICTS = 40
"""Conflicts told of one event; beyond that the repairs say more than any list."""

MOST_REPAIRS = 8

UNBOUNDED = Bounds(low=None, high=None)
NO_SETTING = Found(items=(Setting(aside=(), weight=0),), is_complete=True)
NOTHING_ASIDE = Repair(set_aside=(), weight=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Figures that are set against each other, and what else is needed for it.

    Attributes:
        counts: In order of report and passage; of those freed, or of those held, ….
        claims: All claims of the event by id, in order of report and passage.
        reports: By id.
        state: Who acts, ISO 3166-1 alpha-2, or None.
        people: Who is counted, in words: "those freed".
        names: Named persons of those counted.
        guests: Claims that count these people only as parts of another figure.
        wholes: Those of the counts that count some and are taken to count everybody.
        rejected: Ids of assumptions that a person rejected.
    """

    counts: Sequence[Count]
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    state: str | None
    people: str
    names: Sequence[Names] = ()
    wholes: Sequence[Count] = ()
    guests: frozenset[str] = frozenset()
    rejected: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What the figures say together.

    Attributes:
        assumptions: All that were made, rejected ones included, by kind and id.
        conflicts: Smallest first.
        repairs: Lightest first; one that sets nothing aside where nothing conflicts.
        bounds: Of everybody first, then of whom no claim counts outright; over all repairs.
        total: Everybody counted; unbounded where no figure bounds it.
        doubtful: Claims that every lightest repair sets aside, in order of report and passage.
    """

    assumptions: tuple[Assumption, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    repairs: tuple[Repair, ...] = (NOTHING_ASIDE,)
    bounds: tuple[Bound, ...] = ()
    total: Bounds = UNBOUNDED
    doubtful: tuple[str, ...] = ()


def weigh(question: Question) -> Weighing:
    """Reconcile the figures of one question exactly; nobody is decided right.

    Figures whose link to the others is rejected are weighed among themselves, as are
    figures of cases and of groups; bounds are those of the first lot, and of people.
    """
    if not question.counts:
        return Weighing()
    links = links_of(question.counts, question.reports)
    lots: dict[tuple[str, ...], list[Count]] = {}
    for count in question.counts:
        key = (count.quantity.unit.value, *links.apart(count.claim.id, question.rejected))
        lots.setdefault(key, []).append(count)
    order = sorted(lots, key=lambda key: (key[0] != Unit.PEOPLE, len(key), -len(lots[key]), key))
    weighed = [_weigh_lot(_lot(question, lots[key], links, key == order[0])) for key in order]
    made = {a.id: a for each in weighed for a in (*links.assumptions, *each.assumptions)}
    return Weighing(
        assumptions=tuple(sorted(made.values(), key=lambda a: (a.kind, a.id))),
        conflicts=tuple(c for each in weighed for c in each.conflicts),
        repairs=_of_all_lots(weighed),
        bounds=weighed[0].bounds,
        total=weighed[0].total,
        doubtful=tuple(key for each in weighed for key in each.doubtful),
    )


def _of_all_lots(weighed: Sequence[Weighing]) -> tuple[Repair, ...]:
    """One repair of each lot, in all ways, the lightest first; with the bounds of the first."""
    ways = islice(product(*(each.repairs for each in weighed)), MOST_REPAIRS**2)
    found = [
        Repair(
            set_aside=tuple(key for repair in way for key in repair.set_aside),
            weight=sum(repair.weight for repair in way),
            bounds=way[0].bounds,
        )
        for way in ways
    ]
    return tuple(sorted(found, key=lambda repair: repair.weight)[:MOST_REPAIRS])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lot:
    """Figures that all speak of the same people, read on both tiers."""

    question: Question
    links: Links
    structure: Structure
    frame: Frame
    hard: Mapping[str, Figured]
    soft: Mapping[str, Figured]
    wholes: Sequence[Figured]
    order: Mapping[str, int]


def _lot(question: Question, counts: Sequence[Count], links: Links, is_main: bool) -> _Lot:
    structure = structure_of(
        counts, question.state, question.reports, question.guests, question.rejected
    )
    counts = [c for c in counts if c.claim.id not in question.guests & structure.given_up.apart]
    populations = populations_with_wholes(counts, structure.given_up.apart)
    whole = _wholes(counts, question)
    fixed = [*(_named(question.names) if is_main else ()), *whole]
    hard = [*figured(counts, populations, hard_reading), *fixed]
    soft = [*figured(counts, populations, soft_reading), *fixed]
    frame = frame_of(
        [EVERYBODY, *(f.population for f in (*hard, *soft))],
        question.state,
        shared=structure.given_up.shared,
        opened=structure.given_up.opened,
    )
    return _Lot(
        question=question,
        links=links,
        structure=structure,
        frame=frame,
        hard={f.id: f for f in hard},
        soft={f.id: f for f in soft},
        wholes=whole,
        order={key: at for at, key in enumerate(question.claims)},
    )


def _named(names: Sequence[Names]) -> list[Figured]:
    return [
        Figured(
            id=f"n{at:05}",
            population=one.population,
            own=one.population,
            bounds=Bounds(low=one.number, high=None),
            claims=one.claims,
            voices=one.voices,
        )
        for at, one in enumerate(names)
    ]


def _wholes(counts: Sequence[Count], question: Question) -> list[Figured]:
    """That those of one kind are everybody, where nobody counts everybody."""
    ids = {c.claim.id for c in counts}
    whole = [c for c in question.wholes if c.claim.id in ids]
    speakers = wording.speakers_words((c.claim for c in whole), question.reports)
    reasons = {
        "designation": wording.ALL_POLITICAL.format(speakers=speakers),
        "destination": wording.ALL_TO_ONE_PLACE.format(speakers=speakers),
        "manner": wording.ALL_IN_ONE_WAY.format(speakers=speakers),
    }
    found = whole_assumptions(whole, reasons)
    return [f for f in found if f.assumption and f.assumption.id not in question.rejected]


def _weigh_lot(lot: _Lot) -> Weighing:
    system = system_of(lot.hard.values(), lot.frame)
    settings = NO_SETTING
    cores: tuple[Core, ...] = ()
    if isinstance(system, System) and not system.is_consistent():
        cores = system.conflicts(MOST_CONFLICTS).items
        settings = system.settings(MOST_REPAIRS)
    conflicts = [_conflict(lot, core, lot.hard, tight=False) for core in cores]
    conflicts += [
        _conflict(lot, c, lot.soft, tight=True)
        for c in _tight_cores(lot, system, settings.items[0])
    ]
    repairs, bounds = _bounded(lot, system, settings.items)
    weights = {key: figure.weight for key, figure in lot.hard.items()}
    doubtful = claims_of(lot.hard[key] for key in always_set_aside(system, weights, settings))
    assumed = {key for conflict in conflicts for key in conflict.assumptions}
    taken = {count.claim.id for count in lot.structure.counts if count.larger is not None}
    made = [
        a for a, loosening in lot.structure.assumed if a.id in assumed or loosening.apart & taken
    ]
    made += [f.assumption for f in lot.wholes if f.assumption is not None]
    is_told = any(f.counts for f in lot.hard.values())
    total = Bounds(low=bounds[0].low, high=bounds[0].high) if is_told else UNBOUNDED
    return Weighing(
        assumptions=tuple(made),
        conflicts=tuple(conflicts),
        repairs=repairs,
        bounds=bounds,
        total=total,
        doubtful=tuple(_in_order(doubtful, lot)),
    )


def _tight_cores(lot: _Lot, hard: System | OneSum, repair: Setting) -> list[Core]:
    """Conflicts of the usual reading that the words themselves allow.

    Sought among what a lightest repair leaves: what it sets aside is in a conflict already.
    """
    if {f.bounds for f in lot.soft.values()} == {f.bounds for f in lot.hard.values()} and (
        len(lot.hard) == len(lot.soft)
    ):
        return []
    gone = set(claims_of(lot.hard[key] for key in repair.aside))
    left = [f for f in lot.soft.values() if f.assumption or not gone & set(f.ids)]
    soft = system_of(left, lot.frame)
    if isinstance(soft, OneSum) or soft.is_consistent():
        return []
    tight = []
    for core in soft.conflicts(MOST_CONFLICTS).items:
        claims = set(claims_of(lot.soft[key] for key in core.statements))
        kept = {key for key, f in lot.hard.items() if f.assumption or claims & set(f.ids)}
        if hard.is_consistent(set(lot.hard) - kept):
            tight.append(core)
    return tight


def _conflict(lot: _Lot, core: Core, figures: Mapping[str, Figured], *, tight: bool) -> Conflict:
    told = [figures[key] for key in core.statements]
    claims = _chosen(core, told, lot)
    question = lot.question
    explainer = Explainer(claims=question.claims, reports=question.reports, people=question.people)
    assumed = [f.assumption.id for f in told if f.assumption is not None]
    needed = (*lot.links.needed(claims), *lot.structure.needed(told), *assumed)
    return Conflict(
        claims=claims,
        likewise=tuple(key for key in _in_order(claims_of(told), lot) if key not in claims),
        assumptions=tuple(dict.fromkeys(needed)),
        tight=tight,
        explanation=explainer.explain(core, figures, tight=wording.ONLY_TIGHT if tight else ""),
    )


def _chosen(core: Core, told: Sequence[Figured], lot: _Lot) -> tuple[str, ...]:
    """One claim of each figure, of as few reports as can be without a search.

    Of names, no more than it takes to exceed what they are set against.
    """
    chosen: list[str] = []
    reports: set[str] = set()
    spare = _spare(core)
    for figure in sorted(told, key=lambda f: bool(f.claims)):
        if figure.claims:
            cut = min(spare, len(figure.claims) - 1)
            chosen += figure.claims[: len(figure.claims) - cut]
            spare -= cut
        elif figure.counts:
            best = min(figure.counts, key=lambda c: c.claim.report not in reports)
            reports.add(best.claim.report)
            chosen.append(best.claim.id)
    return tuple(_in_order(chosen, lot))


def _spare(core: Core) -> int:
    """By how many the low ends exceed the high ones beyond the one that it takes."""
    if any(term.times != 1 for term in core.terms):
        return 0
    ends = {Side.LOW: 1, Side.HIGH: -1}
    return max(0, sum(ends[term.side] * term.number for term in core.terms) - 1)


def _in_order(claims: Iterable[str], lot: _Lot) -> list[str]:
    return sorted(dict.fromkeys(claims), key=lambda key: (lot.order.get(key, 10**9), key))


def _bounded(
    lot: _Lot, system: System | OneSum, settings: Sequence[Setting]
) -> tuple[tuple[Repair, ...], tuple[Bound, ...]]:
    """What follows under each repair, and under all of them together."""
    told = [f.population for f in (*lot.hard.values(), *lot.soft.values())]
    nobody = [set(f.population) for f in lot.wholes]
    state, people = lot.question.state, lot.question.people
    populations = [
        p for p in populations_to_bound(told, state) if not any(one <= set(p) for one in nobody)
    ]
    selections = [lot.frame.selection(each) for each in populations]
    found = [system.bounds(selections, aside=setting.aside) for setting in settings]
    together = [_hull(each) for each in zip(*found, strict=True)]
    kept = [at for at, each in enumerate(together) if at == 0 or informative(each, together[0])]
    words = {at: wording.bound_words(populations[at], people) for at in kept}

    def bounds(intervals: Sequence[Interval]) -> tuple[Bound, ...]:
        return tuple(
            Bound(
                of=words[at],
                population=populations[at],
                low=intervals[at].low,
                high=intervals[at].high,
            )
            for at in kept
        )

    repairs = []
    for setting, intervals in zip(settings, found, strict=True):
        claims = claims_of(lot.hard[key] for key in setting.aside)
        repairs.append(
            Repair(
                set_aside=tuple(_in_order(claims, lot)),
                weight=setting.weight,
                bounds=bounds(intervals),
            )
        )
    return tuple(repairs), bounds(together)


def _hull(intervals: Sequence[Interval]) -> Interval:
    highs = [i.high for i in intervals]
    high = None if None in highs else max(h for h in highs if h is not None)
    return Interval(low=min(i.low for i in intervals), high=high)
