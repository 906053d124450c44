"""Which speakers give the same figure, which differ, and what is part of what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from heapq import nlargest

from habeas.accounts import wording
from habeas.accounts.figures import Count, wholes
from habeas.accounts.hedges import hard_bounds, soft_bounds
from habeas.accounts.populations import EVERYBODY, Population, value_of, without
from habeas.accounts.voices import is_unsourced
from habeas.model.accounts import Bounds, Finding
from habeas.model.claims import Quantity
from habeas.model.reports import Report

type _Said = tuple[int | None, int | None, float | None]


def credit_sources(counts: Sequence[Count]) -> list[Count]:
    """Give what is told without a source to the voice that gives the same figure.

    A figure of 123 that one state announced and ten papers repeat has one voice. Where
    nobody named gives it, it stays its report's.

    Returns:
        In the order given.
    """
    populations = _populations(counts)
    sources: dict[tuple[Population, _Said], str] = {}
    for count in counts:
        if not is_unsourced(count.claim):
            key = populations[count.claim.id], _said(count.quantity)
            sources.setdefault(key, count.voice)
    return [
        replace(
            count,
            voice=sources.get(
                (populations[count.claim.id], _said(count.quantity)),
                count.voice,
            ),
        )
        if is_unsourced(count.claim)
        else count
        for count in counts
    ]


def voices_saying(counts: Sequence[Count]) -> dict[str, int]:
    """For each claim, how many independent voices give its figure."""
    groups = _by_figure(counts)
    return {c.claim.id: len({o.voice for o in group}) for group in groups for c in group}


def agreements(counts: Sequence[Count], reports: Mapping[str, Report]) -> tuple[Finding, ...]:
    """Figures that at least two independent voices give, in order of their first claims."""
    return tuple(
        Finding(
            explanation=wording.capital(
                wording.AGREE.format(
                    speakers=wording.speakers_words((c.claim for c in group), reports),
                    figure=wording.figure_words(group[0].claim),
                )
            ),
            claims=tuple(c.claim.id for c in group),
        )
        for group in _by_figure(counts)
        if len({c.voice for c in group}) > 1
    )


def _by_figure(counts: Sequence[Count]) -> list[list[Count]]:
    """Counts of the same people that say the same, in order of their first claims."""
    populations = _populations(counts)
    groups: dict[tuple[Population, _Said], list[Count]] = defaultdict(list)
    for count in counts:
        groups[populations[count.claim.id], _said(count.quantity)].append(count)
    return list(groups.values())


def differences(
    counts: Sequence[Count], reports: Mapping[str, Report], template: str
) -> tuple[Finding, ...]:
    """Figures of the same people, by different voices, that cannot both be right.

    A voice that gives another figure later revises its own, and differs from nobody.

    Args:
        counts: Freed or held, in order of report and passage.
        reports: By id.
        template: `wording.DIFFER_FREED` or `wording.DIFFER_HELD`, for everybody.
    """
    populations = _populations(counts)
    groups: dict[Population, list[Count]] = defaultdict(list)
    for count in counts:
        groups[populations[count.claim.id]].append(count)
    found = []
    for population, group in groups.items():
        apart, only_tight = _apart(group)
        if apart:
            tight = wording.ONLY_TIGHT if only_tight else ""
            found.append(_difference(apart, reports, template, _whom(population), tight))
    return tuple(found)


def subsets(counts: Sequence[Count], reports: Mapping[str, Report]) -> tuple[Finding, ...]:
    """Figures said to be some of another, and whether they can be."""
    by_id = {c.claim.id: c for c in counts}
    found = []
    for part in counts:
        whole = by_id.get(part.claim.part_of or "")
        if whole is None or whole is part:
            continue
        too_large = are_apart_as_part(part.quantity, whole.quantity)
        found.append(
            Finding(
                explanation=wording.capital(
                    (wording.LARGER_PART if too_large else wording.SUBSET).format(
                        part=wording.figure_words(part.claim),
                        speakers=wording.speaker_words(part.claim, reports),
                        whole=wording.figure_words(whole.claim),
                        others=wording.speaker_words(whole.claim, reports),
                    )
                ),
                claims=(whole.claim.id, part.claim.id),
            )
        )
    return tuple(found)


def are_apart_as_part(part: Quantity, whole: Quantity) -> bool:
    """True where a part needs more people than the whole can have."""
    low, high = hard_bounds(part).low, hard_bounds(whole).high
    return low is not None and high is not None and low > high


def _said(quantity: Quantity) -> _Said:
    return (quantity.low, quantity.high, quantity.about)


def _populations(counts: Sequence[Count]) -> dict[str, Population]:
    """By claim, whom its figure counts, for comparing it with others.

    "52 people crossed into Lithuania" counts everybody where 52 is a figure of
    everybody; a part of a figure is only ever compared with parts.
    """
    whole = wholes(counts)
    whole_ids = {c.claim.id for c in whole}
    totals = {c.exact for c in whole if c.exact is not None}
    return {c.claim.id: _population(c, whole_ids, totals) for c in counts}


def _population(count: Count, whole_ids: Container[str], totals: Container[int]) -> Population:
    if count.is_part:
        return (*count.population, ("part", "yes"))
    if count.claim.id in whole_ids:
        return EVERYBODY
    rest = without(count.population, "destination", "place", "designation")
    is_total = count.exact is not None and count.exact in totals
    return EVERYBODY if is_total and not rest else count.population


def _apart(group: Sequence[Count]) -> tuple[list[Count], bool]:
    """The figures that differ, with the other plain ones, one per voice and figure."""
    distinct: dict[tuple[str, _Said], Count] = {}
    for count in group:
        distinct.setdefault((count.voice, _said(count.quantity)), count)
    listed = list(distinct.values())
    strict = _differing(listed, hard_bounds)
    loose = {(c.voice, _said(c.quantity)) for c in _differing(listed, soft_bounds)}
    if not loose:
        return [], False
    plain = [
        c
        for c in group
        if (c.voice, _said(c.quantity)) in loose
        or c.exact is not None
        or c.quantity.about is not None
    ]
    return plain, not strict


def _differing(listed: Sequence[Count], read: Callable[[Quantity], Bounds]) -> list[Count]:
    """Those that no number suits together with some figure of another voice."""
    bounds = [read(c.quantity) for c in listed]
    lows = _extremes((c.voice, b.low) for c, b in zip(listed, bounds, strict=True))
    highs = _extremes(
        (c.voice, None if b.high is None else -b.high) for c, b in zip(listed, bounds, strict=True)
    )
    return [
        count
        for count, own in zip(listed, bounds, strict=True)
        if any(
            (own.high is not None and voice != count.voice and low > own.high)
            for voice, low in lows
        )
        or any(
            (own.low is not None and voice != count.voice and -high < own.low)
            for voice, high in highs
        )
    ]


def _extremes(said: Iterable[tuple[str, int | None]]) -> list[tuple[str, int]]:
    """The greatest number of each of the two voices that say the greatest."""
    greatest: dict[str, int] = {}
    for voice, number in said:
        if number is not None:
            greatest[voice] = max(number, greatest.get(voice, number))
    return nlargest(2, greatest.items(), key=lambda pair: pair[1])


def _difference(
    counts: Sequence[Count],
    reports: Mapping[str, Report],
    template: str,
    whom: str | None,
    tight: str,
) -> Finding:
    by_figure: dict[_Said, list[Count]] = defaultdict(list)
    for count in counts:
        by_figure[_said(count.quantity)].append(count)
    # The figure most voices give comes first; an exact one before others.
    groups = sorted(
        by_figure.values(),
        key=lambda g: (-len({c.voice for c in g}), g[0].exact is None),
    )
    phrases = [
        f"{wording.figure_words(g[0].claim)} "
        f"({wording.speakers_words((c.claim for c in g), reports)})"
        for g in groups
    ]
    sentence = (template if whom is None else wording.DIFFER_SOME).format(
        whom=whom,
        first=phrases[0],
        others=wording.join_words(wording.some_words(phrases[1:])),
        tight=tight,
    )
    return Finding(explanation=sentence, claims=tuple(c.claim.id for c in counts))


def _whom(population: Population) -> str | None:
    """Whom a figure singles out, in words; None for everybody."""
    whom = []
    citizenship = value_of(population, "citizenship")
    destination = value_of(population, "destination")
    if citizenship is not None:
        whom.append(wording.citizenship_words(citizenship))
    if destination is not None:
        whom.append(wording.destination_words(destination))
    other = value_of(population, "group") or value_of(population, "place")
    if other is not None:
        whom.append(wording.KIND.format(words=other))
    return ", ".join(whom) or None
