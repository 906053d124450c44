"""What each matcher and each search reaches on the same names, one process each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from habeas.people.comparison import THRESHOLD
from habeas.people.evaluate import measured, parts_of
from habeas.people.labelled_names import LabelledPair, Query
from habeas.people.measures import Scores, best_f1, place_of, recall_at

OURS = "habeas"
PLACES = (1, 10)

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What one matcher says of pairs.

    Attributes:
        scores: One a pair, higher is more alike, on a scale of its own.
        cold, warm: Pairs a second, in the first round and in the second.
    """

    scores: Scores
    cold: float
    warm: float


def scored(
    matcher: str, lefts: Sequence[str], rights: Sequence[str], python: Path
) -> Scored | None:
    """Let one matcher of `names.scorers` score all pairs twice.

    Args:
        python: The one that has the peers; habeas runs in this one.
    """
    answer = _ask("scorers.py", matcher, {"left": lefts, "right": rights}, python)
    if answer is None:
        return None
    return Scored(
        scores=np.array(answer["scores"], dtype=np.float64),
        cold=len(lefts) / answer["cold"],
        warm=len(lefts) / answer["warm"],
    )


def measured_pairs(
    pairs: Sequence[LabelledPair], matchers: Sequence[str], python: Path
) -> tuple[Json, dict[str, float]]:
    """Measure matchers of `names.scorers` on labelled pairs.

    Returns:
        For each matcher its figures, and its threshold: ours is the one that habeas ships,
        those of the others are the best on these very pairs, which favours them.
    """
    lefts, rights = [one.left for one in pairs], [one.right for one in pairs]
    figures: Json = {}
    thresholds: dict[str, float] = {}
    for matcher in matchers:
        said = scored(matcher, lefts, rights, python)
        if said is None:
            continue
        thresholds[matcher] = THRESHOLD if matcher == OURS else _best(pairs, said.scores)
        figures[matcher] = {
            "threshold": thresholds[matcher],
            "pairs_per_second_cold": said.cold,
            "pairs_per_second_warm": said.warm,
            **measured(pairs, said.scores, thresholds[matcher]),
        }
        _add_best(figures[matcher], pairs, said.scores)
    return figures, thresholds


def measured_checks(
    cases: Sequence[tuple[str, str, bool]], thresholds: dict[str, float], python: Path
) -> Json:
    """Measure every matcher on cases of a list of checks, none weighed, at a given threshold.

    Args:
        cases: Two names, and whether they should match.
        thresholds: For each matcher that is to be measured.

    Returns:
        For each matcher its threshold, precision, recall and F1, and `best_f1`: what the
        threshold that is best on these very cases would reach.
    """
    truth = np.array([same for _, _, same in cases], dtype=np.bool_)
    figures: Json = {}
    for matcher, threshold in thresholds.items():
        lefts, rights = [one for one, _, _ in cases], [one for _, one, _ in cases]
        said = scored(matcher, lefts, rights, python)
        if said is None:
            continue
        scores = said.scores
        figures[matcher] = {
            "threshold": threshold,
            **confusion(scores >= threshold, truth),
            "best_f1": max(confusion(scores >= one, truth)["f1"] for one in np.unique(scores)),
        }
    return figures


def confusion(said: np.ndarray, truth: np.ndarray) -> dict[str, float]:
    """Precision, recall and F1 of plain counts; 0 where they are not defined."""
    right = float((said & truth).sum())
    precision = right / max(float(said.sum()), 1.0)
    recall = right / max(float(truth.sum()), 1.0)
    f1 = 2 * right / max(float(said.sum() + truth.sum()), 1.0)
    return {"precision": precision, "recall": recall, "f1": f1}


def measured_search(
    entries: Sequence[tuple[str, str]],
    queries: Sequence[Query],
    searches: Sequence[str],
    python: Path,
) -> Json:
    """Measure searches of `names.finders` on the same persons and queries."""
    names = {
        "index": entries,
        "queries": [one.name for one in queries],
        "limit": max(PLACES),
    }
    figures: Json = {}
    for search in searches:
        answer = _ask("finders.py", search, names, python)
        if answer is None:
            continue
        places = [
            place_of(one.gold, found) for one, found in zip(queries, answer["found"], strict=True)
        ]
        figures[search] = {
            **{f"recall_at_{limit}": recall_at(places, limit) for limit in PLACES},
            "queries_per_second": len(queries) / answer["seconds"],
            "build_seconds": answer["build"],
        }
    return figures


def is_ours(which: str) -> bool:
    """Whether a matcher or a search is of habeas."""
    return which.partition(",")[0] == OURS


def _ask(program: str, which: str, question: object, python: Path) -> Json | None:
    """Ask a program in a process of its own; None where a peer does not run, which is told."""
    print(f"{which} …", file=sys.stderr, flush=True)
    ours = is_ours(which)
    done = subprocess.run(
        [
            sys.executable if ours else str(python),
            # What lies beside the program must not stand for what its imports mean.
            "-P",
            str(Path(__file__).with_name(program)),
            which,
        ],
        input=json.dumps(question),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
        env=dict(os.environ) if ours else _without_our_path(),
    )
    if done.returncode and ours:
        sys.exit(f"names: {which} failed: see above")
    if done.returncode:
        print(
            f"names: {which} is left out, it failed: see above; is all of peers.txt installed for "
            f"{python}?",
            file=sys.stderr,
        )
        return None
    answer: Json = json.loads(done.stdout)
    return answer


def _without_our_path() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def _best(pairs: Sequence[LabelledPair], scores: Scores) -> float:
    cut = best_f1(scores, np.array([one.same for one in pairs], dtype=np.bool_))
    if cut is None:
        sys.exit("names: the pairs hold one label only: F1 needs both 1 and 0")
    return cut.threshold


def _add_best(figures: Json, pairs: Sequence[LabelledPair], scores: Scores) -> None:
    """Add what a threshold of its own would reach, overall and in each part."""
    labels = np.array([one.same for one in pairs], dtype=np.bool_)
    overall = best_f1(scores, labels)
    figures["overall"]["best"] = asdict(overall) if overall else None
    for title, rows in parts_of(pairs).items():
        for name, inside in rows.items():
            cut = best_f1(scores[inside], labels[inside])
            figures[title][name]["best"] = asdict(cut) if cut else None
