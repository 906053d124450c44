"""The UK Sanctions List and OFSI's Consolidated List as CSV: a row for each name of an entry."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from habeas.model.dates import EdtfDate
from habeas.model.sanctions import EntityKind, Field, ListFormat, NameKind
from habeas.pledges.sanctions.days import issue_date, slashed_date
from habeas.pledges.sanctions.entries import Draft, Notices, add_text
from habeas.pledges.sanctions.found import EVERYTHING, Found
from habeas.pledges.sanctions.problems import UnreadableSanctions

_KINDS = {
    "individual": EntityKind.PERSON,
    "entity": EntityKind.ORGANIZATION,
    "ship": EntityKind.VESSEL,
}
_TOLD = EVERYTHING - {Field.REASON}
_HEAD_ROWS = 10
_NUMBERED = re.compile(r"\(\d+\)")
_GIVEN = ("name 1", "name 2", "name 3", "name 4", "name 5", "name 6")
_WEAK = frozenset({"low quality", "low", "weak"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Which headers of a list hold what; case makes no difference."""

    format: ListFormat
    title: str
    told: frozenset[Field]
    id: str
    kind: str
    name_kind: str
    strength: str
    script_name: str
    births: str
    nationalities: str
    regime: str
    listed_on: tuple[str, ...]
    provisions: str
    notes: tuple[str, ...]


_UK = _Columns(
    format=ListFormat.UK_CSV,
    title="UK",
    told=_TOLD,
    id="unique id",
    kind="designation type",
    name_kind="name type",
    strength="alias strength",
    script_name="name non-latin script",
    births="d.o.b",
    nationalities="nationality(/ies)",
    regime="regime name",
    listed_on=("date designated",),
    provisions="sanctions imposed",
    notes=("other information", "uk statement of reasons"),
)
_OFSI = _Columns(
    format=ListFormat.OFSI_CSV,
    title="UK OFSI",
    told=_TOLD - {Field.PROVISIONS},
    id="group id",
    kind="group type",
    name_kind="alias type",
    strength="alias quality",
    script_name="name non-latin script",
    births="dob",
    nationalities="nationality",
    regime="regime",
    listed_on=("listed on",),
    provisions="",
    notes=("other information",),
)

type Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    columns: _Columns
    names: tuple[str, ...]
    row: int
    issued: EdtfDate | None


def read_uk(data: bytes, notices: Notices) -> Found | None:
    """Begin to read a list; None where no row near the top is the head of one.

    Raises:
        UnreadableSanctions: A head that lacks a column without which nothing can be told.
    """
    text = _decoded(data)
    comma = ";" if ";name 6" in text[:20_000].casefold().replace('"', "") else ","
    head = _head(text, comma, notices.where)
    if head is None:
        return None
    return Found(
        format=head.columns.format,
        title=head.columns.title,
        told=head.columns.told,
        issued=head.issued,
        drafts=_drafts(text, comma, head, notices),
    )


def _drafts(text: str, comma: str, head: _Head, notices: Notices) -> Iterator[Draft]:
    """The entries in order of their first rows, when all rows are read: rows lie apart."""
    drafts: dict[str, Draft] = {}
    columns = head.columns
    for number, cells in _rows(text, comma, notices.where):
        if number <= head.row or not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(head.names):
            raise UnreadableSanctions(
                what=f"a row of {len(cells):,} cells, not {len(head.names):,}: damaged or cut off",
                where=f"{notices.where}, row {number:,}",
                remedy="get the list again from its publisher",
            )
        row = dict(zip(head.names, cells, strict=True))
        key = row[columns.id].strip()
        if not key:
            notices.add("a row without an id", f"row {number:,}", "look it up at the source")
            continue
        draft = drafts.get(key)
        if draft is None:
            kind = _KINDS.get(row[columns.kind].strip().casefold(), EntityKind.ORGANIZATION)
            draft = drafts[key] = Draft(id=key, kind=kind, place=f"row {number:,}", notices=notices)
        _add_row(draft, row, columns)
    yield from drafts.values()


def _add_row(draft: Draft, row: Row, columns: _Columns) -> None:
    kind = _name_kind(row, columns)
    draft.add_name(kind, *(row.get(name) for name in _GIVEN))
    draft.add_name(kind, row.get(columns.script_name))
    for written in _parts(row.get(columns.births, "")):
        draft.add_birth(slashed_date(written), written)
    for country in _parts(row.get(columns.nationalities, "")):
        draft.add_country(country)
    for header in columns.listed_on:
        written = row.get(header, "")
        draft.add_listing(slashed_date(written), written)
    add_text(draft.programs, row.get(columns.regime))
    for provision in re.split(r"[|;]", row.get(columns.provisions, "")):
        add_text(draft.provisions, provision)
    for header in columns.notes:
        add_text(draft.notes, row.get(header))


def _name_kind(row: Row, columns: _Columns) -> NameKind:
    words = row.get(columns.name_kind, "").strip().casefold()
    if row.get(columns.strength, "").strip().casefold() in _WEAK:
        return NameKind.WEAK_ALIAS
    if words == "primary name":
        return NameKind.NAME
    return NameKind.PREVIOUS_NAME if words == "fka" else NameKind.ALIAS


def _parts(cell: str) -> list[str]:
    """What a cell holds several of: `(1) Iran (2) Iraq`."""
    return [part.strip() for part in _NUMBERED.split(cell) if part.strip()]


def _head(text: str, comma: str, where: str) -> _Head | None:
    issued = None
    for number, cells in islice(_rows(text, comma, where), _HEAD_ROWS):
        names = tuple(" ".join(cell.casefold().split()) for cell in cells)
        for columns in (_UK, _OFSI):
            if columns.id in names and "name 6" in names:
                _require(names, columns, f"{where}, row {number}")
                return _Head(columns=columns, names=names, row=number, issued=issued)
        issued = _issued(cells) or issued
    return None


def _require(names: Sequence[str], columns: _Columns, where: str) -> None:
    missing = [
        name for name in (columns.kind, columns.name_kind, columns.regime) if name not in names
    ]
    if missing or len(set(names)) != len(names):
        raise UnreadableSanctions(
            what=f"a head without the column '{missing[0]}'" if missing else "a column twice",
            where=where,
            remedy="get the list as CSV from its publisher, and do not edit it",
        )


def _issued(cells: Sequence[str]) -> EdtfDate | None:
    """`Report Date: 24-Jun-2026`, or `Last Updated,03/06/2026` with the day first."""
    first, _, rest = cells[0].partition(":") if cells else ("", "", "")
    words = first.strip().casefold()
    if words == "report date":
        return issue_date(rest)
    if words == "last updated" and len(cells) > 1:
        return slashed_date(cells[1])
    return None


def _rows(text: str, comma: str, where: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
    number = 0
    try:
        for cells in reader:
            number += 1
            yield number, cells
    except csv.Error as error:
        raise UnreadableSanctions(
            what="CSV that is damaged or cut off",
            where=f"{where}, row {number + 1:,}",
            remedy="get the list again from its publisher",
        ) from error


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Older editions of OFSI's list.
        return data.decode("cp1252", "replace")
