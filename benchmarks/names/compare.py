"""Measure the matcher of names beside its peers, in one run, and write the tables.

    python benchmarks/names/compare.py PAIRS [--checks CSV] [--index FILE --queries FILE]

PAIRS, the index and the queries are files of `habeas.people.labelled_names`; CSV is the
`contrib/name_bench/cases.csv` of nomenklatura. None of them is kept in this repository. Each
matcher runs in one process of its own over the same pairs, twice: warm is the second round. The
threshold of habeas is the one it ships; every peer gets the one that is best on these very pairs.
The peers run in an environment under `build/`, made at first use from `peers.txt`, or in that of
`--python`. Negatives weigh ten times the positives (`habeas.people.measures`).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from pathlib import Path

HOW_TO_GET_IT = (
    "names: not measured, the data stay outside this repository. Give labelled pairs of names,\n"
    "a table with tabs whose columns src/habeas/people/labelled_names.py tells:\n"
    "    python benchmarks/names/compare.py PAIRS.tsv.gz\n"
    "and, for the checks of OpenSanctions,\n"
    "    git clone --depth 1 https://github.com/opensanctions/nomenklatura\n"
    "    python benchmarks/names/compare.py PAIRS.tsv.gz"
    " --checks nomenklatura/contrib/name_bench/cases.csv"
)


def main() -> int:
    """Print the tables, or how to get the data."""
    if len(sys.argv) < 2:
        print(HOW_TO_GET_IT)
        return 0
    parser = argparse.ArgumentParser(description="Measure the matcher of names beside its peers.")
    parser.add_argument("pairs", type=Path, metavar="PAIRS", help="labelled pairs")
    parser.add_argument("--checks", type=Path, metavar="CSV", help="cases.csv of name_bench")
    parser.add_argument("--index", type=Path, help="persons to search, with --queries")
    parser.add_argument("--queries", type=Path, help="names to look for, with --index")
    parser.add_argument("--python", type=Path, help="a Python that has the peers installed")
    parser.add_argument(
        "--peer",
        action="append",
        metavar="NAME",
        help="measure only this peer, named as in the tables; may be repeated",
    )
    parser.add_argument("--output", type=Path, help="write the tables there, not to stdout")
    parser.add_argument("--json", type=Path, help="write every figure there as well")
    given = parser.parse_args()
    if (given.index is None) != (given.queries is None):
        parser.error("--index and --queries go together")
    # Run by its path, this file does not see the packages beside its folder.
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    figures, tables = _measured(given)
    if given.json:
        given.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")
    if given.output:
        given.output.write_text(tables, encoding="utf-8")
    else:
        print(tables, end="")
    return 0


def _measured(given: argparse.Namespace) -> tuple[dict[str, object], str]:
    from habeas.model.problems import HabeasError
    from habeas.people.labelled_names import read_index, read_pairs, read_queries
    from names import checks, environment, measuring, tables

    matchers, searches = _chosen(given.peer)
    try:
        pairs = read_pairs(given.pairs)
        entries = read_index(given.index) if given.index else []
        queries = read_queries(given.queries) if given.queries else []
    except HabeasError as error:
        sys.exit(f"names: {error}")
    cases = checks.read_checks(given.checks) if given.checks else []
    python = given.python or environment.peers_python()
    found, thresholds = measuring.measured_pairs(pairs, matchers, python)
    figures: dict[str, object] = {"pairs": found}
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    parts = [
        f"## {len(pairs):,} pairs of names\n\n{machine}. F1 at ten negatives to one positive.",
        tables.pairs_table(found),
        "F1 in each part, at the one threshold of each matcher (pairs: same + different).",
        tables.parts_table(found),
    ]
    if cases and checks.LOGIC_V2 in thresholds:
        thresholds[checks.LOGIC_V2] = checks.LOGIC_V2_THRESHOLD
    if cases:
        figures["checks"] = graded = measuring.measured_checks(cases, thresholds, python)
        parts += [f"## name_bench, {len(cases):,} cases of persons", tables.checks_table(graded)]
    if queries:
        figures["search"] = search = measuring.measured_search(entries, queries, searches, python)
        title = f"## {len(queries):,} queries in {len(entries):,} names"
        parts += [title, tables.search_table(search)]
    return figures, "\n\n".join(parts) + "\n"


def _chosen(peers: list[str] | None) -> tuple[list[str], list[str]]:
    """The matchers and the searches to measure, ours first; exits with 1 where one is unknown."""
    from names.finders import FINDERS
    from names.measuring import is_ours
    from names.scorers import SCORERS

    unknown = [one for one in peers or () if one not in SCORERS and one not in FINDERS]
    if unknown:
        sys.exit(f"names: no peer {unknown[0]!r}: there are {', '.join([*SCORERS, *FINDERS])}")
    matchers, searches = (
        [one for one in known if is_ours(one) or peers is None or one in peers]
        for known in (SCORERS, FINDERS)
    )
    return matchers, searches


if __name__ == "__main__":
    sys.exit(main())
