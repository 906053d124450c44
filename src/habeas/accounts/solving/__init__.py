"""Whether statements on numbers of people can all hold, which cannot, and what follows.

Knows nothing of claims or speakers: a `Statement` bounds how many people of one
`Selection` there are, and a `System` answers for all of them together, exactly.
"""

from __future__ import annotations

from habeas.accounts.solving.one_sum import OneSum, one_sum
from habeas.accounts.solving.statements import (
    OTHER,
    Attribute,
    Core,
    Found,
    Interval,
    Selection,
    Setting,
    Side,
    Statement,
    Term,
)
from habeas.accounts.solving.system import System

__all__ = [
    "OTHER",
    "Attribute",
    "Core",
    "Found",
    "Interval",
    "OneSum",
    "Selection",
    "Setting",
    "Side",
    "Statement",
    "System",
    "Term",
    "one_sum",
]
