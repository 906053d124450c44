"""One line of the output: a document and what was read in it.

Described by docs/reference/habeas-reading-1.schema.json. `report` and `claims` are those of the
claims format, version 1.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from habeas.claims.format import claims_document
from habeas.cli.printable import printable_json
from habeas.model.claims import Claim
from habeas.model.problems import HabeasError, Problem
from habeas.model.reports import Report

FORMAT = "habeas-reading/1"

_KEY_BYTES = 8


class InvalidLine(HabeasError):
    """A line that is not of this format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, and what the totals need to know of it.

    Attributes:
        data: The line with its end, UTF-8.
        read: True where the document gave a report.
        claims: How many claims it makes.
        problems: How many problems it tells.
        fault: True where habeas itself failed.
    """

    data: bytes
    read: bool
    claims: int
    problems: int
    fault: bool = False


@dataclass(slots=True, kw_only=True)
class Totals:
    """What some lines come to.

    Attributes:
        read, unread: Documents that gave a report, and that did not.
        claiming: Documents that make a claim.
        claims, problems: All of them.
        faults: Documents on which habeas itself failed.
    """

    read: int = 0
    unread: int = 0
    claiming: int = 0
    claims: int = 0
    problems: int = 0
    faults: int = 0

    def add(self, line: Line) -> None:
        """Count one line more."""
        self.read += line.read
        self.unread += not line.read
        self.claiming += line.claims > 0
        self.claims += line.claims
        self.problems += line.problems
        self.faults += line.fault


def line_of_report(
    file: str, report: Report, claims: Sequence[Claim], problems: Sequence[Problem]
) -> Line:
    """The line of a document that was read."""
    document = claims_document([report], claims)
    reports = document["reports"]
    assert isinstance(reports, list)
    return Line(
        data=_write(file, report.id, reports[0], document["claims"], problems),
        read=True,
        claims=len(claims),
        problems=len(problems),
    )


def line_of_problem(problem: Problem, *, digest: str | None, fault: bool = False) -> Line:
    """The line of something that could not be read.

    Args:
        problem: Why; `where` is where it is, as `Document.file`.
        digest: SHA-256 of its bytes, or None where there are none.
        fault: True where habeas itself failed.
    """
    data = _write(problem.where, digest, None, [], [problem])
    return Line(data=data, read=False, claims=0, problems=1, fault=fault)


def key_of(file: str, mark: str) -> int:
    """What tells one document from all others, in 8 bytes.

    Args:
        file: Where it is, as `Document.file`.
        mark: SHA-256 of its bytes; where there are none, what is wrong.
    """
    digest = sha256(f"{file}\0{mark}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:_KEY_BYTES])


def read_line(data: bytes) -> tuple[int, Line]:
    """Read a line back: its key, and the line itself.

    Raises:
        InvalidLine: It is not of this format.
    """
    try:
        entry = json.loads(data)
        if entry["format"] != FORMAT:
            raise ValueError
        problems = [str(problem["what"]) for problem in entry["problems"]]
        mark = entry["id"] if entry["id"] is not None else problems[0]
        line = Line(
            data=data,
            read=entry["report"] is not None,
            claims=len(entry["claims"]),
            problems=len(problems),
        )
        return key_of(str(entry["file"]), str(mark)), line
    except (ValueError, LookupError, TypeError) as error:
        raise InvalidLine(what=f"a line that is not of the format {FORMAT}") from error


def _write(
    file: str, digest: str | None, report: object, claims: object, problems: Sequence[Problem]
) -> bytes:
    entry = {
        "format": FORMAT,
        "file": file,
        "id": digest,
        "report": report,
        "claims": claims,
        "problems": [
            {"what": one.what, "where": one.where, "remedy": one.remedy} for one in problems
        ],
    }
    text = printable_json(json.dumps(entry, ensure_ascii=False, separators=(",", ":")))
    return text.encode() + b"\n"
