"""Compare two names, or many pairs of names at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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

_AHEAD: dict[tuple[str, str], float] = {}
"""What was compared ahead, by the two names in order."""

WORTH_A_LOOK = 0.05
"""Least probability at which vetoes and doubts are sought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How likely two spellings are one name, once vetoes and doubts have spoken.

    Attributes:
        probability: 0 to 1.
        pairs: Parts that stand for each other.
        veto: What speaks against it, or None.
    """

    probability: float
    pairs: tuple[PartPair, ...]
    veto: str | None


def compare_names(left: str, right: str) -> NameMatch:
    """Say how likely two spellings are the name of one person, and why.

    Symmetric but for the sides of what is returned; the same in every process.
    """
    settled = settle(float(likelihoods([left], [right])[0]), left, right)
    probability, pairs, veto = settled.probability, settled.pairs, settled.veto
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
    found = likelihoods(lefts, rights)
    for place in np.flatnonzero(found >= WORTH_A_LOOK).tolist():
        found[place] = settle(float(found[place]), lefts[place], rights[place]).probability
    return found


def likelihoods(lefts: Sequence[str], rights: Sequence[str]) -> NDArray[np.float64]:
    """Probabilities of many pairs before any veto or doubt, which only lower them."""
    if not _AHEAD:
        return shipped_engine().likelihoods(lefts, rights)
    known = [_AHEAD.get(_in_order(pair)) for pair in zip(lefts, rights, strict=True)]
    found = np.array([-1.0 if each is None else each for each in known], dtype=np.float64)
    new = np.flatnonzero(found < 0).tolist()
    if new:
        found[new] = shipped_engine().likelihoods([lefts[k] for k in new], [rights[k] for k in new])
    return found


def compare_ahead(pairs: Iterable[tuple[str, str]]) -> None:
    """Compare many pairs at once, for which `likelihoods` will be asked few at a time.

    What was compared ahead before is forgotten, so that with no pairs nothing is kept.
    """
    told = list({_in_order(pair) for pair in pairs})
    found = shipped_engine().likelihoods([one for one, _ in told], [other for _, other in told])
    _AHEAD.clear()
    _AHEAD.update(zip(told, found.tolist(), strict=True))


def _in_order(pair: tuple[str, str]) -> tuple[str, str]:
    one, other = pair
    return pair if one <= other else (other, one)


def settle(likely: float, left: str, right: str) -> Settled:
    """The probability once vetoes and doubts have spoken.

    Args:
        likely: As `likelihoods` has it; below `WORTH_A_LOOK` no veto is sought.
        left, right: The names.
    """
    pairs = align_parts(left, right)
    veto = veto_of(left, right, pairs) if likely >= WORTH_A_LOOK else None
    if veto is not None:
        likely = min(likely, VETOED)
    elif likely > DOUBTED and doubt_of(left, right, pairs) is not None:
        likely = DOUBTED
    return Settled(probability=likely, pairs=pairs, veto=veto)
