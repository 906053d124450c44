"""How many: the numbers that stand before a noun, with their hedges.

Follows the readings of the claims format: "more than 100" is 101 and up, "at
least 80" is 80 and up, "about 1,000" is neither, "dozens" is 24 and up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from habeas.claims.english.figures.numerals import SMALL, TENS, read_numeral
from habeas.claims.english.parse.grammar import child, prepositional_objects
from habeas.claims.english.parse.trees import neighbour, once
from habeas.model.claims import Quantity, Unit

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_TOO_MANY = 10**12
_VAGUE: dict[str, tuple[int | None, int | None]] = {
    "dozens": (24, None),
    "scores": (40, None),
    "tens": (20, None),
    "hundreds": (200, None),
    "thousands": (2_000, None),
    "several": (2, None),
    "many": (2, None),
    "numerous": (2, None),
    "multiple": (2, None),
    "few": (2, None),
    "handful": (2, None),
    "both": (2, 2),
    "pair": (2, 2),
    "duo": (2, 2),
    "trio": (3, 3),
    "quartet": (4, 4),
    "couple": (2, 2),
    "dozen": (12, 12),
    "score": (20, 20),
}
_NUMBER = (
    r"(?:(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+(?:\.\d+(?=k\b|[ -](?:thousand|million)\b))?)"
    r"(?:k\b|[ -](?:hundred|thousand|million)\b)?)"
)
_WORD = "|".join(sorted([*SMALL, *TENS, *_SCALES], key=len, reverse=True))
_SPELT = rf"(?:(?:a (?=hundred|thousand|million))?(?:{_WORD})(?:[ -](?:and )?(?:{_WORD}))*)"
_MEASURED = r"[-\s]?(?:years?|months?|weeks?|days?|hours?|member|man|strong|time)\b"
"""What makes a number measure and not count people: "the 14-year-old boy", "a 12-member crew"."""
_VAGUE_WORD = "|".join(sorted(_VAGUE, key=len, reverse=True))


def _number(name: str) -> str:
    return rf"(?P<{name}>{_NUMBER}|{_SPELT})(?![\w%]|{_MEASURED})"


_DEGREES = (
    r"only just|just|slightly|a little|a bit|well|far|way|many|much|considerably|significantly"
)
"""How far above or below: "just over 100", "well under 50"."""
_HEDGES = (
    (
        "above",
        rf"(?:(?:{_DEGREES})\s+)?(?:more than|over|above|upwards? of|in excess of|greater than)"
        r"|north of|exceed(?:s|ed|ing)?|(?:sur)?pass(?:es|ed|ing)?|topp?(?:s|ed|ing)?",
    ),
    ("floor", r"at least|no fewer than|no less than|not less than|not fewer than|a minimum of"),
    ("ceiling", r"up to|at most|no more than|not more than|as many as|a maximum of"),
    (
        "below",
        rf"(?:(?:{_DEGREES})\s+)?(?:fewer than|less than|under|below)|nearly|almost|close to"
        r"|approaching|nearing|not quite|(?:just )?(?:short|shy) of|getting on for",
    ),
    (
        "about",
        r"about|around|approximately|roughly|some|circa|an estimated|estimated|an approximate"
        r"|in the (?:region|neighbou?rhood) of|ca?\.|o[nf] the order of|closer to|something like",
    ),
    ("exact", r"exactly|precisely|only|just|a total of|in total|the total of|all|a record"),
)
_HEDGE = "|".join(f"(?P<{name}>{words})" for name, words in _HEDGES)
_AFTER = (
    r"(?P<floor_after>(?:\s+or more|[ -]plus\b|[ -]odd\b|\+))"
    r"|(?P<ceiling_after>\s+or (?:fewer|less)\b)|(?P<about_after>\s+or (?:so|thereabouts)\b)"
)
_RANGE = re.compile(
    rf"(?:between|from)?\s*\b{_number('a')}\s*(?:and|to|or|-|–|—)\s*{_number('b')}"
    r"(?:\s+(?P<pack>dozen|score)\b)?",
    re.IGNORECASE,
)
_FURTHER = r"(?:an? |the )?(?:further|additional|another) "
_COUNT = re.compile(
    rf"(?:\b(?:(?:{_FURTHER})?(?:{_HEDGE})\s+)?(?:{_FURTHER})?"
    rf"(?:(?:a )?(?:total|group|number) of\s+)?\b|(?P<tilde>(?<!\w)[~≈] ?)){_number('n')}"
    rf"(?:\s+(?P<pack>dozen|score)\b)?(?P<after>{_AFTER})?",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:(?P<two>(?:a )?couple(?: of)?)|several|a few|few|many)\s+"
    r"(?P<scale>dozen|hundred|thousand)s?\b",
    re.IGNORECASE,
)
_MANY_MANY = re.compile(
    r"\b(?P<many>tens|dozens|scores|hundreds|thousands) of (?P<scale>thousand|million)s\b",
    re.IGNORECASE,
)
_VAGUELY = re.compile(
    rf"\b(?:(?P<half>half a )|(?:(?:{_HEDGE})\s+)?(?:an? )?)(?P<v>{_VAGUE_WORD})\b"
    rf"(?P<after>{_AFTER})?|\ba (?:large |small |significant )?(?P<number>number)\b",
    re.IGNORECASE,
)
_PACKS = {"dozen": 12, "score": 20}
_CASES = frozenset({"case", "sentence", "prosecution", "trial", "verdict", "conviction"})
_GROUPS = frozenset({"family", "group", "couple", "household", "organisation", "organization"})
_BOUNDING = frozenset(
    f"{verb}{ending}"
    for verb in ("exceed", "surpass", "pass")
    for ending in ("", "s", "es", "ed", "ing")
) | {"top", "tops", "topped", "topping"}
_PREPOSED = frozenset({"over", "above", "under", "below", "around", "about"})
_LIMIT = 30
"""Tokens before a noun that are searched for its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuantity:
    """A quantity and where it stands, in characters of `doc.text` (end exclusive)."""

    quantity: Quantity
    start: int
    end: int


