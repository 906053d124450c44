"""The process that reads documents, one at a time, within limits.

It holds one document, and leaves when its connection ends. What makes it hang or crash costs one
document: whoever started it puts another in its place.
"""

from __future__ import annotations

import os
import signal
import struct
import sys
from hashlib import sha256
from multiprocessing.connection import Connection

from habeas.cli.archive.lines import Line, line_of_problem, line_of_report
from habeas.model.problems import HabeasError, Problem
from habeas.reports.members import Document

MAX_CHARACTERS = 200_000
"""Characters near words by which claims are told up to which a document is read: what a laptop
parses in 10 seconds."""

MAX_SECONDS = 30
"""Processor seconds that one document may cost; a process that takes more is ended."""

LOADING_SECONDS = 30
"""Processor seconds more for the first document, with which the parser is loaded."""

_MEMORY = 6 << 30
_RESULT = struct.Struct(">QI?I?")


def serve(connection: Connection) -> None:
    """Read documents as they come, and send back the line of each, until the other end closes."""
    _limit_self()
    seconds = MAX_SECONDS + LOADING_SECONDS
    while True:
        try:
            number, document = connection.recv()
        except (EOFError, OSError):  # closed, or reset where the other end was killed
            return
        _bound_time(seconds)
        line = read_document(document)
        _bound_time(0)
        seconds = MAX_SECONDS
        try:
            connection.send_bytes(pack(number, line))
        except OSError:
            return


def pack(number: int, line: Line) -> bytes:
    """The line of a document, as a process sends it."""
    known = _RESULT.pack(number, line.claims, line.read, line.problems, line.fault)
    return known + line.data


def unpack(message: bytes) -> tuple[int, Line]:
    """The inverse of `pack`; nothing in a message is run or trusted further."""
    number, claims, read, problems, fault = _RESULT.unpack_from(message)
    data = message[_RESULT.size :]
    return number, Line(data=data, read=read, claims=claims, problems=problems, fault=fault)


def read_document(document: Document) -> Line:
    """Read one document; whatever goes wrong with it is told in its line."""
    digest = sha256(document.data).hexdigest()
    try:
        return _read(document)
    except HabeasError as error:
        problem = Problem(what=error.what, where=document.file, remedy=error.remedy)
        return line_of_problem(problem, digest=digest)
    except MemoryError:
        problem = Problem(
            what="reading it takes more memory than one document may",
            where=document.file,
            remedy="split the document",
        )
        return line_of_problem(problem, digest=digest)
    except Exception as error:  # noqa: BLE001 - one document must not cost the others
        from habeas.cli.faults import TRACE, fault_number

        problem = Problem(
            what=f"a fault in habeas, number {fault_number(error)} ({type(error).__name__})",
            where=document.file,
            remedy=f"to see where, read it by itself with {TRACE}=1 before the command",
        )
        return line_of_problem(problem, digest=digest, fault=True)


def _read(document: Document) -> Line:
    from habeas.claims.extract import extract_claims, parse_length
    from habeas.reports.read import read_report

    report = read_report(
        document.data,
        media_type=document.media_type,
        file=document.file,
        url=document.url,
        retrieved=document.retrieved,
    )
    if report.is_table:
        from habeas.claims.people_lists import read_people_list

        people = read_people_list(report)
        problems = [
            Problem(what=one.what, where=f"{document.file}, {one.where}", remedy=one.remedy)
            for one in people.problems
        ]
        return line_of_report(document.file, report, people.claims, problems)
    if (characters := parse_length(report)) > MAX_CHARACTERS:
        raise _too_long(characters)
    return line_of_report(document.file, report, extract_claims(report), ())


def _too_long(characters: int) -> HabeasError:
    return HabeasError(
        what=f"{characters:,} characters that can hold claims; "
        f"{MAX_CHARACTERS:,} of one document are read",
        remedy="split it, or read it by itself without --output",
    )


def _limit_self() -> None:
    """Leave Ctrl-C to the parent, keep to one core, and bound memory where the platform can."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever prints to stdout, such as a library, must not reach the user's data.
    sys.stdout = sys.stderr
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        # macOS refuses a limit on address space; the limits on each document remain.
        return


def _bound_time(seconds: int) -> None:
    """End this process after so many processor seconds; 0 takes the bound away."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
