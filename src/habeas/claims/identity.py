"""Ids that are the same for the same words and the same reading."""

from __future__ import annotations

from hashlib import sha256

from habeas.model.claims import Act
from habeas.model.reports import Passage


def claim_id(passage: Passage, act: Act, *distinguishing: str) -> str:
    """Name a claim by what it rests on.

    Args:
        passage: Its words; the report's id is part of the result.
        act: Its act.
        distinguishing: What tells claims of one passage and act apart, such as
            the name of the person or the words of the count.

    Returns:
        `c` and twelve hex digits.
    """
    parts = (passage.report, str(passage.start), str(passage.end), act, *distinguishing)
    return "c" + sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def tie_id(passage: Passage, cue: str) -> str:
    """Name a tie by the words it rests on: `x` and twelve hex digits.

    Args:
        passage: Its words; the report's id is part of the result.
        cue: The words that tie, since one passage can tie twice.
    """
    parts = (passage.report, str(passage.start), str(passage.end), cue)
    return "x" + sha256("\x1f".join(parts).encode()).hexdigest()[:12]
