"""`habeas account`: the figures of reports, side by side."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit
from habeas.cli.inputs import Inputs, read_inputs
from habeas.cli.messages import tell_inputs

if TYPE_CHECKING:
    from habeas.cli.sheet import Library, Sheet
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

    Groups what the reports claim by event. The event that most reports speak of comes
    first, in full; the others follow in short, newest first. Every figure names its
    voice and points to its words; a voice that simply reports is only named. Nothing
    is decided, nobody is merged.

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
        _SHOW[form](found, _selected(accounts, everything=everything))
    sys.stdout.flush()
    tell_inputs(found)
    if found.exit_code is Exit.OK and not accounts:
        from habeas.cli.console import say_note

        say_note("the claims speak of no release: there is nothing to set side by side")
        context.exit(Exit.NOTHING)
    context.exit(found.exit_code)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Selection:
    """Which accounts are shown, and how far.

    Attributes:
        accounts: All, the main one first.
        in_full: How many of them are shown in full, from the first.
        most_people: How many names to show of each.
    """

    accounts: tuple[Account, ...]
    in_full: int
    most_people: int

    def sheets(self, library: Library) -> list[Sheet]:
        """The accounts to show in full."""
        from habeas.cli.account_sheet import sheet_of

        return [
            sheet_of(one, library, others=self.accounts, most_people=self.most_people)
            for one in self.accounts[: self.in_full]
        ]

    @property
    def in_short(self) -> list[Account]:
        """The others, but for those that an account shown in full tells already."""
        told = {id_ for one in self.accounts[: self.in_full] for id_ in one.earlier}
        return [one for one in self.accounts[self.in_full :] if not told & set(one.event.claims)]


def _selected(accounts: tuple[Account, ...], *, everything: bool) -> _Selection:
    if everything:
        return _Selection(accounts=accounts, in_full=len(accounts), most_people=sys.maxsize)
    return _Selection(accounts=accounts, in_full=1, most_people=MOST_PEOPLE)


def _accounts(found: Inputs) -> tuple[Account, ...]:
    """The accounts, the one most reports speak of first, the others newest first."""
    if not found.claims:
        return ()
    from habeas.accounts import accounts_of

    accounts = accounts_of(found.reports, found.claims)
    main = max(
        accounts, key=lambda one: (len(one.event.reports), len(one.event.claims)), default=None
    )
    return tuple(sorted(accounts, key=lambda one: one is not main))


def _print_text(found: Inputs, selection: _Selection) -> None:
    from rich.text import Text

    from habeas.cli.account_text import longest_pointer, report_lines, sheet_lines, short_lines
    from habeas.cli.console import console_on
    from habeas.cli.ledger import page_on, print_lines
    from habeas.cli.sheet import Library

    library = Library(found.reports, found.claims)
    page = page_on(console_on(sys.stdout), pointer_width=longest_pointer(library))
    for sheet in selection.sheets(library):
        print_lines(page, [*sheet_lines(sheet, library, page), Text()])
    if selection.in_short:
        print_lines(page, [*short_lines(selection.in_short, library, page), Text()])
    print_lines(page, report_lines(found.reports, library, page))


def _print_markdown(found: Inputs, selection: _Selection) -> None:
    from habeas.cli.account_markdown import markdown_of
    from habeas.cli.console import write_data
    from habeas.cli.sheet import Library

    library = Library(found.reports, found.claims)
    write_data(markdown_of(selection.sheets(library), selection.in_short, library))


def _print_json(accounts: Sequence[Account], found: Inputs) -> None:
    from habeas.accounts.format import account_document
    from habeas.cli.console import write_json

    if found.exit_code is not Exit.UNREADABLE:
        write_json(account_document(accounts, found.claims, found.reports))


_SHOW = {"text": _print_text, "markdown": _print_markdown}
