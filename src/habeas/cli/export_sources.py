"""What `habeas export` exports: an Edition that was published, or one made for the purpose."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from habeas.cli.exits import Exit, Stop
from habeas.cli.holdings import is_edition
from habeas.cli.progress import STAGES, stages

if TYPE_CHECKING:
    from habeas.cli.export_asked import ExportAsked
    from habeas.cli.inputs import Inputs
    from habeas.register.edition_file import EditionFile
    from habeas.register.making.source import Source


@contextmanager
def edition_to_export(asked: ExportAsked) -> Iterator[tuple[Path, Inputs | None]]:
    """The file of what is asked for, and how reading went where reports were named.

    Whatever it is, it is an Edition: redacted and checked, and nothing else can go out.

    Raises:
        Stop: The register holds no report.
    """
    published = asked.edition
    if published is None and len(asked.inputs) == 1 and is_edition(Path(asked.inputs[0])):
        published = Path(asked.inputs[0])
    if published is not None:
        yield published, None
        return
    with TemporaryDirectory(prefix="habeas-") as folder:
        path = Path(folder) / "edition.sqlite"
        found = _write(asked, path)
        yield path, found


def opened(path: Path) -> EditionFile:
    """An Edition for reading.

    Raises:
        Stop: There is none, or it is damaged.
    """
    from habeas.register.edition_file import EditionFile, NotAnEdition

    try:
        return EditionFile(path)
    except NotAnEdition as error:
        raise Stop(
            Exit.UNREADABLE, what=error.what, where=error.where, remedy=error.remedy
        ) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What an Edition is made of.

    Attributes:
        source: The records.
        known_at: Moment up to which they are known.
        folder: Where what is prepared is kept meanwhile.
        found: How reading went, where reports were named.
    """

    source: Source
    known_at: datetime
    folder: Path
    found: Inputs | None = None


def _write(asked: ExportAsked, path: Path) -> Inputs | None:
    """Write the Edition of what is asked for; nothing of it stays in memory."""
    from habeas.register.edition_file import write_edition
    from habeas.register.making.edition import Terms, make_edition
    from habeas.register.making.shelf import Shelf

    read = _of_inputs(asked, path.parent) if asked.inputs else _of_register(asked)
    terms = Terms(
        title=asked.title,
        as_of=asked.as_of.date() if asked.as_of else date.today(),  # noqa: DTZ011 - the user's own
        known_at=read.known_at,
    )
    with Shelf(read.folder) as shelf, stages(STAGES) as watch:
        made = make_edition(read.source, terms, shelf, watch)
        watch("writing", 0)
        write_edition(made, path)
    return read.found


def _of_inputs(asked: ExportAsked, folder: Path) -> _Read:
    from habeas.cli.inputs import read_inputs
    from habeas.register.assemble import Records
    from habeas.register.making.source import source_of

    found = read_inputs(asked.inputs, today=date.today())  # noqa: DTZ011 - the reader's own day
    return _Read(
        source=source_of(Records(reports=found.reports, claims=found.claims)),
        known_at=datetime.now(UTC).replace(microsecond=0),
        folder=folder,
        found=found,
    )


def _of_register(asked: ExportAsked) -> _Read:
    from habeas.server.store_settings import open_store, store_exists, store_place

    place = store_place(os.environ)
    if store_exists(place):
        open_store(place)
        from habeas.store.audit import settled_moment
        from habeas.store.record_source import holds_reports, load_public_source

        moment = settled_moment()
        if asked.moment is not None:
            moment = min(moment, asked.moment)
        source = load_public_source(known_at=moment)
        if holds_reports(source):
            return _Read(source=source, known_at=moment, folder=place.home)
    raise Stop(
        Exit.NOTHING,
        what="the register holds no report yet",
        where="DATABASE_URL" if place.database_url else str(place.home),
        remedy="add some: habeas add FILE",
    )
