"""Lists of people: one row, one person, one claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from habeas.claims.identity import claim_id
from habeas.claims.list_rows import Row, read_rows
from habeas.claims.list_vocabulary import acts_of, column_of, country_of, means
from habeas.model.claims import (
    FREEING,
    Act,
    Claim,
    Mention,
    Quantity,
    Speaker,
    Stance,
    Term,
    TermKind,
    TimeMention,
)
from habeas.model.problems import Problem
from habeas.model.reports import Passage, Report
from habeas.reports.dates import read_date
from habeas.reports.tables import TablePart, table_head, table_parts, told_columns

_DELIMITERS = (",", ";", "\t")
_HEAD_ROWS = 10
_NAMES = ("name", "given-name", "family-name")
_DATES = {
    "death-date": Act.DIE,
    "release-date": Act.RELEASE,
    "sentence-date": Act.SENTENCE,
    "arrest-date": Act.ARREST,
}
NO_FIELD = "-"
"""What stands in a line `# column: …` for a column that is of no use."""
_SEVERAL = re.compile(r"\s*[;|]\s*")
_AGE = re.compile(r"(?:1[01]\d|\d{1,2})\b")
_LIKE_A_DATE = re.compile(r"[\d./\-–: ?~%]{1,30}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList:
    """What a list of people says.

    Attributes:
        claims: One a row, in the order of the rows.
        problems: Cells and rows that could not be used, in that order.
    """

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One row of a list, read.

    Attributes:
        sheet: Name of its sheet; empty where the file has none.
        number: As a spreadsheet shows it; 0 where a whole table could not be read.
        cells: Of each column that is known: what it holds, and the cell; blank ones left out.
        claim: None where the row says nothing that can be understood.
        problems: What could not be used of it.
    """

    sheet: str
    number: int
    cells: tuple[tuple[str, str], ...] = ()
    claim: Claim | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """The head of a list: which cell of a row means what, and how messages call the list."""

    where: str
    delimiter: str
    head: Row
    columns: Mapping[str, int]
    kinds: tuple[str | None, ...]
    status: str


def read_people_list(report: Report) -> PeopleList:
    """Read a table of people: each row claims one act done to one person.

    Comma, semicolon or tab separate cells. Headers are recognised in English,
    Russian and Belarusian (`data/list_columns.tsv`), or as lines `# column: …` above the
    table say; the head is the first of
    ten rows that has a column of names; each sheet of a workbook has its own.
    The act comes from the words of the status cell (`data/list_words.tsv`), or
    else from a filled column such as "released on", or else from a line `# status: …`
    above the table. A row whose name is blank or
    withheld still counts: its claim counts one person and names nobody. Where a
    "said by" cell is filled it is the speaker, else the list's publisher speaks
    (`speakers` empty).

    Cells are taken as text, formulas too (`=HYPERLINK(…)`); whoever writes them
    into a spreadsheet must escape them.

    Args:
        report: One whose `is_table` is true.

    Returns:
        No claims and one problem for a table or sheet without such a head. A row with an unknown
        status, or with filled cells beyond the head, gives a problem and no
        claim; a bad date or country gives a problem and a claim without it.
    """
    rows = list(rows_of_list(report))
    return PeopleList(
        claims=tuple(row.claim for row in rows if row.claim is not None),
        problems=tuple(problem for row in rows for problem in row.problems),
    )


