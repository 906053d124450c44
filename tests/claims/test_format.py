"""The claims format: what goes out comes back the same, and broken documents are refused.

Everyone and everything in it is fictional.
"""

from __future__ import annotations

import copy
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from habeas.claims.format import (
    MAX_CHARACTERS,
    InvalidClaims,
    claims_document,
    read_claims_document,
)
from habeas.model.claims import (
    Act,
    Claim,
    Condition,
    Mention,
    Quantity,
    Speaker,
    SpeakerKind,
    Stance,
    Term,
    TermKind,
    TimeMention,
    Unit,
)
from habeas.model.dates import EdtfDate
from habeas.model.reports import Report

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/reference/habeas-claims-1.schema.json").read_text("utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)


def report_of(text: str, file: str | None = "bulletin.txt") -> Report:
    return Report(
        id=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        file=file,
        url=None,
        media_type="text/plain",
        language="en",
        title="A fictional bulletin",
        publisher="Port Ellery Gazette",
        published=EdtfDate.parse("2031-05"),
        retrieved=None,
        text=text,
    )


TEXT = "The ministry said 40 detainees, among them Ada Marr, will go home if talks continue."


def example() -> tuple[Report, tuple[Claim, ...]]:
    report = report_of(TEXT)
    whole = Claim(
        id="c1",
        report=report.id,
        act=Act.RELEASE,
        stance=Stance.ANNOUNCED,
        passage=report.passage(18, 30),
        count=Quantity(low=40, high=40, about=None, words="40"),
        group="detainees",
        condition=Condition(words=TEXT[66:83], start=66, end=83),
        speakers=(Speaker(name="The ministry", kind=SpeakerKind.GOVERNMENT, cue="said"),),
        when=TimeMention(edtf=EdtfDate.parse("2031-05/.."), words="soon"),
    )
    one = Claim(
        id="c2",
        report=report.id,
        act=Act.RELEASE,
        stance=Stance.ANNOUNCED,
        passage=report.passage(32, 51),
        names=(Mention(name="Ada Marr", roles=("printer",), nationality="LT", age=34),),
        part_of="c1",
        charges=("unlawful assembly",),
        term=Term(kind=TermKind.SENTENCE, duration="P1Y6M", words="a year and a half"),
    )
    return report, (whole, one)


def document() -> dict[str, Any]:
    report, claims = example()
    written: dict[str, Any] = json.loads(json.dumps(claims_document([report], claims)))
    return written


def test_a_document_has_every_key_of_the_format_in_its_order() -> None:
    written = document()
    assert list(written) == ["format", "reports", "claims"]
    assert written["reports"] == [
        {
            "id": written["claims"][0]["report"],
            "file": "bulletin.txt",
            "url": None,
            "title": "A fictional bulletin",
            "publisher": "Port Ellery Gazette",
            "published": "2031-05",
            "language": "en",
            "length": len(TEXT),
        }
    ]
    assert written["claims"][0] == {
        "id": "c1",
        "report": written["reports"][0]["id"],
        "act": "release",
        "stance": "announced",
        "count": {"low": 40, "high": 40, "about": None, "words": "40", "unit": "people"},
        "group": "detainees",
        "names": [],
        "nationalities": [],
        "part_of": None,
        "by": None,
        "object": None,
        "charges": [],
        "term": None,
        "place": None,
        "when": {"edtf": "2031-05/..", "words": "soon"},
        "condition": {"words": "if talks continue", "start": 66, "end": 83},
        "speakers": [{"name": "The ministry", "kind": "government", "cue": "said"}],
        "passage": {
            "start": 18,
            "end": 30,
            "exact": "40 detainees",
            "prefix": "The ministry said ",
            "suffix": ", among them Ada Marr, will go h",
        },
    }


def test_claims_come_back_as_they_were() -> None:
    _, claims = example()
    assert read_claims_document(document())[1] == claims


def test_a_report_that_comes_back_has_its_length_and_its_quoted_words() -> None:
    (report,), claims = read_claims_document(document())
    assert len(report.text) == len(TEXT)
    for claim in claims:
        passage = claim.passage
        assert report.text[passage.start : passage.end] == passage.exact


def test_what_a_report_does_not_quote_comes_back_blank() -> None:
    text = "x" * 500 + "nine freed" + "y" * 500
    report = report_of(text)
    claim = Claim(
        id="c",
        report=report.id,
        act=Act.RELEASE,
        stance=Stance.REPORTED,
        passage=report.passage(500, 510),
    )
    (back,), _ = read_claims_document(claims_document([report], [claim]))
    assert back.text == " " * 468 + "x" * 32 + "nine freed" + "y" * 32 + " " * 468


@pytest.mark.parametrize(
    ("file", "media_type"),
    [("list.csv", "text/csv"), ("page.html", "text/html"), ("a.txt", "text/plain"), (None, None)],
)
def test_the_media_type_is_told_by_the_file_name(file: str | None, media_type: str | None) -> None:
    (back,), _ = read_claims_document(claims_document([report_of(TEXT, file)], []))
    assert back.media_type == (media_type or "text/plain")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Ada Marr", True),
        ("U.S. envoy", False),
        ("许志永", True),
        ("a Nobel laureate", False),
        ("Noura al-Example", True),
        ("an al-qaeda-linked man", False),
    ],
)
def test_a_description_is_not_taken_for_a_name(words: str, named: bool) -> None:
    broken = document()
    broken["claims"][1]["names"][0]["name"] = words
    assert read_claims_document(broken)[1][1].names[0].named is named


