"""The digest of what a change added: its row and every row below it, all columns of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import batched
from typing import Any

from django.apps import apps
from django.db.models import Model

from habeas.model.audit import Change
from habeas.register.chain import encoded

type Tables = Callable[[str], type[Model]]
"""Gives the model of a name: as it is now, or as it was when a migration runs."""

_AT_ONCE = 100
"""Rows whose contents are read together: they hold whole reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A table that holds a part of what a change added.

    Attributes:
        name: Of its model.
        path: Field path from it to the row that the change added.
        shared: True where rows are part of several changes.
    """

    name: str
    path: str
    shared: bool = False


_ROOTS = {
    Change.READING: "Reading",
    Change.JUDGEMENT: "Judgement",
    Change.WITHDRAWAL: "Withdrawal",
    Change.PROTECTION: "Protection",
    Change.CLAIM_DECISION: "ClaimDecision",
    Change.ASSUMPTION_DECISION: "AssumptionDecision",
    Change.EDITION: "Publication",
    Change.SNAPSHOT: "Snapshot",
    Change.RESTRICTION: "Restriction",
    Change.ROLE: "RoleDecision",
    Change.LIST_IMPORT: "ListImport",
    Change.REPORT_DECISION: "ReportDecision",
    Change.LINK_DECISION: "LinkDecision",
    Change.ENTRY_DECISION: "EntryDecision",
    Change.SEALING: "Sealed",
    Change.REWRAPPING: "Rewrapping",
    Change.OPENING: "Opening",
    Change.PROPOSAL: "Proposal",
    Change.APPROVAL: "Approval",
    Change.PUBLISHING_RULE: "PublishingRule",
}


def _claims_below(owner: str) -> tuple[_Table, ...]:
    return (
        _Table(name="Claim", path=owner),
        _Table(name="ClaimName", path=f"claim__{owner}"),
        _Table(name="ClaimNameRole", path=f"name__claim__{owner}"),
        _Table(name="ClaimNationality", path=f"claim__{owner}"),
        _Table(name="ClaimCharge", path=f"claim__{owner}"),
        _Table(name="ClaimSpeaker", path=f"claim__{owner}"),
    )


_BELOW = {
    Change.READING: (
        _Table(name="Document", path="readings", shared=True),
        *_claims_below("reading"),
    ),
    Change.CLAIM_DECISION: _claims_below("decision"),
    Change.ASSUMPTION_DECISION: (_Table(name="AssumptionClaim", path="decision"),),
    Change.LINK_DECISION: (_Table(name="LinkClaim", path="decision"),),
    Change.ENTRY_DECISION: (_Table(name="EntryClaim", path="decision"),),
    Change.LIST_IMPORT: (
        _Table(name="ListColumn", path="edition"),
        _Table(name="ListRow", path="edition"),
    ),
    Change.RESTRICTION: (
        _Table(name="RestrictionReader", path="restriction"),
        _Table(name="RestrictionName", path="restriction"),
    ),
}


def tables_now(name: str) -> type[Model]:
    """The model of a name as it is now."""
    return apps.get_model("store", name)


def root_of(change: Change) -> str:
    """Name of the model whose rows a kind of change adds."""
    return _ROOTS[change]


class Contents:
    """Digests of what changes added, and which rows were seen while they were made."""

    def __init__(self, tables: Tables = tables_now) -> None:
        self._tables = tables
        self._seen: dict[str, int] = defaultdict(int)
        self._shared: dict[str, set[Any]] = defaultdict(set)

    def digests(self, change: Change, rows: Iterable[int]) -> Mapping[int, str]:
        """Digest by number of the row; rows that do not exist are left out."""
        found: dict[int, str] = {}
        for some in batched(rows, _AT_ONCE):
            found |= self._digests(change, some)
        return found

    def unseen(self) -> tuple[str, ...]:
        """Names of the tables that hold rows that were not seen, sorted."""
        kept = {table for roots in _BELOW.values() for table in roots}
        names = {*_ROOTS.values(), *(table.name for table in kept)}
        return tuple(
            sorted(
                name
                for name in names
                if self._tables(name)._default_manager.count() != self._count(name)
            )
        )

    def _count(self, name: str) -> int:
        return self._seen[name] + len(self._shared[name])

    def _digests(self, change: Change, rows: Sequence[int]) -> dict[int, str]:
        root = _Table(name=_ROOTS[change], path="pk")
        hashes: dict[int, Any] = {}
        for table in (root, *_BELOW.get(change, ())):
            for owner, key, data in self._rows(table, rows):
                if table is root:
                    hashes[owner] = sha256()
                if table.shared:
                    self._shared[table.name].add(key)
                else:
                    self._seen[table.name] += 1
                if owner in hashes:
                    hashes[owner].update(data)
        return {owner: each.hexdigest() for owner, each in hashes.items()}

    def _rows(self, table: _Table, owners: Sequence[int]) -> Iterable[tuple[int, Any, bytes]]:
        """Owner, key and bytes of each row, in order of the key."""
        model = self._tables(table.name)
        fields = sorted(field.attname for field in model._meta.concrete_fields)
        found = model._default_manager.filter(**{f"{table.path}__in": owners}).order_by("pk")
        for owner, key, *values in found.values_list(table.path, "pk", *fields).iterator(500):
            # Columns that hold nothing are left out, so that a later habeas can add some.
            told = [
                bytes(cell) if isinstance(cell, memoryview) else cell
                for pair in zip(fields, values, strict=True)
                if pair[1] is not None
                for cell in pair
            ]
            yield owner, key, encoded((table.name, len(told), *told))
