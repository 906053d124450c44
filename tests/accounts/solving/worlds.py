"""Small worlds and statements on them, for Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from accounts.solving.oracle import is_in, kinds_of
from habeas.accounts.solving import OTHER, Attribute, Selection, Statement

NAMES = ("citizenship", "health", "sex", "to")


@st.composite
def attributes(draw: st.DrawFn, most: int = 3) -> tuple[Attribute, ...]:
    """One to three attributes of one to three values."""
    return tuple(
        Attribute(
            name=name,
            values=tuple("abc"[: draw(st.integers(1, 3))]),
            is_open=draw(st.booleans()),
            is_exclusive=draw(st.integers(0, 3)) > 0,
        )
        for name in NAMES[: draw(st.integers(1, most))]
    )


@st.composite
def selections(draw: st.DrawFn, of: tuple[Attribute, ...]) -> Selection:
    """Some values of some of the attributes."""
    chosen = draw(st.lists(st.sampled_from(of), unique=True, max_size=2))
    pairs = []
    for attribute in sorted(chosen, key=lambda each: each.name):
        values = [*attribute.values, *([OTHER] if attribute.is_open else [])]
        some = draw(st.lists(st.sampled_from(values), unique=True, min_size=1))
        pairs.append((attribute.name, frozenset(some)))
    return tuple(pairs)


@st.composite
def claimed(draw: st.DrawFn, of: tuple[Attribute, ...], most: int = 6) -> tuple[Statement, ...]:
    """Statements that may be wrong."""
    found = []
    for number in range(draw(st.integers(0, most))):
        low = draw(st.none() | st.integers(-1, 9))
        width = draw(st.none() | st.sampled_from([0, 0, 0, 1, 3, -1]))
        found.append(
            Statement(
                id=f"s{number}",
                selection=draw(selections(of)),
                low=low,
                high=None if width is None else (low or 0) + width,
                weight=draw(st.integers(1, 3)),
            )
        )
    return tuple(found)


@st.composite
def true_worlds(
    draw: st.DrawFn, most: int = 8
) -> tuple[tuple[Attribute, ...], tuple[Statement, ...], dict[Selection, int]]:
    """Attributes, true statements, and how many people there are of each selection."""
    of = draw(attributes())
    kinds = kinds_of(of)
    counts = draw(st.lists(st.integers(0, 9), min_size=len(kinds), max_size=len(kinds)))

    def count(selection: Selection) -> int:
        return sum(n for kind, n in zip(kinds, counts, strict=True) if is_in(kind, selection))

    statements = []
    for number in range(draw(st.integers(0, most))):
        selection = draw(selections(of))
        true = count(selection)
        low = draw(st.sampled_from([None, true, true, true - 1, true // 2]))
        high = draw(st.sampled_from([None, true, true, true + 1, true * 2]))
        statements.append(Statement(id=f"s{number}", selection=selection, low=low, high=high))
    asked = draw(st.lists(selections(of), min_size=1, max_size=4))
    return of, tuple(statements), {selection: count(selection) for selection in asked}
