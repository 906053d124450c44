"""The one Edition this process serves: opened once, opened again when it is replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from habeas.people import fold_spelling
from habeas.public.presenters import wording
from habeas.public.presenters.claims import report_line
from habeas.public.presenters.shelf import Shelf, claims_wanted, reports_wanted
from habeas.register.edition_file import EditionFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habeas.model.accounts import Account
    from habeas.model.dates import EdtfDate
    from habeas.model.people import ProposedMatch
    from habeas.public.presenters.claims import Namesakes, ReportLine


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountEntry:
    """An account in brief, kept in memory so that every page can point to it."""

    id: str
    title: str
    date: EdtfDate | None
    reports: frozenset[str]
    people: frozenset[str]

    @property
    def when(self) -> str:
        """The date in words, in the language of the page; empty where there is none."""
        return wording.when(self.date) if self.date else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEdition:
    """An Edition, when its file was written, and the brief list of its accounts, newest first."""

    file: EditionFile
    written: datetime
    accounts: tuple[AccountEntry, ...]

    def sources(self, report_ids: Iterable[str]) -> dict[str, ReportLine]:
        """Lines of the reports that the Edition holds, by id."""
        found = (self.file.report(report) for report in dict.fromkeys(report_ids))
        return {report.id: report_line(report) for report in found if report}

    def shelf(self, account: Account) -> Shelf:
        """What one account refers to."""
        claims = self.file.claims(claims_wanted(account))
        reports = [*reports_wanted(account), *(claim.report for claim in claims.values())]
        matches = {p.person: self.file.matches_of(p.person) for p in account.people}
        return Shelf(
            claims=claims,
            sources=self.sources(reports),
            matches=matches,
            names=self.names(m for some in matches.values() for m in some),
            people=self.namesakes(claims),
        )

    def namesakes(self, claims: Iterable[str]) -> Namesakes:
        """Ids of the persons whom some claims name, by claim and folded spelling."""
        wanted = frozenset(claims)
        return {
            (mention.claim, fold_spelling(mention.name)): person.id
            for person in self.file.people_of(wanted)
            for mention in person.mentions
            if mention.claim in wanted
        }

    def names(self, matches: Iterable[ProposedMatch]) -> dict[str, str]:
        """First spelling of everyone in some proposed matches, by id."""
        ids = dict.fromkeys(side for match in matches for side in (match.left, match.right))
        found = (self.file.person(person) for person in ids)
        return {person.id: person.name for person in found if person}


def current_edition() -> OpenEdition:
    """The Edition at `HABEAS_EDITION`, as it now stands there.

    Raises:
        NotAnEdition: There is none, or it is damaged.
    """
    path = Path(settings.HABEAS_EDITION)
    # A missing file has no state; opening it then says so in its own words.
    state = path.stat() if path.exists() else None
    stamp = (state.st_mtime_ns, state.st_size, state.st_ino) if state else None
    return _open(path, stamp)


@lru_cache(maxsize=1)
def _open(path: Path, stamp: tuple[int, int, int] | None) -> OpenEdition:
    file = EditionFile(path)
    changed = stamp[0] / 1e9 if stamp else 0.0
    return OpenEdition(
        file=file,
        written=datetime.fromtimestamp(changed, tz=UTC),
        accounts=tuple(_entry(account) for account in file.accounts()),
    )


def _entry(account: Account) -> AccountEntry:
    return AccountEntry(
        id=account.event.id,
        title=wording.short(account.event.title),
        date=account.event.when,
        reports=frozenset(account.event.reports),
        people=frozenset(person.person for person in account.people),
    )
