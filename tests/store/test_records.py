"""What is saved is what is loaded, on both databases. All records are invented."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habeas.model.claims import Act, Claim, Mention, Quantity, Stance
from habeas.model.people import Judgement, Verdict, Withdrawal
from habeas.model.reports import Report
from habeas.model.restrictions import Owner
from habeas.people import judgement_id
from habeas.server.store_settings import (
    StoreNotFound,
    StorePlace,
    database_settings,
    make_home,
    store_place,
)
from habeas.store.decisions import Decision, Outcome
from register.made_up.claims import claims_of, judgements, reports
from register.made_up.values import moments

if TYPE_CHECKING:
    from store.conftest import Opener

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
OWNER = Owner(name="owner")
DATA = b"Officials of Ruritania freed 12 people, Ada Example among them."
REPORT = Report(
    id=sha256(DATA).hexdigest(),
    file="example.txt",
    url=None,
    media_type="text/plain",
    language="en",
    title="Twelve freed",
    publisher=None,
    published=None,
    retrieved=None,
    text=DATA.decode(),
)
CLAIM = Claim(
    id="c1",
    report=REPORT.id,
    act=Act.RELEASE,
    stance=Stance.REPORTED,
    passage=REPORT.passage(23, 38),
    count=Quantity(low=12, high=12, about=None, words="12"),
    names=(Mention(name="Ada Example", roles=("teacher", "editor")),),
)
JUDGEMENT = Judgement(
    left="p1", right="p2", verdict=Verdict.SAME, reason="same birthday", by="reviewer", at=NOON
)

WITHDRAWN = Withdrawal(
    judgement=judgement_id(JUDGEMENT), reason="two birthdays", by="editor", at=NOON + HOUR
)

type Batch = list[tuple[Report, bytes, tuple[Claim, ...]]]


@st.composite
def batches(draw: st.DrawFn) -> Batch:
    """Some reports with their bytes and claims."""
    found = []
    for data in draw(st.lists(st.binary(max_size=20), max_size=3, unique=True)):
        report = replace(draw(reports), id=sha256(data).hexdigest())
        found.append((report, data, draw(claims_of(report))))
    return found


@given(
    decided=st.lists(judgements, max_size=4, unique_by=judgement_id),
    taken_back=st.sets(st.integers(0, 3)),
    texts=st.tuples(st.text("ab ", max_size=3), st.text("ab ", max_size=3)),
)
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_was_decided_is_loaded_as_it_was_saved(
    fresh_store: Opener, decided: list[Judgement], taken_back: set[int], texts: tuple[str, str]
) -> None:
    with fresh_store():
        from habeas.store import records

        for judgement in decided:
            records.save_judgement(judgement)
        withdrawn = {
            Withdrawal(judgement=judgement_id(j), reason=texts[0], by=texts[1], at=j.at)
            for number, j in enumerate(decided)
            if number in taken_back
        }
        for withdrawal in withdrawn:
            assert records.withdraw_judgement(withdrawal) is Outcome.ADDED
            assert records.withdraw_judgement(withdrawal) is Outcome.ALREADY_THERE
        made, unmade = records.load_decisions(OWNER)
        assert set(made) == set(decided)
        assert set(unmade) == withdrawn
        standing = {j for n, j in enumerate(decided) if n not in taken_back}
        assert set(records.load_judgements(OWNER)) == standing


@given(batch=batches(), at=moments, decided=st.lists(judgements, max_size=3))
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_is_saved_is_what_is_loaded(
    fresh_store: Opener, batch: Batch, at: datetime, decided: list[Judgement]
) -> None:
    with fresh_store():
        from habeas.store import records

        for report, data, claims in batch:
            assert records.save_reading(report, data, claims, at=at) is Outcome.ADDED
        for judgement in decided:
            records.save_judgement(judgement)
        by_id = sorted(batch, key=lambda one: one[0].id)
        assert records.load_reports(OWNER) == tuple(report for report, _, _ in by_id)
        assert records.load_claims(OWNER) == tuple(
            claim for _, _, claims in by_id for claim in claims
        )
        assert set(records.load_judgements(OWNER)) == set(decided)
        for report, data, claims in batch:
            assert records.load_original(OWNER, report.id) == data
            again = records.save_reading(report, data, claims, at=at)
            assert again is Outcome.ALREADY_THERE


@pytest.mark.usefixtures("store")
def test_the_same_bytes_twice_are_kept_once_wherever_they_come_from() -> None:
    from habeas.store import models, records

    elsewhere = replace(REPORT, file=None, url="https://news.example/1")
    assert records.save_reading(REPORT, DATA, [CLAIM], at=NOON) == "added"
    assert records.outcome_of(elsewhere, [CLAIM]) == "already there"
    assert records.save_reading(elsewhere, DATA, [CLAIM], at=NOON + HOUR) == "already there"
    assert records.load_reports(OWNER) == (REPORT,)
    assert models.Claim.objects.count() == models.Reading.objects.count() == 1


@pytest.mark.usefixtures("store")
def test_a_newer_reading_is_loaded_and_the_older_one_stays() -> None:
    from habeas.store import models, records
    from habeas.store.audit import settled_moment

    better = replace(REPORT, title="Twelve people freed")
    more = replace(CLAIM, id="c2", act=Act.PARDON)
    before = settled_moment()
    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    between = settled_moment()
    assert records.save_reading(better, DATA, [CLAIM, more], at=NOON + HOUR) == "read anew"
    assert records.load_reports(OWNER) == (better,)
    assert records.load_claims(OWNER) == (CLAIM, more)
    assert records.load_reports(OWNER, known_at=between) == (REPORT,)
    assert records.load_claims(OWNER, known_at=between) == (CLAIM,)
    assert records.load_reports(OWNER, known_at=before) == ()
    assert models.Reading.objects.count() == 2
    assert records.save_reading(better, DATA, [CLAIM, more], at=NOON + HOUR) == "already there"


@pytest.mark.usefixtures("store")
def test_judgements_stay_in_order_and_none_is_lost() -> None:
    from habeas.store import records
    from habeas.store.audit import settled_moment

    later = replace(JUDGEMENT, verdict=Verdict.DIFFERENT, at=NOON + HOUR)
    assert records.save_judgement(later) == "added"
    between = settled_moment()
    assert records.save_judgement(JUDGEMENT) == "added"
    assert records.save_judgement(JUDGEMENT) == "already there"
    assert records.load_judgements(OWNER) == (JUDGEMENT, later)
    assert records.load_judgements(OWNER, known_at=between) == (later,), (
        "nothing is known before its time"
    )


@pytest.mark.usefixtures("store")
def test_a_withdrawn_judgement_holds_up_to_then() -> None:
    from habeas.store import models, records
    from habeas.store.audit import settled_moment

    records.save_judgement(JUDGEMENT)
    before = settled_moment()
    assert records.withdraw_judgement(WITHDRAWN) == "added"
    assert records.load_judgements(OWNER) == ()
    assert records.load_judgements(OWNER, known_at=before) == (JUDGEMENT,)
    assert records.load_records(OWNER, known_at=before).judgements == (JUDGEMENT,)
    assert records.load_decisions(OWNER) == ((JUDGEMENT,), (WITHDRAWN,))
    assert records.load_decisions(OWNER, known_at=before) == ((JUDGEMENT,), ())
    again = replace(JUDGEMENT, at=NOON + 2 * HOUR)
    records.save_judgement(again)
    assert records.load_judgements(OWNER) == (again,)
    assert models.Judgement.objects.count() == 2


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "fault",
    [
        replace(WITHDRAWN, judgement="j0"),
        replace(WITHDRAWN, at=NOON - HOUR),
        replace(WITHDRAWN, at=WITHDRAWN.at.replace(tzinfo=None)),
        replace(WITHDRAWN, reason="a\x00b"),
    ],
    ids=["of nothing", "before it was made", "without a time zone", "a NUL"],
)
def test_a_withdrawal_that_cannot_be_is_refused(fault: Withdrawal) -> None:
    from habeas.store import records
    from habeas.store.problems import StoreError

    records.save_judgement(JUDGEMENT)
    with pytest.raises(StoreError):
        records.withdraw_judgement(fault)
    assert records.load_judgements(OWNER) == (JUDGEMENT,)


@pytest.mark.usefixtures("store")
def test_a_name_is_protected_until_somebody_lifts_it() -> None:
    from habeas.store import records
    from habeas.store.audit import settled_moment

    before = settled_moment()
    records.protect_name("Ada Example", Decision(by="reviewer", at=NOON, reason="asked for it"))
    assert records.load_protected() == ("Ada Example",)
    assert records.load_protected(known_at=before) == ("Ada Example",)
    assert records.load_past_records(OWNER, known_at=before).protected == ()
    between = settled_moment()
    records.unprotect_name("Ada Example", Decision(by="reviewer", at=NOON + HOUR))
    assert records.load_protected() == ()
    assert records.load_protected(known_at=between) == ("Ada Example",)


@pytest.mark.usefixtures("store")
def test_records_hold_everything() -> None:
    from habeas.register.assemble import Records
    from habeas.store import records

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    records.save_judgement(JUDGEMENT)
    records.protect_name("Ada Example", Decision(by="reviewer", at=NOON))
    held = records.load_records(OWNER)
    assert tuple(held.lists) == ()
    assert replace(held, lists=()) == Records(
        reports=(REPORT,), claims=(CLAIM,), judgements=(JUDGEMENT,), protected=("Ada Example",)
    )


REFUSED: dict[str, tuple[Report, bytes, list[Claim], datetime]] = {
    "other bytes": (REPORT, b"other", [CLAIM], NOON),
    "no time zone": (REPORT, DATA, [CLAIM], NOON.replace(tzinfo=None)),
    "a NUL": (replace(REPORT, title="a\x00b"), DATA, [CLAIM], NOON),
    "half a character": (replace(REPORT, text="\ud800"), DATA, [CLAIM], NOON),
    "a huge number": (
        REPORT,
        DATA,
        [replace(CLAIM, count=Quantity(low=10**30, high=None, about=None, words="many"))],
        NOON,
    ),
    "not a number": (
        REPORT,
        DATA,
        [replace(CLAIM, count=Quantity(low=1, high=None, about=float("inf"), words="many"))],
        NOON,
    ),
    "a claim of another report": (REPORT, DATA, [replace(CLAIM, report="b" * 64)], NOON),
    "two claims of one id": (REPORT, DATA, [CLAIM, CLAIM], NOON),
    "part of nothing": (REPORT, DATA, [replace(CLAIM, part_of="none")], NOON),
}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("fault", REFUSED)
def test_what_cannot_be_kept_is_refused_and_nothing_is_added(fault: str) -> None:
    from habeas.store import records
    from habeas.store.problems import StoreError

    report, data, claims, at = REFUSED[fault]
    with pytest.raises(StoreError) as caught:
        records.save_reading(report, data, claims, at=at)
    assert "Ada" not in str(caught.value)
    assert records.load_reports(OWNER) == ()


def test_originals_are_for_their_owner_alone(store: StorePlace) -> None:
    from habeas.store import records

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    path = store.home / "originals" / REPORT.id[:2] / REPORT.id[2:]
    assert path.read_bytes() == DATA
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for folder in (store.home, path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in store.home.glob("register.sqlite*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_damaged_original_is_noticed_and_mended(store: StorePlace) -> None:
    from habeas.store import records
    from habeas.store.problems import StoreError

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    path = store.home / "originals" / REPORT.id[:2] / REPORT.id[2:]
    path.write_bytes(DATA[:-1])
    with pytest.raises(StoreError, match="damaged"):
        records.load_original(OWNER, REPORT.id)
    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    assert records.load_original(OWNER, REPORT.id) == DATA
    path.unlink()
    with pytest.raises(StoreError, match="cannot be read"):
        records.load_original(OWNER, REPORT.id)


def test_the_file_waits_for_writers_and_checks_references(sqlite: Opener) -> None:
    from django.db import connection

    with sqlite():
        found = {}
        with connection.cursor() as cursor:
            for pragma in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout"):
                cursor.execute(f"PRAGMA {pragma}")
                found[pragma] = cursor.fetchone()[0]
        assert found["journal_mode"] == "wal"
        assert found["foreign_keys"] == 1
        assert found["synchronous"] == 2
        assert found["busy_timeout"] >= 10_000


def test_the_tables_are_what_the_models_say(sqlite: Opener) -> None:
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    with sqlite():
        loader = MigrationLoader(None)
        found = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
        assert found.changes(loader.graph) == {}


@pytest.mark.usefixtures("store")
def test_tables_of_a_newer_habeas_are_left_alone() -> None:
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    from habeas.store.problems import StoreError
    from habeas.store.schema import bring_up_to_date

    recorder = MigrationRecorder(connection)
    recorder.record_applied("store", "9999_from_the_future")
    try:
        with pytest.raises(StoreError, match="newer habeas"):
            bring_up_to_date()
    finally:
        recorder.record_unapplied("store", "9999_from_the_future")


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "register.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreNotFound, match="no database"):
        make_home(StorePlace(home=tmp_path))


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreNotFound, match="HABEAS_HOME"):
        make_home(StorePlace(home=tmp_path / "file" / "home"))


@pytest.mark.parametrize("url", ["mysql://u:secret@h/d", "secret", "postgresql://u:secret@h:x/d"])
def test_an_address_that_is_not_postgresql_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(StoreNotFound, match="DATABASE_URL") as caught:
        database_settings(StorePlace(home=Path("unused"), database_url=url))
    assert "secret" not in str(caught.value)


def test_the_environment_says_where_the_data_are(tmp_path: Path) -> None:
    url = "postgresql://localhost/register"
    place = store_place({"HABEAS_HOME": str(tmp_path), "DATABASE_URL": url})
    assert place == StorePlace(home=tmp_path, database_url=url)
    assert store_place({"HABEAS_HOME": "", "DATABASE_URL": ""}).home.name == "habeas"
    assert store_place({}).database_url is None
