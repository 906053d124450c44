"""Disputes, and what a careful monitor makes of them; `notation` tells how they are written."""

from __future__ import annotations

import re

import pytest

from accounts.disputes.notation import (
    Dispute,
    conflict_words,
    ends,
    hear,
    in_order,
    repair_words,
    sentences_of,
)
from accounts.disputes.tables import DISPUTES
from accounts.disputes.whom import bound_of

every_dispute = pytest.mark.parametrize("dispute", DISPUTES.values(), ids=DISPUTES)


def _that_tell(of: str) -> pytest.MarkDecorator:
    """The disputes that have something to say of bounds, repairs, …"""
    told = {name: d for name, d in DISPUTES.items() if getattr(d, of) not in (None, (), {})}
    return pytest.mark.parametrize("dispute", told.values(), ids=told)


@every_dispute
def test_conflicts(dispute: Dispute) -> None:
    heard = hear(dispute)
    found = [conflict_words(c, heard, dispute.conflicts) for c in heard.account.conflicts]
    assert sorted(found) == sorted(map(in_order, dispute.conflicts))


@every_dispute
def test_a_conflict_is_told_with_every_figure_and_every_speaker(dispute: Dispute) -> None:
    heard = hear(dispute)
    lists = {report.id for report in heard.story.reports if report.is_table}
    for conflict in heard.account.conflicts:
        for claim in heard.claims(conflict.claims):
            if claim.count is not None and claim.report not in lists:
                number = re.findall(r"\d[\d,]*", claim.count.words) or [claim.count.words]
                assert number[0] in conflict.explanation
            if claim.speakers:
                assert claim.speakers[-1].name.removeprefix("a ") in conflict.explanation


@every_dispute
def test_the_arithmetic_of_a_conflict_is_right(dispute: Dispute) -> None:
    for conflict in hear(dispute).account.conflicts:
        for side in conflict.explanation.split(", but "):
            terms, equals, total = side.rpartition(" = ")
            if equals:
                assert sum(map(_first_number, terms.split(" + "))) == _first_number(total)


def _first_number(words: str) -> int:
    found = re.search(r"\d[\d,]*", words)
    assert found is not None, words
    return int(found.group().replace(",", ""))


@_that_tell("repairs")
def test_repairs(dispute: Dispute) -> None:
    heard = hear(dispute)
    assert dispute.repairs is not None
    found = repair_words(heard, dispute.repairs)
    assert sorted(found) == sorted(dispute.repairs)
    weights = [repair.weight for repair in heard.account.repairs]
    assert weights == sorted(weights)


@_that_tell("bounds")
def test_bounds(dispute: Dispute) -> None:
    account = hear(dispute).account
    found = {whom: bound_of(account, whom) for whom in dispute.bounds}
    assert found == dispute.bounds


@_that_tell("unnamed")
def test_unnamed(dispute: Dispute) -> None:
    assert ends(hear(dispute).account.unnamed) == dispute.unnamed


@_that_tell("sentences")
def test_sentences(dispute: Dispute) -> None:
    said = sentences_of(hear(dispute).account)
    for words in dispute.sentences:
        assert any(words in sentence for sentence in said), said


@_that_tell("questions")
def test_questions(dispute: Dispute) -> None:
    asked = hear(dispute).account.questions
    for words in dispute.questions:
        assert any(words in question for question in asked), asked


@every_dispute
def test_revisions(dispute: Dispute) -> None:
    heard = hear(dispute)
    found = [
        " | ".join(
            claim.count.words if claim.count else claim.passage.exact
            for claim in heard.claims(revision.claims)
        )
        for revision in heard.account.revisions
    ]
    expected = [re.sub(r" (?:people|persons)", "", told) for told in dispute.revisions]
    assert found == expected
