"""What lists of sanctions say, over time, of whom a promise may mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.model.sanctions import EntityKind, Field, ListFormat, SanctionsList


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedList:
    """An edition of a list and the day for which it is kept.

    Attributes:
        title: What they who keep it call the list.
        day: On which it was in force.
        file: What its file was called.
        found: What is on it.
    """

    title: str
    day: date
    file: str
    found: SanctionsList


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEdition:
    """An edition of a list that promises were looked up on.

    Attributes:
        id: Stable for the same list, day and bytes.
        title: What the list is called.
        day: On which it was in force.
        digest: SHA-256 of the file.
        format: In which it was read.
        file: What the file was called; None where its name may tell of somebody.
        entries: How many it has.
    """

    id: str
    title: str
    day: date
    digest: str
    format: ListFormat
    file: str | None
    entries: int


class MomentKind(StrEnum):
    """What an edition of a list says of an entry, beside the edition before it.

    STANDS: it is on the first edition that is kept, listed at some time until then.
    LISTED: it was not on the edition before. CHANGED: something is said otherwise.
    DELISTED: it was on the edition before, and is no more.
    """

    STANDS = "stands"
    LISTED = "listed"
    CHANGED = "changed"
    DELISTED = "delisted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """The list's own words in one field of an entry.

    Attributes:
        field: Of the entry.
        is_gone: True for what the list said before and says no more.
        text: As written there.
    """

    field: Field
    is_gone: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMoment:
    """One row of what became of an entry.

    Attributes:
        id: Stable for the same list, entry, edition and kind; an address in a page.
        kind: What became of it.
        edition: Id of the edition that says so.
        before: Id of the edition before it; None of STANDS.
        place: Of the entry in the file: of DELISTED in the file before.
        words: What the list says; of DELISTED what it said last.
    """

    id: str
    kind: MomentKind
    edition: str
    before: str | None
    place: str
    words: tuple[ListWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An entry of a list that a promise means, or may mean, and what became of it.

    Attributes:
        id: Of the proposal: stable for the same promise, list and entry.
        pledge: Id of the promise.
        title: What the list is called.
        entry: Id of the entry at the source.
        kind: What is listed.
        name: By which the list calls it.
        matched: The name of it that is like the promise's words.
        words: Of the promise, that may name it.
        likeness: From 0 to 1.
        reasons, doubts: What speaks for and against it, in sentences.
        is_decided: True where a person decided that it is meant; else it is proposed by the
            comparison of names.
        moments: By day; never empty.
    """

    id: str
    pledge: str
    title: str
    entry: str
    kind: EntityKind
    name: str
    matched: str
    words: str
    likeness: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    is_decided: bool
    moments: tuple[ListMoment, ...]
