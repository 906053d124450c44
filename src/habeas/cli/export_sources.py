"""What `habeas export` exports: an Edition that was published, or one made for the purpose."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from habeas.cli.exits import Exit, Stop
from habeas.cli.holdings import is_edition

if TYPE_CHECKING:
    from habeas.cli.export_asked import ExportAsked
    from habeas.cli.inputs import Inputs
    from habeas.register.assemble import Records
    from habeas.register.edition_file import EditionFile


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
    records, moment, found = _of_inputs(asked) if asked.inputs else _of_register(asked)
    with TemporaryDirectory(prefix="habeas-") as folder:
        path = Path(folder) / "edition.sqlite"
        _write(records, asked, moment, path)
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


def _of_inputs(asked: ExportAsked) -> tuple[Records, datetime, Inputs]:
    from habeas.cli.inputs import read_inputs
    from habeas.register.assemble import Records

    found = read_inputs(asked.inputs, today=date.today())  # noqa: DTZ011 - the reader's own day
    records = Records(reports=found.reports, claims=found.claims)
    return records, datetime.now(UTC).replace(microsecond=0), found


def _of_register(asked: ExportAsked) -> tuple[Records, datetime, None]:
    from habeas.server.store_settings import open_store, store_exists, store_place

    place = store_place(os.environ)
    if store_exists(place):
        open_store(place)
        from habeas.model.restrictions import PUBLIC_VIEWER
        from habeas.store.audit import settled_moment
        from habeas.store.records import load_records

        moment = settled_moment()
        if asked.moment is not None:
            moment = min(moment, asked.moment)
        records = load_records(PUBLIC_VIEWER, known_at=moment)
        if records.reports:
            return records, moment, None
    raise Stop(
        Exit.NOTHING,
        what="the register holds no report yet",
        where="DATABASE_URL" if place.database_url else str(place.home),
        remedy="add some: habeas add FILE",
    )


def _write(records: Records, asked: ExportAsked, moment: datetime, path: Path) -> None:
    from habeas.register.assemble import assemble_edition
    from habeas.register.edition_file import write_edition

    made = assemble_edition(
        records,
        title=asked.title,
        as_of=asked.as_of.date() if asked.as_of else date.today(),  # noqa: DTZ011 - the user's own
        known_at=moment,
    )
    write_edition(made, path)
