"""Claims in the words a reader sees: counts as they were said, voices, states.

Everything returned is safe to print; see `habeas.cli.printable`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from habeas.cli.printable import printable
from habeas.model.accounts import Bounds
from habeas.model.claims import Act, Claim, Mention, Quantity, Speaker, Unit
from habeas.model.dates import EdtfDate

_UNITS = {Unit.PEOPLE: "people", Unit.CASES: "cases", Unit.GROUPS: "groups"}

_POINTING = frozenset({"them", "those", "these", "they", "us"})

# fmt: off
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve")
# fmt: on

COUNTED_WORDS = {
    Act.ARREST: "arrested",
    Act.REARREST: "arrested again",
    Act.CHARGE: "charged",
    Act.SENTENCE: "sentenced",
    Act.TRANSFER: "transferred",
    Act.DIE: "dead",
    Act.DISAPPEAR: "disappeared",
}
"""Acts as what those counted are."""

ACT_WORDS = {act: act.value.replace("-", " ") for act in Act}
"""Acts as words: `conditional release`."""


def count_words(count: Quantity) -> str:
    """A plain number in digits; anything else in the words it was said in.

    >>> count_words(Quantity(low=1197, high=1197, about=None, words="a total of 1197"))
    '1,197'
    >>> count_words(Quantity(low=None, high=None, about=1000.0, words="Approximately 1,000"))
    'approximately 1,000'
    """
    if count.low is not None and count.low == count.high:
        return f"{count.low:,}"
    return decapitalised(printable(count.words))


def group_words(claim: Claim) -> str:
    """Who is counted: the group as the text calls it, else the unit of the count.

    A group that repeats the words of its count is returned without them; one that only
    points ("nine of them") is called by its unit.
    """
    group = printable(claim.group or "")
    if claim.count is None:
        return group
    if group.lower() in _POINTING:
        return _UNITS[claim.count.unit]
    words = printable(claim.count.words)
    if group.lower().startswith(words.lower()):
        group = group[len(words) :].strip()
    return group or _UNITS[claim.count.unit]


def claim_words(claim: Claim) -> str:
    """What a claim is about, without anybody's name: `123 people`, `two people named`."""
    if claim.count is not None:
        return f"{count_words(claim.count)} {group_words(claim)}".strip()
    if claim.names:
        noun = "person" if len(claim.names) == 1 else "people"
        return f"{number_words(len(claim.names))} {noun} named"
    return group_words(claim) or ACT_WORDS[claim.act]


def voice_words(speakers: Sequence[Speaker], own_voice: str) -> str:
    """Who says it, innermost first: `John Roe via State Radio`.

    Args:
        speakers: The chain, outermost first.
        own_voice: What to call the report where it speaks itself.
    """
    names = [without_article(printable(speaker.name)) for speaker in reversed(speakers)]
    return " via ".join(names) or own_voice


def mention_words(mention: Mention) -> str:
    """A person as named, with what the text calls them."""
    return ", ".join(printable(part) for part in (mention.name, *mention.roles))


def date_words(day: EdtfDate | None, missing: str) -> str:
    """A date in words where it is made of days, months or years; its EDTF form otherwise.

    >>> date_words(EdtfDate.parse("2025-12-13"), "no date")
    '13 December 2025'
    >>> date_words(EdtfDate.parse("2024-07/.."), "no date")
    'since July 2024'
    """
    if day is None:
        return missing
    first, last, text = day.earliest, day.latest, day.text
    if first is None and last is None:
        return missing
    start, slash, end = text.partition("/")
    if slash and start and end:
        since = date_words(EdtfDate.parse(start), start)
        return f"since {since}" if end == ".." else f"{since} to {_end_words(end)}"
    if first is None or last is None or not text.replace("-", "").isdigit():
        return text
    if len(text) == len("2025-12-13"):
        return f"{first.day} {first:%B %Y}"
    return f"{first:%B %Y}" if len(text) == len("2025-12") else text


def _end_words(end: str) -> str:
    return date_words(EdtfDate.parse(end), end)


def state_names(codes: Sequence[str]) -> list[str]:
    """English names of states by CLDR; a code CLDR does not know stays a code."""
    names = _territories()
    return [names.get(code, printable(code)) for code in codes]


def number_words(number: int) -> str:
    """Small numbers as words, as a careful text writes them.

    >>> number_words(7), number_words(121)
    ('seven', '121')
    """
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def range_words(bounds: Bounds) -> str:
    """A range as rows show it: `119 to 120`, `at least 99`, `121`.

    >>> range_words(Bounds(low=0, high=14))
    '0 to 14'
    """
    low, high = bounds.low or 0, bounds.high
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 report`, `2 reports`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def decapitalised(text: str) -> str:
    """The text with a small first letter, unless its first word is written in capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def without_article(name: str) -> str:
    """The name without a leading `the`."""
    return name[4:] if name[:4].lower() == "the " else name


def shortened(text: str, length: int, ellipsis: str) -> str:
    """At most `length` characters, cut between words where there is a space to cut at."""
    if len(text) <= length:
        return text
    cut = text[: length - len(ellipsis)]
    head, _, _ = cut.rpartition(" ")
    return (head or cut).rstrip(",;:") + ellipsis


@cache
def _territories() -> dict[str, str]:
    from babel import Locale

    return dict(Locale("en").territories)
