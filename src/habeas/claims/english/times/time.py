"""Times in a parsed text, read against the day it was published.

What counts as a time, and what does not:

- *When* something happened ("on Saturday", "since July 2024") has the role
  `when`; a date that only says which thing is meant ("the 2020 election",
  "Saturday's release", "the deal of 11 September") has the role `attribute`.
- Durations ("a 10-year sentence", "24 hours"), ages and numbers that look
  like years ("Article 1900", "2020 prisoners") are no times and are left out.
- A preposition that changes the reading belongs to the words ("since",
  "until", "before", "after", "by", "between", "from", "around"); "on", "in"
  and "at" do not.

What is left open in the words stays open. A weekday, day, month or season
without a year is the nearest one that is not after the day of publication;
where its clause speaks of the future ("will be freed on Monday", "is expected
in March") it is the nearest one not before it. "Last" and "next" never mean
the day, week, month or year of publication itself. Without a publication day,
or where a vague one would allow two answers, the year is `XXXX`. "The same
day" and "three days earlier" count from the exact day that this sentence or
the one before it named last, and mean `XXXX` where neither named any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from habeas.claims.english.parse.spans import Stretches, span_of
from habeas.claims.english.times import moments
from habeas.claims.english.times.moments import Anchor, CalendarPoint, Reading
from habeas.claims.english.times.time_context import (
    GAP,
    PART,
    Parsed,
    Role,
    ending,
    is_part_of_a_name,
    is_supported,
    looks_ahead,
    role_of,
    sentence_before,
    window,
)
from habeas.claims.english.times.time_patterns import LONG_PARTS, Form
from habeas.claims.english.times.time_search import find_forms
from habeas.model.claims import TimeMention
from habeas.model.dates import EdtfDate, InvalidDate

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WEEKDAY_BEFORE = ending(
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? (?:the )?"
)
_CONNECTIVES = {
    "since": moments.since,
    "until": moments.until,
    "till": moments.until,
    "by": moments.until,
    "before": moments.before,
    "after": moments.after,
    "around": moments.near,
    "circa": moments.near,
}
_CONNECTIVE = ending(rf"(?P<word>{'|'.join(_CONNECTIVES)}) (?:the )?")
_SPAN_BEGINS = ending(r"(?P<word>between|from) (?:the )?")
_JOIN = re.compile(
    rf"(?:{GAP})?(?P<word>and|to|until|till|through|[-–—])(?:{GAP})?(?:the{GAP})?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A time that a text mentions.

    Attributes:
        start, end: Characters of `doc.text`, end exclusive.
        time: The EDTF reading and the words from `start` to `end`.
        role: `when` of what its clause says, or `attribute` of a thing in it.
    """

    start: int
    end: int
    time: TimeMention
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    start: int
    end: int
    reading: Reading
    is_span: bool


def find_times(
    doc: Doc, published: EdtfDate | None, within: Stretches | None = None
) -> tuple[FoundTime, ...]:
    """Times in a parsed text, in text order, never overlapping.

    Args:
        doc: Parsed English.
        published: When it was published; None where that is not known. One
            that is not a single day settles only what all its days agree on.
        within: Parts of the text that alone matter; "the same day" counts from a
            day that these name.

    Returns:
        Empty where the text names no time. A date the calendar does not have
        is left out.
    """
    parsed = Parsed(doc=doc, text=doc.text)
    days = _days(published)
    found = []
    said: list[tuple[int, date]] = []
    for candidate, role in _joined(parsed, _candidates(parsed, within)):
        token = span_of(doc, candidate.start, candidate.end).root
        near = [day for at, day in said if at >= sentence_before(token)]
        anchor = Anchor(
            day=None,
            ahead=looks_ahead(parsed, candidate.start, candidate.end),
            said=near[-1] if near else None,
        )
        edtf = _resolve(candidate.reading, anchor, days)
        if edtf is None:
            continue
        if edtf.earliest is not None and edtf.earliest == edtf.latest:
            said = [*said[-1:], (token.i, edtf.earliest)]
        words = parsed.text[candidate.start : candidate.end]
        time = TimeMention(edtf=edtf, words=words)
        found.append(FoundTime(start=candidate.start, end=candidate.end, time=time, role=role))
    return tuple(found)


