"""Two clocks: what was known by a day, and what had begun by a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from habeas.accounts.over_time import wording
from habeas.events.windows import publication
from habeas.model.claims import Claim, Stance
from habeas.model.reports import Report

_SAID_BEFORE = frozenset({Stance.ANNOUNCED, Stance.PROMISED, Stance.EXPECTED, Stance.DEMANDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Reports and claims that a day leaves.

    Attributes:
        reports: In the order given.
        claims: In the order given.
        undated: Ids of the reports that are kept because nothing says when they are from.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    undated: tuple[str, ...]

    @property
    def note(self) -> str | None:
        """A sentence on what is kept without a day; None where every report has one."""
        if not self.undated:
            return None
        one = len(self.undated) == 1
        return (wording.UNDATED_ONE if one else wording.UNDATED).format(number=len(self.undated))


def known_by(reports: Iterable[Report], claims: Iterable[Claim], day: date) -> Known:
    """What was known at the end of a day: published, or else retrieved, by then.

    A date of which some days are later ("2025-12") counts as not yet known. A report with
    neither date is kept, and so is a claim whose report is not given.

    Args:
        reports: In any order.
        claims: In any order.
        day: Local calendar day, inclusive.
    """
    listed = list(reports)
    later = {r.id for r in listed if (told := _told_by(r)) is not None and told > day}
    kept = tuple(r for r in listed if r.id not in later)
    return Known(
        reports=kept,
        claims=tuple(c for c in claims if c.report not in later),
        undated=tuple(r.id for r in kept if _told_by(r) is None),
    )


def began_by(reports: Iterable[Report], claims: Iterable[Claim], day: date) -> Known:
    """What had begun by the end of a day, whenever it became known.

    A claim is left out where all the days it can mean are later: those of its own date,
    else those around the publication of its report. What is announced, promised, expected
    or demanded for a later day had begun when it was said.

    Args:
        reports: In any order; all are kept.
        claims: In any order.
        day: Local calendar day, inclusive.

    Returns:
        `undated` are the reports without a day of publication that have a claim without a
        date of its own; those claims are kept.
    """
    listed = tuple(reports)
    by_id = {report.id: report for report in listed}
    kept = tuple(c for c in claims if _may_have_begun(c, by_id.get(c.report), day))
    open_ = {c.report for c in kept if c.when is None}
    undated = (r.id for r in listed if r.id in open_ and publication(r) is None)
    return Known(reports=listed, claims=kept, undated=tuple(undated))


def _told_by(report: Report) -> date | None:
    """The last day on which a report can have come out or come in."""
    edtf = report.published or report.retrieved
    return edtf.latest if edtf is not None else None


def _may_have_begun(claim: Claim, report: Report | None, day: date) -> bool:
    window = publication(report)
    said = window is None or window.first <= day
    if claim.when is None:
        return said
    earliest = claim.when.edtf.earliest
    begun = earliest is None or earliest <= day
    return begun or (said and claim.stance in _SAID_BEFORE and window is not None)
