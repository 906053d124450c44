"""Reading what the user named: files, folders, addresses, standard input.

One input that cannot be read stops nothing; it is told, and the exit code says so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from habeas.cli.exits import Exit
from habeas.cli.faults import TRACE, fault_number, wants_trace
from habeas.cli.progress import watched
from habeas.cli.sources import Kind, Source, find_sources
from habeas.model.claims import Claim
from habeas.model.problems import HabeasError, Problem
from habeas.model.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report, what it claims, and the bytes it was read from."""

    report: Report
    claims: tuple[Claim, ...]
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything that was read.

    Attributes:
        readings: In the order named; folders sorted. The same bytes stand here once.
        problems: What could not be read, in the same order.
        notes: What was left out on purpose.
        faults: How many of the problems are faults of habeas itself.
    """

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    faults: int

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports, in order."""
        return tuple(reading.report for reading in self.readings)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, in order of report and passage."""
        return tuple(claim for reading in self.readings for claim in reading.claims)

    @property
    def exit_code(self) -> Exit:
        """How a command that only reads should end."""
        if self.faults:
            return Exit.FAULT
        if self.problems:
            return Exit.PARTIAL if self.readings else Exit.UNREADABLE
        return Exit.OK if self.claims else Exit.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loaded:
    """The bytes of one source and what is known of them before they are read."""

    source: Source
    data: bytes
    media_type: str | None = None
    url: str | None = None
    retrieved: date | None = None


def read_inputs(named: Sequence[str], *, today: date) -> Inputs:
    """Read everything the user named, and what it claims.

    Shows a progress bar on stderr after two seconds; prints nothing else.

    Args:
        named: Files, folders, addresses, or `-` for standard input.
        today: Day on which addresses are fetched, kept with their reports.
    """
    sources = find_sources(named)
    problems, notes = list(sources.problems), list(sources.notes)
    readings: list[Reading] = []
    first_place: dict[str, str] = {}
    faults = 0
    for source in watched(sources.found, "Reading"):
        for loaded in _load(source, today, problems, notes):
            place = loaded.source.place
            try:
                earlier = first_place.setdefault(sha256(loaded.data).hexdigest(), place)
                if earlier != place:
                    notes.append(f"{place}: the same bytes as {earlier}, read once")
                    continue
                reading, within = _read(loaded)
            except Exception as error:  # noqa: BLE001 - one report must not cost the others
                problems.append(problem_of(error, loaded.source))
                faults += not isinstance(error, HabeasError | OSError)
            else:
                readings.append(reading)
                problems.extend(within)
    return Inputs(
        readings=tuple(readings), problems=tuple(problems), notes=tuple(notes), faults=faults
    )


def _load(
    source: Source, today: date, problems: list[Problem], notes: list[str]
) -> Iterator[_Loaded]:
    """The documents of one source: a file may hold many; what it lacks is added to the lists."""
    try:
        if source.kind is Kind.ADDRESS:
            from habeas.fetch import fetch_url

            fetched = fetch_url(source.at)
            yield _Loaded(
                source=source,
                data=fetched.data,
                media_type=fetched.media_type,
                url=fetched.url,
                retrieved=today,
            )
        elif source.kind is Kind.STDIN:
            from habeas.reports.read import MAX_BYTES

            # One byte more than is read: enough to be told that the file is too large.
            yield _Loaded(source=source, data=sys.stdin.buffer.read(MAX_BYTES + 1))
        else:
            yield from _in_file(source, problems, notes)
    except (HabeasError, OSError) as error:
        problems.append(problem_of(error, source))


def _in_file(source: Source, problems: list[Problem], notes: list[str]) -> Iterator[_Loaded]:
    from habeas.reports.documents import Document, LeftOut, documents_in

    # Asked first: the walk would tell a missing file in the words of the system.
    Path(source.at).open("rb").close()
    for found in documents_in(Path(source.at)):
        if isinstance(found, Document):
            yield _Loaded(
                source=_member(source, found.file),
                data=found.data,
                media_type=found.media_type,
                url=found.url,
                retrieved=found.retrieved,
            )
        elif isinstance(found, LeftOut):
            notes.append(f"{_member(source, found.where).place}: {found.what}")
        else:
            where = _member(source, found.where).place
            problems.append(Problem(what=found.what, where=where, remedy=found.remedy))


def _member(source: Source, file: str) -> Source:
    """A document of a file, called by the file's path as the user wrote it."""
    name = Path(source.at).name
    return Source(kind=Kind.FILE, at=source.at + file.removeprefix(name))


def _read(loaded: _Loaded) -> tuple[Reading, tuple[Problem, ...]]:
    from habeas.reports import read_report

    source = loaded.source
    report = read_report(
        loaded.data,
        media_type=loaded.media_type,
        file=Path(source.at).name if source.kind is Kind.FILE else None,
        url=loaded.url,
        retrieved=loaded.retrieved,
    )
    if report.is_table:
        from habeas.claims.people_lists import read_people_list

        people = read_people_list(report)
        claims, problems = people.claims, people.problems
    else:
        # Loads the parser, which a list of people does not need.
        from habeas.claims import extract_claims

        claims, problems = extract_claims(report), ()
    located = tuple(
        Problem(what=one.what, where=_within(source, one.where), remedy=one.remedy)
        for one in problems
    )
    return Reading(report=report, claims=claims, data=loaded.data), located


def problem_of(error: Exception, source: Source) -> Problem:
    """Why one source could not be read: what it is, the system, or a fault of habeas.

    Raises:
        Exception: A fault, as it came, where the user asked to see traces.
    """
    if isinstance(error, HabeasError):
        return Problem(what=error.what, where=_within(source, error.where), remedy=error.remedy)
    if isinstance(error, OSError):
        return _unreachable(error, source)
    if wants_trace():
        raise error
    return _fault(error, source)


def _within(source: Source, where: str) -> str:
    """The place as the user wrote it, with the row or part that the error adds."""
    if not where or where in source.place or where == "the document":
        return source.place
    name = Path(source.at).name
    return where.replace(name, source.place) if name in where else f"{source.place}, {where}"


_REMEDIES: tuple[tuple[type[OSError], str, str], ...] = (
    (FileNotFoundError, "there is no such file", "check the spelling of the path"),
    (PermissionError, "the file may not be read", "ask its owner, or change its permissions"),
    (IsADirectoryError, "this is a folder now", "run the command again"),
)


def _unreachable(error: OSError, source: Source) -> Problem:
    for kind, what, remedy in _REMEDIES:
        if isinstance(error, kind):
            return Problem(what=what, where=source.place, remedy=remedy)
    reason = (error.strerror or "the system gives no reason").lower()
    return Problem(
        what=f"the file cannot be read: {reason}",
        where=source.place,
        remedy="copy it to this machine and try again",
    )


def _fault(error: Exception, source: Source) -> Problem:
    return Problem(
        what=f"a fault in habeas, number {fault_number(error)} ({type(error).__name__})",
        where=source.place,
        remedy=f"to see where, run the same command with {TRACE}=1 before it",
    )
