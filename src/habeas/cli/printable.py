"""Text from reports, made safe to print on a terminal.

A report is written by strangers. Its text may hold escape sequences that move the
cursor and overwrite what habeas has printed, or direction marks that make a figure
read differently from what it is. They are shown, never obeyed.
"""

from __future__ import annotations

import re
import unicodedata

from habeas.register.exports.json_text import printable_json

__all__ = ["isolated", "printable", "printable_json", "printable_sentence"]

_JOINERS = {"\u200c", "\u200d"}  # Persian and Indic spelling needs them; they move nothing
_SOFT_HYPHEN = "\u00ad"
_SPACES = re.compile(r"[ \t\r\n\f\v\u0085\u2028\u2029]+")
_BEYOND_ASCII = re.compile(r"[^\x20-\x7e]")
_STACKED_MARKS = re.compile(
    r"((?:[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]){5})"
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+"
)


def printable(text: str) -> str:
    """Text on one line in which nothing can steer the terminal.

    Runs of white space become one space. Control characters, direction marks and
    other invisible characters appear as `<U+001B>`. Of more than five marks stacked
    on one letter the first five stay, so that they cannot climb into other lines.

    >>> printable("freed\\x1b[2Jnobody")
    'freed<U+001B>[2Jnobody'
    >>> printable("line\\n  break")
    'line break'
    """
    line = _SPACES.sub(" ", text)
    line = _BEYOND_ASCII.sub(_shown, line)
    return _STACKED_MARKS.sub(r"\1", line).strip()


def _shown(match: re.Match[str]) -> str:
    char = match.group()
    if char == _SOFT_HYPHEN:
        return ""
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in _JOINERS:
        return f"<U+{ord(char):04X}>"
    return char


_RIGHT_TO_LEFT = ("R", "AL")


_ISOLATED = re.compile(r"\u2068([^\u2066-\u2069]*)\u2069")


def printable_sentence(text: str) -> str:
    """A sentence of habeas, safe to print, whose names are isolated where they must be.

    Isolates that stand in pairs move nothing outside of themselves and stay; whatever else
    could steer the terminal is shown, as `printable` does.

    >>> printable_sentence("“\u2068נועה\u2069” is\u202e one") == "“\u2068נועה\u2069” is<U+202E> one"
    True
    """
    parts = _ISOLATED.split(_SPACES.sub(" ", text))
    # Every second part is what an isolate held.
    return "".join(
        f"\u2068{_kept(part)}\u2069" if place % 2 else _kept(part)
        for place, part in enumerate(parts)
    )


def _kept(part: str) -> str:
    """A part of a sentence, its spaces at either end with it."""
    shown = printable(part)
    before, after = part[:1] == " ", part[-1:] == " "
    return f"{' ' * before}{shown}{' ' * after}" if shown else part


def isolated(text: str) -> str:
    """Text that keeps to itself where it is written from right to left (Unicode isolates).

    Without them the row numbers and signs beside such a name would be drawn on its other
    side. Text of other scripts stays as it is. Give it what `printable` returned.

    >>> isolated("Ada Marr"), isolated("נועה") == "\\u2068נועה\\u2069"
    ('Ada Marr', True)
    """
    if any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text):
        return f"\u2068{text}\u2069"
    return text
