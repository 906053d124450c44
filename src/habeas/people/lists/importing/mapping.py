"""Which column of a list holds what: guessed from its header and its cells, and corrected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from habeas.claims.list_rows import Row, read_rows
from habeas.claims.list_vocabulary import acts_of, country_of
from habeas.claims.people_lists import NO_FIELD
from habeas.model.problems import HabeasError
from habeas.model.reports import Report
from habeas.people.lists.columns import NAMES
from habeas.people.lists.tables import find_head
from habeas.reports.dates import read_date
from habeas.reports.tables import TablePart, table_parts

FIELDS: Mapping[str, str] = {
    "name": "the whole name",
    "given-name": "the given name alone",
    "patronymic": "the father's name alone",
    "family-name": "the family name alone",
    "other-names": "other spellings and names",
    "id": "what the source calls the row; best to know it again by",
    "birth-date": "day, month or year of birth",
    "age": "age in whole years",
    "sex": "sex",
    "citizenship": "country of citizenship",
    "role": "occupation or office",
    "status": "what was done: held, released, sentenced, …",
    "date": "when that was",
    "arrest-date": "when arrested",
    "sentence-date": "when sentenced",
    "release-date": "when released",
    "death-date": "when they died",
    "charges": "articles or charges",
    "term": "length of the sentence",
    "place": "where that was",
    "facility": "where they are held",
    "residence": "where they live",
    "case-number": "number of the case",
    "said-by": "who says so, where it is not the source of the list",
    "url": "page of the person at the source",
    NO_FIELD: "of no use: kept in the file, and nothing is claimed by it",
}
"""What a column can hold, and what that means."""

SAMPLES = 3
"""Cells of a column that are shown."""

_LOOKED_AT = 200
_HEAD_ROWS = 10
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_CHARACTERS = 40
_MOST_COLUMNS = 60
_MOSTLY = 0.8
_NAME = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+){1,3}[^\W\d_][\w'’.-]*")


class InvalidMap(HabeasError):
    """What was told about the columns of a list cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenColumn:
    """One column of a list as it was found.

    Attributes:
        header: Its header, white space as one space.
        guess: What it seems to hold, a key of `FIELDS`; `-` where that cannot be told.
        samples: Some of its first cells, each shortened, equal ones once.
        filled: How many of the first 200 rows have something in it.
    """

    header: str
    guess: str
    samples: tuple[str, ...]
    filled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """What the columns of a list hold.

    Attributes:
        columns: Header and key of `FIELDS` of each, in the order of the list.
        status: What is said of rows that do not say it, in the words of a status cell;
            empty for nothing.
    """

    columns: tuple[tuple[str, str], ...]
    status: str = ""

    def field_of(self, header: str) -> str:
        """What a column holds; `-` for one that is not there."""
        return dict(self.columns).get(header, NO_FIELD)


def seen_columns(report: Report) -> tuple[SeenColumn, ...]:
    """The columns of a list, of all its sheets, each header once, in order.

    Args:
        report: One whose `is_table` is true; lines `# column: …` in it count.

    Returns:
        At most 60; empty where no row has two filled cells.
    """
    found: dict[str, list[str]] = {}
    guesses: dict[str, str] = {}
    for part in table_parts(report.text):
        head = _head_of(report.text, part)
        if head is None:
            continue
        row, delimiter, kinds = head
        below = (each for each in read_rows(report.text, part, delimiter) if _is_below(each, row))
        rows = list(islice(below, _LOOKED_AT))
        for at, header in enumerate(_headers(row)):
            if header and header not in found and len(found) < _MOST_COLUMNS:
                cells = [each.cells[at] for each in rows if at < len(each.cells) and each.cells[at]]
                found[header] = cells
                kind = kinds[at] if at < len(kinds) else None
                guesses[header] = kind or NO_FIELD
    guesses |= _by_cells(found, guesses)
    return tuple(
        SeenColumn(
            header=header,
            guess=guesses[header] if guesses[header] in FIELDS else NO_FIELD,
            samples=_samples(cells),
            filled=len(cells),
        )
        for header, cells in found.items()
    )


