"""Claims and persons → events → custody on a day."""

from __future__ import annotations

from habeas.events.custody import custody_on, settle_custody
from habeas.events.grouping import group_events

__all__ = ["custody_on", "group_events", "settle_custody"]
