"""The list of reports, each with how much of it nobody has decided about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.public.presenters import wording

if TYPE_CHECKING:
    from datetime import datetime

    from habeas.store.index.answers import ReportLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report as a line of the list; texts are empty where the report does not say."""

    id: str
    title: str
    source: str
    published: str
    language: str
    added_at: datetime
    claims: int
    undecided: int


def report_row(line: ReportLine) -> ReportRow:
    """A report as a line of the list."""
    report = line.report
    return ReportRow(
        id=report.id,
        title=report.title or report.file or _("Untitled report"),
        source=report.publisher or report.file or "",
        published=wording.when(report.published) if report.published else "",
        language="" if report.language == "und" else report.language,
        added_at=line.added_at,
        claims=line.claims,
        undecided=line.undecided,
    )
