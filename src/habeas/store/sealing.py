"""Seal private particulars and whole reports, and open them again; each opening is recorded.

What is sealed stands in one table, encrypted, and nowhere else.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.db.models import Count

from habeas.model.audit import Change
from habeas.model.restrictions import Asker, Level, Owner, RecordKind, Restriction
from habeas.model.sealing import (
    WHOLE_REPORT,
    Particular,
    PrivateField,
    SealedItem,
    SealedReport,
)
from habeas.register.plain import NotPlain, report_as_bytes, report_from_bytes
from habeas.store import sealed_tables
from habeas.store.audit import one_change
from habeas.store.decisions import Decision
from habeas.store.gate import Gate, gate_for
from habeas.store.keys import Keys, Wrapped
from habeas.store.problems import RecordRefused, StoreError, database_errors_told
from habeas.store.records import save_reading
from habeas.store.refusing import refuse_faults, refuse_naive
from habeas.store.restricting import keep_restriction, load_restrictions, record_is_there, restrict

MOST_LETTERS = 20_000
"""Of a private particular; whatever is longer is a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class For:
    """For whom something is sealed, and by whose decision.

    Attributes:
        readers: Names of those who may open it.
        decision: Who sealed it, when and why.
    """

    readers: tuple[str, ...]
    decision: Decision


def seal_field(about: Particular, words: str, whom: For, keys: Keys) -> str:
    """Keep a private particular, encrypted.

    Returns:
        Its key: an id that says nothing of it.

    Raises:
        StoreError: There is no such record, nothing or too much was given, nobody may open
            it, or the database refused. Nothing was kept.
    """
    if not words.strip() or len(words) > MOST_LETTERS:
        raise RecordRefused(
            what="there is nothing to seal, or too much of it",
            remedy=f"give the words, at most {MOST_LETTERS:,} letters; seal a report as a whole",
        )
    refuse_faults((about.record, words))
    if about.kind is RecordKind.SEALED or not record_is_there(about.kind, about.record):
        raise RecordRefused(
            what=f"there is no such {about.kind.value}", remedy="give an id that the register shows"
        )
    row = sealed_tables.Sealed(kind=about.kind.value, record=about.record, field=about.field.value)
    return _seal(row, words.encode(), whom, keys)


def seal_report(sealed: SealedReport, whom: For, keys: Keys) -> str:
    """Keep a report, its bytes and its claims, encrypted, and nothing of it in the open.

    Returns:
        Its key; of a report that is sealed already, the key it has.

    Raises:
        StoreError: The register keeps the report in the open already, the bytes are not its
            own, nobody may open it, or the database refused. Nothing was kept.
    """
    digest = sealed.report.id
    if sha256(sealed.data).hexdigest() != digest:
        raise RecordRefused(
            what="the bytes are not those of the report",
            remedy="give the bytes that were given to read_report",
        )
    if record_is_there(RecordKind.REPORT, digest):
        raise RecordRefused(
            what="the register keeps this report in the open already",
            remedy="what was kept in the open stays so; restrict it: habeas restrict REPORT sealed",
        )
    same = sealed_already(digest, keys)
    if same is not None:
        return same
    mark = keys.marks(digest)[0]
    row = sealed_tables.Sealed(
        kind=RecordKind.SEALED.value, record=None, field=WHOLE_REPORT, mark=mark
    )
    return _seal(row, report_as_bytes(sealed), whom, keys)


def sealed_already(digest: str, keys: Keys) -> str | None:
    """The key of a report that is sealed as a whole, by the SHA-256 of its bytes."""
    with database_errors_told():
        same = sealed_tables.Sealed.objects.filter(mark__in=keys.marks(digest)).first()
    return None if same is None else same.key


def load_sealed(viewer: Asker) -> tuple[SealedItem, ...]:
    """What is sealed and may be known of by somebody, in order; never what it says."""
    gate = gate_for(viewer)
    with database_errors_told():
        rows = sealed_tables.Sealed.objects.defer("content").order_by("pk")
        rows = rows.annotate(opened=Count("openings", distinct=True))
        readers = _readers()
        return tuple(
            SealedItem(
                key=row.key,
                about=_about(row),
                readers=readers.get(row.key, ()),
                reason=row.reason,
                by=row.by,
                at=row.at,
                version=_wrapped(row).version,
                openings=row.opened,
            )
            for row in rows
            if _may_know(gate, row)
        )


def open_field(viewer: Asker, key: str, decision: Decision, keys: Keys) -> str:
    """The words of a private particular, once it is recorded who asked for them.

    Args:
        viewer: Who asks; must be among its readers. Of the owner of the files the name counts.
        key: Of what is sealed.
        decision: Who opens it, when and why.
        keys: From outside.

    Raises:
        StoreError: Nothing of that key is there for this viewer, or it does not open.
    """
    return _open(viewer, key, decision, keys, whole=False).decode()


