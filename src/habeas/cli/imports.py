"""`habeas import`: keep an edition of a list of people, each row once while it says the same."""

from __future__ import annotations

import os
import sys
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from habeas.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from habeas.model.dates import EdtfDate
    from habeas.model.reports import Report
    from habeas.people.lists.importing import (
        ColumnMap,
        ImportPlan,
        ListEdition,
        ListPlan,
        SeenColumn,
    )

_TOLD = 10
"""Rows whose problems are told on the terminal; the report has all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What was asked for."""

    file: Path
    source: str
    told: tuple[str, ...]
    mapping: Path | None
    status: str
    published: str
    dry_run: bool
    report: Path | None


class _ImportCommand(click.Command):
    """Gives its function all that was asked as one value."""

    def invoke(self, ctx: click.Context) -> object:
        ctx.params = {"asked": _Asked(**ctx.params)}
        return super().invoke(ctx)


@click.command("import", cls=_ImportCommand)
@click.argument("file", metavar="LIST", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--source", default="", help="Whose list it is; its editions are compared.")
@click.option(
    "--map",
    "told",
    multiple=True,
    metavar="COLUMN=FIELD",
    help="What a column holds, where the guess is wrong; - for nothing. Repeatable.",
)
@click.option(
    "--mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE.toml",
    help="The same, and source and status, from a file.",
)
@click.option("--status", default="", help="What is said of rows that do not say it: held, …")
@click.option("--published", default="", metavar="DAY", help="Of which day the list is.")
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.csv",
    help="Write what became of each row to FILE.",
)
@click.pass_context
def import_command(context: click.Context, asked: _Asked) -> None:
    """Keep an edition of a list of people in the register.

    Reads CSV, XLSX and ODS, shows what each column is taken to hold, and remembers it for
    the next edition of the same source. A row that is new or says something else than
    before becomes a claim of the source; one that says the same changes nothing, and one
    that is gone is told and stays. A row is known again by its id, else by name and birth.

    \b
    Examples:
      habeas import list.xlsx --dry-run
      habeas import list.csv --source "Example Monitor" --map "Who=name" --map "Note=-"
      habeas import list.csv --status held --report rows.csv

    \b
    Fields: name, given-name, patronymic, family-name, other-names, id, birth-date, age,
    sex, citizenship, role, status, date, arrest-date, sentence-date, release-date,
    death-date, charges, term, place, facility, residence, case-number, said-by, url.

    \b
    Exit codes: 0 imported, 2 a column or field that is none, 3 no list, 4 some rows were
    refused, 6 all rows were refused, or the register refused.
    """
    from habeas.cli.console import say_note, say_problem
    from habeas.people.lists.importing import RowOutcome

    is_new = asked.dry_run and not _is_there()
    edition, seen = _edition(asked, _nothing if is_new else _before)
    planned = _first(edition) if is_new else _planned(edition)
    _print_columns(seen, edition.columns)
    if not asked.dry_run:
        _keep(planned)
    plan = planned.plan
    if asked.report is not None:
        from habeas.cli.results import write_result

        write_result(report_csv(plan), asked.report)
    told = [problem for row in plan.rows for problem in row.problems]
    for problem in told[:_TOLD]:
        say_problem(problem)
    if len(told) > _TOLD and asked.report is None:
        say_note(f"{len(told) - _TOLD:,} more; --report FILE.csv has all of them")
    say_note(_total(planned, dry_run=asked.dry_run))
    refused = plan.count(RowOutcome.REFUSED)
    if refused:
        taken = len(plan.rows) - refused - plan.count(RowOutcome.VANISHED)
        context.exit(Exit.PARTIAL if taken else Exit.REFUSED)


def _edition(
    asked: _Asked, last: Callable[[str], ColumnMap | None]
) -> tuple[ListEdition, tuple[SeenColumn, ...]]:
    """The list with what its columns hold: as told, else as last time, else as guessed."""
    from habeas.people.lists.importing import (
        ColumnMap,
        InvalidMap,
        ListEdition,
        mapped,
        seen_columns,
        source_of,
        unknown_headers,
        with_map,
    )

    data, report = _read(asked.file)
    given = _mapping_file(asked.mapping)
    source = " ".join((asked.source or given.source or source_of(report)).split())
    before = last(source)
    told = _told(asked.told)
    seen = seen_columns(report)
    if unknown := unknown_headers(seen, told):
        raise Stop(
            Exit.USAGE,
            what=f"the list has no column {unknown[0][:60]!r}",
            where=str(asked.file),
            remedy=f"its columns are {', '.join(one.header for one in seen)[:300]}",
        )
    status = asked.status or given.status or (before.status if before else "")
    known = dict(before.columns) if before else {}
    try:
        columns = mapped(seen, known, given.columns, told, status=status)
    except InvalidMap as error:
        # Whoever must say what columns hold has to see them.
        _print_columns(seen, ColumnMap(columns=tuple((one.header, one.guess) for one in seen)))
        raise Stop(
            Exit.USAGE, what=error.what, where=str(asked.file), remedy=error.remedy
        ) from error
    report = with_map(report, columns, source=source, published=_day(asked.published))
    return ListEdition(report=report, data=data, source=source, columns=columns), seen


