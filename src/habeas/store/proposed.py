"""Whom promises may mean on the lists of sanctions that are kept: proposed, never decided.

Looking through a long list takes seconds, so that what was found is kept beside it: of each
object of a promise what the editions of a list that are kept by then propose.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from itertools import groupby
from typing import Any

from habeas.model.dates import EdtfDate
from habeas.model.decisions import EntryKey
from habeas.model.pledges import Pledge
from habeas.model.restrictions import Owner
from habeas.model.sanctions import (
    EntityKind,
    ListedEntity,
    ListedName,
    NameKind,
    Snapshot,
    TargetProposal,
)
from habeas.pledges.decided import entry_key
from habeas.pledges.sanctions import propose_targets
from habeas.register.veil import BLOCK
from habeas.store.audit import known_number
from habeas.store.index.batches import having
from habeas.store.index.promises import load_promises
from habeas.store.index.tables import IndexProposed
from habeas.store.parsed_lists import load_list
from habeas.store.problems import database_errors_told
from habeas.store.snapshots import load_snapshots

AT_ONCE = 2_000
"""Entries of all editions of a list up to which it is looked through while somebody waits."""

_VERSION = "1"
"""Of how whom a promise may mean is found; another finds it anew."""

type _Days = tuple[tuple[date, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedEntry:
    """An entry that a promise may mean.

    Attributes:
        key: What a decision about it is about.
        proposal: Why it is proposed; the entry as it last stood on the list, without its notes.
        days: Of each edition of the list that is kept, the day and whether it has the entry.
    """

    key: EntryKey
    proposal: TargetProposal
    days: _Days


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedEntries:
    """What is proposed.

    Attributes:
        entries: By list, then by promise in the order given, the likeliest first.
        left: Promises that were not looked up yet on some list.
    """

    entries: tuple[ProposedEntry, ...]
    left: int


@dataclass(frozen=True, slots=True)
class _Object:
    """What a promise is about; its id is the key under which what is found is kept."""

    id: str
    object: str


def proposed_entries(
    pledges: Iterable[Pledge], *, known_at: datetime | None = None, at_once: int = AT_ONCE
) -> ProposedEntries:
    """Entries of all lists that are kept, delisted ones too, that some promises may mean.

    Short lists are looked through now; of long ones what `catch_up_proposals` found is taken.

    Args:
        pledges: What is promised.
        known_at: A moment; of the lists that were kept by then. None for now.
        at_once: Entries of all editions of a list up to which it is short.

    Raises:
        StoreError: The database cannot be read, or the bytes of a list were changed.
        UnreadableSanctions: This habeas no longer reads a list.
    """
    told = [pledge for pledge in pledges if _is_sought(pledge)]
    found: list[ProposedEntry] = []
    left: set[str] = set()
    for title, editions in _lists(known_at):
        objects = {pledge.id: _object(editions, pledge) for pledge in told}
        is_short = sum(edition.entries for edition in editions) <= at_once
        kept = _looked_up(editions, objects.values()) if is_short else _kept(objects.values())
        left |= {pledge.id for pledge in told if objects[pledge.id].id not in kept}
        for pledge in told:
            for proposal, days in _read(kept.get(objects[pledge.id].id, "[]"), pledge.id):
                key = entry_key(proposal, title, pledge)
                found.append(ProposedEntry(key=key, proposal=proposal, days=days))
    return ProposedEntries(entries=tuple(found), left=len(left))


def catch_up_proposals() -> bool:
    """Look promises up on lists on which nobody did yet; True where there was something to do.

    Of long lists this takes seconds: it is for a process that nobody waits for.

    Raises:
        StoreError, UnreadableSanctions: As for `proposed_entries`.
    """
    lists = _lists(None)
    if not lists:
        return False
    chains = load_promises(Owner(name="")).arranged.chains
    told = [chain.pledge for chain in chains if _is_sought(chain.pledge)]
    worked = False
    for _title, editions in lists:
        objects = [_object(editions, pledge) for pledge in told]
        missing = {each.id for each in objects} - _kept(objects).keys()
        if missing:
            _looked_up(editions, objects)
            worked = True
    return worked


def _is_sought(pledge: Pledge) -> bool:
    # A name that is taken out is on no list.
    return bool(pledge.object) and BLOCK not in (pledge.object or "")


def _lists(known_at: datetime | None) -> list[tuple[str, tuple[Snapshot, ...]]]:
    upto = None if known_at is None else known_number(known_at)
    by_title = groupby(load_snapshots(upto), key=lambda one: one.title)
    return [(title, tuple(editions)) for title, editions in by_title]


def _object(editions: Sequence[Snapshot], pledge: Pledge) -> _Object:
    words = pledge.object or ""
    told = sha256(f"{_VERSION}\x1f{words}".encode("utf-8", "surrogatepass"))
    for each in editions:
        told.update(f"\x1f{each.title}\x1f{each.day}\x1f{each.digest}".encode())
    return _Object(told.hexdigest(), words)


def _kept(objects: Iterable[_Object]) -> dict[str, str]:
    keys = sorted({each.id for each in objects})
    with database_errors_told():
        rows = having(IndexProposed.objects.all(), "key", keys)
        return {row.key: row.found for row in rows}


def _looked_up(editions: Sequence[Snapshot], objects: Iterable[_Object]) -> dict[str, str]:
    sought = {each.id: each for each in objects}
    kept = _kept(sought.values())
    missing = [each for key, each in sought.items() if key not in kept]
    if not missing:
        return kept
    entities: dict[str, ListedEntity] = {}
    on_it: list[tuple[date, frozenset[str]]] = []
    for edition in editions:
        found = load_list(edition).entities
        entities |= {entity.id: entity for entity in found}
        on_it.append((edition.day, frozenset(entity.id for entity in found)))
    told: dict[str, list[dict[str, Any]]] = {each.id: [] for each in missing}
    for proposal in propose_targets(missing, entities.values()):
        days = [[str(day), proposal.entity.id in ids] for day, ids in on_it]
        told[proposal.promised].append({**_document(proposal), "days": days})
    made = {key: json.dumps(each) for key, each in told.items()}
    rows = [IndexProposed(key=key, found=found) for key, found in made.items()]
    with database_errors_told():
        # Somebody else may have looked meanwhile, and found the same.
        IndexProposed.objects.bulk_create(rows, ignore_conflicts=True)
    return kept | made


def _document(proposal: TargetProposal) -> dict[str, Any]:
    entity, name = proposal.entity, proposal.name
    return {
        "words": proposal.words,
        "name": [name.kind, name.text, name.script],
        "likeness": proposal.likeness,
        "reasons": proposal.reasons,
        "doubts": proposal.doubts,
        "entity": entity.id,
        "kind": entity.kind,
        "names": [[each.kind, each.text, each.script] for each in entity.names],
        "births": [each.text for each in entity.birth_dates],
        "listed": [each.text for each in entity.listed_on],
        **{each: getattr(entity, each) for each in _LISTED},
        "place": entity.place,
    }


_LISTED = ("nationalities", "programs", "provisions", "legal_bases", "licences")


def _read(text: str, pledge: str) -> list[tuple[TargetProposal, _Days]]:
    return [(_proposal(each, pledge), _days(each["days"])) for each in json.loads(text)]


def _days(told: Iterable[Sequence[Any]]) -> _Days:
    return tuple((date.fromisoformat(day), is_on) for day, is_on in told)


def _proposal(told: Mapping[str, Any], pledge: str) -> TargetProposal:
    return TargetProposal(
        promised=pledge,
        words=told["words"],
        entity=ListedEntity(
            id=told["entity"],
            kind=EntityKind(told["kind"]),
            names=tuple(map(_name, told["names"])),
            birth_dates=tuple(map(EdtfDate.parse, told["births"])),
            listed_on=tuple(map(EdtfDate.parse, told["listed"])),
            notes=(),
            place=told["place"],
            nationalities=tuple(told["nationalities"]),
            programs=tuple(told["programs"]),
            provisions=tuple(told["provisions"]),
            legal_bases=tuple(told["legal_bases"]),
            licences=tuple(told["licences"]),
        ),
        name=_name(told["name"]),
        likeness=told["likeness"],
        reasons=tuple(told["reasons"]),
        doubts=tuple(told["doubts"]),
    )


def _name(told: Sequence[str]) -> ListedName:
    kind, text, script = told
    return ListedName(kind=NameKind(kind), text=text, script=script)
