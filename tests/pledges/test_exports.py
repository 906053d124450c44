"""Pledges for other programs. Every promise here is invented."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.format import read_claims_document
from habeas.pledges.arrange import Arranged, arrange
from habeas.pledges.exports import COLUMNS, as_calendar, deals_document, rows_of, sanctions_of
from habeas.pledges.exports.calendar import escaped
from stories import tell

STAMP = datetime(2031, 6, 1, 12, tzinfo=UTC)
DAY = date(2031, 6, 15)


def arranged(text: str) -> Arranged:
    story = tell(text)
    return arrange(story.reports, story.claims, ())


def lines_of(feed: bytes) -> list[str]:
    """The lines of a feed, unfolded (RFC 5545, section 3.1)."""
    assert feed.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in feed.split(b"\r\n"))
    return feed.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]


PROMISE = """report A, 2031-05-02
    Envoy: ease-sanctions, promised, by Norway, about the airline Vorstadt Air within 30 days"""


def feed_of(text: str, on: date = DAY) -> list[str]:
    found = arranged(text)
    return lines_of(as_calendar(found.chains, found.told, on=on, stamp=STAMP))


def test_a_due_date_is_an_event_of_one_day() -> None:
    lines = feed_of(PROMISE)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20310601" in lines
    assert "DTEND;VALUE=DATE:20310602" in lines
    assert "DTSTAMP:20310601T120000Z" in lines
    (summary,) = [line for line in lines if line.startswith("SUMMARY:")]
    assert summary.endswith("(promised\\, overdue)")
    (description,) = [line for line in lines if line.startswith("DESCRIPTION:")]
    assert "By the account of Envoy: within 30 days." in description


def test_the_feed_of_another_day_has_the_same_uid() -> None:
    uids = [
        [line for line in feed_of(PROMISE, on) if line.startswith("UID:")]
        for on in (date(2031, 5, 3), DAY)
    ]
    assert uids[0] == uids[1]
    assert len(uids[0]) == 1


def test_nothing_due_is_an_empty_calendar() -> None:
    lines = feed_of("ease-sanctions, promised, by Norway, about potash")
    assert "BEGIN:VEVENT" not in lines


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a, b; c", r"a\, b\; c"),
        ("back\\slash", r"back\\slash"),
        ("two\r\nlines", r"two\nlines"),
        ("\x1b[31mred\x00", "[31mred"),
    ],
)
def test_text_is_escaped(text: str, value: str) -> None:
    assert escaped(text) == value


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_text_breaks_out_of_its_line(words: str) -> None:
    told = escaped(words)
    assert "\n" not in told
    assert "\r" not in told


def test_long_lines_are_folded_between_characters() -> None:
    wide = "Ж" * 200
    lines = feed_of(f"""report A, 2031-05-02
        ease-sanctions, promised, by Norway, about {wide} within 30 days""")
    assert any(wide in line for line in lines)


def test_a_target_and_its_sanction() -> None:
    found = arranged(PROMISE)
    target, sanction = sanctions_of(found.chains, found.told, on=DAY)
    assert (target["schema"], target["properties"]) == ("LegalEntity", {"name": ["Vorstadt Air"]})
    properties = sanction["properties"]
    assert isinstance(properties, dict)
    assert properties["entity"] == [target["id"]]
    assert properties["authority"] == ["Norway"]
    assert properties["country"] == ["no"]


def test_goods_are_no_target() -> None:
    found = arranged("ease-sanctions, promised, by Norway, about exports of potash")
    assert list(sanctions_of(found.chains, found.told, on=DAY)) == []


def test_a_state_is_a_target_with_its_country() -> None:
    found = arranged("ease-sanctions, promised, by Norway, about Iceland")
    target, _ = sanctions_of(found.chains, found.told, on=DAY)
    assert target["properties"] == {"name": ["Iceland"], "country": ["is"]}


def test_rows_have_the_columns_they_say() -> None:
    rows = list(rows_of(arranged(PROMISE), DAY))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert [dict(zip(COLUMNS, row, strict=True))["what"] for row in rows] == [
        "promised",
        "overdue",
    ]


def test_the_document_quotes_every_claim_it_cites() -> None:
    document = deals_document(arranged(PROMISE), on=DAY)
    quoted = {key: document[key] for key in ("reports", "claims")}
    reports, claims = read_claims_document({"format": "habeas-claims/1", **quoted})
    assert [report.publisher for report in reports] == ["A"]
    assert len(claims) == 1
