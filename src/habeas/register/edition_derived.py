"""What is derived in an Edition: custody over time, news, former ids, words to search by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import batched
from typing import Any

from habeas.model.editions import (
    ChangeKind,
    CustodyCount,
    EditionChange,
    FormerId,
    RecordKind,
)
from habeas.register.edition_parts import IDS_PER_QUERY, places


class EditionDerived:
    """Lookups of what is derived in one Edition."""

    def _query(self, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def corrections(self) -> tuple[str, ...]:
        """Ids of all claims that stand for one that a person corrected."""
        rows = self._query("SELECT claim FROM claim_correction ORDER BY position")
        return tuple(key for (key,) in rows)

    def corrections_among(self, claims: Iterable[str]) -> frozenset[str]:
        """Ids of those of some claims that stand for one that a person corrected."""
        found: set[str] = set()
        for some in batched(dict.fromkeys(claims), IDS_PER_QUERY):
            sql = f"SELECT claim FROM claim_correction WHERE claim IN ({places(some)})"
            found |= {key for (key,) in self._query(sql, some)}
        return frozenset(found)

    def custody(self) -> tuple[CustodyCount, ...]:
        """Persons in custody over time, by day."""
        rows = self._query(
            "SELECT day, held, disputed, free, unknown FROM custody_count ORDER BY day"
        )
        return tuple(
            CustodyCount(
                day=date.fromisoformat(day),
                held=held,
                disputed=disputed,
                free=free,
                unknown=unknown,
            )
            for day, held, disputed, free, unknown in rows
        )

    def changes(self) -> tuple[EditionChange, ...]:
        """Records that are new or otherwise since the Edition before."""
        rows = self._query("SELECT kind, id, change FROM change ORDER BY position")
        return tuple(map(_change, rows))

    def change_counts(self) -> dict[tuple[RecordKind, ChangeKind], int]:
        """How many records of each kind are new or otherwise."""
        rows = self._query("SELECT kind, change, count(*) FROM change GROUP BY kind, change")
        return {(RecordKind(kind), ChangeKind(change)): n for kind, change, n in rows}

    def changes_without_people(self, start: int, count: int) -> tuple[EditionChange, ...]:
        """`count` accounts and reports that are new or otherwise, from place `start` on."""
        rows = self._query(
            "SELECT kind, id, change FROM change WHERE kind != ? ORDER BY position"
            " LIMIT ? OFFSET ?",
            (RecordKind.PERSON, count, start),
        )
        return tuple(map(_change, rows))

    def former_ids(self) -> tuple[FormerId, ...]:
        """Ids of earlier Editions that now lead elsewhere."""
        rows = self._query("SELECT kind, former, now FROM former_id ORDER BY kind, former")
        return tuple(
            FormerId(kind=RecordKind(kind), former=former, now=now) for kind, former, now in rows
        )

    def search_words(self, kind: str) -> list[str]:
        """All words of a kind (see `edition_words`), sorted."""
        sql = "SELECT word FROM search_word WHERE kind = ? ORDER BY word"
        return [word for (word,) in self._query(sql, (kind,))]

    def places_of_words(self, kind: str, words: Iterable[str]) -> list[tuple[str, str]]:
        """Some words of a kind, each with the cell that says where it stands."""
        found: list[tuple[str, str]] = []
        for some in batched(dict.fromkeys(words), IDS_PER_QUERY):
            within = f"word IN ({places(some)})"
            sql = f"SELECT word, places FROM search_word WHERE kind = ? AND {within}"
            found += [(word, places) for word, places in self._query(sql, (kind, *some))]
        return found

    def report_places_newest_first(self) -> list[int]:
        """Places of all reports in the list by id, the newest first."""
        sql = "SELECT position FROM report ORDER BY published DESC, title DESC, id DESC"
        return [place for (place,) in self._query(sql)]

    def now_at(self, kind: RecordKind, former: str) -> str | None:
        """What an id of an earlier Edition leads to in this one, or None."""
        sql = "SELECT now FROM former_id WHERE kind = ? AND former = ?"
        return next((now for (now,) in self._query(sql, (kind, former))), None)


def _change(row: tuple[Any, ...]) -> EditionChange:
    return EditionChange(kind=RecordKind(row[0]), id=row[1], change=ChangeKind(row[2]))
