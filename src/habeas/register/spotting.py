"""Finds words in folded letters, in time that does not grow with how many are sought."""

from __future__ import annotations

from collections.abc import Collection, Iterator

_START = 4


class Spotter:
    """Words that are sought, none of them empty."""

    def __init__(self, words: Collection[str]) -> None:
        """Take the words, which must not change afterwards."""
        self._words = words
        lengths: dict[str, set[int]] = {}
        for word in words:
            lengths.setdefault(word[:_START], set()).add(len(word))
        self._lengths = {start: tuple(sorted(some)) for start, some in lengths.items()}
        self._starts = tuple(sorted({len(start) for start in lengths}))

    def at(self, letters: str, place: int) -> Iterator[str]:
        """The words that stand at a place, in any order; some may be told twice."""
        for size in self._starts:
            for length in self._lengths.get(letters[place : place + size], ()):
                word = letters[place : place + length]
                if word in self._words:
                    yield word

    def is_in(self, letters: str) -> bool:
        """True where one of the words stands anywhere."""
        return any(True for place in range(len(letters)) for _ in self.at(letters, place))
