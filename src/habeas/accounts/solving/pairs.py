"""Conflicts that need no solver: lines on one sum that no number satisfies."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from habeas.accounts.solving.lines import Line


def crossing_pairs(lines: Sequence[Line], chosen: Collection[int]) -> Iterator[tuple[int, ...]]:
    """Lines that nothing satisfies, alone, and then pairs of lines on one sum that exclude
    each other; by number."""
    rows: dict[int, list[int]] = {}
    for number in sorted(chosen):
        if lines[number].is_absurd:
            yield (number,)
        else:
            rows.setdefault(lines[number].row, []).append(number)
    for numbers in rows.values():
        for place, first in enumerate(numbers):
            for second in numbers[place + 1 :]:
                if excludes(lines[first], lines[second]) or excludes(lines[second], lines[first]):
                    yield (first, second)


def excludes(one: Line, other: Line) -> bool:
    """Whether the least of one line is more than the greatest of another on the same sum."""
    return other.high is not None and one.low > other.high
