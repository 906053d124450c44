"""How many pairs can be made where each may be paired once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping


def most_pairs[Left: Hashable, Right: Hashable](
    partners: Mapping[Left, Iterable[Right]],
) -> int:
    """The greatest number of pairs, everybody in one at most (a maximum bipartite matching).

    By augmenting paths, breadth first (Kuhn, 1955): each of n takes a walk over the edges of
    its neighbourhood, which among proposed matches of names is small.

    Args:
        partners: Each on the left with those on the right it may be paired with.

    >>> most_pairs({"a": ["x", "y"], "b": ["x"], "c": ["x"]})
    2
    """
    options = {left: tuple(rights) for left, rights in partners.items()}
    pairs = _Pairs[Left, Right]()
    return sum(pairs.add(left, options) for left in options)


class _Pairs[Left: Hashable, Right: Hashable]:
    """Who is paired with whom so far."""

    def __init__(self) -> None:
        self._of_right: dict[Right, Left] = {}
        self._of_left: dict[Left, Right] = {}

    def add(self, start: Left, options: Mapping[Left, tuple[Right, ...]]) -> bool:
        """Pair one more, moving others to another partner where that makes room."""
        came_from: dict[Right, Left] = {}
        waiting = [start]
        for left in waiting:
            for right in options[left]:
                if right in came_from:
                    continue
                came_from[right] = left
                if right not in self._of_right:
                    self._shift(right, start, came_from)
                    return True
                waiting.append(self._of_right[right])
        return False

    def _shift(self, right: Right, start: Left, came_from: Mapping[Right, Left]) -> None:
        """Follow the path back, giving each on it the partner after it."""
        while True:
            left = came_from[right]
            before = self._of_left.get(left)
            self._of_right[right], self._of_left[left] = left, right
            if left == start or before is None:
                return
            right = before
