"""Decisions outlive a new reading of their report. All records are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from habeas.model.claims import Act, Claim
from habeas.model.decisions import ClaimDecision
from habeas.register.carrying import carry_decisions
from register.test_deciding import ADA, FREED, JAN, REPORT, TEXT, decision

PARDON = replace(FREED, id="c9", act=Act.PARDON)


def again(claim: Claim, key: str, words: str | None = None) -> Claim:
    """Return the claim as a new reader tells it, resting on other words."""
    start = TEXT.index(words or claim.passage.exact)
    end = start + len(words or claim.passage.exact)
    return replace(claim, id=key, passage=REPORT.passage(start, end))


WIDER = again(FREED, "n1", "Ruritania freed 14 people on 3 January")
CORRECTED = decision("c1", "correct", PARDON)
ADDITION = decision("c9", "add", PARDON)

STORIES: dict[str, tuple[ClaimDecision, list[Claim], list[str], list[str]]] = {
    "a claim that stayed": (decision("c1", "reject"), [FREED, JAN], ["c1"], []),
    "other words of the same": (decision("c1", "reject"), [WIDER, JAN], ["n1"], []),
    "the same of somebody else": (decision("c2", "accept"), [again(ADA, "n2")], [], []),
    "two that it may be": (decision("c1", "accept"), [WIDER, again(FREED, "n3")], [], []),
    "a rejected claim is read no more": (decision("c1", "reject"), [JAN], [], []),
    "a correction of words read otherwise": (CORRECTED, [JAN], ["c1"], ["c1"]),
    "a correction that the reader now makes": (CORRECTED, [again(PARDON, "n4")], [], []),
    "a claim that somebody added": (ADDITION, [FREED], ["c9"], []),
    "an added claim that the reader now finds": (ADDITION, [again(PARDON, "n4")], [], []),
    "the old mistake of other words": (CORRECTED, [WIDER], ["n1"], []),
}


@pytest.mark.parametrize(("made", "claims", "decided", "kept"), STORIES.values(), ids=STORIES)
def test_a_decision_goes_with_what_it_is_about(
    made: ClaimDecision, claims: list[Claim], decided: list[str], kept: list[str]
) -> None:
    carried = carry_decisions([made], [FREED, JAN, ADA], claims)
    assert [each.claim for each in carried.decisions] == decided
    assert [each.id for each in carried.claims] == kept


def test_a_decision_about_the_new_claim_itself_counts_more() -> None:
    made = [decision("c1", "reject"), decision("n1", "accept", hours=1)]
    carried = carry_decisions(made, [FREED], [WIDER])
    assert [(each.claim, each.resolution) for each in carried.decisions] == [("n1", "accept")]


def test_a_claim_kept_for_its_correction_is_part_of_nothing_that_is_gone() -> None:
    made = decision("c2", "correct", replace(JAN, id="c9", act=Act.PARDON))
    (kept,) = carry_decisions([made], [JAN], []).claims
    assert kept == replace(JAN, part_of=None)