def mapped(seen: Sequence[SeenColumn], *known: Mapping[str, str], status: str = "") -> ColumnMap:
    """The guesses, and what is known better.

    Args:
        seen: The columns of the list.
        known: Header → field, the strongest last. Case and spaces make no difference;
            headers that this list does not have are passed over.
        status: As in `ColumnMap`.

    Raises:
        InvalidMap: A field or the status is none, or no column holds names.
    """
    told = {_plain(header): field for each in known for header, field in each.items()}
    for field in told.values():
        if field not in FIELDS:
            raise InvalidMap(
                what=f"{field[:40]!r} is nothing that a column can hold",
                remedy=f"write one of {', '.join(FIELDS)}",
            )
    if status and not acts_of(status):
        raise InvalidMap(
            what="a status that is not known",
            remedy="write held, arrested, sentenced, released or the like",
        )
    columns = tuple((one.header, told.get(_plain(one.header), one.guess)) for one in seen)
    if not any(field in NAMES for _, field in columns):
        raise InvalidMap(what="no column holds names", remedy="say which one does: COLUMN=name")
    return ColumnMap(columns=columns, status=status)


def unknown_headers(seen: Sequence[SeenColumn], told: Iterable[str]) -> tuple[str, ...]:
    """Headers that somebody told of and the list does not have."""
    there = {_plain(one.header) for one in seen}
    return tuple(header for header in told if _plain(header) not in there)


def _head_of(text: str, part: TablePart) -> tuple[Row, str, tuple[str | None, ...]] | None:
    """The row of headers, what separates cells, and what headers mean as far as known."""
    head = find_head(text, part)
    if head is not None:
        return head.row, head.delimiter, head.kinds
    best: tuple[Row, str] | None = None
    for delimiter in _DELIMITERS:
        rows = islice(read_rows(text, part, delimiter), _HEAD_ROWS)
        row = next((row for row in rows if _filled(row) > 1), None)
        if row is not None and (best is None or _filled(row) > _filled(best[0])):
            best = row, delimiter
    return (*best, ()) if best else None


def _filled(row: Row) -> int:
    return sum(map(bool, row.cells))


def _headers(row: Row) -> list[str]:
    return [" ".join(cell.split()) for cell in row.cells]


def _is_below(row: Row, head: Row) -> bool:
    return row.number > head.number and not row.is_blank


def _by_cells(columns: Mapping[str, Sequence[str]], guesses: Mapping[str, str]) -> dict[str, str]:
    """What columns hold by what stands in them, where their headers do not tell."""
    taken = set(guesses.values())
    looks: list[tuple[str, Callable[[str], bool]]] = [
        ("status", lambda cell: bool(acts_of(cell))),
        ("citizenship", lambda cell: country_of(cell) is not None),
        ("date", lambda cell: read_date(cell) is not None),
    ]
    if not taken & set(NAMES):
        looks.append(("name", lambda cell: _NAME.fullmatch(cell) is not None))
    found: dict[str, str] = {}
    for field, is_one in looks:
        if field in taken:
            continue
        free = [
            header
            for header, cells in columns.items()
            if guesses[header] == NO_FIELD
            and header not in found
            and cells
            and sum(map(is_one, cells)) >= _MOSTLY * len(cells)
        ]
        # Of two columns of dates nobody can tell which is which.
        if len(free) == 1:
            found[free[0]] = field
    return found


def _samples(cells: Sequence[str]) -> tuple[str, ...]:
    shown = dict.fromkeys(" ".join(cell[: 2 * _SAMPLE_CHARACTERS].split()) for cell in cells)
    return tuple(
        cell if len(cell) <= _SAMPLE_CHARACTERS else f"{cell[: _SAMPLE_CHARACTERS - 1]}…"
        for cell in islice(shown, SAMPLES)
    )


def _plain(header: str) -> str:
    return " ".join(header.casefold().split())
