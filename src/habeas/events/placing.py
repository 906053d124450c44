"""Where in the releases of a report its other claims belong."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from habeas.events.atoms import Atom
from habeas.events.clusters import Cluster
from habeas.model.claims import Act, Claim
from habeas.model.reports import Report

_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’)\]]*\s|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one report tells of one release."""

    release: Cluster
    atom: Atom


def tellings_of(clusters: Iterable[Cluster]) -> dict[str, list[Telling]]:
    """By report, what it tells of releases."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for one in clusters:
        for atom in one.atoms:
            found[atom.report].append(Telling(release=one, atom=atom))
    return found


def main_release(tellings: Iterable[Telling]) -> Cluster | None:
    """The release that most claims of a report speak of; the first in its text on a tie.

    Running totals, and releases only said to be earlier, are not asked.
    """
    return any_release(t for t in tellings if t.release.is_batch)


def any_release(tellings: Iterable[Telling]) -> Cluster | None:
    """As `main_release`, of all releases told."""
    claims: Counter[int] = Counter()
    first: dict[int, int] = {}
    found = {}
    for told in tellings:
        key, start = id(told.release), told.atom.claims[0].passage.start
        claims[key] += len(told.atom.claims)
        first[key] = min(start, first.get(key, start))
        found[key] = told.release
    best = min(found, key=lambda key: (-claims[key], first[key]), default=None)
    return found[best] if best is not None else None


def releases_beside(
    report: Report | None, tellings: Iterable[Telling]
) -> Callable[[Claim], Cluster | None]:
    """Make a finder of the one release that the words around a claim tell of.

    Around a claim is its paragraph. For a figure of those held it is the sentence: a
    paragraph on an earlier release often ends with how many are held today.

    Args:
        report: None where only its claims are known; then nothing is found.
        tellings: What it tells of releases; only batches of one time are looked at.

    Returns:
        From a claim of the report to its release; to None where there is none around
        it, or more than one.
    """
    told = [
        (claim.passage.start, claim.passage.end, telling.release)
        for telling in tellings
        if telling.release.is_batch
        for claim in telling.atom.claims
    ]
    text = report.text if report is not None else ""
    paragraphs = _paragraphs_of(text)
    by_paragraph: dict[int, list[tuple[int, int, Cluster]]] = defaultdict(list)
    for start, end, candidate in told if text else ():
        by_paragraph[paragraphs(start)].append((start, end, candidate))

    def find(claim: Claim) -> Cluster | None:
        near = by_paragraph.get(paragraphs(claim.passage.start), [])
        if claim.act is Act.HOLD and claim.count is not None:
            near = [one for one in near if _is_one_sentence(text, claim, one[0], one[1])]
        found = {id(candidate): candidate for _, _, candidate in near}
        return next(iter(found.values())) if len(found) == 1 else None

    return find


def _paragraphs_of(text: str) -> Callable[[int], int]:
    """From a place in a text to the number of its line."""
    ends = [match.start() for match in re.finditer(r"\n", text)]

    def number(place: int) -> int:
        return bisect_left(ends, place)

    return number


def _is_one_sentence(text: str, claim: Claim, start: int, end: int) -> bool:
    passage = claim.passage
    between = text[min(end, passage.end) : max(start, passage.start)]
    return _SENTENCE_ENDS.search(between) is None
