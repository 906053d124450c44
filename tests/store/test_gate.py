"""Who may see what of the register, on both databases. All records are invented."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from habeas.model.claims import Act, Claim, Mention, Stance
from habeas.model.people import Judgement, Verdict
from habeas.model.reports import Report
from habeas.model.restrictions import (
    PUBLIC_VIEWER,
    Asker,
    Level,
    Owner,
    RecordKind,
    Restriction,
    Role,
    Viewer,
)
from habeas.people import resolve_people, spelling_id
from habeas.register.assemble import open_records
from habeas.store.decisions import Decision, Outcome
from store.test_records import NOON, REPORT

TEXT = (
    "Officials of Ruritania freed Ada Example on Monday. "
    "Ben Miller was moved to the camp at Blackwater. "
    "Ada Example was held for two years."
)
DATA = TEXT.encode()
OTHER = b"In Ruritania, Ada Xample met the press."
EVE = Viewer(name="eve", role=Role.ADMINISTRATOR)
MAX = Viewer(name="max", role=Role.READER)
OWNER = Owner(name="owner")


def report_of(data: bytes) -> Report:
    text = data.decode()
    return replace(REPORT, id=sha256(data).hexdigest(), text=text, title="Freed in Ruritania")


def claim(key: str, report: Report, words: str, *names: str, act: Act = Act.RELEASE) -> Claim:
    start = report.text.index(words)
    return Claim(
        id=key,
        report=report.id,
        act=act,
        stance=Stance.REPORTED,
        passage=report.passage(start, start + len(words)),
        names=tuple(Mention(name=name) for name in names),
    )


FIRST, SECOND = report_of(DATA), report_of(OTHER)
FREED = claim("c1", FIRST, TEXT[:51], "Ada Example")
MOVED = claim("c2", FIRST, TEXT[52:99], "Ben Miller", act=Act.TRANSFER)
HELD = claim("c3", FIRST, TEXT[100:], "Ada Example", act=Act.HOLD)
MET = claim("c4", SECOND, OTHER.decode(), "Ada Xample", act=Act.MEET)
SAME = Judgement(
    left=spelling_id("Ada Example"),
    right=spelling_id("Ada Xample"),
    verdict=Verdict.SAME,
    reason="one woman",
    by="reviewer",
    at=NOON,
)
DECIDED = Decision(by="reviewer", at=NOON, reason="changed our mind")


def fill() -> None:
    from habeas.store import records

    records.save_reading(FIRST, DATA, [FREED, MOVED, HELD], at=NOON)
    records.save_reading(SECOND, OTHER, [MET], at=NOON)
    records.save_judgement(SAME)


def restriction(
    kind: RecordKind, record: str, level: Level = Level.NAMED, *readers: str
) -> Restriction:
    return Restriction(
        kind=kind,
        record=record,
        level=level,
        readers=readers or (("max",) if level in (Level.NAMED, Level.SEALED) else ()),
        reason="they asked for it",
        by="reviewer",
        at=NOON,
    )


def told_to(viewer: Asker) -> str:
    """Everything that a viewer is shown, as text."""
    from habeas.store import records

    found = records.load_records(viewer)
    return repr(open_records(found) if viewer == PUBLIC_VIEWER else (found.reports, found.claims))


@pytest.mark.usefixtures("store")
def test_a_report_is_for_those_who_are_named() -> None:
    from habeas.store import records
    from habeas.store.gate import gate_for
    from habeas.store.problems import RecordRefused
    from habeas.store.restricting import restrict

    fill()
    assert restrict(restriction(RecordKind.REPORT, FIRST.id)) is Outcome.ADDED
    assert restrict(restriction(RecordKind.REPORT, FIRST.id)) is Outcome.ALREADY_THERE
    for viewer in (PUBLIC_VIEWER, EVE):
        assert records.load_reports(viewer) == (SECOND,)
        assert records.load_claims(viewer) == (MET,)
        assert "Blackwater" not in told_to(viewer)
        assert gate_for(viewer).reading(FIRST, [FREED]) is None
        with pytest.raises(RecordRefused):
            records.load_original(viewer, FIRST.id)
    for asker in (MAX, OWNER):
        assert len(records.load_reports(asker)) == 2
        assert records.load_original(asker, FIRST.id) == DATA


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("kind", "record"),
    [(RecordKind.CLAIM, FREED.id), (RecordKind.PERSON, spelling_id("Ada Example"))],
)
def test_an_original_is_for_those_from_whom_nothing_that_it_may_hold_is_hidden(
    kind: RecordKind, record: str
) -> None:
    from habeas.store import records
    from habeas.store.problems import RecordRefused
    from habeas.store.restricting import restrict

    fill()
    assert records.load_original(EVE, FIRST.id) == DATA
    restrict(restriction(kind, record))
    with pytest.raises(RecordRefused):
        records.load_original(EVE, FIRST.id)
    assert records.load_original(MAX, FIRST.id) == DATA


LEVELS: dict[str, tuple[Level, bool, bool, bool]] = {
    "public": (Level.PUBLIC, True, True, True),
    "register": (Level.REGISTER, False, True, True),
    "named": (Level.NAMED, False, False, True),
    "sealed": (Level.SEALED, False, False, True),
}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("level", LEVELS)
def test_levels(level: str) -> None:
    from habeas.store.gate import gate_for
    from habeas.store.restricting import restrict

    fill()
    chosen, everybody, register, named = LEVELS[level]
    restrict(restriction(RecordKind.REPORT, FIRST.id, chosen))
    assert gate_for(PUBLIC_VIEWER).sees_report(FIRST.id) is everybody
    assert gate_for(EVE).sees_report(FIRST.id) is register
    assert gate_for(MAX).sees_report(FIRST.id) is named
    assert gate_for(OWNER).sees_report(FIRST.id)


@pytest.mark.usefixtures("store")
def test_the_words_of_a_claim_are_hidden_with_every_claim_that_rests_on_them() -> None:
    from habeas.store import records
    from habeas.store.restricting import restrict

    fill()
    restrict(restriction(RecordKind.CLAIM, MOVED.id))
    for viewer in (PUBLIC_VIEWER, EVE):
        shown = told_to(viewer)
        assert "Blackwater" not in shown
        assert "Miller" not in shown
        assert "Ada Example was held" in shown
    left = records.load_records(EVE)
    assert {each.id for each in left.claims} == {"c1", "c3", "c4"}
    public = open_records(records.load_records(PUBLIC_VIEWER))
    assert FIRST.id not in {report.id for report in public.reports}, (
        "its bytes would confirm a guess"
    )
    assert "Blackwater" in told_to(MAX)


@pytest.mark.usefixtures("store")
def test_a_person_is_hidden_in_every_spelling_that_judgements_join() -> None:
    from habeas.store import records
    from habeas.store.gate import gate_for
    from habeas.store.restricting import restrict

    fill()
    restrict(restriction(RecordKind.PERSON, spelling_id("Ada Example")))
    for viewer in (PUBLIC_VIEWER, EVE):
        shown = told_to(viewer)
        assert "Ada" not in shown
        assert "ample on" not in shown
        assert "Xample" not in shown
        assert "Ben Miller" in shown
    people = resolve_people([FREED, MOVED, HELD, MET], [SAME])
    gate = gate_for(EVE)
    assert [each.name for each in gate.people(people)] == ["Ben Miller"]
    assert gate.judgements([SAME]) == ()
    assert records.load_decisions(EVE) == ((), ())
    assert len(records.load_records(EVE).claims) == 4, "what is told of her still counts"
    assert "Ada" in told_to(MAX)


@pytest.mark.usefixtures("store")
def test_what_is_restricted_since_is_hidden_from_what_was_known_before() -> None:
    from habeas.store import records
    from habeas.store.audit import settled_moment
    from habeas.store.restricting import restrict, undo_restriction

    fill()
    before = settled_moment()
    restrict(restriction(RecordKind.REPORT, FIRST.id))
    during = settled_moment()
    assert records.load_reports(PUBLIC_VIEWER, known_at=before) == (SECOND,)
    assert len(records.load_past_records(PUBLIC_VIEWER, known_at=before).reports) == 2
    undo_restriction(RecordKind.REPORT, FIRST.id, DECIDED)
    assert len(records.load_reports(PUBLIC_VIEWER)) == 2
    assert len(records.load_reports(PUBLIC_VIEWER, known_at=before)) == 2
    assert records.load_reports(PUBLIC_VIEWER, known_at=during) == (SECOND,), "as it was then"


@pytest.mark.usefixtures("store")
def test_restrictions_are_taken_back_one_by_one() -> None:
    from habeas.store.gate import gate_for
    from habeas.store.problems import RecordRefused
    from habeas.store.restricting import load_restrictions, restrict, undo_restriction
    from habeas.store.verifying import verify_records

    fill()
    restrict(restriction(RecordKind.REPORT, FIRST.id, Level.REGISTER))
    restrict(restriction(RecordKind.REPORT, FIRST.id))
    again = undo_restriction(RecordKind.REPORT, FIRST.id, DECIDED)
    assert again.level is Level.REGISTER
    assert gate_for(EVE).sees_report(FIRST.id)
    assert undo_restriction(RecordKind.REPORT, FIRST.id, DECIDED).level is Level.PUBLIC
    with pytest.raises(RecordRefused):
        undo_restriction(RecordKind.REPORT, FIRST.id, DECIDED)
    assert [each.stands for each in load_restrictions()] == [False, False, False, True]
    assert verify_records()[1] is None


@pytest.mark.usefixtures("store")
def test_a_protected_name_that_only_a_restricted_report_has_protects_other_spellings() -> None:
    from habeas.store import records
    from habeas.store.restricting import restrict

    fill()
    records.protect_name("Ada Example", DECIDED)
    restrict(restriction(RecordKind.REPORT, FIRST.id))
    assert "Xample" not in told_to(PUBLIC_VIEWER)


REFUSED = {
    "no such report": restriction(RecordKind.REPORT, "0" * 64),
    "no such claim": restriction(RecordKind.CLAIM, "c9"),
    "nobody of that id": restriction(RecordKind.PERSON, "p000000000000"),
    "nobody is named": replace(restriction(RecordKind.CLAIM, "c1"), readers=()),
    "readers of what all may see": replace(
        restriction(RecordKind.CLAIM, "c1", Level.REGISTER), readers=("max",)
    ),
}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_restricted_is_refused(what: str) -> None:
    from habeas.store.problems import RecordRefused
    from habeas.store.restricting import load_restrictions, restrict

    fill()
    with pytest.raises(RecordRefused):
        restrict(REFUSED[what])
    assert load_restrictions() == ()
