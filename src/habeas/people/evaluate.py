"""Measure the matcher of names, and the search for them, on labelled names.

    python -m habeas.people.evaluate --pairs FILE
    python -m habeas.people.evaluate --index FILE --queries FILE

The files are those of `habeas.people.labelled_names`, and the measures of
`habeas.people.measures`. The result is one JSON object on stdout; what is being done goes to
stderr. The exit status is 1 where a file cannot be read, 2 where the command is wrong.

Pairs are called one name at the one threshold that habeas ships, `THRESHOLD`. Every part of the
pairs (a pair of scripts, a group of such pairs, a language, a source) is weighed by itself, ten to
one. Figures a second are of the whole process: by the clock, and by the time of processor it took.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np

from habeas.model.problems import HabeasError
from habeas.people.comparison import THRESHOLD, compare_many
from habeas.people.labelled_names import (
    LabelledPair,
    Query,
    read_index,
    read_pairs,
    read_queries,
)
from habeas.people.measures import (
    NEGATIVES_PER_POSITIVE,
    Labels,
    Scores,
    agreement,
    best_f1,
    calibration,
    calibration_error,
    place_of,
    recall_at,
    recall_at_precision,
)
from habeas.people.search import NameIndex

FORMAT = "habeas-names-evaluation/1"
PRECISION = 0.99
"""The precision at which recall is asked for."""

PLACES = (1, 10)
"""Recall is the share of queries with a right person among so many."""

CANDIDATES = 50
"""How many candidates are asked for; recall among all of them bounds what rescoring can reach."""

LANGUAGES = ("be",)
"""Languages told apart: pairs with a side in one of them."""

_INDIC = {"Beng", "Deva", "Gujr", "Guru", "Knda", "Mlym", "Orya", "Sinh", "Taml", "Telu"}
_SOUTHEAST = {"Khmr", "Laoo", "Mymr", "Thai"}
_GROUPS: dict[str, Callable[[set[str]], bool]] = {
    "Latin-Cyrillic": lambda scripts: scripts == {"Latn", "Cyrl"},
    "Cyrillic-Cyrillic": lambda scripts: scripts == {"Cyrl"},
    "Latin-Arabic": lambda scripts: scripts == {"Latn", "Arab"},
    "Latin-Han": lambda scripts: scripts == {"Latn", "Hani"},
    "Indic": lambda scripts: bool(scripts & _INDIC),
    "Thai/Burmese/Khmer": lambda scripts: bool(scripts & _SOUTHEAST),
}
_BATCH = 10_000
_QUERY_BATCH = 500
_INVENTED = "Ada Example"

type Json = dict[str, object]


@runtime_checkable
class _FindsCandidates(Protocol):
    """An index that tells what it finds before each is compared."""

    def candidates(self, names: Sequence[str], limit: int) -> list[list[tuple[str, float]]]:
        """For each name, ids and likenesses, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long something took, by the clock and in time of processor, in seconds."""

    seconds: float
    cpu_seconds: float

    def rate(self, count: int, things: str) -> Json:
        """How many things a second."""
        return {
            "seconds": self.seconds,
            "cpu_seconds": self.cpu_seconds,
            f"{things}_per_second": count / max(self.seconds, 1e-9),
            f"{things}_per_cpu_second": count / max(self.cpu_seconds, 1e-9),
        }


def timed[Result](work: Callable[[], Result]) -> tuple[Result, Timing]:
    """Do something and say how long it took."""
    clock, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, Timing(
        seconds=time.perf_counter() - clock, cpu_seconds=time.process_time() - cpu
    )


def evaluate_pairs(pairs: Sequence[LabelledPair]) -> Json:
    """Compare all pairs twice and measure what was said, overall and by part.

    The first round prepares every name anew (cold), the second finds prepared what the matcher
    keeps (warm). Loading the weights is timed apart, before both.
    """
    lefts, rights = [one.left for one in pairs], [one.right for one in pairs]
    _, loading = timed(lambda: compare_many([_INVENTED], [_INVENTED]))
    scores, cold = timed(lambda: _compared(lefts, rights, "cold"))
    _, warm = timed(lambda: _compared(lefts, rights, "warm"))
    bins = calibration(scores, _labels(pairs))
    return {
        "threshold": THRESHOLD,
        "negatives_per_positive": NEGATIVES_PER_POSITIVE,
        **measured(pairs, scores, THRESHOLD),
        "calibration_error": calibration_error(bins),
        "calibration": [asdict(one) for one in bins],
        "speed": {
            "load_seconds": loading.seconds,
            "cold": cold.rate(len(pairs), "pairs"),
            "warm": warm.rate(len(pairs), "pairs"),
        },
    }


def measured(pairs: Sequence[LabelledPair], scores: Scores, threshold: float) -> Json:
    """Measure scores of pairs, overall and by part.

    Args:
        scores: One a pair, on any scale.
        threshold: Least score at which a pair is called one name.
    """
    labels = _labels(pairs)
    result: Json = {"overall": _part(scores, labels, threshold)}
    for title, rows in parts_of(pairs).items():
        result[title] = {
            name: _part(scores[inside], labels[inside], threshold) for name, inside in rows.items()
        }
    return result


def parts_of(pairs: Sequence[LabelledPair]) -> dict[str, dict[str, list[int]]]:
    """The rows of each part of the pairs, under the title of the kind of part.

    The kinds: pairs of scripts, whichever side they stand on; groups of such pairs; languages;
    sources. Parts are sorted by name; one may be in none or several of a kind.
    """
    return {
        title: _rows_by_part(names_of(one) for one in pairs) for title, names_of in _PARTS.items()
    }


def chosen_threshold(pairs: Sequence[LabelledPair], scores: Scores) -> Json:
    """The one threshold that is best for all pairs, and the F1 it reaches on them."""
    cut = best_f1(scores, _labels(pairs))
    return {"threshold": cut.threshold if cut else None, "f1": cut.value if cut else None}


def evaluate_search(entries: Sequence[tuple[str, str]], queries: Sequence[Query]) -> Json:
    """Index all persons, look for all queries, and measure what was found.

    Building ends with the first answer, so that work put off till then counts as well.
    """

    def build() -> NameIndex:
        made = NameIndex(entries)
        made.search([_INVENTED], limit=1)
        return made

    _tell(f"index of {len(entries):,} names")
    index, building = timed(build)
    bearers = {person for person, _ in entries}
    result: Json = {
        "names": len(entries),
        "persons": len(bearers),
        "queries": len(queries),
        "queries_without_a_right_person_in_the_index": sum(
            1 for one in queries if not one.gold & bearers
        ),
        "build_seconds": building.seconds,
    }
    # A person with many names may fill many places of the answer and is counted once.
    depth = max(PLACES) * _most_names(entries)
    if isinstance(index, _FindsCandidates):
        limit = max(CANDIDATES, depth)
        found, timing = timed(lambda: _candidates(index, queries, limit))
        result["before_rescoring"] = {
            "candidates": limit,
            **_recalls(queries, found, (*PLACES, limit)),
            "speed": timing.rate(len(queries), "queries"),
        }
    found, timing = timed(lambda: _hits(index, queries, depth))
    result["after_rescoring"] = {
        **_recalls(queries, found, PLACES),
        "speed": timing.rate(len(queries), "queries"),
    }
    return result


def peak_memory() -> float | None:
    """The most memory this process has held, in MiB; None on a system that does not tell."""
    try:
        from resource import RUSAGE_SELF, getrusage
    except ImportError:
        return None
    kept = getrusage(RUSAGE_SELF).ru_maxrss
    return float(kept / (2**20 if sys.platform == "darwin" else 2**10))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m habeas.people.evaluate",
        description="Measure the matcher of names, and the search for them, on labelled names.",
    )
    parser.add_argument("--pairs", type=Path, help="labelled pairs, .tsv or .tsv.gz")
    parser.add_argument("--index", type=Path, help="persons to search, with --queries")
    parser.add_argument("--queries", type=Path, help="names to look for, with --index")
    parser.add_argument(
        "--choose-threshold",
        action="store_true",
        help="also tell the threshold that is best on these very pairs",
    )
    given = parser.parse_args(arguments)
    if (given.index is None) != (given.queries is None):
        parser.error("--index and --queries go together")
    if given.pairs is None and given.index is None:
        parser.error("give --pairs, or --index and --queries")
    if given.choose_threshold and given.pairs is None:
        parser.error("--choose-threshold needs --pairs")
    try:
        result = _evaluate(given)
    except HabeasError as error:
        print(f"evaluate: {error}", file=sys.stderr)
        return 1
    print(json.dumps(result, ensure_ascii=False, indent=2))
    return 0


def _evaluate(given: argparse.Namespace) -> Json:
    # All files are read before anything is measured: a typing error must not cost minutes.
    pairs = read_pairs(given.pairs) if given.pairs else []
    entries = read_index(given.index) if given.index else []
    queries = read_queries(given.queries) if given.queries else []
    result: Json = {"format": FORMAT}
    if pairs:
        result["pairs"] = evaluate_pairs(pairs)
    if given.choose_threshold:
        scores = _compared([one.left for one in pairs], [one.right for one in pairs], "threshold")
        result["best_on_these_pairs"] = chosen_threshold(pairs, scores)
    if queries:
        result["search"] = evaluate_search(entries, queries)
    result["peak_memory_mib"] = peak_memory()
    return result


def _compared(lefts: Sequence[str], rights: Sequence[str], round_: str) -> Scores:
    parts = [np.empty(0)]
    for start in range(0, len(lefts), _BATCH):
        stop = min(start + _BATCH, len(lefts))
        parts.append(compare_many(lefts[start:stop], rights[start:stop]))
        _tell(f"pairs, {round_}: {stop:,} of {len(lefts):,}")
    return np.concatenate(parts)


def _labels(pairs: Sequence[LabelledPair]) -> Labels:
    return np.array([one.same for one in pairs], dtype=np.bool_)


def _part(scores: Scores, labels: Labels, threshold: float) -> Json:
    strict = recall_at_precision(scores, labels, PRECISION)
    return {
        **asdict(agreement(scores, labels, threshold)),
        "recall_at_99_precision": strict.value if strict else None,
    }


def _script_pair(pair: LabelledPair) -> list[str]:
    return ["-".join(sorted(pair.scripts))]


def _groups(pair: LabelledPair) -> list[str]:
    return [name for name, holds in _GROUPS.items() if holds(set(pair.scripts))]


_PARTS: dict[str, Callable[[LabelledPair], Sequence[str]]] = {
    "script_pairs": _script_pair,
    "groups": _groups,
    "languages": lambda pair: [one for one in LANGUAGES if one in pair.languages],
    "sources": lambda pair: [pair.source] if pair.source else [],
}


def _rows_by_part(parts: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    rows = defaultdict[str, list[int]](list)
    for row, names in enumerate(parts):
        for name in names:
            rows[name].append(row)
    return dict(sorted(rows.items()))


def _most_names(entries: Sequence[tuple[str, str]]) -> int:
    counts = defaultdict[str, int](int)
    for person, _ in entries:
        counts[person] += 1
    return max(counts.values())


def _candidates(index: _FindsCandidates, queries: Sequence[Query], limit: int) -> list[list[str]]:
    found = []
    for batch in _batches(queries, "queries, before rescoring"):
        answers = index.candidates([one.name for one in batch], limit)
        found.extend([[person for person, _ in one] for one in answers])
    return found


def _hits(index: NameIndex, queries: Sequence[Query], limit: int) -> list[list[str]]:
    found = []
    for batch in _batches(queries, "queries, after rescoring"):
        answers = index.search([one.name for one in batch], limit=limit)
        found.extend([[hit.id for hit in one] for one in answers])
    return found


def _batches(queries: Sequence[Query], what: str) -> Iterable[Sequence[Query]]:
    for start in range(0, len(queries), _QUERY_BATCH):
        yield queries[start : start + _QUERY_BATCH]
        _tell(f"{what}: {min(start + _QUERY_BATCH, len(queries)):,} of {len(queries):,}")


def _recalls(
    queries: Sequence[Query], found: Sequence[Sequence[str]], places: Sequence[int]
) -> Json:
    """Recall at each number of places: overall, and by the scripts of query and index."""
    firsts = [place_of(one.gold, names) for one, names in zip(queries, found, strict=True)]
    rows = _rows_by_part(
        [f"{one.script} in {one.index_script}"] if one.script else [] for one in queries
    )
    by_scripts: Json = {
        name: {
            "queries": len(rows[name]),
            **{
                f"recall_at_{at}": recall_at([firsts[row] for row in rows[name]], at)
                for at in places
            },
        }
        for name in rows
    }
    return {
        **{f"recall_at_{at}": recall_at(firsts, at) for at in places},
        "by_scripts": by_scripts,
    }


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
