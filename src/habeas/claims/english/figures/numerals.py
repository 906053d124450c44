"""Numbers in English words and figures, whatever they count: "1,197", "two and a half million".

The base of every reader of quantities; nothing here asks what a number means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "mil": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "dozen": 12.0,
    "score": 20.0,
}
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9}
"""Scales of one letter, read as such in capitals, after money, or "k"."""
_PARTS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
    "thousandth": 1000,
}
_SIGNS = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
_MANY = {
    "tens of thousands": 1e4,
    "hundreds of thousands": 1e5,
    "tens of millions": 1e7,
    "hundreds of millions": 1e8,
    "tens of billions": 1e10,
    "hundreds of billions": 1e11,
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
_LARGE = "hundred|thousand|million|billion|trillion|lakh|crore"
_MAGNITUDE = "|".join(word.replace(" ", "[ ]") for word in _MANY)
_SIMPLE = "|".join(sorted([*SMALL, *TENS], key=len, reverse=True))
_FIGURE = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d|[,.]\d)"
    r"|\d+)(?:\.\d+)?|\.\d+"
)
_SIGN = "[" + "".join(_SIGNS) + "]"
_PART = "|".join(_PARTS)
_AFTER_LARGE = "".join(rf"(?<={word})|" for word in _LARGE.split("|")).rstrip("|")
_NUMERAL = re.compile(
    rf"""
    (?P<many>\b(?:{_MAGNITUDE})\b)
  | (?P<half>\bhalf[ -](?:an?[ -])?(?={_LARGE}|dozen))
    (?P<halved>{_LARGE}|dozen)\b
  | (?:
        (?P<ratio>(?<![\d/.])\d{{1,2}}\s?[/⁄]\s?\d{{1,3}}(?![\d/])|(?<!\d){_SIGN})
      | (?P<figure>{_FIGURE})
        (?P<power>\s?[×x]\s?10\s?\^?\s?[-−]?\d+|e[+-]?\d+\b)?
        (?P<rest>(?:[ -]\d{{1,2}}[/⁄]\d{{1,2}}(?![\d/]))|\s?{_SIGN})?
      | (?P<words>\b(?:an?[ -](?=(?:{_LARGE}|dozen)\b))?(?:{_SIMPLE}|{_LARGE}|dozen)
        (?:(?:[ -]|(?:{_AFTER_LARGE})[ -]and[ -])(?:{_SIMPLE}|{_LARGE}))*)\b
    )
    (?P<and>[ -]and[ -](?:an?|one|three)[ -](?:{_PART})s?\b)?
    (?P<scale>(?:[ -]?(?:{"|".join(_SCALES)})\b)+(?![’']?s\b)
      |\s?(?P<letter>[kKmMbB])(?![\w/’']|[ ]?\d))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OUT_OF = re.compile(
    rf"\b(?P<n>{_SIMPLE}|\d{{1,2}}) (?:in|out of|in every|out of every) "
    rf"(?P<m>{_SIMPLE}|\d{{1,3}})\b(?![-,.%]?\d|[ ](?:the|a|million|billion|percent|per)\b|%)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"\b(?:(?P<n>an?|{_SIMPLE})[ -])?(?P<part>{_PART})(?P<many>s?)\b(?P<of>[ ]of\b|[ ]the\b)?",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:[$£€¥₹]|\b(?:USD?|EUR|GBP|AUD|CAD|NZD|HKD|CHF|PS|RM|Rs\.?|R)) ?[-−]?$")
_MINUS = re.compile(
    r"(?:(?:^|[\s(])[-−–](?:[A-Z]{0,2}[$£€¥])?|[$£€¥]-|\bminus[ -][$£€¥]?)$", re.IGNORECASE
)
_PEOPLED = re.compile(r" (?:of its |of their |of |[a-z]+ )?[a-z]+s\b")
"""What follows "2.7m" where it means millions: a plural."""
_NO_HALF = re.compile(r"(?:first|second|other|latter|and an?|\d)[ -]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number and where it stands.

    Attributes:
        value: The number; of "dozens", "thousands" the one dozen, the one thousand.
        start, end: Characters of the text, end exclusive.
        scale: What its last words multiply by, 1 where nothing does; "5 to 10 million"
            shares it.
        is_vague: True for "dozens", "thousands", which go up to ten times their value.
    """

    value: float
    start: int
    end: int
    scale: float = 1.0
    is_vague: bool = False


def find_numerals(text: str) -> list[Numeral]:
    """Every number of a text, in text order, none overlapping another.

    Ordinals, dates and numbers inside names are numbers here too.
    """
    fractions = [*_fractions(text), *_shares_told(text)]
    taken = [range(f.start, f.end) for f in fractions]
    found = [
        n
        for match in _NUMERAL.finditer(text)
        if (n := _numeral(match)) is not None
        and not any(n.start < t.stop and t.start < n.end for t in taken)
    ]
    return sorted([*found, *fractions], key=lambda n: n.start)


def read_numeral(words: str) -> float | None:
    """The number that some words are; None where they are none, or more than one.

    >>> read_numeral("two and a half million")
    2500000.0
    >>> read_numeral("one hundred and twenty-three")
    123.0
    """
    found = find_numerals(words.strip())
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(words.strip()))
    return found[0].value if whole else None


def _numeral(match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    if match["many"]:
        many = _MANY[match["many"].lower()]
        return Numeral(value=many, start=start, end=end, scale=many, is_vague=True)
    if match["half"]:
        scale = _SCALES[match["halved"].lower()]
        return Numeral(value=scale / 2, start=start, end=end, scale=scale)
    value = _base(match)
    if value is None:
        return None
    if match["and"]:
        value += _share(match["and"])
    scale = 1.0
    for word in re.findall(r"[a-z]+", (match["scale"] or "").lower()):
        scale *= _SCALES.get(word) or _LETTERS[word]
    if match["letter"] and not _is_scale(match):
        scale, end = 1.0, match.start("scale")
    if match["words"] and scale == 1.0:
        scale = _last_scale(match["words"])
        return Numeral(value=value, start=start, end=end, scale=scale)
    if _MINUS.search(match.string[:start]):
        scale = -scale
    return Numeral(value=value * scale, start=start, end=end, scale=abs(scale))


def _is_scale(match: re.Match[str]) -> bool:
    """ "$5m", "2M", "10k", "2.7 m people" are millions and thousands; "5m" is a length."""
    letter = match["letter"]
    if letter in "kKMB":
        return letter != "K" or match.start("letter") == match.end("figure")
    if _MONEY.search(match.string[: match.start()]):
        return True
    return letter == "m" and bool(_PEOPLED.match(match.string[match.end() :]))


def _base(match: re.Match[str]) -> float | None:
    if ratio := match["ratio"]:
        return _ratio(ratio)
    if figure := match["figure"]:
        value = float(re.sub(r"[,\s]", "", figure))
        if power := match["power"]:
            exponent = re.search(r"[-−+]?\d+$", power.removeprefix("e"))
            digits = exponent[0].replace("−", "-") if exponent else "0"
            digits = digits if power.startswith("e") else re.sub(r"^10(?=-?\d)", "", digits)
            value *= 10.0 ** max(-99, min(99, int(digits or 0)))
        return value + (_ratio(match["rest"]) or 0.0 if match["rest"] else 0.0)
    return _spelt(match["words"])


def _ratio(words: str) -> float | None:
    if (sign := words.strip()) in _SIGNS:
        return _SIGNS[sign]
    above, below = (int(n) for n in re.split(r"[/⁄]", words.strip(" -")))
    return above / below if 0 < above < below else None


def _share(words: str) -> float:
    """The fraction of " and a half", "-and-three-quarters"."""
    many = 3 if "three" in words.lower() else 1
    part = re.findall(r"[a-z]+", words.lower())[-1]
    return many / _PARTS[part if part in _PARTS else part.removesuffix("s")]


def _spelt(words: str) -> float:
    total = current = 0.0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in SMALL or word in TENS:
            current += SMALL.get(word) or TENS.get(word) or 0
        elif word in ("hundred", "dozen"):
            current = max(current, 1.0) * _SCALES[word]
        elif word in _SCALES:
            total, current = total + max(current, 1.0) * _SCALES[word], 0.0
    return total + current


def _last_scale(words: str) -> float:
    last = re.findall(r"[a-z]+", words.lower())[-1]
    return _SCALES.get(last, 1.0)


def _shares_told(text: str) -> Iterator[Numeral]:
    """ "one in five", "two out of three"; no "5 in 2009"."""
    for match in _OUT_OF.finditer(text):
        above, below = (_small(match[name]) for name in ("n", "m"))
        if 0 < above < below <= 100:
            yield Numeral(value=above / below, start=match.start(), end=match.end())


def _small(words: str) -> float:
    return float(words) if words.isdigit() else _spelt(words)


def _fractions(text: str) -> Iterator[Numeral]:
    """ "two-thirds", "a quarter of", "half the"; no "third quarter", no "second half"."""
    for match in _FRACTION.finditer(text):
        count, part, many = match["n"], match["part"].lower(), bool(match["many"])
        of = bool(match["of"])
        if part in ("half", "halve"):
            if many or re.search(
                r"(?:first|second|other|latter|and an?|\d)[ -]$", text[: match.start()]
            ):
                continue
            if re.match(rf"[ -](?:an?[ -])?(?:{_LARGE}|dozen)\b", text[match.end() :]):
                continue
            count = count if count and count.lower() in ("a", "one") else None
        elif count is None or not (many or of or "-" in match[0]):
            continue
        if many and count and count.lower() in ("a", "an", "one"):
            continue
        start = match.start() if count or not match["n"] else match.start("part")
        if re.search(r"[\w-]$", text[:start]) or re.search(r"\band $", text[:start]):
            continue
        above = SMALL.get((count or "a").lower(), TENS.get((count or "a").lower(), 1))
        end = match.start("of") if of else match.end()
        yield Numeral(value=above / _PARTS[part], start=start, end=end)
