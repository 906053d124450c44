"""`habeas read`: what reports claim."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from habeas.cli.exits import Exit
from habeas.cli.inputs import Inputs, read_inputs
from habeas.cli.messages import tell_inputs


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    default="table",
    show_default=True,
    help="table for people; json: one claims document; jsonl: one a report, a line each.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a line for each document to FILE; what is in it already is not read again.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help="Processes that read at once, with --output.  [default: one a core]",
)
@click.pass_context
def read(
    context: click.Context,
    inputs: tuple[str, ...],
    form: str,
    output: Path | None,
    jobs: int | None,
) -> None:
    """Show what reports claim, each claim with its words.

    Reads files, folders, web addresses and - for standard input. One input that
    cannot be read stops nothing.

    With --output, archives of any size: every file of a folder, ZIP and tar archives,
    WARC files, mailboxes and feeds, by several processes. After Ctrl-C or a crash the
    same command goes on where it ended.

    \b
    Examples:
      habeas read report.html
      habeas read inbox/ list.csv
      habeas read https://example.org/news/42
      habeas read inbox/ --format json > claims.json
      habeas read crawl.warc.gz mails.zip --output claims.jsonl

    The JSON is the claims format, version 1: docs/reference/habeas-claims-1.schema.json
    Lines of --output: docs/reference/habeas-reading-1.schema.json
    """
    if output is not None:
        from habeas.cli.archive.command import read_to_file

        context.exit(read_to_file(inputs, output, jobs))
    if jobs is not None:
        raise click.UsageError("--jobs needs --output: only then do several processes read.")
    found = read_inputs(inputs, today=date.today())  # noqa: DTZ011 - the reader's own day
    if form == "table":
        _print_table(found)
    elif form == "json":
        _print_documents(found)
    else:
        _print_lines(found)
    sys.stdout.flush()
    tell_inputs(found)
    context.exit(found.exit_code)


def _print_table(found: Inputs) -> None:
    from habeas.cli.claims_text import reading_lines
    from habeas.cli.console import console_on
    from habeas.cli.ledger import page_on, print_lines

    page = page_on(console_on(sys.stdout))
    for reading in found.readings:
        print_lines(page, reading_lines(reading.report, reading.claims, page))


def _print_documents(found: Inputs) -> None:
    from habeas.claims.format import claims_document
    from habeas.cli.console import write_json

    if found.exit_code is not Exit.UNREADABLE:
        write_json(claims_document(found.reports, found.claims))


def _print_lines(found: Inputs) -> None:
    from habeas.claims.format import claims_document
    from habeas.cli.console import write_json

    for reading in found.readings:
        write_json(claims_document([reading.report], reading.claims), indent=None)
