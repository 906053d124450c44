"""Lists of people as tables whose rows keep their place in the text."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.register.list_rows import table_rows

STORIES = {
    "commas": ("name,day\nA,1\n", [("name", "day"), ("A", "1")]),
    "semicolons": ("name;day\nA, B;1\n", [("name", "day"), ("A, B", "1")]),
    "tabs": ("name\tday\nA\t1", [("name", "day"), ("A", "1")]),
    "a line break in a cell": (
        'name,note\nA,"x\ny"\nB,z',
        [("name", "note"), ("A", "x\ny"), ("B", "z")],
    ),
    "blank lines": ("a,b\n\n1,2\n\n", [("a", "b"), ("1", "2")]),
    "Windows line ends": ("a,b\r\n1,2\r\n", [("a", "b"), ("1", "2")]),
    "comments at the head": (
        "# publisher: Zenda Wire\n# read me\na,b\n1,2\n",
        [("a", "b"), ("1", "2")],
    ),
    "no rows": ("a,b\n", []),
    "one column": ("a\nb\n", []),
    "empty": ("", []),
    "a quote that never ends": ('a,b\n1,"2', [("a", "b"), ("1", "2")]),
}


@pytest.mark.parametrize("story", STORIES)
def test_rows(story: str) -> None:
    text, expected = STORIES[story]
    assert [row.cells for row in table_rows(text)] == expected


cells = st.text(alphabet='ab,;"\n é', min_size=1, max_size=5)


@given(st.lists(st.tuples(cells, cells, cells), min_size=2, max_size=6))
def test_a_row_reads_the_same_from_its_own_characters(rows: list[tuple[str, ...]]) -> None:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(("one", "two", "three"))
    writer.writerows(rows)
    text = written.getvalue()
    found = table_rows(text)[1:]
    assert [row.cells for row in found] == rows
    for row in found:
        assert next(csv.reader(io.StringIO(text[row.start : row.end], newline=""))) == list(
            row.cells
        )
