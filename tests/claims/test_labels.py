"""Labels read against the report they label; everyone and everything in it is fictional."""

from __future__ import annotations

import pytest

from habeas.claims.document_fields import InvalidClaims
from habeas.claims.labels import UNKNOWN_DAY, read_labels
from habeas.model.claims import Act, Stance
from habeas.model.reports import Report

TEXT = "If asked, the duke will free nine men. If asked again, nine men more. He freed Ada in May."
REPORT = Report(
    id="a" * 64,
    file="duke.txt",
    url=None,
    media_type="text/plain",
    language="en",
    title="The duke",
    publisher=None,
    published=None,
    retrieved=None,
    text=TEXT,
)
LEAST = {
    "act": "release",
    "stance": "promised",
    "passage": {"exact": "the duke will free nine men"},
}


def test_three_keys_are_enough() -> None:
    (claim,) = read_labels({"claims": [LEAST]}, REPORT)
    assert (claim.act, claim.stance) == (Act.RELEASE, Stance.PROMISED)
    assert claim.passage == REPORT.passage(10, 37)
    assert (claim.count, claim.names, claim.speakers) == (None, (), ())


def test_a_count_needs_only_its_bounds_and_words() -> None:
    label = {**LEAST, "count": {"low": 9, "high": 9, "words": "nine"}}
    (claim,) = read_labels({"claims": [label]}, REPORT)
    assert claim.count
    assert claim.count.is_exact


def test_plain_strings_take_the_roles_and_the_cue_of_the_label() -> None:
    label = {
        "act": "release",
        "stance": "reported",
        "names": ["Ada"],
        "roles": ["smith"],
        "speakers": ["The duke"],
        "cue": "says",
        "when": "in May",
        "part_of": "nine men",
        "passage": {"exact": "He freed Ada in May", "start": TEXT.index("He freed")},
    }
    (claim,) = read_labels({"claims": [label]}, REPORT)
    assert claim.names[0].roles == ("smith",)
    assert claim.speakers[0].cue == "says"
    assert claim.when
    assert (claim.when.edtf.text, claim.when.words) == (UNKNOWN_DAY, "in May")
    assert claim.part_of is None


def test_a_condition_is_looked_for_after_its_passage_and_then_before_it() -> None:
    before = {**LEAST, "condition": {"words": "If asked,"}}
    after = {**LEAST, "condition": {"words": "If asked"}}
    claims = read_labels({"claims": [before, after]}, REPORT)
    starts = [claim.condition.start for claim in claims if claim.condition]
    assert starts == [0, TEXT.index("If asked again")]


BROKEN: dict[str, tuple[object, str]] = {
    "not an object": ([], "has no 'claims'"),
    "no stance": (
        {"claims": [{"act": "release", "passage": {"exact": "He"}}]},
        "claims[0] lacks an act, a stance or a passage",
    ),
    "an act that is none": (
        {"claims": [{**LEAST, "act": "liberate"}]},
        "claims[0].act is not a known act",
    ),
    "words that are not there": (
        {"claims": [{**LEAST, "passage": {"exact": "ten men"}}]},
        "claims[0].passage does not stand in the report there",
    ),
    "words that are there twice": (
        {"claims": [{**LEAST, "passage": {"exact": "nine men"}}]},
        "claims[0].passage stands more than once in the report",
    ),
    "a start where other words stand": (
        {"claims": [{**LEAST, "passage": {"exact": "nine men", "start": 1}}]},
        "claims[0].passage does not stand in the report there",
    ),
    "no words": (
        {"claims": [{**LEAST, "passage": {"start": 1}}]},
        "claims[0].passage has no words",
    ),
    "empty words": (
        {"claims": [{**LEAST, "passage": {"exact": ""}}]},
        "claims[0].passage is empty",
    ),
    "a condition that is not there": (
        {"claims": [{**LEAST, "condition": {"words": "never"}}]},
        "claims[0].condition does not stand in the report",
    ),
}


@pytest.mark.parametrize(("data", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_label_is_refused_with_its_place(data: object, message: str) -> None:
    with pytest.raises(InvalidClaims) as caught:
        read_labels(data, REPORT)
    assert message in str(caught.value)
    assert caught.value.remedy
