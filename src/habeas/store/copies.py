"""Which reports of the register are copies: derived from the texts, and made anew at will."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from django.db import transaction
from django.db.models import Exists, OuterRef

from habeas.model.reports import Copy, Likeness, Report
from habeas.reports.copies import Wording, body_of, find_copies, likeness_of, wording_of, words_of
from habeas.store import models
from habeas.store.problems import database_errors_told
from habeas.store.report_decisions import apart_from
from habeas.store.rows import report_of

_CANDIDATES = 8
_LEAST_SHARED = 2
_MOST_MARKS = 2_000
_NONE = ""
_TEXTS = 256
"""Texts whose words are remembered, for the events that rest on them."""


def catch_up(most: int) -> bool:
    """Place reports that were added since; returns True where more are left.

    Args:
        most: How many to place at most, the oldest first.
    """
    with database_errors_told(), transaction.atomic():
        placed = models.CopyOf.objects.filter(document=OuterRef("digest"))
        rows = models.Document.objects.filter(~Exists(placed), readings__isnull=False).distinct()
        some = list(rows.order_by("readings__pk").values_list("digest", flat=True)[: most + 1])
        for digest in dict.fromkeys(some[:most]):
            _place(digest)
    return len(some) > most


def forget(document: str) -> None:
    """Have a report placed anew, for instance after a decision about it."""
    with database_errors_told(), transaction.atomic():
        models.CopyOf.objects.filter(document=document).delete()
        models.CopyMark.objects.filter(document=document).delete()


def copies_among(reports: Iterable[Report]) -> tuple[Copy, ...]:
    """Those of some reports that print the text of another of them; see `find_copies`."""
    return find_copies(reports, _worded)


@lru_cache(maxsize=_TEXTS)
def _worded(text: str) -> Wording:
    """The words of a text, as somebody may see it."""
    return wording_of(words_of(text))


def _place(document: str) -> None:
    report = _report(document)
    if report is None:
        return
    wording = _wording(report)
    best = _best(report, wording)
    models.CopyOf.objects.create(
        document=document,
        of=best.of if best else _NONE,
        likeness=best.likeness if best else Likeness.REVISION,
    )
    if best is None or best.likeness is Likeness.REVISION:
        models.CopyMark.objects.bulk_create(
            models.CopyMark(document=document, mark=mark) for mark in wording.sketch
        )


def _best(report: Report, wording: Wording) -> Copy | None:
    found: Copy | None = None
    apart = apart_from(report.id)
    marks = models.CopyMark.objects.filter(mark__in=wording.sketch)
    shared = Counter(marks.values_list("document", flat=True)[:_MOST_MARKS])
    least = min(_LEAST_SHARED, len(wording.sketch))
    for key, number in shared.most_common(_CANDIDATES):
        other = None if key in apart or number < least else _kept_wording(key)
        if other is None:
            continue
        likeness = likeness_of(other, wording)
        if likeness is None or (report.is_table and likeness is not Likeness.SAME):
            continue
        if found is None or likeness < found.likeness:
            found = Copy(report=report.id, of=key, likeness=likeness)
    return found


def _wording(report: Report) -> Wording:
    return wording_of(words_of(body_of(report)))


@lru_cache(maxsize=2_000)
def _kept_wording(document: str) -> Wording | None:
    """The words of a report as it was read when they were first asked for."""
    report = _report(document)
    return None if report is None else _wording(report)


def _report(document: str) -> Report | None:
    row = models.Reading.objects.filter(document=document).order_by("-number").first()
    return None if row is None else report_of(row)
