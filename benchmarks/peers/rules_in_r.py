"""The same figures in R: validatetools and errorlocate, the closest there is.

They are installed by whoever measures, into the library of their R; habeas needs neither.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from habeas.accounts.solving import OTHER, Attribute, Selection, Statement

SCRIPT = Path(__file__).with_name("validation_rules.R")
PACKAGES = ("validate", "validatetools", "errorlocate")
MOST_SECONDS = 1_200


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How long something took in R, each round in seconds of processor, and what was found."""

    seconds: tuple[float, ...]
    found: tuple[str, ...]


def cells_of(attributes: Sequence[Attribute]) -> list[Selection]:
    """Every combination of values, those nobody tells of included."""
    names = [one.name for one in attributes]
    values = [(*one.values, OTHER) if one.is_open else one.values for one in attributes]
    return [
        tuple(sorted((name, frozenset({v})) for name, v in zip(names, cell, strict=True)))
        for cell in product(*values)
    ]


def rscript_or_none() -> str | None:
    """The program that runs R, once its packages are seen; None with a word on stderr."""
    program = shutil.which("Rscript")
    names = ", ".join(f'"{name}"' for name in PACKAGES)
    wanted = f"all(c({names}) %in% rownames(installed.packages()))"
    if program is not None:
        done = subprocess.run(
            [program, "-e", f"quit(status = if ({wanted}) 0 else 1)"], check=False
        )
        if done.returncode == 0:
            return program
    print(
        f"not beside its peer: that needs R with {', '.join(PACKAGES)}, "
        f"by install.packages(c({names})) in R",
        file=sys.stderr,
    )
    return None


def measure_in_r(
    program: str, attributes: Sequence[Attribute], statements: Iterable[Statement]
) -> dict[str, Measured]:
    """Let R answer for the same statements, over all combinations of values.

    Returns:
        `feasible` (20 answers a round), `conflict`, `correction`, `localized`, `bounds`.

    Raises:
        CalledProcessError: R failed.
        TimeoutExpired: It took more than `MOST_SECONDS`.
    """
    cells = cells_of(attributes)
    lines = ["id\tlow\thigh\tweight\tcells"]
    for one in statements:
        at = [str(n) for n, cell in enumerate(cells, 1) if _is_within(cell, one.selection)]
        low, high = ("NA" if end is None else str(end) for end in (one.low, one.high))
        lines.append(f"{one.id}\t{low}\t{high}\t{one.weight}\t{','.join(at)}")
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "figures.tsv"
        table.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = subprocess.run(
            [program, str(SCRIPT), str(table), str(len(cells))],
            check=True,
            capture_output=True,
            text=True,
            timeout=MOST_SECONDS,
        )
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return {
        name: Measured(
            seconds=tuple(float(each) for each in seconds.split(",")),
            found=tuple(found.split(",")),
        )
        for name, seconds, found in rows
    }


def _is_within(cell: Selection, selection: Selection) -> bool:
    values = dict(cell)
    return all(values[name] <= allowed for name, allowed in selection)
