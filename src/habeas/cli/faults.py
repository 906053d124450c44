"""Faults of habeas itself, told without quoting any report.

The text of an exception may hold a name or a sentence of a report, so it is shown only
to someone who asks for it with HABEAS_TRACE=1.
"""

from __future__ import annotations

import hashlib
import os
import traceback
from pathlib import Path

TRACE = "HABEAS_TRACE"


def fault_number(error: BaseException) -> str:
    """Eight hex digits: the same for the same place in the code, on every machine."""
    places = [
        f"{Path(frame.filename).name}:{frame.name}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    text = "\n".join([type(error).__name__, *places])
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def wants_trace() -> bool:
    """True where the user asked to see traces."""
    return os.environ.get(TRACE, "") not in ("", "0")


def describe_fault(error: BaseException) -> str:
    """What to print about a fault, over several lines, without report text.

    With HABEAS_TRACE=1 the whole trace follows, exception text included.
    """
    lines = [
        f"habeas: a fault in habeas, number {fault_number(error)} ({type(error).__name__})",
        "  This is a fault of the program, not of your files.",
    ]
    if wants_trace():
        lines.append("  The trace may quote your reports: read it before you share it.")
        lines.append("".join(traceback.format_exception(error)).rstrip())
    else:
        lines.append(f"  To see where: run the same command with {TRACE}=1 before it.")
    return "\n".join(lines)
