"""Claims and persons → events → custody on a day."""

from __future__ import annotations

from habeas.events.custody import custody_on, custody_over, settle_custody, turning_days
from habeas.events.describe import event_id
from habeas.events.grouping import group_events

__all__ = [
    "custody_on",
    "custody_over",
    "event_id",
    "group_events",
    "settle_custody",
    "turning_days",
]
