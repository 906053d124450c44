"""Tables of people laid out as columns of a programme, and what always holds between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.accounts.solving.atoms import Condition, Where
from habeas.accounts.solving.cliques import Link, Tables, cells

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    type Columns = NDArray[np.int32]
    type Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """Rows that hold for any people there are: sums over columns, each times a factor.

    Attributes:
        columns: Of all rows, one row after the other.
        factors: Beside each column: 1, -1 or another whole number.
        starts: Where each row begins in `columns`.
        is_equal: Whether the sum of a row is 0; it is 0 or more otherwise.
    """

    columns: Columns
    factors: Columns
    starts: Columns
    is_equal: NDArray[np.bool_]


class Grid:
    """Tables one after the other, and columns of people whom no table tells apart.

    Attributes:
        count: Number of columns so far.
    """

    def __init__(self, sizes: Sequence[int], tables: Tables) -> None:
        self._sizes = sizes
        self._tables = tables
        self._columns: list[Columns] = []
        self._factors: list[Columns] = []
        self._is_equal: list[bool] = []
        self._starts = []
        self._tables_of: dict[frozenset[int], int | None] = {}
        self.count = 0
        for scope in tables.scopes:
            self._starts.append(self.count)
            self.count += cells(sizes, scope)
        for link in tables.links:
            self._agree(link)

    def columns(self, conditions: Where) -> Columns | None:
        """Cells, of the smallest table with all coordinates, of those who meet all conditions."""
        import numpy as np

        table = self._smallest(scope_of(conditions))
        if table is None:
            return None
        mask = mask_over(self._tables.scopes[table], conditions, self._sizes)
        return (mask.ravel().nonzero()[0] + self._starts[table]).astype(np.int32)

    def estimate(self, conditions: Where) -> Columns:
        """A column of its own for people whom no table tells apart.

        They are among those who meet each condition alone, and everybody else fails one.
        """
        import numpy as np

        own = np.array([self.count], dtype=np.int32)
        self.count += 1
        alone = [self.columns((condition,)) for condition in conditions]
        known = [columns for columns in alone if columns is not None]
        everybody = self.columns(())
        assert everybody is not None
        for columns in known or [everybody]:
            self._exceed([(columns, 1), (own, -1)])
        if len(known) == len(conditions):
            rest = [(columns, -1) for columns in known]
            rest += [(everybody, 1)] * (len(known) - 1)
            self._exceed([(own, 1), *rest])
        return own

    def structure(self) -> Structure:
        """All rows so far."""
        import numpy as np

        lengths = [len(columns) for columns in self._columns]
        nothing = np.zeros(0, dtype=np.int32)
        return Structure(
            columns=np.concatenate([nothing, *self._columns]),
            factors=np.concatenate([nothing, *self._factors]),
            starts=np.cumsum([0, *lengths], dtype=np.int32)[:-1],
            is_equal=np.array(self._is_equal, dtype=np.bool_),
        )

    def _smallest(self, scope: frozenset[int]) -> int | None:
        if scope not in self._tables_of:
            holding = [
                (cells(self._sizes, members), number)
                for number, members in enumerate(self._tables.scopes)
                if scope.issubset(members)
            ]
            self._tables_of[scope] = min(holding)[1] if holding else None
        return self._tables_of[scope]

    def _agree(self, link: Link) -> None:
        """One row for each combination of what two tables share."""
        import numpy as np

        left = self._by_shared(link.left, link.shared)
        right = self._by_shared(link.right, link.shared)
        factors = np.repeat(np.array([1, -1], dtype=np.int32), [left.shape[1], right.shape[1]])
        for one, other in zip(left, right, strict=True):
            self._columns.append(np.concatenate([one, other]))
            self._factors.append(factors)
            self._is_equal.append(True)

    def _by_shared(self, table: int, shared: Sequence[int]) -> Columns:
        """Columns of a table, of shape (combinations of the shared atoms, those of the rest)."""
        import numpy as np

        scope = self._tables.scopes[table]
        shape = [self._sizes[each] for each in scope]
        start = self._starts[table]
        numbers = np.arange(start, start + cells(self._sizes, scope), dtype=np.int32)
        first = [scope.index(each) for each in shared]
        rest = [axis for axis in range(len(scope)) if axis not in first]
        count = cells(self._sizes, shared)
        return numbers.reshape(shape).transpose([*first, *rest]).reshape(count, -1)

    def _exceed(self, sums: Sequence[tuple[Columns, int]]) -> None:
        """A row that is 0 or more, of columns that may come several times."""
        import numpy as np

        factors = np.zeros(self.count, dtype=np.int32)
        for columns, factor in sums:
            factors[columns] += factor
        used = np.flatnonzero(factors).astype(np.int32)
        self._columns.append(used)
        self._factors.append(factors[used])
        self._is_equal.append(False)


def scope_of(conditions: Where) -> frozenset[int]:
    """Every coordinate that a condition speaks of."""
    return frozenset().union(*[condition.scope for condition in conditions])


def mask_over(scope: Sequence[int], conditions: Iterable[Condition], sizes: Sequence[int]) -> Mask:
    """Which combinations of the atoms of a scope, ascending, meet all conditions within it."""
    import numpy as np

    mask = np.ones([sizes[each] for each in scope], dtype=np.bool_)
    for condition in conditions:
        if condition.scope == tuple(scope):
            mask &= condition.mask
            continue
        mask &= condition.mask.reshape(
            [sizes[each] if each in condition.scope else 1 for each in scope]
        )
    return mask
