"""Addresses of the reading table."""

from __future__ import annotations

from django.urls import path

from habeas.desk.views import reading, reading_forms

urlpatterns = [
    path("reports/", reading.reports, name="reports"),
    path("reports/<opaque:report_id>/", reading.report, name="report"),
    path("reports/<opaque:report_id>/add/", reading_forms.add, name="claim_add"),
    path(
        "reports/<opaque:report_id>/claims/<opaque:claim_id>/accept/",
        reading.accept,
        name="claim_accept",
    ),
    path(
        "reports/<opaque:report_id>/claims/<opaque:claim_id>/undo/",
        reading.undo,
        name="claim_undo",
    ),
    path(
        "reports/<opaque:report_id>/claims/<opaque:claim_id>/reject/",
        reading_forms.reject,
        name="claim_reject",
    ),
    path(
        "reports/<opaque:report_id>/claims/<opaque:claim_id>/correct/",
        reading_forms.correct,
        name="claim_correct",
    ),
]
