"""Who may see what, as the pages of the desk show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.desk.forms.restrictions import FIELDS
from habeas.model.restrictions import Level, RecordKind, Viewer
from habeas.store.index.people import load_person
from habeas.store.index.reports import load_report
from habeas.store.restricting import document_of_claim

if TYPE_CHECKING:
    from datetime import datetime

    from habeas.model.sealing import SealedItem
    from habeas.store.restricting import Restricted

_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a restriction is of.

    Attributes:
        kind: Of what.
        record: Its id.
        kind_name: The kind in a word.
        title: A name, a title or the words of a claim, as the viewer may see them.
    """

    kind: RecordKind
    record: str
    kind_name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One decision on who may see a record.

    Attributes:
        of: What it is about; None where it is shown on the page of that.
        who: Who may see it, in words.
        stands: True where no later decision replaced it.
    """

    of: Shown | None
    who: str
    reason: str
    by: str
    at: datetime
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedLine:
    """Something sealed, without what it says."""

    key: str
    what: str
    of: Shown | None
    readers: str
    reason: str
    by: str
    at: datetime
    openings: int


def shown_record(kind: RecordKind, record: str, viewer: Viewer) -> Shown | None:
    """A record that somebody may see; None where there is none, or they may not."""
    title = _TITLES[kind](record, viewer) if kind in _TITLES else None
    if title is None:
        return None
    return Shown(kind=kind, record=record, kind_name=kind_name(kind), title=title[:_LONGEST])


def kind_name(kind: RecordKind) -> str:
    """What kind of record, in a word."""
    return {
        RecordKind.REPORT: _("Report"),
        RecordKind.CLAIM: _("Claim"),
        RecordKind.PERSON: _("Person"),
        RecordKind.SEALED: _("Sealed"),
    }[kind]


def who_may(level: Level, readers: Iterable[str]) -> str:
    """Who may see something, in words."""
    named = ", ".join(readers)
    if level is Level.PUBLIC:
        return _("everybody")
    if level is Level.REGISTER:
        return _("whoever signs in")
    return _("%(names)s alone") % {"names": named} if named else _("nobody")


def lines_of(made: Iterable[Restricted], viewer: Viewer) -> tuple[Line, ...]:
    """Decisions with what they are about, the newest first; of what is sealed, none."""
    found = []
    for each in made:
        decision = each.restriction
        if decision.kind is RecordKind.SEALED:
            continue
        of = shown_record(decision.kind, decision.record, viewer)
        found.append(_line(each, of))
    return tuple(reversed(found))


def history_of(made: Iterable[Restricted]) -> tuple[Line, ...]:
    """Decisions on one record, the newest first."""
    return tuple(reversed([_line(each, None) for each in made]))


def sealed_lines(items: Iterable[SealedItem], viewer: Viewer) -> tuple[SealedLine, ...]:
    """What is sealed and somebody may know of, in order."""
    return tuple(
        SealedLine(
            key=item.key,
            what=_("A whole report") if item.about is None else str(FIELDS[item.about.field]),
            of=None
            if item.about is None
            else shown_record(item.about.kind, item.about.record, viewer),
            readers=", ".join(item.readers) or _("nobody"),
            reason=item.reason,
            by=item.by,
            at=item.at,
            openings=item.openings,
        )
        for item in items
    )


def _line(made: Restricted, of: Shown | None) -> Line:
    decision = made.restriction
    return Line(
        of=of,
        who=who_may(decision.level, decision.readers),
        reason=decision.reason,
        by=decision.by,
        at=decision.at,
        stands=made.stands,
    )


def _report_title(record: str, viewer: Viewer) -> str | None:
    found = load_report(record, viewer)
    return None if found is None else found.report.title or found.report.text[:_LONGEST]


def _claim_title(record: str, viewer: Viewer) -> str | None:
    document = document_of_claim(record)
    found = None if document is None else load_report(document, viewer)
    if found is None:
        return None
    claims = (*found.records.claims, *found.decided.claims)
    return next((claim.passage.exact for claim in claims if claim.id == record), None)


def _person_title(record: str, viewer: Viewer) -> str | None:
    found = load_person(record, viewer)
    return None if found is None else found.person.name


_TITLES: Mapping[RecordKind, Callable[[str, Viewer], str | None]] = {
    RecordKind.REPORT: _report_title,
    RecordKind.CLAIM: _claim_title,
    RecordKind.PERSON: _person_title,
}
