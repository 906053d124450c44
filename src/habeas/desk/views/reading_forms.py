"""Deciding with words: rejecting with a reason, correcting field by field, adding a claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from habeas.desk.forms.claim import (
    ClaimForm,
    MentionForms,
    ReasonForm,
    SpeakerForms,
    people_told,
    told_by,
    voices_told,
)
from habeas.desk.presenters.reading import bases_of, claims_said, present_table
from habeas.desk.routes import DeskRequest, Discloses, route
from habeas.desk.views.reading import decided, subject_of, table_context, table_of
from habeas.model.decisions import ClaimDecision, Resolution
from habeas.model.restrictions import Role
from habeas.register.deciding import addition_id, correction_id

if TYPE_CHECKING:
    from django.http import HttpResponse

    from habeas.model.claims import Claim
    from habeas.model.reports import Report
    from habeas.store.reading_table import TableReading

_forms = require_http_methods(["GET", "HEAD", "POST"])


@_forms
@route(Role.REVIEWER, Discloses.GATED)
def reject(request: DeskRequest, report_id: str, claim_id: str) -> HttpResponse:
    """Say why a claim must not go out."""
    reading = table_of(request, report_id)
    subject_of(reading, claim_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        decision = ClaimDecision(
            claim=claim_id,
            resolution=Resolution.REJECT,
            reason=form.cleaned_data["reason"],
            by=request.viewer.name,
            at=datetime.now(UTC),
        )
        return decided(request, report_id, decision, _("Rejected; it goes into no edition."))
    return _page(request, reading, "reject", {"form": form, "subject": claim_id})


@_forms
@route(Role.REVIEWER, Discloses.GATED)
def correct(request: DeskRequest, report_id: str, claim_id: str) -> HttpResponse:
    """Say what the report claims where it was misread."""
    reading = table_of(request, report_id)
    subject_of(reading, claim_id)
    read = next(claim for claim in bases_of(reading) if claim.id == claim_id)
    now = claims_said(reading).get(claim_id, read)
    if not {read.id, now.id} <= reading.whole:
        raise PermissionDenied
    sheet = _Sheet(request, reading.report, now)
    if request.method == "POST" and sheet.is_valid():
        at = datetime.now(UTC)
        made = sheet.claim(correction_id(claim_id, request.viewer.name, at))
        decision = ClaimDecision(
            claim=claim_id,
            resolution=Resolution.CORRECT,
            reason=sheet.reason,
            by=request.viewer.name,
            at=at,
            correction=replace(made, part_of=now.part_of),
        )
        return decided(request, report_id, decision, _("Corrected; what was read is kept too."))
    return _page(request, reading, "correct", {**sheet.context, "subject": claim_id})


@_forms
@route(Role.REVIEWER, Discloses.GATED)
def add(request: DeskRequest, report_id: str) -> HttpResponse:
    """Add a claim that no reader found, by the words it rests on.

    `?start=&end=` chooses words of the text by their characters, `end` exclusive.
    """
    reading = table_of(request, report_id)
    sheet = _Sheet(request, reading.report, None)
    if request.method == "POST" and sheet.is_valid():
        at = datetime.now(UTC)
        passage = sheet.form.cleaned_data["passage"]
        made = sheet.claim(addition_id(passage, request.viewer.name, at))
        decision = ClaimDecision(
            claim=made.id,
            resolution=Resolution.ADD,
            reason=sheet.reason,
            by=request.viewer.name,
            at=at,
            correction=made,
        )
        return decided(request, report_id, decision, _("Added."))
    return _page(request, reading, "add", sheet.context)


class _Sheet:
    """The form of a claim with its lines of people and voices."""

    def __init__(self, request: DeskRequest, report: Report, claim: Claim | None) -> None:
        data = request.POST or None
        first = _chosen_words(request, report) if claim is None else told_by(claim)
        self.form = ClaimForm(data, initial=first, report=report)
        self.people = MentionForms(
            data, prefix="people", initial=people_told(claim) if claim else []
        )
        self.voices = SpeakerForms(
            data, prefix="voices", initial=voices_told(claim) if claim else []
        )

    @property
    def context(self) -> dict[str, Any]:
        return {"form": self.form, "people": self.people, "voices": self.voices}

    @property
    def reason(self) -> str:
        return str(self.form.cleaned_data["reason"])

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.people.is_valid(), self.voices.is_valid()])

    def claim(self, key: str) -> Claim:
        mentions = [each.mention() for each in self.people]
        speakers = [each.speaker() for each in self.voices]
        return self.form.claim(
            key,
            tuple(each for each in mentions if each is not None),
            tuple(each for each in speakers if each is not None),
        )


def _chosen_words(request: DeskRequest, report: Report) -> dict[str, Any]:
    start, end = request.GET.get("start", ""), request.GET.get("end", "")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(report.text)):
        return {}
    return {"words": report.text[int(start) : int(end)], "start": int(start)}


def _page(
    request: DeskRequest, reading: TableReading, doing: str, context: dict[str, Any]
) -> HttpResponse:
    page = present_table(reading, context.get("subject", ""))
    card = next((each for each in page.cards if each.id == context.get("subject")), None)
    filled = {**table_context(request, page), **context, "doing": doing, "card": card}
    status = 422 if request.method == "POST" else 200
    return render(request, f"desk/reading/{doing}.html", filled, status=status)
