"""Work out what is hidden from a viewer: from restrictions, and what they draw after them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import batched

from django.db import connection
from django.db.models import Max, Q, Value
from django.db.models.functions import Concat

from habeas.model.audit import Change
from habeas.model.people import Verdict
from habeas.model.reports import Passage
from habeas.model.restrictions import RecordKind, Viewer
from habeas.people.spellings import spelling_id
from habeas.register.hiding import Hidden, claims_hidden_with
from habeas.store import models
from habeas.store.mentioned import mentions_alone_in
from habeas.store.restricting import load_restrictions
from habeas.store.rows import claims_of, corrections_of, report_of
from habeas.store.spelled import mentions_of_names, names_of_nodes

_AT_ONCE = 500
OF_NAMES = (
    Change.READING,
    Change.LIST_IMPORT,
    Change.CLAIM_DECISION,
    Change.JUDGEMENT,
    Change.WITHDRAWAL,
)
"""Changes that add names, or join them."""
_REMEMBERED = 64
_REPORTS_REMEMBERED = 1024


def hidden_from(viewer: Viewer, moments: Collection[int | None]) -> Hidden:
    """What is hidden from somebody.

    Args:
        viewer: Who.
        moments: Numbers of the last audit records that count, None for now: what is
            restricted at any of them is hidden.
    """
    records: dict[RecordKind, set[str]] = defaultdict(set)
    names: set[str] = set()
    for upto in set(moments):
        for each in load_restrictions(upto=upto):
            if each.stands and not each.restriction.lets(viewer):
                records[each.restriction.kind].add(each.restriction.record)
                names.update(each.names)
    reports = frozenset(records[RecordKind.REPORT])
    passages = _passages(records[RecordKind.CLAIM])
    claims = frozenset(records[RecordKind.CLAIM]) | _claims_in(reports) | _claims_beside(passages)
    persons, spelled = _persons_known(records[RecordKind.PERSON], names)
    return Hidden(
        reports=reports,
        claims=claims,
        passages=passages,
        persons=persons,
        names=spelled,
        mentions=mentions_alone_in(claims),
        sealed=frozenset(records[RecordKind.SEALED]),
    )


def _passages(claims: Collection[str]) -> Mapping[str, tuple[Passage, ...]]:
    """The words of restricted claims, and of what they were corrected to, by report."""
    found: dict[str, set[Passage]] = defaultdict(set)
    waiting = set(claims)
    seen: set[str] = set()
    while waiting:
        seen |= waiting
        for row in models.Claim.objects.filter(claim__in=sorted(waiting)).select_related(
            "reading", "decision"
        ):
            owner = row.reading or row.decision
            assert owner is not None, "the table demands one of the two"
            passage = Passage(
                report=owner.document_id,
                start=row.passage_start,
                end=row.passage_end,
                exact=row.passage_exact,
                prefix="",
                suffix="",
            )
            found[owner.document_id].add(passage)
        decided = models.ClaimDecision.objects.filter(claim__in=sorted(waiting))
        corrected = models.Claim.objects.filter(decision__in=decided)
        waiting = set(corrected.values_list("claim", flat=True)) - seen
    return {
        report: tuple(sorted(passages, key=lambda one: (one.start, one.exact)))
        for report, passages in found.items()
    }


def _claims_in(reports: Collection[str]) -> frozenset[str]:
    """Ids of every claim of some reports, as read at any time and as corrected."""
    states = states_of_reports(reports)
    return frozenset(key for report in reports for key in _claims_of(report, states[report]))


@lru_cache(maxsize=_REPORTS_REMEMBERED)
def _claims_of(report: str, state: tuple[object, ...]) -> frozenset[str]:
    read = models.Claim.objects.filter(reading__document=report)
    said = models.Claim.objects.filter(decision__document=report)
    return frozenset(key for rows in (read, said) for key in rows.values_list("claim", flat=True))


def _claims_beside(passages: Mapping[str, tuple[Passage, ...]]) -> frozenset[str]:
    """Ids of claims of any reading that share words with the passages of their report."""
    states = states_of_reports(passages)
    found: set[str] = set()
    for report, hidden in passages.items():
        found |= _beside(report, hidden, states[report])
    return frozenset(found)


def states_of_reports(reports: Collection[str]) -> Mapping[str, tuple[object, ...]]:
    """What changes whenever a claim or a decision is added to a report, by report."""
    if not reports:
        return {}
    register = register_open()
    last: dict[str, list[object]] = {report: list(register) for report in reports}
    for table in (models.Reading, models.ClaimDecision, models.ReportDecision):
        numbers: dict[str, object] = {}
        for some in batched(sorted(reports), _AT_ONCE):
            rows = table._default_manager.filter(document__in=some).values_list("document")
            numbers |= dict(rows.annotate(last=Max("pk")))
        for report, state in last.items():
            state.append(numbers.get(report))
    return {report: tuple(state) for report, state in last.items()}


@lru_cache(maxsize=_REPORTS_REMEMBERED)
def _beside(report: str, hidden: tuple[Passage, ...], state: tuple[object, ...]) -> frozenset[str]:
    """As `_claims_beside`, of one report: a list may have thousands of claims."""
    readings = list(models.Reading.objects.filter(document=report))
    decided = list(models.ClaimDecision.objects.filter(document=report))
    corrections = tuple(corrections_of(decided).values())
    found: set[str] = set()
    for reading in readings:
        claims = (*claims_of([reading]), *corrections)
        found |= claims_hidden_with(report_of(reading), claims, hidden)
    return frozenset(found)


def _persons_known(
    seeds: Collection[str], names: Collection[str]
) -> tuple[frozenset[str], frozenset[str]]:
    if not seeds:
        return frozenset(), frozenset()
    return _persons(frozenset(seeds), frozenset(names), state_of_names())


def state_of_names() -> str:
    """What changes whenever a name or a judgement is added, and never comes again."""
    return last_of(OF_NAMES)


def last_of(changes: Collection[Change]) -> str:
    """Hash of the last audit record of a change of some kinds; empty where there is none."""
    # As in no index, so that the last records are looked at first, and not all of these kinds.
    records = models.AuditRecord.objects.alias(kind=Concat("change", Value("")))
    some = records.filter(kind__in=[*changes]).order_by("-number")
    return some.values_list("hash", flat=True).first() or ""


def register_open() -> tuple[object, ...]:
    """What tells this register from every other that the process may have open."""
    place = connection.settings_dict
    first = models.AuditRecord.objects.filter(number=1).values_list("hash", flat=True).first()
    return (place["NAME"], place["HOST"], first)


@lru_cache(maxsize=_REMEMBERED)
def _persons(
    seeds: frozenset[str], names: frozenset[str], state: str
) -> tuple[frozenset[str], frozenset[str]]:
    """Ids and names of restricted persons, with all that judgements join to them."""
    spelled = set(names)
    nodes: set[str] = set()
    new = set(seeds) | {spelling_id(name) for name in spelled}
    while new:
        nodes |= new
        spelled |= set(names_of_nodes(new))
        nodes |= {spelling_id(name) for name in spelled} | mentions_of_names(spelled)
        new = _joined(nodes) - nodes
    return frozenset(nodes), frozenset(spelled)


def _joined(nodes: Collection[str]) -> set[str]:
    """Ids that the last standing judgement on a pair calls the same as one of some ids."""
    rows = [
        row
        for some in batched(sorted(nodes), _AT_ONCE)
        for row in models.Judgement.objects.filter(Q(left__in=some) | Q(right__in=some)).filter(
            withdrawals=None
        )
    ]
    last: dict[frozenset[str], str] = {}
    for row in sorted(rows, key=lambda row: (row.at, row.pk)):
        last[frozenset((row.left, row.right))] = row.verdict
    return {
        node for pair, verdict in last.items() if verdict == Verdict.SAME.value for node in pair
    }
