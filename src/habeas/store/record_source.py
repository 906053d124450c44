"""The records of a register of any size, as far as they may go out, some reports at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import batched

from habeas.model.restrictions import PUBLIC_VIEWER
from habeas.register.assemble import Records
from habeas.register.making.opening import public_source
from habeas.register.making.source import Source
from habeas.register.setting_aside import standing_reports
from habeas.store import models
from habeas.store.audit import known_number
from habeas.store.documents import records_of
from habeas.store.gate import gate_for
from habeas.store.problems import database_errors_told
from habeas.store.promise_decisions import claims_cited, with_promises
from habeas.store.records import load_protected, records_beside
from habeas.store.report_decisions import report_decisions

_AT_ONCE = 200


def load_public_source(*, known_at: datetime) -> Source:
    """Everything that may go out, as it was known at a moment; see `load_records`.

    What is added while this is read is not in it. Protected names are still in it.

    Args:
        known_at: A moment that `settled_moment` gave, or any other in the past.

    Raises:
        StoreError: The database cannot be used, now or while the source is read.
    """
    with database_errors_told():
        upto = known_number(known_at)
        raw = Source(
            whole=replace(_whole(upto), protected=load_protected(known_at=known_at)),
            parts=lambda: _parts(upto),
        )
        return public_source(raw, gate_for(PUBLIC_VIEWER, known_at).hidden)


def holds_reports(source: Source) -> bool:
    """True where a source has a report."""
    return any(part.reports for part in source.parts())


def _parts(upto: int) -> Iterator[Records]:
    with database_errors_told():
        documents = models.Document.objects.order_by("pk").values_list("pk", flat=True)
        for some in batched(list(documents), _AT_ONCE):
            yield records_of(some, upto)


def _whole(upto: int) -> Records:
    """What is of no single report, with the reports that decisions about promises rest on."""
    cited = records_with(claims_cited(upto), upto)
    apart = standing_reports(report_decisions(upto)).apart
    return records_beside(replace(with_promises(cited, upto), apart=apart), upto)


def records_with(claims: Collection[str], upto: int) -> Records:
    """The records of the reports that have some claims."""
    documents: set[str] = set()
    for some in batched(sorted(claims), _AT_ONCE):
        rows = models.Claim.objects.filter(claim__in=some)
        documents.update(
            rows.filter(reading__isnull=False).values_list("reading__document", flat=True)
        )
        documents.update(
            rows.filter(decision__isnull=False).values_list("decision__document", flat=True)
        )
    found = [records_of(some, upto) for some in batched(sorted(documents), _AT_ONCE)]
    return Records(
        reports=tuple(report for part in found for report in part.reports),
        claims=tuple(claim for part in found for claim in part.claims),
        claim_decisions=tuple(each for part in found for each in part.claim_decisions),
    )
