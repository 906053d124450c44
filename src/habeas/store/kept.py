"""What was read or made before, in memory as far as there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock


class Kept[Key: Hashable, Value]:
    """Values by key, each with the state it was made in; those last asked for stay longest.

    Threads may share it, so its values must not change.
    """

    def __init__(self, most: int, size: Callable[[Value], int]) -> None:
        """Keep nothing yet.

        Args:
            most: How large all values together may be; the last one is kept however large.
            size: Of a value.
        """
        self._most = most
        self._size = size
        self._total = 0
        self._values: OrderedDict[Key, tuple[object, Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, state: object) -> Value | None:
        """The value of a key; None where there is none of this state."""
        with self._lock:
            known, value = self._values.get(key, (None, None))
            if value is None or known != state:
                return None
            self._values.move_to_end(key)
            return value

    def put(self, key: Key, state: object, value: Value) -> None:
        """Keep a value in place of any other of its key."""
        with self._lock:
            self._remove(key)
            self._values[key] = state, value
            self._total += self._size(value)
            while self._total > self._most and len(self._values) > 1:
                self._remove(next(iter(self._values)))

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values.clear()
            self._total = 0

    def _remove(self, key: Key) -> None:
        if key in self._values:
            self._total -= self._size(self._values.pop(key)[1])


class Same:
    """A value that is equal to itself alone, and cannot be taken for one that is gone."""

    __slots__ = ("_value",)

    def __init__(self, value: object) -> None:
        """Take the value."""
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other._value is self._value

    def __hash__(self) -> int:
        return id(self._value)
