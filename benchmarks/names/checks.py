"""The list of checks of names that OpenSanctions keeps: name_bench of nomenklatura.

Its `cases.csv` has pairs of names with `is_match`, graded by a person, for persons and others. As
its own `run.py` does, a pair counts as called a match where the score is the threshold or more, and
every case weighs the same; here of the cases only persons are measured. The data stay outside this
repository (GitHub opensanctions/nomenklatura, contrib/name_bench).
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

LOGIC_V2 = "nomenklatura logic-v2"
LOGIC_V2_THRESHOLD = 0.7
"""The threshold at which name_bench measures logic-v2."""

_LABELS = {"true": True, "false": False}


def read_checks(path: Path) -> list[tuple[str, str, bool]]:
    """Two names and whether they should match, of each case about persons.

    Exits with 1 where the file is missing or is not such a list.
    """
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        cases = [
            (row["name1"], row["name2"], _LABELS[row["is_match"].casefold()])
            for row in rows
            if row["schema"] == "Person"
        ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        sys.exit(f"names: {path} cannot be read ({type(error).__name__}): name its cases.csv")
    except (KeyError, AttributeError):
        sys.exit(
            f"names: {path} is no list of checks: it needs the columns schema, name1, name2 and "
            "is_match (true or false)"
        )
    if {same for *_, same in cases} != {True, False}:
        sys.exit(f"names: {path} needs cases about persons of both kinds")
    return cases
