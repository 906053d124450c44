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
from typing import TYPE_CHECKING, Literal

from habeas.claims import moments
from habeas.claims.moments import UNKNOWN, Anchor, CalendarPoint, Reading
from habeas.claims.time_patterns import LONG_PARTS, Form, forms
from habeas.model.claims import TimeMention
from habeas.model.dates import EdtfDate, InvalidDate

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

type Role = Literal["when", "attribute"]

_REACH = 40
"""Characters looked at on each side of an expression."""

_GAP = r"[ \t\xa0\u202f]{1,3}"


def _ending(template: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{template})$".replace(" ", _GAP), re.IGNORECASE)


_PART = _ending(
    r"(?:the )?(?:(?P<part>early|mid|late)(?: in)?(?: |-)(?:the )?"
    r"|(?P<long>beginning|start|middle|end|first half|second half"
    r"|(?:first|second|third|fourth|last) quarter) of (?:the )?)"
)
_WEEKDAY_BEFORE = _ending(
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
_CONNECTIVE = _ending(rf"(?P<word>{'|'.join(_CONNECTIVES)}) (?:the )?")
_SPAN_BEGINS = _ending(r"(?P<word>between|from) (?:the )?")
_JOIN = re.compile(
    rf"(?:{_GAP})?(?P<word>and|to|until|till|through|[-–—])(?:{_GAP})?(?:the{_GAP})?", re.IGNORECASE
)
_LAST_WORD = re.compile(r"([\w.]+)[ \t\xa0\u202f]{1,3}(the[ \t\xa0\u202f]{1,3})?$", re.IGNORECASE)
_LISTED = re.compile(r"(?:1[6-9]|20)[0-9]{2}(?:,|,? (?:and|or)) $")
_OF_SOMETHING = re.compile(rf"{_GAP}of{_GAP}")
_POSSESSIVE = re.compile(r"['’]s\b")
# fmt: off
_TIME_PREPOSITIONS = frozenset({
    "after", "around", "before", "between", "by", "circa", "during", "early", "from", "in",
    "last", "late", "mid", "next", "of", "over", "since", "this", "through", "throughout",
    "till", "to", "until", "year",
})
_NUMBERED = frozenset({
    "act", "apartment", "article", "articles", "case", "cell", "clause", "convention", "decree",
    "flight", "law", "no", "no.", "nos.", "number", "order", "page", "paragraph", "protocol",
    "resolution", "room", "rule", "section", "unit",
})
_UNITS = frozenset({
    "dollar", "euro", "hour", "kilometre", "minute", "percent", "pound", "rouble", "ruble",
})
# fmt: on
_ORDINARY_MONTHS = frozenset({"march", "may"})
_ORDERS = frozenset({"adjourn", "extend", "jail", "order", "postpone", "prolong", "remand"})
_LINE_BEGINS = re.compile(r"(?:^|\n)[^\na-z]{0,38}$")
_LINE_OPENS = re.compile(rf"(?:{_GAP})?(?:\(|[-–—:])")
_ATTRIBUTIVE = ("nummod", "compound", "amod", "nmod", "poss")
_TIME_NOUNS = frozenset(
    {"morning", "afternoon", "evening", "night", "day", "week", "month", "year", "end"}
)
_PLURAL = ("NNS", "NNPS")
_WILL = frozenset({"will", "shall", "would", "may", "might", "can", "could", "should", "must"})
_AWAITED = frozenset(
    {"due", "expect", "hope", "intend", "plan", "pledge", "promise", "schedule", "set", "slate"}
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


def find_times(doc: Doc, published: EdtfDate | None) -> tuple[FoundTime, ...]:
    """Times in a parsed text, in text order, never overlapping.

    Args:
        doc: Parsed English.
        published: When it was published; None where that is not known. One
            that is not a single day settles only what all its days agree on.

    Returns:
        Empty where the text names no time. A date the calendar does not have
        is left out.
    """
    days = _days(published)
    found = []
    said: list[tuple[int, date]] = []
    for candidate, role in _joined(doc, _candidates(doc)):
        token = _span(doc, candidate).root
        near = [day for at, day in said if at >= _sentence_before(token)]
        anchor = Anchor(
            day=None,
            ahead=_looks_ahead(doc.text, candidate, token),
            said=near[-1] if near else None,
        )
        edtf = _resolve(candidate.reading, anchor, days)
        if edtf is None:
            continue
        if edtf.earliest is not None and edtf.earliest == edtf.latest:
            said = [*said[-1:], (token.i, edtf.earliest)]
        words = doc.text[candidate.start : candidate.end]
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


def _candidates(doc: Doc) -> list[_Candidate]:
    """Expressions of all forms, the longest where they overlap, in text order."""
    found = []
    for form in forms():
        for match in form.pattern.finditer(doc.text):
            if form.needs_support and not _is_supported(doc, match):
                continue
            if _is_part_of_a_name(doc, match):
                continue
            reading = form.read(match)
            if reading is not None:
                found.append(_extended(doc.text, match, reading, form))
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
        before = (_WEEKDAY_BEFORE if reading.day else _PART).search(text, *_before(start))
        if before is not None:
            start = before.start()
            if not reading.day:
                words = before["part"] or " ".join(before["long"].split())
                reading = moments.part_of(reading, LONG_PARTS.get(words.lower(), words.lower()))
    return _Candidate(start=start, end=match.end(), reading=reading, is_span=form.is_span)


def _before(start: int) -> tuple[int, int]:
    return max(0, start - _REACH), start


def _joined(doc: Doc, candidates: Sequence[_Candidate]) -> Iterator[tuple[_Candidate, Role]]:
    """Join the two ends of a span, and take in the connectives that change a reading."""
    at = 0
    while at < len(candidates):
        candidate = candidates[at]
        following = candidates[at + 1] if at + 1 < len(candidates) else None
        pair = _pair(doc.text, candidate, following) if following else None
        at += 1 if pair is None else 2
        role = _role(doc, pair or candidate)
        yield pair or (candidate if role == "attribute" else _connected(doc.text, candidate)), role


def _pair(text: str, left: _Candidate, right: _Candidate) -> _Candidate | None:
    gap = _JOIN.fullmatch(text, left.end, right.start)
    if gap is None or left.is_span or right.is_span:
        return None
    begins = _SPAN_BEGINS.search(text, *_before(left.start))
    join = gap["word"].lower()
    opening = begins["word"].lower() if begins else None
    bare = join not in ("and", "until", "till") and all(
        isinstance(side.reading, CalendarPoint) for side in (left, right)
    )
    if not (
        (opening == "between" and join == "and") or (opening == "from" and join != "and") or bare
    ):
        return None
    return _Candidate(
        start=begins.start() if begins else left.start,
        end=right.end,
        reading=moments.between(left.reading, right.reading),
        is_span=True,
    )


def _connected(text: str, candidate: _Candidate) -> _Candidate:
    opening = _SPAN_BEGINS.search(text, *_before(candidate.start))
    if candidate.is_span and opening:
        return replace(candidate, start=opening.start())
    connective = _CONNECTIVE.search(text, *_before(candidate.start))
    if connective is None:
        return candidate
    change = _CONNECTIVES[connective["word"].lower()]
    return replace(candidate, start=connective.start(), reading=change(candidate.reading))


def _span(doc: Doc, part: _Candidate | re.Match[str]) -> Span:
    start, end = part.span() if isinstance(part, re.Match) else (part.start, part.end)
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None  # `expand` always finds tokens for characters of the text
    return span


def _is_supported(doc: Doc, match: re.Match[str]) -> bool:
    """True where the words around a bare `May`, `2021` or `spring` make it a time."""
    text, span = doc.text, _span(doc, match)
    words = match.groupdict()
    if words.get("season"):
        return _is_season(text, match)
    if words.get("year") and (_is_counting(span, text, match) or _is_numbered(text, match)):
        return False
    if _PART.search(text, *_before(match.start())):
        return True
    before = _LAST_WORD.search(text, *_before(match.start()))
    if before and not before[2] and before[1].lower() in _TIME_PREPOSITIONS:
        return True
    if words.get("month"):
        if match.group().lower() in _ORDINARY_MONTHS and not (before and before[2]):
            return False
        return span.root.ent_type_ == "DATE" and _role(doc, _bare(match)) == "attribute"
    if text[match.start() - 1 : match.start()] == "(":
        return True
    if _LISTED.search(text, *_before(match.start())) or span.root.ent_type_ == "DATE":
        return True
    return _role(doc, _bare(match)) == "attribute"


def _bare(match: re.Match[str]) -> _Candidate:
    return _Candidate(
        start=match.start(), end=match.end(), reading=lambda _: UNKNOWN, is_span=False
    )


def _is_season(text: str, match: re.Match[str]) -> bool:
    if match["which"] or match["year"] or match["on"]:
        return True
    before = _LAST_WORD.search(text, *_before(match.start()))
    is_placed = before is not None and before[1].lower() in _TIME_PREPOSITIONS
    article = match.group().lower().startswith("the")
    return is_placed and article and not _OF_SOMETHING.match(text, match.end())


def _is_numbered(text: str, match: re.Match[str]) -> bool:
    before = _LAST_WORD.search(text, *_before(match.start()))
    return before is not None and before[1].lower() in _NUMBERED


def _is_counting(span: Span, text: str, match: re.Match[str]) -> bool:
    """True for the number of `2020 prisoners` and `2021 euros`."""
    last = span[-1]
    if last.i + 1 >= len(span.doc):
        return False
    head = last.nbor()
    if head.lemma_.lower() in _UNITS:
        return True
    before = _LAST_WORD.search(text, *_before(match.start()))
    is_definite = before is not None and (before[2] or before[1].lower() == "the")
    if is_definite or head.tag_ not in _PLURAL or last.head != head:
        return False
    is_placed = before is not None and before[1].lower() in _TIME_PREPOSITIONS
    return not (is_placed and last.ent_type_ == "DATE")


def _is_part_of_a_name(doc: Doc, match: re.Match[str]) -> bool:
    """True for `USA Today` and `April Stone`; a written-out date never is."""
    if any(character.isdigit() for character in match.group()):
        return False
    span = _span(doc, match)
    if span.root.ent_type_ not in ("PERSON", "ORG", "WORK_OF_ART"):
        return False
    following = doc[span.end] if span.end < len(doc) else None
    goes_on = following is not None and following.ent_iob_ == "I"
    return span.root.ent_type_ == "PERSON" or goes_on or span[0].ent_iob_ == "I"


def _role(doc: Doc, candidate: _Candidate) -> Role:
    if _POSSESSIVE.match(doc.text, candidate.end):
        return "attribute"
    span = _span(doc, candidate)
    root = span.root
    verb = _governing_verb(root)
    if verb is not None and verb.lower_ == "born":
        return "attribute"
    if root.dep_ in _ATTRIBUTIVE and root.head.i >= span.end:
        before = doc[span.start - 1] if span.start else None
        is_placed = before is not None and before.pos_ in ("ADP", "SCONJ")
        return "when" if is_placed else "attribute"
    if root.dep_ == "pobj" and root.head.lower_ == "of":
        owner = root.head.head
        named = owner.pos_ in ("NOUN", "PROPN") and owner.lower_ not in _TIME_NOUNS
        return "attribute" if named else "when"
    return "when"


def _sentence_before(token: Token) -> int:
    """Index of the first token of the sentence before the token's own."""
    start = token.sent.start
    return token.doc[start - 1].sent.start if start else 0


def _looks_ahead(text: str, candidate: _Candidate, token: Token) -> bool:
    if _is_dateline(text, candidate):
        return False
    words = text[candidate.start : candidate.end]
    return _speaks_of_future(token) or _fixes_a_term(token, words)


def _speaks_of_future(token: Token) -> bool:
    """True where the clause of the time, or the one that governs it, looks ahead."""
    verb = _governing_verb(token)
    is_complement = False
    while verb is not None:
        aux = {child.lemma_.lower() for child in verb.children if child.dep_ in ("aux", "auxpass")}
        if aux & _WILL and "have" not in aux:
            return True
        if verb.lemma_.lower() in _AWAITED and (is_complement or verb.tag_ != "VBD"):
            return True
        is_complement = verb.dep_ == "xcomp"
        verb = verb.head if is_complement else None
    return False


def _governing_verb(token: Token) -> Token | None:
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX", "ADJ")), None)


def _is_dateline(text: str, candidate: _Candidate) -> bool:
    """True for the day of `ALGIERS, Oct 12 (Example Wire) - ...`, which is past."""
    begins = _LINE_BEGINS.search(text, *_before(candidate.start)) is not None
    return begins and _LINE_OPENS.match(text, candidate.end) is not None


def _fixes_a_term(token: Token, words: str) -> bool:
    """True for "remanded until 19 June": an order reaches ahead, a stay may be over."""
    verb = _governing_verb(token)
    is_order = verb is not None and verb.lemma_.lower() in _ORDERS
    return is_order and words.lower().startswith(("until", "till"))
