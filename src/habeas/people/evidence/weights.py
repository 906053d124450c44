"""The table of weights, read from `data/weights.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from habeas.model.people import Band

_NO_ROWS = frozenset({"bands", "ceiling"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """One row of the table.

    Attributes:
        field: What is compared, e.g. `birth`.
        outcome: How it came out, e.g. `same-day`.
        bits: How much that says; below 0 it speaks against. The most it can say, where
            `lessened` or where the field is the name.
        lessened: True where what many of the people at hand share says less.
        sentence: With places for `{left}` and `{right}`.
        reason: Why this weight.
    """

    field: str
    outcome: str
    bits: float
    lessened: bool
    sentence: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightTable:
    """All weights, and where the bands of the score begin.

    Attributes:
        rows: By field and outcome, in the order of the file.
        least: Least score of each band, best band first; DIFFERENT begins at 0.
        ceiling: Greatest score where one of two persons has no name.
    """

    rows: Mapping[tuple[str, str], Weight]
    least: Mapping[Band, float]
    ceiling: float

    def band(self, score: float) -> Band:
        """The band a score falls in."""
        return next(band for band, least in self.least.items() if score >= least)


@cache
def weight_table() -> WeightTable:
    """Read the table; the same one every time."""
    source = files("habeas.people.evidence") / "data" / "weights.toml"
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    rows = {
        (field, outcome): Weight(
            field=field,
            outcome=outcome,
            bits=float(row["weight"]),
            lessened=bool(row.get("lessened", False)),
            sentence=row["sentence"],
            reason=row["reason"],
        )
        for field, outcomes in tables.items()
        if field not in _NO_ROWS
        for outcome, row in outcomes.items()
    }
    bands = {band: float(tables["bands"].get(band.value, 0)) for band in Band}
    return WeightTable(rows=rows, least=bands, ceiling=float(tables["ceiling"]["unnamed"]))


def table_lines() -> list[str]:
    """The table as Markdown, as docs/people.md shows it; a test compares the two."""
    lines = ["| What is compared | Outcome | Bits | Why |", "|---|---|---:|---|"]
    for row in weight_table().rows.values():
        bits = f"{row.bits:+g}" + (" at most" if row.lessened else "")
        outcome = row.outcome.replace("-", " ")
        lines.append(f"| {row.field} | {outcome} | {bits} | {row.reason} |")
    return lines


if __name__ == "__main__":
    print("\n".join(table_lines()))
