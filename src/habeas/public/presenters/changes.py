"""What is new in an Edition, as lines that link to it. People are counted and not named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.model.editions import ChangeKind, RecordKind
from habeas.public.addresses import address_of
from habeas.public.presenters import wording
from habeas.public.presenters.claims import report_line
from habeas.public.presenters.home import account_link
from habeas.public.presenters.pledges import STATES, undertaking
from habeas.register.promised import promises_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.model.editions import EditionChange
    from habeas.model.pledges import Pledge
    from habeas.register.edition_file import EditionFile
    from habeas.register.promised import Promised


type _Line = tuple[str, str, str, str]
"""What, title, address and day of a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """An account, a report or a promise that is new or otherwise.

    Attributes:
        id: Of the record.
        is_new: True where the Edition before did not have it.
        what: The same in words; of a promise, how it stands.
        title: Of the account or the report; of a promise who would do what, and no name.
        href: Its address.
        when: Its day in words, or empty.
    """

    id: str
    is_new: bool
    what: str
    title: str
    href: str
    when: str


def change_rows(changes: Sequence[EditionChange], file: EditionFile) -> list[ChangeRow]:
    """Lines of the changes to accounts, reports and promises, in their order."""
    told = {c.id: c.change is ChangeKind.ADDED for c in changes}
    ids = {kind: [c.id for c in changes if c.kind is kind] for kind in RecordKind}
    lines: dict[str, _Line] = {}
    for key, brief in file.briefs_by_id(ids[RecordKind.ACCOUNT]).items():
        link = account_link(brief)
        what = _("new account") if told[key] else _("account that changed")
        lines[key] = what, link.title, link.href, link.when
    for key, report in file.reports_by_id(ids[RecordKind.REPORT]).items():
        line = report_line(report)
        what = _("new report") if told[key] else _("report that changed")
        lines[key] = what, line.title, line.href, line.published
    for promised in _promises(ids[RecordKind.PROMISE], file):
        key = promised.pledge.id
        what = _("new promise") if told[key] else _("promise that stands otherwise")
        state = str(STATES[promised.standing.state])
        href = address_of("pledge", key)
        lines[key] = f"{what}: {state}", _title(promised.pledge), href, ""
    return [
        ChangeRow(id=key, is_new=is_new, what=what, title=title, href=href, when=when)
        for key, is_new in told.items()
        if key in lines
        for what, title, href, when in (lines[key],)
    ]


def _promises(ids: Sequence[str], file: EditionFile) -> list[Promised]:
    """Promises that are here, as they stand on the day of the Edition."""
    if not ids:
        return []
    from habeas.public.pledged import arranged_in

    arranged = arranged_in(file)
    known = [key for key in ids if key in arranged.told.chains]
    return list(promises_on(file.summary.as_of, arranged, known))


def _title(pledge: Pledge) -> str:
    """Who would do what: a state, and no person; what it is about may name somebody."""
    act = undertaking(pledge.act)
    return f"{wording.state(pledge.state)}: {act}" if pledge.state else act
