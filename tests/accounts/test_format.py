"""The account format against its schema. Everyone and every release here is invented."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.accounts import accounts_of
from habeas.accounts.format import account_document
from habeas.accounts.hedges import hard_bounds, soft_bounds
from habeas.model.claims import Quantity
from stories import quantity, tell

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/reference/habeas-account-1.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

STORY = """report Daily, 2025-12-13
Belarusian authorities: pardon 123 people, announced, by Belarus
Embassy: release Ana Example, confirmed, by Belarus, to Lithuania
release 114 people, by Belarus, to Ukraine
release 9 people, by Belarus, to Lithuania
Envoy: ease-sanctions, promised, by United States, about potash, if talks go on
withhold, by Belarus, about the criteria
A: hold 1,197 people
B: hold about 700 people, for treason
C: release 99 people, by Belarus
release 52 people, by Belarus, on 2025-09-11"""


def _document(text: str) -> dict[str, object]:
    story = tell(text)
    accounts = accounts_of(story.reports, story.claims)
    document = account_document(accounts, story.claims, story.reports)
    read: dict[str, object] = json.loads(json.dumps(document))
    return read


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_document_follows_the_schema() -> None:
    document = _document(STORY)
    VALIDATOR.validate(document)
    assert document["format"] == "habeas-account/1"


def test_nothing_said_is_an_empty_document() -> None:
    document = account_document((), (), ())
    VALIDATOR.validate(document)
    assert document == {"format": "habeas-account/1", "events": []}


def test_a_claim_that_is_not_given_is_left_out() -> None:
    story = tell(STORY)
    document = account_document(accounts_of(story.reports, story.claims), (), ())
    VALIDATOR.validate(document)


def test_a_conflict_of_the_usual_reading_alone_is_tight() -> None:
    events = _document(STORY)["events"]
    assert isinstance(events, list)
    tight = {c["explanation"][:30]: c["tight"] for c in events[0]["conflicts"]}
    assert tight == {
        "Figures of those freed differ:": False,
        "114 people to Ukraine (Daily) ": False,
        "Figures of those still held di": True,
    }


LINES = st.lists(st.sampled_from(STORY.splitlines()[1:]), min_size=1, unique=True)


@settings(max_examples=40)
@given(LINES)
def test_every_document_follows_the_schema(lines: list[str]) -> None:
    VALIDATOR.validate(_document("\n".join(["report Daily, 2025-12-13", *lines])))


HEDGES = {
    "123": ((123, 123), (123, 123)),
    "more than 100": ((101, None), (101, None)),
    "at least 80": ((80, None), (80, None)),
    "up to 50": ((None, 50), (None, 50)),
    "between 120 and 300": ((120, 300), (120, 300)),
    "about 1,000": ((None, None), (500, 1500)),
    "dozens": ((24, None), (24, 99)),
    "several": ((2, None), (2, 9)),
}


@pytest.mark.parametrize(("words", "tiers"), HEDGES.items(), ids=HEDGES)
def test_words_exclude_and_words_mean(
    words: str, tiers: tuple[tuple[int | None, int | None], tuple[int | None, int | None]]
) -> None:
    hard, soft = hard_bounds(quantity(words)), soft_bounds(quantity(words))
    assert ((hard.low, hard.high), (soft.low, soft.high)) == tiers


def test_nearly_is_not_far_below() -> None:
    soft = soft_bounds(Quantity(low=None, high=99, about=None, words="nearly 100"))
    assert (soft.low, soft.high) == (85, 99)
