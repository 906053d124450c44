"""Long lists: the first few stand open, the others behind a fold that needs no JavaScript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded[T]:
    """A list in two pieces: `shown`, then `more` behind the fold; `more` is never just one."""

    shown: tuple[T, ...]
    more: tuple[T, ...]

    def __iter__(self) -> Iterator[T]:
        yield from self.shown
        yield from self.more

    def __len__(self) -> int:
        return len(self.shown) + len(self.more)


def folded[T](items: Sequence[T], *, first: int) -> Folded[T]:
    """Fold what comes after the `first` items, unless that is a single one."""
    # A fold takes up the place of one item, so that one alone is not worth it.
    if len(items) <= first + 1:
        return Folded(shown=tuple(items), more=())
    return Folded(shown=tuple(items[:first]), more=tuple(items[first:]))