def _read(file: Path) -> tuple[bytes, Report]:
    from habeas.cli.inputs import problem_of
    from habeas.cli.sources import Kind, Source
    from habeas.model.problems import HabeasError
    from habeas.people.lists.importing import list_report
    from habeas.reports import MAX_BYTES

    try:
        with file.open("rb") as stream:
            # One byte more than is read: enough to be told that the file is too large.
            data = stream.read(MAX_BYTES + 1)
        return data, list_report(data, file=file.name)
    except (HabeasError, OSError) as error:
        problem = problem_of(error, Source(kind=Kind.FILE, at=str(file)))
        raise Stop(
            Exit.UNREADABLE, what=problem.what, where=problem.where, remedy=problem.remedy
        ) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What a file says of a list."""

    columns: Mapping[str, str]
    source: str = ""
    status: str = ""


def _mapping_file(path: Path | None) -> _Given:
    if path is None:
        return _Given(columns={})
    try:
        told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        columns = told.get("columns", {})
        texts = (*columns.keys(), *columns.values(), told.get("source", ""), told.get("status", ""))
        if not all(isinstance(text, str) for text in texts):
            raise ValueError("a value that is no text")
    except (OSError, ValueError, AttributeError) as error:
        raise Stop(
            Exit.USAGE,
            what="the file of the mapping cannot be read",
            where=str(path),
            remedy='write source = "…" and, below [columns], "COLUMN" = "field"',
        ) from error
    return _Given(columns=columns, source=told.get("source", ""), status=told.get("status", ""))


def _told(pairs: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        header, equals, field = pair.rpartition("=")
        if not equals or not header.strip():
            raise Stop(
                Exit.USAGE,
                what=f"{pair[:60]!r} does not say what a column holds",
                where="--map",
                remedy='write "COLUMN=field"',
            )
        found[header.strip()] = field.strip()
    return found


def _day(text: str) -> EdtfDate | None:
    from habeas.reports.dates import read_date

    if not text:
        return None
    day = read_date(text)
    if day is None:
        raise Stop(
            Exit.USAGE,
            what=f"{text[:40]!r} is not one date",
            where="--published",
            remedy="write 2024, 2024-02 or 2024-02-29",
        )
    return day


def _is_there() -> bool:
    from habeas.server.store_settings import store_exists, store_place

    return store_exists(store_place(os.environ))


def _nothing(source: str) -> None:
    """What is known of a source where there is no register yet, which looking must not make."""


def _first(edition: ListEdition) -> ImportPlan:
    from habeas.claims.people_lists import rows_of_list
    from habeas.people.lists.importing import ImportPlan, plan_import

    rows = rows_of_list(edition.report)
    plan = plan_import(rows, (), lambda text: text, document=edition.report.id)
    return ImportPlan(edition=edition, plan=plan, after=0)


def _before(source: str) -> ColumnMap | None:
    from habeas.server.store_settings import open_store, store_place

    open_store(store_place(os.environ))
    from habeas.store.lists import last_import

    before = last_import(source)
    return None if before is None else before.columns


def _planned(edition: ListEdition) -> ImportPlan:
    from habeas.store.lists import plan_list

    return plan_list(edition)


def _keep(planned: ImportPlan) -> None:
    from habeas.cli.whoami import user_name
    from habeas.store.lists import import_list

    import_list(planned, at=datetime.now(UTC), by=user_name())


def _print_columns(seen: tuple[SeenColumn, ...], columns: ColumnMap) -> None:
    """What each column is taken to hold, with some of its cells."""
    from rich.text import Text

    from habeas.cli.console import console_on
    from habeas.cli.ledger import page_on, print_lines
    from habeas.cli.printable import printable
    from habeas.people.lists.importing import FIELDS

    page = page_on(console_on(sys.stdout))
    lines = []
    for one in seen:
        field = columns.field_of(one.header)
        head = Text.assemble((printable(one.header), "strong"), " = ", (field, "label"))
        head.append(f"  {FIELDS[field]}", style="quiet")
        samples = " · ".join(map(printable, one.samples)) or "nothing in it"
        lines += [*page.across(head), *page.note(samples)]
    print_lines(page, lines)


def report_csv(plan: ListPlan) -> bytes:
    """What became of each row, as CSV with a mark; no cell of it is a formula, none a name."""
    import csv
    import io

    from habeas.cli.match_rows import without_formula

    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(("sheet", "row", "outcome", "claim", "problem", "where", "remedy"))
    for row in plan.rows:
        told = row.problems or (None,)
        for problem in told:
            where = (
                ("", "", "") if problem is None else (problem.what, problem.where, problem.remedy)
            )
            cells = (row.sheet, str(row.number), row.outcome.value, row.claim_id, *where)
            writer.writerow([without_formula(cell) for cell in cells])
    return page.getvalue().encode("utf-8-sig", "backslashreplace")


def _total(planned: ImportPlan, *, dry_run: bool) -> str:
    from habeas.people.lists.importing import RowOutcome

    plan = planned.plan
    counts = [f"{plan.count(each):,} {each.value}" for each in RowOutcome if plan.count(each)]
    told = ", ".join(counts) or "the list has no rows"
    after = "the first edition" if not planned.after else "after the edition before"
    told = f"{planned.edition.source}, {after}: {told}"
    return f"nothing was written; it would be: {told}" if dry_run else told
