"""The figures of accounts as a CSV file, one a row, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from habeas.accounts.hedges import hard_bounds, soft_bounds
from habeas.cli.account_table import column_words
from habeas.cli.match_rows import without_formula
from habeas.cli.printable import printable
from habeas.cli.sheet import Library
from habeas.cli.wording import claim_words, voice_words
from habeas.model.accounts import Account, Figure
from habeas.model.claims import Quantity

COLUMNS = (
    *("event", "when", "figure", "counts", "act", "stance", "low", "high", "about"),
    *("hard low", "hard high", "soft low", "soft high", "whom", "part of", "voices"),
    *("speaker", "report", "publisher", "published", "start", "end", "words", "conflicts", "claim"),
)


def as_csv(accounts: Iterable[Account], library: Library) -> bytes:
    """Every figure of those freed and those held, in UTF-8 with a mark; no formula in it.

    `conflicts` counts the conflicts that a figure stands in.
    """
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for account in accounts:
        for counts, figures in (("freed", account.figures), ("held", account.held)):
            for figure in figures:
                row = _row(account, figure, counts, library)
                writer.writerow([without_formula(cell) for cell in row])
    return page.getvalue().encode("utf-8-sig", "backslashreplace")


def _row(account: Account, figure: Figure, counts: str, library: Library) -> Iterator[str]:
    claim = library.claims[figure.claim]
    count = claim.count or Quantity(low=None, high=None, about=None, words="")
    event, report = account.event, library.reports[claim.report]
    hard, soft = hard_bounds(count), soft_bounds(count)
    conflicts = sum(claim.id in (*one.claims, *one.likewise) for one in account.conflicts)
    yield printable(event.title)
    yield event.when.text if event.when is not None else ""
    yield claim_words(claim)
    yield counts
    yield claim.act.value
    yield claim.stance.value
    for number in (count.low, count.high, count.about, hard.low, hard.high, soft.low, soft.high):
        yield f"{number:g}" if isinstance(number, float) else "" if number is None else str(number)
    yield column_words(figure.population, "everybody")
    yield claim.part_of or ""
    yield str(figure.voices)
    yield voice_words(claim.speakers, "")
    yield printable(report.file or report.url or report.title)
    yield printable(report.publisher or "")
    yield report.published.text if report.published is not None else ""
    yield str(claim.passage.start)
    yield str(claim.passage.end)
    yield printable(claim.passage.exact)
    yield str(conflicts)
    yield claim.id
