"""Quantities of any kind in English: "about 5 %", "$2.5 million", "rose by at least 20".

A quantity is a number that measures or counts something. Dates, times of day, ordinals and numbers
that are part of a name ("Route 66", "Covid-19") are none. `quantities` reads how many people;
this reads whatever is counted, with what hedges it and whether it tells of a rise or a fall.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Span, Token

from habeas.claims.english.figures.number_contexts import is_no_quantity
from habeas.claims.english.figures.numerals import Numeral, find_numerals
from habeas.claims.english.lexicon import word_list
from habeas.claims.english.parse.trees import neighbour


class Bound(StrEnum):
    """What a hedge makes of a number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    ABOVE = "above"
    FLOOR = "floor"
    BELOW = "below"
    CEILING = "ceiling"


class Change(StrEnum):
    """Whether a number tells by how much something rose or fell."""

    NONE = "none"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A quantity as it was said.

    Attributes:
        low, high: The number; they differ for a range ("5 to 10") and a move
            ("from 10 to 5") and for words of magnitude alone: "thousands" are 1,000
            to 10,000. A percentage is as written: 5 for "5 %".
        bound: What hedges it.
        change: Whether it is the size of a rise or a fall.
        unit: "%", money as it is written ("$", "euro"), or the lemma of the noun
            that is measured or counted; empty where there is none.
        start, end: Of its number in characters of `doc.text`, end exclusive.
    """

    low: float
    high: float
    bound: Bound
    change: Change
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The words of `numbers.toml`."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    money: re.Pattern[str]
    percent: re.Pattern[str]
    short: re.Pattern[str]
    change: Mapping[str, frozenset[str]]


_BETWEEN = re.compile(
    r"^[\s-]?(?P<unit>(?:%|°|[a-z][a-z./]*)(?:\s[a-z][a-z./]*){0,3}?)??"
    r"\s*(?P<join>-to-|-|–|—|to-|to|and|or|up to|down to)\s*"
    r"(?P<money>(?:US|C|A|HK|NZ)?\s?[$£€¥]\s?(?:US|A|NZ)?|RM\s?|[A-Z]{3}\s?)?$",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"\b(between|from|range of|ranging|ranges|ranged|range)\W+"
    r"(?:(?!between\b)\w+\W+)?(?:us|nz|rm|a)?$"
)
_BETWEEN_ADVERB_AND_NUMBER = word_list("figures", "numbers.between_adverb_and_number")
_MOVING = word_list("figures", "numbers.moving")
_VALUES = frozenset(
    "% point percentage cent pence penny sen yen euro dollar pound pip bp p £ € ¥".split()
)
_ASIDE = re.compile(
    r"^[^.;:()]{0,25}?(?:\(\s?|\s?/\s?|,? or )(?:[A-Z]{0,3}[$£€¥]\s?|[A-Z]{2,3}\s?)?$"
)
"""What leads from a quantity to the same again: "500 miles (800 km)", "5 points, or 2 %"."""
_LAST_YEAR = 2100.0
_TIMES = word_list("figures", "numbers.times")
_ARTICLE = r"(?:(?:an?|another|the|its|their|his|her|a further|an additional)\s+)?"


def find_quantities(doc: Doc | Span) -> tuple[Amount, ...]:
    """Every quantity of a text, in text order.

    Args:
        doc: A parse by the English model, or a part of one.

    Returns:
        The quantities; empty where the text counts and measures nothing.
    """
    text = doc.text
    offset = doc.start_char if isinstance(doc, Span) else 0
    whole = doc.doc if isinstance(doc, Span) else doc
    numerals = find_numerals(text)
    found: list[Amount] = []
    index = 0
    while index < len(numerals):
        first = numerals[index]
        following = numerals[index + 1] if index + 1 < len(numerals) else None
        if following and _is_score(text, first, following):
            index += 2
            continue
        span = _tokens(whole, offset + first.start, offset + first.end)
        joined = following is not None and _is_range(text, first, following)
        index += 2 if joined else 1
        if (joined and following and following.value > _LAST_YEAR) or not is_no_quantity(
            span, text, first.start, first.end
        ):
            last = following if joined and following else first
            ends = sorted((_scaled(first, last), last.value)) if joined else _ends(first)
            amount = _amount(text, first, last, span)
            tail = span if not joined else _tokens(whole, offset + last.start, offset + last.end)
            unit = _unit(text, first, last, tail[-1])
            change = _change(span, text[: first.start], unit)
            told = replace(
                amount,
                low=ends[0],
                high=ends[1],
                unit=unit,
                change=change,
                start=offset + first.start,
                end=offset + last.end,
            )
            if found and _ASIDE.match(text[found[-1].end - offset : first.start]):
                told = _like(found[-1], told)
            found.append(told)
    return tuple(found)


def _is_score(text: str, first: Numeral, last: Numeral) -> bool:
    """True for "won 3-2", "a 60–40 split": two numbers set against each other."""
    between = text[first.end : last.start]
    return between in ("-", "–") and first.value >= last.value and first.scale == last.scale == 1.0


def _like(before: Amount, aside: Amount) -> Amount:
    """The same quantity told again has the hedge and the change of the first."""
    bound = before.bound if aside.bound is Bound.EXACT else aside.bound
    change = before.change if aside.change is Change.NONE else aside.change
    return replace(aside, bound=bound, change=change)


def _tokens(doc: Doc, start: int, end: int) -> Span:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span if span is not None and len(span) else doc[0:1]


def _ends(numeral: Numeral) -> list[float]:
    """ "Thousands" are one thousand to ten."""
    return [numeral.value, numeral.value * (10 if numeral.is_vague else 1)]


def _scaled(first: Numeral, last: Numeral) -> float:
    """ "5 to 10 million" begins at five million; "$200 to $4 million" does not."""
    shares = first.scale == 1.0 < last.scale and abs(first.value) < abs(last.value) / last.scale
    return first.value * last.scale if shares else first.value


def _is_range(text: str, first: Numeral, last: Numeral) -> bool:
    """True for "5 to 10", "between 5 % and 10 %", "from $5 to $3"; not for "rose 5 to 110"."""
    between = _BETWEEN.match(text[first.end : last.start])
    if between is None or first.value == last.value:
        return False
    before = text[max(0, first.start - 30) : first.start].lower()
    opened = _OPENED.search(before)
    if re.search(r"\bby\W*$", before):
        return False
    join, unit = between["join"].lower(), (between["unit"] or "").lower()
    if join in ("-", "–", "—") and (" " in unit or re.search(r"\s[-–]$", text[: last.start])):
        return False
    if opened is not None and (opened[1] == "between") == (join == "and"):
        return join != "or"
    if join in ("and", "or") or not _scaled(first, last) < last.value:
        return False
    if between["money"] and not re.search(r"[$£€¥]\s?$", before):
        return False
    if unit and not text[last.end :].lstrip(" -").lower().startswith((unit, "%", "per")):
        return False
    verbs = _words().change
    words = re.findall(r"[a-z]+", before)[-2:]
    moved = any(
        w.removesuffix("s").removesuffix("ed") in verbs["up"] | verbs["down"] for w in words
    )
    return not (join == "to" and (moved or bool({"up", "down", "rose", "fell"} & set(words))))


def _amount(text: str, first: Numeral, last: Numeral, span: Span) -> Amount:
    return Amount(
        low=first.value,
        high=last.value,
        bound=_bound(text, first, last, span),
        change=Change.NONE,
        unit="",
        start=first.start,
        end=last.end,
    )


def _bound(text: str, first: Numeral, last: Numeral, span: Span) -> Bound:
    """What hedges a number, by the words right before it and right after it."""
    words = _words()
    ahead = words.money.sub("", text[max(0, first.start - 60) : first.start])
    if match := words.before.search(ahead):
        name = next(k for k, v in match.groupdict().items() if v)
        if not _is_of_time(match[name], span):
            return Bound(name)
    if match := words.after.match(text[last.end : last.end + 60]):
        return Bound(next(k for k, v in match.groupdict().items() if v))
    return Bound.EXACT


def _is_of_time(hedge: str, span: Span) -> bool:
    """True for "over five years", "around 5 o'clock": a stretch of time, no hedge."""
    if hedge.lower() not in ("over",):
        return False
    before = neighbour(span[0], -1) if span[0].i > 0 else span[0]
    return before.dep_ == "prep" and span[-1].head.lemma_.lower() in _TIMES


def _unit(text: str, first: Numeral, last: Numeral, token: Token) -> str:
    words = _words()
    if money := words.money.search(text[: first.start]):
        return money[0].strip()
    behind = text[last.end :]
    if words.percent.match(behind):
        return "%"
    if short := words.short.match(behind):
        return short[0].strip(" -")
    noun = token.head if token.dep_ in ("nummod", "compound", "quantmod", "amod", "nmod") else token
    if noun is token:
        of = [p for t in token.children if t.lower_ == "of" for p in t.children if p.dep_ == "pobj"]
        return of[0].lemma_ if of else ""
    return noun.lemma_ if noun.pos_ in ("NOUN", "PROPN", "SYM") else ""


def _change(span: Span, ahead: str, unit: str) -> Change:
    """Whether the verb or adverb that a number belongs to says that something rose or fell."""
    signed = re.search(r"(?:^|[\s(])([-−+])[$£€¥]?$", ahead)
    if signed is not None and (signed[1] == "+" or unit == "%"):
        return Change.UP if signed[1] == "+" else Change.DOWN
    top = span[-1]
    while top.dep_ in ("nummod", "quantmod") and top.head.i > top.i:
        top = top.head
    found = _beside(span)
    return found if found is not Change.NONE else _governed(top, unit)


def _beside(span: Span) -> Change:
    """ "up 5 %", "down by $3"; not "gave up 300 yards"."""
    words = _words().change
    before = [t for t in span.doc[max(0, span.start - 4) : span.start] if not t.is_currency]
    while before and before[-1].lower_ in _BETWEEN_ADVERB_AND_NUMBER:
        before.pop()
    if not before or before[-1].lower_ not in words["upward"] | words["downward"]:
        return Change.NONE
    last = before[-1]
    lifted = words["up"] | words["down"] | words["up_by"] | words["down_by"] | _MOVING
    if last.dep_ == "prt" and last.head.pos_ == "VERB" and _named(last.head) not in lifted:
        return Change.NONE
    return Change.UP if last.lower_ in words["upward"] else Change.DOWN


def _governed(top: Token, unit: str) -> Change:
    """ "rose 5 %", "rose by 5 %", "raised prices by 5 %"; not "rose to 5 %", which is no size."""
    words = _words().change
    head, by = top.head, False
    if top.dep_ == "pobj":
        if head.lower_ != "by":
            return Change.NONE
        by, head = True, head.head
    elif top.dep_ not in ("dobj", "npadvmod", "advmod", "attr", "oprd", "ccomp"):
        return Change.NONE
    lemma = _named(head)
    if head.pos_ not in ("VERB", "AUX") and not by:
        return Change.NONE
    if by and lemma in words["up_by"] | words["down_by"]:
        return Change.UP if lemma in words["up_by"] else Change.DOWN
    if lemma in words["of_values"] and unit not in _VALUES and not unit.startswith(("$", "US$")):
        return Change.NONE
    if lemma in words["up"] | words["down"]:
        return _direction(lemma)
    return Change.NONE


def _named(token: Token) -> str:
    return token.lemma_.lower()


def _direction(lemma: str) -> Change:
    return Change.UP if lemma in _words().change["up"] else Change.DOWN


@cache
def _words() -> _Words:
    source = files("habeas.claims.english") / "data" / "numbers.toml"
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    before = _named_groups(tables["hedges"])
    after = _named_groups(tables["after"])
    money = "|".join(map(re.escape, sorted(tables["money"]["before"], key=len, reverse=True)))
    percent = "|".join(map(re.escape, sorted(tables["units"]["percent"], key=len, reverse=True)))
    short = "|".join(map(re.escape, sorted(tables["units"]["short"], key=len, reverse=True)))
    return _Words(
        before=re.compile(rf"(?:^|(?<=[\s(\"“—–-]))(?:{before})\s*{_ARTICLE}$", re.IGNORECASE),
        after=re.compile(
            rf"(?P<floor_>\+)(?!\w)|(?:[\s-]?(?:{percent}|[a-z]+)){{0,2}}?,?\s(?:{after})\b"
            rf"|-?odd\b(?P<about_>)",
            re.IGNORECASE,
        ),
        money=re.compile(rf"(?:(?<![\w])(?:{money}))\s?$", re.IGNORECASE),
        percent=re.compile(rf"[\s-]?(?:{percent})(?!\w)", re.IGNORECASE),
        short=re.compile(rf"[\s-]?(?:{short})(?![\w-])", re.IGNORECASE),
        change={name: frozenset(words) for name, words in tables["change"].items()},
    )


def _named_groups(table: Mapping[str, list[str]]) -> str:
    every = sorted(
        ((word, name) for name, words in table.items() for word in words),
        key=lambda pair: len(pair[0]),
        reverse=True,
    )
    groups: dict[str, list[str]] = {}
    for word, name in every:
        groups.setdefault(name, []).append(re.escape(word).replace(r"\ ", r"\s+"))
    return "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in groups.items())
