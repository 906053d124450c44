"""`habeas add`: keep reports and their claims in the register."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit
from habeas.cli.inputs import Inputs, Reading, read_inputs
from habeas.cli.whoami import user_name
from habeas.model.problems import Problem

if TYPE_CHECKING:
    from habeas.store.decisions import Outcome

type Keep = Callable[[Reading], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What became of some readings."""

    outcomes: Counter[str]
    refused: tuple[Problem, ...]


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@click.option("--dry-run", is_flag=True, help="Say what would be added; write nothing.")
@click.option("--seal", is_flag=True, help="Keep them encrypted alone, for --readers.")
@click.option(
    "--readers",
    default="",
    metavar="NAMES",
    help="With --seal: who may open them, as they sign in, with commas between.",
)
@click.pass_context
def add(
    context: click.Context, inputs: tuple[str, ...], dry_run: bool, seal: bool, readers: str
) -> None:
    """Keep reports and their claims in the register.

    Reads files, folders, web addresses, lists of people as CSV, and - for standard
    input. What is there already is not added again. One input that cannot be read
    stops nothing.

    \b
    Examples:
      habeas add report.html
      habeas add inbox/ list.csv
      habeas add https://example.org/news/42
      habeas add inbox/ --dry-run
      habeas add letter.pdf --seal --readers anna,ben

    What is sealed is kept encrypted and in no other way, with its bytes, words and
    claims: in no search, account or edition. habeas seal opens it.

    The register is a file of yours (HABEAS_HOME says in which folder), or a
    PostgreSQL server (DATABASE_URL). The original bytes are kept beside it.
    """
    from habeas.cli.console import say_problem
    from habeas.cli.messages import tell_inputs

    if seal != bool(readers.strip(" ,")):
        raise click.UsageError("--seal needs --readers, and --readers needs --seal.")
    found = read_inputs(inputs, today=date.today())  # noqa: DTZ011 - the user's own day
    # A dry run needs no key.
    keeper = _would_keep if dry_run else (lambda: _sealer(readers)) if seal else _keeper
    kept = _keep_all(found.readings, keeper)
    tell_inputs(found)
    for problem in kept.refused:
        say_problem(problem)
    _tell_total(kept, unread=len(found.problems), dry_run=dry_run)
    context.exit(_exit_code(found, kept))


def _keep_all(readings: Sequence[Reading], keeper: Callable[[], Keep]) -> _Kept:
    outcomes: Counter[str] = Counter()
    refused: list[Problem] = []
    if not readings:
        return _Kept(outcomes=outcomes, refused=())
    from habeas.cli.printable import printable
    from habeas.cli.progress import watched
    from habeas.store.problems import RecordRefused

    keep = keeper()
    for reading in watched(readings, "Adding"):
        place = reading.report.file or reading.report.url or "standard input"
        try:
            outcome = keep(reading)
        except RecordRefused as error:
            refused.append(Problem(what=error.what, where=place, remedy=error.remedy))
            continue
        outcomes[outcome] += 1
        number = len(reading.claims)
        claims = "1 claim" if number == 1 else f"{number:,} claims"
        click.echo(f"{outcome:<13}  {printable(place)}  ({claims})")
    return _Kept(outcomes=outcomes, refused=tuple(refused))


def _keeper() -> Keep:
    from habeas.server.store_settings import open_store, store_place

    open_store(store_place(os.environ))
    from habeas.store.records import save_reading

    by = user_name()

    def keep(reading: Reading) -> Outcome:
        now = datetime.now(UTC)
        return save_reading(reading.report, reading.data, reading.claims, at=now, by=by)

    return keep


def _sealer(readers: str) -> Keep:
    from habeas.cli.restricting.restrict import readers_of
    from habeas.cli.restricting.seal import loaded_keys
    from habeas.model.sealing import SealedReport
    from habeas.server.store_settings import open_store, store_place

    open_store(store_place(os.environ))
    from habeas.store.decisions import Decision, Outcome
    from habeas.store.sealing import For, seal_report, sealed_already

    keys, by = loaded_keys(), user_name()

    def keep(reading: Reading) -> Outcome:
        if sealed_already(reading.report.id, keys):
            return Outcome.ALREADY_THERE
        decision = Decision(by=by, at=datetime.now(UTC), reason="added sealed")
        whole = SealedReport(report=reading.report, claims=reading.claims, data=reading.data)
        seal_report(whole, For(readers=readers_of(readers), decision=decision), keys)
        return Outcome.ADDED

    return keep


def _would_keep() -> Keep:
    from habeas.server.store_settings import open_store, store_exists, store_place
    from habeas.store.decisions import Outcome

    place = store_place(os.environ)
    if not store_exists(place):
        return lambda reading: Outcome.ADDED
    open_store(place)
    from habeas.store.records import outcome_of

    return lambda reading: outcome_of(reading.report, reading.claims)


def _tell_total(kept: _Kept, *, unread: int, dry_run: bool) -> None:
    from habeas.cli.console import say_note
    from habeas.store.decisions import Outcome

    lost = unread + len(kept.refused)
    parts = [f"{kept.outcomes[outcome]:,} {outcome}" for outcome in Outcome]
    if lost:
        parts.append(f"{lost:,} not read")
    told = ", ".join(part for part in parts if not part.startswith("0 ")) or "nothing to add"
    say_note(f"nothing was written; it would be: {told}" if dry_run else told)


def _exit_code(found: Inputs, kept: _Kept) -> Exit:
    if found.faults:
        return Exit.FAULT
    if not found.readings:
        return Exit.UNREADABLE
    if len(kept.refused) == len(found.readings):
        return Exit.REFUSED
    return Exit.PARTIAL if found.problems or kept.refused else Exit.OK
