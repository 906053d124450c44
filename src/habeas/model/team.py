"""Who works on the register: what somebody may do from a moment on, by whose decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from habeas.model.restrictions import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleDecision:
    """A decision on what somebody may do; the last one on them stands.

    Attributes:
        name: The name that they sign in by.
        role: What they may do from then on; None where they may no longer come in.
        reason: Why, in the words of whoever decided.
        by: Who decided; never a machine.
        at: When, with a time zone.
    """

    name: str
    role: Role | None
    reason: str
    by: str
    at: datetime
