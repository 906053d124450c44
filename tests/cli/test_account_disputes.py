"""What an account shows of figures that do not add up. Everyone here is invented."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from python_calamine import CalamineWorkbook

from cli.disputed import (
    ASHORE,
    DISPUTED,
    DISPUTED_CLAIMS,
    DISPUTED_REPORTS,
    SAME,
    TWICE,
)
from cli.fictional import ACCOUNT, BRIDGE, EARLIER, PARDON, ROUGHLY, WATCHED, figure
from cli.showing import page_of, plain
from habeas.accounts.format import account_document
from habeas.cli.account_blocks import table_lines
from habeas.cli.account_conflicts import conflict_sentences, derived_rows, repair_rows
from habeas.cli.account_files import as_xlsx
from habeas.cli.account_sheet import EVERYTHING, USUAL, Extent, sheet_of
from habeas.cli.account_steps import steps_of
from habeas.cli.account_table import column_words, figure_tables
from habeas.cli.account_text import what_if_hint
from habeas.cli.sheet import Library, Row, Sentence
from habeas.model.accounts import Account, AssumptionKind, Bound, Bounds, Repair
from habeas.model.claims import Stance

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/reference/habeas-account-1.schema.json").read_text("utf-8"))
LIBRARY = Library(DISPUTED_REPORTS, DISPUTED_CLAIMS)


def sentences(account: Account) -> list[Sentence]:
    return [one for one in conflict_sentences(account, LIBRARY) if isinstance(one, Sentence)]


def test_a_conflict_points_to_the_words_of_everybody_in_it() -> None:
    first, _ = sentences(DISPUTED)
    assert first.words == DISPUTED.conflicts[0].explanation
    places = {pointer for voice in first.voices for pointer in voice.pointers}
    assert places == {LIBRARY.pointer(id_) for id_ in DISPUTED.conflicts[0].claims}


def test_who_says_the_same_is_told_too() -> None:
    likewise = replace(DISPUTED.conflicts[0], likewise=(WATCHED.id,))
    (first,) = sentences(replace(DISPUTED, conflicts=(likewise,)))
    assert "Harbour Watch" in [voice.words for voice in first.voices]


def test_what_a_conflict_takes_for_granted_can_be_rejected_by_its_id() -> None:
    first, second = sentences(DISPUTED)
    assert [(note.words, note.id) for note in first.notes] == [
        (SAME.reason, SAME.id[:7]),
        (TWICE.reason, TWICE.id[:7]),
    ]
    assert [note.words for note in second.notes] == ["Only if “roughly 300” is read as usual."]


def test_that_reports_tell_of_one_event_is_assumed_in_one_line() -> None:
    same = [
        replace(SAME, id=f"a{n}234567890abc", kind=AssumptionKind.SAME_EVENT, claims=(claim.id,))
        for n, claim in enumerate((BRIDGE, ASHORE))
    ]
    conflict = replace(DISPUTED.conflicts[0], assumptions=(same[0].id, same[1].id, TWICE.id))
    account = replace(DISPUTED, conflicts=(conflict,), assumptions=(*same, TWICE))
    (sentence,) = sentences(account)
    assert [(note.words, note.id) for note in sentence.notes] == [
        (TWICE.reason, TWICE.id[:7]),
        ("What reports 2 and 4 tell is taken to be of this event.", "a023456, a123456"),
    ]


def test_everything_that_is_assumed_is_listed_where_everything_is_asked_for() -> None:
    def assumed(extent: Extent) -> list[object]:
        sheet = sheet_of(DISPUTED, LIBRARY, others=[], extent=extent)
        sections = [section for block in sheet.blocks for section in block]
        return [row for section in sections if section.label == "Assumed" for row in section.rows]

    assert assumed(USUAL) == []
    assert assumed(EVERYTHING) == [
        Row(strong="a1b2c3d", rest=SAME.reason),
        Row(strong="a9f8e7d", rest=TWICE.reason),
    ]


def test_a_sentence_that_says_how_it_is_read_is_not_repeated() -> None:
    told = "312 are more than roughly 300, if that is read as usual."
    tight = replace(DISPUTED.conflicts[1], explanation=told)
    (sentence,) = sentences(replace(DISPUTED, conflicts=(tight,)))
    assert sentence.notes == ()


def test_conflicts_beyond_the_most_are_counted() -> None:
    *_, last = conflict_sentences(DISPUTED, LIBRARY, most=1)
    assert isinstance(last, Row)
    assert (last.strong, last.rest) == ("1", "more conflict (--all)")


def test_conflicts_without_a_claim_in_common_are_repaired_one_after_the_other() -> None:
    rows = repair_rows(DISPUTED, LIBRARY)
    assert [(row.strong, row.rest) for row in rows] == [
        ("24 prisoners", "(1 voice)"),
        ("or 7 people", "(1 voice)"),
        ("and roughly 300 people", "(1 voice)"),
    ]
    assert rows[0].notes[0].startswith("then those freed: exactly 25; ")
    assert rows[2].notes == ()


def test_a_repair_of_several_claims_is_one_choice_with_its_own_weight() -> None:
    repairs = (
        Repair(set_aside=(PARDON.id,), weight=3),
        Repair(set_aside=(BRIDGE.id, ASHORE.id), weight=4),
    )
    account = replace(DISPUTED, conflicts=DISPUTED.conflicts[:1], repairs=repairs)
    assert [(row.strong, row.rest) for row in repair_rows(account, LIBRARY)] == [
        ("24 prisoners", "(3 voices)"),
        ("or 18 people with 7 people", "(4 voices)"),
    ]


def test_where_nothing_conflicts_nothing_is_set_aside() -> None:
    account = replace(ACCOUNT, repairs=(Repair(set_aside=(), weight=0),))
    assert repair_rows(account, LIBRARY) == []


def test_bounds_are_told_the_sharpest_first_and_none_that_says_nothing() -> None:
    assert [row.rest for row in derived_rows(DISPUTED, LIBRARY)] == [
        "those freed: 24 to 25",
        "unnamed: 21 to 23",
        "those by sea: 6 to 7",
        "women: 0 to 14",
        "those of Japan: at least 1",
    ]
    *_, last = derived_rows(DISPUTED, LIBRARY, most=2)
    assert (last.strong, last.rest) == ("3", "more bounds (--all)")


def test_what_a_claim_says_outright_is_not_derived() -> None:
    said = Bound(of="those freed", population=(), low=24, high=24)
    assert derived_rows(replace(DISPUTED, bounds=(said,)), LIBRARY) == []


def step(account: Account, label: str) -> tuple[str, float, float, float] | None:
    steps = [one for each in steps_of(account, LIBRARY) for one in each.steps]
    return next(
        ((one.words, one.start, one.sure, one.perhaps) for one in steps if one.label == label),
        None,
    )


def test_a_waterfall_goes_from_a_word_to_a_name() -> None:
    assert step(DISPUTED, "announced") == ("24", 0, 24, 24)
    assert step(DISPUTED, "done") == ("18", 0, 18, 18)
    assert step(DISPUTED, "named") == ("2 to 3", 0, 2, 3)
    assert step(DISPUTED, "confirmed") == ("2", 0, 2, 2)
    assert step(DISPUTED, "on a list") is None
    assert step(DISPUTED, "not named") == ("21 to 23", 2, 23, 24)


def test_of_two_figures_a_step_spans_both() -> None:
    other = replace(BRIDGE, id="b2", count=replace(ASHORE.count, low=20, high=20))  # type: ignore[type-var]
    library = Library(DISPUTED_REPORTS, [*DISPUTED_CLAIMS, other])
    account = replace(DISPUTED, figures=(*DISPUTED.figures, figure(other)))
    (steps,) = steps_of(account, library)
    assert [one.words for one in steps.steps if one.label == "done"] == ["18 to 20"]


def test_those_of_one_place_are_all_where_nobody_else_can_be() -> None:
    abroad = replace(figure(BRIDGE), population=(("destination", "LT"),))
    account = replace(
        DISPUTED,
        figures=(abroad,),
        bounds=(Bound(of="those freed", population=(), low=18, high=18),),
    )
    assert step(account, "done") == ("18", 0, 18, 18)
    assert step(replace(account, bounds=()), "done") is None


def test_without_a_figure_of_everybody_there_is_no_waterfall() -> None:
    assert steps_of(replace(DISPUTED, figures=DISPUTED.figures[3:]), LIBRARY) == []
    denied = [replace(c, stance=Stance.DENIED) for c in DISPUTED_CLAIMS]
    assert steps_of(DISPUTED, Library(DISPUTED_REPORTS, denied)) == []


def test_nobody_missing_is_no_step() -> None:
    whole = replace(DISPUTED, unnamed=Bounds(low=0, high=0))
    assert step(whole, "not named") is None


def test_speakers_stand_down_and_whom_they_count_across() -> None:
    (table,) = figure_tables(DISPUTED, LIBRARY)
    assert table.columns == ("freed", "still held", "by sea")
    assert dict(table.rows)["harbour master"] == ("", "", "7")
    assert dict(table.rows)["Harbour Watch"] == ("", "312", "")


def test_a_table_that_says_no_more_than_a_list_is_left_out() -> None:
    assert figure_tables(EARLIER, Library(DISPUTED_REPORTS, DISPUTED_CLAIMS)) == []


def test_columns_that_do_not_fit_are_named_below() -> None:
    (table,) = figure_tables(DISPUTED, LIBRARY)
    wide = replace(table, columns=(*table.columns, "from the quay", "from elsewhere"))
    rows = tuple((voice, (*cells, "1", "2")) for voice, cells in table.rows)
    text = plain(table_lines(replace(wide, rows=rows), page_of(72)))
    assert "and from elsewhere" in text.splitlines()[-1]


COLUMNS = {
    (): "freed",
    (("destination", "LT"),): "to Lithuania",
    (("citizenship", "LT"),): "citizens of Lithuania",
    (("citizenship", "foreign"),): "foreigners",
    (("place", "quay"),): "in quay",
    (("destination", "LT"), ("sex", "women")): "to Lithuania, women",
}


@pytest.mark.parametrize("population", COLUMNS)
def test_whom_a_column_counts(population: tuple[tuple[str, str], ...]) -> None:
    assert column_words(population, "freed") == COLUMNS[population]


def test_those_held_are_told_from_those_freed() -> None:
    assert column_words((("sex", "women"),), "still held") == "women, still held"


def test_what_would_settle_it_stands_below_what_is_open() -> None:
    sheet = sheet_of(DISPUTED, LIBRARY, others=[])
    labels = [section.label for section in sheet.blocks[-1]]
    assert labels == ["Open", "To settle"]


def test_the_hint_names_what_is_shown() -> None:
    sheet = sheet_of(DISPUTED, LIBRARY, others=[])
    assert what_if_hint([sheet], LIBRARY) == (
        f"--aside 1:75 shows what follows without that claim, --reject {SAME.id[:7]} without"
        " that assumption."
    )
    assert what_if_hint([sheet_of(EARLIER, LIBRARY, others=[])], LIBRARY) == ""


def test_the_json_of_a_dispute_follows_the_schema() -> None:
    written = account_document([DISPUTED], DISPUTED_CLAIMS, DISPUTED_REPORTS)
    document: dict[str, Any] = json.loads(json.dumps(written))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    (event,) = document["events"]
    assert [one["tight"] for one in event["conflicts"]] == [False, True]
    assert event["conflicts"][0]["assumptions"] == [SAME.id, TWICE.id]
    assert event["assumptions"][0]["kind"] == "announced-is-done"
    assert event["repairs"][0]["set_aside"] == [PARDON.id, ROUGHLY.id]
    assert event["repairs"][0]["bounds"][0] == {
        "of": "those freed",
        "population": {},
        "low": 25,
        "high": 25,
    }
    assert event["balances"][0]["gap"] == {"low": None, "high": 0}
    assert event["lists"][0]["both"] == {"low": 2, "high": 3}
    assert event["settling"] == ["A list of the seven who went ashore."]


def test_a_workbook_has_a_sheet_for_each_kind_and_no_formula() -> None:
    hostile = replace(DISPUTED, settling=("=1+1",))
    data = as_xlsx([hostile], LIBRARY)
    assert data == as_xlsx([hostile], LIBRARY)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == [
        *("Figures", "Conflicts", "Set aside", "Bounds", "People", "Assumed", "Open")
    ]
    rows = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    assert rows["Conflicts"][1][1] == DISPUTED.conflicts[0].explanation
    assert rows["Bounds"][1][1:] == ["those freed", 24, 25]
    assert rows["Set aside"][1][1:3] == ["24 prisoners; roughly 300 people", 2]
    assert rows["Open"][2][1] == "=1+1"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_the_weight_of_a_figure_is_its_voices() -> None:
    figures = tuple(
        replace(one, voices=3) if one.claim == ROUGHLY.id else one for one in DISPUTED.held
    )
    rows = repair_rows(replace(DISPUTED, held=figures), LIBRARY)
    assert rows[-1].rest == "(3 voices)"
