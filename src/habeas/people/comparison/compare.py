"""Compare two names, or many pairs of names at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from habeas.model.people import NameMatch, PartPair
from habeas.people.comparison.alignment import align_parts
from habeas.people.comparison.doubts import doubt_of
from habeas.people.comparison.engine import shipped_engine
from habeas.people.comparison.reasons import reason_for
from habeas.people.comparison.vetoes import veto_of

THRESHOLD = 0.5
"""Least probability at which two spellings are called one name; one for all scripts."""

VETOED = 0.02
"""Most that a pair can come to against which a veto speaks."""

DOUBTED = 0.9
"""Most that a pair can come to at which a person must look closely."""

_WORTH_A_LOOK = 0.05


def compare_names(left: str, right: str) -> NameMatch:
    """Say how likely two spellings are the name of one person, and why.

    Symmetric but for the sides of what is returned; the same in every process.
    """
    likely = float(shipped_engine().likelihoods([left], [right])[0])
    pairs = align_parts(left, right)
    probability, veto = _settle(likely, left, right, pairs)
    return NameMatch(
        left=left,
        right=right,
        probability=probability,
        pairs=pairs,
        veto=veto,
        reason=reason_for(left, right, probability, pairs, veto),
    )


def compare_many(lefts: Sequence[str], rights: Sequence[str]) -> NDArray[np.float64]:
    """Probabilities of many pairs, vetoes included; far faster than one by one.

    Args:
        lefts, rights: As many names on each side.

    Returns:
        One probability a pair, in order; what `compare_names` says of each.
    """
    found = shipped_engine().likelihoods(lefts, rights)
    for place in np.flatnonzero(found >= _WORTH_A_LOOK).tolist():
        left, right = lefts[place], rights[place]
        found[place], _ = _settle(float(found[place]), left, right, align_parts(left, right))
    return found


def _settle(
    likely: float, left: str, right: str, pairs: tuple[PartPair, ...]
) -> tuple[float, str | None]:
    """The probability once vetoes and doubts have spoken, and the veto."""
    veto = veto_of(left, right, pairs) if likely >= _WORTH_A_LOOK else None
    if veto is not None:
        return min(likely, VETOED), veto
    if likely > DOUBTED and doubt_of(left, right, pairs) is not None:
        return DOUBTED, None
    return likely, None
