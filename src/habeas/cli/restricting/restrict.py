"""`habeas restrict` and `habeas restrictions`: who may see a record of the register."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from habeas.cli.deciding.judge import by_option, dry_run_option, reason_option, who_decides
from habeas.cli.deciding.register import open_register
from habeas.cli.exits import Exit, Stop
from habeas.cli.options import text_or_json
from habeas.cli.whoami import user_name

if TYPE_CHECKING:
    from rich.text import Text

    from habeas.cli.ledger import Page
    from habeas.model.restrictions import RecordKind, Restriction
    from habeas.store.restricting import Restricted

readers_option = click.option(
    "--readers",
    default="",
    metavar="NAMES",
    help="Who may see it, by the names that they sign in by, with commas between.",
)
_UNDO = "undo"
_LEAST_DIGITS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is decided about which record; `choice` is a level, or a field to seal."""

    record: str
    choice: str
    readers: str
    reason: str
    by: str
    dry_run: bool


class AskingCommand(click.Command):
    """A command whose arguments and options come as one value."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        ctx.params = {"asked": Asked(**ctx.params)}
        return super().invoke(ctx)


@click.command(cls=AskingCommand)
@click.argument("record", metavar="ID|NAME")
@click.argument(
    "choice",
    metavar="LEVEL|undo",
    type=click.Choice(["public", "register", "named", "sealed", _UNDO]),
)
@readers_option
@reason_option
@by_option
@dry_run_option
def restrict(asked: Asked) -> None:
    """Say who may see a report, a claim, a person or what is sealed; or undo that.

    LEVEL is public, register, named or sealed.
    public: everybody, as at first. register: whoever signs in at the desk. named: the
    readers alone, at the desk. sealed: the same; what habeas seal keeps has no other level.
    Of a claim its words in the report are hidden too, with every claim that rests on them;
    of a person every spelling, in every text. Whoever has the files of the register can
    read what was not sealed when it came in.

    \b
    Examples:
      habeas restrict c3f0c1d2e4a5 register --reason "until the family agrees"
      habeas restrict "Ana Perez" named --readers anna,ben --reason "she asked for it"
      habeas restrict "Ana Perez" undo --reason "she is abroad now"
    """
    from habeas.model.restrictions import Level, RecordKind, Restriction

    who = who_decides(asked.by)
    open_register()
    kind, key = found_record(asked.record)
    if asked.choice == _UNDO:
        _undo(kind, key, asked)
        return
    decision = Restriction(
        kind=kind,
        record=key,
        level=Level(asked.choice),
        readers=readers_of(asked.readers),
        reason=asked.reason,
        by=who,
        at=datetime.now(UTC),
    )
    if asked.dry_run:
        click.echo(f"Nothing was written; it would be: {_told(decision)}")
        return
    from habeas.store import restricting

    restricting.restrict(decision)
    click.echo(_told(decision))
    if decision.level is Level.SEALED and kind is not RecordKind.SEALED:
        from habeas.cli.console import say_note

        say_note(
            "it is hidden, not encrypted: it was kept in the open when it came in, and stays"
            " readable for whoever has the files of the register, or a copy of them"
        )


@click.command()
@text_or_json
@click.pass_context
def restrictions(context: click.Context, form: str) -> None:
    """List who may see what, and who decided so, when and why.

    Decisions that were replaced or undone are listed too; those that hold are marked.

    \b
    Examples:
      habeas restrictions
      habeas restrictions --format json

    \b
    Exit codes: 0 listed, 5 nothing was ever restricted.
    """
    from habeas.cli.console import console_on, say_note, write_json
    from habeas.cli.ledger import page_on, print_lines
    from habeas.model.restrictions import Owner

    open_register()
    from habeas.store.history import load_shown_restrictions

    made = load_shown_restrictions(Owner(name=user_name()))
    if form == "json":
        write_json({"format": "habeas-restrictions/1", "restrictions": [*map(_document, made)]})
    else:
        page = page_on(console_on(sys.stdout))
        for each in made:
            print_lines(page, _lines(each, page))
    if not made:
        say_note("nothing is restricted")
        context.exit(Exit.NOTHING)


def readers_of(names: str) -> tuple[str, ...]:
    """Names with commas between them, sorted, each once."""
    return tuple(sorted({name.strip() for name in names.split(",")} - {""}))


def found_record(record: str) -> tuple[RecordKind, str]:
    """The kind and id of what an argument means: an id, the start of a report's, or a name.

    Raises:
        Stop: The register has nothing of the kind. The message repeats nothing.
    """
    from habeas.people import spelling_id
    from habeas.store.restricting import kind_of_record, reports_beginning

    node = spelling_id(record)
    for key in (record, node):
        kind = kind_of_record(key)
        if kind is not None:
            return kind, key
    begun = reports_beginning(record) if len(record) >= _LEAST_DIGITS else ()
    if len(begun) == 1:
        from habeas.model.restrictions import RecordKind

        return RecordKind.REPORT, begun[0]
    raise Stop(
        Exit.USAGE,
        what="nothing in the register has this id or name",
        remedy="give the id of a report, a claim or a person, or a name as a report spells it",
    )


def _undo(kind: RecordKind, key: str, asked: Asked) -> None:
    from habeas.store.decisions import Decision
    from habeas.store.restricting import undo_restriction

    if asked.dry_run:
        click.echo(f"Nothing was written; it would be: {kind.value} {key}: as before the last")
        return
    decision = Decision(by=who_decides(asked.by), at=datetime.now(UTC), reason=asked.reason)
    click.echo(_told(undo_restriction(kind, key, decision)))


def _told(decision: Restriction) -> str:
    from habeas.cli.printable import printable

    told = f"{decision.kind.value} {decision.record}: {decision.level.value}"
    return f"{told}, for {printable(', '.join(decision.readers))}" if decision.readers else told


def _document(made: Restricted) -> dict[str, object]:
    decision = made.restriction
    return {
        "of": decision.kind.value,
        "id": decision.record,
        "names": list(made.names),
        "level": decision.level.value,
        "readers": list(decision.readers),
        "stands": made.stands,
        "undo": made.takes_back is not None,
        "reason": decision.reason,
        "by": decision.by,
        "at": decision.at.isoformat(),
    }


def _lines(made: Restricted, page: Page) -> list[Text]:
    from rich.text import Text

    from habeas.cli.printable import printable

    decision = made.restriction
    head = Text.assemble(
        (f"{decision.kind.value} {decision.record}", "label"),
        "  ",
        (decision.level.value, "accent" if made.stands else ""),
    )
    if decision.readers:
        head.append(f"  for {printable(', '.join(decision.readers))}")
    if not made.stands:
        head.append("  replaced or undone", "quiet")
    day = decision.at.date().isoformat()
    told = [f"{printable(decision.by)}, {day}: {printable(decision.reason)}"]
    if made.names:
        told.append(printable(", ".join(made.names)))
    return [*page.across(head), *(line for text in told for line in page.note(text))]
