"""Numbers that add to one given before: "378, and a further 175"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.accounts.figures import Count
from habeas.accounts.frames import BATCH
from habeas.accounts.populations import FURTHER, Population, value_of, without

FIRST = "first"


def with_batches(counts: Sequence[Count]) -> list[Count]:
    """Tell the numbers that a voice adds one to the other apart.

    A further number is beside the last figure of everybody of the same kind that its
    voice gave before it; that figure is the first of them. Where there is none, the
    words add to something that is not told, and the number counts some.

    Args:
        counts: In order of report and passage.

    Returns:
        In the same order; `batch` is `first`, or an id of the further number.
    """
    found = list(counts)
    last: dict[tuple[str, Population], int] = {}
    for at, count in enumerate(counts):
        key = count.voice, without(count.population, BATCH)
        if value_of(count.population, BATCH) == FURTHER:
            before = last.get(key)
            if before is not None and value_of(found[before].population, BATCH) is None:
                found[before] = _in_batch(found[before], FIRST)
            found[at] = _in_batch(count, f"{FURTHER} {count.claim.id}")
        last[key] = at
    return found


def is_every_batch_told(counts: Sequence[Count]) -> bool:
    """True where the first batch is told and somebody gives a total besides.

    Then nobody is in no batch; "a further 25" alone adds to something that is not told.
    """
    batches = [value_of(c.population, BATCH) for c in counts]
    has_total = any(
        batch is None and not c.population and not c.is_part
        for batch, c in zip(batches, counts, strict=True)
    )
    return has_total and FIRST in batches


def _in_batch(count: Count, value: str) -> Count:
    pairs = dict(count.population) | {BATCH: value}
    return replace(count, population=tuple(sorted(pairs.items())))
