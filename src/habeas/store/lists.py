"""Imports of lists of people: each edition once, each row once as long as it says the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from habeas.claims.people_lists import rows_of_list
from habeas.model.audit import Change
from habeas.people.lists.importing import (
    ColumnMap,
    ImportPlan,
    KnownRow,
    ListEdition,
    PlannedRow,
    RowOutcome,
    plan_import,
)
from habeas.register.setting_aside import standing_reports
from habeas.store import models, originals
from habeas.store.audit import Chain, one_change
from habeas.store.decisions import Decision, Outcome
from habeas.store.list_keys import row_digest
from habeas.store.problems import RecordRefused, database_errors_told
from habeas.store.readings import check_reading, keep_reading
from habeas.store.refusing import refuse_faults
from habeas.store.report_decisions import report_decisions

_BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class PastImport:
    """An import that was made.

    Attributes:
        number: Of its row.
        source: Whose list it was.
        document: Digest of the file.
        columns: What its columns were said to hold.
        rows: How many rows it had, refused ones included.
        by, at: Who imported it, and when.
    """

    number: int
    source: str
    document: str
    columns: ColumnMap
    rows: int
    by: str
    at: datetime


def load_sources() -> tuple[PastImport, ...]:
    """The last import of every source, by source."""
    with database_errors_told():
        last: dict[str, models.ListImport] = {}
        for row in models.ListImport.objects.order_by("pk"):
            last[row.source] = row
        return tuple(_past(last[source]) for source in sorted(last))


def last_import(source: str) -> PastImport | None:
    """The last import of a source, whose columns are taken for the next."""
    with database_errors_told():
        row = models.ListImport.objects.filter(source=source).order_by("-pk").first()
        return None if row is None else _past(row)


def plan_list(edition: ListEdition) -> ImportPlan:
    """Set an edition against the imports of its source before; changes nothing but the key.

    Raises:
        StoreError: The database or the key of the lists cannot be used.
    """
    with database_errors_told():
        after = _last_number(edition.source)
        plan = plan_import(
            rows_of_list(edition.report),
            _known(edition.source),
            row_digest(),
            document=edition.report.id,
        )
    return ImportPlan(edition=edition, plan=plan, after=after)


def import_list(planned: ImportPlan, *, at: datetime, by: str) -> Outcome:
    """Keep an edition of a list as it was planned: all of it in one transaction, or nothing.

    Args:
        planned: From `plan_list`.
        at: When, with a time zone.
        by: Who.

    Returns:
        ALREADY_THERE where nothing in it is new.

    Raises:
        RecordRefused: Another edition of the source was imported since it was planned, or a
            value cannot be kept.
        StoreError: The database refused. Nothing was added.
    """
    edition, plan = planned.edition, planned.plan
    check_reading(edition.report, edition.data, plan.claims, at)
    refuse_faults((edition.source, edition.columns.columns, edition.columns.status, by))
    originals.keep_original(originals.originals_folder(), edition.data)
    with one_change() as chain:
        if _last_number(edition.source) != planned.after:
            raise RecordRefused(
                what="another edition of this list was imported meanwhile",
                remedy="import it again",
            )
        if edition.report.id in standing_reports(report_decisions(None)).aside:
            raise RecordRefused(
                what="this edition was set aside", remedy="bring it back before it is imported"
            )
        added = Decision(by=by, at=at)
        kept = keep_reading(chain, edition.report, plan.claims, len(edition.data), added)
        news = [row for row in plan.rows if row.is_news]
        if kept is Outcome.ALREADY_THERE and not news:
            return kept
        _keep_import(chain, planned, news, at=at, by=by)
    return Outcome.ADDED if kept is Outcome.ALREADY_THERE else kept


def _keep_import(
    chain: Chain, planned: ImportPlan, news: Sequence[PlannedRow], *, at: datetime, by: str
) -> None:
    edition = planned.edition
    row = models.ListImport.objects.create(
        document_id=edition.report.id,
        source=edition.source,
        status=edition.columns.status,
        rows=sum(each.outcome is not RowOutcome.VANISHED for each in planned.plan.rows),
        by=by,
        at=at,
    )
    models.ListColumn.objects.bulk_create(
        models.ListColumn(edition=row, position=position, header=header, field=field)
        for position, (header, field) in enumerate(edition.columns.columns)
    )
    models.ListRow.objects.bulk_create(
        (_row(row, position, each) for position, each in enumerate(news)), _BATCH
    )
    chain.add(Change.LIST_IMPORT, row)


def _row(edition: models.ListImport, position: int, row: PlannedRow) -> models.ListRow:
    return models.ListRow(
        edition=edition,
        position=position,
        sheet=row.sheet,
        number=row.number,
        outcome=row.outcome.value,
        identity=row.identity,
        replaces=row.replaces,
        named=row.named,
        content=row.content,
        claim=row.claim_id,
    )


def _known(source: str) -> tuple[KnownRow, ...]:
    """The last of every row of a source, of editions that nobody set aside."""
    aside = standing_reports(report_decisions(None)).aside
    rows = models.ListRow.objects.filter(edition__source=source).order_by("edition", "position")
    rows = rows.exclude(edition__document__in=aside)
    last: dict[str, KnownRow] = {}
    for row in rows.select_related("edition").iterator(2_000):
        before = last.pop(row.replaces or row.identity, None)
        # A row that is back, or gone, stands where it stood.
        stays = row.outcome in (RowOutcome.VANISHED, RowOutcome.UNCHANGED) and before is not None
        document = before.document if stays and before else row.edition.document_id
        last[row.identity] = KnownRow(
            identity=row.identity,
            named=row.named,
            content=row.content,
            outcome=RowOutcome(row.outcome),
            document=document,
            sheet=row.sheet,
            number=row.number,
            claim=row.claim,
        )
    return tuple(last.values())


def _last_number(source: str) -> int:
    rows = models.ListImport.objects.filter(source=source).order_by("-pk")
    return rows.values_list("pk", flat=True).first() or 0


def _past(row: models.ListImport) -> PastImport:
    columns: Mapping[str, str] = dict(
        row.columns.order_by("position").values_list("header", "field")
    )
    return PastImport(
        number=row.pk,
        source=row.source,
        document=row.document_id,
        columns=ColumnMap(columns=tuple(columns.items()), status=row.status),
        rows=row.rows,
        by=row.by,
        at=row.at,
    )
