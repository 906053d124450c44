"""What is set over the whole width of an account: sentences, waterfalls, tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from habeas.cli.ledger import Page, Said, styled
from habeas.cli.sheet import Sentence, Step, Steps, Table

LEAST_BAR = 12
_GAP = 2
_MOST_CELL = 15
_LEAST_CELL = 8
_MOST_VOICE = 24
_LEAST_COLUMNS = 2


def sentence_lines(sentence: Sentence, said: Said, page: Page) -> list[Text]:
    """The sentence, below it each voice with its pointer, then its notes.

    Args:
        sentence: What is told.
        said: Its voices and the pointer of each.
        page: Where it is set.
    """
    lines = page.wrapped(Text(sentence.words), page.body_width)
    lines += [_set_in(line) for line in _run_on(said, page)]
    for note in sentence.notes:
        text = Text("Assumed ").append(note.id, style="accent").append(": ") if note.id else Text()
        text.append(note.words)
        lines += [_set_in(line) for line in page.wrapped(text, page.body_width - _GAP)]
    return lines


def _run_on(said: Said, page: Page) -> list[Text]:
    """Voices with their pointers, one after the other; none is parted from its pointer."""
    width = page.body_width - _GAP
    dot = f" {page.glyphs.dot} "
    lines = [Text()]
    for words, pointer in said:
        piece = Text(words)
        if pointer:
            piece.append(f" {pointer}", style="quiet")
        if lines[-1] and lines[-1].cell_len + len(dot) + piece.cell_len > width:
            lines.append(Text())
        if lines[-1]:
            lines[-1].append(dot, style="quiet")
        lines[-1].append_text(piece)
    return [part for line in lines if line for part in page.wrapped(line, width)]


def steps_lines(steps: Steps, page: Page) -> list[Text]:
    """A waterfall: label, number and a bar each, as far as there is room for bars."""
    labels = max(cell_len(step.label) for step in steps.steps)
    numbers = max(cell_len(step.words) for step in steps.steps)
    room = page.body_width - labels - numbers - 2 * _GAP
    top = max(step.perhaps for step in steps.steps)
    lines: list[Text] = []
    for step in steps.steps:
        line = Text(step.label)
        if room < LEAST_BAR or top <= 0:
            lines += page.wrapped(line.append(f" {step.words}", style="strong"), page.body_width)
            continue
        line.pad_right(labels - line.cell_len + _GAP + numbers - cell_len(step.words))
        line.append(step.words, style="strong").append(" " * _GAP)
        line.append_text(_bar(step, top, room, page))
        line.rstrip()
        lines.append(line)
    return lines


def _bar(step: Step, top: float, room: int, page: Page) -> Text:
    """The bar of a step; what is certain and what is possible have a shade each."""
    start = round(room * step.start / top)
    sure = max(start, round(room * step.sure / top))
    end = max(sure, round(room * step.perhaps / top))
    if end == start:
        start, end = (start, start + 1) if start < room else (room - 1, room)
        sure = end if step.sure > step.start else start
    full = page.shade(2) if step.is_missing else page.shade(0)
    bar = Text(" " * start).append(full * (sure - start), style="accent")
    return bar.append(page.shade(3) * (end - sure), style="accent")


def table_lines(table: Table, page: Page) -> list[Text]:
    """Voices down and kinds of people across, or one voice after the other where it is narrow."""
    if not page.is_narrow:
        voices = min(_MOST_VOICE, max(cell_len(voice) for voice, _ in table.rows))
        widths = _widths(table, page.body_width - voices)
        if len(widths) >= _LEAST_COLUMNS:
            return _set_table(table, voices, widths, page)
    lines: list[Text] = []
    for voice, cells in table.rows:
        told = [f"{column} {c}" for column, c in zip(table.columns, cells, strict=True) if c]
        text = Text(f"{voice}: ").append("; ".join(told))
        lines += page.wrapped(text, page.body_width)
    return lines


def _widths(table: Table, room: int) -> list[int]:
    """How wide the columns are, from the first, so that the most of them fit."""
    found = [_widths_within(table, room, most) for most in range(_MOST_CELL, _LEAST_CELL - 1, -1)]
    return max(found, key=len)


def _widths_within(table: Table, room: int, most: int) -> list[int]:
    """How wide those columns are that fit, none wider than `most` where words can be parted."""
    found: list[int] = []
    for place, column in enumerate(table.columns):
        told = [column, *(cells[place] for _, cells in table.rows)]
        longest_word = max(cell_len(word) for words in told for word in words.split())
        width = max(longest_word, min(most, max(cell_len(cell) for cell in told[1:])))
        if sum(found) + width + _GAP * (len(found) + 1) > room:
            break
        found.append(width)
    return found


def _set_table(table: Table, voices: int, widths: Sequence[int], page: Page) -> list[Text]:
    shown = table.columns[: len(widths)]
    lines = _table_row("", shown, (voices, *widths), page)
    for line in lines:
        line.stylize("quiet")
    for voice, cells in table.rows:
        if any(cells[: len(widths)]):
            lines += _table_row(voice, cells[: len(widths)], (voices, *widths), page)
    if more := table.columns[len(widths) :]:
        lines += page.wrapped(styled(f"and {', '.join(more)}", "quiet"), page.body_width)
    return lines


def _table_row(voice: str, cells: Sequence[str], widths: Sequence[int], page: Page) -> list[Text]:
    """One row; a cell too long for its column goes on below."""
    columns = [
        page.wrapped(Text(words), width)
        for words, width in zip((voice, *cells), widths, strict=True)
    ]
    made = []
    for parts in zip_longest(*columns):
        line = Text()
        at = 0
        for place, (part, width) in enumerate(zip(parts, widths, strict=True)):
            text = part or Text()
            # Numbers end in one column, as in any ledger.
            before = width - text.cell_len if place else 0
            line.pad_right(max(0, at + before - line.cell_len))
            line.append_text(text)
            at += width + _GAP
        line.rstrip()
        made.append(line)
    return made


def _set_in(line: Text) -> Text:
    return Text(" " * _GAP).append_text(line)
