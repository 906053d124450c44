"""A linear programme in exact fractions, for the few lines of one conflict."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def greatest(goal: Sequence[int], limits: Sequence[Sequence[int]]) -> list[Fraction] | None:
    """Factors of 0 or more, 1 at most together, that make a sum greatest.

    The simplex method on a condensed tableau, with Bland's rule, which never goes round in
    circles (R. Bland, "New finite pivoting rules for the simplex method", 1977).

    Args:
        goal: What each factor adds to the sum, once.
        limits: For each limit what each factor adds to it, once; it may come to 0 at most.

    Returns:
        The factors; None where no sum above 0 is reached.
    """
    width = len(goal)
    rows = [[Fraction(each) for each in (*limit, 0)] for limit in limits]
    rows.append([Fraction(1)] * (width + 1))
    rows.append([Fraction(-each) for each in (*goal, 0)])
    gains = rows[-1]
    free = list(range(width))
    basis = list(range(width, width + len(rows) - 1))
    while True:
        growing = [column for column in range(width) if gains[column] < 0]
        if not growing:
            break
        entering = min(growing, key=free.__getitem__)
        leaving = min(
            (row for row in range(len(basis)) if rows[row][entering] > 0),
            key=lambda row: (rows[row][-1] / rows[row][entering], basis[row]),
        )
        _pivot(rows, leaving, entering)
        free[entering], basis[leaving] = basis[leaving], free[entering]
    if gains[-1] == 0:
        return None
    factors = [Fraction(0)] * width
    for row, variable in enumerate(basis):
        if variable < width:
            factors[variable] = rows[row][-1]
    return factors


def _pivot(rows: list[list[Fraction]], leaving: int, entering: int) -> None:
    """Exchange a basic variable, by row, for one that is not, by column."""
    pivot = rows[leaving]
    factor = pivot[entering]
    pivot[entering] = Fraction(1)
    pivot[:] = [each / factor for each in pivot]
    for row in (*rows[:leaving], *rows[leaving + 1 :]):
        times = row[entering]
        if times:
            row[entering] = Fraction(0)
            row[:] = [each - times * other for each, other in zip(row, pivot, strict=True)]
