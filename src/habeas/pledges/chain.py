"""The steps of a pledge: what each claim adds to it, on which day, by whose account."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from habeas.claims.promise_terms import (
    denies_doing_alone,
    find_due,
    find_said,
    how_taken_back,
    is_in_part,
)
from habeas.model.claims import Act, Claim, Stance
from habeas.model.dates import EdtfDate
from habeas.model.pledges import Chain, DueDate, Pledge, PledgeLink, PledgeStep, StepKind
from habeas.model.reports import Report
from habeas.people import fold_spelling
from habeas.people.short_names import fullest_names

AHEAD = frozenset({Stance.PROMISED, Stance.ANNOUNCED, Stance.EXPECTED, Stance.DEMANDED})
"""Stances in which the act is still to come."""

_REACH = 200
"""Characters before a claim in which the day it was said can stand."""
_SENTENCE_END = re.compile(r"(?<=[a-zа-я0-9”\"’)])[.!?]\s|\n")
_ENDING = frozenset({StepKind.WITHDRAWN, StepKind.REVERSED})
_KEEPING = frozenset({StepKind.DELIVERED, StepKind.PARTLY_DELIVERED})
_BEFORE = _KEEPING | {StepKind.PROMISED, StepKind.EXPECTED}
_OPENING = frozenset({StepKind.PROMISED, StepKind.REPEATED, StepKind.CHANGED})


def chain_of(
    pledge: Pledge,
    claims: Iterable[Claim],
    reports: Iterable[Report] = (),
    met: Collection[PledgeLink] = (),
) -> Chain:
    """Say what each claim of a pledge adds to it.

    A promise is made on the day it is said: of a report without a date for it, on the day of
    its publication; a day still to come is when it is due. What is said to be done is done on
    the day that the words give, else by the day of publication. A promise made certainly
    later than another repeats it, or changes its terms.

    Args:
        pledge: The pledge.
        claims: Any that hold those of the pledge, in any order.
        reports: Their reports; without its report an undated claim could be of any day.
        met: Links to what would meet a condition; those of other pledges are left out.
    """
    by_id = {claim.id: claim for claim in claims}
    by_report = {report.id: report for report in reports}
    told = [by_id[key] for key in pledge.claims if key in by_id]
    eased_in = {claim.report for claim in told if claim.act is not Act.IMPOSE_SANCTIONS}
    accounts = _accounts(told, by_report)
    steps = [
        _step(claim, pledge, by_report.get(claim.report), accounts[claim.id], eased_in)
        for claim in told
    ]
    steps = _with_background(steps, {claim.id: claim for claim in told})
    ordered = sorted(steps, key=lambda s: (s.earliest or date.min, s.latest or date.max))
    own = {claim.id for claim in told}
    return Chain(
        pledge=pledge,
        steps=tuple(_with_repeats(ordered)),
        met=tuple(link for link in met if link.claim in own),
    )


def said_on(claim: Claim, report: Report | None) -> EdtfDate | None:
    """The day on which a claim of something to come was made; None where it is not known."""
    published = report.published if report is not None else None
    when = claim.when.edtf if claim.when is not None else None
    if when is None or not _is_past(when, published):
        return _told_on(claim, report) or published or _known_by(report)
    return when


def _known_by(report: Report | None) -> EdtfDate | None:
    """Any day until a report without a date was fetched; None where that is not known."""
    last = report.retrieved.latest if report is not None and report.retrieved is not None else None
    return EdtfDate.parse(f"/{last.isoformat()}") if last is not None else None


def _told_on(claim: Claim, report: Report | None) -> EdtfDate | None:
    """The day that the words before a claim give, in the same sentence."""
    if report is None:
        return None
    before = report.text[max(0, claim.passage.start - _REACH) : claim.passage.start]
    return find_said(_SENTENCE_END.split(before)[-1], report.published)


def _is_past(when: EdtfDate, published: EdtfDate | None) -> bool:
    """True where a date is whole and lies before, or on, the day of its report."""
    if when.earliest is None or when.latest is None:
        return False
    if published is None or published.latest is None:
        return True
    return when.earliest <= published.latest


def _accounts(told: Sequence[Claim], reports: Mapping[str, Report]) -> dict[str, str]:
    """By claim, by whose account it is: the fullest form of the name."""
    names = {claim.id: _account(claim, reports.get(claim.report)) for claim in told}
    fullest = fullest_names(names.values())
    return {key: fullest[name] for key, name in names.items()}


def _account(claim: Claim, report: Report | None) -> str:
    if claim.speakers:
        return claim.speakers[-1].name
    if report is None:
        return claim.report
    return report.publisher or report.title or report.file or report.id


def _step(
    claim: Claim, pledge: Pledge, report: Report | None, account: str, eased_in: set[str]
) -> PledgeStep:
    kind = _kind(claim, pledge, is_background=claim.report in eased_in)
    earliest, latest = _days(claim, report)
    published = report.published or report.retrieved if report is not None else None
    return PledgeStep(
        claim=claim.id,
        report=claim.report,
        kind=kind,
        earliest=earliest,
        latest=latest,
        account=account,
        voice=fold_spelling(account),
        speakers=claim.speakers,
        by=claim.by,
        object=claim.object,
        condition=claim.condition if claim.stance in AHEAD else None,
        due=_due(claim, report) if claim.stance in AHEAD else None,
        known=published.latest if published is not None else None,
        denies_all=not denies_doing_alone(claim.passage.exact),
        undoes=kind is not StepKind.REVERSED or how_taken_back(claim.passage.exact) is not None,
    )


def _kind(claim: Claim, pledge: Pledge, *, is_background: bool) -> StepKind:
    words = claim.passage.exact
    back = how_taken_back(words)
    if pledge.act is Act.EASE_SANCTIONS and claim.act is Act.IMPOSE_SANCTIONS:
        if claim.stance is Stance.DENIED:
            return StepKind.DENIED
        # "Belavia, under sanctions since August" tells of the time before, and undoes nothing.
        before = claim.stance in AHEAD or (is_background and back is None and claim.when is None)
        return StepKind.IMPOSED if before else StepKind.REVERSED
    if claim.stance is Stance.DENIED:
        return {"withdrawn": StepKind.WITHDRAWN, "reversed": StepKind.REVERSED}.get(
            back or "", StepKind.DENIED
        )
    if claim.stance is Stance.EXPECTED or claim.stance is Stance.DEMANDED:
        return StepKind.EXPECTED
    if claim.stance in AHEAD:
        return StepKind.PROMISED
    return StepKind.PARTLY_DELIVERED if is_in_part(words) else StepKind.DELIVERED


def _days(claim: Claim, report: Report | None) -> tuple[date | None, date | None]:
    """The first and the last day on which a step can have begun to be so."""
    published = report.published if report is not None else None
    if claim.stance in AHEAD or claim.when is None:
        said = said_on(claim, report)
        return (said.earliest, said.latest) if said is not None else (None, None)
    when = claim.when.edtf
    if when.earliest is None and when.latest is None:
        told = published or _known_by(report)
        return (told.earliest, told.latest) if told is not None else (None, None)
    latest = when.latest
    if latest is None and published is not None:
        latest = published.latest
    return when.earliest, latest


def _due(claim: Claim, report: Report | None) -> DueDate | None:
    said = said_on(claim, report)
    found = find_due(claim.passage.exact, said)
    if found is not None:
        return DueDate(edtf=found.edtf, words=claim.passage.exact[found.start : found.end])
    published = report.published if report is not None else None
    when = claim.when
    if when is None or when.edtf.latest is None or published is None or published.latest is None:
        return None
    if when.edtf.earliest is None or when.edtf.earliest <= published.latest:
        return None
    return DueDate(edtf=when.edtf, words=when.words)


def _with_background(steps: Sequence[PledgeStep], claims: Mapping[str, Claim]) -> list[PledgeStep]:
    """The same steps; what a report tells without a date of the time before is of that time.

    A report that says that a promise was withdrawn or undone tells of the promise as it was
    before; one that says in its own voice that it is kept, of the promise likewise.
    """
    found = []
    for step in steps:
        claim = claims[step.claim]
        later = [
            one
            for one in steps
            if one.report == step.report
            and (
                one.kind in _ENDING
                or (one.kind in _KEEPING and not one.speakers and step.kind not in _KEEPING)
            )
        ]
        days = [one.earliest for one in later if one.earliest is not None]
        undated = claim.when is None and step.latest == step.known
        is_before = undated and days and step.kind in _BEFORE
        latest = min(days) - timedelta(days=1) if is_before else step.latest
        found.append(replace(step, earliest=None if is_before else step.earliest, latest=latest))
    return found


def _with_repeats(steps: Sequence[PledgeStep]) -> Iterable[PledgeStep]:
    """The same steps, promises that are certainly not the first told as such."""
    for step in steps:
        before = [
            one
            for one in steps
            if one.kind is StepKind.PROMISED
            and one.latest is not None
            and step.earliest is not None
            and one.latest < step.earliest
        ]
        if step.kind is not StepKind.PROMISED or not before:
            yield step
            continue
        last = max(before, key=lambda one: (one.latest or date.min, one.claim))
        yield replace(step, kind=_again(step, last))


def _again(step: PledgeStep, before: PledgeStep) -> StepKind:
    """CHANGED where a later promise names another condition or another day."""
    for new, old in zip(_terms(step), _terms(before), strict=True):
        if new and new != old:
            return StepKind.CHANGED
    return StepKind.REPEATED


def _terms(step: PledgeStep) -> tuple[str, str]:
    """The condition and the day of a promise; empty where it has none."""
    condition = step.condition.words.casefold() if step.condition is not None else ""
    return condition, step.due.edtf.text if step.due is not None else ""


def is_promise(step: PledgeStep) -> bool:
    """True where a step undertakes something, for the first time or again."""
    return step.kind in _OPENING
