"""Keep the index in step with the record: what a change touches is derived anew, and no more.

Runs in the transaction of the change, so that no page ever shows one without the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from habeas.model.audit import Change
from habeas.model.people import MentionKey
from habeas.people.spellings import mention_id
from habeas.store import models
from habeas.store.documents import readings_of, records_of
from habeas.store.index.batches import delete_having, having, insert
from habeas.store.index.edges import aim_edges, apart, place_edges, remove_edges, twins_of
from habeas.store.index.persons import settle
from habeas.store.index.tables import (
    VERSION,
    IndexEdge,
    IndexMention,
    IndexMove,
    IndexReport,
    IndexState,
    IndexTrace,
)
from habeas.store.index.told import Told, told_by, traces_of
from habeas.store.rows import claims_of, corrections_of

type Added = Sequence[tuple[Change, Any]]
"""Kinds of change with the row that each added, in order."""

_STATE = 1


def keep_in_step(number: int, added: Added) -> None:
    """Take changes into the index, if it holds all that was before them.

    Args:
        number: Of the last audit record before them.
        added: What was added.
    """
    state = IndexState.objects.filter(pk=_STATE).first()
    if state is None and number == 0:
        state = IndexState(pk=_STATE, version=VERSION, number=0)
    if state is None or state.version != VERSION or state.number != number:
        return  # whoever asks it next makes it anew
    state.number = number + len(added)
    state.save()
    follow(added)


def follow(added: Added) -> None:
    """Derive anew what some changes touch."""
    touched: set[str] = set()
    for change, row in added:
        if change is Change.JUDGEMENT and not _is_withdrawn(row):
            touched |= place_edges([row])
        elif change is Change.WITHDRAWAL:
            touched |= remove_edges([each.pk for each in twins_of(row.judgement)])
    documents = sorted({row.document_id for change, row in added if change in _OF_REPORTS})
    _trace(added)
    lost: set[str] = set()
    for document in documents:
        ids, persons = _retell(document)
        touched |= ids
        lost |= persons
    if touched:
        touched |= set_apart(touched)
        touched |= aim_edges(touched)
        settle(touched, lost)


_DECISION = Change.CLAIM_DECISION
_OF_REPORTS = (Change.READING, _DECISION, Change.REPORT_DECISION)


def _is_withdrawn(row: models.Judgement) -> bool:
    pks = [each.pk for each in twins_of(row)]
    return models.Withdrawal.objects.filter(judgement__in=pks).exists()


def _trace(added: Added) -> None:
    """Remember the ids by which what was added can ever tell of somebody."""
    readings = [row for change, row in added if change is Change.READING]
    decisions = [row for change, row in added if change is _DECISION]
    write_traces((*claims_of(readings), *corrections_of(decisions).values()))


def write_traces(claims: Iterable[Any]) -> None:
    """Remember the ids by which some claims can ever tell of somebody."""
    rows = [IndexTrace(key=key, document=document) for key, document in sorted(traces_of(claims))]
    for start in range(0, len(rows), 500):
        IndexTrace.objects.bulk_create(rows[start : start + 500], ignore_conflicts=True)


def _retell(document: str) -> tuple[set[str], set[str]]:
    """Derive anew what one report tells.

    Returns:
        Ids and nodes of mentions that came, went or changed, and the persons that went with
        some of them.
    """
    told = told_by(records_of([document]))
    # One that was set aside tells nothing, and is not counted.
    delete_having(IndexReport, "document", [document])
    write_reports(told)
    touched = _move(document, told.moved)
    old = {
        MentionKey(claim=row.claim, name=row.name): row
        for row in IndexMention.objects.filter(document=document)
    }
    stay = {
        key
        for key, row in old.items()
        if (row.base, row.named) == (told.base.get(key), key in told.named)
    }
    gone = [row for key, row in old.items() if key not in stay]
    delete_having(IndexMention, "pk", [row.pk for row in gone])
    new = mention_rows(told, [key for key in told.base if key not in stay])
    insert(new)
    for row in (*gone, *new):
        touched |= {row.mention, row.node}
    return touched, {row.person for row in gone}


def write_reports(told: Told) -> None:
    """Put what is counted of some reports into the index."""
    claims = dict.fromkeys(told.undecided, 0)
    for claim in told.claims.values():
        claims[claim.report] += 1
    delete_having(IndexReport, "document", claims)
    insert(
        [
            IndexReport(
                document=row.document_id,
                reading=row.pk,
                added_at=row.added_at,
                published=row.published_earliest,
                claims=claims[row.document_id],
                undecided=told.undecided[row.document_id],
            )
            for row in readings_of(list(claims))
        ]
    )


def mention_rows(told: Told, keys: Iterable[MentionKey]) -> list[IndexMention]:
    """Rows of mentions, each a person of its own node, not yet saved."""
    return [
        IndexMention(
            document=told.claims[key.claim].report,
            claim=key.claim,
            name=key.name,
            named=key in told.named,
            mention=mention_id(key),
            base=told.base[key],
            node=told.base[key],
            person=told.base[key],
        )
        for key in keys
    ]


def _move(document: str, moved: Mapping[str, str]) -> set[str]:
    """Let judgements follow the mentions of claims that are corrected now, or no longer."""
    rows = IndexMove.objects.filter(document=document)
    old = dict(rows.values_list("old", "new"))
    if old == moved:
        return set()
    rows.delete()
    insert([IndexMove(document=document, old=a, new=b) for a, b in sorted(moved.items())])
    return place_edges(standing_rows({*old, *moved}))


def standing_rows(ids: Collection[str]) -> list[models.Judgement]:
    """The judgements in the index that were made about some ids."""
    found = {
        row.pk: row
        for side in ("left", "right")
        for row in having(models.Judgement.objects.all(), side, ids)
    }
    kept = set(having(IndexEdge.objects.values_list("judgement", flat=True), "judgement", found))
    return [row for pk, row in found.items() if pk in kept]


def set_apart(ids: Collection[str]) -> set[str]:
    """Give mentions that are judged apart a node of their own, and others that of their spelling.

    Returns:
        The nodes they had and have, where these differ.
    """
    alone = apart(ids)
    touched: set[str] = set()
    for row in having(IndexMention.objects.filter(named=True), "mention", ids):
        node = row.mention if row.mention in alone else row.base
        if row.node != node:
            touched |= {row.node, node}
            IndexMention.objects.filter(pk=row.pk).update(node=node)
    return touched
