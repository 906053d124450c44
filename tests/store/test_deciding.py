"""Decisions about claims and assumptions are kept, or refused. All records are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from habeas.model.claims import Act
from habeas.model.decisions import AssumptionDecision, ClaimDecision, Resolution
from habeas.model.reports import Report
from store.changing import APART, REJECTED
from store.test_records import CLAIM, DATA, HOUR, NOON, OWNER, REPORT

ACCEPTED = replace(REJECTED, resolution=Resolution.ACCEPT, at=NOON + HOUR)
UNDONE = replace(REJECTED, resolution=Resolution.UNDO, at=NOON + 2 * HOUR)
CORRECTION = replace(CLAIM, id="c2", act=Act.PARDON)
CORRECTED = replace(REJECTED, resolution=Resolution.CORRECT, correction=CORRECTION)
ADDED = ClaimDecision(
    claim="c2",
    resolution=Resolution.ADD,
    reason="not read",
    by="reviewer",
    at=NOON,
    correction=CORRECTION,
)
ELSEWHERE: Report = replace(REPORT, id="b" * 64)


@pytest.mark.usefixtures("store")
def test_what_was_decided_is_kept_in_order() -> None:
    from habeas.store import deciding, records

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    made = (REJECTED, ACCEPTED, UNDONE, CORRECTED)
    for decision in made:
        assert deciding.decide_claim(decision) == "added"
    assert deciding.decide_claim(REJECTED) == "already there"
    assert deciding.claim_decisions(None) == made
    assert records.load_claims(OWNER) == (CLAIM,), "what was read stays what was read"
    found = records.load_records(OWNER)
    assert (found.claims, found.claim_decisions) == ((CLAIM,), (CORRECTED,))
    undo = replace(UNDONE, at=NOON + 3 * HOUR)
    assert deciding.decide_claim(undo) == "added"
    assert records.load_records(OWNER).claim_decisions == (REJECTED,)
    rejected = replace(REJECTED, claim="c2")
    assert deciding.decide_claim(rejected) == "added", "a correction can be decided on"


@pytest.mark.usefixtures("store")
def test_what_was_decided_about_assumptions_is_kept_in_order() -> None:
    from habeas.store import deciding, records

    undone = replace(APART, resolution=Resolution.UNDO, at=NOON + HOUR)
    assert deciding.decide_assumption(APART) == "added"
    assert deciding.decide_assumption(APART) == "already there"
    assert records.load_records(OWNER).assumption_decisions == (APART,)
    assert deciding.decide_assumption(undone) == "added"
    assert records.load_records(OWNER).assumption_decisions == ()
    assert deciding.assumption_decisions(None) == (APART, undone)


@pytest.mark.usefixtures("store")
def test_what_was_added_is_kept_and_can_be_decided_on() -> None:
    from habeas.store import deciding, records

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    assert deciding.decide_claim(ADDED) == "added"
    assert deciding.decide_claim(ADDED) == "already there"
    rejected = replace(REJECTED, claim="c2", at=NOON + HOUR)
    assert deciding.decide_claim(rejected) == "added"
    assert records.load_records(OWNER).claim_decisions == (ADDED, rejected)
    assert deciding.claim_decisions(None, [REPORT.id]) == (ADDED, rejected)
    for hours in (2, 3):
        deciding.decide_claim(replace(UNDONE, claim="c2", at=NOON + hours * HOUR))
    assert records.load_records(OWNER).claim_decisions == ()


REFUSED: dict[str, ClaimDecision | AssumptionDecision] = {
    "no such claim": replace(REJECTED, claim="c0"),
    "nothing to undo": UNDONE,
    "a correction without a claim": replace(CORRECTED, correction=None),
    "a claim without a correction": replace(REJECTED, correction=CORRECTION),
    "an addition without a claim": replace(ADDED, correction=None),
    "an addition with two ids": replace(ADDED, claim="c3"),
    "an addition of what is there": replace(
        ADDED, claim="c1", correction=replace(CORRECTION, id="c1")
    ),
    "an addition to no report": replace(
        ADDED, correction=replace(CORRECTION, report=ELSEWHERE.id, passage=ELSEWHERE.passage(0, 9))
    ),
    "an assumption added": replace(APART, resolution=Resolution.ADD),
    "an id that is taken": replace(CORRECTED, correction=replace(CORRECTION, id="c1")),
    "words of another report": replace(
        CORRECTED,
        correction=replace(CORRECTION, report=ELSEWHERE.id, passage=ELSEWHERE.passage(0, 9)),
    ),
    "words that are not there": replace(
        CORRECTED,
        correction=replace(CORRECTION, passage=replace(CORRECTION.passage, exact="freed nobody")),
    ),
    "no time zone": replace(REJECTED, at=NOON.replace(tzinfo=None)),
    "a NUL": replace(REJECTED, reason="a\x00b"),
    "an assumption corrected": replace(APART, resolution=Resolution.CORRECT),
    "no assumption to undo": replace(APART, resolution=Resolution.UNDO),
}


def keep(decision: ClaimDecision | AssumptionDecision) -> None:
    from habeas.store import deciding

    if isinstance(decision, ClaimDecision):
        deciding.decide_claim(decision)
    else:
        deciding.decide_assumption(decision)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("fault", REFUSED)
def test_a_decision_that_cannot_be_is_refused_and_nothing_is_kept(fault: str) -> None:
    from habeas.store import records
    from habeas.store.audit import chain_end
    from habeas.store.problems import StoreError

    decision = REFUSED[fault]
    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    with pytest.raises(StoreError) as caught:
        keep(decision)
    assert "Ada" not in str(caught.value)
    assert chain_end().number == 1


@pytest.mark.usefixtures("store")
def test_a_correction_outlives_a_new_reading() -> None:
    from habeas.store import deciding, records

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    deciding.decide_claim(CORRECTED)
    records.save_reading(REPORT, DATA, [], at=NOON + HOUR)
    found = records.load_records(OWNER)
    assert (found.claims, found.claim_decisions) == ((CLAIM,), (CORRECTED,))
    anew = replace(CLAIM, id="c7")
    records.save_reading(REPORT, DATA, [anew], at=NOON + 2 * HOUR)
    found = records.load_records(OWNER)
    assert found.claims == (anew,)
    assert found.claim_decisions == (replace(CORRECTED, claim="c7"),)
