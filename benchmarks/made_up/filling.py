"""Fill an empty store with a made-up register, in bulk, its chain of audit records whole."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from itertools import batched
from pathlib import Path
from typing import Any

from habeas.model.audit import AuditRecord, Change
from habeas.model.claims import Act
from habeas.model.decisions import Resolution
from habeas.model.people import Verdict
from habeas.model.restrictions import Level, RecordKind, Restriction
from habeas.people import spelling_id
from habeas.register.chain import sealed
from habeas.register.deciding import correction_id
from made_up.names import MadeUpName
from made_up.sizes import Size
from made_up.telling import MadeUpReport, make_register

_AT_ONCE = 200
_FIRST = datetime.fromisoformat("2024-01-01T00:00:00+00:00")
_STEP = timedelta(minutes=5)
_BY = ("documenter", "reviewer", "second reviewer")

type Tell = Callable[[str], None]


def fill(size: Size, *, seed: int, originals: Path, tell: Tell = lambda _: None) -> None:
    """Fill the store that is open; it holds no report yet.

    Args:
        size: How much of everything.
        seed: Any whole number; the same one fills the store alike.
        originals: Folder of the bytes of reports.
        tell: Told what is done.
    """
    from django.db import transaction

    chance = random.Random(f"{seed}/decisions")  # noqa: S311 - drawn to be drawn again
    made = make_register(size, seed)
    with transaction.atomic():
        chain = _Chain()
        decidable = _fill_reports(made.reports, originals, chain)
        _count_rows()
        tell("reports are in")
        _fill_decisions(chance.sample(decidable, min(size.decided, len(decidable))), chance, chain)
        tell("decisions are in")
        _fill_judgements(made.names, size, chance, chain)
        chain.end()
    tell("judgements are in")
    _restrict(decidable, size, chance)


class _Chain:
    """The chain of audit records, written many at a time."""

    def __init__(self) -> None:
        from habeas.store.audit import chain_end

        end = chain_end()
        self._number, self._hash = end.number, end.hash
        self.at = end.at or _FIRST
        self._step = _STEP if end.at is None else timedelta(microseconds=1)

    def add(self, change: Change, rows: Sequence[Any]) -> None:
        """Record that rows were added, with all that stands below them."""
        from habeas.store import models
        from habeas.store.contents import Contents
        from habeas.store.telling import told_of

        digests = Contents().digests(change, [row.pk for row in rows])
        records = []
        for row in rows:
            by, about, reason = told_of(change, row)
            self._number += 1
            self.at += self._step
            record = sealed(
                AuditRecord(
                    number=self._number,
                    at=self.at,
                    by=by,
                    change=change.value,
                    row=row.pk,
                    about=about,
                    reason=reason,
                    content=digests[row.pk],
                    previous=self._hash,
                    hash="",
                )
            )
            self._hash = record.hash
            records.append(models.AuditRecord(**asdict(record)))
        models.AuditRecord.objects.bulk_create(records, _AT_ONCE)

    def end(self) -> None:
        """Say where the chain ends."""
        from habeas.store import models

        head = models.ChainHead(pk=1, number=self._number, hash=self._hash, at=self.at)
        head.save()


def _fill_reports(
    reports: Iterable[MadeUpReport], originals: Path, chain: _Chain
) -> list[tuple[str, str]]:
    """Gives the id of each claim with that of its report."""
    from habeas.store import models
    from habeas.store.rows import insert_claims_of, reading_row

    found: list[tuple[str, str]] = []
    for number, some in enumerate(batched(reports, _AT_ONCE)):
        if number in {1, 10}:
            _count_rows()
        models.Document.objects.bulk_create(
            models.Document(digest=each.report.id, size=len(each.data)) for each in some
        )
        readings = [
            reading_row(each.report, number=1, at=chain.at, by="documenter") for each in some
        ]
        models.Reading.objects.bulk_create(readings)
        insert_claims_of(
            [(reading, each.claims) for reading, each in zip(readings, some, strict=True)]
        )
        chain.add(Change.READING, readings)
        for each in some:
            _keep(originals, each)
            found += [(claim.id, each.report.id) for claim in each.claims]
    return found


def _count_rows() -> None:
    """Let PostgreSQL count the rows: it does so by itself, but not within a transaction."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _keep(originals: Path, made: MadeUpReport) -> None:
    """Unlike the store's own, without waiting for the disk: it can be made again."""
    path = originals / made.report.id[:2] / made.report.id[2:]
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(made.data)
    path.chmod(0o600)


def _fill_decisions(
    claims: Sequence[tuple[str, str]], chance: random.Random, chain: _Chain
) -> None:
    from habeas.store import models
    from habeas.store.documents import records_of
    from habeas.store.rows import insert_claims

    for some in batched(claims, _AT_ONCE):
        rows, corrected = [], []
        for claim, report in some:
            kind = chance.choices(
                (Resolution.ACCEPT, Resolution.REJECT, Resolution.CORRECT), (96, 3, 1)
            )[0]
            row = models.ClaimDecision(
                document_id=report,
                claim=claim,
                resolution=kind,
                reason="",
                by=chance.choice(_BY),
                at=chain.at,
            )
            rows.append(row)
            if kind is Resolution.CORRECT:
                corrected.append(row)
        models.ClaimDecision.objects.bulk_create(rows, _AT_ONCE)
        for row in corrected:
            told = {claim.id: claim for claim in records_of([row.document_id]).claims}
            before = told[row.claim]
            key = correction_id(before.id, row.by, row.at)
            insert_claims([replace(before, id=key, act=Act.HOLD, part_of=None)], decision=row)
        chain.add(Change.CLAIM_DECISION, rows)


def _fill_judgements(
    names: Sequence[MadeUpName], size: Size, chance: random.Random, chain: _Chain
) -> None:
    """Most of two spellings of one person, the others of two persons."""
    from habeas.store import models

    rows = []
    for number in range(size.judgements):
        one, other = chance.choice(names).spellings, chance.choice(names).spellings
        same = len(one) > 1 and chance.random() < 0.85
        sides = sorted(map(spelling_id, one[:2] if same else (one[0], other[0])))
        verdict = Verdict.SAME if same else Verdict.DIFFERENT
        if sides[0] != sides[1]:
            at = chain.at + timedelta(seconds=number)
            rows.append(
                models.Judgement(
                    left=sides[0],
                    right=sides[1],
                    verdict=verdict,
                    reason="",
                    by=chance.choice(_BY),
                    at=at,
                )
            )
    for some in batched(rows, _AT_ONCE):
        models.Judgement.objects.bulk_create(some)
        chain.add(Change.JUDGEMENT, some)


def _restrict(claims: Sequence[tuple[str, str]], size: Size, chance: random.Random) -> None:
    """By the functions that the desk calls, one after the other: they are few."""
    from habeas.store.restricting import restrict

    for number in range(size.restricted):
        claim, report = chance.choice(claims)
        kind = (RecordKind.CLAIM, RecordKind.REPORT)[number % 2]
        restrict(
            Restriction(
                kind=kind,
                record=claim if kind is RecordKind.CLAIM else report,
                level=Level.NAMED,
                readers=("reviewer",),
                reason="for their safety",
                by="administrator",
                at=_FIRST + timedelta(days=number),
            )
        )
