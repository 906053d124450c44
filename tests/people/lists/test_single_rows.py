"""A row that is read alone is what it is among all rows. Everyone is invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.people.lists.rows import RowReader
from habeas.people.lists.tables import placed_people

ROWS = (
    "Ada Exemplar,Minsk",
    "  Bo Exemplar , Hrodna",
    '"Exemplar, Cleo",Minsk',
    '"Dee\nExemplar",Minsk',
    "Fay Exemplar",
    ",",
    "",
    "# no row of the head",
    "# sheet: Others",
    "name,place",
)


@given(st.lists(st.sampled_from(ROWS), max_size=8), st.booleans())
def test_a_row_alone_is_what_it_is_among_all(rows: list[str], is_added: bool) -> None:
    text = "\n".join([*(["# added: 1"] * is_added), "name,place", *rows])

    def read(wanted: list[int] | None) -> dict[int, tuple[int, tuple[str, ...]]]:
        reader = RowReader(where="list", digest="0", on=None)
        found = placed_people(text, reader, wanted)
        return {start: (person.row, person.names) for start, person in found}

    everybody = read(None)
    for start in range(len(text)):
        assert read([start]) == {key: told for key, told in everybody.items() if key == start}
    assert read(list(range(len(text)))) == everybody
