"""The list of reports, each with how much of it nobody has decided about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.model.dates import EdtfDate, InvalidDate
from habeas.public.presenters import wording

if TYPE_CHECKING:
    from datetime import datetime

    from habeas.store.reading_table import WaitingReport


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


def report_row(told: WaitingReport) -> ReportRow:
    """A report as a line of the list."""
    return ReportRow(
        id=told.id,
        title=told.title or told.file or _("Untitled report"),
        source=told.publisher or told.file,
        published=_day(told.published),
        language="" if told.language == "und" else told.language,
        added_at=told.added_at,
        claims=told.claims,
        undecided=told.undecided,
    )


def _day(text: str) -> str:
    try:
        return wording.when(EdtfDate.parse(text)) if text else ""
    except InvalidDate:
        return text
