"""Russian ages ("Анна Соль, 34 года", "34-летняя") and lengths ("пять лет", "15 суток")."""

from __future__ import annotations

import re
from fractions import Fraction

from habeas.claims.facts import Facts, Length, first_number, iso_duration, parts_of
from habeas.claims.russian.lexicon import russian
from habeas.claims.russian.parse.lemmas import all_lemmas

_GAP = r"[ \u00a0]"
_UNIT = (
    r"(?:год(?:а|у|ам|ами|ах|ом|ов)?|лет|месяц(?:а|ев|у|ам|ами|ем)?|мес\.?|недел[а-я]{1,3}"
    r"|сут(?:ки|ок|кам|ками)|дн(?:я|ей|ям|ями)|день)(?![а-яё])"
)
_NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d)?|[а-яё]+(?:{_GAP}[а-яё]+)?)"
_LENGTH = re.compile(
    rf"""
    (?<![\w.,])
    (?:
        (?P<range>(?:\d{{1,2}}[-–—]\d{{1,2}}|от{_GAP}[\w]+{_GAP}до{_GAP}[\w]+){_GAP}{_UNIT})
      | (?P<number>{_NUMBER})(?P<half>{_GAP}с{_GAP}половиной)?{_GAP}(?P<unit>{_UNIT})
        (?:{_GAP}(?:и{_GAP})?(?P<more>{_NUMBER}){_GAP}(?P<further>{_UNIT}))?
      | (?P<life>пожизненн[а-я]+)
      | (?P<death>смертн[а-я]+{_GAP}казн[а-я]+)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NO_TERM_AFTER = re.compile(rf"{_GAP}(?:назад|спустя|от{_GAP}роду|до{_GAP}этого)\b")
_NO_TERM_BEFORE = re.compile(
    rf"\b(?:через|спустя|за|в{_GAP}последние|в{_GAP}течение|каждые|последние|с|в)"
    rf"(?:{_GAP}(?:последние|ближайшие))?{_GAP}$",
    re.IGNORECASE,
)
_SERVED_BEFORE = re.compile(
    rf"\b(?:отбы(?:л|ла|ли|в)|отсид\w+|пров[её]л\w*|просид\w+|удержива\w+|сидел\w?|после)"
    rf"(?:{_GAP}(?:почти|около|более|больше|чуть{_GAP}более))?{_GAP}$",
    re.IGNORECASE,
)
_SERVED_AFTER = re.compile(
    rf"{_GAP}(?:заключени|колони|тюрьм|плен|ареста|неволи|за{_GAP}реш|под{_GAP}(?:страж|арест)"
    rf"|в{_GAP}(?:заключени|колони|тюрьм|плен|СИЗО|сизо|ИВС|изолятор|неволе))"
)
_SENTENCE_BEFORE = re.compile(
    rf"\b(?:отбыва(?:ет|л|ла|ли|ют|ющ\w+)|приговор\w+{_GAP}к|осужд\w+{_GAP}на|сроком?{_GAP}на)"
    rf"{_GAP}$",
    re.IGNORECASE,
)
_UNITS = {"г": "Y", "л": "Y", "м": "M", "н": "W", "с": "D", "д": "D"}
"""The letter of ISO 8601 by the first letter of the unit."""
_HALVES = {"полтора": Fraction(3, 2), "полгода": Fraction(1, 2)}
_AGE_AFTER = re.compile(
    rf"(?:,{_GAP}|{_GAP}?\()(?P<years>\d{{1,3}})(?:{_GAP}(?:год[а]?|лет))?(?=[,;).]|{_GAP}и{_GAP}|$)"
    rf"|,{_GAP}которо[а-я]+{_GAP}(?P<of>\d{{1,3}}){_GAP}(?:год[а]?|лет)\b"
    rf"|,{_GAP}(?P<role>\d{{1,3}})-летн[а-я]+"
)
_AGE_BEFORE = re.compile(rf"(?P<old>\d{{1,3}})-летн[а-я]+(?:{_GAP}[\w«»-]+){{0,4}}{_GAP}$")


def _lengths(text: str) -> list[Length]:
    found = []
    at = 0
    while (match := _LENGTH.search(text, at)) is not None:
        at = match.end()
        length = _length(match, text)
        if length is not None:
            found.append(length)
        elif match["number"] and _GAP_IN.search(match["number"]):
            # "приговорили к пяти годам": the first of two words was no numeral.
            at = match.start() + len(_GAP_IN.split(match["number"])[0]) + 1
    return found


_GAP_IN = re.compile(_GAP)


def _length(match: re.Match[str], text: str) -> Length | None:
    before, after = text[: match.start()], text[match.end() :]
    if match["life"] or match["death"]:
        return Length(
            start=match.start(), end=match.end(), duration=None, words=match[0], is_sentence=True
        )
    served = bool(_SERVED_BEFORE.search(before) or _SERVED_AFTER.match(after))
    if _NO_TERM_AFTER.match(after) or (_NO_TERM_BEFORE.search(before) and not served):
        return None
    told = {"is_served": served, "is_sentence": _SENTENCE_BEFORE.search(before) is not None}
    if match["range"]:
        return Length(start=match.start(), end=match.end(), duration=None, words=match[0], **told)
    parts = _parts(match["number"], match["unit"], half=match["half"])
    if parts is None:
        return None
    end = match.end("unit")
    if match["more"] and (more := _parts(match["more"], match["further"])) is not None:
        parts, end = {**parts, **more}, match.end()
    words = text[match.start() : end]
    return Length(start=match.start(), end=end, duration=iso_duration(parts), words=words, **told)


def _parts(number: str, unit: str, half: str | None = None) -> dict[str, Fraction] | None:
    """The parts of a length; `half` are the words "с половиной" where they stand."""
    value = _value(number)
    if value is None:
        return None
    return parts_of(value + Fraction(1, 2) if half else value, _UNITS[unit[0].lower()])


def _value(number: str) -> Fraction | None:
    if number[0].isdigit():
        return Fraction(number.replace(",", "."))
    values = russian().numbers.values
    total = Fraction(0)
    for word in _GAP_IN.split(number):
        lemmas = all_lemmas(word)
        value = next((_HALVES[one] for one in lemmas if one in _HALVES), None)
        value = value or next((Fraction(values[one]) for one in lemmas if one in values), None)
        if value is None:
            return None
        total += value
    return total


def _where(text: str, name: str) -> tuple[int, int] | None:
    """Where a name stands, whatever its case: its words by their beginnings, else the longest."""
    words = [re.escape(word[: _stem(word)]) + r"[\w’'-]*" for word in name.split()]
    if not words:
        return None
    whole = re.search(rf"(?<!\w){_GAP.join(words)}", text)
    found = whole or re.search(rf"(?<!\w){max(words, key=len)}", text)
    return found.span() if found else None


def _stem(word: str) -> int:
    return max(2, len(word) - (1 if len(word) < 5 else 2 if len(word) < 7 else 3))


def _age(before: str, after: str) -> int | None:
    return first_number(_AGE_AFTER.match(after) or _AGE_BEFORE.search(before))


RUSSIAN_FACTS = Facts(lengths=_lengths, where=_where, age=_age)
