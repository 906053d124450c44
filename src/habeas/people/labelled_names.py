"""Tables of names that measure a matcher: labelled pairs, an index of persons, queries.

Each is UTF-8 with tabs between columns, plain (`.tsv`) or packed (`.tsv.gz`); the first line names
the columns, in any order, and further columns are left alone. Languages, sources, and scripts of
queries may be missing.
"""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from habeas.model.problems import HabeasError

_PAIR_COLUMNS = (
    *("left", "right", "label", "left_script", "right_script"),
    *("left_lang", "right_lang", "source"),
)
_INDEX_COLUMNS = ("pid", "name")
_QUERY_COLUMNS = ("query", "gold", "script", "index_script", "source")
_MAY_LACK = {"left_lang", "right_lang", "source", "script", "index_script"}
"""Columns that only tell parts of the table apart; what they lack reads as empty."""

_LABELS = {"1": True, "0": False}


class UnreadableNames(HabeasError):
    """A table of names that is missing, broken or not of the form asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPair:
    """Two spellings, and whether they name one person.

    Attributes:
        left, right: The names.
        same: What the label says.
        languages: Codes of the languages of the two, as the table writes them.
        scripts: ISO 15924 codes of the scripts of the two.
        source: Where the pair comes from.
    """

    left: str
    right: str
    same: bool
    languages: tuple[str, str]
    scripts: tuple[str, str]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A name to look for.

    Attributes:
        name: As written.
        script, index_script: ISO 15924 codes: of the name, and of the right name in the index.
        source: Where the query comes from.
        gold: Ids of the persons that are right, in the index; at least one.
    """

    name: str
    script: str
    index_script: str
    source: str
    gold: frozenset[str]


def read_pairs(path: Path) -> list[LabelledPair]:
    """Read labelled pairs.

    Raises:
        UnreadableNames: Nothing there, not such a table, or a label other than 1 and 0.
    """
    pairs = []
    for place, row in _rows(path, _PAIR_COLUMNS):
        left, right, label, left_script, right_script, left_lang, right_lang, source = row
        if label not in _LABELS:
            raise UnreadableNames(
                what="A label is neither 1 nor 0",
                where=f"{place}, column 'label'",
                remedy="write 1 for one person and 0 for two",
            )
        pairs.append(
            LabelledPair(
                left=left,
                right=right,
                same=_LABELS[label],
                languages=(left_lang, right_lang),
                scripts=(left_script, right_script),
                source=source,
            )
        )
    return pairs


def read_index(path: Path) -> list[tuple[str, str]]:
    """Read the ids and names of the persons that are searched.

    Raises:
        UnreadableNames: Nothing there, or not such a table.
    """
    return [(person, name) for _, (person, name) in _rows(path, _INDEX_COLUMNS)]


def read_queries(path: Path) -> list[Query]:
    """Read queries; `gold` holds ids with blanks between them.

    Raises:
        UnreadableNames: Nothing there, not such a table, or a query without a right person.
    """
    queries = []
    for place, (name, gold, script, index_script, source) in _rows(path, _QUERY_COLUMNS):
        if not gold.split():
            raise UnreadableNames(
                what="A query has no right person",
                where=f"{place}, column 'gold'",
                remedy="write the ids of the right persons of the index, with blanks between them",
            )
        queries.append(
            Query(
                name=name,
                script=script,
                index_script=index_script,
                source=source,
                gold=frozenset(gold.split()),
            )
        )
    return queries


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Give each row's place, for messages, and its values of the columns asked for."""
    try:
        with _opened(path) as stream:
            yield from _values(
                csv.reader(stream, "excel-tab", quoting=csv.QUOTE_NONE), path, columns
            )
    except FileNotFoundError:
        raise UnreadableNames(
            what="No such file", where=str(path), remedy="name a .tsv or .tsv.gz file"
        ) from None
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableNames(
            what=f"Cannot be read ({type(error).__name__})",
            where=str(path),
            remedy="see that it is whole and yours to read; only names in .gz are unpacked",
        ) from error
    except (UnicodeDecodeError, csv.Error):
        raise UnreadableNames(
            what="Not a table in UTF-8", where=str(path), remedy="write UTF-8 with tabs in between"
        ) from None


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _values(
    table: Iterator[list[str]], path: Path, columns: Sequence[str]
) -> Iterator[tuple[str, list[str]]]:
    header = next(table, [])
    needed = [name for name in columns if name not in _MAY_LACK]
    missing = [name for name in needed if name not in header]
    if missing:
        raise UnreadableNames(
            what=f"No column {', '.join(map(repr, missing))}",
            where=f"{path}, line 1",
            remedy=f"let the first line name {', '.join(needed)}, with tabs between them",
        )
    places = [header.index(name) if name in header else None for name in columns]
    empty = True
    for number, row in enumerate(table, start=2):
        if len(row) != len(header):
            raise UnreadableNames(
                what=f"{len(row)} columns where the first line names {len(header)}",
                where=f"{path}, line {number}",
                remedy="give every line as many columns as the first",
            )
        empty = False
        yield f"{path}, line {number}", ["" if place is None else row[place] for place in places]
    if empty:
        raise UnreadableNames(
            what="No rows",
            where=str(path),
            remedy="a table needs at least one below its first line",
        )
