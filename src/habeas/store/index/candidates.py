"""Persons whose names have parts that sound like those of a name: whom it is worth to compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import accumulate, takewhile

from django.db.models import Count

from habeas.people.search.keys import word_keys
from habeas.store.index.batches import having
from habeas.store.index.tables import IndexKey, IndexName

_CANDIDATES = 60
_MOST_NAMES = 4 * _CANDIDATES
_MOST_ROWS = 20_000


def candidates(sought: str) -> list[str]:
    """Ids of the persons most of whose parts of names sound like those sought, the best first.

    Of the part that most names have, a register has thousands: it is looked for in the names
    that have another part, and by itself only where these are few.
    """
    counts = _bearers({key for keys in word_keys(sought) for key in keys})
    parts = [sorted(keys & counts.keys(), key=counts.__getitem__) for keys in word_keys(sought)]
    parts.sort(key=lambda keys: sum(counts[key] for key in keys))
    weights = {key: 1 / (1 + many) + 1 for key, many in counts.items()}
    scores: dict[int, float] = defaultdict(float)
    rows = IndexKey.objects.values_list("key", "name")
    rare = [_few(keys, counts) for keys in parts[:-1]]
    for keys in rare:
        _add(scores, rows.filter(key__in=keys)[:_MOST_ROWS], weights)
    for keys in parts[-1:]:
        if scores:
            others = IndexKey.objects.filter(key__in=[key for some in rare for key in some])
            both = rows.filter(key__in=keys, name__in=others.values("name"))
            _add(scores, both[:_MOST_ROWS], weights)
        for key in keys:
            if len(scores) < _MOST_NAMES:
                own = rows.filter(key=key).order_by("name")[:_MOST_NAMES]
                _add(scores, [row for row in own if row[1] not in scores], weights)
    best = _best(scores, _MOST_NAMES)
    owners = dict(having(IndexName.objects.values_list("pk", "person"), "pk", best))
    found = dict.fromkeys(owners[name] for name in best if name in owners)
    return list(found)[:_CANDIDATES]


def _bearers(keys: Collection[int]) -> dict[int, int]:
    """Key → how many names have it; without those that no name has."""
    rows = IndexKey.objects.values("key").annotate(names=Count("name")).order_by()
    return {row["key"]: row["names"] for row in having(rows, "key", sorted(keys))}


def _few(keys: list[int], counts: Mapping[int, int]) -> list[int]:
    """Of the keys of one part, the rarest first, those whose names can all be looked at."""
    totals = accumulate(counts[key] for key in keys)
    within = list(takewhile(lambda each: each[1] <= _MOST_ROWS, zip(keys, totals, strict=True)))
    return [key for key, _ in within] or keys[:1]


def _add(
    scores: dict[int, float], rows: Iterable[tuple[int, int]], weights: Mapping[int, float]
) -> None:
    """Add to names what one part of what is sought says for them: its rarest key in common."""
    best: dict[int, float] = {}
    for key, name in rows:
        best[name] = max(best.get(name, 0.0), weights[key])
    for name, weight in best.items():
        scores[name] += weight


def _best(scores: Mapping[int, float], most: int) -> list[int]:
    """Numbers of names, the highest scores first."""
    return sorted(scores, key=lambda name: (-scores[name], name))[:most]
