"""Claims that anybody writes: what may be left out, and what is wrong said where it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.format import InvalidClaims, claims_document, read_claims_document
from habeas.claims.given import read_given_claims
from habeas.model.claims import Act, SpeakerKind, Stance, Unit
from stories import tell

LEAST = {"act": "release", "stance": "reported", "passage": "nine people were released"}


def read(*claims: Any, **document: Any) -> Any:
    return read_given_claims({"claims": list(claims), **document}, name="notes.json")


def test_what_habeas_writes_is_read_alike() -> None:
    story = tell("""report Daily, 2025-12-13
        Ministry: pardon 123 people, announced, by Belarus, if talks go on
        release 9 people, part of 123
        Ana Example (family): release Ben Example, on 2025-12-12""")
    document = json.loads(json.dumps(claims_document(story.reports, story.claims)))
    found = read_given_claims(document, name="x")
    assert (found.claims, found.problems) == (read_claims_document(document)[1], ())
    (report,), (told,) = found.reports, read_claims_document(document)[0]
    assert report.text == told.text.rstrip()


def test_the_least_claim_is_a_claim() -> None:
    found = read(LEAST)
    (claim,), (report,) = found.claims, found.reports
    assert (claim.act, claim.stance, claim.count) == (Act.RELEASE, Stance.REPORTED, None)
    assert (report.title, report.publisher) == ("notes.json", None)
    assert report.text[claim.passage.start : claim.passage.end] == LEAST["passage"]
    assert found.problems == ()


def test_a_claim_as_a_person_writes_it() -> None:
    claim = {
        **LEAST,
        "count": {"low": 9, "high": 9, "words": "nine"},
        "group": "people",
        "names": ["Ana Example"],
        "speakers": ["the Ministry", {"name": "Ben Example", "kind": "lawyer"}],
        "when": "2025-12-13",
        "condition": "if talks go on",
        "confidence": 0.8,
    }
    (read_,) = read(claim).claims
    assert (read_.count.low, read_.count.high, read_.count.unit) == (9, 9, Unit.PEOPLE)
    assert [one.kind for one in read_.speakers] == [SpeakerKind.UNKNOWN, SpeakerKind.LAWYER]
    assert read_.when.edtf.text == "2025-12-13"
    assert read_.names[0].name == "Ana Example"
    assert read_.condition.words == "if talks go on"


COUNTS = {
    "a number": (9, (9, 9, None, "9")),
    "with a point": ({"low": 9.0, "high": 9.0}, (9, 9, None, "9")),
    "a range": ({"low": 9, "high": 12}, (9, 12, None, "9 to 12")),
    "open above": ({"low": 9}, (9, None, None, "at least 9")),
    "open below": ({"high": 9}, (None, 9, None, "at most 9")),
    "about": ({"about": 1000}, (None, None, 1000.0, "about 1000")),
    "words": ({"words": "dozens"}, (None, None, None, "dozens")),
}


@pytest.mark.parametrize(("count", "expected"), COUNTS.values(), ids=COUNTS)
def test_counts(count: object, expected: tuple[object, ...]) -> None:
    (claim,) = read({**LEAST, "count": count}).claims
    told = claim.count
    assert (told.low, told.high, told.about, told.words) == expected


WRONG = {
    "no object": (7, "claims[1] is not an object"),
    "no act": ({"stance": "reported", "passage": "x"}, "claims[1] lacks 'act'"),
    "no words": ({"act": "release", "stance": "reported"}, "claims[1] lacks 'passage'"),
    "empty words": ({**LEAST, "passage": ""}, "claims[1].passage.exact is empty"),
    "an unknown act": ({**LEAST, "act": "freed"}, "claims[1].act is not a known act"),
    "an unknown stance": ({**LEAST, "stance": "said"}, "claims[1].stance is not a known stance"),
    "less than none": ({**LEAST, "count": -1}, "claims[1].count.low is not a whole number from 0"),
    "half a person": ({**LEAST, "count": 1.5}, "claims[1].count.low is not a whole number from 0"),
    "a count of nobody": ({**LEAST, "count": {}}, "claims[1].count counts nobody"),
    "upside down": ({**LEAST, "count": {"low": 9, "high": 3}}, "claims[1].count has a low above"),
    "a day": ({**LEAST, "when": "13/12/2025"}, "claims[1].when.edtf is not a date"),
    "a misspelt key": ({**LEAST, "speaker": ["A"]}, "claims[1] has a key that looks like"),
    "another length": (
        {**LEAST, "passage": {"exact": "nine", "start": 0, "end": 9}},
        "claims[1].passage has words of another length",
    ),
    "far away": (
        {**LEAST, "passage": {"exact": "nine", "start": 2**50}},
        "claims[1] lies too far down its report",
    ),
    "other words there": (
        {**LEAST, "passage": {"exact": "ten", "start": 0}},
        "claims[1] and an earlier claim give different words",
    ),
    "an id twice": ({**LEAST, "id": "first"}, "claims[1] has the id of an earlier claim"),
    "half a character": ({**LEAST, "group": "\ud800"}, "claims[1] has half of a character"),
}


@pytest.mark.parametrize(("claim", "what"), WRONG.values(), ids=WRONG)
def test_one_bad_claim_stops_nothing_else(claim: Any, what: str) -> None:
    good = {**LEAST, "id": "first", "passage": {"exact": LEAST["passage"], "start": 0}}
    found = read(good, claim, {**LEAST, "id": "last"})
    assert [one.id for one in found.claims] == ["first", "last"]
    (problem,) = found.problems
    assert problem.what.startswith(what)
    assert problem.remedy


def test_a_bad_value_of_a_report_costs_that_value_alone() -> None:
    reports = [{"id": "r1", "publisher": "Daily Example", "published": "yesterday"}]
    found = read({**LEAST, "report": "r1"}, reports=reports)
    assert (found.reports[0].publisher, found.reports[0].published) == ("Daily Example", None)
    assert [one.what for one in found.problems] == [
        "reports[0].published is not a date that habeas reads"
    ]


def test_a_claim_says_its_report_where_there_are_several() -> None:
    found = read(LEAST, {**LEAST, "report": "b"}, reports=[{"id": "a"}, {"id": "b"}])
    assert [claim.report for claim in found.claims] == ["b"]
    assert found.problems[0].what == "claims[0] lacks 'report'"


def test_a_report_that_is_not_listed_is_known_by_its_id() -> None:
    found = read({**LEAST, "report": "https://news.example/9"})
    assert found.reports[0].title == "https://news.example/9"


def test_a_list_of_claims_and_a_line_of_an_archive_are_documents() -> None:
    assert len(read_given_claims([LEAST], name="x").claims) == 1
    line = {"format": "habeas-reading/1", "report": {"id": "r"}, "claims": [LEAST]}
    assert read_given_claims(line, name="x").claims[0].report == "r"


@pytest.mark.parametrize("data", [None, 3, "x", {}, {"claims": 3}, {"format": "x", "claims": []}])
def test_what_is_no_document_of_claims_is_refused(data: object) -> None:
    with pytest.raises(InvalidClaims) as error:
        read_given_claims(data, name="x")
    assert error.value.remedy


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
keys = st.sampled_from(
    [*LEAST, "count", "names", "speakers", "when", "condition", "term", "part_of", "report", "id"]
)
claims = st.dictionaries(keys, values).map(lambda more: {**LEAST, **more}) | values


@given(st.lists(claims, max_size=4))
def test_any_document_gives_claims_or_problems_and_never_a_fault(told: list[Any]) -> None:
    found = read(*told)
    assert len(found.claims) + len(found.problems) == len(told)
    reports = {report.id: report for report in found.reports}
    for claim in found.claims:
        text = reports[claim.report].text
        assert text[claim.passage.start : claim.passage.end] == claim.passage.exact


LOOSE = {
    "part of nothing": {**LEAST, "id": "c9", "part_of": "c8"},
    "part of itself": {**LEAST, "id": "c9", "part_of": "c9"},
}


@pytest.mark.parametrize("claim", LOOSE.values(), ids=LOOSE)
def test_a_part_of_what_is_not_there_is_kept_as_no_part(claim: Any) -> None:
    found = read({**LEAST, "id": "first"}, claim, {**LEAST, "id": "last"})
    assert [(one.id, one.part_of) for one in found.claims] == [
        ("first", None),
        ("c9", None),
        ("last", None),
    ]
    (problem,) = found.problems
    assert problem.what.startswith("claims[1] is part of a claim that is not there")


def test_a_day_in_words_is_kept_as_words() -> None:
    (claim,) = read({**LEAST, "when": "earlier in the year"}).claims
    assert claim.when is not None
    assert (claim.when.words, claim.when.edtf.text) == ("earlier in the year", "XXXX")


def test_a_condition_may_be_written_as_a_passage_is() -> None:
    (claim,) = read({**LEAST, "condition": {"exact": "if talks go on"}}).claims
    assert claim.condition is not None
    assert claim.condition.words == "if talks go on"
