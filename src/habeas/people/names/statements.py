"""Every spelling of a person as a statement: in which script and language, where, since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files

from habeas.model.claims import Claim
from habeas.model.dates import EdtfDate
from habeas.model.people import MentionKey, NameStatement, Person
from habeas.model.reports import Report
from habeas.people.names.scripts import script_of

_UNDETERMINED = "und"


def statements_of(
    person: Person, claims: Iterable[Claim], reports: Iterable[Report]
) -> tuple[NameStatement, ...]:
    """The spellings of one person, each with its sources and days; nothing is left out.

    A further report adds to a statement or makes another; it never takes one away.

    Args:
        person: Whose mentions are told.
        claims: Those the mentions stand in, and any others, in any order.
        reports: Those the claims stand in, and any others; one that is missing leaves
            language and days unknown.

    Returns:
        By the day first seen, those without a day last, then by name and language.
    """
    report_of = {claim.id: claim.report for claim in claims}
    known = {report.id: report for report in reports}
    found: dict[tuple[str, str | None], list[MentionKey]] = defaultdict(list)
    for mention in person.mentions:
        report = known.get(report_of.get(mention.claim, ""))
        found[mention.name, _language(mention.name, report)].append(mention)
    statements = []
    for (name, language), mentions in found.items():
        ids = {report_of[m.claim] for m in mentions if m.claim in report_of}
        days = [day for report in ids if report in known and (day := _day(known[report]))]
        statements.append(
            NameStatement(
                person=person.id,
                name=name,
                script=script_of(name),
                language=language,
                mentions=tuple(sorted(mentions, key=lambda m: (m.claim, m.name))),
                reports=tuple(sorted(ids)),
                first_seen=min(days, key=_first_day, default=None),
                last_seen=max(days, key=_last_day, default=None),
            )
        )
    return tuple(sorted(statements, key=_order))


def _language(name: str, report: Report | None) -> str | None:
    if report is None or report.language == _UNDETERMINED:
        return None
    script, language = script_of(name), report.language
    written = _languages().get(script, frozenset())
    elsewhere = any(language in others for others in _languages().values())
    return language if language in written or (script == "Latn" and not elsewhere) else None


def _day(report: Report) -> EdtfDate | None:
    """When a report was published, else read, where that can be put in order."""
    for day in (report.published, report.retrieved):
        if day is not None and day.earliest is not None:
            return day
    return None


def _first_day(day: EdtfDate) -> tuple[date, str]:
    return day.earliest or date.max, day.text


def _last_day(day: EdtfDate) -> tuple[date, str]:
    return day.latest or day.earliest or date.min, day.text


def _order(statement: NameStatement) -> tuple[date, str, str]:
    seen = statement.first_seen
    return (seen.earliest if seen else None) or date.max, statement.name, statement.language or ""


@cache
def _languages() -> dict[str, frozenset[str]]:
    """Script → languages written in it, for scripts other than Latin and what uses both."""
    text = (files("habeas.people.names") / "data" / "languages.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {script: frozenset(languages.split()) for script, languages in rows}
