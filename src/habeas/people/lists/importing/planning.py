"""What an edition of a list changes: rows that are new, that say something else, that are gone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from habeas.claims.people_lists import ReadRow
from habeas.model.claims import Claim
from habeas.model.problems import Problem
from habeas.people.lists.columns import NAMES, is_withheld
from habeas.people.names.cleaning import clean_name
from habeas.people.spellings import fold_spelling
from habeas.reports.dates import read_date

MOST_ROWS = 200_000
"""Rows of one list."""

MOST_CHARACTERS = 5_000
"""Characters of one cell."""

_LONGEST_NAME = 300
_FORMULA = ("=", "+", "@", "\t", "\r")
_PARTS = ("given-name", "patronymic", "family-name")

type Digest = Callable[[str], str]


class RowOutcome(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    REFUSED = "refused"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRow:
    """The last that is known of a row of a list, from the imports before.

    Attributes:
        identity: Digest of what it is known again by.
        named: Digest of its name alone.
        content: Digest of all that it says.
        outcome: What became of it then; VANISHED where the list before had it no more.
        document: Digest of the file in which it stood last with another content.
        sheet, number: Where it stood there.
        claim: Id of its claim.
    """

    identity: str
    named: str
    content: str
    outcome: RowOutcome
    document: str
    sheet: str
    number: int
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """What is to become of one row.

    Attributes:
        sheet, number: Where it stands; of one that vanished, where it stood before.
        outcome: What becomes of it.
        identity, named, content: As in `KnownRow`; empty of a refused row.
        claim: What it claims, to be kept with this edition; None where nothing is.
        claim_id: Id of the claim that speaks for it now; empty of a refused row.
        replaces: The identity that it was known by before, where that is another.
        is_news: True where something of it is to be kept.
        problems: What could not be used of it, or is to be known of it.
    """

    sheet: str
    number: int
    outcome: RowOutcome
    identity: str = ""
    named: str = ""
    content: str = ""
    claim: Claim | None = None
    claim_id: str = ""
    replaces: str = ""
    is_news: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlan:
    """What an edition of a list changes.

    Attributes:
        rows: In the order of the list; then those that vanished.
    """

    rows: tuple[PlannedRow, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims to be kept with this edition, in order."""
        return tuple(row.claim for row in self.rows if row.claim is not None)

    def count(self, outcome: RowOutcome) -> int:
        """How many rows come to something."""
        return sum(row.outcome is outcome for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keyed:
    """A row of the new edition with what it is known by."""

    row: ReadRow
    identity: str
    named: str
    content: str


def plan_import(
    rows: Iterable[ReadRow], known: Sequence[KnownRow], digest: Digest, *, document: str
) -> ListPlan:
    """Set an edition of a list against what is known of the list.

    A row is known again by its id, else by its name with the date of birth; by its name
    alone where just one row on either side has it, so that a date of birth may be added
    later. Of rows that cannot be told apart none is taken. Nothing is ever taken back:
    a row that is gone is told, and what it claimed stays.

    Args:
        rows: The new edition, as `rows_of_list` reads it.
        known: The last of each row.
        digest: Turns what a row is known by into what is kept of it.
        document: Digest of the file, 64 hex digits.
    """
    keyed, refused = _keyed(rows, digest)
    matched = _matched(keyed, known)
    planned = {id(each.row): _planned(each, matched.get(id(each.row)), document) for each in keyed}
    listed = [*planned.values(), *refused]
    listed.sort(key=lambda row: row.number)
    order = {sheet: at for at, sheet in enumerate(dict.fromkeys(row.sheet for row in listed))}
    listed.sort(key=lambda row: order[row.sheet])
    is_whole = all(row.number for row in listed)  # not where a sheet could not be read
    here = {each.identity for each in matched.values()} | {row.identity for row in refused}
    gone = [
        _vanished(each)
        for each in known
        if is_whole and each.identity not in here and each.outcome is not RowOutcome.VANISHED
    ]
    return ListPlan(rows=(*(_without_identity(row) for row in listed), *gone))


def _keyed(rows: Iterable[ReadRow], digest: Digest) -> tuple[list[_Keyed], list[PlannedRow]]:
    """Rows with what they are known by; and those that cannot be taken."""
    keyed: list[_Keyed] = []
    refused: list[PlannedRow] = []
    unnamed: Counter[str] = Counter()
    for at, row in enumerate(rows):
        problems = (*row.problems, *_hostile(row)) if at < MOST_ROWS else (_beyond(row),)
        identity, named, content = _identity(row, unnamed)
        one = _Keyed(
            row=row, identity=digest(identity), named=digest(named), content=digest(content)
        )
        if row.claim is None or at >= MOST_ROWS or len(problems) > len(row.problems):
            refused.append(_refused(one, problems))
        else:
            keyed.append(one)
    taken, apart = _told_apart(keyed)
    return taken, [*refused, *apart]


def _told_apart(keyed: Sequence[_Keyed]) -> tuple[list[_Keyed], list[PlannedRow]]:
    """The rows that are known by something of their own; and those that are not."""
    same: defaultdict[str, list[_Keyed]] = defaultdict(list)
    for one in keyed:
        same[one.identity].append(one)
    taken, refused = [], []
    for group in same.values():
        contents = len({one.content for one in group})
        # Of equal rows the first says all that the others say.
        first = group[: 1 if contents == 1 else 0]
        taken += first
        for one in group[len(first) :]:
            refused.append(_refused(one, (_ambiguous(one, group, contents),)))
    return taken, refused


def _identity(row: ReadRow, unnamed: Counter[str]) -> tuple[str, str, str]:
    """What a row is known by, its name alone, and all that it says."""
    cells: dict[str, str] = {}
    for field, cell in row.cells:
        cells.setdefault(field, _normal(field, cell))
    content = "\x1f".join(
        f"{field}\x1e{cell}"
        for field, cell in sorted((field, _normal(field, cell)) for field, cell in row.cells)
    )
    act = row.claim.act.value if row.claim is not None else ""
    content = f"{act}\x1d{content}"
    named = _name_of(cells)
    if cells.get("id"):
        return f"id\x1f{cells['id'].casefold()}", f"name\x1f{named}", content
    if named:
        return f"name\x1f{named}\x1f{cells.get('birth-date', '')}", f"name\x1f{named}", content
    # Who is not named is known by all that is said, and by their place among equals.
    unnamed[content] += 1
    return f"unnamed\x1f{content}\x1f{unnamed[content]}", "", content


def _name_of(cells: dict[str, str]) -> str:
    name = cells.get("name") or " ".join(filter(None, map(cells.get, _PARTS)))
    name = name or cells.get("other-names", "")
    return "" if is_withheld(name) else fold_spelling(clean_name(name).text)


def _normal(field: str, cell: str) -> str:
    """A cell as it is compared: dates by what they mean."""
    text = " ".join(cell.split())
    day = read_date(text) if field == "date" or field.endswith("-date") else None
    return day.text if day is not None else text


def _matched(keyed: Sequence[_Keyed], known: Sequence[KnownRow]) -> dict[int, KnownRow]:
    """Rows of the edition, by `id` of each, with what is known of them."""
    by_identity = {each.identity: each for each in known}
    found = {id(one.row): by_identity[one.identity] for one in keyed if one.identity in by_identity}
    taken = {each.identity for each in found.values()}
    left: defaultdict[str, list[KnownRow]] = defaultdict(list)
    for each in known:
        if each.identity not in taken and each.named:
            left[each.named].append(each)
    waiting = Counter(one.named for one in keyed if id(one.row) not in found)
    for one in keyed:
        rivals = left.get(one.named, [])
        if id(one.row) not in found and len(rivals) == 1 and waiting[one.named] == 1:
            found[id(one.row)] = rivals[0]
    return found


def _planned(one: _Keyed, before: KnownRow | None, document: str) -> PlannedRow:
    row, claim = one.row, one.row.claim
    assert claim is not None, "rows without a claim are refused"
    same = before is not None and before.content == one.content
    outcome = RowOutcome.ADDED
    if before is not None:
        outcome = RowOutcome.UNCHANGED if same else RowOutcome.CHANGED
    # A further reading of the same file must go on saying what its rows said.
    keep = not same or (before is not None and before.document == document)
    claim_id = claim.id if keep or before is None else before.claim
    back = before is not None and before.outcome is RowOutcome.VANISHED
    problems = row.problems
    if outcome is RowOutcome.CHANGED and before is not None and before.named != one.named:
        problems = (*problems, _renamed(row))
    return PlannedRow(
        sheet=row.sheet,
        number=row.number,
        outcome=outcome,
        identity=one.identity,
        named=one.named,
        content=one.content,
        claim=claim if keep else None,
        claim_id=claim_id,
        replaces=before.identity if before and before.identity != one.identity else "",
        is_news=not same or back or (before is not None and claim_id != before.claim),
        problems=problems,
    )


def _refused(one: _Keyed, problems: Sequence[Problem]) -> PlannedRow:
    return PlannedRow(
        sheet=one.row.sheet,
        number=one.row.number,
        outcome=RowOutcome.REFUSED,
        identity=one.identity,
        problems=tuple(problems),
    )


def _without_identity(row: PlannedRow) -> PlannedRow:
    if row.outcome is not RowOutcome.REFUSED:
        return row
    return PlannedRow(
        sheet=row.sheet, number=row.number, outcome=row.outcome, problems=row.problems
    )


def _vanished(row: KnownRow) -> PlannedRow:
    return PlannedRow(
        sheet=row.sheet,
        number=row.number,
        outcome=RowOutcome.VANISHED,
        identity=row.identity,
        named=row.named,
        content=row.content,
        claim_id=row.claim,
        is_news=True,
        problems=(
            Problem(
                what="a row of the list before that this one does not have",
                where=_place(row.sheet, row.number),
                remedy="nothing is taken back; correct or reject its claim if it is wrong",
            ),
        ),
    )


def _hostile(row: ReadRow) -> list[Problem]:
    found = []
    for field, cell in row.cells:
        place = f"{_place(row.sheet, row.number)}, field '{field}'"
        if len(cell) > (_LONGEST_NAME if field in NAMES else MOST_CHARACTERS):
            found.append(
                Problem(
                    what=f"a cell of {len(cell):,} characters",
                    where=place,
                    remedy="put one person in each row, and one thing in each cell",
                )
            )
        elif field in NAMES and cell.startswith(_FORMULA):
            found.append(
                Problem(
                    what="a formula where a name should be",
                    where=place,
                    remedy="write the name as text, without the sign at its beginning",
                )
            )
    return found


def _ambiguous(one: _Keyed, group: Sequence[_Keyed], contents: int) -> Problem:
    others = sorted(other.row.number for other in group if other is not one)
    numbers = ", ".join(map(str, others[:3])) + (", …" if len(others) > 3 else "")
    if contents == 1:
        return Problem(
            what=f"the same as row {numbers}",
            where=_place(one.row.sheet, one.row.number),
            remedy="leave it out, or give the rows ids of their own",
        )
    return Problem(
        what=f"not to be told from row {numbers}: they have one id, or one name and no dates"
        " of birth that differ",
        where=_place(one.row.sheet, one.row.number),
        remedy="give the rows ids of their own, or dates of birth",
    )


def _renamed(row: ReadRow) -> Problem:
    return Problem(
        what="another name than in the list before",
        where=_place(row.sheet, row.number),
        remedy="judge whether both are one person: habeas judge",
    )


def _beyond(row: ReadRow) -> Problem:
    return Problem(
        what=f"a row beyond the first {MOST_ROWS:,}",
        where=_place(row.sheet, row.number),
        remedy="split the list",
    )


def _place(sheet: str, number: int) -> str:
    return f"sheet '{sheet}', row {number}" if sheet else f"row {number}"
