"""`habeas who`: persons by any spelling of their names."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit
from habeas.cli.options import text_or_json

if TYPE_CHECKING:
    from habeas.cli.holdings import Holding
    from habeas.cli.inputs import Inputs
    from habeas.people.search.persons import Answer

MOST_FOUND = 10
"""Persons shown, unless all are asked for."""


@click.command()
@click.argument("name", nargs=-1, required=True, metavar="NAME...|-")
@click.option(
    "--in",
    "inputs",
    multiple=True,
    metavar="FILE|FOLDER|URL",
    help="Search these reports instead of the register, or a published edition.",
)
@text_or_json
@click.option("--all", "everything", is_flag=True, help="Everyone found, and all that is said.")
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Day for which custody is told, as 2025-12-31; today if left out.",
)
def who(
    name: tuple[str, ...],
    inputs: tuple[str, ...],
    form: str,
    everything: bool,
    day: datetime | None,
) -> None:
    """Find persons by name, in any script and spelling.

    Shows who has such a name, how likely it is theirs, their spellings, whether they are
    in custody by all accounts today or on DAY, and what was said of them last: by whom, in which
    words. A family name alone is enough. Several persons are all shown; nobody is merged,
    and whoever is protected is never shown.

    Searches the register, or with --in reports, folders or an edition. With - the name
    is read from standard input, so that it does not stay in the history of your shell.

    \b
    Examples:
      habeas who Колесникова
      habeas who Maria Kolesnikova --in examples/belarus-2025-12
      habeas who Kalesnikava --in belarus.sqlite --all
      habeas who - < name.txt

    \b
    Exit codes: 0 somebody was found, 3 nothing could be read, 4 found, but some of
    --in could not be read, 5 nobody has such a name or the register is empty.
    """
    sought = " ".join(name)
    if sought == "-":
        sought = sys.stdin.read(2_000)
    sought = " ".join(sought.split())
    if not any(letter.isalpha() for letter in sought):
        raise click.UsageError("Give a name, or a part of one.")
    from habeas.cli.holdings import holding_named
    from habeas.people.search.persons import find_persons

    holding, found = holding_named(inputs)
    answer = find_persons(sought, holding.people)
    today = day.date() if day is not None else date.today()  # noqa: DTZ011 - the reader's own day
    if form == "json":
        _print_json(answer, holding, today)
    else:
        _print_text(answer, holding, today, everything=everything)
    sys.stdout.flush()
    _tell(answer, holding, found)
    if not answer.found:
        code = found.exit_code if found is not None else Exit.NOTHING
        click.get_current_context().exit(Exit.NOTHING if code in (Exit.OK, Exit.PARTIAL) else code)
    click.get_current_context().exit(found.exit_code if found is not None else Exit.OK)


def _print_text(answer: Answer, holding: Holding, today: date, *, everything: bool) -> None:
    from habeas.cli.console import console_on
    from habeas.cli.ledger import page_on, print_lines
    from habeas.cli.who_text import MOST_SAID, answer_lines, shelf_of

    page = page_on(console_on(sys.stdout))
    most, most_said = (sys.maxsize, sys.maxsize) if everything else (MOST_FOUND, MOST_SAID)
    shelf = shelf_of(answer, holding, today)
    print_lines(page, answer_lines(answer, shelf, page, most=most, most_said=most_said))


def _print_json(answer: Answer, holding: Holding, today: date) -> None:
    from habeas.cli.console import write_json
    from habeas.cli.who_text import answer_document

    write_json(answer_document(answer, holding, today=today))


def _tell(answer: Answer, holding: Holding, found: Inputs | None) -> None:
    """Say on stderr what was not found or not searched; never a name."""
    from habeas.cli.console import say_note
    from habeas.cli.messages import tell_inputs

    if found is not None:
        tell_inputs(found)
    if not answer.found:
        near = "; the nearest are shown" if answer.near else ""
        say_note(f"nobody has such a name{near}: try the family name alone, or another spelling")
    elif answer.typed:
        say_note("nothing as typed; found as the same keys of a Russian keyboard")
    if holding.withheld:
        # Told whatever was sought, so that it says nothing of who they are.
        number = f"{holding.withheld:,} {'person is' if holding.withheld == 1 else 'persons are'}"
        say_note(f"{number} protected here, and never shown")
