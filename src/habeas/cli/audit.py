"""`habeas audit`: who changed what in the register, and whether it still is what was recorded."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit, Stop
from habeas.cli.whoami import user_name

if TYPE_CHECKING:
    from habeas.model.audit import AuditRecord

_COLUMNS = ("number", "at", "change", "row", "by", "about", "reason", "content", "hash")


@click.group()
def audit() -> None:
    """Show who changed what in the register, and check that it holds.

    Every change has a record: who, when, what kind, the ids it is about, why, a digest of
    what was added, and the hash of the record before it.

    \b
    Examples:
      habeas audit log
      habeas audit verify
    """


@audit.command()
@click.option(
    "--end",
    metavar="HASH",
    help="Also check that the record with this hash, noted earlier, is there.",
)
@click.pass_context
def verify(context: click.Context, end: str | None) -> None:
    """Check every record and every row, and name the first broken link.

    Note the hash it ends with somewhere else: whoever can write to the database could
    make the whole chain anew, and only a hash from before can show it.

    \b
    Examples:
      habeas audit verify
      habeas audit verify --end 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

    \b
    Exit codes: 0 all holds, 5 there is no register, 7 something was changed or is missing.
    """
    _open()
    from habeas.cli.console import say_note
    from habeas.cli.wording import counted
    from habeas.store.audit import has_record
    from habeas.store.verifying import verify_records

    good, broken = verify_records()
    if broken is None and end is not None and not has_record(end):
        click.echo("Broken: no record has the hash that was given.")
        context.exit(Exit.BROKEN)
    if broken is None:
        click.echo(f"Unbroken: {counted(good.number, 'record', 'records')}.")
        click.echo(f"  end {good.hash}")
        return
    place = "" if broken.number is None else f"record {broken.number}: "
    click.echo(f"Broken: {place}{broken.what}.")
    say_note(f"{counted(good.number, 'record', 'records')} before it hold")
    context.exit(Exit.BROKEN)


@audit.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="text for the terminal, json for programs, csv for a spreadsheet.",
)
@click.pass_context
def log(context: click.Context, form: str) -> None:
    """List the records, the newest last.

    No record holds a name, but for the reasons: they are the words of whoever decided.

    \b
    Examples:
      habeas audit log
      habeas audit log --format csv > log.csv

    \b
    Exit codes: 0 listed, 5 there is no record.
    """
    _open()
    from habeas.cli.console import say_note
    from habeas.model.restrictions import Owner
    from habeas.store.history import load_shown_records

    records = tuple(load_shown_records(Owner(name=user_name())))
    if form == "json":
        _write_json(records)
    elif form == "csv":
        _write_csv(records)
    else:
        _print(records)
    if not records:
        say_note("nothing was added yet")
        context.exit(Exit.NOTHING)


def _open() -> None:
    from habeas.server.store_settings import open_store, store_exists, store_place

    place = store_place(os.environ)
    if not store_exists(place):
        raise Stop(
            Exit.NOTHING,
            what="there is no register yet",
            where=str(place.home),
            remedy="add a report: habeas add FILE",
        )
    open_store(place)


def _cells(record: AuditRecord) -> dict[str, str | int]:
    return {
        "number": record.number,
        "at": record.at.isoformat(),
        "change": record.change,
        "row": record.row,
        "by": record.by,
        "about": record.about,
        "reason": record.reason,
        "content": record.content,
        "hash": record.hash,
    }


def _write_json(records: Iterable[AuditRecord]) -> None:
    from habeas.cli.console import write_json

    documents = [{**_cells(each), "about": each.about.split()} for each in records]
    write_json({"format": "habeas-audit/1", "records": documents})


def _write_csv(records: Iterable[AuditRecord]) -> None:
    from habeas.cli.match_rows import without_formula
    from habeas.cli.results import write_result

    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for record in records:
        cells = _cells(record)
        writer.writerow([without_formula(str(cells[column])) for column in _COLUMNS])
    write_result(page.getvalue().encode("utf-8-sig", "backslashreplace"), None)


def _print(records: Iterable[AuditRecord]) -> None:
    from rich.text import Text

    from habeas.cli.console import console_on
    from habeas.cli.ledger import page_on, print_lines
    from habeas.cli.printable import printable

    page = page_on(console_on(sys.stdout))
    for record in records:
        head = Text.assemble(
            (f"{record.number}", "label"),
            (f"  {record.change} {record.row}", "strong"),
            f"  {record.at:%Y-%m-%d %H:%M:%S} UTC  {printable(record.by)}",
        )
        told = [printable(text) for text in (record.about, record.reason) if text]
        print_lines(page, [*page.across(head), *(x for text in told for x in page.note(text))])
