"""What many reports print in the same words, which is the voice of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from habeas.model.accounts import Decisions
from habeas.model.claims import Claim
from habeas.model.reports import Copy, Report
from habeas.people import fold_spelling
from habeas.people.judging import join
from habeas.reports.copies import words_of

_WIRE_WORDS = 5
"""Words two passages must share, in order and all of them, to be one text."""

_SHARED = 0.8
"""Share of the words of the shorter passage that stand in the other, in copies of a text."""

type _Figure = tuple[object, ...]


def with_printed(
    voices: Mapping[str, str],
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    decisions: Decisions,
) -> dict[str, str]:
    """Give what several reports print in the same words to the first that did.

    Args:
        voices: Claim id → voice, as if nobody had copied.
        claims: Those claims.
        reports: By id.
        decisions: Which reports are copies, and which are not though they read so.

    Returns:
        Claim id → voice.
    """
    own = [claim for claim in claims if not claim.speakers]
    copies = [c for c in decisions.copies or () if {c.report, c.of} not in decisions.apart]
    edges = [*_same_words(own, decisions.apart), *_in_copies(own, copies)]
    if not edges:
        return dict(voices)
    by_id = {claim.id: claim for claim in own}
    said = Counter(voices[claim.id] for claim in claims if claim.speakers)
    found = dict(voices)
    for group in join(sorted({key for edge in edges for key in edge}), edges):
        # Whom others name as their source is the source; else who printed it first.
        first = min(
            group,
            key=lambda key: (-said[voices[key]], _day(reports.get(by_id[key].report)), voices[key]),
        )
        found |= dict.fromkeys(group, voices[first])
    return found | _repeated(own, voices, found)


def _same_words(
    claims: Iterable[Claim], apart: Collection[frozenset[str]]
) -> list[tuple[str, str]]:
    first: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    edges = []
    for claim in claims:
        words = words_of(claim.passage.exact)
        if len(words) < _WIRE_WORDS:
            continue
        before = next((o for o in first[words] if {o.report, claim.report} not in apart), None)
        if before is None:
            first[words].append(claim)
        else:
            edges.append((before.id, claim.id))
    return edges


def _in_copies(claims: Iterable[Claim], copies: Iterable[Copy]) -> list[tuple[str, str]]:
    """Claims of a copy or revision that stand in nearly the same words in what it copies."""
    by_report: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    edges = []
    for copy in copies:
        if copy.report not in by_report:
            continue
        there: defaultdict[_Figure, list[Claim]] = defaultdict(list)
        for claim in by_report.get(copy.of, ()):
            there[_figure(claim)].append(claim)
        for claim in by_report[copy.report]:
            alike = (o for o in there.get(_figure(claim), ()) if _share_words(claim, o))
            edges += [(other.id, claim.id) for other in alike]
    return edges


def _share_words(one: Claim, other: Claim) -> bool:
    left, right = (Counter(words_of(each.passage.exact)) for each in (one, other))
    return (left & right).total() >= _SHARED * min(left.total(), right.total())


def _figure(claim: Claim) -> _Figure:
    """What two claims say of the same: how many, and whom."""
    count = claim.count
    numbers = None if count is None else (count.low, count.high, count.about, count.unit)
    return claim.act, numbers, frozenset(fold_spelling(m.name) for m in claim.names)


def _repeated(
    claims: Sequence[Claim], voices: Mapping[str, str], printed: Mapping[str, str]
) -> dict[str, str]:
    """What one who printed the words of another says of the same in words of their own.

    A headline above a wire story, or a summary the day after, has counted nobody again.
    """
    theirs: dict[tuple[str, _Figure], str] = {}
    for claim in claims:
        if printed[claim.id] != voices[claim.id]:
            theirs.setdefault((voices[claim.id], _figure(claim)), printed[claim.id])
    return {
        claim.id: theirs[voices[claim.id], _figure(claim)]
        for claim in claims
        if printed[claim.id] == voices[claim.id] and (voices[claim.id], _figure(claim)) in theirs
    }


def _day(report: Report | None) -> date:
    day = report.published.earliest if report is not None and report.published else None
    return day or date.max
