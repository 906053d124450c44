"""What an account looks like: goldens, and laws that hold for any page and any text."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cli.disputed import DISPUTED, DISPUTED_CLAIMS, DISPUTED_REPORTS
from cli.fictional import (
    ACCOUNT,
    BRIDGE,
    CLAIMS,
    EARLIER,
    MAR,
    MARCH,
    PARDON,
    PLEDGE,
    REPORTS,
    SEA,
    exactly,
    figure,
    person,
    said_by,
)
from cli.showing import GOLDENS, account_lines, claim_lines, page_of, plain
from habeas.cli.account_figures import figure_rows, sums, voices_of
from habeas.cli.account_people import people_rows
from habeas.cli.account_rows import earlier_rows, pledge_rows
from habeas.cli.account_sheet import USUAL, headline, sheet_of
from habeas.cli.sheet import Library, Row, Sum
from habeas.model.accounts import Account, Bounds, Finding, Naming
from habeas.model.claims import Act, Claim, Quantity, Stance
from habeas.model.people import ProposedMatch

LIBRARY = Library(REPORTS, CLAIMS)
FOLDER = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("name", GOLDENS)
def test_golden(name: str) -> None:
    assert GOLDENS[name]() == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [20, 32, 40, 59, 60, 61, 72, 80, 100])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    disputed = account_lines(width, (DISPUTED,), DISPUTED_REPORTS, DISPUTED_CLAIMS)
    for line in [*account_lines(width), *disputed, *claim_lines(width)]:
        assert line.cell_len <= width, line.plain


hostile = st.text(st.characters(), max_size=40) | st.sampled_from(
    [
        "\x1b[2J",
        "许志永获释" * 9,
        "w" * 90,
        "نرگس محمدی",
        "\u202e123",
        "e" + "\u0301" * 30,
        "🏴‍☠️" * 9,
    ]
)


@given(hostile, hostile, hostile, st.integers(20, 100))
def test_no_text_of_a_report_breaks_a_line_or_steers_the_terminal(
    title: str, group: str, question: str, width: int
) -> None:
    account = replace(
        ACCOUNT,
        event=replace(ACCOUNT.event, title=title, place=group),
        questions=(question,),
    )
    claims = [
        replace(
            claim,
            group=group,
            by=title,
            names=tuple(replace(name, roles=(title,)) for name in claim.names),
            speakers=tuple(replace(speaker, name=group) for speaker in claim.speakers),
        )
        for claim in CLAIMS
    ]
    reports = [replace(report, title=title, publisher=group) for report in REPORTS]
    for line in account_lines(width, (account, EARLIER), reports, claims):
        assert cell_len(line.plain) <= width
        assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in line.plain)


@given(hostile, hostile, st.integers(20, 100))
def test_no_sentence_of_an_account_breaks_a_line(words: str, speaker: str, width: int) -> None:
    account = replace(
        DISPUTED,
        conflicts=tuple(replace(one, explanation=words) for one in DISPUTED.conflicts),
        assumptions=tuple(replace(one, reason=words) for one in DISPUTED.assumptions),
        bounds=tuple(replace(one, of=words) for one in DISPUTED.bounds),
        figures=tuple(replace(one, population=(("group", words),)) for one in DISPUTED.figures),
        settling=(words,),
    )
    claims = [
        replace(claim, speakers=tuple(replace(one, name=speaker) for one in claim.speakers))
        for claim in DISPUTED_CLAIMS
    ]
    for line in account_lines(width, (account,), DISPUTED_REPORTS, claims):
        assert cell_len(line.plain) <= width
        assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in line.plain)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=8), st.integers(20, 100))
def test_a_bar_fills_the_body_and_shows_every_part(shares: list[float], width: int) -> None:
    page = page_of(width)
    bar = page.bar(shares).plain
    assert len(bar) == page.body_width
    assert set(bar) == {page.shade(place) for place in range(len(shares))}


def rows_of(account: Account, label: str, most_people: int = 12) -> tuple[object, ...]:
    extent = replace(USUAL, people=most_people)
    sheet = sheet_of(account, LIBRARY, others=[EARLIER], extent=extent)
    sections = [section for block in sheet.blocks for section in block]
    return next((section.rows for section in sections if section.label == label), ())


def test_a_sum_is_drawn_where_the_numbers_add_up() -> None:
    (row,) = rows_of(ACCOUNT, "Adds up")
    assert isinstance(row, Sum)
    assert (row.total.words, [part.words for part in row.parts]) == ("24", ["18", "6"])


def test_a_sum_that_does_not_add_up_is_only_told() -> None:
    for words in ("24 = 12 + 6", "24 = 20 + 4", "24 and 6"):
        wrong = Finding(explanation=words, claims=(PARDON.id, SEA.id))
        (row,) = rows_of(replace(ACCOUNT, sums=(wrong,)), "Adds up")
        assert isinstance(row, Row)
        assert row.rest == words


def test_equal_terms_of_a_sum_are_told_by_whom_they_count() -> None:
    said = [
        replace(BRIDGE, id="all", count=exactly(6), group="foreigners"),
        replace(BRIDGE, id="lv", count=exactly(2), group="Latvians"),
        replace(BRIDGE, id="pl", count=exactly(2), group="Poles"),
        replace(BRIDGE, id="de", count=exactly(2), group="Germans"),
    ]
    finding = Finding(explanation="6 = 2 + 2 + 2", claims=tuple(claim.id for claim in said))
    account = replace(ACCOUNT, figures=tuple(figure(claim) for claim in said), sums=(finding,))
    (drawn,) = sums(account, Library(REPORTS, said))
    assert isinstance(drawn, Sum)
    assert [part.rest for part in drawn.parts] == ["Latvians", "Poles", "Germans"]
    account = replace(account, sums=(replace(finding, claims=("all", "lv", "pl")),))
    assert isinstance(sums(account, Library(REPORTS, said))[0], Row)


BOUNDS = {
    (121, 121): "121 not named",
    (98, 121): "98 to 121 not named",
    (98, None): "at least 98 not named",
    (0, 3): "at most 3 not named",
    (0, 0): "0 not named",
    (None, None): "",
}


@pytest.mark.parametrize("bounds", BOUNDS)
def test_how_many_are_not_named(bounds: tuple[int | None, int | None]) -> None:
    account = replace(ACCOUNT, unnamed=Bounds(low=bounds[0], high=bounds[1]))
    told = [part for part in headline(account, LIBRARY) if part.endswith("not named")]
    assert "".join(told) == BOUNDS[bounds]


def test_what_is_announced_is_not_called_done() -> None:
    assert headline(ACCOUNT, LIBRARY)[0] == "24 announced"
    told = [replace(c, stance=Stance.REPORTED) if c.id == PARDON.id else c for c in CLAIMS]
    assert headline(ACCOUNT, Library(REPORTS, told))[0] == "24 pardoned"


def test_names_beyond_the_most_are_counted() -> None:
    rows = rows_of(ACCOUNT, "Named", most_people=1)
    rests = [row.rest for row in rows if isinstance(row, Row)]
    # Two spellings that may be one person's are never parted.
    assert rests[:3] == [", printer", ", perhaps", "more person (--all names them)"]


def test_an_account_of_one_report_points_without_its_number() -> None:
    claims = [claim for claim in CLAIMS if claim.report == REPORTS[2].id]
    account = replace(EARLIER, figures=(), event=replace(EARLIER.event, claims=(), reports=()))
    text = plain(account_lines(80, (account,), REPORTS[2:], claims))
    assert "72–213: characters 72 to 213; see habeas read" in text


def test_a_number_in_words_is_told_in_digits_and_doubt_in_words() -> None:
    text = plain(account_lines(80))
    assert "6 people" in text
    assert "roughly 300 people" in text


def claim_by(number: int, *names: str) -> Claim:
    return replace(BRIDGE, id=f"b{number}", speakers=said_by(*names))


def test_equal_figures_stand_in_one_row_with_every_voice_once() -> None:
    said = [claim_by(1, "Radio"), claim_by(2, "Radio"), claim_by(3, "Envoy"), claim_by(4)]
    account = replace(ACCOUNT, figures=tuple(figure(claim) for claim in said), sums=())
    (row,) = figure_rows(account.figures, account, Library(REPORTS, said))
    voices = [(voice.words, len(voice.pointers)) for voice in row.voices]
    assert voices == [("Radio", 2), ("Envoy", 1), ("unsourced", 1)]


def test_where_no_report_names_a_source_the_reports_are_the_voices() -> None:
    said = [claim_by(1), replace(claim_by(2), report=REPORTS[0].id)]
    account = replace(ACCOUNT, figures=tuple(figure(claim) for claim in said), sums=())
    (row,) = figure_rows(account.figures, account, Library(REPORTS, said))
    assert [voice.words for voice in row.voices] == ["report 2", "Ellery Gazette"]


def test_one_figure_told_as_several_acts_is_one_row_that_says_the_acts() -> None:
    said = [
        replace(BRIDGE, id="b1", act=Act.RELEASE),
        replace(BRIDGE, id="b2", act=Act.PARDON, group="prisoners"),
        replace(BRIDGE, id="b3", act=Act.PARDON, group=None),
    ]
    account = replace(ACCOUNT, figures=tuple(figure(claim) for claim in said), sums=())
    (row,) = figure_rows(account.figures, account, Library(REPORTS, said))
    assert (row.strong, row.rest) == ("18", "people, pardon or release")


def test_all_who_crossed_a_border_are_all_where_all_are_as_many() -> None:
    crossed = replace(BRIDGE, id="b1", speakers=said_by("Radio"))
    all_ = replace(BRIDGE, id="b2", act=Act.RELEASE, speakers=said_by("Envoy"))
    abroad = replace(figure(crossed), population=(("destination", "LT"),))
    account = replace(ACCOUNT, figures=(abroad, figure(all_)), sums=())
    (row,) = figure_rows(account.figures, account, Library(REPORTS, [crossed, all_]))
    assert [voice.words for voice in row.voices] == ["Radio", "Envoy"]
    assert row.rest == "people, exile or release"
    account = replace(ACCOUNT, figures=(abroad,), sums=())
    (row,) = figure_rows(account.figures, account, Library(REPORTS, [crossed]))
    assert row.rest == "people to Lithuania, exile"


def test_the_headline_is_of_all_and_not_of_a_part() -> None:
    over = Quantity(low=201, high=None, about=None, words="Over 200")
    all_ = replace(BRIDGE, id="b1", act=Act.RELEASE, count=over)
    part = replace(BRIDGE, id="b2", act=Act.RELEASE, part_of="b1")
    account = replace(ACCOUNT, figures=(figure(all_), figure(part)), sums=())
    library = Library(REPORTS, [*CLAIMS, all_, part])
    assert headline(account, library)[0] == "over 200 freed"


VOICES = {
    "announced and done by one voice": (("Radio", "announced"), ("Radio", "reported"), ["Radio"]),
    "announced by one, done by another": (
        ("Radio", "announced"),
        ("Envoy", "reported"),
        ["Radio announced", "Envoy"],
    ),
    "a surname": (("Vale", "reported"), ("Tom Vale", "reported"), ["Tom Vale"]),
    "an article": (("the Ministry", "denied"), ("Ministry", "denied"), ["Ministry denied"]),
}


@pytest.mark.parametrize(("one", "other", "expected"), VOICES.values(), ids=VOICES)
def test_a_voice_is_told_once(
    one: tuple[str, str], other: tuple[str, str], expected: list[str]
) -> None:
    said = [
        replace(claim_by(number, name), stance=Stance(stance))
        for number, (name, stance) in enumerate((one, other))
    ]
    found = voices_of(said, Library(REPORTS, said))
    assert [voice.words for voice in found] == expected


def test_the_official_of_a_report_is_the_one_it_has_named() -> None:
    said = [claim_by(1, "a Norland official"), claim_by(2, "the official")]
    (voice,) = voices_of(said[1:], Library(REPORTS, said))
    assert voice.words == "a Norland official"


def test_equal_numbers_of_other_people_stay_apart() -> None:
    other = replace(BRIDGE, id="b9", group="printers")
    printers = replace(figure(other), population=(("group", "printers"),))
    account = replace(ACCOUNT, figures=(figure(BRIDGE), printers), sums=(), agreed=())
    rows = figure_rows(account.figures, account, Library(REPORTS, [BRIDGE, other]))
    assert [row.rest for row in rows] == ["people, exile", "printers, exile"]


def test_a_voice_of_a_voice_is_told_with_both() -> None:
    said = claim_by(1, "State Radio", "Envoy")
    account = replace(ACCOUNT, figures=(figure(said),), sums=())
    (row,) = figure_rows(account.figures, account, Library(REPORTS, [said]))
    assert row.voices[0].words == "Envoy via State Radio"


def test_three_spellings_that_may_be_one_person_are_one_proposal() -> None:
    people = ("Maria", "Marya", "Mariya")
    account = replace(
        ACCOUNT,
        people=tuple(person(name, name, Naming.NAMED, MAR) for name in people),
        matches=tuple(
            ProposedMatch(left=left, right=right, score=0.9, reason="alike")
            for left, right in combinations(people, 2)
        ),
    )
    rows = [row for row in rows_of(account, "Named") if isinstance(row, Row)]
    assert [(row.strong, row.rest, row.depth) for row in rows] == [
        ("Maria", ", named once", 0),
        ("Mariya", ", perhaps", 1),
        ("Marya", ", perhaps", 1),
        ("21 to 22", "not named", 0),
        ("", "“perhaps”: the names sound alike; nobody has merged them", 0),
    ]
    assert headline(account, LIBRARY)[1] == "1 to 3 named"


def test_released_is_not_free() -> None:
    deported = replace(MAR, id="m2", act=Act.EXILE, place="Lithuania", speakers=said_by("Radio"))
    account = replace(ACCOUNT, people=(person("p1", "Ada Mar", Naming.CONFIRMED, MAR, deported),))
    library = Library(REPORTS, [*CLAIMS, deported])
    (row,) = (r for r in people_rows(account, library) if r.strong == "Ada Mar")
    assert row.rest == ", confirmed; deported to Lithuania (Radio)"


def test_promised_and_delivered_stand_side_by_side_by_whose_account() -> None:
    done = replace(PLEDGE, id="p2", stance=Stance.REPORTED, condition=None)
    (promised, delivered) = pledge_rows((PLEDGE.id, "p2"), Library(REPORTS, [PLEDGE, done]))
    assert [voice.words for voice in promised.voices] == ["Norland promised"]
    assert [voice.words for voice in delivered.voices] == ["Norland reported"]
    assert (promised.depth, delivered.depth) == (0, 1)


def test_an_earlier_release_is_one_row_with_what_else_is_told_of_it() -> None:
    part = replace(MARCH, id="x1", count=exactly(2), group="nurses", part_of=MARCH.id)
    part = replace(part, speakers=said_by("Radio"))
    claims = [*CLAIMS, part]
    march = replace(EARLIER, event=replace(EARLIER.event, claims=(MARCH.id, "x1")))
    account = replace(ACCOUNT, earlier=(MARCH.id, "x1"))
    (row,) = earlier_rows(account, [march], Library(REPORTS, claims))
    assert (row.strong, row.rest) == ("9", "strikers, March 2031; 2 nurses (Radio)")
    assert [voice.words for voice in row.voices] == ["Ellery Gazette"]


def test_what_is_told_elsewhere_is_no_open_question() -> None:
    account = replace(ACCOUNT, questions=("21 of 24 are not named.", "By what criteria?"))
    (row,) = rows_of(account, "Open")
    assert isinstance(row, Row)
    assert row.rest == "By what criteria?"


def test_a_promise_said_more_fully_elsewhere_keeps_its_own_words() -> None:
    fuller = replace(PLEDGE, id="p2", object="sanctions on herring and nets", condition=None)
    account = replace(ACCOUNT, pledges=(PLEDGE.id, "p2"))
    rows = pledge_rows(account.pledges, Library(REPORTS, [PLEDGE, fuller]))
    assert [(row.rest, row.depth, row.notes) for row in rows] == [
        ("ease sanctions on herring and nets", 0, ()),
        ("ease sanctions on herring", 1, ("condition: if talks continue",)),
    ]
