"""A list of people that comes in again and again: which column holds what, what is new in it."""

from __future__ import annotations

from habeas.people.lists.importing.editions import ImportPlan, ListEdition
from habeas.people.lists.importing.mapping import (
    FIELDS,
    ColumnMap,
    InvalidMap,
    SeenColumn,
    mapped,
    seen_columns,
    unknown_headers,
)
from habeas.people.lists.importing.planning import (
    KnownRow,
    ListPlan,
    PlannedRow,
    RowOutcome,
    plan_import,
)
from habeas.people.lists.importing.reading import list_report, source_of, with_map

__all__ = [
    "FIELDS",
    "ColumnMap",
    "ImportPlan",
    "InvalidMap",
    "KnownRow",
    "ListEdition",
    "ListPlan",
    "PlannedRow",
    "RowOutcome",
    "SeenColumn",
    "list_report",
    "mapped",
    "plan_import",
    "seen_columns",
    "source_of",
    "unknown_headers",
    "with_map",
]
