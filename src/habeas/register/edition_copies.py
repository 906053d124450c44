"""Which reports print the text of another, as rows of an Edition, and back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from habeas.model.reports import Copy, Likeness
from habeas.register.edition_cells import Row
from habeas.register.edition_parts import ALL, Query, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyTold:
    """A copy, with what its original is known by."""

    copy: Copy
    title: str
    publisher: str | None


def copies_in(
    reports: Iterable[str], copies: Iterable[Copy], apart: Collection[frozenset[str]]
) -> tuple[Copy, ...]:
    """The copies among some reports, in their order, without those that a person said are none.

    Args:
        reports: Ids.
        copies: Of these reports and others.
        apart: Pairs of reports that are none.
    """
    by_report = {c.report: c for c in copies if frozenset((c.report, c.of)) not in apart}
    return tuple(by_report[key] for key in reports if key in by_report)


def copy_rows(copies: Iterable[Copy]) -> Iterator[Row]:
    """A row for each copy."""
    for position, copy in enumerate(copies):
        yield "copy", (position, copy.report, copy.of, int(copy.likeness))


def copies(query: Query) -> tuple[Copy, ...]:
    """All copies, in the Edition's order."""
    return tuple(told.copy for told in copies_told(query))


def copies_told(query: Query, rows: Rows = ALL) -> tuple[CopyTold, ...]:
    """Copies with the titles of what they copy, in the Edition's order."""
    found = query(
        "SELECT copy.report, original, likeness, title, publisher FROM copy"
        f" JOIN report ON report.id = original WHERE {rows.condition} ORDER BY copy.position",
        rows.values,
    )
    return tuple(
        CopyTold(
            copy=Copy(report=row[0], of=row[1], likeness=Likeness(row[2])),
            title=row[3],
            publisher=row[4],
        )
        for row in found
    )