@once
def read_quantity(head: Token) -> FoundQuantity | None:
    """How many a noun phrase counts; None where it counts nothing.

    Args:
        head: Head of the phrase: a noun ("prisoners"), a number ("123 were
            freed") or a word for many ("dozens of prisoners", "a total of 9").
    """
    if head.lower_ == "one" and any(t.lower_ in ("no", "by") for t in head.children):
        return None  # "no one", "one by one"
    if is_asked(head):
        return None
    counted, end = _counted(head)
    start = max(head.left_edge.i, end - _LIMIT)
    if head.dep_ == "dobj" and head.head.i == start - 1 and head.head.lower_ in _BOUNDING:
        start -= 1  # "the number exceeds 900"
    if head.dep_ == "pobj" and _is_number(head) and head.head.i == start - 1:
        start -= head.head.lower_ in _PREPOSED  # "something over 150"
    span = head.doc[start:end]
    if not span.text or _is_year(span) or is_exception(head):
        return None
    found = parse_quantity(span.text, unit=_unit(counted))
    if found is None:
        return None
    quantity, at, until = found
    return FoundQuantity(quantity=quantity, start=span.start_char + at, end=span.start_char + until)


def is_asked(head: Token) -> bool:
    """ "how many people are in detention": a number that the words only ask for."""
    first = head.left_edge
    return (
        first.lower_ == "how"
        and first.i + 1 < len(head.doc)
        and neighbour(first, 1).lower_ == "many"
    )


def _counted(head: Token) -> tuple[Token, int]:
    """The noun that is counted, and the index of the token after its number."""
    if head.lower_ in ("all", "each", "every"):
        whole = next(iter(prepositional_objects(head, "of")), head)
        return (whole, whole.i + 1 if _is_number(whole) else whole.i)
    if _counts_by_of(head):
        counted = next(iter(prepositional_objects(head, "of")), head)
        if head.lemma_ not in ("total", "group", "number", "batch") or counted is head:
            return counted, head.i + 1
        return counted, counted.i + (1 if _is_number(counted) else 0)
    if not _is_number(head):
        return head, head.i
    if _begins_range(head):
        return head, head.i + 3  # "100 to 120 people", where the parser parts the two
    doc, last = head.doc, head.i
    if head.lower_ in _SCALES and last + 2 < len(doc) and doc[last + 1].lower_ == "and":
        while doc[last + 2].like_num or (last > head.i and doc[last + 2].text == "-"):
            last += 1  # "two hundred and six": the parser may join the two
            if last + 3 >= len(doc):
                break
        if last > head.i:
            return head, last + 2
    more = child(head, "cc")
    ends_open = more is not None and more.lower_ == "or" and more.i + 1 < len(head.doc)
    return head, more.i + 2 if more is not None and ends_open else head.i + 1


def _begins_range(head: Token) -> bool:
    """ "100 to 120"; in "eight to two years" eight people got them."""
    following = head.doc[head.i + 1 : head.i + 4]
    if len(following) < 2 or following[0].lower_ != "to" or not following[1].like_num:
        return False
    return not any(t.lemma_ in ("year", "month", "day", "life") for t in following)


def is_exception(head: Token) -> bool:
    """ "all but two": those the act was not done to."""
    first = head.left_edge.i
    return first > 1 and head.doc[first - 1].lower_ == "but" and head.doc[first - 2].lower_ == "all"


def _is_year(span: Span) -> bool:
    """True where the only number is a year: "the 2020 election protesters"."""
    numbers = [t for t in span if _is_number(t)]
    return len(numbers) == 1 and bool(
        numbers[0].ent_type_ == "DATE" and re.fullmatch(r"(?:19|20)\d\d", numbers[0].text)
    )


