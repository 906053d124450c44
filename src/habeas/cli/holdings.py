"""Where persons come from: the register, a published Edition, or reports named by the user."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from habeas.cli.inputs import Inputs
    from habeas.model.claims import Claim
    from habeas.model.people import Person
    from habeas.model.reports import Report

_EDITION = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Persons and what is claimed of them; nobody in it is protected.

    Attributes:
        name: What to call it.
        reports: Those of the claims.
        claims: In order of report and passage.
        people: By name.
        withheld: How many persons are left out.
    """

    name: str
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    people: tuple[Person, ...]
    withheld: int = 0


def holding_of_register(environment: Mapping[str, str] = os.environ) -> Holding:
    """What the register holds now, without whoever is or may be protected.

    Raises:
        Stop: It holds no report.
        StoreNotFound, StoreError: It cannot be opened.
    """
    from habeas.server.store_settings import open_store, store_exists, store_place

    place = store_place(environment)
    if store_exists(place):
        open_store(place)
        from habeas.model.restrictions import PUBLIC_VIEWER
        from habeas.register.assemble import open_records
        from habeas.store.records import load_records

        records = load_records(PUBLIC_VIEWER)
        if records.reports:
            found = open_records(records)
            return Holding(
                name="the register",
                reports=found.reports,
                claims=found.claims,
                people=found.people,
                withheld=found.withheld,
            )
    raise Stop(
        Exit.NOTHING,
        what="the register holds no report yet",
        where="DATABASE_URL" if place.database_url else str(place.home),
        remedy="add some: habeas add FILE",
    )


def holding_of_edition(path: Path) -> Holding:
    """What a published Edition holds.

    Raises:
        Stop: The file is no Edition.
    """
    from habeas.register.edition_file import NotAnEdition, read_edition

    try:
        edition = read_edition(path)
    except NotAnEdition as error:
        raise Stop(
            Exit.UNREADABLE, what=error.what, where=error.where, remedy=error.remedy
        ) from error
    return Holding(
        name=edition.title,
        reports=tuple(edition.reports),
        claims=tuple(edition.claims),
        people=tuple(edition.people),
        withheld=edition.withheld,
    )


def holding_of_inputs(named: Sequence[str]) -> tuple[Holding, Inputs]:
    """The persons whom reports name, and how reading them went."""
    from habeas.cli.inputs import read_inputs
    from habeas.people import resolve_people

    found = read_inputs(named, today=date.today())  # noqa: DTZ011 - the reader's own day
    return Holding(
        name=", ".join(named),
        reports=found.reports,
        claims=found.claims,
        people=resolve_people(found.claims),
    ), found


def holding_named(inputs: Sequence[str]) -> tuple[Holding, Inputs | None]:
    """What `--in` names: an Edition, or reports with how reading them went; else the register."""
    if not inputs:
        return holding_of_register(), None
    if len(inputs) == 1 and is_edition(Path(inputs[0])):
        return holding_of_edition(Path(inputs[0])), None
    return holding_of_inputs(inputs)


def is_edition(path: Path) -> bool:
    """True where a file begins as an Edition does."""
    try:
        with path.open("rb") as file:
            return file.read(len(_EDITION)) == _EDITION
    except OSError:
        return False
