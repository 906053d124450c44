"""`habeas account`: the figures of reports, side by side."""

from __future__ import annotations

import sys
from datetime import date

import click

from habeas.cli.account_asked import FORMATS, Asked, answer

_DAY = click.DateTime(["%Y-%m-%d"])


class _AccountCommand(click.Command):
    """Gives its function all that was asked as one value."""

    def invoke(self, ctx: click.Context) -> object:
        ctx.params = {"asked": Asked(**ctx.params)}
        return super().invoke(ctx)


@click.command(cls=_AccountCommand)
@click.argument("inputs", nargs=-1, metavar="FILE|FOLDER|URL|-...")
@click.option(
    "--claims",
    "given",
    multiple=True,
    metavar="CLAIMS.json",
    help="Claims that anybody made, in the claims format; - is standard input. Repeatable.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="text for the terminal, markdown to paste, csv (the figures) and xlsx (all of it) for"
    " a spreadsheet, json for programs.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Every event in full: every name, conflict, bound and assumption.",
)
@click.option(
    "--aside",
    multiple=True,
    metavar="CLAIM",
    help="What if this claim is wrong: its id, or where it stands (5:115). Repeatable.",
)
@click.option(
    "--reject",
    "rejected",
    multiple=True,
    metavar="ASSUMPTION",
    help="What if this does not hold: the id of an assumption. Repeatable.",
)
@click.option("--as-of", type=_DAY, metavar="DAY", help="What happened until this day.")
@click.option("--known-at", type=_DAY, metavar="DAY", help="What was reported until this day.")
@click.pass_context
def account(context: click.Context, asked: Asked) -> None:
    """Set the figures of reports side by side: what adds up, what does not, who is missing.

    Groups what the reports claim by event. The event that most reports speak of comes
    first, in full; the others follow in short, newest first. Every figure names its
    voice and points to its words; a voice that simply reports is only named. Where
    figures conflict, the smallest sets of claims are told that cannot all be right, what
    that takes for granted, and what follows where one is set aside. Nothing is decided,
    nobody is merged.

    \b
    Examples:
      habeas account report.html
      habeas account inbox/ --all
      habeas account inbox/ --format markdown > account.md
      habeas account inbox/ --format xlsx > account.xlsx
      habeas account --claims claims.json --format json
      habeas account inbox/ --aside 5:115        what follows without that claim
      habeas account inbox/ --known-at 2025-12-14
      COLUMNS=100 habeas account inbox/

    The JSON follows docs/reference/habeas-account-1.schema.json
    """
    if not asked.inputs and not asked.given:
        raise click.UsageError("Give reports, or --claims with a file of claims.")
    if asked.form == "xlsx" and sys.stdout.isatty():
        raise click.UsageError("A workbook is no text: send it to a file, with > account.xlsx.")
    context.exit(answer(asked, today=date.today()))  # noqa: DTZ011 - the reader's own day
