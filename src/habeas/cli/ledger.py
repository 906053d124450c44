"""Lines of a ledger: label, matter, voice and pointer in columns, or stacked where it is narrow.

Only whole lines are made here, each no wider than the page, so that nothing depends on
how a terminal breaks lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from habeas.cli.console import NARROW, Glyphs, glyphs_for

LABEL_WIDTH = 11
_MARGIN = 1
_GAP = 2
_MATTER_SHARE = 0.58
_LEAST_MATTER = 18
_LEAST_VOICE = 12
_SAMPLED = 100


type Said = Sequence[tuple[str, str]]
"""Voices, and the pointer to the words of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Where lines are set.

    Attributes:
        console: Measures text.
        width: Columns of the page.
        glyphs: Ornaments it can carry.
        pointer_width: Columns of the longest pointer on it.
    """

    console: Console
    width: int
    glyphs: Glyphs
    pointer_width: int

    @property
    def is_narrow(self) -> bool:
        """True where columns do not fit side by side."""
        return self.width < NARROW

    @property
    def indent(self) -> int:
        """Columns before the matter."""
        return _MARGIN + (2 if self.is_narrow else LABEL_WIDTH)

    @property
    def body_width(self) -> int:
        """Columns from the matter to the right margin."""
        return self.width - self.indent - _MARGIN

    def wrapped(self, text: Text, width: int) -> list[Text]:
        """The text in lines of at most `width` columns; at least one line."""
        lines = list(text.wrap(self.console, max(width, 4)))
        for line in lines:
            line.rstrip()
        return lines or [Text()]

    def entry(self, matter: Text, said: Said = (), *, depth: int = 0, at: int = 0) -> list[Text]:
        """One row of the ledger, without its label.

        Args:
            matter: What is said.
            said: Who says it, and the pointer to where.
            depth: Steps by which a part is set in.
            at: Column where the voices begin, from `column_for`; 0 for the usual one.
        """
        if self.is_narrow:
            return self._stacked(matter, said, depth)
        if not said:
            return self._branch(matter, self.body_width, depth)
        column = at or self._usual_column
        return self._columns(self._branch(matter, column, depth), said, column)

    def column_for(self, entries: Sequence[tuple[Text, Said, int]]) -> int:
        """Where voices begin so that entries, each with its depth, take the fewest lines.

        Of columns that are equally good, the one nearest to the usual. Only the first
        hundred entries with voices are looked at.
        """
        usual = self._usual_column
        sample = [entry for entry in entries if entry[1]][:_SAMPLED]
        if self.is_narrow or not sample:
            return usual
        columns = range(_LEAST_MATTER, self._voices_end - _LEAST_VOICE + 1)
        return min(
            columns,
            key=lambda at: (
                sum(len(self.entry(m, said, depth=d, at=at)) for m, said, d in sample),
                abs(at - usual),
            ),
            default=usual,
        )

    @property
    def _voices_end(self) -> int:
        """Columns of matter and voices together."""
        return self.body_width - self.pointer_width - 2 * _GAP

    @property
    def _usual_column(self) -> int:
        return int(self._voices_end * _MATTER_SHARE)

    def _branch(self, matter: Text, width: int, depth: int) -> list[Text]:
        """The matter in lines; a part hangs from a branch, and its next lines below itself."""
        first, *rest = self.wrapped(matter, width - 2 * depth)
        branch = styled(f"{self.glyphs.branch} " * depth, "quiet")
        return [branch.append_text(first), *(_indented(line, 2 * depth) for line in rest)]

    def note(self, text: str, *, depth: int = 0) -> list[Text]:
        """A line that belongs to the row above it."""
        indent = 2 * (depth + 1)
        lines = self.wrapped(Text(text), self.body_width - indent)
        return [_indented(line, indent) for line in lines]

    def bar(self, shares: Sequence[float]) -> Text:
        """Parts of a whole as one bar over the body; each part has at least one column."""
        total = sum(shares) or 1.0
        rest = self.body_width
        bar = Text()
        for place, share in enumerate(shares):
            after = len(shares) - place - 1
            columns = max(1, min(rest - after, round(self.body_width * share / total)))
            if not after:
                columns = max(1, rest)
            bar.append(self.shade(place) * columns, style="accent")
            rest -= columns
        return bar

    def shade(self, place: int) -> str:
        """The sign by which part number `place` (from 0) is told in a bar."""
        shades = (self.glyphs.full, *self.glyphs.shades)
        return shades[place % len(shades)]

    def labelled(self, label: str, lines: Sequence[Text]) -> list[Text]:
        """The lines with the label beside the first of them, or above where it is narrow."""
        head = styled(label, "label")
        if self.is_narrow:
            return [_indented(head, _MARGIN), *(_indented(line, self.indent) for line in lines)]
        first = Text(" " * _MARGIN).append_text(head)
        first.pad_right(max(1, self.indent - first.cell_len))
        rest = [_indented(line, self.indent) for line in lines[1:]]
        return [first.append_text(lines[0]), *rest]

    def across(self, text: Text) -> list[Text]:
        """Text over the whole width, inside the margins."""
        lines = self.wrapped(text, self.width - 2 * _MARGIN)
        return [_indented(line, _MARGIN) for line in lines]

    def rule(self) -> Text:
        """A quiet line over the whole width, inside the margins."""
        line = self.glyphs.rule * (self.width - 2 * _MARGIN)
        return _indented(styled(line, "quiet"), _MARGIN)

    def _stacked(self, matter: Text, said: Said, depth: int) -> list[Text]:
        indent = 2 * depth
        lines = self.wrapped(matter, self.body_width - indent)
        for words, pointer in said:
            below = Text.assemble(words, " ", (pointer, "quiet"))
            lines += [_indented(x, 2) for x in self.wrapped(below, self.body_width - indent - 2)]
        return [_indented(line, indent) for line in lines]

    def _columns(self, left: Sequence[Text], said: Said, at: int) -> list[Text]:
        """Matter up to column `at`, then voices, pointers to the right."""
        width = self._voices_end
        right: list[Text] = []
        for words, pointer in said:
            first, *rest = self.wrapped(Text(words), width - at)
            first.pad_right(max(0, width - at - first.cell_len + _GAP))
            first.pad_right(max(0, self.pointer_width - len(pointer)))
            right += [first.append_text(styled(pointer, "quiet")), *rest]
        made = [_beside([one, other], at + _GAP) for one, other in zip_longest(left, right)]
        for line in made:
            line.rstrip()
        return made


def page_on(console: Console, *, pointer_width: int = 0) -> Page:
    """A page as wide as the console, with the ornaments its stream can carry."""
    return Page(
        console=console,
        width=console.width,
        glyphs=glyphs_for(console.encoding),
        pointer_width=pointer_width,
    )


def print_lines(page: Page, lines: Iterable[Text]) -> None:
    """Print lines that were set for this page, as they are."""
    for line in lines:
        page.console.print(line, overflow="ignore", no_wrap=True, crop=False)


def styled(text: str, style: str) -> Text:
    """Text whose style ends with it: what is appended later keeps its own."""
    return Text.assemble((text, style))


def _indented(line: Text, columns: int) -> Text:
    return Text(" " * columns).append_text(line)


def _beside(cells: Iterable[Text | None], width: int) -> Text:
    line = Text()
    for place, cell in enumerate(cells):
        line.pad_right(max(0, place * width - line.cell_len))
        line.append_text(cell or Text())
    return line
