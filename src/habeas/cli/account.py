"""`habeas account`: the figures of reports, side by side."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit
from habeas.cli.inputs import Inputs, read_inputs
from habeas.cli.messages import tell_inputs

if TYPE_CHECKING:
    from habeas.model.accounts import Account

MOST_PEOPLE = 12
"""Names shown of an event, unless all are asked for."""


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="text for the terminal, markdown to paste, json for programs.",
)
@click.option("--all", "everything", is_flag=True, help="Every event in full, every name.")
@click.pass_context
def account(context: click.Context, inputs: tuple[str, ...], form: str, everything: bool) -> None:
    """Set the figures of reports side by side: agreed, differing, named and unnamed.

    Groups what the reports claim by event. The event with the most reports comes
    first, in full; the others follow in short, newest first. Every figure names its
    voice and points to its words. Nothing is decided, nobody is merged.

    \b
    Examples:
      habeas account report.html
      habeas account inbox/ --all
      habeas account inbox/ --format markdown > account.md
      COLUMNS=100 habeas account inbox/
    """
    found = read_inputs(inputs, today=date.today())  # noqa: DTZ011 - the reader's own day
    accounts = _accounts(found)
    if form == "json":
        _print_json(accounts, found)
    elif accounts:
        shown = accounts if everything else accounts[:1]
        _SHOW[form](found, shown, accounts[len(shown) :])
    sys.stdout.flush()
    tell_inputs(found)
    if found.exit_code is Exit.OK and not accounts:
        from habeas.cli.console import say_note

        say_note("the claims speak of no release: there is nothing to set side by side")
        context.exit(Exit.NOTHING)
    context.exit(found.exit_code)


def _accounts(found: Inputs) -> tuple[Account, ...]:
    """The accounts, the one most reports speak of first, the others newest first."""
    from habeas.accounts import accounts_of

    if not found.claims:
        return ()
    accounts = accounts_of(found.reports, found.claims)
    if not accounts:
        return ()
    main = max(accounts, key=lambda one: (len(one.event.reports), len(one.event.claims)))
    return (main, *(one for one in accounts if one is not main))


def _most_people(shown: Sequence[Account], rest: Sequence[Account]) -> int:
    return MOST_PEOPLE if rest or len(shown) == 1 else sys.maxsize


def _print_text(found: Inputs, shown: Sequence[Account], rest: Sequence[Account]) -> None:
    from rich.text import Text

    from habeas.cli.account_sheet import sheet_of
    from habeas.cli.account_text import longest_pointer, report_lines, sheet_lines, short_lines
    from habeas.cli.console import console_on
    from habeas.cli.ledger import page_on, print_lines
    from habeas.cli.sheet import Library

    library = Library(found.reports, found.claims)
    page = page_on(console_on(sys.stdout), pointer_width=longest_pointer(library))
    for one in shown:
        sheet = sheet_of(one, library, most_people=_most_people(shown, rest))
        print_lines(page, [*sheet_lines(sheet, library, page), Text()])
    if rest:
        print_lines(page, [*short_lines(rest, library, page), Text()])
    print_lines(page, report_lines(found.reports, library, page))


def _print_markdown(found: Inputs, shown: Sequence[Account], rest: Sequence[Account]) -> None:
    from habeas.cli.account_markdown import markdown_of
    from habeas.cli.account_sheet import sheet_of
    from habeas.cli.console import write_data
    from habeas.cli.sheet import Library

    library = Library(found.reports, found.claims)
    sheets = [sheet_of(one, library, most_people=_most_people(shown, rest)) for one in shown]
    write_data(markdown_of(sheets, rest, library))


def _print_json(accounts: Sequence[Account], found: Inputs) -> None:
    from habeas.accounts.format import account_document
    from habeas.cli.console import write_json

    if found.exit_code is not Exit.UNREADABLE:
        write_json(account_document(accounts, found.reports, found.claims))


_SHOW = {"text": _print_text, "markdown": _print_markdown}
