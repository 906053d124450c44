"""What an Edition holds, found by id, by place in its lists, or by what belongs together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import batched
from typing import Any

from habeas.model.accounts import Account
from habeas.model.claims import CONCEDING, SANCTIONING, Act, Claim, Stance
from habeas.model.decisions import RuledLink
from habeas.model.editions import Edition, EditionBefore, EditionSummary
from habeas.model.listings import ListEdition, Listing
from habeas.model.people import Person, ProposedMatch
from habeas.model.pledges import Tie
from habeas.model.reports import Copy, Report
from habeas.register import edition_copies, edition_lists, edition_ties
from habeas.register import edition_values as values
from habeas.register.edition_accounts import accounts
from habeas.register.edition_briefs import EditionBriefs
from habeas.register.edition_copies import CopyTold
from habeas.register.edition_parts import IDS_PER_QUERY, Query, Rows, places
from habeas.register.ruled import links_in


class EditionRecords(EditionBriefs):
    """Lookups in one Edition; each reads what it is asked for and nothing else.

    Attributes:
        summary: Title, days, digest and numbers.
    """

    summary: EditionSummary

    def select(self, sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        """Rows of a query of this package; no part of it is ever taken from input."""
        return self._query(sql, values)

    def edition(self) -> Edition:
        """The whole Edition, as it was given to `write_edition`."""
        return Edition(
            title=self.summary.title,
            as_of=self.summary.as_of,
            known_at=self.summary.known_at,
            reports=values.reports(self._query),
            claims=values.claims(self._query),
            people=values.people(self._query),
            matches=values.matches(self._query),
            accounts=accounts(self._query),
            withheld=self.summary.withheld,
            rejected=self.summary.rejected,
            corrections=self.corrections(),
            custody=self.custody(),
            before=self.summary.before,
            changes=self.changes(),
            former_ids=self.former_ids(),
            ties=self.ties(),
            ruled_links=self.ruled_links(),
            lists=self.lists(),
            listings=self.listings(),
            copies=self.copies(),
        )

    def ties(self) -> tuple[Tie, ...]:
        """All ties, by report and passage."""
        return edition_ties.ties(self._query)

    def ruled_links(self) -> tuple[RuledLink, ...]:
        """What people decided about links of promises, in order."""
        return links_in(self._query)

    def lists(self) -> tuple[ListEdition, ...]:
        """Editions of lists of sanctions that promises were looked up on, by list and day."""
        return edition_lists.lists(self._query)

    def listings(self) -> tuple[Listing, ...]:
        """Entries of lists that promises mean or may mean, by promise and list."""
        return edition_lists.listings(self._query)

    def copies(self) -> tuple[Copy, ...]:
        """Reports that print the text of another, in the Edition's order."""
        return edition_copies.copies(self._query)

    def copies_told(self, ids: Iterable[str]) -> dict[str, CopyTold]:
        """Of some reports those that print the text of another, each with what it copies."""
        found: dict[str, CopyTold] = {}
        for some in batched(dict.fromkeys(ids), IDS_PER_QUERY):
            rows = Rows.any_of("copy.report", some)
            found |= {
                told.copy.report: told for told in edition_copies.copies_told(self._query, rows)
            }
        return found

    def claims_of_pledges(self) -> tuple[Claim, ...]:
        """Claims of what is or may be promised, in order of report and passage."""
        acts = tuple(sorted(act.value for act in SANCTIONING | CONCEDING))
        wanted = f"act IN ({', '.join('?' * len(acts))}) OR stance = ?"
        rows = Rows(condition=wanted, values=(*acts, Stance.PROMISED.value))
        return values.claims(self._query, rows)

    def accounts(self) -> tuple[Account, ...]:
        """All accounts, newest event first."""
        return accounts(self._query)

    def account(self, event_id: str) -> Account | None:
        """The account of one event, or None."""
        return _only(accounts(self._query, Rows.one("event", event_id)))

    def reports(self) -> tuple[Report, ...]:
        """All reports, by id."""
        return values.reports(self._query)

    def report(self, report_id: str) -> Report | None:
        """One report, or None."""
        return _only(values.reports(self._query, Rows.one("id", report_id)))

    def claims(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims by id, in the order asked for; ids that are not here are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[str, Claim] = {}
        for some in batched(wanted, IDS_PER_QUERY):
            rows = Rows.any_of("id", some)
            found |= {claim.id: claim for claim in values.claims(self._query, rows)}
        return {claim_id: found[claim_id] for claim_id in wanted if claim_id in found}

    def claims_of_report(self, report_id: str) -> tuple[Claim, ...]:
        """Claims of one report in the order of its text; empty where there are none."""
        order = "passage_start, passage_end, position"
        rows = Rows(condition="report = ?", values=(report_id,), order=order)
        return values.claims(self._query, rows)

    def people(self) -> tuple[Person, ...]:
        """All published persons, by name."""
        return values.people(self._query)

    def person(self, person_id: str) -> Person | None:
        """One published person, or None."""
        return _only(values.people(self._query, Rows.one("id", person_id)))

    def people_of(self, claims: Iterable[str]) -> tuple[Person, ...]:
        """Published persons whom some claims name, by id, each once."""
        found: dict[str, Person] = {}
        for some in batched(dict.fromkeys(claims), IDS_PER_QUERY):
            named = f"id IN (SELECT person FROM person_mention WHERE claim IN ({places(some)}))"
            rows = Rows(condition=named, values=some)
            found |= {person.id: person for person in values.people(self._query, rows)}
        return tuple(found[key] for key in sorted(found))

    def claims_of_person(self, person_id: str) -> tuple[Claim, ...]:
        """Claims that name a person, in order of report and passage."""
        named = "id IN (SELECT claim FROM person_mention WHERE person = ?)"
        return values.claims(self._query, Rows(condition=named, values=(person_id,)))

    def matches_of(self, person_id: str) -> tuple[ProposedMatch, ...]:
        """Proposed matches of a person, on either side."""
        rows = Rows(
            condition="(left_person = ? OR right_person = ?)", values=(person_id, person_id)
        )
        return values.matches(self._query, rows)

    def accounts_from(self, start: int, count: int) -> tuple[Account, ...]:
        """`count` accounts from place `start` of the list on, newest event first."""
        return accounts(self._query, Rows.stretch(start, count))

    def accounts_by_id(self, ids: Iterable[str]) -> dict[str, Account]:
        """Accounts by the id of their event, those that are here."""
        return {
            account.event.id: account
            for some in batched(dict.fromkeys(ids), IDS_PER_QUERY)
            for account in accounts(self._query, Rows.any_of("event", some))
        }

    def telling_account(self) -> Account | None:
        """The newest account that says how many or who; the newest of all where none does."""
        told = self._query(
            "SELECT position FROM account WHERE"
            " EXISTS (SELECT 1 FROM account_figure f"
            " WHERE f.event = account.event AND f.list = 'figures')"
            " OR EXISTS (SELECT 1 FROM account_person p WHERE p.event = account.event)"
            " ORDER BY position LIMIT 1"
        )
        return _only(self.accounts_from(told[0][0] if told else 0, 1))

    def reports_from(self, start: int, count: int) -> tuple[Report, ...]:
        """`count` reports from place `start` of the list by id on."""
        return values.reports(self._query, Rows.stretch(start, count))

    def matches_from(self, start: int, count: int) -> tuple[ProposedMatch, ...]:
        """`count` proposed matches from place `start` on."""
        return values.matches(self._query, Rows.stretch(start, count))

    def reports_newest(self, start: int, count: int) -> tuple[Report, ...]:
        """`count` reports from place `start` on, newest first, undated last."""
        ids = self._query(
            "SELECT id FROM report ORDER BY published DESC, title DESC, id DESC LIMIT ? OFFSET ?",
            (count, start),
        )
        found = self.reports_by_id(key for (key,) in ids)
        return tuple(found[key] for (key,) in ids)

    def reports_by_id(self, ids: Iterable[str]) -> dict[str, Report]:
        """Reports by id, those that are here."""
        return {
            report.id: report
            for some in batched(dict.fromkeys(ids), IDS_PER_QUERY)
            for report in values.reports(self._query, Rows.any_of("id", some))
        }

    def reports_at(self, positions: Iterable[int]) -> tuple[Report, ...]:
        """Reports at some places of the list by id, in the order of the places given."""
        return tuple(
            report
            for at in positions
            for report in values.reports(self._query, Rows.stretch(at, 1))
        )

    def people_from(self, start: int, count: int) -> tuple[Person, ...]:
        """`count` persons from place `start` of the list by name on."""
        return values.people(self._query, Rows.stretch(start, count))

    def people_at(self, positions: Iterable[int]) -> dict[int, Person]:
        """Persons at some places of the list by name."""
        found: dict[int, Person] = {}
        for some in batched(dict.fromkeys(positions), IDS_PER_QUERY):
            rows = Rows.any_of("position", some)
            found |= zip(sorted(some), values.people(self._query, rows), strict=True)
        return found

    def people_by_id(self, ids: Iterable[str]) -> dict[str, Person]:
        """Persons by id, those that are here."""
        return {
            person.id: person
            for some in batched(dict.fromkeys(ids), IDS_PER_QUERY)
            for person in values.people(self._query, Rows.any_of("id", some))
        }

    def claims_from(self, start: int, count: int) -> tuple[Claim, ...]:
        """`count` claims from place `start` on, in order of report and passage."""
        return values.claims(self._query, Rows.stretch(start, count))

    def claims_of_act(self, act: Act, start: int, count: int) -> tuple[Claim, ...]:
        """`count` claims of one act, from place `start` among them on."""
        rows = self._query(
            "SELECT id FROM claim WHERE act = ? ORDER BY position LIMIT ? OFFSET ?",
            (act, count, start),
        )
        return tuple(self.claims(key for (key,) in rows).values())

    def claims_of_act_count(self, act: Act) -> int:
        """How many claims of one act there are."""
        return int(self._query("SELECT count(*) FROM claim WHERE act = ?", (act,))[0][0])

    def person_ids(self) -> tuple[str, ...]:
        """Ids of all persons, by name."""
        return tuple(key for (key,) in self._query("SELECT id FROM person ORDER BY position"))

    def claim_ids(self) -> tuple[str, ...]:
        """Ids of all claims, in order of report and passage."""
        return tuple(key for (key,) in self._query("SELECT id FROM claim ORDER BY position"))

    def account_ids(self) -> tuple[str, ...]:
        """Ids of the events of all accounts, newest first."""
        return tuple(key for (key,) in self._query("SELECT event FROM account ORDER BY position"))


def summary_of(query: Query, digest: str) -> EditionSummary:
    """What an Edition tells of itself, with the digest of its file."""
    title, as_of, known_at, withheld, rejected, *before = query(
        "SELECT title, as_of, known_at, withheld, rejected,"
        " before_digest, before_as_of, before_known_at FROM edition",
        (),
    )[0]
    tables = ("report", "claim", "person", "account", "claim_correction")
    counts = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)
    reports, claims, people, told, corrected = query(f"SELECT {counts}", ())[0]
    return EditionSummary(
        title=title,
        as_of=date.fromisoformat(as_of),
        known_at=datetime.fromisoformat(known_at),
        digest=digest,
        reports=reports,
        claims=claims,
        people=people,
        accounts=told,
        withheld=withheld,
        rejected=rejected,
        corrected=corrected,
        before=_before(*before),
    )


def _before(digest: str | None, as_of: str, known_at: str) -> EditionBefore | None:
    if digest is None:
        return None
    return EditionBefore(
        digest=digest,
        as_of=date.fromisoformat(as_of),
        known_at=datetime.fromisoformat(known_at),
    )


def _only[T](found: tuple[T, ...]) -> T | None:
    return found[0] if found else None
