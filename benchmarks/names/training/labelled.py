"""A pair of names to learn from."""

from __future__ import annotations

from typing import NamedTuple


class TrainingPair(NamedTuple):
    """Two spellings and whether they name one person.

    Attributes:
        left, right: The spellings; which is which tells nothing.
        same: Whether one person bears both.
    """

    left: str
    right: str
    same: bool
