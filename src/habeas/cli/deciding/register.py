"""The people of the register, as somebody who decides about them needs them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from habeas.cli.exits import Exit, Stop
from habeas.cli.whoami import user_name

if TYPE_CHECKING:
    from habeas.model.people import Judgement, Person
    from habeas.register.assemble import Records


@dataclass(frozen=True, kw_only=True)
class RegisterPeople:
    """Everybody the register tells of, named or not, and by which ids they are judged.

    Attributes:
        records: What the register holds now.
        holding: The same after what was decided about claims.
        people: By name, those without a name last.
    """

    records: Records
    holding: Records
    people: tuple[Person, ...]

    @cached_property
    def owners(self) -> Mapping[str, Person]:
        """Id of a person, a spelling or a mention → the person."""
        from habeas.people import ids_of

        return {node: person for person in self.people for node in ids_of(person)}

    def name_of(self, node: str) -> str:
        """What an id is called; the id itself where the register no longer knows it."""
        from habeas.cli.printable import printable
        from habeas.people.spellings import spelled_by_id

        if node not in self.owners:
            return node
        return printable(spelled_by_id(self.owners[node])[node])

    def find(self, words: str) -> str:
        """The id that an argument means: an id as it is, or a name in its spelling.

        Raises:
            Stop: Nobody has that id or name. The message repeats neither.
        """
        from habeas.people import spelling_id

        if words in self.owners:
            return words
        node = spelling_id(words)
        if node in self.owners:
            return node
        raise Stop(
            Exit.USAGE,
            what="nobody in the register has this id or name",
            remedy="take an id that habeas proposals shows, or write the name as a report does",
        )


def open_people() -> RegisterPeople:
    """Open the register and say who is in it.

    Raises:
        Stop: There is no register, or no report in it.
    """
    from habeas.register.assemble import records_that_hold

    records = open_records()
    holding = records_that_hold(records)
    people = _people(holding, holding.judgements)
    return RegisterPeople(records=records, holding=holding, people=people)


def open_records() -> Records:
    """Open the register and load what it holds now, for whoever keeps it.

    Raises:
        Stop: There is no register, or no report in it.
    """
    open_register()
    from habeas.model.restrictions import Owner
    from habeas.store.records import load_records

    records = load_records(Owner(name=user_name()))
    if records.reports:
        return records
    raise _nothing_yet()


def open_register() -> None:
    """Open the register.

    Raises:
        Stop: There is none.
    """
    from habeas.server.store_settings import open_store, store_exists, store_place

    place = store_place(os.environ)
    if not store_exists(place):
        raise _nothing_yet()
    open_store(place)


def _nothing_yet() -> Stop:
    from habeas.server.store_settings import store_place

    place = store_place(os.environ)
    return Stop(
        Exit.NOTHING,
        what="the register holds no report yet",
        where="DATABASE_URL" if place.database_url else str(place.home),
        remedy="add some: habeas add FILE",
    )


def _people(records: Records, judgements: tuple[Judgement, ...]) -> tuple[Person, ...]:
    from habeas.people import resolve_people, resolve_unnamed

    return (
        *resolve_people(records.claims, judgements),
        *resolve_unnamed(records.claims, judgements),
    )
