"""`habeas seal`: keep private particulars encrypted, and open them by name."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.deciding.judge import by_option, dry_run_option, reason_option, who_decides
from habeas.cli.deciding.register import open_register
from habeas.cli.exits import Exit
from habeas.cli.options import text_or_json
from habeas.cli.restricting.restrict import (
    Asked,
    AskingCommand,
    found_record,
    readers_of,
    readers_option,
)
from habeas.cli.whoami import user_name

if TYPE_CHECKING:
    from rich.text import Text

    from habeas.cli.ledger import Page
    from habeas.model.sealing import SealedItem
    from habeas.store.decisions import Decision
    from habeas.store.keys import Keys

FIELDS = ["contact", "real-name", "whereabouts", "note"]


@click.group()
def seal() -> None:
    """Keep private particulars encrypted, for people who are named.

    They are encrypted with a key that is in a file outside the register (HABEAS_KEY says
    which), so that a copy of the register does not tell them. Whoever opens one is
    recorded. A whole report is sealed when it is added: habeas add --seal.

    \b
    Examples:
      habeas seal key --new
      habeas seal add "Ana Perez" contact --readers anna,ben --reason "her sister" < note.txt
      habeas seal list
    """


@seal.command(cls=AskingCommand)
@click.argument("record", metavar="ID|NAME")
@click.argument("choice", metavar="FIELD", type=click.Choice(FIELDS))
@readers_option
@reason_option
@by_option
@dry_run_option
def add(asked: Asked) -> None:
    """Seal the words of standard input as a particular of a person, a claim or a report.

    FIELD is contact, real-name, whereabouts or note.

    \b
    Examples:
      habeas seal add "Ana Perez" contact --readers anna,ben --reason "her sister" < note.txt
      pass show ana | habeas seal add p3f0c1d2e4a5 whereabouts --readers anna --reason "to warn"
    """
    from habeas.model.sealing import Particular, PrivateField

    who, readers = who_decides(asked.by), readers_of(asked.readers)
    open_register()
    from habeas.store.sealing import For, seal_field

    keys = loaded_keys()
    kind, key = found_record(asked.record)
    about = Particular(kind=kind, record=key, field=PrivateField(asked.choice))
    told = f"{asked.choice} of {kind.value} {key}, for {', '.join(readers) or 'nobody'}"
    if asked.dry_run:
        click.echo(f"Nothing was written; it would be sealed: {told}")
        return
    words = sys.stdin.buffer.read().decode("utf-8", "replace").strip()
    whom = For(readers=readers, decision=_decision(who, asked.reason))
    made = seal_field(about, words, whom, keys)
    click.echo(f"sealed: {told}")
    click.echo(f"  key {made}")


@seal.command(name="list")
@text_or_json
@click.pass_context
def list_sealed(context: click.Context, form: str) -> None:
    """List what is sealed, of what and for whom; never what it says. Needs no key.

    \b
    Exit codes: 0 listed, 5 nothing is sealed.
    """
    from habeas.cli.console import console_on, say_note, write_json
    from habeas.cli.ledger import page_on, print_lines
    from habeas.model.restrictions import Owner

    open_register()
    from habeas.store.sealing import load_sealed

    found = load_sealed(Owner(name=user_name()))
    if form == "json":
        write_json({"format": "habeas-sealed/1", "sealed": [*map(_document, found)]})
    else:
        page = page_on(console_on(sys.stdout))
        for each in found:
            print_lines(page, _lines(each, page))
    if not found:
        say_note("nothing is sealed")
        context.exit(Exit.NOTHING)


@seal.command(name="open")
@click.argument("key")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE, for your eyes only; of a report, the file as it came.",
)
@reason_option
@by_option
def open_sealed(key: str, output: Path | None, reason: str, by: str) -> None:
    """Show what is sealed to one of those for whom it is; who opened it is recorded.

    \b
    Examples:
      habeas seal open s3f0c1d2e4a5b6c7d8e9f0a1b --reason "to call her"
      habeas seal open s3f0c1d2e4a5b6c7d8e9f0a1b --output report.pdf --reason "to check a figure"
    """
    from habeas.cli.results import write_result
    from habeas.model.restrictions import Owner

    who = Owner(name=who_decides(by))
    open_register()
    from habeas.store.sealing import load_sealed, open_field, open_report

    keys, decision = loaded_keys(), _decision(who.name, reason)
    whole = any(each.key == key and each.about is None for each in load_sealed(who))
    if not whole:
        write_result(f"{open_field(who, key, decision, keys)}\n".encode(), output)
        return
    opened = open_report(who, key, decision, keys)
    text = f"{opened.report.title}\n\n{opened.report.text}\n".encode()
    write_result(text if output is None else opened.data, output)


@seal.command()
@click.argument("key")
@reason_option
@by_option
def release(key: str, reason: str, by: str) -> None:
    """Keep a sealed report in the open from now on, for those alone who might open it.

    To let others see it, restrict it otherwise: habeas restrict REPORT register.

    \b
    Example:
      habeas seal release s3f0c1d2e4a5b6c7d8e9f0a1b --reason "she is free and agrees"
    """
    from habeas.model.restrictions import Owner

    who = Owner(name=who_decides(by))
    open_register()
    from habeas.store.sealing import release_report

    report = release_report(who, key, _decision(who.name, reason), loaded_keys())
    click.echo(f"report {report}: named, for those who might open it")


@seal.command(name="key")
@click.option("--new", is_flag=True, help="Make a key; where there is one, a newer version of it.")
@by_option
def key_command(new: bool, by: str) -> None:
    """Say where the key is, or make one.

    A newer version locks from now on, and all that is sealed is locked with it anew. Keep
    a copy of the file, apart from the copies of the register: without it nothing opens.

    \b
    Examples:
      habeas seal key
      habeas seal key --new
    """
    from habeas.cli.console import say_note
    from habeas.server.key_settings import key_place
    from habeas.server.store_settings import store_place

    open_register()
    from habeas.store.keys import make_key
    from habeas.store.sealing import rewrap_all

    place = key_place(os.environ)
    if new:
        number = make_key(place, apart_from=store_place(os.environ).home)
        anew = rewrap_all(loaded_keys(), _decision(who_decides(by), ""))
        click.echo(f"version {number} made, {anew} locked anew")
        say_note("keep a copy of this file, apart from the copies of the register")
    keys = loaded_keys()
    click.echo(f"{click.format_filename(place)}")
    click.echo(f"  versions {', '.join(map(str, sorted(keys.versions)))}")


def loaded_keys() -> Keys:
    """The keys of the file that the environment names.

    Raises:
        StoreError: There is none, or it cannot be used.
    """
    from habeas.server.key_settings import key_place
    from habeas.store.keys import load_keys

    return load_keys(key_place(os.environ))


def _decision(by: str, reason: str) -> Decision:
    from habeas.store.decisions import Decision

    return Decision(by=by, at=datetime.now(UTC), reason=reason)


def _document(item: SealedItem) -> dict[str, object]:
    about = item.about
    return {
        "key": item.key,
        "of": "report" if about is None else about.kind.value,
        "id": None if about is None else about.record,
        "field": None if about is None else about.field.value,
        "readers": list(item.readers),
        "openings": item.openings,
        "version": item.version,
        "reason": item.reason,
        "by": item.by,
        "at": item.at.isoformat(),
    }


def _lines(item: SealedItem, page: Page) -> list[Text]:
    from rich.text import Text

    from habeas.cli.printable import printable
    from habeas.cli.wording import counted

    about = item.about
    what = (
        "a whole report"
        if about is None
        else f"{about.field.value} of {about.kind.value} {about.record}"
    )
    head = Text.assemble((item.key, "label"), f"  {what}")
    day = item.at.date().isoformat()
    told = (
        f"{printable(item.by)}, {day}: {printable(item.reason)}",
        f"for {printable(', '.join(item.readers)) or 'nobody'}; opened "
        + counted(item.openings, "time", "times"),
    )
    return [*page.across(head), *(line for text in told for line in page.note(text))]
