"""Why statements conflict: a sum, proven in exact fractions.

Whoever the low ends count has to be counted by the high ends at least as often. That is looked
up for every kind of person that the statements tell apart: a kind is the set of those
statements that count them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from habeas.accounts.solving.exact import greatest
from habeas.accounts.solving.kinds import kinds
from habeas.accounts.solving.statements import Attribute, Side, Statement, Term

_LARGEST_DENOMINATOR = 360
_MOST_WORK = 400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """One end of one statement, by its place."""

    place: int
    side: Side
    number: int

    @property
    def sign(self) -> int:
        return 1 if self.side is Side.LOW else -1


def prove(
    attributes: Iterable[Attribute], statements: Sequence[Statement], guess: Sequence[float]
) -> tuple[Term, ...]:
    """The arithmetic of a conflict, in smallest whole multipliers, low ends first.

    Args:
        attributes: At least those that the statements select by.
        statements: A minimal conflict.
        guess: A multiplier for each, above 0 where its low end is used and below 0 where its
            high end is; 0 where that is not known. It is used only if it proves right.

    Returns:
        Empty where fractions of people would satisfy the statements, and where they tell more
        kinds of people apart than can be gone through.
    """
    found = kinds(attributes, [statement.selection for statement in statements])
    if found is None:
        return ()
    ends = _ends(statements)
    factors = _rounded(ends, guess)
    if not _is_proof(ends, factors, found):
        limits = sorted({tuple(_limit(ends, kind)) for kind in found})
        if len(limits) * len(ends) > _MOST_WORK:
            return ()
        solved = greatest([end.sign * end.number for end in ends], limits)
        if solved is None:
            return ()
        factors = _scaled(solved)
        assert _is_proof(ends, factors, found)
    return tuple(
        Term(
            statement=statements[end.place].id,
            side=end.side,
            number=end.number,
            times=Fraction(factor),
        )
        for end, factor in zip(ends, factors, strict=True)
        if factor
    )


def _limit(ends: Sequence[_End], kind: int) -> Iterator[int]:
    """How often each end counts one person of a kind, high ends negative."""
    return (end.sign * (kind >> end.place & 1) for end in ends)


def _ends(statements: Sequence[Statement]) -> list[_End]:
    lows = [
        _End(place=place, side=Side.LOW, number=statement.low)
        for place, statement in enumerate(statements)
        if statement.low is not None and statement.low > 0
    ]
    highs = [
        _End(place=place, side=Side.HIGH, number=statement.high)
        for place, statement in enumerate(statements)
        if statement.high is not None
    ]
    return lows + highs


def _rounded(ends: Sequence[_End], guess: Sequence[float]) -> list[int]:
    least = min((abs(each) for each in guess if each), default=1.0)
    fractions = [
        Fraction(guess[end.place] / least).limit_denominator(_LARGEST_DENOMINATOR) for end in ends
    ]
    pairs = zip(ends, fractions, strict=True)
    return _scaled([max(end.sign * each, Fraction(0)) for end, each in pairs])


def _is_proof(ends: Sequence[_End], factors: Sequence[int], kinds_: Iterable[int]) -> bool:
    """The low ends sum to more, and nobody is counted more often by them."""
    net: dict[int, int] = {}
    total = 0
    for end, factor in zip(ends, factors, strict=True):
        net[end.place] = net.get(end.place, 0) + end.sign * factor
        total += end.sign * end.number * factor
    return total > 0 and all(
        sum(net[place] for place in net if kind >> place & 1) <= 0 for kind in kinds_
    )


def _scaled(factors: Sequence[Fraction]) -> list[int]:
    """The smallest whole numbers in the same proportions."""
    common = lcm(*(factor.denominator for factor in factors))
    whole = [int(factor * common) for factor in factors]
    divisor = gcd(*whole) or 1
    return [each // divisor for each in whole]
