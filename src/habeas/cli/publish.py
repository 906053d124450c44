"""`habeas publish`: write the register's public Edition."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit, Stop
from habeas.cli.moments import MOMENT, end_of
from habeas.cli.progress import STAGES, stages
from habeas.cli.whoami import user_name

if TYPE_CHECKING:
    from habeas.model.editions import Edition
    from habeas.register.making.edition import Watch
    from habeas.register.making.shelf import Shelf
    from habeas.register.making.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishAsked:
    """What was asked of `habeas publish`, as its options say."""

    edition: Path
    title: str
    as_of: datetime | None
    known_at: datetime | None
    withhold: Path | None
    dry_run: bool


class _PublishCommand(click.Command):
    """Gives its function all that was asked as one value."""

    def invoke(self, ctx: click.Context) -> object:
        ctx.params = {"asked": PublishAsked(**ctx.params)}
        return super().invoke(ctx)


@click.command(cls=_PublishCommand)
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
    "--known-at",
    type=MOMENT,
    metavar="MOMENT",
    help="What the register knew then: 2026-03-01 (its end, UTC) or 2026-03-01T09:00:00+0000.",
)
@click.option(
    "--withhold",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="NAMES.txt",
    help="Names, one a line, to keep out of this edition and every later one.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be published; write nothing.")
def publish(asked: PublishAsked) -> None:
    """Write what the register holds to EDITION.sqlite, for everyone to read.

    An edition is one file without a single withheld name. It replaces an older
    edition of the same name in one step, and nothing else, and tells what is new
    since that one.

    \b
    Examples:
      habeas publish belarus.sqlite --title "Belarus, December 2025"
      habeas publish belarus.sqlite --withhold protected-names.txt
      habeas publish belarus.sqlite --as-of 2025-12-31 --dry-run
      habeas publish then.sqlite --known-at 2026-03-01
    """
    names = _lines(asked.withhold)
    register = _register(end_of(asked.known_at))
    from habeas.register.making.shelf import Shelf

    with Shelf(register.folder) as shelf:
        with stages(STAGES) as watch:
            made = _made(register, asked, names, shelf, watch)
        if asked.dry_run:
            click.echo("Nothing was written; the edition would hold:")
            _tell(made)
            return
        _refuse_alone()
        _protect(names, register.source.whole.protected, register.now)
        with stages(STAGES) as watch:
            watch("writing", 0)
            digest = _written(made, asked.edition, register.now)
        click.echo(f"Edition written: {click.format_filename(asked.edition)}")
        _tell(made)
        click.echo(f"  SHA-256   {digest}")


def _made(
    register: _Register, asked: PublishAsked, names: tuple[str, ...], shelf: Shelf, watch: Watch
) -> Edition:
    """The Edition, with what is new since the one that it replaces, where one can be read."""
    from habeas.register.making.edition import Terms, make_edition
    from habeas.store.edition_files import since_that_at

    whole = register.source.whole
    protected = tuple(sorted({*whole.protected, *names}))
    made = make_edition(
        replace(register.source, whole=replace(whole, protected=protected)),
        Terms(
            title=asked.title,
            as_of=asked.as_of.date() if asked.as_of else date.today(),  # noqa: DTZ011 - their own
            known_at=register.known_at,
        ),
        shelf,
        watch,
    )
    return since_that_at(asked.edition, made)


def _written(made: Edition, place: Path, now: datetime) -> str:
    from habeas.register.edition_file import write_edition
    from habeas.store.decisions import Decision
    from habeas.store.records import record_edition

    decision = Decision(by=user_name(), at=now)
    return write_edition(made, place, lambda digest: record_edition(made, digest, decision))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Register:
    """What is published of.

    Attributes:
        source: The records.
        known_at: Moment up to which they are known.
        now: The moment of this publication.
        folder: Where what is prepared is kept meanwhile.
    """

    source: Source
    known_at: datetime
    now: datetime
    folder: Path


def _register(known_at: datetime | None) -> _Register:
    from habeas.server.store_settings import open_store, store_exists, store_place

    place = store_place(os.environ)
    if store_exists(place):
        open_store(place)
        from habeas.store.audit import settled_moment
        from habeas.store.record_source import holds_reports, load_public_source

        now = settled_moment()
        moment = min(now, known_at or now)
        source = load_public_source(known_at=moment)
        if holds_reports(source):
            return _Register(source=source, known_at=moment, now=now, folder=place.home)
    raise Stop(
        Exit.NOTHING,
        what="the register holds no report yet" if known_at is None else "it held no report then",
        where="DATABASE_URL" if place.database_url else str(place.home),
        remedy="add some: habeas add FILE" if known_at is None else "give a later moment",
    )


def _protect(names: tuple[str, ...], protected: tuple[str, ...], at: datetime) -> None:
    from habeas.store.decisions import Decision
    from habeas.store.records import protect_name

    decision = Decision(by=user_name(), at=at, reason="given to habeas publish --withhold")
    for name in sorted(set(names) - set(protected)):
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
