"""The formulas of the table of phrases: sums, products, least and greatest of n, m and g."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache

type Values = Mapping[str, Fraction]
type Formula = Callable[[Values], Fraction]

_OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: lambda left, right: left * right,
    ast.Div: lambda left, right: left / right,
}
_CHOICES = {"min": min, "max": max}


@cache
def formula(text: str) -> Formula:
    """Read a formula such as `n - max(g/2, n/10)`, exact in fractions.

    Raises:
        ValueError: It holds anything but whole numbers, names, + - * / and min, max.
    """
    return _formula(ast.parse(text, mode="eval").body)


def granularity(number: Fraction) -> Fraction:
    """The largest power of ten that divides a number; 1 for 0 and for fractions.

    >>> granularity(Fraction(1200))
    Fraction(100, 1)
    """
    power = Fraction(1)
    while number and (number / (power * 10)).denominator == 1:
        power *= 10
    return power


def _formula(node: ast.expr) -> Formula:
    match node:
        case ast.Constant(value=int() as value):
            number = Fraction(value)
            return lambda _: number
        case ast.Name(id=name):
            return lambda values: values[name]
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
            act = _OPERATORS[type(operator)]
            one, other = _formula(left), _formula(right)
            return lambda values: act(one(values), other(values))
        case ast.Call(func=ast.Name(id="min" | "max" as choice), args=arguments):
            choose, parts = _CHOICES[choice], [_formula(part) for part in arguments]
            return lambda values: choose(part(values) for part in parts)
        case _:
            raise ValueError(f"no formula: {ast.unparse(node)!r}; write + - * /, min or max")
