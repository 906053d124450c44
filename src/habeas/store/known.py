"""Rows as they were known when the chain of audit records had a length."""

from __future__ import annotations

from typing import Any

from habeas.model.audit import Change
from habeas.store import models
from habeas.store.contents import root_of, tables_now


def known_rows(change: Change, upto: int | None) -> Any:
    """Rows that a kind of change added, as a query.

    Args:
        change: The kind.
        upto: Number of the last audit record that counts; None for all rows.
    """
    rows = tables_now(root_of(change))._default_manager.all()
    if upto is None:
        return rows
    told = models.AuditRecord.objects.filter(change=change.value, number__lte=upto)
    return rows.filter(pk__in=told.values("row"))
