"""Long texts: only what stands near words by which claims are told is parsed.

A report of usual length is parsed whole, since who speaks and whom a pronoun means may be told
anywhere in it. Of a long one (a yearbook, the minutes of a parliament, a licence) most lines have
nothing to do with the matter, and a pronoun rarely reaches over a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.claims.screening import Screen
from habeas.model.problems import HabeasError

LONG = 50_000
"""Characters up to which a text is parsed whole."""

AROUND = 2_000
"""Characters parsed on either side of each stretch of a long text that can yield claims."""

MOST = 2_000_000
"""Characters of one text that are parsed; it takes minutes."""


class TextTooLong(HabeasError):
    """A text of which more can yield claims than is parsed at once."""


def without_distant_lines(text: str, screen: Screen) -> str:
    """The text, of a long one all lines as spaces that are far from any claim.

    Every character keeps its place, line breaks included.

    Raises:
        TextTooLong: More than `MOST` characters are left.
    """
    if len(text) <= LONG:
        return text
    pieces: list[str] = []
    end = 0
    for start, stop in _near(text, screen):
        pieces += [_blanked(text[end:start]), text[start:stop]]
        end = stop
    pieces.append(_blanked(text[end:]))
    return "".join(pieces)


def characters_to_parse(text: str, screen: Screen) -> int:
    """How many characters of a text are parsed.

    Raises:
        TextTooLong: More than `MOST`.
    """
    if len(text) <= LONG:
        return len(text)
    return sum(stop - start for start, stop in _near(text, screen))


def _near(text: str, screen: Screen) -> list[tuple[int, int]]:
    """The parts of a text that are parsed, in whole lines where these are short, in order."""
    found = list(_joined(text, screen))
    count = sum(stop - start for start, stop in found)
    if count > MOST:
        raise TextTooLong(
            what=f"{count:,} characters that can hold claims; {MOST:,} of one text are read",
            remedy="split the document",
        )
    return found


def _joined(text: str, screen: Screen) -> Iterator[tuple[int, int]]:
    begin = end = 0
    for start, stop in screen.stretches(text):
        if start - AROUND > end:
            if end > begin:
                yield begin, end
            begin = max(end, _line_start(text, start - AROUND))
        end = _line_end(text, stop + AROUND)
    if end > begin:
        yield begin, end


def _line_start(text: str, at: int) -> int:
    """The beginning of the line at a character, or the character where it is far away."""
    found = text.rfind("\n", max(0, at - AROUND), at) + 1
    return found or at


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at, at + AROUND)
    return found + 1 if found >= 0 else min(at, len(text))


def _blanked(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
