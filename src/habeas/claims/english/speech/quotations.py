"""What a text puts between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_MARKS = re.compile('["“”„«»]')
LONGEST = 4_000
"""Characters after which a mark that was never closed is taken to open nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One quotation, in characters of the text (end exclusive), its marks included."""

    start: int
    end: int


@lru_cache(maxsize=4)
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text, in order; empty where it has no marks.

    A paragraph that opens with a mark while a quotation is open goes on with
    it, as the press writes speech over several paragraphs. A mark that no
    other closes in its paragraph, or in the next where that opens with one,
    is left alone: an inch, a slip.
    """
    return tuple(_paired(text))


def _paired(text: str) -> Iterator[Quotation]:
    start: int | None = None
    last = 0
    for found in _MARKS.finditer(text):
        at = found.start()
        if start is not None and (at - start > LONGEST or _breaks(text, last, at)):
            if last > start:
                yield Quotation(start=start, end=_paragraph_end(text, last))
            start = None
        if start is None:
            if found[0] != "”" and found[0] != "»":
                start = last = at
        elif _opens(text, at):
            last = at
        else:
            yield Quotation(start=start, end=at + 1)
            start = None


def _breaks(text: str, last: int, at: int) -> bool:
    """True where paragraphs end between two marks and the later does not go on with the speech."""
    between = text[last:at]
    if "\n" not in between:
        return False
    lines = [line for line in between.split("\n")[1:] if line.strip()]
    return bool(lines) or not _opens(text, at)


def _paragraph_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _opens(text: str, at: int) -> bool:
    """True for a mark at the beginning of a line, a word right after it."""
    line = text.rfind("\n", 0, at) + 1
    return not text[line:at].strip() and at + 1 < len(text) and not text[at + 1].isspace()
