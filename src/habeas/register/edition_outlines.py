"""Accounts in outline out of the rows of an Edition: the event, who was freed, who is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.accounts import AccountPerson, Bounds, Figure, Naming
from habeas.model.dates import EdtfDate
from habeas.model.people import ProposedMatch
from habeas.register.edition_cells import bounds_of, date_of, match_of
from habeas.register.edition_parts import ALL, Groups, Parts, Query, Rows, first_of

OF_EVENT = "event"
OF_LIST = "event, list"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountOutline:
    """An account as a line of a list needs it.

    Attributes:
        id, title, when: As those of the event.
        reports: How many reports were read.
        figures, people, unnamed, matches: As those of the account.
    """

    id: str
    title: str
    when: EdtfDate | None
    reports: int
    figures: tuple[Figure, ...]
    people: tuple[AccountPerson, ...]
    unnamed: Bounds
    matches: tuple[ProposedMatch, ...]


def outlines(query: Query, rows: Rows = ALL) -> tuple[AccountOutline, ...]:
    """Accounts in outline, in the Edition's order; a fraction of what whole ones take to read."""
    counted = Counted.read(Parts(query, of_accounts(rows), rows.values))
    found = query(
        "SELECT event, title, happened, happened_earliest, happened_latest,"
        " unnamed_low, unnamed_high,"
        " (SELECT count(*) FROM account_report r WHERE r.event = account.event)"
        f" FROM account WHERE {rows.condition} ORDER BY {rows.order}",
        rows.values,
    )
    return tuple(
        AccountOutline(
            id=event,
            title=title,
            when=date_of(*cells[:3]),
            reports=reports,
            figures=tuple(counted.figures_of(event, "figures")),
            people=tuple(counted.people_of(event)),
            unnamed=bounds_of(*cells[3:]),
            matches=counted.matches_of(event),
        )
        for event, title, *cells, reports in found
    )


def of_accounts(rows: Rows) -> str:
    """SQL that is true of the rows that belong to some accounts."""
    return f"event IN (SELECT event FROM account WHERE {rows.condition})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Who is counted and named in some accounts, by event id and list name."""

    figures: Groups
    populations: Groups
    people: Groups
    person_claims: Groups
    matches: Groups

    @classmethod
    def read(cls, parts: Parts) -> Counted:
        """Read those of the accounts of `parts`."""
        figure_key = f"{OF_LIST}, figure_position"
        return cls(
            figures=parts.of("account_figure", "position, claim, voices", key=OF_LIST),
            populations=parts.of("account_figure_population", "attribute, value", key=figure_key),
            people=parts.of("account_person", "position, person, name, naming", key=OF_EVENT),
            person_claims=parts.of("account_person_claim", "claim", key="event, person_position"),
            matches=parts.of(
                "account_match", "left_person, right_person, score, reason", key=OF_EVENT
            ),
        )

    def figures_of(self, event: str, name: str) -> Iterator[Figure]:
        """Figures of one list of an account."""
        for position, claim, voices in self.figures[event, name]:
            pairs = tuple((each[0], each[1]) for each in self.populations[event, name, position])
            yield Figure(claim=claim, population=pairs, voices=voices)

    def people_of(self, event: str) -> Iterator[AccountPerson]:
        """Persons an account names as freed."""
        for position, person, name, naming in self.people[(event,)]:
            claims = first_of(self.person_claims[event, position])
            yield AccountPerson(person=person, name=name, naming=Naming(naming), claims=claims)

    def matches_of(self, event: str) -> tuple[ProposedMatch, ...]:
        """Pairs of those persons who may be one."""
        return tuple(match_of(*match) for match in self.matches[(event,)])
