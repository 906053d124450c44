"""Statements in one line: "all = 123; to:LT = 9; to:UA|MD sex:f 20..; sex:f < 30 x2"."""

from __future__ import annotations

import re

from habeas.accounts.solving import Attribute, Core, Selection, Side, Statement

_STATEMENT = re.compile(
    r"(?:(?P<id>\w+)\) )?(?P<whom>.+?) (?:= (?P<exact>-?\d+)|(?P<low>-?\d*)\.\.(?P<high>-?\d*))"
    r"(?: x(?P<weight>\d+))?"
)


def whom(text: str) -> Selection:
    """A selection, as "to:UA|MD sex:f"; "all" selects everybody."""
    if text == "all":
        return ()
    pairs = (part.partition(":") for part in text.split())
    return tuple(sorted((name, frozenset(values.split("|"))) for name, _, values in pairs))


def tell(line: str) -> list[Statement]:
    """Statements, called a, b, c in the order told unless they say "name) "."""
    found = []
    for number, part in enumerate(line.split("; ")):
        said = _STATEMENT.fullmatch(part.strip())
        assert said is not None, part
        exact = said["exact"]
        low, high = (exact, exact) if exact else (said["low"], said["high"])
        found.append(
            Statement(
                id=said["id"] or chr(ord("a") + number),
                selection=whom(said["whom"]),
                low=int(low) if low else None,
                high=int(high) if high else None,
                weight=int(said["weight"] or 1),
            )
        )
    return found


def attributes(text: str) -> list[Attribute]:
    """As "to:LT|UA|MD* sex:f|m health:ill|old+*": "*" where open, "+" where people have several."""
    found = []
    for part in text.split():
        name, _, values = part.partition(":")
        found.append(
            Attribute(
                name=name,
                values=tuple(values.rstrip("+*").split("|")),
                is_open=values.endswith("*"),
                is_exclusive="+" not in values,
            )
        )
    return found


def arithmetic(core: Core) -> str:
    """A conflict's sum, as "114 + 9 + 2*1 > 123"; "whole numbers" where there is none."""
    if not core.terms:
        return "whole numbers"
    sides = []
    for side in (Side.LOW, Side.HIGH):
        terms = [
            f"{term.number}" if term.times == 1 else f"{term.times}*{term.number}"
            for term in core.terms
            if term.side is side
        ]
        sides.append(" + ".join(terms) or "0")
    return " > ".join(sides)
