"""Releases that the reports of an event set beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from habeas.events.atoms import tells_of_release
from habeas.events.windows import Timing, timing_of
from habeas.model.claims import Claim
from habeas.model.events import Event
from habeas.model.reports import Report


def earlier_releases(
    event: Event, claims: Iterable[Claim], reports: Mapping[str, Report]
) -> tuple[Claim, ...]:
    """Claims of other releases, made by the reports of this one.

    Those of later days are left out. A running total, what may be one ("over 200 so
    far"), and a release only said to be earlier, have no later ones to be set beside,
    and get none.

    Returns:
        In order of report and passage.
    """
    if event.when is not None and event.when.latest is None:
        return ()
    listed = list(claims)
    own, place = set(event.claims), {key: at for at, key in enumerate(event.reports)}
    if event.when is None and any(_may_be_a_total(c, reports) for c in listed if c.id in own):
        return ()
    day = event.when.latest if event.when is not None else _last_published(event, reports)
    found = [
        c
        for c in listed
        if c.id not in own
        and c.report in place
        and tells_of_release(c)
        and not _is_later(c, day, reports.get(c.report))
    ]
    found.sort(key=lambda c: (place[c.report], c.passage.start, c.passage.end, c.id))
    return tuple(found)


def _may_be_a_total(claim: Claim, reports: Mapping[str, Report]) -> bool:
    timing = timing_of(claim, reports.get(claim.report))
    return tells_of_release(claim) and timing is Timing.PERHAPS_RUNNING


def _last_published(event: Event, reports: Mapping[str, Report]) -> date | None:
    days = (_published(reports.get(key)) for key in event.reports)
    return max((day for day in days if day is not None), default=None)


def _is_later(claim: Claim, day: date | None, report: Report | None) -> bool:
    said = claim.when.edtf.latest if claim.when is not None else _published(report)
    return day is not None and said is not None and said > day


def _published(report: Report | None) -> date | None:
    return report.published.latest if report is not None and report.published else None
