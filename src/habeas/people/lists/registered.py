"""The persons of a register as a list, to be set beside others."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.model.claims import Claim
from habeas.model.people import Person
from habeas.model.reports import Report
from habeas.people.gathering import gather_particulars
from habeas.people.lists.listed import ListedPerson, PeopleTable
from habeas.people.lists.naming import MOST_SPELLINGS


def register_table(
    people: Iterable[Person], claims: Iterable[Claim], reports: Iterable[Report], *, name: str
) -> PeopleTable:
    """The persons of a register, one a row, with what claims tell of them.

    Args:
        people: In any order; those who are protected are left out.
        claims: Those that name them, and others.
        reports: Those of the claims.
        name: What to call the register.

    Returns:
        By name; rows are numbered from 1 and mean nothing beyond this list, ids are
        those of the persons.
    """
    open_ = [person for person in people if not person.protected]
    told = gather_particulars(open_, claims, reports)
    return PeopleTable(
        name=name,
        people=tuple(
            ListedPerson(
                row=row,
                id=person.id,
                names=tuple(dict.fromkeys((person.name, *person.names)))[:MOST_SPELLINGS],
                particulars=told[person.id],
            )
            for row, person in enumerate(open_, start=1)
        ),
    )
