"""A person as their page shows them: every spelling, and what is said of them, by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.model.dates import EdtfDate
from habeas.people.names.statements import statements_of
from habeas.public.addresses import address_of
from habeas.public.presenters import wording
from habeas.public.presenters.account import match_lines
from habeas.public.presenters.charts import Manner
from habeas.public.presenters.claims import claim_line, report_line
from habeas.public.presenters.sayings import same_act, sayings_of
from habeas.public.presenters.timeline import drawn_day, meanings, scale_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from habeas.model.claims import Claim
    from habeas.model.people import Person, ProposedMatch
    from habeas.model.reports import Report
    from habeas.public.presenters.account import MatchLine
    from habeas.public.presenters.charts import LegendEntry, Stretch
    from habeas.public.presenters.claims import ClaimLine
    from habeas.public.presenters.sayings import Saying
    from habeas.public.presenters.timeline import Scale
    from habeas.register.edition_briefs import PersonBrief


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person as a line of the index; `others` are the spellings not shown first."""

    name: str
    others: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Another spelling of a person's name.

    Attributes:
        name: As written.
        language: ISO 639-1 code of the reports; empty where it is not told.
        told: The language and the days it was first and last seen, in words; or empty.
    """

    name: str
    language: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What is said of one day or span.

    Attributes:
        day: In words; empty where neither claim nor report gives a day.
        day_on: EDTF text of the same, or empty.
        is_published: True where the day is the report's, the claim giving none.
        anchor: Of the entry on its page.
        acts: What is said to be done then, in words, each once.
        sayings: What is said, one entry for each act.
        bar: The day on the scale of the page; empty where it has no place there.
    """

    day: str
    day_on: str
    is_published: bool
    anchor: str
    acts: tuple[str, ...]
    sayings: tuple[Saying, ...]
    bar: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything the page of one person shows.

    Attributes:
        spellings: The spellings not shown first, in the order they were first seen.
        roles: What reports call them, each once.
        moments: What is said, in time order, undated last.
        scale: The years of the time line; None where fewer than two moments have a day.
        legend: What its marks mean.
    """

    row: PersonRow
    spellings: tuple[Spelling, ...]
    roles: tuple[str, ...]
    states: tuple[str, ...]
    moments: tuple[Moment, ...]
    scale: Scale | None
    legend: tuple[LegendEntry, ...]
    matches: tuple[MatchLine, ...]


def person_row(person: Person | PersonBrief) -> PersonRow:
    """A person as a line of the index."""
    return PersonRow(
        name=wording.short(person.name) or _("Name not readable"),
        others=tuple(wording.short(name) for name in person.names if name != person.name),
        href=address_of("person", person.id),
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
    days = _days(claims, reports)
    scale = scale_of(EdtfDate.parse(day.text) for day in days if day.text)
    moments = tuple(
        _moment(day, lines, number=number, scale=scale)
        for number, (day, lines) in enumerate(days.items(), start=1)
    )
    bars = [moment.bar for moment in moments if moment.bar]
    return PersonPage(
        row=person_row(person),
        spellings=tuple(_spellings(person, claims, reports)),
        roles=tuple(dict.fromkeys(wording.short(role) for m in mentions for role in m.roles)),
        states=tuple(wording.state(code) for code in states),
        moments=moments,
        scale=scale if len(bars) > 1 else None,
        legend=meanings(bars),
        matches=match_lines(person.id, matches, names),
    )


def _spellings(
    person: Person, claims: Sequence[Claim], reports: Mapping[str, Report]
) -> Iterator[Spelling]:
    for statement in statements_of(person, claims, reports.values()):
        if statement.name != person.name:
            code = statement.language or ""
            days = wording.between(statement.first_seen, statement.last_seen)
            told = ", ".join(filter(None, (wording.language(code) if code else "", days)))
            yield Spelling(name=wording.short(statement.name), language=code, told=told)


@dataclass(frozen=True, slots=True, order=True)
class _Day:
    """A day to sort by; `text` is EDTF, empty where no day is given."""

    first: date
    text: str
    is_published: bool


def _days(claims: Sequence[Claim], reports: Mapping[str, Report]) -> dict[_Day, list[ClaimLine]]:
    sources = {report.id: report_line(report) for report in reports.values()}
    together: dict[_Day, list[ClaimLine]] = {}
    for claim in claims:
        moment = claim.when.edtf if claim.when else reports[claim.report].published
        first = (moment.earliest or moment.latest) if moment else None
        day = _Day(first or date.max, moment.text if moment else "", claim.when is None)
        together.setdefault(day, []).append(claim_line(claim, sources[claim.report]))
    return dict(sorted(together.items(), key=lambda item: item[0]))


def _moment(day: _Day, lines: Sequence[ClaimLine], *, number: int, scale: Scale | None) -> Moment:
    moment = EdtfDate.parse(day.text) if day.text else None
    is_published = day.is_published and moment is not None
    otherwise = Manner.MISSING if is_published else None
    drawn = drawn_day(moment, scale, otherwise=otherwise) if moment and scale else None
    return Moment(
        day=wording.when(moment) if moment else "",
        day_on=day.text,
        is_published=is_published,
        anchor=f"m{number}",
        acts=tuple(dict.fromkeys(line.act for line in lines)),
        sayings=sayings_of(lines, same_act),
        bar=(drawn,) if drawn else (),
    )
