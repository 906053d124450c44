"""What saving came to, and who decided; known without a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What saving a reading came to."""

    ADDED = "added"
    READ_ANEW = "read anew"
    ALREADY_THERE = "already there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what is recorded, why and when.

    Attributes:
        by: Who; never a machine.
        at: When, with a time zone.
        reason: Why, in their words.
    """

    by: str
    at: datetime
    reason: str = ""
