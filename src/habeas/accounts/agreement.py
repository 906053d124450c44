"""Which speakers give the same figure, which differ, and what is part of what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from habeas.accounts import wording
from habeas.accounts.figures import Count, are_apart, hard_bounds, soft_bounds, wholes
from habeas.accounts.populations import EVERYBODY, Population, value_of, without
from habeas.model.accounts import Finding
from habeas.model.claims import Quantity
from habeas.model.reports import Report

type _Said = tuple[int | None, int | None, float | None]


def voices_saying(counts: Sequence[Count]) -> dict[str, int]:
    """For each claim, how many independent voices give its figure."""
    voices: dict[tuple[Population, _Said], set[str]] = defaultdict(set)
    keys = {c.claim.id: (_population(c, counts), _said(c.quantity)) for c in counts}
    for count in counts:
        voices[keys[count.claim.id]].add(count.voice)
    return {key: len(voices[said]) for key, said in keys.items()}


def agreements(counts: Sequence[Count], reports: Mapping[str, Report]) -> tuple[Finding, ...]:
    """Figures that at least two independent voices give, in order of their first claims."""
    groups: dict[tuple[Population, _Said], list[Count]] = defaultdict(list)
    for count in counts:
        groups[_population(count, counts), _said(count.quantity)].append(count)
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
        for group in groups.values()
        if len({c.voice for c in group}) > 1
    )


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
    groups: dict[Population, list[Count]] = defaultdict(list)
    for count in counts:
        groups[_population(count, counts)].append(count)
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


def _population(count: Count, counts: Sequence[Count]) -> Population:
    """Whom a figure counts, for comparing it with others.

    "52 people crossed into Lithuania" counts everybody where 52 is a figure of
    everybody; a part of a figure is only ever compared with parts.
    """
    if count.is_part:
        return (*count.population, ("part", "yes"))
    rest = without(count.population, "destination", "place", "designation")
    if rest or count.exact is None:
        return count.population
    totals = {c.exact for c in wholes(counts) if c.exact is not None}
    return EVERYBODY if count.exact in totals else count.population


def _apart(group: Sequence[Count]) -> tuple[list[Count], bool]:
    """The figures that differ, with the other plain ones, one per voice and figure."""
    distinct: dict[tuple[str, _Said], Count] = {}
    for count in group:
        distinct.setdefault((count.voice, _said(count.quantity)), count)
    listed = list(distinct.values())
    strict = _differing(listed, strict=True)
    loose = _differing(listed, strict=False)
    if not loose:
        return [], False
    plain = [
        c
        for c in group
        if any(c.voice == d.voice and _said(c.quantity) == _said(d.quantity) for d in loose)
        or c.exact is not None
        or c.quantity.about is not None
    ]
    return plain, not strict


def _differing(listed: Sequence[Count], *, strict: bool) -> list[Count]:
    read = hard_bounds if strict else soft_bounds
    return [
        one
        for one in listed
        if any(
            one.voice != other.voice and are_apart(read(one.quantity), read(other.quantity))
            for other in listed
        )
    ]


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
        others=wording.join_words(phrases[1:]),
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