def _days(published: EdtfDate | None) -> tuple[date | None, ...]:
    if published is None or published.earliest is None or published.latest is None:
        return (None,)
    return (published.earliest, published.latest)


def _resolve(reading: Reading, anchor: Anchor, days: tuple[date | None, ...]) -> EdtfDate | None:
    texts = {reading(replace(anchor, day=day)) for day in days}
    text = texts.pop() if len(texts) == 1 else reading(anchor)
    try:
        return EdtfDate.parse(text)
    except InvalidDate:
        return None


def _candidates(parsed: Parsed, within: Stretches | None) -> list[_Candidate]:
    """Expressions of all forms, the longest where they overlap, in text order."""
    found = []
    for form, match in find_forms(parsed.text, within):
        if form.needs_support and not is_supported(parsed, match):
            continue
        if is_part_of_a_name(parsed, match):
            continue
        reading = form.read(match)
        if reading is not None:
            found.append(_extended(parsed.text, match, reading, form))
    found.sort(key=lambda c: (c.start, -c.end))
    kept: list[_Candidate] = []
    for candidate in found:
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def _extended(text: str, match: re.Match[str], reading: Reading, form: Form) -> _Candidate:
    """Take in the part ("late 2024") or the weekday ("Friday, 5 December") before it."""
    start = match.start()
    if isinstance(reading, CalendarPoint):
        opening = (_WEEKDAY_BEFORE if reading.day else PART).search(text, *window(start))
        if opening is not None:
            start = opening.start()
            if not reading.day:
                words = opening["part"] or " ".join(opening["long"].split())
                reading = moments.part_of(reading, LONG_PARTS.get(words.lower(), words.lower()))
    return _Candidate(start=start, end=match.end(), reading=reading, is_span=form.is_span)


def _joined(parsed: Parsed, candidates: Sequence[_Candidate]) -> Iterator[tuple[_Candidate, Role]]:
    """Join the two ends of a span, and take in the connectives that change a reading."""
    at = 0
    while at < len(candidates):
        candidate = candidates[at]
        following = candidates[at + 1] if at + 1 < len(candidates) else None
        pair = _pair(parsed.text, candidate, following) if following else None
        at += 1 if pair is None else 2
        whole = pair or candidate
        role = role_of(parsed, whole.start, whole.end)
        if pair is None and role == "when":
            whole = _connected(parsed.text, candidate)
        yield whole, role


def _pair(text: str, left: _Candidate, right: _Candidate) -> _Candidate | None:
    gap = _JOIN.fullmatch(text, left.end, right.start)
    if gap is None or left.is_span or right.is_span:
        return None
    begins = _SPAN_BEGINS.search(text, *window(left.start))
    join = gap["word"].lower()
    opening = begins["word"].lower() if begins else ""
    bare = join not in ("and", "until", "till") and all(
        isinstance(side.reading, CalendarPoint) for side in (left, right)
    )
    is_pair = {"between": join == "and", "from": join != "and"}.get(opening, False)
    if not (is_pair or bare):
        return None
    return _Candidate(
        start=begins.start() if begins else left.start,
        end=right.end,
        reading=moments.between(left.reading, right.reading),
        is_span=True,
    )


def _connected(text: str, candidate: _Candidate) -> _Candidate:
    opening = _SPAN_BEGINS.search(text, *window(candidate.start))
    if candidate.is_span and opening:
        return replace(candidate, start=opening.start())
    connective = _CONNECTIVE.search(text, *window(candidate.start))
    if connective is None:
        return candidate
    change = _CONNECTIVES[connective["word"].lower()]
    return replace(candidate, start=connective.start(), reading=change(candidate.reading))
