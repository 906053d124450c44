"""The one Edition this process serves: opened once, opened again when it is replaced."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from habeas.people import fold_spelling
from habeas.public.presenters.claims import report_line, with_copies
from habeas.public.presenters.home import account_row
from habeas.public.presenters.shelf import Shelf, claims_wanted, reports_wanted
from habeas.register.edition_file import EditionFile
from habeas.register.edition_search import EditionSearch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habeas.model.accounts import Account
    from habeas.model.people import ProposedMatch
    from habeas.public.presenters.claims import Namesakes, ReportLine
    from habeas.public.presenters.home import AccountRow

type _Stamp = tuple[int, int, int]
"""When a file was last written, its size, and which file it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEdition:
    """An Edition, when its file was written, and the search in it."""

    file: EditionFile
    written: datetime
    search: EditionSearch

    def sources(self, report_ids: Iterable[str]) -> dict[str, ReportLine]:
        """Lines of the reports that the Edition holds, by id."""
        found = self.file.reports_by_id(report_ids)
        lines = map(report_line, found.values())
        return {line.id: line for line in with_copies(lines, self.file.copies_told(found))}

    def account_rows(self, start: int, count: int) -> list[AccountRow]:
        """`count` accounts as lines of a list, from place `start` on."""
        outlines = self.file.account_outlines(start, count)
        claims = self.file.claims(figure.claim for a in outlines for figure in a.figures)
        sources = self.sources(claim.report for claim in claims.values())
        return [account_row(outline, claims, sources) for outline in outlines]

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
        named = sorted(self.file.named_in(claims))
        return {(claim, fold_spelling(name)): person for person, claim, name in named}

    def names(self, matches: Iterable[ProposedMatch]) -> dict[str, str]:
        """First spelling of everyone in some proposed matches, by id."""
        ids = dict.fromkeys(side for match in matches for side in (match.left, match.right))
        return self.file.first_names(ids)


def current_edition() -> OpenEdition:
    """The Edition at `HABEAS_EDITION`, as it now stands there.

    While one request opens a new file, the others are answered from the one before.

    Raises:
        NotAnEdition: There is none, or it is damaged.
    """
    path = Path(settings.HABEAS_EDITION)
    # A missing file has no state; opening it then says so in its own words.
    state = path.stat() if path.exists() else None
    stamp = (state.st_mtime_ns, state.st_size, state.st_ino) if state else None
    return _HELD.edition(path, stamp)


class _Held:
    """The Edition that is open, and what told its file from others."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: tuple[Path, _Stamp | None, OpenEdition] | None = None

    def edition(self, path: Path, stamp: _Stamp | None) -> OpenEdition:
        held = self._state
        if held and held[:2] == (path, stamp):
            return held[2]
        if not self._lock.acquire(blocking=held is None or held[0] != path):
            assert held is not None
            return held[2]
        try:
            held = self._state
            if held is None or held[:2] != (path, stamp):
                held = self._state = (path, stamp, _open(path, stamp))
            return held[2]
        finally:
            self._lock.release()


_HELD = _Held()


def _open(path: Path, stamp: _Stamp | None) -> OpenEdition:
    file = EditionFile(path, checked=settings.HABEAS_EDITION_CHECKED)
    changed = stamp[0] / 1e9 if stamp else 0.0
    return OpenEdition(
        file=file,
        written=datetime.fromtimestamp(changed, tz=UTC),
        search=EditionSearch(file),
    )
