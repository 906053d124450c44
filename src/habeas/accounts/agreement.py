"""Which speakers give the same figure, which differ, and what is part of what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from habeas.accounts import wording
from habeas.accounts.figures import Count, wholes
from habeas.accounts.hedges import hard_bounds, soft_bounds
from habeas.accounts.populations import EVERYBODY, Population, without
from habeas.accounts.voices import is_unsourced
from habeas.model.accounts import Bounds, Finding
from habeas.model.claims import Quantity
from habeas.model.reports import Report

type _Said = tuple[Bounds, Bounds]


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


def subsets(counts: Sequence[Count], reports: Mapping[str, Report]) -> tuple[Finding, ...]:
    """Figures said to be some of another, where they can be; where not, they conflict."""
    by_id = {c.claim.id: c for c in counts}
    found = []
    for part in counts:
        whole = by_id.get(part.claim.part_of or "")
        if whole is None or whole is part or are_apart_as_part(part.quantity, whole.quantity):
            continue
        found.append(
            Finding(
                explanation=wording.capital(
                    wording.SUBSET.format(
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
    """What two figures must have in common to be the same: what both tiers allow."""
    return hard_bounds(quantity), soft_bounds(quantity)


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