def parse_quantity(words: str, *, unit: Unit = Unit.PEOPLE) -> tuple[Quantity, int, int] | None:
    """Read the last number in some words, with what hedges it.

    Args:
        words: The words before a counted noun, e.g. `more than one hundred`.
        unit: What is counted.

    Returns:
        The quantity and its start and end (exclusive) in `words`; None where
        there is no number.

    >>> parse_quantity("at least 80")[0].low
    80
    >>> parse_quantity("between 120 and 300")[0].high
    300
    """
    if match := _RANGE.search(words):
        low, high = _ends(match)
        if low is not None and high is not None and low < high:
            quantity = Quantity(low=low, high=high, about=None, words=match[0].strip(), unit=unit)
            return quantity, match.end() - len(match[0].lstrip()), match.end()
    if match := _SEVERAL.search(words):
        twice = 2 * {"dozen": 12, **_SCALES}[match["scale"].lower()]
        low, about = (None, float(twice)) if match["two"] else (twice, None)
        quantity = Quantity(low=low, high=None, about=about, words=match[0], unit=unit)
        return quantity, match.start(), match.end()
    if match := _MANY_MANY.search(words):
        least = _VAGUE[match["many"].lower()][0] or 1
        low = least * _SCALES[match["scale"].lower()]
        quantity = Quantity(low=low, high=None, about=None, words=match[0], unit=unit)
        return quantity, match.start(), match.end()
    for match in reversed(list(_COUNT.finditer(words))):
        value = _value(match["n"])
        if value is not None:
            value *= _PACKS.get((match["pack"] or "").lower(), 1)
            low, high, about = _hedged(match, value, value)
            if match["after"] or match["tilde"]:
                low, high, about = _hedged_after(match, value)
            quantity = Quantity(low=low, high=high, about=about, words=match[0], unit=unit)
            return quantity, match.start(), match.end()
    return _vaguely(words, unit)


def _vaguely(words: str, unit: Unit) -> tuple[Quantity, int, int] | None:
    matches = list(_VAGUELY.finditer(words))
    if not matches:
        return None
    match = matches[-1]
    low, high = _VAGUE[match["v"].lower()] if match["v"] else (2, None)
    about: float | None = None
    if match["half"]:
        low, high = (6, 6) if low == 12 else (low, high)
    elif match["v"] and low is not None and low == high:
        after = match["after"] is not None
        low, high, about = _hedged_after(match, low) if after else _hedged(match, low, low)
    quantity = Quantity(low=low, high=high, about=about, words=match[0].strip(), unit=unit)
    return quantity, match.start(), match.end()


def _hedged(
    match: re.Match[str], low: int, high: int
) -> tuple[int | None, int | None, float | None]:
    if match["above"]:
        return high + 1, None, None
    if match["floor"]:
        return low, None, None
    if match["ceiling"]:
        return None, high, None
    if match["below"]:
        return None, low - 1, None
    if match["about"]:
        return None, None, float(low)
    return low, high, None


def _ends(match: re.Match[str]) -> tuple[int | None, int | None]:
    """Both numbers of a range; "two to three hundred" shares its scale."""
    low, high = _value(match["a"]), _value(match["b"])
    last = match["b"].lower().split()[-1].rsplit("-", 1)[-1]
    scale = _PACKS[match["pack"].lower()] if match["pack"] else _SCALES.get(last, 1)
    if high is not None and match["pack"]:
        high *= scale
    bare = not any(word in match["a"].lower() for word in (*_SCALES, *_PACKS))
    if low is not None and high is not None and bare and low * scale < high:
        low *= scale
    return low, high


def _hedged_after(match: re.Match[str], value: int) -> tuple[int | None, int | None, float | None]:
    """ "100 or more", "100 or fewer", "100 or so"; and "~100"."""
    if match["floor_after"]:
        return value, None, None
    if match["ceiling_after"]:
        return None, value, None
    return None, None, float(value)


def _value(words: str) -> int | None:
    """The whole number some digits or number words say; None where they say none."""
    value = read_numeral(words)
    return int(value) if value is not None and value.is_integer() and value < _TOO_MANY else None


def _is_number(token: Token) -> bool:
    return token.pos_ == "NUM" or token.tag_ == "CD" or token.like_num


def _counts_by_of(head: Token) -> bool:
    return head.lower_ in _VAGUE or head.lemma_ in (
        "total",
        "group",
        "number",
        "dozen",
        "score",
        "batch",
    )


def _unit(head: Token) -> Unit:
    if head.lemma_ in _CASES:
        return Unit.CASES
    return Unit.GROUPS if head.lemma_ in _GROUPS else Unit.PEOPLE
