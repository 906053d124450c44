"""The tables of readings that ship with the package, each loaded when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> dict[str, str]:
    """The lines of a table by their first cell; the rest of the line stays one string."""
    pairs = (line.partition("\t") for line in _lines(name))
    return {first: rest for first, _, rest in pairs}


@cache
def groups(name: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The second and third cells of a table's lines, gathered by the first, in order."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in _lines(name):
        group, first, second = line.split("\t")
        found.setdefault(group, []).append((first, second))
    return {group: tuple(pairs) for group, pairs in found.items()}


def _lines(name: str) -> list[str]:
    path = files("habeas.people.names") / "data" / "readings" / f"{name}.tsv"
    return [
        line for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"
    ]
