"""A list of people as it was read: one entry a row, nothing of the row lost."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.problems import Problem
from habeas.people.evidence import Particulars


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One filled cell of a row.

    Attributes:
        header: Its column as the list calls it.
        kind: What the column holds, as in `data/columns.tsv`; None where unknown.
        text: What stands in it.
    """

    header: str
    kind: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """One row of a list.

    Attributes:
        row: As a spreadsheet shows it, from 1; of other formats the record's number.
        sheet: Name of the sheet; empty where the file has none.
        id: What the source calls the person; None where it does not.
        url: Page of the person at the source; None where not given.
        names: Spellings as written, the main one first; empty where nobody is named.
        words: What stands in place of a name where nobody is named ("name withheld").
        particulars: What else is told, its `names` the same.
        cells: Every filled cell, in order, the ones above included.
    """

    row: int
    sheet: str = ""
    id: str | None = None
    url: str | None = None
    names: tuple[str, ...] = ()
    words: str = ""
    particulars: Particulars
    cells: tuple[Cell, ...] = ()

    @property
    def is_anonymous(self) -> bool:
        """True where the row names nobody: it stands for somebody all the same."""
        return not self.names


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTable:
    """A list of people.

    Attributes:
        name: What the list is called: its title, else its file.
        people: In the order of the rows.
        problems: Cells and rows that could not be used, in that order.
        notes: What is odd about the characters of names, by row; never a name.
    """

    name: str
    people: tuple[ListedPerson, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