def rows_of_list(report: Report) -> Iterator[ReadRow]:
    """Every row of a table of people that is not blank, as `read_people_list` reads it.

    Args:
        report: One whose `is_table` is true.
    """
    told = told_columns(report.text)
    status = table_head(report.text)[0].get("status", "")
    for part in table_parts(report.text):
        if not report.text[part.start : part.end].strip():
            continue
        where = f"{_where(report)}, sheet '{part.name}'" if part.name else _where(report)
        table = _find_table(report.text, part, where, told)
        if table is None:
            yield ReadRow(sheet=part.name, number=0, problems=(_headless(where),))
            continue
        table = replace(table, status=status)
        for row in read_rows(report.text, part, table.delimiter):
            if row.number <= table.head.number or row.is_blank:
                continue
            reader = _RowReader(report, table, row)
            claim = reader.claim()
            yield ReadRow(
                sheet=part.name,
                number=row.number,
                cells=tuple(
                    (kind, cell)
                    for kind, cell in zip(table.kinds, row.cells, strict=False)
                    if kind is not None and cell
                ),
                claim=claim,
                problems=tuple(reader.problems),
            )


def column_told(header: str, told: Mapping[str, str]) -> str | None:
    """What the head says that a column holds, else what its header means; None for nothing."""
    field = told.get(" ".join(header.split())) or column_of(header)
    return None if field == NO_FIELD else field


def _headless(where: str) -> Problem:
    return Problem(
        what="no row with a column of names",
        where=where,
        remedy="name the columns in the first row: name, status, date, citizenship, said_by",
    )


def _find_table(text: str, part: TablePart, where: str, told: Mapping[str, str]) -> _Table | None:
    """The head that knows the most columns, over all delimiters; None where none has names."""
    best: _Table | None = None
    for delimiter in _DELIMITERS:
        for row, _ in zip(read_rows(text, part, delimiter), range(_HEAD_ROWS), strict=False):
            kinds = tuple(column_told(header, told) for header in row.cells)
            columns: dict[str, int] = {}
            for at, kind in enumerate(kinds):
                columns.setdefault(kind or "", at)
            if any(name in columns for name in _NAMES):
                if best is None or len(columns) > len(best.columns):
                    best = _Table(
                        where=where,
                        delimiter=delimiter,
                        head=row,
                        columns=columns,
                        kinds=kinds,
                        status="",
                    )
                break
    return best


