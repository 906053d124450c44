"""What is recorded of some reports and no others, as it was known at a moment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import batched

from django.db.models import OuterRef, QuerySet, Subquery

from habeas.model.audit import Change
from habeas.model.claims import Claim
from habeas.model.decisions import ClaimDecision
from habeas.register.assemble import Records
from habeas.register.carrying import carry_decisions, same_now
from habeas.register.deciding import standing_decisions
from habeas.register.setting_aside import standing_reports
from habeas.store import models
from habeas.store.deciding import claim_decisions
from habeas.store.known import known_rows
from habeas.store.report_decisions import report_decisions
from habeas.store.rows import claims_of, claims_read, report_of

_MOST_IDS = 500


def records_of(documents: Collection[str] | None, upto: int | None = None) -> Records:
    """Reports, their claims and what was decided about those claims; nothing else.

    Args:
        documents: Ids of the reports; None for all. Ids that are not kept are passed over.
        upto: Number of the last audit record that counts; None for all.
    """
    readings = readings_of(documents, upto)
    claims = claims_of(readings)
    decisions = standing_decisions(claim_decisions(upto, documents))
    before = _decided_before(decisions, claims, (documents, upto))
    carried = carry_decisions(decisions, before, claims)
    return Records(
        reports=tuple(report_of(row) for row in readings),
        claims=(*claims, *carried.claims),
        claim_decisions=carried.decisions,
        apart=standing_reports(report_decisions(upto, documents)).apart,
    )


def moved_since(
    cited: Iterable[str], records: Records, upto: int | None = None
) -> Mapping[str, str]:
    """Id of a claim of an earlier reading → of the same claim of now, of those cited.

    Args:
        cited: Ids of claims, of now or earlier.
        records: What is known now.
        upto: As for `records_of`.
    """
    corrections = {each.correction.id for each in records.claim_decisions if each.correction}
    gone = set(cited) - {claim.id for claim in records.claims} - corrections
    if not gone:
        return {}
    earlier: list[Claim] = []
    for some in batched(sorted(gone), _MOST_IDS):
        rows = models.Claim.objects.filter(claim__in=some, reading__isnull=False)
        documents = set(rows.values_list("reading__document", flat=True))
        known = _known_readings(documents, upto).order_by("document", "number")
        earlier += claims_read(some, list(known))
    return same_now(earlier, records.claims)


def readings_of(documents: Collection[str] | None, upto: int | None = None) -> list[models.Reading]:
    """The last reading of some reports that nobody set aside, by id; see `records_of`."""
    known = _known_readings(documents, upto)
    aside = standing_reports(report_decisions(upto, documents)).aside
    last = known.filter(document=OuterRef("document")).order_by("-number").values("number")[:1]
    rows = known.filter(number=Subquery(last)).order_by("document")
    return [row for row in rows if row.document_id not in aside]


def _known_readings(
    documents: Collection[str] | None, upto: int | None
) -> QuerySet[models.Reading]:
    known: QuerySet[models.Reading] = known_rows(Change.READING, upto)
    if documents is None:
        return known
    assert len(documents) <= _MOST_IDS, "ask for fewer at a time"
    return known.filter(document__in=documents)


def _decided_before(
    decisions: Iterable[ClaimDecision],
    claims: Iterable[Claim],
    which: tuple[Collection[str] | None, int | None],
) -> tuple[Claim, ...]:
    """Claims decided about that earlier readings have and the last ones have not."""
    gone = {decision.claim for decision in decisions} - {claim.id for claim in claims}
    if not gone:
        return ()
    return claims_read(gone, list(_known_readings(*which).order_by("document", "number")))
