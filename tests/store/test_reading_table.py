"""What the reading table shows of a report, to whom. All records are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.fictional import CLAIMS, FREED, HELD, JAN, NOON, REPORT, TEXT, save
from habeas.model.claims import Mention
from habeas.model.decisions import ClaimDecision, Resolution
from habeas.model.restrictions import Level, RecordKind, Restriction, Role, Viewer
from habeas.people import spelling_id
from habeas.register.deciding import addition_id, correction_id

ADAM = Viewer(name="adam", role=Role.REVIEWER)
EVE = Viewer(name="eve", role=Role.READER)
LATER = NOON + timedelta(hours=1)
JAN_CORRECTED = replace(
    JAN, id=correction_id(JAN.id, "adam", NOON), names=(Mention(name="Jan Petrov", age=53),)
)
CORRECTED = ClaimDecision(
    claim=JAN.id,
    resolution=Resolution.CORRECT,
    reason="Jan Petrov is 53",
    by="adam",
    at=NOON,
    correction=JAN_CORRECTED,
)


def restriction(kind: RecordKind, record: str) -> Restriction:
    return Restriction(
        kind=kind,
        record=record,
        level=Level.NAMED,
        readers=("eve",),
        reason="asked for it",
        by="adam",
        at=NOON,
    )


@pytest.mark.usefixtures("store")
def test_a_report_stands_there_with_what_was_decided() -> None:
    from habeas.store.deciding import decide_claim
    from habeas.store.reading_table import load_table

    assert load_table(REPORT.id, EVE) is None
    save()
    decide_claim(CORRECTED)
    found = load_table(REPORT.id, EVE)
    assert found is not None
    assert (found.report.text, found.claims) == (TEXT, CLAIMS)
    assert found.decisions == (CORRECTED,)
    assert found.made == (replace(CORRECTED, correction=None),)
    assert found.whole == {FREED.id, JAN.id, HELD.id, JAN_CORRECTED.id}


@pytest.mark.usefixtures("store")
def test_a_report_for_others_is_not_there() -> None:
    from habeas.store.reading_table import load_table
    from habeas.store.restricting import restrict

    save()
    restrict(restriction(RecordKind.REPORT, REPORT.id))
    assert load_table(REPORT.id, ADAM) is None
    assert load_table(REPORT.id, EVE) is not None


@pytest.mark.usefixtures("store")
def test_a_claim_for_others_and_its_words_are_hidden() -> None:
    from habeas.store.deciding import decide_claim
    from habeas.store.reading_table import load_table
    from habeas.store.restricting import restrict

    save()
    decide_claim(CORRECTED)
    restrict(restriction(RecordKind.CLAIM, JAN.id))
    found = load_table(REPORT.id, ADAM)
    assert found is not None
    assert "Petrov" not in repr(found)
    assert found.made == ()
    assert not found.whole


@pytest.mark.usefixtures("store")
def test_a_person_for_others_is_hidden_in_corrections_additions_and_reasons() -> None:
    from habeas.store.deciding import decide_claim
    from habeas.store.reading_table import load_table
    from habeas.store.restricting import restrict

    save()
    decide_claim(CORRECTED)
    passage = HELD.passage
    added = replace(
        HELD, id=addition_id(passage, "adam", LATER), names=(Mention(name="Jan Petrov"),)
    )
    decide_claim(
        ClaimDecision(
            claim=added.id,
            resolution=Resolution.ADD,
            reason="not read",
            by="adam",
            at=LATER,
            correction=added,
        )
    )
    restrict(restriction(RecordKind.PERSON, spelling_id("Jan Petrov")))
    found = load_table(REPORT.id, ADAM)
    assert found is not None
    assert "Petrov" not in repr(found)
    assert {each.correction.id for each in found.decisions if each.correction} == {
        JAN_CORRECTED.id,
        added.id,
    }
    assert not found.whole, "nobody corrects what they cannot see"
    everything = load_table(REPORT.id, EVE)
    assert everything is not None
    assert "Jan Petrov" in repr(everything)


@pytest.mark.usefixtures("store")
def test_a_decision_on_an_earlier_reading_is_taken_back_where_it_was_made() -> None:
    from habeas.store.deciding import decide_claim
    from habeas.store.reading_table import load_table
    from habeas.store.records import save_reading

    save()
    decide_claim(replace(CORRECTED, resolution=Resolution.ACCEPT, correction=None))
    anew = replace(JAN, id="c00000000000a")
    save_reading(REPORT, TEXT.encode(), [FREED, anew, HELD], at=LATER)
    found = load_table(REPORT.id, EVE)
    assert found is not None
    assert [each.claim for each in found.decisions] == [anew.id]
    assert found.made_on == {anew.id: JAN.id}
    decide_claim(replace(CORRECTED, resolution=Resolution.UNDO, correction=None, at=LATER))
    undone = load_table(REPORT.id, EVE)
    assert undone is not None
    assert undone.decisions == ()
