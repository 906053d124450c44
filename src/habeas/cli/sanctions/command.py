"""`habeas sanctions`: keep editions of lists of sanctions, and show what changed between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit, Stop
from habeas.cli.options import text_or_json

if TYPE_CHECKING:
    from habeas.model.sanctions import SanctionsList, Snapshot

_DAY = click.DateTime(["%Y-%m-%d"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be compared, and how it is to be shown.

    Attributes:
        files: Two, or none for the editions that are kept.
        since, until: Days of the two editions; None for the last.
        title: Of the one list wanted; None for all.
        form: `text`, `csv` or `json`.
        everything: True for every entry.
    """

    files: tuple[Path, ...]
    since: datetime | None
    until: datetime | None
    title: str | None
    form: str
    everything: bool


@click.group()
def sanctions() -> None:
    """Keep editions of lists of sanctions, and show what changed between them.

    \b
    Examples:
      habeas sanctions add SDN.XML --date 2031-05-01
      habeas sanctions list
      habeas sanctions diff
      habeas sanctions diff old/SDN.XML new/SDN.XML

    Read are OFAC's SDN and Consolidated lists as XML and Advanced XML, the EU's list as
    XML 1.1, the UK's as CSV, and OpenSanctions' entities.ftm.json. habeas fetches none of
    them: give it the files.
    """


@sanctions.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE|-")
@click.option(
    "--date",
    "day",
    type=_DAY,
    metavar="DAY",
    help="The day on which the list was so; if left out, the day that the list says.",
)
@click.option(
    "--list", "title", metavar="NAME", help="What to call the list, instead of what it says."
)
@click.option("--dry-run", is_flag=True, help="Say what would be kept; write nothing.")
@click.pass_context
def add(
    context: click.Context, file: Path, day: datetime | None, title: str | None, dry_run: bool
) -> None:
    """Keep an edition of a list in the register, as it is.

    It is read whole or not at all: a file that is damaged, cut off or no list is refused,
    and nothing is written. The same file for the same day is kept once.

    \b
    Exit codes: 0 kept or there already, 3 no list that is read, 4 kept, but some values
    in it could not be used, 6 it could not be kept.
    """
    from habeas.cli.messages import tell_problems
    from habeas.cli.sanctions.editions import read_file
    from habeas.pledges.sanctions import read_sanctions

    data, name = read_file(file)
    found = read_sanctions(data, file=name)
    snapshot = _snapshot(found, len(data), name, _day(found, day, name), title)
    outcome = _keep(snapshot, data, found, dry_run=dry_run)
    _tell_kept(snapshot, outcome, dry_run=dry_run)
    tell_problems(found.problems)
    context.exit(Exit.PARTIAL if found.problems else Exit.OK)


@sanctions.command("list")
@text_or_json
def list_editions(form: str) -> None:
    """List the editions that are kept, by list and day."""
    from habeas.cli.printable import printable
    from habeas.cli.sanctions.editions import kept_editions

    kept = kept_editions()
    if form == "json":
        from habeas.cli.console import write_json

        write_json(
            {"format": "habeas-editions/1", "editions": [_edition_document(one) for one in kept]}
        )
        return
    for each in kept:
        click.echo(
            f"{each.day}  {printable(each.title)}  {each.entries:,} entries  "
            f"{each.format}  {printable(each.file)}  {each.digest[:12]}"
        )


class _DiffCommand(click.Command):
    """Hands its options on as one value."""

    def invoke(self, ctx: click.Context) -> object:
        ctx.params = {"asked": Asked(**ctx.params)}
        return super().invoke(ctx)