class _RowReader:
    """Reads one row; collects what is wrong with it in `problems`."""

    def __init__(self, report: Report, table: _Table, row: Row) -> None:
        self._report = report
        self._table = table
        self._row = row
        self.problems: list[Problem] = []

    def claim(self) -> Claim | None:
        """The row's claim; None where it says nothing that can be understood."""
        if any(self._row.cells[len(self._table.head.cells) :]):
            self._report_problem(
                "more cells than the head has columns",
                "put cells that hold a separator in quotes",
            )
            return None
        act = self._act()
        if act is None:
            return None
        name = self._name()
        nationalities = self._nationalities()
        passage = self._passage()
        return Claim(
            id=claim_id(passage, act, name),
            report=self._report.id,
            act=act,
            stance=Stance.REPORTED,
            passage=passage,
            count=None if name else self._one(),
            names=self._mentions(name, nationalities),
            nationalities=nationalities,
            charges=self._several("charges"),
            term=self._term(),
            place=self._cell("place") or self._cell("facility") or None,
            when=self._when(act),
            speakers=self._speakers(),
        )

    def _cell(self, column: str) -> str:
        at = self._table.columns.get(column)
        return self._row.cells[at] if at is not None and at < len(self._row.cells) else ""

    def _several(self, column: str) -> tuple[str, ...]:
        return tuple(part for part in _SEVERAL.split(self._cell(column)) if part)

    def _act(self) -> Act | None:
        status = self._cell("status")
        if status and not means(status, "no"):
            acts = acts_of(status)
            if not acts:
                self._report_problem(
                    "a status that is not known",
                    "write released, pardoned, deported, held, arrested, sentenced or the like",
                    column="status",
                )
            return acts[0] if acts else None
        for column, act in _DATES.items():
            cell = self._cell(column)
            if cell and not means(cell, "no"):
                return act
        if acts := acts_of(self._table.status):
            return acts[0]
        self._report_problem("no status", "write what happened: released, held, …", column="status")
        return None

    def _name(self) -> str:
        name = self._cell("name")
        if not name:
            parts = map(self._cell, ("given-name", "patronymic", "family-name"))
            name = " ".join(part for part in parts if part and not means(part, "withheld"))
        return "" if means(name, "withheld") else " ".join(name.split())

    def _one(self) -> Quantity:
        words = self._cell("name") or self._cell("given-name") or self._cell("family-name")
        return Quantity(low=1, high=1, about=None, words=words)

    def _mentions(self, name: str, nationalities: tuple[str, ...]) -> tuple[Mention, ...]:
        if not name:
            return ()
        nationality = nationalities[0] if nationalities else None
        roles = self._several("role")
        return (Mention(name=name, roles=roles, nationality=nationality, age=self._age()),)

    def _age(self) -> int | None:
        words = self._cell("age")
        years = _AGE.match(words)
        if words and years is None and not means(words, "no"):
            self._report_problem(
                "an age that is not a number", "write whole years: 34", column="age"
            )
        return int(years[0]) if years is not None else None

    def _term(self) -> Term | None:
        words = self._cell("term")
        if not words or means(words, "no"):
            return None
        # Loads the dictionary of the Russian reader, which a list without terms need not.
        from habeas.claims.list_terms import duration_of

        return Term(kind=TermKind.SENTENCE, duration=duration_of(words), words=words)

    def _nationalities(self) -> tuple[str, ...]:
        codes: dict[str, None] = {}
        cell = self._cell("citizenship")
        # As a whole first: some names of countries hold a comma.
        whole = country_of(cell) if cell else None
        for part in (cell,) if whole else re.split(r"\s*[;|,/]\s*", cell):
            if not part or means(part, "no"):
                continue
            code = country_of(part)
            if code is None:
                self._report_problem(
                    "a country that is not known",
                    "write its two-letter code (ISO 3166) or its name",
                    column="citizenship",
                )
            else:
                codes[code] = None
        return tuple(codes)

    def _when(self, act: Act) -> TimeMention | None:
        for column in self._date_columns(act):
            words = self._cell(column)
            if not words or means(words, "no") or means(words, "yes"):
                continue
            when = read_date(words)
            if when is not None:
                return TimeMention(edtf=when, words=words)
            # Only what looks like a date is repeated: a shifted cell may hold a name.
            shown = f"{words!r} is" if _LIKE_A_DATE.fullmatch(words) else "a text that is"
            self._report_problem(
                f"{shown} not one date", "write 2024, 2024-02 or 2024-02-29", column=column
            )
        return None

    @staticmethod
    def _date_columns(act: Act) -> tuple[str, ...]:
        own = Act.RELEASE if act in FREEING else Act.ARREST if act is Act.REARREST else act
        return (*(column for column, of in _DATES.items() if of is own), "date")

    def _speakers(self) -> tuple[Speaker, ...]:
        name = self._cell("said-by")
        if not name:
            return ()
        # Loads the English parser's package, which a list without speakers need not.
        from habeas.claims.speaker_kinds import speaker_kind

        cue = self._table.head.cells[self._table.columns["said-by"]]
        return (Speaker(name=name, kind=speaker_kind(name), cue=cue),)

    def _passage(self) -> Passage:
        start, end = self._row.start, self._row.end
        exact = self._report.text[start:end]
        start += len(exact) - len(exact.lstrip())
        return self._report.passage(start, start + len(exact.strip()))

    def _report_problem(self, what: str, remedy: str, *, column: str | None = None) -> None:
        place = f"{self._table.where}, row {self._row.number}"
        if column is not None:
            at = self._table.columns.get(column)
            header = self._table.head.cells[at] if at is not None else column
            place += f", column '{header}'"
        self.problems.append(Problem(what=what, where=place, remedy=remedy))


def _where(report: Report) -> str:
    if report.file:
        return report.file
    return (urlsplit(report.url).hostname if report.url else None) or "the list"
