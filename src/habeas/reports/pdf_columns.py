"""The order in which a printed page is read: its columns one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

MAX_BOXES = 5_000
"""Boxes up to which a page's columns are looked for."""

_BINS = 200
_FEWEST_LINES = 4
_FEWEST_WORDS = 3
_GUTTER = 0.012
_CENTRE = (0.25, 0.75)
_FILLED = 0.55
_CROSSING = 0.08
_SPACE = 0.9
_DIVIDED = re.compile(r"(?<=[^\W\d_])- ?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where some words stand on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    boxes: tuple[Box, ...]

    @property
    def left(self) -> float:
        return min(box.left for box in self.boxes)

    @property
    def right(self) -> float:
        return max(box.right for box in self.boxes)

    @property
    def middle(self) -> float:
        first = self.boxes[0]
        return (first.top + first.bottom) / 2


def column_lines(boxes: Sequence[Box], read: Callable[[Box], str], hyphen: str) -> list[str] | None:
    """The lines of a page set in two columns, left before right, if its file mixes them.

    Two columns of prose are told by a blank strip near the middle that few words cross,
    and by lines on both sides that fill theirs. Between two crossing lines (a headline,
    a picture's caption) the columns are read one after the other. A table with short
    cells is no such page.

    Args:
        boxes: In the order of the file.
        read: Gives the words in a box; asked only where the boxes stand in columns.
        hyphen: What to write for a hyphen that divides a word at the end of a line.

    Returns:
        None where the page is not such a one or the file's own order is right.
    """
    if len(boxes) > MAX_BOXES:
        return None
    boxes = _runs(boxes)
    if len(boxes) < 2 * _FEWEST_LINES:
        return None
    gutter = _find_gutter(boxes)
    if gutter is None:
        return None
    sides = [_side(box, gutter) for box in boxes]
    lefts, crossing, rights = (
        _lines([box for box, of in zip(boxes, sides, strict=True) if of == side])
        for side in (-1, 0, 1)
    )
    fewest = min(len(lefts), len(rights))
    switches = sum(a * b < 0 for a, b in pairwise(sides))
    if fewest < _FEWEST_LINES or switches < fewest:
        return None
    if not (_fill(lefts, _edge(lefts), gutter) and _fill(rights, gutter, _end(rights))):
        return None
    ordered: list[_Line] = []
    heights = [float("inf"), *(line.middle for line in crossing), float("-inf")]
    for (above, below), across in zip(pairwise(heights), [*crossing, None], strict=True):
        for column in (lefts, rights):
            ordered += [line for line in column if below <= line.middle < above]
        ordered += [across] if across is not None else []
    texts = [_text(line, read) for line in ordered]
    if median(len(text.split()) for text in texts) < _FEWEST_WORDS:
        return None
    return [_DIVIDED.sub(hyphen, text) for text in texts]


def _text(line: _Line, read: Callable[[Box], str]) -> str:
    in_order = sorted(line.boxes, key=lambda box: box.left)
    return " ".join(read(box).strip() for box in in_order)


def _runs(boxes: Sequence[Box]) -> list[Box]:
    """Boxes that follow each other in the file and on the line, as one.

    Some programs place every letter by itself.
    """
    runs: list[Box] = []
    for box in boxes:
        last = runs[-1] if runs else None
        height = box.top - box.bottom
        if (
            last is not None
            and abs(last.top + last.bottom - box.top - box.bottom) < height
            and -height < box.left - last.right < _SPACE * height
        ):
            runs[-1] = Box(
                left=min(last.left, box.left),
                bottom=min(last.bottom, box.bottom),
                right=max(last.right, box.right),
                top=max(last.top, box.top),
            )
        else:
            runs.append(box)
    return runs


def _find_gutter(boxes: Sequence[Box]) -> float | None:
    """The middle of the widest strip near the page's middle that few boxes cross."""
    begin = min(box.left for box in boxes)
    width = max(max(box.left, box.right) for box in boxes) - begin
    if width <= 0:
        return None
    changes = [0] * (_BINS + 2)
    for box in boxes:
        # A turned page may give a right edge left of the left one.
        first, last = sorted(int((x - begin) / width * _BINS) for x in (box.left, box.right))
        changes[max(first, 0)] += 1
        changes[max(last, 0) + 1] -= 1
    most = _CROSSING * len(boxes)
    best: tuple[int, int] = (0, 0)
    start: int | None = None
    for at, count in enumerate(accumulate(changes)):
        central = _CENTRE[0] * _BINS <= at <= _CENTRE[1] * _BINS
        if central and count <= most:
            start = at if start is None else start
            best = max(best, (at - start + 1, start))
        else:
            start = None
    length, begins = best
    if length < _GUTTER * _BINS:
        return None
    return begin + (begins + length / 2) * width / _BINS


def _side(box: Box, gutter: float) -> int:
    """-1 left of the gutter, 1 right of it, 0 across."""
    return -1 if box.right <= gutter else 1 if box.left >= gutter else 0


def _lines(boxes: Sequence[Box]) -> list[_Line]:
    """Boxes that stand beside each other, joined; from the top of the page down."""
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=lambda each: -(each.top + each.bottom)):
        middle = (box.top + box.bottom) / 2
        if lines and lines[-1][0].bottom <= middle <= lines[-1][0].top:
            lines[-1].append(box)
        else:
            lines.append([box])
    return [_Line(boxes=tuple(line)) for line in lines]


def _edge(lines: Sequence[_Line]) -> float:
    return min(line.left for line in lines)


def _end(lines: Sequence[_Line]) -> float:
    return max(line.right for line in lines)


def _fill(lines: Sequence[_Line], left: float, right: float) -> bool:
    widths = (line.right - line.left for line in lines)
    return median(widths) >= _FILLED * max(right - left, 1)
