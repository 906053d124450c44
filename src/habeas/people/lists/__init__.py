"""Lists of people side by side."""

from __future__ import annotations

from habeas.people.lists.compare import Pair, SideBySide, compare_lists
from habeas.people.lists.listed import Cell, ListedPerson, PeopleTable
from habeas.people.lists.problems import UnreadableList
from habeas.people.lists.read import read_people_table

__all__ = [
    "Cell",
    "ListedPerson",
    "Pair",
    "PeopleTable",
    "SideBySide",
    "UnreadableList",
    "compare_lists",
    "read_people_table",
]
