"""Reports that are lists of people."""

from __future__ import annotations

from habeas.model.reports import Report
from habeas.people import fold_spelling


def is_list(report: Report | None) -> bool:
    """True for a table of people; False for a report that is missing."""
    return report is not None and report.is_table


def list_publisher(report: Report | None) -> str | None:
    """Who keeps a list, folded so that spellings compare; None for what is no list."""
    if report is None or not is_list(report) or not report.publisher:
        return None
    return fold_spelling(report.publisher)
