"""`habeas deal`: both sides of what is said to be traded, on one time line."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from habeas.cli.deal.answer import FORMATS, Asked, answer

_DAY = click.DateTime(["%Y-%m-%d"])


class _DealCommand(click.Command):
    """Gives its function all that was asked as one value."""

    def invoke(self, ctx: click.Context) -> object:
        ctx.params = {"asked": Asked(**ctx.params)}
        return super().invoke(ctx)


@click.command(cls=_DealCommand)
@click.argument("inputs", nargs=-1, metavar="[FILE|FOLDER|URL|-...]")
@click.option(
    "--claims",
    "given",
    multiple=True,
    metavar="CLAIMS.json",
    help="Claims that anybody made, in the claims format; - is standard input. Repeatable.",
)
@click.option(
    "--on",
    type=_DAY,
    metavar="DAY",
    help="How it stood at the end of this day; if left out, today.",
)
@click.option(
    "--known-at",
    type=_DAY,
    metavar="DAY",
    help="What was reported until this day; of the register, what it knew by then.",
)
@click.option(
    "--list",
    "lists",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="SNAPSHOT",
    help="Editions of a list of sanctions, the oldest first: what became there of whom a pledge"
    " may mean. Repeatable.",
)
@click.option(
    "--reject",
    "rejected",
    multiple=True,
    metavar="LINK",
    help="What if this is not meant: the id of a link or of a proposal. Repeatable.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="text for the terminal, markdown to paste, csv (the time lines) for a spreadsheet, json"
    " for programs, ics (what is due) for a calendar, ftm for FollowTheMoney.",
)
@click.pass_context
def deal(context: click.Context, asked: Asked) -> None:
    """Show what was promised beside what was delivered, and who says it was a deal.

    Without reports it shows what the register holds, with the lists of sanctions that are
    kept in it; what was decided there with habeas decide or at the desk counts.

    A release and a promise stand together only where somebody says that one was for the
    other, or denies it; habeas ties nothing itself. Each line has its words and who says
    them, and points to where. How a promise stands on a day follows from what is said of
    it by then: where accounts contradict each other it is disputed, and each account's
    answer is shown.

    \b
    Examples:
      habeas deal inbox/
      habeas deal inbox/ --on 2025-12-31
      habeas deal inbox/ --known-at 2025-09-30 --on 2025-09-30
      habeas deal inbox/ --list sdn-may.xml --list sdn-june.xml
      habeas deal inbox/ --format ics > due.ics
      habeas deal inbox/ --reject k1a2b3c4d5e6f      without that link
      habeas deal                                    of the register

    The JSON follows docs/reference/habeas-deal-1.schema.json

    \b
    Exit codes: 0 shown, 3 nothing could be read, 4 some of it could not, 5 nothing is
    promised and nobody speaks of a deal.
    """
    if not asked.inputs and not asked.given and not _register_exists():
        raise click.UsageError(
            "Give reports, or --claims with a file of claims; the register holds none yet."
        )
    context.exit(answer(asked, today=date.today()))  # noqa: DTZ011 - the reader's own day


def _register_exists() -> bool:
    from habeas.server.store_settings import store_exists, store_place

    return store_exists(store_place(os.environ))
