"""`habeas judge` and `habeas withdraw`: say who is who, and take it back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from habeas.cli.deciding.register import RegisterPeople, open_people
from habeas.cli.exits import Exit, Stop
from habeas.cli.whoami import user_name

if TYPE_CHECKING:
    from habeas.model.people import Judgement

by_option = click.option(
    "--by", default=user_name, metavar="NAME", help="Who decides.  [default: you]"
)
reason_option = click.option(
    "--reason", required=True, metavar="WORDS", help="Why, for whoever asks later."
)
dry_run_option = click.option(
    "--dry-run", is_flag=True, help="Say what would be kept; write nothing."
)


@click.command()
@click.argument("people", nargs=2, metavar="ID|NAME ID|NAME")
@click.option("--same", "verdict", flag_value="same", help="They are one person.")
@click.option("--different", "verdict", flag_value="different", help="They are two.")
@click.option("--unsure", "verdict", flag_value="unsure", help="Somebody looked and cannot tell.")
@reason_option
@by_option
@dry_run_option
def judge(
    people: tuple[str, str], verdict: str | None, reason: str, by: str, dry_run: bool
) -> None:
    """Decide whether two people of the register are one.

    Takes ids, as habeas proposals shows them, or names as a report spells them. An id
    that begins with m is of a single mention, for telling namesakes apart. A later
    judgement on the same two replaces this one; habeas withdraw takes it back.

    \b
    Examples:
      habeas judge p3f0c1d2e4a5 p9b8a7c6d5e4 --same --reason "same birthday"
      habeas judge "Ana Perez" "Anna Peres" --different --reason "mother and daughter"
    """
    if verdict is None:
        raise click.UsageError("Say how you decide: --same, --different or --unsure.")
    from habeas.model.people import Judgement, Verdict

    register = open_people()
    sides = sorted(map(register.find, people))
    judgement = Judgement(
        left=sides[0],
        right=sides[1],
        verdict=Verdict(verdict),
        reason=reason,
        by=who_decides(by),
        at=datetime.now(UTC),
    )
    _refuse_one_person(judgement, register)
    if dry_run:
        click.echo(f"Nothing was written; it would be: {_told(judgement, register)}")
        return
    from habeas.people import judgement_id
    from habeas.store.records import save_judgement

    save_judgement(judgement)
    key = judgement_id(judgement)
    click.echo(_told(judgement, register))
    click.echo(f"  judgement {key}")
    _tell_contradictions(judgement, register)


@click.command()
@click.argument("judged", nargs=-1, required=True, metavar="JUDGEMENT|ID|NAME...")
@reason_option
@by_option
@dry_run_option
def withdraw(judged: tuple[str, ...], reason: str, by: str, dry_run: bool) -> None:
    """Take a judgement back; everything is as it was before it.

    Takes the id of a judgement, as habeas judgements shows it, or the two people that
    were judged: of several judgements on them the last is taken back. The judgement
    stays on record, and so does who withdrew it, when and why.

    \b
    Examples:
      habeas withdraw j3f0c1d2e4a5 --reason "the birthday was a misprint"
      habeas withdraw "Ana Perez" "Anna Peres" --reason "two birthdays"
    """
    from habeas.model.people import Withdrawal
    from habeas.people import judgement_id

    register = open_people()
    judgement = _judgement(judged, register)
    told = _told(judgement, register)
    if dry_run:
        click.echo(f"Nothing was written; it would be withdrawn: {told}")
        return
    from habeas.store.records import withdraw_judgement

    key = judgement_id(judgement)
    withdraw_judgement(
        Withdrawal(judgement=key, reason=reason, by=who_decides(by), at=datetime.now(UTC))
    )
    click.echo(f"withdrawn: {told}")
    click.echo(f"  judgement {key}")


def _judgement(judged: tuple[str, ...], register: RegisterPeople) -> Judgement:
    """The last judgement that holds and is meant.

    Raises:
        Stop: There is none.
    """
    from habeas.people import judgement_id

    standing = register.records.judgements
    if len(judged) == 1:
        meant = [each for each in standing if judgement_id(each) == judged[0]]
    elif len(judged) == 2:
        pair = set(map(register.find, judged))
        meant = [each for each in standing if {each.left, each.right} == pair]
    else:
        raise click.UsageError("Give the id of one judgement, or the two people judged.")
    if meant:
        return meant[-1]
    raise Stop(
        Exit.USAGE,
        what="no judgement that holds has this id, or is on these people",
        remedy="see habeas judgements",
    )


def who_decides(by: str) -> str:
    """The name of whoever decides.

    Raises:
        Stop: There is none.
    """
    if by.strip():
        return by.strip()
    raise Stop(Exit.USAGE, what="this system does not know who you are", remedy="say it: --by NAME")


def _refuse_one_person(judgement: Judgement, people: RegisterPeople) -> None:
    if judgement.left == judgement.right:
        raise Stop(
            Exit.USAGE,
            what="both arguments mean the same",
            remedy="to tell two mentions of one name apart, give their ids, which begin with m",
        )


def _told(judgement: Judgement, people: RegisterPeople) -> str:
    sides = " and ".join(
        f"{people.name_of(node)} ({node})" for node in (judgement.left, judgement.right)
    )
    return f"{sides}: {judgement.verdict.value}"


def _tell_contradictions(judgement: Judgement, people: RegisterPeople) -> None:
    from habeas.cli.console import say_note
    from habeas.people import contradictions

    judgements = (*people.holding.judgements, judgement)
    for found in contradictions(people.holding.claims, judgements):
        if judgement in (found.kept_out, found.different, *found.chain):
            say_note("this does not fit with other judgements: habeas proposals shows which")
            return
