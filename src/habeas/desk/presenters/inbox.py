"""The inbox as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from habeas.store.arrivals import Arrival, ArrivalState
from habeas.store.inbox import InboxLine, InboxState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from habeas.store.index.answers import ReportLine

STATES = (None, InboxState.UNREAD, InboxState.REVIEW, InboxState.DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One way to narrow the list.

    Attributes:
        value: In the address; empty for all.
        here: True of the one that is chosen.
    """

    value: str
    label: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One report.

    Attributes:
        id: Its id.
        href: Of its page; empty where the desk has none.
        source: Publisher, else file or host; may be empty.
        day: EDTF of publication; empty where not told.
        claims: In words: how many, and how many wait.
        state: A word.
        state_key: The same for the style sheet.
        can_finish: True where somebody may say that it is done.
        can_reopen: True where somebody said so.
        places: "printed in 12 places"; empty where it has no copies.
        copies: The reports that print its text.
        more: How many more there are, in words; empty for none.
        revises: Title of the report that it revises; empty of none.
        revises_href: Of that report's page.
    """

    id: str
    href: str
    title: str
    source: str
    day: str
    claims: str
    added_by: str
    added_at: datetime
    state: str
    state_key: str
    can_finish: bool
    can_reopen: bool
    places: str
    copies: tuple[Item, ...]
    more: str
    revises: str
    revises_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What was given and is not in the register yet.

    Attributes:
        state: A sentence.
        what, remedy: Why it could not be read; empty where it was not tried.
        can_retry: True where it failed.
        is_list: True of a list whose columns somebody must tell.
    """

    number: int
    name: str
    by: str
    state: str
    what: str
    remedy: str
    can_retry: bool
    is_list: bool


def filters(chosen: InboxState | None) -> tuple[Filter, ...]:
    """The ways to narrow the list."""
    labels = {
        None: _("All"),
        InboxState.UNREAD: _("Unread"),
        InboxState.REVIEW: _("In review"),
        InboxState.DONE: _("Done"),
    }
    return tuple(
        Filter(value=each.value if each else "", label=labels[each], here=each is chosen)
        for each in STATES
    )


def items(lines: Iterable[InboxLine]) -> tuple[Item, ...]:
    """The reports of a page of the inbox."""
    return tuple(_item(line) for line in lines)


def waiting_items(arrivals: Sequence[Arrival]) -> tuple[Waiting, ...]:
    """What waits, is being read, or could not be."""
    words = {
        ArrivalState.WAITING: _("waits to be read"),
        ArrivalState.READING: _("is being read"),
        ArrivalState.FAILED: _("could not be read"),
        ArrivalState.LIST: _("a list: say what its columns hold"),
        ArrivalState.READ: _("read"),
    }
    return tuple(
        Waiting(
            number=each.number,
            name=each.name,
            by=each.by,
            state=words[each.state],
            what=each.problem.what if each.problem else "",
            remedy=each.problem.remedy if each.problem else "",
            can_retry=each.state is ArrivalState.FAILED,
            is_list=each.state is ArrivalState.LIST,
        )
        for each in arrivals
    )


def report_href(report: str) -> str:
    """Address of a report's page; empty where the desk has none."""
    try:
        return reverse("report", args=[report])
    except NoReverseMatch:
        return ""


def _item(line: InboxLine) -> Item:
    number = len(line.copies) + line.more_copies
    return Item(
        **_told(line.line),
        state={
            InboxState.UNREAD: _("unread"),
            InboxState.REVIEW: _("in review"),
            InboxState.DONE: _("done"),
        }[line.state],
        state_key=line.state.value,
        can_finish=line.state is not InboxState.DONE,
        can_reopen=line.marked_done,
        places=_places(number + 1) if number else "",
        copies=tuple(_copy(each) for each in line.copies),
        more=_more(line.more_copies) if line.more_copies else "",
        revises=line.revises.report.title if line.revises else "",
        revises_href=report_href(line.revises.report.id) if line.revises else "",
    )


def _copy(line: ReportLine) -> Item:
    return Item(
        **_told(line),
        state="",
        state_key="",
        can_finish=False,
        can_reopen=False,
        places="",
        copies=(),
        more="",
        revises="",
        revises_href="",
    )


def _told(line: ReportLine) -> dict[str, Any]:
    report = line.report
    return {
        "id": report.id,
        "href": report_href(report.id),
        "title": report.title or _("Without a title"),
        "source": report.publisher or report.file or "",
        "day": report.published.text if report.published else "",
        "claims": _claims(line.claims, line.undecided),
        "added_by": line.added_by,
        "added_at": line.added_at,
    }


def _claims(number: int, undecided: int) -> str:
    if not number:
        return _("no claims")
    told = ngettext("%(number)s claim", "%(number)s claims", number) % {"number": number}
    if not undecided:
        return told
    wait = ngettext("%(number)s waits", "%(number)s wait", undecided) % {"number": undecided}
    return f"{told}, {wait}"


def _places(number: int) -> str:
    return ngettext("printed in %(number)s place", "printed in %(number)s places", number) % {
        "number": number
    }


def _more(number: int) -> str:
    return ngettext("and %(number)s more", "and %(number)s more", number) % {"number": number}