@sanctions.command(cls=_DiffCommand)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE FILE]")
@click.option("--from", "since", type=_DAY, metavar="DAY", help="The edition in force on DAY.")
@click.option("--to", "until", type=_DAY, metavar="DAY", help="The edition in force on DAY.")
@click.option("--list", "title", metavar="NAME", help="This list alone.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="text for the terminal, csv for a spreadsheet, json for programs.",
)
@click.option("--all", "everything", is_flag=True, help="Show every entry and all of its words.")
@click.pass_context
def diff(context: click.Context, asked: Asked) -> None:
    """Show what was listed, changed and delisted between two editions.

    Of the lists that are kept, or of two files. Without days the last two editions of
    each list are compared. An entry is the same by its id at the source, in whatever
    format; what one of two formats cannot say is not compared.

    \b
    Examples:
      habeas sanctions diff
      habeas sanctions diff --list "OFAC SDN" --from 2031-05-01 --to 2031-06-01
      habeas sanctions diff old/SDN.XML new/SDN.XML --format csv > changes.csv

    The JSON follows docs/reference/habeas-sanctions-1.schema.json

    \b
    Exit codes: 0 something changed, 3 no list that is read, 5 nothing changed, or there
    are no two editions.
    """
    if asked.files and (len(asked.files) != 2 or asked.since or asked.until or asked.title):
        raise click.UsageError("Give two files, or days and the name of a list that is kept.")
    from habeas.cli.sanctions.editions import differences_kept, file_edition
    from habeas.cli.sanctions.output import write_differences
    from habeas.pledges.sanctions import compare_editions

    if asked.files:
        old, new = map(file_edition, asked.files)
        pairs = [(old, new)]
    else:
        pairs = list(differences_kept(_date(asked.since), _date(asked.until), asked.title))
    found = [(old, new, compare_editions(old.found, new.found)) for old, new in pairs]
    write_differences(found, asked.form, everything=asked.everything)
    changed = any(difference.changes for _, _, difference in found)
    context.exit(Exit.OK if changed else Exit.NOTHING)


def _day(found: SanctionsList, given: datetime | None, where: str) -> date:
    says = found.issued.latest if found.issued is not None else None
    if given is None and says is None:
        raise Stop(
            Exit.USAGE,
            what="the list does not say of which day it is",
            where=where,
            remedy="say it: --date 2031-05-01",
        )
    day = given.date() if given is not None else says
    assert day is not None
    if says is not None and says > day:
        from habeas.cli.console import say_note

        say_note(f"the list itself says that it is of {says}, later than {day}")
    return day


def _snapshot(found: SanctionsList, size: int, name: str, day: date, title: str | None) -> Snapshot:
    from habeas.cli.whoami import user_name
    from habeas.model.sanctions import Snapshot

    return Snapshot(
        title=title or found.title,
        day=day,
        digest=found.digest,
        size=size,
        format=found.format,
        entries=len(found.entities),
        file=name,
        by=user_name(),
        at=datetime.now(UTC),
    )


def _keep(snapshot: Snapshot, data: bytes, found: SanctionsList, *, dry_run: bool) -> str:
    import os

    from habeas.server.store_settings import open_store, store_exists, store_place

    place = store_place(os.environ)
    if dry_run and not store_exists(place):
        return "added"
    open_store(place)
    from habeas.store.snapshots import save_snapshot, snapshot_outcome

    if dry_run:
        return snapshot_outcome(snapshot).value
    from habeas.store.parsed_lists import keep_parsed

    outcome = save_snapshot(snapshot, data)
    keep_parsed(snapshot, found)
    return outcome.value


def _tell_kept(snapshot: Snapshot, outcome: str, *, dry_run: bool) -> None:
    from habeas.cli.console import say_note
    from habeas.cli.printable import printable

    told = f"{printable(snapshot.title)}, {snapshot.day}: {snapshot.entries:,} entries"
    click.echo(f"{outcome}  {told}  ({snapshot.format})")
    if dry_run:
        say_note("nothing was written")


def _date(moment: datetime | None) -> date | None:
    return moment.date() if moment is not None else None


def _edition_document(snapshot: Snapshot) -> dict[str, object]:
    return {
        "list": snapshot.title,
        "day": snapshot.day.isoformat(),
        "digest": snapshot.digest,
        "size": snapshot.size,
        "format": snapshot.format.value,
        "entries": snapshot.entries,
        "file": snapshot.file,
        "by": snapshot.by,
        "at": snapshot.at.isoformat(),
    }
