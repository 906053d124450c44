"""What readings tie together, kept beside them: a text takes long to parse, and ties few things.

Which claims the sides of a tie make is told anew each time, of the claims that stand by then.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from itertools import batched
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from habeas.claims.extract import tied_spans
from habeas.claims.tied_sides import TiedSpan, may_tie
from habeas.model.claims import Act, Speaker, SpeakerKind
from habeas.model.pledges import Tie, TieKind, TieSide
from habeas.model.problems import HabeasError
from habeas.model.reports import Report
from habeas.store import models
from habeas.store.index.batches import having
from habeas.store.index.tables import IndexReport, IndexTied
from habeas.store.problems import database_errors_told
from habeas.store.rows import report_of

SCREENED = 20
"""Texts that are screened for each that may be parsed."""

_NONE = ""
_READ_AT_ONCE = 100


def catch_up_ties(most: int) -> int:
    """Look at last readings that were not looked at yet, the newest first, for what they tie.

    Args:
        most: How many texts to parse at most. Those without words that tie cost next to nothing,
            and `SCREENED` of them are passed over for each that may be parsed.

    Returns:
        How many are left.

    Raises:
        StoreError: The database cannot be used.
    """
    with database_errors_told():
        newest = _waiting().order_by("-reading").values_list("reading", flat=True)
        numbers = list(newest[: most * SCREENED])
        kept: list[IndexTied] = []
        for some in batched(numbers, _READ_AT_ONCE):
            for row in models.Reading.objects.filter(pk__in=some).order_by("-pk"):
                report = report_of(row)
                may = may_tie(report.text)
                if may and not most:
                    continue
                most -= may
                kept.append(IndexTied(reading=row.pk, spans=_told(report) if may else _NONE))
        # Somebody else may have looked at the same meanwhile, and found the same.
        IndexTied.objects.bulk_create(kept, _READ_AT_ONCE, ignore_conflicts=True)
        return texts_left()


def texts_left() -> int:
    """How many last readings were not looked at yet for what they tie."""
    return _waiting().count()


def documents_that_tie() -> frozenset[str]:
    """Ids of the reports whose last readings tie something."""
    rows = IndexTied.objects.exclude(spans=_NONE).values("reading")
    found = IndexReport.objects.filter(reading__in=rows).values_list("document", flat=True)
    return frozenset(found)


def spans_in(reports: Iterable[Report]) -> Mapping[str, tuple[TiedSpan, ...]]:
    """What some reports tie, by their ids, as far as it was looked at.

    Args:
        reports: With the whole texts of their last readings.
    """
    texts = {report.id: report for report in reports}
    rows = having(IndexReport.objects.all(), "document", sorted(texts))
    documents = {row.reading: row.document for row in rows}
    told = having(IndexTied.objects.exclude(spans=_NONE), "reading", sorted(documents))
    return {
        documents[row.reading]: _spans(row.spans, texts[documents[row.reading]]) for row in told
    }


def spans_of(report: Report) -> tuple[TiedSpan, ...]:
    """What a report ties, parsed now; nothing where no analyser reads it."""
    try:
        return tied_spans(report)
    except HabeasError:
        return ()  # its claims were given by hand


def _waiting() -> QuerySet[IndexReport]:
    looked_at = IndexTied.objects.filter(reading=OuterRef("reading"))
    return IndexReport.objects.filter(~Exists(looked_at))


def _told(report: Report) -> str:
    spans = spans_of(report)
    return json.dumps([_document(each) for each in spans]) if spans else _NONE


def _document(span: TiedSpan) -> dict[str, Any]:
    tie = span.tie
    return {
        "id": tie.id,
        "kind": tie.kind,
        "cue": tie.cue,
        "place": [tie.passage.start, tie.passage.end],
        "speakers": [[each.name, each.kind, each.cue] for each in tie.speakers],
        "given": [tie.given.words, tie.given.acts, span.given],
        "got": [tie.got.words, tie.got.acts, span.got],
    }


def _spans(text: str, report: Report) -> tuple[TiedSpan, ...]:
    return tuple(_span(each, report) for each in json.loads(text))


def _span(told: Mapping[str, Any], report: Report) -> TiedSpan:
    (given, given_place), (got, got_place) = _side(told["given"]), _side(told["got"])
    return TiedSpan(
        tie=Tie(
            id=told["id"],
            report=report.id,
            kind=TieKind(told["kind"]),
            cue=told["cue"],
            given=given,
            got=got,
            speakers=tuple(
                Speaker(name=name, kind=SpeakerKind(kind), cue=cue)
                for name, kind, cue in told["speakers"]
            ),
            passage=report.passage(*told["place"]),
        ),
        given=given_place,
        got=got_place,
    )


def _side(told: Collection[Any]) -> tuple[TieSide, tuple[int, int] | None]:
    words, acts, place = told
    side = TieSide(words=words, acts=tuple(map(Act, acts)))
    return side, (place[0], place[1]) if place else None
