"""Figures that add up to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from habeas.accounts import wording
from habeas.accounts.figures import Count, wholes
from habeas.accounts.frames import BATCH, CLOSED, ONE_OF_MANY
from habeas.accounts.populations import Population, value_of, without
from habeas.model.accounts import Finding
from habeas.model.reports import Report

_DISJOINT = (*ONE_OF_MANY, *CLOSED, BATCH)
_MOST_CHOICES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One exact figure of one destination or citizenship, with all who give it."""

    number: int
    counts: tuple[Count, ...]


def sums_of(counts: Sequence[Count], reports: Mapping[str, Report]) -> tuple[Finding, ...]:
    """Exact figures that are the sum of *all* figures of one kind beside it.

    The parts are exact figures of different destinations, or of different
    citizenships; everything said of either kind takes part, so that no sum is picked
    out of many by chance. They are parts of everybody, or of a figure that all of
    them are said to be some of.

    Returns:
        In order of the totals; empty where nothing adds up.
    """
    found = []
    for whole, parts in _divisions(counts):
        for choice in islice(product(*parts), _MOST_CHOICES):
            if sum(part.number for part in choice) == whole.number:
                found.append(_sum(whole, choice, reports))
    return tuple({f.explanation: f for f in found}.values())


def _divisions(counts: Sequence[Count]) -> Iterator[tuple[_Part, list[list[_Part]]]]:
    """Each exact total with, for every value of one attribute, the figures given of it."""
    for totals, members in _totals(counts):
        for attribute in _DISJOINT:
            values: dict[str, dict[int, list[Count]]] = defaultdict(lambda: defaultdict(list))
            for count in members:
                value = value_of(count.population, attribute)
                if value is None or count.exact is None or not _is_pure(count, attribute):
                    continue
                values[value][count.exact].append(count)
            if len(values) > 1:
                parts = [
                    [_Part(number=n, counts=tuple(group)) for n, group in options.items()]
                    for options in values.values()
                ]
                yield from ((total, parts) for total in totals)


def _totals(counts: Sequence[Count]) -> Iterator[tuple[list[_Part], list[Count]]]:
    """Exact figures that others can be parts of, and which can."""
    everybody: dict[int, list[Count]] = defaultdict(list)
    parts_of: dict[str, list[Count]] = defaultdict(list)
    for count in wholes(counts):
        if count.exact is not None:
            everybody[count.exact].append(count)
    for count in counts:
        if count.claim.part_of is not None:
            parts_of[count.claim.part_of].append(count)
    ids = {c.claim.id for group in everybody.values() for c in group}
    totals = [_Part(number=n, counts=tuple(group)) for n, group in everybody.items()]
    rest = [c for c in counts if c.claim.id not in ids]
    yield totals, [c for c in rest if not c.is_part or c.claim.part_of in ids]
    same: dict[tuple[int, Population], list[Count]] = defaultdict(list)
    for count in rest:
        if count.exact is not None:
            same[count.exact, count.population].append(count)
    for (number, _), group in same.items():
        members = [part for c in group for part in parts_of[c.claim.id]]
        if members:
            yield [_Part(number=number, counts=tuple(group))], members


def _is_pure(count: Count, attribute: str) -> bool:
    """True where nothing else singles these people out, so that the figure is all of them."""
    return not without(count.population, attribute, "designation")


def _sum(whole: _Part, parts: Sequence[_Part], reports: Mapping[str, Report]) -> Finding:
    sentence = wording.SUM.format(
        total=f"{whole.number:,}",
        terms=_terms(parts),
        whole=wording.figure_words(whole.counts[0].claim),
        speakers=wording.speakers_words((c.claim for c in whole.counts), reports),
        parts=_phrases(parts, reports),
    )
    return Finding(explanation=sentence, claims=_claims(whole, parts))


def _terms(parts: Sequence[_Part]) -> str:
    return " + ".join(f"{part.number:,}" for part in parts)


def _phrases(parts: Sequence[_Part], reports: Mapping[str, Report]) -> str:
    phrases = []
    for part in parts:
        # The wording that says where they were taken, where one of several does.
        claims = sorted((c.claim for c in part.counts), key=lambda c: c.place is None)
        speakers = wording.speakers_words((c.claim for c in part.counts), reports)
        phrases.append(f"{wording.part_words(claims[0])} ({speakers})")
    return wording.join_words(phrases)


def _claims(whole: _Part, parts: Sequence[_Part]) -> tuple[str, ...]:
    counts = (*whole.counts, *(c for part in parts for c in part.counts))
    return tuple(c.claim.id for c in counts)
