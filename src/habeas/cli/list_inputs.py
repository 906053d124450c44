"""Lists of people that the user named: files, addresses, standard input, Editions, the register."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from habeas.cli.exits import Exit, Stop
from habeas.cli.holdings import Holding, holding_of_edition, is_edition
from habeas.cli.inputs import problem_of
from habeas.cli.sources import Kind, Source
from habeas.model.problems import HabeasError

if TYPE_CHECKING:
    from habeas.people.lists import PeopleTable

_WEB = ("http://", "https://")


def read_list(name: str) -> PeopleTable:
    """Read one list.

    Args:
        name: A file, an address, or `-` for standard input.

    Raises:
        Stop: It cannot be read.
    """
    if is_edition(Path(name)):
        return table_of(holding_of_edition(Path(name)))
    from habeas.people.lists import read_people_table

    kind = Kind.STDIN if name == "-" else Kind.FILE
    source = Source(kind=Kind.ADDRESS if name.lower().startswith(_WEB) else kind, at=name)
    try:
        data, file = _loaded(source)
        return read_people_table(data, file=file)
    except (HabeasError, OSError) as error:
        problem = problem_of(error, source)
        raise Stop(
            Exit.UNREADABLE, what=problem.what, where=problem.where, remedy=problem.remedy
        ) from error


def table_of(holding: Holding) -> PeopleTable:
    """The persons of a holding, one a row."""
    from habeas.people.lists.registered import register_table

    return register_table(holding.people, holding.claims, holding.reports, name=holding.name)


def _loaded(source: Source) -> tuple[bytes, str]:
    """The bytes of a list, and how messages call it."""
    from habeas.reports import MAX_BYTES

    if source.kind is Kind.STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1), source.place
    if source.kind is Kind.ADDRESS:
        from habeas.fetch import fetch_url

        path = unquote(urlsplit(source.at).path)
        return fetch_url(source.at).data, Path(path).name or source.place
    path_ = Path(source.at)
    if path_.is_dir():
        raise Stop(
            Exit.UNREADABLE,
            what="a folder, where a list was expected",
            where=source.at,
            remedy="name one file of it",
        )
    with path_.open("rb") as file:
        # One byte more than is read: enough to be told that the file is too large.
        return file.read(MAX_BYTES + 1), path_.name
