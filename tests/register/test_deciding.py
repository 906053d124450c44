"""What decisions about claims and assumptions come to. All records are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from habeas.model.claims import Act, Claim, Mention, Quantity, Stance, TimeMention
from habeas.model.dates import EdtfDate
from habeas.model.decisions import AssumptionDecision, ClaimDecision, Resolution
from habeas.model.editions import Edition
from habeas.model.people import Judgement, MentionKey, Verdict
from habeas.model.reports import Report
from habeas.people.spellings import mention_id
from habeas.register.assemble import Records, assemble_edition
from habeas.register.deciding import (
    addition_id,
    carried_judgements,
    correction_id,
    decide_claims,
    standing_decisions,
)
from stories import tell

NOON = datetime(2026, 1, 4, 12, tzinfo=UTC)
TEXT = "Ruritania freed 14 people on 3 January, among them Jan Petrov and Ada Example of Vorstadt."
REPORT = Report(
    id="a" * 64,
    file="a.txt",
    url=None,
    media_type="text/plain",
    language="en",
    title="Freed",
    publisher="Example Wire",
    published=None,
    retrieved=None,
    text=TEXT,
)


DAY = TimeMention(edtf=EdtfDate.parse("2026-01-03"), words="3 January")


def claim(key: str, words: str, name: str | None = None, part_of: str | None = None) -> Claim:
    start = TEXT.index(words)
    return Claim(
        id=key,
        report=REPORT.id,
        act=Act.RELEASE,
        stance=Stance.REPORTED,
        passage=REPORT.passage(start, start + len(words)),
        by="Ruritania",
        when=DAY,
        count=None if name else Quantity(low=14, high=14, about=None, words="14"),
        names=(Mention(name=name),) if name else (),
        part_of=part_of,
    )


FREED = claim("c1", "freed 14 people")
JAN = claim("c2", "Jan Petrov", "Jan Petrov", part_of="c1")
ADA = claim("c3", "Ada Example", "Ada Example", part_of="c1")
CLAIMS = (FREED, JAN, ADA)
MORE = replace(
    FREED, id="c9", count=Quantity(low=114, high=114, about=None, words="14"), act=Act.PARDON
)


def decision(key: str, word: str, correction: Claim | None = None, hours: int = 0) -> ClaimDecision:
    return ClaimDecision(
        claim=key,
        resolution=Resolution(word),
        reason="misread",
        by="documenter",
        at=NOON + timedelta(hours=hours),
        correction=correction,
    )


def edition(*decisions: ClaimDecision, protected: tuple[str, ...] = ()) -> Edition:
    records = Records(
        reports=(REPORT,), claims=CLAIMS, claim_decisions=decisions, protected=protected
    )
    return published(records)


def published(records: Records) -> Edition:
    return assemble_edition(records, title="Invented", as_of=date(2026, 1, 4), known_at=NOON)


@pytest.mark.parametrize(
    ("words", "stands"),
    {
        "nothing": ("", ""),
        "the last stands": ("reject accept", "accept"),
        "undo brings back what was before": ("accept reject undo", "accept"),
        "undo of the first is undecided": ("reject undo", ""),
        "undo twice": ("accept reject undo undo", ""),
        "decided again after undo": ("reject undo accept", "accept"),
        "undo of nothing is nothing": ("undo reject", "reject"),
        "added, and nothing more": ("add", "add"),
        "added, then decided": ("add accept reject", "add reject"),
        "undo of a decision leaves what was added": ("add reject undo", "add"),
        "undo of what was added takes it back": ("add reject undo undo", ""),
    }.values(),
)
def test_the_last_decision_that_was_not_undone_stands(words: str, stands: str) -> None:
    made = [decision("c1", word, hours=at) for at, word in enumerate(words.split())]
    other = decision("c0", "accept")
    found = standing_decisions([other, *made])
    assert [each.resolution.value for each in found] == ["accept", *stands.split()]


def test_a_rejected_claim_goes_into_no_edition_and_is_counted() -> None:
    before, after = edition(), edition(decision("c2", "reject"))
    assert [each.id for each in before.claims] == ["c1", "c2", "c3"]
    assert [each.id for each in after.claims] == ["c1", "c3"]
    assert (before.rejected, after.rejected) == (0, 1)
    assert "Jan Petrov" in {person.name for person in before.people}
    assert "Jan Petrov" not in {person.name for person in after.people}
    assert edition(decision("c2", "accept")) == before


def test_a_correction_stands_for_what_it_corrects_and_parts_follow() -> None:
    after = edition(decision("c1", "correct", MORE))
    assert {each.id: each.part_of for each in after.claims} == {"c9": None, "c2": "c9", "c3": "c9"}
    assert after.rejected == 0
    gone = edition(decision("c1", "correct", MORE), decision("c9", "reject"))
    assert {each.id: each.part_of for each in gone.claims} == {"c2": None, "c3": None}
    assert gone.rejected == 1


def test_a_correction_can_itself_be_corrected() -> None:
    again = replace(MORE, id="c8", act=Act.EXILE)
    found = edition(decision("c1", "correct", MORE), decision("c9", "correct", again))
    assert [each.act for each in found.claims if each.id == "c8"] == [Act.EXILE]
    assert not {"c1", "c9"} & {each.id for each in found.claims}


def test_a_name_that_is_protected_is_hidden_though_its_claim_is_rejected() -> None:
    found = edition(decision("c3", "reject"), protected=("Ada Example",))
    assert "Ada" not in repr(found)
    assert (found.rejected, found.withheld) == (1, 0)
    corrected = replace(ADA, id="c7", act=Act.DIE)
    found = edition(decision("c3", "correct", corrected), protected=("Ada Example",))
    assert "Ada" not in repr(found)
    assert [each.act for each in found.claims].count(Act.DIE) == 1
    assert found.withheld == 1


def test_a_correction_moves_with_its_words_or_is_left_out_and_counted() -> None:
    made = [decision("c1", "correct", MORE)]
    anew = replace(REPORT, text="Vorstadt. " + TEXT)
    decided = decide_claims([FREED], [anew], made)
    moved = next(each for each in decided.claims if each.id == "c9")
    assert moved.passage == anew.passage(MORE.passage.start + 10, MORE.passage.end + 10)
    gone = decide_claims([FREED], [replace(REPORT, text="Nobody.")], made)
    assert gone.left_out == gone.rejected == {"c1"}


def test_judgements_on_a_mention_follow_its_correction() -> None:
    corrected = replace(JAN, id="c7", act=Act.DIE)
    old, new = (mention_id(MentionKey(claim=key, name="Jan Petrov")) for key in ("c2", "c7"))
    judged = Judgement(
        left=old, right="p1", verdict=Verdict.DIFFERENT, reason="two", by="reviewer", at=NOON
    )
    decided = decide_claims(CLAIMS, [REPORT], [decision("c2", "correct", corrected)])
    assert carried_judgements([judged], decided) == (replace(judged, left=new),)


def test_corrections_have_ids_of_their_own() -> None:
    ids = {correction_id(key, by, NOON) for key in ("c1", "c2") for by in ("a", "b")}
    assert len(ids) == 4


STORY = """
report Daily Example, 2026-01-03
Ministry: release 123 people, by Belarus
Coordination Staff: release 114 civilians, by Belarus, to Ukraine
Ada Example: release 12 people, by Belarus, to Lithuania
"""


@pytest.mark.parametrize("protected", [(), ("Ada Example",)], ids=["open", "redacted"])
def test_a_rejected_assumption_holds_in_no_account(protected: tuple[str, ...]) -> None:
    from habeas.accounts import accounts_of

    story = tell(STORY)
    reports, claims = story.reports, story.claims
    records = Records(reports=reports, claims=claims, protected=protected)
    (made,) = accounts_of(reports, claims)
    assumed = next(each for each in made.assumptions if each.id in made.conflicts[0].assumptions)
    rejected = AssumptionDecision(
        assumption=assumed.id,
        kind=assumed.kind,
        claims=assumed.claims,
        resolution=Resolution.REJECT,
        reason="some went on from one to the other",
        by="reviewer",
        at=NOON,
    )
    before = published(records)
    after = published(replace(records, assumption_decisions=(rejected,)))
    accepted = replace(rejected, resolution=Resolution.ACCEPT)
    assert before.accounts[0].conflicts
    assert not after.accounts[0].conflicts
    assert published(replace(records, assumption_decisions=(accepted,))) == before
    assert not protected or "Ada" not in repr(after)


ADDED = replace(claim("c9", "Vorstadt"), by=None, place="Vorstadt")


def test_what_a_person_adds_is_a_claim_in_its_place_that_can_be_decided_on() -> None:
    add = decision("c9", "add", ADDED)
    assert decide_claims(CLAIMS, [REPORT], [add]).claims == (*CLAIMS, ADDED)
    first = decision("c0", "add", replace(ADDED, id="c0", passage=REPORT.passage(0, 9)))
    assert decide_claims(CLAIMS, [REPORT], [first]).claims[0].id == "c0"
    rejected = decide_claims(CLAIMS, [REPORT], [add, decision("c9", "reject")])
    assert rejected.rejected == {"c9"}
    assert "c9" in {each.id for each in edition(add).claims}


def test_what_a_person_added_moves_with_its_words_or_goes() -> None:
    add = decision("c9", "add", ADDED)
    later = replace(REPORT, text=f"Anew. {TEXT}")
    moved = decide_claims([], [later], [add]).claims[0]
    assert later.text[moved.passage.start : moved.passage.end] == "Vorstadt"
    assert not decide_claims([], [replace(REPORT, text="Nothing.")], [add]).claims


def test_additions_have_ids_of_their_own() -> None:
    passage = ADDED.passage
    ids = {
        addition_id(passage, "documenter", NOON),
        addition_id(passage, "reviewer", NOON),
        addition_id(FREED.passage, "documenter", NOON),
        correction_id("c9", "documenter", NOON),
    }
    assert len(ids) == 4
