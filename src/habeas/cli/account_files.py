"""Accounts for a spreadsheet: the figures as CSV, or a workbook with a sheet for each kind."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from habeas.accounts.hedges import hard_bounds, soft_bounds
from habeas.cli.account_table import column_words
from habeas.cli.match_rows import without_formula
from habeas.cli.printable import printable
from habeas.cli.sheet import Library
from habeas.cli.wording import claim_words, voice_words
from habeas.model.accounts import Account, Figure
from habeas.model.claims import Quantity

FIGURES = (
    *("event", "when", "figure", "counts", "act", "stance", "low", "high", "about"),
    *("hard low", "hard high", "soft low", "soft high", "whom", "part of", "voices"),
    *("speaker", "report", "publisher", "published", "start", "end", "words", "conflicts", "claim"),
)
_CONFLICTS = ("event", "conflict", "only as usually read", "assumed", "claims")
_ASIDE = ("event", "set aside", "voices", "claims")
_BOUNDS = ("event", "of", "low", "high")
_PEOPLE = ("event", "name", "status", "claims")
_ASSUMPTIONS = ("event", "kind", "assumed", "id", "claims")
_OPEN = ("event", "question or what would settle it")

_WIDEST = 60
_MOST_CELL = 32_000

type Cell = str | int | float | None
type Rows = Iterable[Sequence[Cell]]


def as_csv(accounts: Iterable[Account], library: Library) -> bytes:
    """Every figure of an account, in UTF-8 with a mark; no formula in it.

    `conflicts` counts the conflicts that a figure stands in.
    """
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(FIGURES)
    for row in _figures(accounts, library):
        writer.writerow([without_formula(_text(cell)) for cell in row])
    return page.getvalue().encode("utf-8-sig", "backslashreplace")


def as_xlsx(accounts: Sequence[Account], library: Library) -> bytes:
    """Figures, conflicts, bounds, people and questions, a sheet each; no cell is a formula.

    The same accounts give the same bytes.
    """
    import xlsxwriter

    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(data, options) as book:
        # Without a day of its own the library notes the moment of writing.
        book.set_properties({"title": "Accounts", "created": datetime(2000, 1, 1, tzinfo=UTC)})
        # A prefix keeps a cell text even after somebody edits it.
        form = book.add_format({"quote_prefix": True, "valign": "top"})
        head = book.add_format({"bold": True, "bottom": 1})
        for name, headers, rows in _sheets(accounts, library):
            sheet = book.add_worksheet(name)
            listed = [[_shown(cell) for cell in row] for row in rows]
            for column, header in enumerate(headers):
                longest = max([len(header), *(len(_text(row[column])) for row in listed)])
                sheet.set_column(column, column, min(longest + 2, _WIDEST))
                sheet.write_string(0, column, header, head)
            for line, row in enumerate(listed, start=1):
                for column, cell in enumerate(row):
                    if isinstance(cell, str) and cell:
                        sheet.write_string(line, column, cell[:_MOST_CELL], form)
                    elif isinstance(cell, int | float):
                        sheet.write_number(line, column, cell)
            sheet.freeze_panes(1, 0)
    return data.getvalue()


def _sheets(
    accounts: Sequence[Account], library: Library
) -> Iterator[tuple[str, Sequence[str], Rows]]:
    yield "Figures", FIGURES, _figures(accounts, library)
    titled = [(account.event.title, account) for account in accounts]
    yield (
        "Conflicts",
        _CONFLICTS,
        [
            (
                *(title, one.explanation, "yes" if one.tight else ""),
                *(_list(one.assumptions), _list((*one.claims, *one.likewise))),
            )
            for title, account in titled
            for one in account.conflicts
        ],
    )
    yield (
        "Set aside",
        _ASIDE,
        [
            (title, _words(one.set_aside, library), one.weight, _list(one.set_aside))
            for title, account in titled
            for one in account.repairs
            if one.set_aside
        ],
    )
    yield (
        "Bounds",
        _BOUNDS,
        [(title, one.of, one.low, one.high) for title, a in titled for one in a.bounds],
    )
    yield (
        "People",
        _PEOPLE,
        [
            (title, one.name, one.naming.value, _list(one.claims))
            for title, account in titled
            for one in account.people
        ],
    )
    yield (
        "Assumed",
        _ASSUMPTIONS,
        [
            (title, one.kind.value, one.reason, one.id, _list(one.claims))
            for title, account in titled
            for one in account.assumptions
        ],
    )
    yield (
        "Open",
        _OPEN,
        [(title, words) for title, a in titled for words in (*a.questions, *a.settling)],
    )


def _figures(accounts: Iterable[Account], library: Library) -> Iterator[list[Cell]]:
    for account in accounts:
        told = (("freed", account.figures), ("held", account.held), ("other", account.counted))
        for counts, figures in told:
            for figure in figures:
                yield list(_figure(account, figure, counts, library))


def _figure(account: Account, figure: Figure, counts: str, library: Library) -> Iterator[Cell]:
    claim = library.claims[figure.claim]
    count = claim.count or Quantity(low=None, high=None, about=None, words="")
    event, report = account.event, library.reports[claim.report]
    hard, soft = hard_bounds(count), soft_bounds(count)
    yield from (event.title, event.when.text if event.when is not None else "")
    yield from (claim_words(claim), counts, claim.act.value, claim.stance.value)
    yield from (count.low, count.high, count.about, hard.low, hard.high, soft.low, soft.high)
    yield from (column_words(figure.population, "everybody"), claim.part_of, figure.voices)
    yield voice_words(claim.speakers, "")
    yield from (report.file or report.url or report.title, report.publisher)
    yield report.published.text if report.published is not None else None
    yield from (claim.passage.start, claim.passage.end, claim.passage.exact)
    yield sum(claim.id in (*one.claims, *one.likewise) for one in account.conflicts)
    yield claim.id


def _words(claims: Iterable[str], library: Library) -> str:
    told = (claim_words(library.claims[id_]) for id_ in claims if id_ in library.claims)
    return "; ".join(dict.fromkeys(told))


def _list(ids: Iterable[str]) -> str:
    return " ".join(ids)


def _shown(cell: Cell) -> Cell:
    return printable(cell) if isinstance(cell, str) else cell


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:g}" if isinstance(cell, float) else printable(str(cell))
