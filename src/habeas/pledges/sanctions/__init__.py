"""Lists of sanctions: what is on them, what changed, and whom a pledge means."""

from __future__ import annotations

from habeas.pledges.sanctions.difference import compare_editions, values_of
from habeas.pledges.sanctions.problems import UnreadableSanctions
from habeas.pledges.sanctions.read import read_sanctions
from habeas.pledges.sanctions.targets import propose_targets

__all__ = [
    "UnreadableSanctions",
    "compare_editions",
    "propose_targets",
    "read_sanctions",
    "values_of",
]
