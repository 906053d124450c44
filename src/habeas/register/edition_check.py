"""What must hold of an Edition before it may become a file."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

from habeas.model.claims import Claim
from habeas.model.editions import Edition
from habeas.model.pledges import Tie
from habeas.model.problems import HabeasError
from habeas.model.reports import Report

_LARGEST = 2**63 - 1


class InvalidEdition(HabeasError):
    """The Edition contradicts itself or would publish what must stay private."""


def check_edition(edition: Edition) -> None:
    """Refuse an Edition that must not go out.

    Every passage must be the words at its place in its report, no protected
    person may be in it, and `known_at` needs a time zone. Its texts are looked at
    when they are written, by `check_row`.

    Raises:
        InvalidEdition: The first thing found wrong; names ids, never people.
    """
    if edition.known_at.tzinfo is None:
        raise InvalidEdition(what="known_at has no time zone", remedy="give it one, e.g. UTC")
    if any(person.protected for person in edition.people):
        raise InvalidEdition(
            what="a protected person would be published",
            remedy="assemble the Edition with assemble_edition, which withholds them",
        )
    report_of = _last_asked_for(edition.reports)
    for claim in edition.claims:
        if not _stands_in(claim, report_of(claim.report)):
            raise InvalidEdition(
                what=f"the passage of claim {claim.id} is not what its report says there",
                where=f"report {claim.report}",
                remedy="lock the passage with Report.passage",
            )
    for tie in edition.ties:
        if not _stands_in(tie, report_of(tie.report)):
            raise InvalidEdition(
                what=f"the passage of tie {tie.id} is not what its report says there",
                where=f"report {tie.report}",
                remedy="lock the passage with Report.passage",
            )


def check_row(table: str, row: tuple[object, ...]) -> None:
    """Refuse a row that not every reader of the file could show.

    Raises:
        InvalidEdition: Names the table alone.
    """
    # Rows are many, and nearly all of them plain texts without a fault.
    texts = [value for value in row if type(value) is str]
    others = [value for value in row if value is not None and type(value) is not str]
    if _is_storable("".join(texts)) and not any(map(fault_of, others)):
        return
    fault = next(filter(None, map(fault_of, row)))
    raise InvalidEdition(
        what=f"a value is {fault}",
        where=f"table {table} of the Edition",
        remedy="read the report again",
    )


def _last_asked_for(reports: Sequence[Report]) -> Callable[[str], Report | None]:
    """Find reports by id; claims come in their order, so that one is kept in memory."""
    places = {report.id: place for place, report in enumerate(reports)}
    found = lru_cache(maxsize=1)(lambda key: reports[places[key]])
    return lambda key: found(key) if key in places else None


def _stands_in(claim: Claim | Tie, report: Report | None) -> bool:
    passage = claim.passage
    if report is None or passage.report != report.id or not 0 <= passage.start < passage.end:
        return False
    before, after = report.text[: passage.start], report.text[passage.end :]
    return (
        report.text[passage.start : passage.end] == passage.exact
        and before.endswith(passage.prefix)
        and after.startswith(passage.suffix)
    )


def fault_of(value: object) -> str | None:
    """Why no database can keep a value, in words that follow "a value is"; None if it can."""
    if isinstance(value, str) and not _is_storable(value):
        return "a text with a NUL or half a character in it"
    if isinstance(value, int) and abs(value) > _LARGEST:
        return "a number too large to keep"
    if isinstance(value, float) and not math.isfinite(value):
        return "not a number"
    return None


def _is_storable(text: str) -> bool:
    if text.isascii():
        return "\x00" not in text
    # A NUL ends the text for most tools; a lone surrogate has no UTF-8.
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in text
