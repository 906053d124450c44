"""The figures as tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

type Json = dict[str, Any]

_KINDS_OF_PARTS = ("groups", "languages", "script_pairs")
_FEW = 20
"""Parts with fewer pairs of either label are left out: one pair would move F1 by points."""


def pairs_table(figures: Json) -> str:
    """Overall figures of each matcher."""
    rows = [
        [
            matcher,
            _number(one["threshold"]),
            *map(_share, (one["overall"][name] for name in ("f1", "precision", "recall"))),
            _share(one["overall"]["recall_at_99_precision"]),
            f"{one['pairs_per_second_warm']:,.0f}",
            f"{one['pairs_per_second_cold']:,.0f}",
        ]
        for matcher, one in figures.items()
    ]
    head = "matcher,threshold,F1,precision,recall,recall at 99 %,pairs/s warm,pairs/s cold"
    return _table(head.split(","), rows)


def parts_table(figures: Json) -> str:
    """F1 of each matcher in each part of the pairs, at its one threshold; ours stands first."""
    matchers = list(figures)
    rows = []
    for title in _KINDS_OF_PARTS:
        parts = figures[matchers[0]][title]
        for name, part in sorted(parts.items(), key=lambda item: -item[1]["positives"]):
            if title == "script_pairs" and min(part["positives"], part["negatives"]) < _FEW:
                continue
            ours, *theirs = [figures[one][title][name]["f1"] for one in matchers]
            peer = max((one for one in theirs if one is not None), default=None)
            rows.append(
                [
                    name,
                    f"{part['positives']:,} + {part['negatives']:,}",
                    _share(ours),
                    _share(peer),
                    *map(_share, theirs),
                ]
            )
    return _table(["part", "pairs", matchers[0], "best peer", *matchers[1:]], rows)


def checks_table(figures: Json) -> str:
    """Figures of each matcher on the list of checks."""
    rows = [
        [
            matcher,
            _number(one["threshold"]),
            *map(_share, (one[name] for name in ("f1", "precision", "recall", "best_f1"))),
        ]
        for matcher, one in figures.items()
    ]
    head = "matcher,threshold,F1,precision,recall,F1 at the best threshold"
    return _table(head.split(","), rows)


def search_table(figures: Json) -> str:
    """Figures of each search."""
    rows = [
        [
            search,
            _share(one["recall_at_1"]),
            _share(one["recall_at_10"]),
            f"{one['queries_per_second']:,.0f}",
            f"{one['build_seconds']:,.0f} s",
        ]
        for search, one in figures.items()
    ]
    return _table(["search", "recall@1", "recall@10", "queries/s", "building"], rows)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def _number(value: float) -> str:
    return f"{value:.3g}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)
