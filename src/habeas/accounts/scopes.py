"""Figures that count some, though they do not say so.

"Forty-one were arrested", and two paragraphs on "the total reached 119": a report gives many
figures of many scopes, and few of them say of whom. Nobody contradicts themselves within
one report, and a figure many times smaller than another beside it is rarely a dispute.
Such a figure is taken to be some of the larger one. That is an assumption like any
other: it is told, and who rejects it sees the conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

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
    told = [_read(c) for c in counts if c.quantity.unit is Unit.PEOPLE and not c.is_part]
    by_report: dict[str, list[_Read]] = defaultdict(list)
    for one in told:
        by_report[one.count.claim.report].append(one)
    larger: dict[str, str] = {}
    agreed = _agreed(told)
    for group in by_report.values():
        larger |= _some_of_a_report(group, agreed)
    whole = [one for one in told if one.is_whole and one.id not in larger]
    most = max(whole, key=_least, default=None)
    for one in whole:
        if most is not None and one.most is not None and most.least > APART * one.most > 0:
            larger[one.id] = most.id
    return [replace(c, larger=larger[c.claim.id]) if c.claim.id in larger else c for c in counts]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A figure with what it needs at least and usually means at most."""

    count: Count
    least: int
    most: int | None
    speaker: str

    @property
    def id(self) -> str:
        return self.count.claim.id

    @property
    def is_whole(self) -> bool:
        return not self.count.population


def _read(count: Count) -> _Read:
    soft = soft_reading(count)
    # Two organs of one state are two speakers, though they are one voice.
    speakers = count.claim.speakers
    return _Read(
        count=count,
        least=max(hard_reading(count).low or 0, soft.low or 0),
        most=soft.high,
        speaker=fold_spelling(speakers[-1].name) if speakers else count.voice,
    )


def _least(one: _Read) -> int:
    return one.least


def _agreed(told: Sequence[_Read]) -> set[str]:
    """Ids of figures of everybody that several voices give, in reports of their own.

    Where their speaker gives a larger one of some, it is that one which is odd.
    """
    given: dict[tuple[int, int | None], list[_Read]] = defaultdict(list)
    for one in told:
        if one.is_whole:
            given[one.least, one.most].append(one)
    return {
        one.id
        for alike in given.values()
        if len({one.count.voice for one in alike}) > 1
        and len({one.count.claim.report for one in alike}) > 1
        for one in alike
    }


def _some_of_a_report(group: Sequence[_Read], agreed: Collection[str]) -> dict[str, str]:
    """Figures of everybody in one report → a larger figure of it, where they must be some."""
    by_speaker: dict[str, _Read] = {}
    for one in group:
        best = by_speaker.get(one.speaker)
        if best is None or one.least > best.least:
            by_speaker[one.speaker] = one
    kind = max((one for one in group if not one.is_whole), key=_least, default=None)
    whole = max((one for one in group if one.is_whole), key=_least, default=None)
    found = {}
    for one in group:
        if not one.is_whole or one.most is None:
            continue
        # "Twelve were let go": of whom is not said at all.
        is_bare = not one.count.claim.group
        beside = [by_speaker[one.speaker], *([kind] if is_bare and kind is not None else [])]
        larger = max(beside, key=_least)
        is_odd = one.id in agreed and not larger.is_whole
        if larger is not one and larger.least > ONE_BREATH * one.most and not is_odd:
            found[one.id] = larger.id
        elif whole is not None and whole.least >= BESIDE * one.most > 0:
            found[one.id] = whole.id
    return found
