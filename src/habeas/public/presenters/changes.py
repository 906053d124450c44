"""What is new in an Edition, as lines that link to it. People are counted and not named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.model.editions import ChangeKind, RecordKind
from habeas.public.presenters.claims import report_line
from habeas.public.presenters.home import account_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.model.editions import EditionChange
    from habeas.register.edition_records import EditionRecords


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """An account or a report that is new or otherwise.

    Attributes:
        id: Of the record.
        is_account: True for an account, false for a report.
        is_new: True where the Edition before did not have it.
        what: The same in words.
        title: Of the account or the report.
        href: Its address.
        when: Its day in words, or empty.
    """

    id: str
    is_account: bool
    is_new: bool
    what: str
    title: str
    href: str
    when: str


def change_rows(changes: Sequence[EditionChange], records: EditionRecords) -> list[ChangeRow]:
    """Lines of the changes to accounts and reports, in their order."""
    told = {c.id: c for c in changes}
    briefs = records.briefs_by_id(c.id for c in changes if c.kind is RecordKind.ACCOUNT)
    reports = records.reports_by_id(c.id for c in changes if c.kind is RecordKind.REPORT)
    links = {key: account_link(brief) for key, brief in briefs.items()}
    lines = {key: report_line(report) for key, report in reports.items()}
    rows = []
    for key, change in told.items():
        is_new = change.change is ChangeKind.ADDED
        if key in links:
            link = links[key]
            title, href, when = link.title, link.href, link.when
            what = _("new account") if is_new else _("account that changed")
        elif key in lines:
            line = lines[key]
            title, href, when = line.title, line.href, line.published
            what = _("new report") if is_new else _("report that changed")
        else:
            continue
        rows.append(
            ChangeRow(
                id=key,
                is_account=key in links,
                is_new=is_new,
                what=what,
                title=title,
                href=href,
                when=when,
            )
        )
    return rows
