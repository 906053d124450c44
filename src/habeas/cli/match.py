"""`habeas match`: a list of people beside another, or beside the register."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from habeas.people.lists import SideBySide

FORMATS = ("text", "csv", "xlsx", "json")


@click.command()
@click.argument("lists", nargs=-1, required=True, metavar="LIST [LIST_B]")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="text for the terminal, csv and xlsx for a spreadsheet, json for programs."
    "  [default: what the name of --output ends in, else text]",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE, for your eyes only, instead of the terminal.",
)
@click.option("--all", "everything", is_flag=True, help="Every row, not the first of each kind.")
@click.pass_context
def match(
    context: click.Context,
    lists: tuple[str, ...],
    form: str | None,
    output: Path | None,
    everything: bool,
) -> None:
    """Set a list of people beside another list, or beside the register.

    Says who stands on both lists (same, probable, possible), who only on one, who names
    nobody, and who stands twice on one list; each pair with what speaks for and against
    it. Names are compared in any script; birth dates, places, charges and the like count
    too. Rows go together one to one where one is clearly the best; else a person must
    look. Nothing is decided, and nothing is written to the register.

    A list is a CSV, XLSX, ODS or JSON file, FollowTheMoney entities, OpenSanctions
    statements, a text of one name a line, or a published edition; - is standard input.
    Without LIST_B the list is set beside the register.

    \b
    Examples:
      habeas match ours.csv theirs.xlsx
      habeas match ours.csv theirs.xlsx --output compared.xlsx
      habeas match list.csv                     beside the register
      habeas match list.csv belarus.sqlite      beside a published edition
      habeas match ours.csv persons.ftm.json --format json

    \b
    Exit codes: 0 compared, 3 a list cannot be read, 4 compared without some cells or
    rows that cannot be read, 5 a list holds nobody, 6 FILE cannot be written.
    """
    chosen = _format(form, output)
    if len(lists) > 2 or lists.count("-") > 1:
        raise click.UsageError("Give one list or two, and - for one of them at most.")
    if output is not None:
        _refuse_inputs(output, lists)
    from habeas.cli.console import say_note
    from habeas.cli.holdings import holding_of_register
    from habeas.cli.list_inputs import read_list, table_of
    from habeas.cli.match_rows import headline
    from habeas.cli.messages import tell_notes, tell_problems
    from habeas.cli.progress import watched
    from habeas.cli.results import write_result
    from habeas.people.lists import compare_lists

    left = read_list(lists[0])
    right = read_list(lists[1]) if lists[1:] else table_of(holding_of_register())
    found = compare_lists(left, right, watch=lambda some: watched(some, "Comparing"))
    if chosen == "text" and output is None:
        _print_text(found, everything=everything)
    else:
        write_result(_data(found, chosen), output)
        if output is not None:
            say_note(f"{output}: {', '.join(headline(found))}")
    tell_notes((*left.notes, *right.notes))
    problems = (*left.problems, *right.problems)
    tell_problems(problems)
    if not left.people or not right.people:
        empty = right if left.people else left
        raise Stop(Exit.NOTHING, what="there is nobody to compare with", where=empty.name)
    context.exit(Exit.PARTIAL if problems else Exit.OK)


def _format(form: str | None, output: Path | None) -> str:
    by_name = output.suffix.lower().removeprefix(".") if output is not None else ""
    chosen = form or (by_name if by_name in FORMATS else "text")
    if chosen == "xlsx" and output is None and sys.stdout.isatty():
        raise click.UsageError("A workbook needs --output FILE, or another program to take it.")
    return chosen


def _refuse_inputs(output: Path, inputs: tuple[str, ...]) -> None:
    for name in inputs:
        if output.exists() and Path(name).exists() and output.samefile(name):
            raise Stop(
                Exit.REFUSED,
                what="the list itself would be overwritten",
                where=str(output),
                remedy="choose another name",
            )


def _print_text(found: SideBySide, *, everything: bool) -> None:
    from habeas.cli.console import console_on
    from habeas.cli.ledger import page_on, print_lines
    from habeas.cli.match_text import MOST_SHOWN, side_by_side_lines

    page = page_on(console_on(sys.stdout))
    most = sys.maxsize if everything else MOST_SHOWN
    print_lines(page, side_by_side_lines(found, page, most=most))


def _data(found: SideBySide, form: str) -> bytes:
    from habeas.cli import match_files

    if form == "text":
        from habeas.cli.match_text import side_by_side_lines
        from habeas.cli.results import text_of

        return text_of(lambda page: side_by_side_lines(found, page, most=sys.maxsize))
    makers = {
        "csv": match_files.as_csv,
        "xlsx": match_files.as_xlsx,
        "json": match_files.as_json,
    }
    return makers[form](found)
