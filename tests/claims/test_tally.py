"""A reading set beside labels: when the two agree, and that as many as can be are paired.

Everyone and everything in it is fictional.
"""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.sailors import LABELS, TEXT, labelled
from habeas.claims.tally import Tally, agrees, overlap, tally, total
from habeas.model.claims import Claim

CHANGES: dict[str, tuple[str, dict[str, object], bool]] = {
    "the same": ("forty", {}, True),
    "another act": ("forty", {"act": "pardon"}, False),
    "another stance is a matter of the field": ("forty", {"stance": "confirmed"}, True),
    "a group called otherwise too": ("forty", {"group": "seafarers"}, True),
    "exactly 40 is not about 40": (
        "forty",
        {"count": {"low": 40, "high": 40, "words": "40"}},
        False,
    ),
    "other words for the same count": (
        "twelve",
        {"count": {"low": 12, "high": 12, "words": "12"}},
        True,
    ),
    "names beside a labelled count": ("forty", {"names": ["Ada Lund"]}, True),
    "a count beside a labelled name": (
        "ada",
        {"count": {"low": 1, "high": 1, "words": "x"}},
        True,
    ),
    "a name in capitals": ("ada", {"names": ["ADA LUND"]}, True),
    "two names for one": ("ada", {"names": ["Ada Lund", "Bo Lund"]}, False),
    "a count where nobody is counted": (
        "ban",
        {"count": {"low": 2, "high": 2, "words": "x"}},
        False,
    ),
    "the article of a speaker": ("forty", {"speakers": ["Union of Sailors"]}, True),
    "a longer chain": ("forty", {"speakers": ["Example Wire", "the Union of Sailors"]}, True),
    "another speaker": ("forty", {"speakers": ["the duke"]}, False),
    "no speaker": ("forty", {"speakers": []}, False),
    "a speaker too many": ("twelve", {"speakers": ["the duke"]}, False),
    "half the passage": ("twelve", {"passage": {"exact": "Twelve sailors "}}, True),
    "less than half of it": ("twelve", {"passage": {"exact": "Twelve"}}, False),
    "more than twice as much": ("twelve", {"passage": {"exact": TEXT}}, False),
    "with the condition taken in": (
        "ban",
        {
            "condition": None,
            "passage": {"exact": "The duke will lift the ban, if the ships come home"},
        },
        True,
    ),
}


@pytest.mark.parametrize(("name", "change", "expected"), CHANGES.values(), ids=CHANGES)
def test_a_claim_agrees_with_a_label(name: str, change: dict[str, object], expected: bool) -> None:
    label = LABELS[name]
    claim, gold = labelled({**label, **change}, label)
    assert agrees(claim, gold) is expected


def test_what_is_missed_and_what_is_extra() -> None:
    labels = labelled(LABELS["forty"], LABELS["twelve"])
    found = labelled(LABELS["ban"], LABELS["forty"])
    result = tally(found, labels)
    assert [(pair.found, pair.label) for pair in result.found] == [(found[1], labels[0])]
    assert result.missed == (labels[1],)
    assert result.extra == (found[0],)
    assert (result.recall, result.precision) == (0.5, 0.5)


def test_every_field_has_its_score() -> None:
    (label,) = labelled(LABELS["ban"])
    (claim,) = labelled(
        {**LABELS["ban"], "stance": "expected", "object": "a BAN", "by": "the duke"}
    )
    scores = {
        one.field: (one.labelled, one.read, one.agree) for one in tally([claim], [label]).fields
    }
    assert scores["stance"] == (1, 1, 0)
    assert scores["object"] == (1, 1, 1)
    assert scores["by"] == (0, 1, 0)
    assert scores["place"] == (0, 0, 0)


def test_of_nothing_there_is_no_share() -> None:
    empty = tally([], [])
    assert (empty.found, empty.recall, empty.precision) == ((), None, None)
    assert total([]) == empty


CLAIMS = st.builds(
    lambda name, change, start, end: labelled(
        {**LABELS[name], **change, "passage": {"exact": TEXT[start:end], "start": start}}
    )[0],
    st.sampled_from(sorted(LABELS)),
    st.sampled_from([{}, {"stance": "denied"}, {"speakers": []}, {"names": ["Ada Lund"]}]),
    st.integers(0, 3),
    st.sampled_from([6, 9, 69]),
)
READINGS = st.lists(CLAIMS, max_size=5)


@given(READINGS, READINGS)
def test_every_claim_and_every_label_is_counted_once(
    found: list[Claim], labels: list[Claim]
) -> None:
    result = tally(found, labels)
    assert len(result.found) + len(result.missed) == len(labels)
    assert len(result.found) + len(result.extra) == len(found)
    assert all(agrees(pair.found, pair.label) for pair in result.found)


@given(READINGS, READINGS)
def test_no_other_pairing_finds_more(found: list[Claim], labels: list[Claim]) -> None:
    shorter, longer = sorted((found, labels), key=len)
    most = max(
        sum(
            agrees(left, right) if shorter is found else agrees(right, left)
            for left, right in zip(shorter, order, strict=False)
        )
        for order in permutations(longer)
    )
    assert len(tally(found, labels).found) == most


@given(READINGS)
def test_a_reading_agrees_with_itself(claims: list[Claim]) -> None:
    result = tally(claims, claims)
    assert not result.missed
    assert not result.extra


@given(CLAIMS, CLAIMS)
def test_overlap_is_a_share_and_the_same_both_ways(left: Claim, right: Claim) -> None:
    assert 0 <= overlap(left, right) == overlap(right, left) <= 1
    assert overlap(left, left) == 1


@given(st.lists(st.tuples(READINGS, READINGS), max_size=3))
def test_a_total_adds_up(readings: list[tuple[list[Claim], list[Claim]]]) -> None:
    tallies = [tally(found, labels) for found, labels in readings]
    whole: Tally = total(tallies)
    assert len(whole.found) == sum(len(one.found) for one in tallies)
    assert len(whole.missed) == sum(len(one.missed) for one in tallies)
    assert len(whole.extra) == sum(len(one.extra) for one in tallies)
    for number, score in enumerate(whole.fields):
        assert score.agree == sum(one.fields[number].agree for one in tallies)
        assert score.agree <= min(score.labelled, score.read)
