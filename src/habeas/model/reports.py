"""A report and the exact words in it that a claim rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from habeas.model.dates import EdtfDate

CONTEXT = 32
"""Characters kept on each side of a passage, so that it can be found again."""

PAGE_END = "\f"
"""What ends each page but the last in the text of a report that has pages."""

_PAGED = "application/pdf"
_TABLES = frozenset(
    {
        "text/csv",
        "text/tab-separated-values",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.spreadsheet",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document, as it was read: an FtM Document, a PROV Entity.

    Attributes:
        id: SHA-256 of the bytes, 64 hex digits.
        file: Name of the file it came from, without its folder; None for a URL.
        url: Canonical address where the page gives one, else the address read.
        media_type: For example `text/plain`, `text/html`, `application/pdf`, `text/csv`.
        language: ISO 639-1 code; `und` where it cannot be told.
        title: Headline, or the first line of a plain text.
        publisher: Who published it, as the page or the file says; None where it does not.
        published: Day of publication where the page gives one.
        retrieved: Day it was read, where the caller gave it.
        text: What was read. Offsets into it never change afterwards. Of a PDF each
            page but the last ends in `PAGE_END`.
    """

    id: str
    file: str | None
    url: str | None
    media_type: str
    language: str
    title: str
    publisher: str | None
    published: EdtfDate | None
    retrieved: EdtfDate | None
    text: str

    @property
    def is_table(self) -> bool:
        """True for a table of people, whose text is CSV whatever the file was."""
        return self.media_type in _TABLES

    @property
    def page_ends(self) -> tuple[int, ...]:
        """Where in the text each page but the last ends; empty where no pages are known."""
        if self.media_type != _PAGED:
            return ()
        return tuple(found.start() for found in re.finditer(PAGE_END, self.text))

    def page_of(self, passage: Passage) -> int | None:
        """The page, from 1, on which a passage begins; None where no pages are known.

        It counts the sheets of the file, whatever numbers are printed on them.
        """
        if self.media_type != _PAGED or PAGE_END not in self.text:
            return None
        return self.text.count(PAGE_END, 0, passage.start) + 1

    def passage(self, start: int, end: int) -> Passage:
        """Lock the words from `start` to `end` (exclusive) of the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no passage {start}:{end} in a text of {len(self.text)} characters")
        return Passage(
            report=self.id,
            start=start,
            end=end,
            exact=self.text[start:end],
            prefix=self.text[max(0, start - CONTEXT) : start],
            suffix=self.text[end : end + CONTEXT],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The words a claim rests on.

    A W3C Web Annotation target: text quote selector (`exact`, `prefix`,
    `suffix`) and text position selector (`start`, `end`, exclusive, in
    characters of `Report.text`).
    """

    report: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class Likeness(IntEnum):
    """How alike two texts are, the likest first.

    SAME: the same words, in whatever format. NEAR: all but some of them, and the same
    figures. REVISION: much the same text with other figures or passages.
    """

    SAME = 1
    NEAR = 2
    REVISION = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """That a report prints the text of another.

    Attributes:
        report: Id of the report.
        of: Id of the first report with that text, or of the one that it revises.
        likeness: How alike the two are.
    """

    report: str
    of: str
    likeness: Likeness
