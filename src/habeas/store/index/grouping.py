"""Events in the index: which claims speak of one happening, and since when that was not asked."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import lru_cache
from itertools import batched

from django.db import transaction
from django.db.models import Sum, Value
from django.db.models.functions import Concat

from habeas.accounts.chronicle import Chronicle, chronicle_of
from habeas.events import group_events
from habeas.model.accounts import Balance, Bounds, Decisions, Finding
from habeas.model.audit import Change
from habeas.model.claims import Claim
from habeas.model.events import Event
from habeas.model.reports import Report
from habeas.register.setting_aside import standing_reports
from habeas.reports.copies import find_copies
from habeas.store import models
from habeas.store.audit import chain_end
from habeas.store.documents import records_of
from habeas.store.index.asking import make_ready
from habeas.store.index.batches import insert
from habeas.store.index.shown import state_of_record
from habeas.store.index.tables import IndexEvent, IndexMember, IndexReport, IndexState
from habeas.store.index.told import claims_told
from habeas.store.problems import database_errors_told
from habeas.store.report_decisions import report_decisions

AT_ONCE = 3_000
"""Claims up to which they are grouped whenever events are asked for: it takes a second or less."""

_DOCUMENTS = 200
_STATE = 1
_REGROUPING = (Change.READING, Change.CLAIM_DECISION, Change.REPORT_DECISION)


def make_grouped() -> None:
    """Group the claims into events, where the register is small enough to do so while asked."""
    if _is_grouped():
        return
    total = IndexReport.objects.aggregate(total=Sum("claims"))["total"] or 0
    if total <= AT_ONCE:
        with transaction.atomic():
            list(models.ChainHead.objects.select_for_update())  # one at a time
            if not _is_grouped():
                regroup()


def regroup() -> None:
    """Group all claims that stand into events, whatever it takes."""
    state = IndexState.objects.get(pk=_STATE)
    reports, claims = _everything()
    events = group_events(reports, claims)
    decisions = Decisions(
        copies=find_copies(reports), apart=standing_reports(report_decisions(None)).apart
    )
    chronicle = chronicle_of(claims, {report.id: report for report in reports}, events, decisions)
    with transaction.atomic():
        list(models.ChainHead.objects.select_for_update())
        _write(events, claims, chronicle)
        IndexState.objects.filter(pk=_STATE).update(grouped=state.number)


def catch_up_events() -> bool:
    """Group all claims anew where something was added or decided since; True where it was.

    Of a large register this takes minutes: it is for a process that nobody waits for.

    Raises:
        StoreError: The database cannot be used.
    """
    with database_errors_told():
        make_ready()
        if _is_grouped():
            return False
        regroup()
        return True


def reports_left() -> int:
    """How many reports were added or changed since claims were last grouped."""
    if _is_grouped():
        return 0
    grouped = IndexState.objects.values_list("grouped", flat=True).get(pk=_STATE)
    return _left_since(grouped, state_of_record())


@lru_cache(maxsize=64)
def _left_since(grouped: int, _end: tuple[str, str, str]) -> int:
    """Reports added or changed after a record; `_end` stands for all that was recorded."""
    later = models.AuditRecord.objects.filter(number__gt=grouped)
    readings = later.filter(change=Change.READING.value).values("row")
    decisions = later.filter(change=Change.CLAIM_DECISION.value).values("row")
    read = models.Reading.objects.filter(pk__in=readings)
    decided = models.ClaimDecision.objects.filter(pk__in=decisions)
    documents = {key for rows in (read, decided) for key in rows.values_list("document", flat=True)}
    return max(1, len(documents))


def chronicle_in(text: str) -> Chronicle:
    """What was kept of the chronicle of one event."""
    told = json.loads(text)
    return Chronicle(
        balances=tuple(_balance(each) for each in told["balances"]),
        totals=tuple(
            Finding(explanation=each["explanation"], claims=tuple(each["claims"]))
            for each in told["totals"]
        ),
    )


def _is_grouped() -> bool:
    grouped = IndexState.objects.values_list("grouped", flat=True).get(pk=_STATE)
    if chain_end().number <= grouped:
        return True
    return _none_later(grouped, state_of_record())


@lru_cache(maxsize=64)
def _none_later(grouped: int, _end: tuple[str, str, str]) -> bool:
    """True where nothing was recorded since that events hang on; `_end` stands for all that was."""
    # What is worked out from the column is in no index: records are passed by number, of which
    # few are later, and not by kind, of which there are as many as claims.
    later = models.AuditRecord.objects.alias(kind=Concat("change", Value("")))
    return not later.filter(number__gt=grouped, kind__in=[*_REGROUPING]).exists()


def _everything() -> tuple[list[Report], list[Claim]]:
    reports, claims = list[Report](), list[Claim]()
    documents = models.Document.objects.order_by("pk").values_list("pk", flat=True)
    for some in batched(documents, _DOCUMENTS):
        records = records_of(some)
        reports += records.reports
        claims += claims_told(records)
    return reports, claims


def _write(events: Sequence[Event], claims: Iterable[Claim], chronicle: Chronicle) -> None:
    for table in (IndexEvent, IndexMember):
        every = table._default_manager.all()
        every._raw_delete(every.db)
    documents = {claim.id: claim.report for claim in claims}
    kept = _kept_by_event(events, chronicle)
    insert([_event_row(at, event, kept[event.id]) for at, event in enumerate(events)])
    for some in batched(events, _DOCUMENTS):
        insert(
            [
                IndexMember(event=event.id, position=at, claim=key, document=documents[key])
                for event in some
                for at, key in enumerate(event.claims)
            ]
        )


def _kept_by_event(events: Iterable[Event], chronicle: Chronicle) -> dict[str, str]:
    """As `accounts_of` gives them out: a balance to where it closes, a total to who tells it."""
    owner = {key: event.id for event in events for key in event.claims}
    balances, totals = defaultdict(list), defaultdict(list)
    for balance in chronicle.balances:
        balances[owner.get(balance.claims[-1])].append(asdict(balance))
    for total in chronicle.totals:
        totals[owner.get(total.claims[0])].append(asdict(total))
    return {
        event.id: json.dumps({"balances": balances[event.id], "totals": totals[event.id]})
        for event in events
    }


def _event_row(at: int, event: Event, chronicle: str) -> IndexEvent:
    when = event.when
    return IndexEvent(
        event=event.id,
        position=at,
        title=event.title,
        acts=" ".join(event.acts),
        by=event.by,
        place=event.place,
        when=None if when is None else when.text,
        first=None if when is None else when.earliest,
        last=None if when is None else when.latest,
        claims=len(event.claims),
        reports=len(event.reports),
        chronicle=chronicle,
    )


def _balance(told: dict[str, object]) -> Balance:
    bounds = ("opening", "closing", "added", "left", "gap")
    values = {name: Bounds(**told[name]) for name in bounds}  # type: ignore[arg-type]
    return Balance(
        explanation=str(told["explanation"]),
        claims=tuple(told["claims"]),  # type: ignore[arg-type]
        **values,
    )
