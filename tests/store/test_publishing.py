"""An Edition goes out in steps, by its digest. All records are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest

from habeas.model.publishing import ProposalState, PublishingRule
from habeas.model.restrictions import Owner
from habeas.register.edition_file import read_edition
from habeas.store.decisions import Decision
from store.changing import NAMED_ONLY, WHO, keys, seal
from store.test_records import CLAIM, DATA, NOON, REPORT

DAY = date(2026, 1, 4)
ANNA = Decision(by="anna", at=NOON, reason="the week's news")
BEN = Decision(by="ben", at=NOON, reason="read it all")
SECOND = PublishingRule(approvals=1, reason="two pairs of eyes", by="ada", at=NOON)


def fill() -> None:
    from habeas.store import records

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)


@pytest.mark.usefixtures("store")
def test_an_edition_is_proposed_and_its_very_bytes_go_out() -> None:
    from habeas.store import publishing
    from habeas.store.audit import settled_moment
    from habeas.store.problems import RecordRefused
    from habeas.store.verifying import verify_records

    fill()
    made = publishing.propose_edition("Ruritania", DAY, ANNA)
    draft = publishing.draft_file(made).read_bytes()
    assert sha256(draft).hexdigest() == made.digest
    assert made.state is ProposalState.READY, "no register asks for a second person at first"
    assert publishing.load_past_editions() == ()
    before = settled_moment()
    place = publishing.publish_proposal(made.number, ANNA)
    assert publishing.edition_at(before) is None
    assert publishing.edition_at(settled_moment()) == publishing.load_past_editions()[0]
    assert place.read_bytes() == draft
    assert publishing.load_proposal(made.number).state is ProposalState.PUBLISHED
    (past,) = publishing.load_past_editions()
    assert (past.digest, past.by, past.file_kept) == (made.digest, "anna", True)
    assert publishing.past_edition_file(made.digest).read_bytes() == draft
    assert verify_records()[1] is None
    with pytest.raises(RecordRefused, match="has gone out"):
        publishing.publish_proposal(made.number, ANNA)


@pytest.mark.usefixtures("store")
def test_a_second_person_approves_that_very_file_where_the_register_asks_for_it() -> None:
    from habeas.store import publishing
    from habeas.store.problems import RecordRefused

    fill()
    publishing.decide_rule(SECOND)
    made = publishing.propose_edition("Ruritania", DAY, ANNA)
    assert made.state is ProposalState.WAITING
    with pytest.raises(RecordRefused, match="nobody else has approved"):
        publishing.publish_proposal(made.number, BEN)
    with pytest.raises(RecordRefused, match="cannot approve it"):
        publishing.decide_approval(made.number, ANNA, approved=True)
    approved = publishing.decide_approval(made.number, BEN, approved=True)
    assert (approved.state, approved.approved_by) == (ProposalState.READY, ("ben",))
    with pytest.raises(RecordRefused, match="already"):
        publishing.decide_approval(made.number, BEN, approved=True)
    back = publishing.decide_approval(made.number, BEN, approved=False)
    assert (back.state, back.approved_by) == (ProposalState.WAITING, ())
    with pytest.raises(RecordRefused, match="did not approve"):
        publishing.decide_approval(made.number, BEN, approved=False)
    publishing.decide_approval(made.number, BEN, approved=True)
    publishing.publish_proposal(made.number, ANNA)
    publishing.decide_rule(replace(SECOND, approvals=0))
    assert publishing.publishing_rule().approvals == 0
    with pytest.raises(RecordRefused):
        publishing.decide_rule(replace(SECOND, approvals=2))


@pytest.mark.usefixtures("store")
def test_any_change_of_the_register_makes_a_proposal_void_with_its_approval() -> None:
    from habeas.store import edition_files, publishing
    from habeas.store.problems import RecordRefused
    from habeas.store.restricting import restrict

    fill()
    made = publishing.propose_edition("Ruritania", DAY, ANNA)
    publishing.decide_approval(made.number, BEN, approved=True)
    restrict(NAMED_ONLY)
    assert publishing.load_proposal(made.number).state is ProposalState.VOID
    for act in (
        lambda: publishing.publish_proposal(made.number, ANNA),
        lambda: publishing.decide_approval(made.number, BEN, approved=False),
    ):
        with pytest.raises(RecordRefused, match="has changed since"):
            act()
    assert not edition_files.edition_place().exists()
    anew = publishing.propose_edition("Ruritania", DAY, ANNA)
    assert anew.digest != made.digest
    assert "Ada" not in repr(read_edition(publishing.draft_file(anew)))


@pytest.mark.usefixtures("store")
def test_what_changes_nothing_of_an_edition_leaves_a_proposal_as_it_is() -> None:
    from habeas.store import publishing
    from habeas.store.sealing import open_field

    fill()
    key = seal(1)
    made = publishing.propose_edition("Ruritania", DAY, ANNA)
    open_field(Owner(name="somebody"), key, WHO, keys())
    assert publishing.load_proposal(made.number).state is ProposalState.READY


@pytest.mark.usefixtures("store")
def test_an_edition_that_went_out_meanwhile_makes_other_proposals_void() -> None:
    from habeas.store import publishing

    fill()
    first = publishing.propose_edition("Ruritania", DAY, ANNA)
    second = publishing.propose_edition("Ruritania", DAY + timedelta(days=1), ANNA)
    publishing.publish_proposal(second.number, ANNA)
    states = {each.number: each.state for each in publishing.load_proposals()}
    assert states == {first.number: ProposalState.VOID, second.number: ProposalState.PUBLISHED}


@pytest.mark.usefixtures("store")
def test_a_draft_that_is_another_does_not_go_out() -> None:
    from habeas.store import publishing
    from habeas.store.problems import StoreError

    fill()
    made = publishing.propose_edition("Ruritania", DAY, ANNA)
    place = publishing.draft_file(made)
    place.write_bytes(place.read_bytes() + b"\0")
    with pytest.raises(StoreError, match="no longer what it was"):
        publishing.publish_proposal(made.number, ANNA)
    place.unlink()
    with pytest.raises(StoreError, match="gone"):
        publishing.publish_proposal(made.number, ANNA)
    assert publishing.load_past_editions() == ()


@pytest.mark.usefixtures("store")
def test_nothing_but_an_edition_is_replaced() -> None:
    from habeas.store import edition_files, publishing
    from habeas.store.problems import StoreError

    fill()
    made = publishing.propose_edition("Ruritania", DAY, ANNA)
    edition_files.edition_place().write_text("a shopping list", encoding="utf-8")
    with pytest.raises(StoreError, match="no Edition"):
        publishing.publish_proposal(made.number, ANNA)
    assert edition_files.edition_place().read_text(encoding="utf-8") == "a shopping list"


@pytest.mark.usefixtures("store")
def test_there_must_be_something_to_publish() -> None:
    from habeas.store import publishing
    from habeas.store.problems import RecordRefused

    with pytest.raises(RecordRefused, match="nothing to publish"):
        publishing.propose_edition("Ruritania", DAY, ANNA)
    fill()
    with pytest.raises(RecordRefused, match="nothing to publish"):
        publishing.propose_edition(" ", DAY, ANNA)
    with pytest.raises(RecordRefused):
        publishing.load_proposal(9)
