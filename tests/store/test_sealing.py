"""What is sealed is for named people with the key, on both databases. All records are invented."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.restrictions import (
    PUBLIC_VIEWER,
    Level,
    Owner,
    RecordKind,
    Restriction,
    Role,
    Viewer,
)
from habeas.model.sealing import Particular, PrivateField, SealedReport
from habeas.people import spelling_id
from habeas.register.plain import NotPlain, report_as_bytes, report_from_bytes
from habeas.server.key_settings import key_place
from habeas.server.store_settings import StorePlace
from register.made_up.claims import claims_of, reports
from store.changing import WHO, keys
from store.test_records import CLAIM, DATA, NOON, REPORT

WORDS = "ask for the lamplighter at the third door"
MAX = Viewer(name="max", role=Role.READER)
EVE = Viewer(name="eve", role=Role.ADMINISTRATOR)
ADA = Particular(
    kind=RecordKind.PERSON, record=spelling_id("Ada Example"), field=PrivateField.WHEREABOUTS
)
WHOLE = SealedReport(report=REPORT, claims=(CLAIM,), data=DATA)


def seal(readers: tuple[str, ...] = ("max",)) -> str:
    from habeas.store import records
    from habeas.store.sealing import For, seal_field

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    return seal_field(ADA, WORDS, For(readers=readers, decision=WHO), keys())


def seal_whole() -> str:
    from habeas.store.sealing import For, seal_report

    return seal_report(WHOLE, For(readers=("max",), decision=WHO), keys())


def every_byte(place: StorePlace) -> bytes:
    """All that the database and the folder beside it hold."""
    from django.apps import apps
    from django.db import connection

    files = [each.read_bytes() for each in place.home.rglob("*") if each.is_file()]
    with connection.cursor() as cursor:
        for model in apps.get_models():
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            files += [_bytes_of(cell) for row in cursor.fetchall() for cell in row]
    return b"\x00".join(files)


def _bytes_of(cell: object) -> bytes:
    return bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()


def test_a_sealed_field_is_opened_by_those_who_are_named_and_each_opening_is_recorded(
    store: StorePlace,
) -> None:
    from habeas.store.audit import load_audit_records
    from habeas.store.problems import RecordRefused
    from habeas.store.sealing import load_sealed, open_field
    from habeas.store.verifying import verify_records

    key = seal()
    assert b"lamplighter" not in every_byte(store)
    for asker in (PUBLIC_VIEWER, EVE, replace(EVE, name="MAX"), Owner(name="root")):
        with pytest.raises(RecordRefused):
            open_field(asker, key, WHO, keys())
    assert open_field(MAX, key, WHO, keys()) == WORDS
    assert open_field(Owner(name="max"), key, WHO, keys()) == WORDS
    opened = [each for each in load_audit_records() if each.change == "opening"]
    assert [(each.by, each.about, each.reason) for each in opened] == [
        ("somebody", key, "for a test")
    ] * 2
    assert "lamplighter" not in repr(tuple(load_audit_records()))
    assert load_sealed(EVE) == ()
    assert [(each.key, each.about, each.openings) for each in load_sealed(MAX)] == [(key, ADA, 2)]
    assert verify_records()[1] is None


@pytest.mark.usefixtures("store")
def test_readers_of_what_is_sealed_are_changed_and_taken_back() -> None:
    from habeas.store.problems import RecordRefused
    from habeas.store.restricting import restrict, undo_restriction
    from habeas.store.sealing import open_field

    key = seal()
    sealed_for = Restriction(
        kind=RecordKind.SEALED,
        record=key,
        level=Level.SEALED,
        readers=("eve",),
        reason="max has left",
        by="max",
        at=NOON,
    )
    restrict(sealed_for)
    assert open_field(EVE, key, WHO, keys()) == WORDS
    restrict(replace(sealed_for, readers=()))
    for asker in (EVE, MAX):
        with pytest.raises(RecordRefused):
            open_field(asker, key, WHO, keys())
    undo_restriction(RecordKind.SEALED, key, WHO)
    undo_restriction(RecordKind.SEALED, key, WHO)
    assert open_field(MAX, key, WHO, keys()) == WORDS
    with pytest.raises(RecordRefused, match="no restriction to undo"):
        undo_restriction(RecordKind.SEALED, key, WHO)
    with pytest.raises(RecordRefused, match="named people alone"):
        restrict(replace(sealed_for, level=Level.REGISTER, readers=()))


def test_a_sealed_report_stands_nowhere_but_encrypted(store: StorePlace) -> None:
    from habeas.store import models, records
    from habeas.store.problems import RecordRefused
    from habeas.store.sealing import load_sealed, open_report, release_report

    key = seal_whole()
    assert seal_whole() == key, "the same report is sealed once"
    found = every_byte(store)
    for trace in (b"Ruritania", b"Twelve freed", b"example.txt", REPORT.id.encode(), DATA):
        assert trace not in found
    assert not any(
        table._default_manager.exists()
        for table in (models.Document, models.Reading, models.Claim, models.ClaimName)
    )
    assert records.load_reports(Owner(name="max")) == ()
    assert open_report(MAX, key, WHO, keys()) == WHOLE
    assert [each.about for each in load_sealed(MAX)] == [None]
    with pytest.raises(RecordRefused):
        release_report(EVE, key, WHO, keys())
    assert release_report(MAX, key, WHO, keys()) == REPORT.id
    assert records.load_reports(MAX) == (REPORT,)
    for viewer in (PUBLIC_VIEWER, EVE):
        assert records.load_reports(viewer) == (), "released for those alone who might open it"


@pytest.mark.usefixtures("store")
def test_what_is_in_the_open_cannot_be_sealed_as_a_whole() -> None:
    from habeas.store import records
    from habeas.store.problems import RecordRefused

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    with pytest.raises(RecordRefused, match="in the open already"):
        seal_whole()


@pytest.mark.usefixtures("store")
def test_a_new_version_of_the_key_makes_the_old_one_needless() -> None:
    from habeas.store.keys import KeyMissing
    from habeas.store.sealing import load_sealed, open_field, rewrap_all

    key = seal()
    both, new = keys(1, 2), keys(2)
    with pytest.raises(KeyMissing, match="version 1"):
        open_field(MAX, key, WHO, new)
    assert (rewrap_all(both, WHO), rewrap_all(both, WHO)) == (1, 0)
    assert open_field(MAX, key, WHO, new) == WORDS
    assert [each.version for each in load_sealed(MAX)] == [2]


TAMPERED = {
    "the words": "UPDATE store_sealed SET content = (SELECT content FROM store_sealed WHERE id ="
    " (SELECT max(id) FROM store_sealed)) WHERE id = (SELECT min(id) FROM store_sealed)",
    "the key": "UPDATE store_sealed SET wrapped = (SELECT wrapped FROM store_sealed WHERE id ="
    " (SELECT max(id) FROM store_sealed)) WHERE id = (SELECT min(id) FROM store_sealed)",
}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_moved_from_elsewhere_does_not_open(what: str) -> None:
    from django.db import connection

    from habeas.store.problems import StoreError
    from habeas.store.sealing import open_field

    key = seal()
    seal()
    with connection.cursor() as cursor:
        cursor.execute(TAMPERED[what])
    with pytest.raises(StoreError, match="does not open"):
        open_field(MAX, key, WHO, keys())


REFUSED: dict[str, tuple[Particular, str, tuple[str, ...]]] = {
    "nothing": (ADA, "  ", ("max",)),
    "too much": (ADA, "x" * 20_001, ("max",)),
    "for nobody": (ADA, WORDS, ()),
    "of nobody": (replace(ADA, record="p000000000000"), WORDS, ("max",)),
    "of what is sealed": (replace(ADA, kind=RecordKind.SEALED), WORDS, ("max",)),
}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_sealed_is_refused_and_not_repeated(what: str) -> None:
    from habeas.store import records, sealed_tables
    from habeas.store.problems import RecordRefused
    from habeas.store.sealing import For, seal_field

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    about, words, readers = REFUSED[what]
    with pytest.raises(RecordRefused) as refused:
        seal_field(about, words, For(readers=readers, decision=WHO), keys())
    assert "lamplighter" not in str(refused.value)
    assert not sealed_tables.Sealed.objects.exists()


def test_a_key_is_its_owners_alone_and_lies_apart_from_the_register(store: StorePlace) -> None:
    from habeas.store.keys import KeyMissing, load_keys, make_key
    from habeas.store.problems import StoreError

    place = store.home.parent / "settings" / "key"
    with pytest.raises(KeyMissing, match="not here") as missing:
        load_keys(place)
    assert str(place) in missing.value.where
    with pytest.raises(StoreError, match="in the folder of the register"):
        make_key(store.home / "key", apart_from=store.home)
    assert make_key(place, apart_from=store.home) == 1
    first = load_keys(place).versions[1]
    assert make_key(place, apart_from=store.home) == 2
    assert load_keys(place).versions[1] == first, "what it sealed still opens"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert first.hex() not in repr(load_keys(place))
    place.chmod(0o640)
    with pytest.raises(StoreError, match="others on this machine"):
        load_keys(place)
    place.chmod(0o600)
    place.write_text("# nothing\n1 short\n", encoding="ascii")
    with pytest.raises(StoreError, match="holds no key"):
        load_keys(place)


def test_the_key_is_where_the_system_keeps_settings_unless_a_file_is_named(tmp_path: Path) -> None:
    assert key_place({"HABEAS_KEY": str(tmp_path / "k")}) == tmp_path / "k"
    default = key_place({})
    assert default.name == "key"
    assert default.parent.name == "habeas"


@given(data=st.data(), content=st.binary(max_size=50))
def test_a_report_packed_and_unpacked_is_the_same(data: st.DataObject, content: bytes) -> None:
    report = data.draw(reports)
    whole = SealedReport(report=report, claims=data.draw(claims_of(report)), data=content)
    assert report_from_bytes(report_as_bytes(whole)) == whole


@given(st.binary(max_size=40))
def test_other_bytes_are_no_packed_report(data: bytes) -> None:
    with pytest.raises(NotPlain):
        report_from_bytes(data)


@given(st.lists(st.binary(max_size=600), min_size=2, max_size=2))
def test_the_length_of_what_is_sealed_says_little(contents: list[bytes]) -> None:
    made = [keys().lock("s1", each)[0] for each in contents]
    assert all(len(each) % 256 == 28 for each in made)
    for content, locked in zip(contents, made, strict=True):
        assert not content or len(content) < 4 or content not in locked
