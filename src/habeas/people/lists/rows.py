"""Rows of cells → listed persons; what cannot be used is told, and stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from habeas.model.dates import EdtfDate
from habeas.model.people import RemarkKind
from habeas.model.problems import Problem
from habeas.people.evidence import ListRow
from habeas.people.lists.columns import NAMES, is_withheld
from habeas.people.lists.listed import Cell, ListedPerson
from habeas.people.lists.naming import LONGEST_NAME, names_in
from habeas.people.lists.telling import Told, particulars_of
from habeas.people.names.cleaning import clean_name

_LONGEST_WORDS = 200
_ODD = {
    RemarkKind.INVISIBLE: "signs that cannot be seen, compared without them",
    RemarkKind.LOOK_ALIKE: "letters of another script that look alike, compared as they look",
    RemarkKind.MIXED_SCRIPTS: "words of mixed scripts",
    RemarkKind.DAMAGED: "damaged characters",
    RemarkKind.ZAWGYI: "Burmese in the Zawgyi encoding, compared in Unicode",
}


@dataclass(slots=True, kw_only=True)
class RowReader:
    """Reads the rows of one list.

    Attributes:
        where: How messages call the list.
        digest: SHA-256 of the list's bytes.
        on: Day the list is of, or None.
        problems: What could not be used so far.
        notes: What is odd about the characters of names so far; never a name.
    """

    where: str
    digest: str
    on: EdtfDate | None
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def person(self, row: int, cells: Sequence[Cell], sheet: str = "") -> ListedPerson:
        """The person of one row; its filled cells are kept as they are."""

        def report(what: str, remedy: str, cell: Cell) -> None:
            place = f"{self.place_of(row, sheet)}, column '{cell.header}'"
            self.problems.append(Problem(what=what, where=place, remedy=remedy))

        for cell in cells:
            if cell.kind in NAMES and len(cell.text) > LONGEST_NAME * 10:
                report("a cell of names too long to be one", "put one person in each row", cell)
        names = names_in(cells)
        self.notes += [f"{self.place_of(row, sheet)}: a name with {odd}" for odd in _odd(names)]
        told = Told(cells, report)
        number = f"{sheet}:{row}" if sheet else str(row)
        return ListedPerson(
            row=row,
            sheet=sheet,
            id=next((cell.text for cell in told.of("id")), None),
            url=next((cell.text for cell in told.of("url")), None),
            names=names,
            words="" if names else _words(cells),
            particulars=particulars_of(told, names, ListRow(list=self.digest, row=number), self.on),
            cells=tuple(cells),
        )

    def place_of(self, row: int, sheet: str) -> str:
        """Where a row is, for messages."""
        return f"{self.where}, sheet '{sheet}', row {row}" if sheet else f"{self.where}, row {row}"


def _odd(names: Iterable[str]) -> list[str]:
    """What a person should know of the characters of some names."""
    kinds = {remark.kind for name in names for remark in clean_name(name).remarks}
    return [words for kind, words in _ODD.items() if kind in kinds]


def _words(cells: Sequence[Cell]) -> str:
    """What stands in place of a name; words that say it is kept back before others."""
    held = [cell.text for cell in cells if cell.kind in NAMES]
    kept_back = [text for text in held if is_withheld(text)]
    return " ".join(next(iter(kept_back or held), "").split())[:_LONGEST_WORDS]
