"""Figures that count some, though they do not say so.

"Forty-one were arrested", and two paragraphs on "the total reached 119": a report gives many
figures of many scopes, and few of them say of whom. Nobody contradicts themselves within
one report, and a figure many times smaller than another beside it is rarely a dispute.
Such a figure is taken to be some of the larger one. That is an assumption like any
other: it is told, and who rejects it sees the conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from habeas.accounts.figures import Count, hard_reading, soft_reading
from habeas.model.claims import Unit
from habeas.people import fold_spelling

ONE_BREATH = 1.1
"""Below so many times the other, two figures of one speaker are a contradiction after all."""

BESIDE = 4
"""How many times smaller a figure is, in one report, that is no dispute but some of the other."""

APART = 10
"""The same where the two stand in different reports. Ten itself is a slip of a digit."""


def with_scopes(counts: Sequence[Count]) -> list[Count]:
    """Say which figures of everybody are taken to count some.

    Args:
        counts: Of one family, in order of report and passage.

    Returns:
        In the same order; `larger` is the claim that counts all of them.
    """
    told = [c for c in counts if c.quantity.unit is Unit.PEOPLE and not c.is_part]
    by_report: dict[str, list[Count]] = defaultdict(list)
    for count in told:
        by_report[count.claim.report].append(count)
    found: dict[str, str] = {}
    for group in by_report.values():
        for count in group:
            larger = _larger_beside(count, group)
            if larger is not None:
                found[count.claim.id] = larger.claim.id
    whole = [c for c in told if not c.population and c.claim.id not in found]
    for count in whole:
        larger = _much_larger(count, whole, APART, strict=True)
        if larger is not None:
            found[count.claim.id] = larger.claim.id
    return [replace(c, larger=found[c.claim.id]) if c.claim.id in found else c for c in counts]


def _larger_beside(count: Count, group: Sequence[Count]) -> Count | None:
    """A figure of the same report that this one must be some of; None where it need not."""
    if count.population:
        return None
    is_bare = not count.claim.group  # "twelve were let go": of whom is not said at all
    own = [
        c
        for c in group
        if (_speaker(c) == _speaker(count) or (is_bare and c.population)) and _needs_more(c, count)
    ]
    if own:
        return max(own, key=_least)
    return _much_larger(count, [c for c in group if not c.population], BESIDE, strict=False)


def _needs_more(other: Count, count: Count) -> bool:
    """True where another figure needs more people than this one usually means."""
    most = soft_reading(count).high
    return most is not None and other is not count and _least(other) > ONE_BREATH * most


def _speaker(count: Count) -> str:
    """Who gives a figure; two organs of one state are two speakers, though one voice."""
    speakers = count.claim.speakers
    return fold_spelling(speakers[-1].name) if speakers else count.voice


def _much_larger(
    count: Count, others: Sequence[Count], times: int, *, strict: bool
) -> Count | None:
    most = soft_reading(count).high
    if most is None or most == 0:
        return None
    limit = times * most
    larger = [c for c in others if _least(c) > limit or (_least(c) == limit and not strict)]
    return max(larger, key=_least, default=None)


def _least(count: Count) -> int:
    return max(hard_reading(count).low or 0, soft_reading(count).low or 0)
