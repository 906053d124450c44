"""Due dates as an iCalendar feed (RFC 5545), an event of a whole day for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from habeas.model.pledges import Chain, PledgeStep
from habeas.pledges.standing import state_on
from habeas.pledges.timeline import Told

_WIDTH = 75
"""Octets of a line at most, without its end (RFC 5545, section 3.1)."""


def as_calendar(chains: Iterable[Chain], told: Told, *, on: date, stamp: datetime) -> bytes:
    """Write the due dates of pledges.

    Every event has the words of the promise, who says it, its condition, and how the pledge
    stands; a calendar that takes the feed again replaces it by its UID.

    Args:
        chains: The pledges; one without a due date has no event.
        told: Their claims and reports.
        on: The day by which the states are told.
        stamp: When the feed is made, in UTC (DTSTAMP).

    Returns:
        UTF-8, with lines of at most 75 octets that end in CRLF.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//habeas//pledges//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:What is due",
    ]
    for chain in chains:
        for step in _due_steps(chain):
            lines += _event(chain, step, told, on, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def escaped(text: str) -> str:
    r"""Text as a value of iCalendar (RFC 5545, section 3.3.11); control characters are left out.

    >>> escaped("a, b; c\\d\ne")
    'a\\, b\\; c\\\\d\\ne'
    """
    one = "".join(c for c in text.replace("\r\n", "\n") if c in "\n\t" or c.isprintable())
    for sign in ("\\", ";", ","):
        one = one.replace(sign, f"\\{sign}")
    return one.replace("\n", "\\n").replace("\t", " ")


def _due_steps(chain: Chain) -> Iterator[PledgeStep]:
    """The first step that names each day."""
    seen = set()
    for step in chain.steps:
        if step.due is not None and step.due.edtf.latest is not None:
            if step.due.edtf.latest not in seen:
                yield step
            seen.add(step.due.edtf.latest)


def _event(chain: Chain, step: PledgeStep, told: Told, on: date, stamp: datetime) -> Iterator[str]:
    assert step.due is not None
    day = step.due.edtf.latest
    assert day is not None
    claim = told.claims[step.claim]
    report = told.reports.get(step.report)
    standing = state_on(on, chain)
    state = f"{standing.state.value}{', overdue' if standing.is_overdue else ''}"
    pledge = chain.pledge
    summary = f"Due: {pledge.object or pledge.act.value} ({state})"
    parts = [
        f"“{claim.passage.exact}”",
        f"By the account of {step.account}: {step.due.words}.",
        f"On a condition: {step.condition.words}." if step.condition is not None else "",
        f"On {on}: {state}.",
    ]
    yield "BEGIN:VEVENT"
    yield f"UID:{pledge.id}-{day:%Y%m%d}@habeas"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(summary)}"
    yield f"DESCRIPTION:{escaped(chr(10).join(filter(None, parts)))}"
    if report is not None and report.url and _is_plain(report.url):
        yield f"URL:{report.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _is_plain(url: str) -> bool:
    """A URI is written as it is, and may hold nothing that ends the line."""
    return url.isascii() and url.isprintable() and " " not in url


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets; no character is cut."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(piece) + len(octets) > _WIDTH:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
