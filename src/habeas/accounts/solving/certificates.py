"""Why statements conflict: a sum, proven in exact fractions.

Whoever the low ends count has to be counted by the high ends at least as often. That is looked
up for every kind of person that the statements tell apart: a kind is the set of those
statements that count them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    limits = sorted({tuple(end.sign * (kind >> end.place & 1) for end in ends) for kind in found})
    factors = _rounded(ends, guess)
    if not _is_proof(ends, factors, limits):
        if len(limits) * len(ends) > _MOST_WORK:
            return ()
        solved = greatest([end.sign * end.number for end in ends], limits)
        if solved is None:
            return ()
        factors = solved
        assert _is_proof(ends, factors, limits)
    return _terms(statements, ends, _scaled(factors))


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


def _rounded(ends: Sequence[_End], guess: Sequence[float]) -> list[Fraction]:
    least = min((abs(each) for each in guess if each), default=1.0)
    return [
        max(
            end.sign * Fraction(guess[end.place] / least).limit_denominator(_LARGEST_DENOMINATOR),
            Fraction(0),
        )
        for end in ends
    ]


def _is_proof(
    ends: Sequence[_End], factors: Sequence[Fraction], limits: Iterable[Sequence[int]]
) -> bool:
    total = sum(end.sign * end.number * factor for end, factor in zip(ends, factors, strict=True))
    return total > 0 and all(
        sum(factor * each for factor, each in zip(factors, limit, strict=True)) <= 0
        for limit in limits
    )


def _scaled(factors: Sequence[Fraction]) -> list[Fraction]:
    """The smallest whole numbers in the same proportions."""
    common = lcm(*(factor.denominator for factor in factors))
    whole = [int(factor * common) for factor in factors]
    divisor = gcd(*whole)
    return [Fraction(each // divisor) for each in whole]


def _terms(
    statements: Sequence[Statement], ends: Sequence[_End], factors: Sequence[Fraction]
) -> tuple[Term, ...]:
    return tuple(
        Term(statement=statements[end.place].id, side=end.side, number=end.number, times=factor)
        for end, factor in zip(ends, factors, strict=True)
        if factor
    )
