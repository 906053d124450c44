"""Precision, recall and F1, and the lines that set them beside a peer's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """How many were labelled, read, and right.

    Attributes:
        labelled: Of the data.
        read: By the system measured.
        right: Of those read.
    """

    labelled: int
    read: int
    right: int

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 0 where nothing was read."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Share of what is labelled that was read; 0 where nothing is labelled."""
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where both are."""
        both = self.labelled + self.read
        return 2 * self.right / both if both else 0.0


def yes_or_no(pairs: Iterable[tuple[bool, bool]]) -> Matches:
    """The matches of one question answered for many texts, as (labelled, read)."""
    answers = list(pairs)
    return Matches(
        labelled=sum(label for label, _ in answers),
        read=sum(found for _, found in answers),
        right=sum(label and found for label, found in answers),
    )


def print_matches(rows: Iterable[tuple[str, Matches]]) -> None:
    """Print a table, one line for each name."""
    print(f"{'':44}labelled   read  right  precision  recall     F1")
    for name, one in rows:
        print(
            f"{name:44}{one.labelled:8}{one.read:7}{one.right:7}"
            f"{one.precision:11.3f}{one.recall:8.3f}{one.f1:7.3f}"
        )


def print_peers(rows: Iterable[tuple[str, str]]) -> None:
    """Print published figures under a table, one line for each peer."""
    print("beside it, as published or measured elsewhere on the same data:")
    for name, figure in rows:
        print(f"  {name:42}{figure}")
