"""The tables of readings that ship with the package, each loaded when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> dict[str, str]:
    """The lines of a table by their first cell; the rest of the line stays one string."""
    text = (files("habeas.people.names") / "data" / "readings" / f"{name}.tsv").read_text(
        encoding="utf-8"
    )
    pairs = (line.partition("\t") for line in text.split("\n") if line and line[0] != "#")
    return {first: rest for first, _, rest in pairs}
