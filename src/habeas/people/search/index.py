"""An index of names that finds the most alike, whatever script wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from habeas.people.comparison import compare_many


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One name found.

    Attributes:
        id: Whose name it is, as given to the index.
        name: The spelling that was found.
        probability: As of `compare_names`.
    """

    id: str
    name: str
    probability: float


class NameIndex:
    """Names with the ids of their bearers; an id may have many names."""

    def __init__(self, entries: Iterable[tuple[str, str]] = ()) -> None:
        """Index pairs of an id and a name."""
        self._entries = list(entries)

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, entries: Iterable[tuple[str, str]]) -> None:
        """Let the index grow by pairs of an id and a name."""
        self._entries.extend(entries)

    def save(self, path: Path) -> None:
        """Write the index as one file that `open` maps into memory."""
        raise NotImplementedError

    @classmethod
    def open(cls, path: Path) -> NameIndex:
        """Map a saved index into memory.

        Raises:
            UnreadableIndex: The file is no index, or one of another version.
        """
        raise NotImplementedError

    def search(self, names: Sequence[str], limit: int = 10) -> list[list[Hit]]:
        """For each name, the most likely names of the index, best first.

        Candidates come from the index, then each is compared as `compare_names` does.
        """
        found = []
        for name in names:
            scores = compare_many([name] * len(self._entries), [n for _, n in self._entries])
            best = np.argsort(-scores, kind="stable")[:limit]
            found.append(
                [
                    Hit(
                        id=self._entries[i][0],
                        name=self._entries[i][1],
                        probability=float(scores[i]),
                    )
                    for i in best
                ]
            )
        return found
