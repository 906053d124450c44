"""What a reader of one format gives back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.dates import EdtfDate
from habeas.model.sanctions import Field, ListFormat
from habeas.pledges.sanctions.entries import Draft

EVERYTHING = frozenset(Field)


@dataclass(slots=True, kw_only=True)
class Found:
    """A list while it is read.

    Attributes:
        format: Of the file.
        title: What the list is called; may be known only when all entries are read.
        issued: Day it is of; the same.
        told: What the format can say.
        drafts: Entries in the order of the file, read as they are asked for.
        expected: Entries there should be, as the file says; None where it does not.
    """

    format: ListFormat
    title: str
    told: frozenset[Field]
    drafts: Iterator[Draft]
    issued: EdtfDate | None = None
    expected: int | None = None
