"""A person as their page shows them: every spelling, and what is said of them, by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.model.dates import EdtfDate
from habeas.public.presenters import wording
from habeas.public.presenters.account import match_lines
from habeas.public.presenters.claims import claim_line, report_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from habeas.model.claims import Claim
    from habeas.model.people import Person, ProposedMatch
    from habeas.model.reports import Report
    from habeas.public.presenters.account import MatchLine
    from habeas.public.presenters.claims import ClaimLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person as a line of the index; `others` are the spellings not shown first."""

    name: str
    others: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What is said of one day or span.

    Attributes:
        day: In words; empty where neither claim nor report gives a day.
        day_on: EDTF text of the same, or empty.
        is_published: True where the day is the report's, the claim giving none.
        lines: The claims.
    """

    day: str
    day_on: str
    is_published: bool
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything the page of one person shows.

    Attributes:
        roles: What reports call them, each once.
        moments: What is said, in time order, undated last.
    """

    row: PersonRow
    roles: tuple[str, ...]
    states: tuple[str, ...]
    moments: tuple[Moment, ...]
    matches: tuple[MatchLine, ...]


def person_row(person: Person) -> PersonRow:
    """A person as a line of the index."""
    return PersonRow(
        name=wording.short(person.name) or _("Name not readable"),
        others=tuple(wording.short(name) for name in person.names if name != person.name),
        href=reverse("person", args=[person.id]),
    )


def present_person(
    person: Person,
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    *,
    matches: Sequence[ProposedMatch],
    names: Mapping[str, str],
) -> PersonPage:
    """Arrange what is said of a person.

    Args:
        person: Who.
        claims: The claims that name them.
        reports: The reports of those claims, by id.
        matches: Who they may be the same as.
        names: First spelling of the persons in `matches`, by id.
    """
    spellings = frozenset(person.names)
    mentions = [m for claim in claims for m in claim.names if m.name in spellings]
    states = dict.fromkeys(m.nationality for m in mentions if m.nationality)
    return PersonPage(
        row=person_row(person),
        roles=tuple(dict.fromkeys(wording.short(role) for m in mentions for role in m.roles)),
        states=tuple(wording.state(code) for code in states),
        moments=_moments(claims, reports),
        matches=match_lines(person.id, matches, names),
    )


def _moments(claims: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[Moment, ...]:
    sources = {report.id: report_line(report) for report in reports.values()}
    together: dict[tuple[date, str, bool], list[ClaimLine]] = {}
    for claim in claims:
        moment = claim.when.edtf if claim.when else reports[claim.report].published
        day = (moment.earliest or moment.latest) if moment else None
        key = (day or date.max, moment.text if moment else "", claim.when is None)
        together.setdefault(key, []).append(claim_line(claim, sources[claim.report]))
    return tuple(
        Moment(
            day=_day(text),
            day_on=text,
            is_published=is_published and bool(text),
            lines=tuple(lines),
        )
        for (_first, text, is_published), lines in sorted(
            together.items(), key=lambda item: item[0]
        )
    )


def _day(text: str) -> str:
    return wording.when(EdtfDate.parse(text)) if text else ""
