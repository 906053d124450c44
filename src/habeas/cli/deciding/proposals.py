"""`habeas proposals`: who may be one person, who may be two, and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from habeas.cli.deciding.register import open_people
from habeas.cli.exits import Exit
from habeas.cli.options import text_or_json

if TYPE_CHECKING:
    from habeas.cli.deciding.register import RegisterPeople
    from habeas.model.people import Alert, PersonMatch

MOST = 20
"""Proposals shown, unless all are asked for."""


@click.command()
@text_or_json
@click.option("--all", "everything", is_flag=True, help="Every proposal, however many.")
@click.option("--unnamed", is_flag=True, help="List everybody without a name too, with ids.")
@click.pass_context
def proposals(context: click.Context, form: str, everything: bool, unnamed: bool) -> None:
    """Show who may be one person and who may be two, and why.

    What a person must look at comes first: judgements that do not fit together, and
    names that may be of two people. Then pairs who may be one, likeliest first, each
    with what speaks for it and against it, in bits: +3 says eight times as likely of
    one person as of two. What somebody has judged is not proposed again. Nothing is
    merged before habeas judge says so.

    \b
    Examples:
      habeas proposals
      habeas proposals --unnamed
      habeas proposals --all --format json > proposals.json
    """
    from habeas.people.alerts import alerts_of
    from habeas.people.gathering import gather_particulars
    from habeas.people.proposing import match_people

    register = open_people()
    held = register.holding
    told = gather_particulars(register.people, held.claims, held.reports)
    alerts = alerts_of(held.claims, held.judgements, held.reports)
    matches = match_people(register.people, held.judgements, told)
    shown = matches if everything or form == "json" else matches[:MOST]
    if form == "json":
        _print_json(register, alerts, shown)
    else:
        _print_text(register, alerts, shown, more=len(matches) - len(shown))
        if unnamed:
            _print_unnamed(register)
    if not alerts and not matches:
        from habeas.cli.console import say_note

        say_note("nobody needs to be looked at")
        context.exit(Exit.NOTHING)


def _print_unnamed(register: RegisterPeople) -> None:
    from habeas.cli.console import console_on
    from habeas.cli.deciding.proposals_text import unnamed_lines
    from habeas.cli.ledger import page_on, print_lines

    page = page_on(console_on(sys.stdout))
    print_lines(page, unnamed_lines(register, page))


def _print_json(
    register: RegisterPeople, alerts: tuple[Alert, ...], matches: tuple[PersonMatch, ...]
) -> None:
    from habeas.cli.console import write_json
    from habeas.cli.deciding.proposals_format import proposals_document

    write_json(proposals_document(register.people, alerts, matches))


def _print_text(
    register: RegisterPeople,
    alerts: tuple[Alert, ...],
    matches: tuple[PersonMatch, ...],
    *,
    more: int,
) -> None:
    from habeas.cli.console import console_on, say_note
    from habeas.cli.deciding.proposals_text import alert_lines, head_lines, match_lines
    from habeas.cli.ledger import page_on, print_lines

    page = page_on(console_on(sys.stdout))
    if alerts or matches:
        print_lines(page, head_lines(register, page))
    for alert in alerts:
        print_lines(page, alert_lines(alert, register, page))
    for match in matches:
        print_lines(page, match_lines(match, register, page))
    if more:
        say_note(f"{more:,} more (--all shows them)")
