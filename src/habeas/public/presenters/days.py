"""A time line day by day: what is told of each, and each time the words that tell it once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from habeas.public.presenters.pledges import TimeLine

if TYPE_CHECKING:
    from habeas.public.presenters.listed import ListRow
    from habeas.public.presenters.pledges import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told, and all words that tell it, in the order of the time line."""

    what: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What reports tell of one day; `day` is empty where they give none."""

    day: str
    told: tuple[Told, ...]
    is_row: bool = False


def by_day(lines: Iterable[TimeLine | ListRow]) -> tuple[Day | ListRow, ...]:
    """Put lines that follow each other on one day together; rows of lists stand by themselves.

    Args:
        lines: In time order.

    Returns:
        Days in that order. Of one sentence that makes several claims the words stand once.
    """
    found: list[Day | ListRow] = []
    for _, some in groupby(lines, key=lambda line: isinstance(line, TimeLine) and line.day):
        together = list(some)
        found += [line for line in together if not isinstance(line, TimeLine)] or [
            _day([line for line in together if isinstance(line, TimeLine)])
        ]
    return tuple(found)


def _day(lines: Sequence[TimeLine]) -> Day:
    told: dict[str, dict[tuple[str, ...], Words]] = {}
    for line in lines:
        words = line.words
        each = told.setdefault(line.what, {})
        each.setdefault((words.source.href, words.quote, words.who), words)
    return Day(
        day=lines[0].day,
        told=tuple(Told(what=what, words=tuple(each.values())) for what, each in told.items()),
    )
