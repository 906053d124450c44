"""Claims that the user gives beside reports, or instead of them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.cli.exits import Exit, Stop
from habeas.cli.inputs import Inputs, Reading, problem_of, read_inputs
from habeas.cli.sources import Kind, Source
from habeas.cli.wording import counted
from habeas.model.claims import Claim
from habeas.model.problems import HabeasError
from habeas.model.reports import Report

if TYPE_CHECKING:
    from habeas.claims.given import Given

_SHA_DIGITS = 64
_SUFFIXES = frozenset({".json", ".jsonl"})
_OF_CLAIMS = re.compile(rb'"format"\s*:\s*"habeas-(?:claims|reading)/')
_HEAD = 200


def read_with_claims(named: Sequence[str], given: Sequence[str], *, today: date) -> Inputs:
    """Read reports and files of claims together.

    A report that stands in several of them is one. A claim that is given for a report
    that was read takes the place of the one with its id; ids that two files use of
    different reports are told apart by the name of the later file.

    Args:
        named: Files, folders, addresses, or `-` for standard input. A JSON file that says
            it is of the claims format is taken as given.
        given: Files of claims, or `-`; each in the claims format, or such documents a line.
        today: Day on which addresses are fetched.

    Raises:
        Stop: Standard input is named twice.
    """
    if (*named, *given).count("-") > 1:
        raise Stop(
            Exit.USAGE,
            what="standard input can be read once",
            where="-",
            remedy="give all but one of them as files",
        )
    given = (*given, *(name for name in named if _says_it_is_claims(name)))
    named = [name for name in named if name not in given or name == "-"]
    nothing = Inputs(readings=(), problems=(), notes=(), faults=0)
    gathered = _Gathered(read_inputs(named, today=today) if named else nothing)
    for name in given:
        gathered.add_file(Source(kind=Kind.STDIN if name == "-" else Kind.FILE, at=name))
    return gathered.inputs()


class _Gathered:
    """What was read so far, by report."""

    def __init__(self, found: Inputs) -> None:
        self._readings = {reading.report.id: reading for reading in found.readings}
        self._reports = {reading.report.id: reading.report for reading in found.readings}
        self._claims = {claim.id: claim for claim in found.claims}
        self._problems = list(found.problems)
        self._notes = list(found.notes)
        self._faults = found.faults

    def inputs(self) -> Inputs:
        """All of it."""
        return Inputs(
            readings=tuple(self._readings.values()),
            problems=tuple(self._problems),
            notes=tuple(self._notes),
            faults=self._faults,
        )

    def add_file(self, source: Source) -> None:
        """Read a file of claims; what is wrong with it costs nothing else."""
        from habeas.claims.given import read_given_claims

        replaced = 0
        try:
            path = Path(source.at)
            data = sys.stdin.buffer.read() if source.kind is Kind.STDIN else path.read_bytes()
            for document in _documents(data):
                given = read_given_claims(document, name=Path(source.place).name)
                self._problems += [replace(one, where=source.place) for one in given.problems]
                replaced += self._add(_apart(given, self._reports, self._claims, path.stem))
        except Exception as error:  # noqa: BLE001 - one file must not cost the others
            self._problems.append(problem_of(error, source))
            self._faults += not isinstance(error, HabeasError | OSError)
        if replaced:
            counts = counted(replaced, "claim")
            self._notes.append(f"{source.place}: {counts} taken as given there, not as read before")

    def _add(self, given: Given) -> int:
        """Add a document; returns how many claims it tells differently."""
        own: dict[str, dict[str, Claim]] = {}
        for claim in given.claims:
            own.setdefault(claim.report, {})[claim.id] = claim
        replaced = sum(self._claims.get(one.id, one) != one for one in given.claims)
        for report in given.reports:
            known = self._readings.get(report.id)
            before = {claim.id: claim for claim in known.claims} if known is not None else {}
            told = before | own.get(report.id, {})
            self._readings[report.id] = Reading(
                report=_joined(known.report, report) if known is not None else report,
                claims=tuple(sorted(told.values(), key=lambda claim: claim.passage.start)),
                data=known.data if known is not None else b"",
            )
            self._reports[report.id] = self._readings[report.id].report
            self._claims |= told
        return replaced


def _says_it_is_claims(name: str) -> bool:
    """True for a JSON file that begins by naming a format of claims."""
    path = Path(name)
    if path.suffix.lower() not in _SUFFIXES or not path.is_file():
        return False
    with path.open("rb") as file:
        return _OF_CLAIMS.search(file.read(_HEAD)) is not None


def _documents(data: bytes) -> Iterator[object]:
    """The document of a file, or those of its lines.

    Raises:
        Stop: It is not JSON.
    """
    try:
        yield json.loads(data)
        return
    except RecursionError as error:
        raise _not_json("") from error
    except ValueError as error:
        lines = data.splitlines()
        if len(lines) < 2 or not isinstance(error, json.JSONDecodeError):
            raise _not_json("") from error
        whole = error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                document = json.loads(line)
            except (ValueError, RecursionError) as error:
                # Where the first line is no document, the file is one, broken further down.
                raise _not_json(f" at line {number if number > 1 else whole.lineno}") from error
            yield document


def _not_json(where: str) -> Stop:
    return Stop(
        Exit.UNREADABLE,
        what=f"the file is not JSON{where}",
        remedy="write it as habeas read --format json does",
    )


def _joined(read: Report, given: Report) -> Report:
    """One report as two documents tell it: what the first does not know, the second says."""
    text, other = read.text, given.text
    if len(text) < len(other):
        text, other = other, text
    letters = [b if a == " " and b != " " else a for a, b in zip(text, other, strict=False)]
    return replace(
        read,
        file=read.file or given.file,
        url=read.url or given.url,
        title=read.title or given.title,
        publisher=read.publisher or given.publisher,
        published=read.published or given.published,
        text="".join(letters) + text[len(other) :],
    )


def _apart(
    given: Given, reports: Mapping[str, Report], claims: Mapping[str, Claim], name: str
) -> Given:
    """What is given, with other ids where they are in use for something else."""
    clashing = {
        one.id for one in given.reports if one.id in reports and _differ(one, reports[one.id])
    }
    is_taken = any(
        claim.id in claims and (claim.report in clashing or claims[claim.id].report != claim.report)
        for claim in given.claims
    )

    if not clashing and not is_taken:
        return given

    def renamed(id_: str) -> str:
        return f"{name}/{id_}" if is_taken else id_

    def home(report: str) -> str:
        return f"{name}/{report}" if report in clashing else report

    return replace(
        given,
        reports=tuple(replace(one, id=home(one.id)) for one in given.reports),
        claims=tuple(
            replace(
                one,
                id=renamed(one.id),
                report=home(one.report),
                part_of=renamed(one.part_of) if one.part_of is not None else None,
                passage=replace(one.passage, report=home(one.report)),
            )
            for one in given.claims
        ),
    )


def _differ(one: Report, other: Report) -> bool:
    """True where an id that is no digest names two reports."""
    if len(one.id) == _SHA_DIGITS:
        return False
    told = ((one.publisher, other.publisher), (one.url, other.url), (one.title, other.title))
    return any(a and b and a != b for a, b in told)
