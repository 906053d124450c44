"""`habeas publish`: write the register's public Edition."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit, Stop
from habeas.cli.whoami import user_name

if TYPE_CHECKING:
    from habeas.model.editions import Edition
    from habeas.register.assemble import Records


@click.command()
@click.argument("edition", type=click.Path(path_type=Path), metavar="EDITION.sqlite")
@click.option("--title", default="Register", show_default=True, help="Name shown on every page.")
@click.option(
    "--as-of",
    "as_of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Day the edition answers for, as 2025-12-31; today if left out.",
)
@click.option(
    "--withhold",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="NAMES.txt",
    help="Names, one a line, to keep out of this edition and every later one.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be published; write nothing.")
def publish(
    edition: Path,
    title: str,
    as_of: datetime | None,
    withhold: Path | None,
    dry_run: bool,
) -> None:
    """Write what the register holds to EDITION.sqlite, for everyone to read.

    An edition is one file without a single withheld name. It replaces an older
    edition of the same name in one step, and nothing else, and tells what is new
    since that one.

    \b
    Examples:
      habeas publish belarus.sqlite --title "Belarus, December 2025"
      habeas publish belarus.sqlite --withhold protected-names.txt
      habeas publish belarus.sqlite --as-of 2025-12-31 --dry-run
    """
    names = _lines(withhold)
    records, now = _records()
    protected = tuple(sorted({*records.protected, *names}))
    from habeas.register.assemble import assemble_edition

    made = assemble_edition(
        replace(records, protected=protected),
        title=title,
        as_of=as_of.date() if as_of else date.today(),  # noqa: DTZ011 - the user's own day
        known_at=now,
    )
    made = _since(made, edition)
    if dry_run:
        click.echo("Nothing was written; the edition would hold:")
        _tell(made)
        return
    _refuse_alone()
    _protect(names, records, now)
    from habeas.register.edition_file import write_edition
    from habeas.store.decisions import Decision
    from habeas.store.records import record_edition

    decision = Decision(by=user_name(), at=now)
    digest = write_edition(made, edition, lambda digest: record_edition(made, digest, decision))
    click.echo(f"Edition written: {click.format_filename(edition)}")
    _tell(made)
    click.echo(f"  SHA-256   {digest}")


def _refuse_alone() -> None:
    """Refuse where a second person must approve.

    Raises:
        Stop: The register asks for it.
    """
    from habeas.store.publishing import publishing_rule

    if publishing_rule().approvals:
        raise Stop(
            Exit.REFUSED,
            what="this register asks for a second person's approval before an edition goes out",
            remedy="publish at the desk, where they can approve it: habeas serve --desk",
        )


def _since(made: Edition, place: Path) -> Edition:
    """The Edition with what is new since the one that it replaces, where there is one to read."""
    from habeas.register.edition_changes import since
    from habeas.register.edition_file import EditionFile, NotAnEdition

    try:
        with EditionFile(place) as before:
            return since(made, before)
    except NotAnEdition:
        return made


def _lines(withhold: Path | None) -> tuple[str, ...]:
    if withhold is None:
        return ()
    try:
        lines = withhold.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise Stop(
            Exit.USAGE,
            what="the list of names is not UTF-8 text",
            where=str(withhold),
            remedy="save it as UTF-8, one name a line",
        ) from error
    return tuple(line.strip() for line in lines if line.strip())


def _records() -> tuple[Records, datetime]:
    from habeas.server.store_settings import open_store, store_exists, store_place

    place = store_place(os.environ)
    if store_exists(place):
        open_store(place)
        from habeas.model.restrictions import PUBLIC_VIEWER
        from habeas.store.audit import settled_moment
        from habeas.store.records import load_records

        now = settled_moment()
        records = load_records(PUBLIC_VIEWER, known_at=now)
        if records.reports:
            return records, now
    raise Stop(
        Exit.NOTHING,
        what="the register holds no report yet",
        where="DATABASE_URL" if place.database_url else str(place.home),
        remedy="add some: habeas add FILE",
    )


def _protect(names: tuple[str, ...], records: Records, at: datetime) -> None:
    from habeas.store.decisions import Decision
    from habeas.store.records import protect_name

    decision = Decision(by=user_name(), at=at, reason="given to habeas publish --withhold")
    for name in sorted(set(names) - set(records.protected)):
        protect_name(name, decision)


def _tell(made: Edition) -> None:
    numbers = {
        "reports": len(made.reports),
        "claims": len(made.claims),
        "people": len(made.people),
        "accounts": len(made.accounts),
        "withheld": made.withheld,
        "rejected": made.rejected,
    }
    for name, number in numbers.items():
        click.echo(f"  {name:<9} {number:,}")
    click.echo(f"  as of     {made.as_of}")
