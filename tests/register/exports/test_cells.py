"""A cell is never a formula, and is read back as what it was."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from habeas.register.exports.cells import (
    Cell,
    Column,
    Kind,
    guarded,
    joined,
    parted,
    read,
    unguarded,
    written,
)
from habeas.register.exports.problems import InvalidExport

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1+1", "=HYPERLINK(1)"]
)
def test_what_begins_like_a_formula_is_text(text: str) -> None:
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


@given(texts)
@example("")
@example("'")
def test_any_text_comes_back_and_nothing_is_a_formula(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert cell
    assert cell[0] not in "=+-@\t\r\n"


@given(st.lists(texts, max_size=5).map(tuple))
@example(("a\\", "; b"))
@example(("\\; ", ""))
@example(("\\-", "-"))
def test_several_texts_come_back(several: tuple[str, ...]) -> None:
    assert parted(joined(several)) == several


CELLS = {
    "nothing said": (Kind.TEXT, None, ""),
    "said to be empty": (Kind.TEXT, "", "'"),
    "no texts": (Kind.TEXTS, (), ""),
    "one empty text": (Kind.TEXTS, ("",), "\\-"),
    "a year": (Kind.DATE, "2021", "2021"),
    "a whole number": (Kind.WHOLE, -3, "-3"),
    "about a thousand": (Kind.NUMBER, 1000.0, "1000"),
    "a third": (Kind.NUMBER, 1 / 3, "0.3333333333333333"),
    "yes": (Kind.FLAG, True, "yes"),
}


@pytest.mark.parametrize(("kind", "cell", "as_written"), CELLS.values(), ids=CELLS.keys())
def test_how_a_value_is_written(kind: Kind, cell: Cell, as_written: str) -> None:
    column = Column(name="one", kind=kind, tells="One.")
    assert written(kind, cell) == as_written
    assert read(column, as_written, "here") == cell


def test_what_is_no_number_is_told_with_its_place_and_not_repeated() -> None:
    column = Column(name="low", kind=Kind.WHOLE, tells="One.")
    with pytest.raises(InvalidExport) as told:
        read(column, "Ada Marr", "claims.csv, line 3")
    assert "claims.csv, line 3, column 'low'" in str(told.value)
    assert "Marr" not in str(told.value)


@given(st.lists(texts, min_size=2, max_size=4))
def test_the_csv_of_the_library_keeps_any_cell(row: list[str]) -> None:
    page = io.StringIO(newline="")
    csv.writer(page, lineterminator="\r\n").writerow(map(guarded, row))
    page.seek(0)
    assert [unguarded(cell) for cell in next(csv.reader(page))] == row
