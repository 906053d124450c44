"""The least and the greatest number of people of many selections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from habeas.accounts.solving.matrix import Matrix
from habeas.accounts.solving.programme import Held, Programme
from habeas.accounts.solving.statements import Interval

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    type Columns = NDArray[np.int32]
    type Numbers = NDArray[np.float64]


def bound_all(
    programme: Programme, held: Held, wanted: Sequence[Columns], outer: tuple[Numbers, Numbers]
) -> list[Interval]:
    """Bounds on sums over columns, in order.

    Every solution met on the way shows what each sum can be. The programme is not asked for an
    end that is known to be reached.

    Args:
        programme: With the rows that hold.
        held: A solution of them.
        wanted: The columns of each sum.
        outer: What each sum cannot be below, and what it cannot be above, as is known before.
    """
    import numpy as np

    matrix = Matrix(programme.width, None, wanted)
    low, high = (ends.copy() for ends in outer)
    least, most = np.full(len(wanted), np.inf), np.full(len(wanted), -np.inf)

    def seen(counts: Numbers | None) -> None:
        if counts is not None:
            sums = matrix.sums(counts)
            np.minimum(least, sums, out=least)
            np.maximum(most, sums, out=most)

    seen(held.counts)
    for place, columns in enumerate(wanted):
        if least[place] > low[place]:
            found = programme.least(columns, 1)
            low[place] = max(low[place], found.number or 0)
            seen(found.counts)
        if most[place] < high[place]:
            found = programme.least(columns, -1)
            if found.number is not None:
                high[place] = -found.number
            seen(found.counts)
    return [
        Interval(low=int(lowest), high=None if highest == np.inf else int(highest))
        for lowest, highest in zip(low, high, strict=True)
    ]
