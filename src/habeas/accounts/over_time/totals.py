"""Running totals against the releases that are told one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from habeas.accounts.over_time import wording
from habeas.accounts.over_time.days import DONE, hard, people_counted, publication_day
from habeas.accounts.over_time.flows import Flow, Way
from habeas.accounts.over_time.states import states_of
from habeas.accounts.over_time.telling import Between, Told, sum_of, told_between
from habeas.accounts.populations import Population, without
from habeas.accounts.wording import capital, figure_words, range_words, speaker_words
from habeas.events.windows import Timing, timing_of
from habeas.model.accounts import Bounds, Finding
from habeas.model.claims import FREEING, Claim
from habeas.model.reports import Report

_CALLED = ("designation", "manner")


def running_totals(
    claims: Iterable[Claim],
    reports: Mapping[str, Report],
    populations: Mapping[str, Population],
    flows: Iterable[Flow],
) -> tuple[Finding, ...]:
    """Say whether totals such as "more than 430 since July 2024" hold the releases known.

    A total fits where the releases of its state and its time, each counted once and as
    done, do not come to more. Releases that may lie outside its time count from nobody up.
    Totals that no known release lies in are passed over; so are those that give no first
    day ("over 200 so far"). A total of "political prisoners" can hold releases of people
    whom nobody calls so, but that it is less than these is no finding.

    Args:
        claims: Of any events, in any order.
        reports: By id; a total that goes on ends on the day its report was published.
        populations: Claim id → whom it counts; a claim that is missing counts everybody.
        flows: In any order, from `flows_of`; those that are no releases are passed over.

    Returns:
        One sentence for each total, in the order of their ids; the claims are the total
        and those of the releases.
    """
    listed = sorted(claims, key=lambda c: c.id)
    states = states_of(listed)
    freed = [f for f in flows if f.way is Way.FREED and f.is_done]
    found = []
    for claim in listed:
        span = _span(claim, reports.get(claim.report))
        if span is None:
            continue
        called = populations.get(claim.id, ())
        population = without(called, *_CALLED)
        days = Between(first=span[0], last=span[1], sure_from=span[0], sure_to=span[1])
        told = told_between(freed, states[claim.id], population, days)
        known = sum_of(t.bounds for t in told)
        holds = _holds(hard(claim), known)
        if told and (holds or population == called):
            found.append(_finding(claim, told, span, reports))
    return tuple(found)


def _span(claim: Claim, report: Report | None) -> tuple[date, date] | None:
    """First and last day of a total, inclusive; None for other claims."""
    counts = claim.act in FREEING and claim.stance in DONE and people_counted(claim) is not None
    if not counts or claim.when is None or timing_of(claim, report) is not Timing.RUNNING:
        return None
    first, last = claim.when.edtf.earliest, claim.when.edtf.latest
    told = publication_day(report)
    if last is None or (told is not None and told < last):
        last = told
    return (first, last) if first is not None and last is not None and first <= last else None


def _finding(
    claim: Claim,
    told: tuple[Told, ...],
    span: tuple[date, date],
    reports: Mapping[str, Report],
) -> Finding:
    known, total = sum_of(t.bounds for t in told), hard(claim)
    template = wording.TOTAL_FITS if _holds(total, known) else wording.TOTAL_FITS_NOT
    sentence = template.format(
        terms=_terms(told, known),
        span=wording.FROM_TO.format(
            first=wording.day_words(span[0]), last=wording.day_words(span[1])
        ),
        total=figure_words(claim),
        speakers=speaker_words(claim, reports),
        others=_others(known, total),
    )
    ids = dict.fromkeys((claim.id, *(c.id for t in told for c in t.claims)))
    return Finding(explanation=capital(sentence), claims=tuple(ids))


def _holds(total: Bounds, known: Bounds) -> bool:
    return total.high is None or (known.low or 0) <= total.high


def _terms(told: tuple[Told, ...], known: Bounds) -> str:
    if len(told) == 1:
        return range_words(known)
    return wording.sum_words(told[0].bounds, [("+", t.bounds) for t in told[1:]], known)


def _others(known: Bounds, total: Bounds) -> str:
    """How many more the total needs than the releases told of can give."""
    if total.low is None or known.high is None or total.low <= known.high:
        return ""
    most = None if total.high is None else total.high - (known.low or 0)
    return wording.OTHERS.format(number=range_words(Bounds(low=total.low - known.high, high=most)))
