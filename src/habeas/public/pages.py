"""A long list in pages, of which only the one that is shown is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of a list.

    Attributes:
        number: From 1.
        of: How many pages there are, at least 1.
        total: How many entries the whole list has.
        start: Place of the first entry shown, from 0.
        size: Entries on a full page.
    """

    number: int
    of: int
    total: int
    start: int
    size: int

    @property
    def before(self) -> int | None:
        """Number of the page before; None on the first."""
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        """Number of the page after; None on the last."""
        return self.number + 1 if self.number < self.of else None


def page_of(total: int, size: int, asked: str | None) -> Page:
    """The page that was asked for, or the nearest that there is; the first for no number.

    >>> page_of(250, 100, "9").number, page_of(250, 100, "x").start
    (3, 0)
    """
    pages = max(1, -(-total // size))
    digits = asked if asked and asked.isascii() and asked.isdigit() and len(asked) < 10 else "1"
    number = min(max(1, int(digits)), pages)
    return Page(number=number, of=pages, total=total, start=(number - 1) * size, size=size)
