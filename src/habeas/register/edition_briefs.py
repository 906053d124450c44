"""What an Edition holds in brief: of accounts and persons what a line of a list needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import batched, groupby
from typing import Any

from habeas.model.dates import EdtfDate
from habeas.register.edition_cells import date_of
from habeas.register.edition_derived import EditionDerived
from habeas.register.edition_outlines import AccountOutline, outlines
from habeas.register.edition_parts import IDS_PER_QUERY, Rows, places

_BRIEF = "SELECT event, title, happened, happened_earliest, happened_latest FROM account"

type Named = tuple[str, str, str]
"""A person named by a claim: id of the person, id of the claim, the name as written there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountBrief:
    """An account in one line: id of its event, title, day."""

    id: str
    title: str
    when: EdtfDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonBrief:
    """A person in one line: id, the spelling shown first, all spellings."""

    id: str
    name: str
    names: tuple[str, ...]


class EditionBriefs(EditionDerived):
    """Lookups of what a line of a list needs, which is a fraction of what there is."""

    def named_in(self, claims: Iterable[str]) -> Iterator[Named]:
        """Whom some claims name, of the published persons; in no order."""
        for some in batched(dict.fromkeys(claims), IDS_PER_QUERY):
            wanted = f"claim IN ({places(some)})"
            yield from self._query(
                f"SELECT person, claim, name FROM person_mention WHERE {wanted}", some
            )

    def first_names(self, ids: Iterable[str]) -> dict[str, str]:
        """The first spelling of persons by id, of those that are here."""
        return {
            person: name
            for some in batched(dict.fromkeys(ids), IDS_PER_QUERY)
            for person, name in self._query(
                f"SELECT id, name FROM person WHERE id IN ({places(some)})", some
            )
        }

    def account_outlines(self, start: int, count: int) -> tuple[AccountOutline, ...]:
        """`count` accounts from place `start` of the list on, as a line of a list needs them."""
        return outlines(self._query, Rows.stretch(start, count))

    def account_briefs(self, start: int, count: int) -> tuple[AccountBrief, ...]:
        """`count` accounts in brief from place `start` on, newest event first."""
        rows = self._query(
            f"{_BRIEF} WHERE position >= ? AND position < ? ORDER BY position",
            (start, start + count),
        )
        return tuple(map(_brief, rows))

    def briefs_at(self, positions: Iterable[int]) -> tuple[AccountBrief, ...]:
        """Accounts in brief at some places of the list, in the order of the places given."""
        return tuple(
            _brief(row)
            for at in positions
            for row in self._query(f"{_BRIEF} WHERE position = ?", (at,))
        )

    def accounts_of_report(self, report_id: str) -> tuple[AccountBrief, ...]:
        """Accounts in brief that rest on a report, newest event first."""
        return self._briefs_in("account_report", "report", report_id)

    def accounts_of_person(self, person_id: str) -> tuple[AccountBrief, ...]:
        """Accounts in brief that name a person, newest event first."""
        return self._briefs_in("account_person", "person", person_id)

    def accounts_of_claim(self, claim_id: str) -> tuple[AccountBrief, ...]:
        """Accounts in brief that a claim stands in, newest event first."""
        return self._briefs_in("account_claim", "claim", claim_id)

    def briefs_by_id(self, ids: Iterable[str]) -> dict[str, AccountBrief]:
        """Accounts in brief by the id of their event, those that are here."""
        return {
            row[0]: _brief(row)
            for some in batched(dict.fromkeys(ids), IDS_PER_QUERY)
            for row in self._query(f"{_BRIEF} WHERE event IN ({places(some)})", some)
        }

    def person_briefs(self, start: int, count: int) -> tuple[PersonBrief, ...]:
        """`count` persons in brief from place `start` of the list by name on."""
        rows = self._query(
            "SELECT person.id, person.name, person_name.name FROM person"
            " LEFT JOIN person_name ON person_name.person = person.id"
            " WHERE person.position >= ? AND person.position < ?"
            " ORDER BY person.position, person_name.position",
            (start, start + count),
        )
        return tuple(
            PersonBrief(
                id=key, name=name, names=tuple(each[2] for each in some if each[2] is not None)
            )
            for (key, name), some in groupby(rows, key=lambda row: row[:2])
        )

    def _briefs_in(self, table: str, column: str, key: str) -> tuple[AccountBrief, ...]:
        rows = self._query(
            f"{_BRIEF} WHERE event IN (SELECT event FROM {table} WHERE {column} = ?)"
            " ORDER BY position",
            (key,),
        )
        return tuple(map(_brief, rows))


def _brief(row: tuple[Any, ...]) -> AccountBrief:
    return AccountBrief(id=row[0], title=row[1], when=date_of(*row[2:5]))