BROKEN: dict[str, tuple[str, object, str]] = {
    # story: (path to set, value, what the error says)
    "another version": ("format", "habeas-claims/2", "format is not 'habeas-claims/1'"),
    "reports that are no list": ("reports", {}, "reports is not a list"),
    "an act that is none": ("claims.0.act", "freed", "claims[0].act is not a known act"),
    "a stance that is none": ("claims.0.stance", 3, "claims[0].stance is not a text"),
    "a count in words": ("claims.0.count.low", "forty", "claims[0].count.low is not a whole"),
    "a count below nothing": ("claims.0.count.low", -1, "claims[0].count.low is not a whole"),
    "true for one": ("claims.0.count.low", True, "claims[0].count.low is not a whole"),
    "a count beyond JSON": ("claims.0.count.high", 2**53, "claims[0].count.high is not a whole"),
    "an infinite guess": ("claims.0.count.about", 1e999, "claims[0].count.about is not a number"),
    "a unit that is none": ("claims.0.count.unit", "souls", "claims[0].count.unit is not a known"),
    "a state in words": ("claims.1.names.0.nationality", "Lithuania", "nationality is not a state"),
    "a day that never was": ("claims.0.when.edtf", "2031-02-30", "when.edtf is not a date"),
    "an empty name": ("claims.1.names.0.name", "", "claims[1].names[0].name is empty"),
    "an id that is no digest": ("reports.0.id", "r1", "claims[0] belongs to a report that is not"),
    "a key that is unknown": ("claims.0.colour", "red", "claims[0] has a key that the format"),
    "a claim that is no object": ("claims.0", "c1", "claims[0] is not an object"),
    "a length in words": ("reports.0.length", "long", "reports[0].length is not a whole number"),
}
CONTRADICTING: dict[str, tuple[str, object, str]] = {
    "an id used twice": ("claims.1.id", "c1", "claims[1].id is the id of an earlier claim"),
    "a part of nothing": ("claims.1.part_of", "c9", "claims[1] is part of a claim that is not"),
    "a part of itself": ("claims.1.part_of", "c2", "claims[1] is part of a claim that is not"),
    "an unknown report": ("claims.0.report", "f" * 64, "claims[0] belongs to a report"),
    "low above high": ("claims.0.count.low", 41, "claims[0].count has a low above its high"),
    "words of another length": ("claims.0.passage.end", 31, "passage has words of another length"),
    "words beyond the end": ("reports.0.length", 20, "lies outside its report"),
    "context before the start": (
        "claims.0.passage.prefix",
        "x" * 32,
        "claims[0].passage lies outside its report",
    ),
    "two texts for one place": (
        "claims.1.passage.exact",
        "among them Ida Marr",
        "and another passage give different words",
    ),
    "more text than memory": ("reports.0.length", MAX_CHARACTERS + 1, "the reports have"),
}


def changed(path: str, value: object) -> dict[str, Any]:
    broken = copy.deepcopy(document())
    keys = [int(key) if key.isdigit() else key for key in path.split(".")]
    place: Any = broken
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = value
    return broken


@pytest.mark.parametrize("story", [*BROKEN, *CONTRADICTING])
def test_a_broken_document_is_refused_and_the_place_is_named(story: str) -> None:
    path, value, said = {**BROKEN, **CONTRADICTING}[story]
    with pytest.raises(InvalidClaims) as caught:
        read_claims_document(changed(path, value))
    assert said in caught.value.what
    assert caught.value.remedy
    assert not re.search("Ada|Ida", str(caught.value))


@pytest.mark.parametrize("story", BROKEN)
def test_the_schema_refuses_it_too(story: str) -> None:
    path, value, _ = BROKEN[story]
    if value == 1e999 or value == "2031-02-30":
        return  # JSON cannot write the first; a schema has no calendar for the second
    assert not VALIDATOR.is_valid(changed(path, value))


@pytest.mark.parametrize("key", [k for k in document()["claims"][0] if k != "term"])
def test_a_claim_without_one_of_its_keys_is_refused_by_both(key: str) -> None:
    broken = document()
    del broken["claims"][0][key]
    assert not VALIDATOR.is_valid(broken)
    with pytest.raises(InvalidClaims):
        read_claims_document(broken)


def test_a_document_of_an_earlier_day_without_terms_and_ages_is_read() -> None:
    older = document()
    for claim in older["claims"]:
        del claim["term"]
        for name in claim["names"]:
            del name["age"]
    assert VALIDATOR.is_valid(older)
    found = read_claims_document(older)[1]
    assert [claim.term for claim in found] == [None, None]
    assert [name.age for claim in found for name in claim.names] == [None]


@pytest.mark.parametrize("data", [None, [], "habeas-claims/1", 7, {}, {"format": "x"}])
def test_what_is_no_document_is_refused(data: object) -> None:
    with pytest.raises(InvalidClaims):
        read_claims_document(data)


def test_the_schema_is_a_schema_and_knows_every_act_stance_kind_and_unit() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    claim, kinds = SCHEMA["$defs"]["claim"]["properties"], SCHEMA["$defs"]["speaker"]["properties"]
    assert claim["act"]["enum"] == [act.value for act in Act]
    assert claim["stance"]["enum"] == [stance.value for stance in Stance]
    assert kinds["kind"]["enum"] == [kind.value for kind in SpeakerKind]
    assert SCHEMA["$defs"]["count"]["properties"]["unit"]["enum"] == [unit.value for unit in Unit]
