"""What lies beside exported files, so that whoever finds them knows what they are."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habeas.register.exports.outgoing import Outgoing
    from habeas.register.exports.tables import Table

FORMAT = "habeas-export/1"
"""Stands in every file by which an export is known as one."""

_WIDTH = 88
CREED = (
    "It arranges accounts; it does not decide who is right.",
    "Every figure stands beside the words of the report that give it, and beside whoever says so.",
    "Announced is not done, counted is not named, released is not free.",
    "Dates are EDTF and as exact as they were said: 2021 is a year, 2024-07/.. is still open.",
    "A number is told by the least and the greatest that its words allow, and by the words.",
)


def facts(going: Outgoing) -> Iterator[tuple[str, str]]:
    """What an export is of, as pairs of a label and words."""
    about = going.summary
    yield "Register", about.title
    yield "Answers for", about.as_of.isoformat()
    yield "As known at", about.known_at.isoformat()
    yield "Edition (SHA-256)", about.digest
    if going.chosen is not None:
        yield "Part", "Chosen by a search; the edition holds more."
    yield "Left out for their safety", f"{about.withheld} persons"
    yield "Left out as misread or wrong", f"{about.rejected} claims"
    yield "Format", FORMAT


def readme(going: Outgoing, form: str, tables: Iterable[Table] = ()) -> str:
    """A text that says what an export is, what each table holds, and how to check it."""
    return "\n".join([*_lines(going, form, tables), ""])


def _lines(going: Outgoing, form: str, tables: Iterable[Table]) -> Iterator[str]:
    for label, words in facts(going):
        yield f"{label}: {' '.join(words.split())}"
    yield ""
    yield from CREED
    yield ""
    yield "SHA256SUMS has the digest of each file: sha256sum --check SHA256SUMS"
    for table in tables:
        yield ""
        yield f"{table.name}.{form}"
        yield from textwrap.wrap(table.tells, _WIDTH, initial_indent="  ", subsequent_indent="  ")
        for column in table.columns:
            told = f"{column.name}: {column.tells}"
            yield from textwrap.wrap(
                told, _WIDTH, initial_indent="    ", subsequent_indent="      "
            )
