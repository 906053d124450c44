"""Every change has its record, and what was tampered with is found. All records are invented."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from habeas.model.claims import Speaker, SpeakerKind
from habeas.model.decisions import Resolution
from habeas.model.restrictions import Owner
from habeas.people import judgement_id
from habeas.store.decisions import Decision
from store.changing import (
    APART,
    ASIDE,
    EDITION,
    LINKED,
    MAY,
    NAMED_ONLY,
    NAMED_THERE,
    REJECTED,
    ROLE,
    RULE,
    WHO,
    edition_of,
    keys,
    seal,
    snapshot_of,
)
from store.test_records import CLAIM, DATA, HOUR, JUDGEMENT, NOON, OWNER, REPORT, WITHDRAWN

if TYPE_CHECKING:
    from habeas.model.audit import BrokenLink
    from store.conftest import Opener

LISTED = "name,status\nIda Example,held\n"
LIST = sha256(LISTED.encode()).hexdigest()
FULL = replace(
    CLAIM,
    nationalities=("LT",),
    charges=("extremism",),
    speakers=(Speaker(name="Lantern", kind=SpeakerKind.MEDIA, cue="said"),),
)


def fill_as_before() -> None:
    """What a register could hold before it had records: two readings of a report, and decisions."""
    from habeas.store import records

    records.save_reading(REPORT, DATA, [FULL], at=NOON, by="documenter")
    records.save_judgement(JUDGEMENT)
    records.withdraw_judgement(WITHDRAWN)
    records.protect_name("Ada Example", Decision(by="reviewer", at=NOON, reason="asked for it"))
    records.save_reading(replace(REPORT, title="Anew"), DATA, [FULL], at=NOON + HOUR)


def fill() -> None:
    """At least one change of every kind."""
    from habeas.store import records
    from habeas.store.deciding import decide_assumption, decide_claim
    from habeas.store.lists import import_list, plan_list
    from habeas.store.promise_decisions import decide
    from habeas.store.publishing import decide_approval, decide_rule, propose_edition
    from habeas.store.report_decisions import decide_report
    from habeas.store.restricting import restrict
    from habeas.store.roles import decide_role
    from habeas.store.sealing import open_field, rewrap_all
    from habeas.store.snapshots import save_snapshot

    fill_as_before()
    correction = replace(FULL, id="c2", group="teachers")
    decide_claim(replace(REJECTED, resolution=Resolution.CORRECT, correction=correction))
    decide_assumption(APART)
    records.record_edition(EDITION, "e" * 64, Decision(by="publisher", at=NOON))
    save_snapshot(snapshot_of(DATA), DATA)
    restrict(NAMED_ONLY)
    decide_role(ROLE)
    import_list(plan_list(edition_of(LISTED)), at=NOON, by="documenter")
    decide_report(ASIDE)
    key = seal(1)
    open_field(Owner(name="somebody"), key, WHO, keys())
    rewrap_all(keys(1, 2), WHO)
    proposal = propose_edition("Invented", MAY, WHO)
    decide_approval(proposal.number, replace(WHO, by="another"), approved=True)
    decide_rule(RULE)
    decide(LINKED)
    decide(NAMED_THERE)


def broken() -> BrokenLink | None:
    from habeas.store.verifying import verify_records

    return verify_records()[1]


@pytest.mark.usefixtures("store")
def test_every_change_has_a_record_that_names_nobody() -> None:
    from habeas.register.chain import NOTHING, hash_of
    from habeas.store.audit import chain_end, load_audit_records

    fill()
    found = tuple(load_audit_records())
    key, sealed, proposed = judgement_id(JUDGEMENT), found[14].about, found[18].about
    assert (sealed[0], len(proposed)) == ("s", 64)
    assert [(each.number, each.change, each.by, each.about) for each in found] == [
        (1, "reading", "documenter", REPORT.id),
        (2, "judgement", "reviewer", f"{key} p1 p2"),
        (3, "withdrawal", "editor", key),
        (4, "protection", "reviewer", ""),
        (5, "reading", "", REPORT.id),
        (6, "claim-decision", "reviewer", "c1"),
        (7, "assumption-decision", "reviewer", "a1"),
        (8, "edition", "publisher", "e" * 64),
        (9, "snapshot", "somebody", REPORT.id),
        (10, "restriction", "reviewer", ""),
        (11, "role", "owner", "somebody administrator"),
        (12, "reading", "documenter", LIST),
        (13, "list-import", "documenter", LIST),
        (14, "report-decision", "documenter", REPORT.id),
        (15, "sealing", "somebody", sealed),
        (16, "restriction", "somebody", sealed),
        (17, "opening", "somebody", sealed),
        (18, "rewrapping", "somebody", sealed),
        (19, "proposal", "somebody", proposed),
        (20, "approval", "another", proposed),
        (21, "publishing-rule", "somebody", ""),
        (22, "link-decision", "reviewer", f"k1 {REPORT.id}"),
        (23, "entry-decision", "reviewer", "t1 c1"),
    ]
    assert [each.reason for each in found[1:4]] == [
        "same birthday",
        "two birthdays",
        "asked for it",
    ]
    assert [each.previous for each in found] == [NOTHING, *(each.hash for each in found[:-1])]
    assert all(each.hash == hash_of(each) and each.at.tzinfo for each in found)
    assert "Ada" not in repr(found)
    assert broken() is None
    assert chain_end().hash == found[-1].hash


@pytest.mark.usefixtures("store")
def test_what_changes_nothing_has_no_record() -> None:
    from habeas.store import records
    from habeas.store.audit import chain_end
    from habeas.store.problems import StoreError
    from habeas.store.snapshots import save_snapshot

    assert broken() is None, "an empty register is whole"
    fill()
    records.save_judgement(JUDGEMENT)
    records.withdraw_judgement(WITHDRAWN)
    records.save_reading(replace(REPORT, title="Anew"), DATA, [FULL], at=NOON)
    with pytest.raises(StoreError):
        records.save_reading(REPORT, b"other", [FULL], at=NOON)
    save_snapshot(snapshot_of(DATA), DATA)
    assert chain_end().number == 23


def test_every_column_is_vouched_for(fresh_store: Opener) -> None:
    from django.apps import apps
    from django.db import IntegrityError, connection

    with fresh_store():
        from habeas.store.index.tables import COMPARED, DERIVED, ParsedList
        from habeas.store.intake_models import OUTSIDE

        fill()
        # What waits and what is derived holds nothing that must be vouched for.
        for model in set(apps.get_models()) - {*DERIVED, *COMPARED, *OUTSIDE, ParsedList}:
            table = model._meta.db_table
            for field in model._meta.concrete_fields:
                # A claim of a reading and of a decision is refused by the table itself.
                with suppress(IntegrityError), undone(), connection.cursor() as cursor:
                    value = changed(field.get_internal_type())
                    last = f"(SELECT max({model._meta.pk.column}) FROM {table})"
                    cursor.execute(
                        f'UPDATE {table} SET "{field.column}" = {value}'
                        f" WHERE {model._meta.pk.column} = {last}"
                    )
                    assert cursor.rowcount == 1, f"{table} is filled"
                    assert broken() is not None, f"{table}.{field.column}"
        assert broken() is None


def changed(kind: str) -> str:
    """An SQL expression of another value than any that stands in a column of a kind."""
    from django.db import connection

    if kind == "DateTimeField":
        # The clock of the head may only be set forward.
        return "'1999-01-01 00:00:00+00:00'"
    if kind == "DateField":
        return "'1999-01-01'"
    if kind == "BinaryField":
        return "'\\x00'" if connection.vendor == "postgresql" else "X'00'"
    if kind == "BooleanField":
        return "false"
    return "'x'" if kind in ("TextField", "CharField") else "99"


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_bytes_that_were_read_are_vouched_for(harm: str) -> None:
    from habeas.store import records
    from habeas.store.originals import originals_folder

    records.save_reading(REPORT, DATA, [FULL], at=NOON)
    assert broken() is None
    (path,) = [each for each in originals_folder().rglob("*") if each.is_file()]
    path.unlink() if harm == "gone" else path.write_bytes(DATA + b".")
    found = broken()
    assert found is not None
    assert (found.number, found.what) == (
        1,
        "the bytes that were read are missing or were changed since",
    )


@contextmanager
def undone() -> Iterator[None]:
    """Take back what is done in it."""
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


REMOVED: dict[str, tuple[str, int | None, str]] = {
    "a record in the middle": ("DELETE FROM store_auditrecord WHERE number = 3", 4, "record 3 is"),
    "the last record": ("DELETE FROM store_auditrecord WHERE number = 23", 23, "record 23 is"),
    "a judgement": ("DELETE FROM store_judgement", 2, "no longer there"),
    "a name": ("DELETE FROM store_claimname WHERE id = 1", 1, "changed since"),
    "a protection too many": (
        "INSERT INTO store_protection (name, protected, reason, by, at)"
        " VALUES ('x', false, '', '', '2026-01-01 00:00:00+00:00')",
        None,
        "rows of Protection have no record",
    ),
    "a charge too many": (
        "INSERT INTO store_claimcharge (claim_id, position, charge) VALUES (1, 1, 'x')",
        1,
        "changed since",
    ),
    "an earlier end": ("UPDATE store_chainhead SET number = 5", None, "the end of the chain"),
}


@pytest.mark.parametrize("what", REMOVED)
def test_the_first_broken_link_is_named(sqlite: Opener, what: str) -> None:
    from django.db import connection

    statement, number, told = REMOVED[what]
    with sqlite():
        fill()
        with undone(), connection.cursor() as cursor:
            cursor.execute("PRAGMA defer_foreign_keys = ON")
            cursor.execute(statement)
            link = broken()
        assert link is not None
        assert link.number == number
        assert told in link.what
        assert "Ada" not in link.what


@pytest.mark.usefixtures("store")
def test_a_record_made_anew_breaks_the_next() -> None:
    from habeas.register.chain import sealed
    from habeas.store import models
    from habeas.store.audit import load_audit_records

    fill()
    second = tuple(load_audit_records())[1]
    forged = sealed(replace(second, by="somebody else"))
    models.AuditRecord.objects.filter(number=2).update(by=forged.by, hash=forged.hash)
    link = broken()
    assert link is not None
    assert (link.number, link.what) == (3, "it does not follow the record before it")


def test_many_writers_at_once_make_one_chain(fresh_store: Opener) -> None:
    from habeas.store import records
    from habeas.store.audit import load_audit_records

    def write(number: int) -> None:
        from django.db import connection

        for each in range(5):
            at = NOON + timedelta(minutes=each)
            records.save_judgement(replace(JUDGEMENT, by=f"reviewer {number}", at=at))
        connection.close()

    with fresh_store():
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(write, range(4)))
        found = tuple(load_audit_records())
        assert [each.number for each in found] == list(range(1, 21))
        assert all(one.at < other.at for one, other in pairwise(found))
        assert broken() is None


def test_what_was_there_before_is_put_into_the_chain(fresh_store: Opener) -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from habeas.store import records
    from habeas.store.audit import load_audit_records
    from habeas.store.schema import _alone, bring_up_to_date

    with fresh_store():
        fill_as_before()
        before = records.load_records(OWNER)
        with _alone():
            MigrationExecutor(connection).migrate([("store", "0003_withdrawal")])
        bring_up_to_date()
        found = tuple(load_audit_records())
        kinds = [each.change for each in found]
        assert kinds == ["reading", "judgement", "protection", "reading", "withdrawal"]
        assert [each.at for each in found] == [NOON] * 3 + [NOON + HOUR] * 2
        assert broken() is None
        assert records.load_records(OWNER) == before
        assert records.load_reports(OWNER, known_at=NOON) == (REPORT,)