def open_report(viewer: Asker, key: str, decision: Decision, keys: Keys) -> SealedReport:
    """A report that was sealed, once it is recorded who asked for it.

    Args:
        viewer: As for `open_field`.
        key: Of what is sealed.
        decision: Who opens it, when and why.
        keys: From outside.

    Raises:
        StoreError: As for `open_field`.
    """
    try:
        return report_from_bytes(_open(viewer, key, decision, keys, whole=True))
    except NotPlain as error:
        raise StoreError(
            what="the sealed report was written by another habeas",
            remedy="open it with the version that sealed it",
        ) from error


def release_report(viewer: Asker, key: str, decision: Decision, keys: Keys) -> str:
    """Keep a sealed report in the open from now on, for those alone who might open it.

    What is sealed stays so too. To let others see the report, restrict it otherwise.

    Returns:
        The id of the report.

    Raises:
        StoreError: As for `open_field`. Nothing was kept.
    """
    with database_errors_told(), transaction.atomic():
        opened = open_report(viewer, key, decision, keys)
        report = opened.report
        save_reading(report, opened.data, opened.claims, at=decision.at, by=decision.by)
        restrict(
            Restriction(
                kind=RecordKind.REPORT,
                record=report.id,
                level=Level.NAMED,
                readers=_readers()[key],
                reason=decision.reason,
                by=decision.by,
                at=decision.at,
            )
        )
    return report.id


def rewrap_all(keys: Keys, decision: Decision) -> int:
    """Encrypt with the newest version of the key whatever an older one still opens.

    Once done, and once no copy of the database from before matters, older versions may be
    taken out of the key file.

    Returns:
        How many things were changed.

    Raises:
        StoreError: A version is missing, or the database refused. Nothing was changed.
    """
    with one_change() as chain:
        rows = [row for row in sealed_tables.Sealed.objects.order_by("pk") if _is_older(row, keys)]
        for row in rows:
            anew = keys.rewrap(row.key, _wrapped(row))
            made = sealed_tables.Rewrapping.objects.create(
                sealed=row,
                version=anew.version,
                wrapped=anew.data,
                by=decision.by,
                at=decision.at,
            )
            chain.add(Change.REWRAPPING, made)
    return len(rows)


def _seal(row: sealed_tables.Sealed, content: bytes, whom: For, keys: Keys) -> str:
    decision = whom.decision
    refuse_faults((whom.readers, decision))
    refuse_naive(decision.at)
    if not whom.readers or not all(map(str.strip, whom.readers)):
        raise RecordRefused(
            what="nobody is named who may open it", remedy="name them as they sign in"
        )
    row.key = "s" + secrets.token_hex(12)
    row.content, wrapped = keys.lock(row.key, content)
    row.version, row.wrapped = wrapped.version, wrapped.data
    row.by, row.at, row.reason = decision.by, decision.at, decision.reason
    with one_change() as chain:
        row.save(force_insert=True)
        chain.add(Change.SEALING, row)
        keep_restriction(
            chain,
            Restriction(
                kind=RecordKind.SEALED,
                record=row.key,
                level=Level.SEALED,
                readers=whom.readers,
                reason=decision.reason,
                by=decision.by,
                at=decision.at,
            ),
        )
    return row.key


def _open(viewer: Asker, key: str, decision: Decision, keys: Keys, *, whole: bool) -> bytes:
    refuse_faults(decision)
    refuse_naive(decision.at)
    gate = gate_for(viewer)
    with one_change() as chain:
        row = sealed_tables.Sealed.objects.filter(key=key).first()
        if (
            row is None
            or (row.field == WHOLE_REPORT) is not whole
            or not _may_know(gate, row)
            or not _is_reader(viewer, key)
        ):
            raise RecordRefused(
                what="nothing of that key is sealed for you",
                remedy="ask somebody who may open it to name you among its readers",
            )
        content = keys.open(row.key, bytes(row.content), _wrapped(row))
        opened = sealed_tables.Opening.objects.create(
            sealed=row, reason=decision.reason, by=decision.by, at=decision.at
        )
        chain.add(Change.OPENING, opened)
    return content


def _is_reader(viewer: Asker, key: str) -> bool:
    """True where somebody is named; an owner of the files too, so that it is recorded."""
    return not isinstance(viewer, Owner) or viewer.name in _readers().get(key, ())


def _may_know(gate: Gate, row: sealed_tables.Sealed) -> bool:
    return gate.sees_sealed(row.key) and (row.record is None or gate.sees_ids([row.record]))


def _about(row: sealed_tables.Sealed) -> Particular | None:
    if row.record is None:
        return None
    return Particular(kind=RecordKind(row.kind), record=row.record, field=PrivateField(row.field))


def _readers() -> dict[str, tuple[str, ...]]:
    return {
        each.restriction.record: each.restriction.readers
        for each in load_restrictions()
        if each.stands and each.restriction.kind is RecordKind.SEALED
    }


def _wrapped(row: sealed_tables.Sealed) -> Wrapped:
    last = row.rewrappings.order_by("-pk").first()
    version, data = (row.version, row.wrapped) if last is None else (last.version, last.wrapped)
    return Wrapped(version=version, data=bytes(data))


def _is_older(row: sealed_tables.Sealed, keys: Keys) -> bool:
    return _wrapped(row).version < keys.newest
