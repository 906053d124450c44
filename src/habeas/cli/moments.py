"""Moments as they are given to options."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import click

MOMENT = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S.%f%z"])


def end_of(given: datetime | None) -> datetime | None:
    """The moment that was given; of a bare day its last, in UTC."""
    if given is None or given.tzinfo is not None:
        return given
    return given.replace(tzinfo=UTC) + timedelta(days=1, microseconds=-1)
