"""An edition of a list that is ready to be imported, and what that would change."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.reports import Report
from habeas.people.lists.importing.mapping import ColumnMap
from habeas.people.lists.importing.planning import ListPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEdition:
    """One edition of a list, ready to be imported.

    Attributes:
        report: As `with_map` gives it.
        data: Its bytes.
        source: Whose list it is; editions of one source are compared.
        columns: What its columns hold.
    """

    report: Report
    data: bytes
    source: str
    columns: ColumnMap


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What importing an edition would change.

    Attributes:
        edition: The edition.
        plan: Row by row.
        after: Number of the import before it; 0 for the first of its source.
    """

    edition: ListEdition
    plan: ListPlan
    after: int
