"""How well a reading agrees with the labels of a person: found, missed, extra."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from habeas.model.claims import Claim

SHARE = 0.5
"""Least share of the longer passage that two passages must have in common."""

_BEGINS = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_BETWEEN = 2
"""Characters, such as a comma and a blank, that may part a passage from its condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A claim that was read and the label it agrees with."""

    found: Claim
    label: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldScore:
    """How often one field is right among the pairs.

    Attributes:
        field: Name of the field in the claims format.
        labelled: Pairs whose label fills it.
        read: Pairs whose reading fills it.
        agree: Pairs where both fill it with the same, articles and case aside.
    """

    field: str
    labelled: int
    read: int
    agree: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a reading found.

    Attributes:
        found: Pairs, in the order of the labels.
        missed: Labels that no claim agrees with, in their order.
        extra: Claims that agree with no label, in their order.
        fields: One score for each field, in the order of the claims format.
    """

    found: tuple[Pair, ...]
    missed: tuple[Claim, ...]
    extra: tuple[Claim, ...]
    fields: tuple[FieldScore, ...]

    @property
    def recall(self) -> float | None:
        """Share of the labels that were found; None where nothing is labelled."""
        return _share(len(self.found), len(self.found) + len(self.missed))

    @property
    def precision(self) -> float | None:
        """Share of the claims that are labelled; None where nothing was read."""
        return _share(len(self.found), len(self.found) + len(self.extra))


def tally(found: Sequence[Claim], labels: Sequence[Claim]) -> Tally:
    """Set claims beside labels of the same report, as many as agree.

    A claim agrees with a label where act, people, speakers and passage do:

    - act: the same;
    - people: where the label counts, the same low, high and about; where it
      names, the same names; where it does neither, neither does the claim;
    - speakers: none on both sides, or one name of each chain the same;
    - passage: at least half of the longer in common. A condition that touches
      its passage may be taken as part of it on either side.

    Names are compared without case and leading article. Each claim and each
    label is used once; where several could be paired, those with the same
    passage and stance come first, then those that share more words, without
    ever lessening how many are paired.
    """
    partners = most_pairs(found, labels, agrees)
    taken = set(partners.values())
    pairs = tuple(
        Pair(found=found[partners[n]], label=label)
        for n, label in enumerate(labels)
        if n in partners
    )
    return Tally(
        found=pairs,
        missed=tuple(label for n, label in enumerate(labels) if n not in partners),
        extra=tuple(claim for n, claim in enumerate(found) if n not in taken),
        fields=_score_fields(pairs),
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """One tally of many reports; of none, an empty one."""
    every = tuple(tallies)
    pairs = tuple(pair for one in every for pair in one.found)
    return Tally(
        found=pairs,
        missed=tuple(claim for one in every for claim in one.missed),
        extra=tuple(claim for one in every for claim in one.extra),
        fields=_score_fields(pairs),
    )


def agrees(claim: Claim, label: Claim) -> bool:
    """True where `tally` may pair the two."""
    return (
        claim.act == label.act
        and same_people(claim, label)
        and share_a_speaker(claim, label)
        and overlap(claim, label) >= SHARE
    )


def overlap(left: Claim, right: Claim) -> float:
    """Share of the longer passage that two claims have in common, 0 to 1.

    Taken with or without a condition that touches the passage, whichever is more.
    """
    return max(_common(one, other) for one in _spans(left) for other in _spans(right))


def plain(name: str) -> str:
    """A name as it is compared: folded case, single blanks, no leading article.

    >>> plain("The  League of Witnesses")
    'league of witnesses'
    """
    return _BEGINS.sub("", " ".join(name.split())).casefold()


def same_people(claim: Claim, label: Claim) -> bool:
    """True where a claim counts or names the people that a label does, as in `tally`."""
    if label.count is None and not label.names:
        return claim.count is None and not claim.names
    counts_agree = label.count is None or bounds(claim) == bounds(label)
    return counts_agree and (not label.names or _names(claim) == _names(label))


def bounds(claim: Claim) -> tuple[int | None, int | None, float | None] | None:
    """Low, high and about of the people counted; None where nobody is."""
    count = claim.count
    return None if count is None else (count.low, count.high, count.about)


def _names(claim: Claim) -> frozenset[str]:
    return frozenset(plain(mention.name) for mention in claim.names)


def share_a_speaker(claim: Claim, label: Claim) -> bool:
    """True where both chains are empty, or have a name in common."""
    left = {plain(speaker.name) for speaker in claim.speakers}
    right = {plain(speaker.name) for speaker in label.speakers}
    return left == right or not left.isdisjoint(right)


def _spans(claim: Claim) -> list[tuple[int, int]]:
    start, end = claim.passage.start, claim.passage.end
    spans = [(start, end)]
    condition = claim.condition
    if condition is not None and start - _BETWEEN <= condition.end <= end + _BETWEEN:
        spans.append((min(start, condition.start), end))
    if condition is not None and start - _BETWEEN <= condition.start <= end + _BETWEEN:
        spans.append((start, max(end, condition.end)))
    return spans


def _common(left: tuple[int, int], right: tuple[int, int]) -> float:
    shared = min(left[1], right[1]) - max(left[0], right[0])
    longer = max(left[1] - left[0], right[1] - right[0])
    return max(0, shared) / longer


def most_pairs(
    found: Sequence[Claim], labels: Sequence[Claim], agree: Callable[[Claim, Claim], bool]
) -> dict[int, int]:
    """Pair labels with claims, as many as can be (Kuhn's augmenting paths).

    Args:
        found: Claims that were read, of one report.
        labels: Labels of the same report.
        agree: Whether a claim and a label may be paired.

    Returns:
        For each label that has a partner its index in `labels`, rising, and
        the partner's in `found`.
    """
    choices = {
        number: sorted(
            (other for other, claim in enumerate(found) if agree(claim, label)),
            key=lambda other, label=label: (-overlap(found[other], label), other),  # type: ignore[misc]
        )
        for number, label in enumerate(labels)
    }
    alike = {
        number: [other for other in others if _is_alike(found[other], labels[number])]
        for number, others in choices.items()
    }
    owners: dict[int, int] = {}
    for graph in (alike, choices):
        for number in sorted(graph.keys() - set(owners.values())):
            _find_partner(number, graph, owners, set())
    return {number: other for other, number in sorted(owners.items(), key=lambda pair: pair[1])}


def _is_alike(claim: Claim, label: Claim) -> bool:
    same_words = _spans(claim)[0] == _spans(label)[0]
    return same_words and claim.stance == label.stance


def _find_partner(
    number: int, choices: dict[int, list[int]], owners: dict[int, int], tried: set[int]
) -> bool:
    for other in choices[number]:
        if other in tried:
            continue
        tried.add(other)
        if other not in owners or _find_partner(owners[other], choices, owners, tried):
            owners[other] = number
            return True
    return False


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


_READINGS: dict[str, Callable[[Claim], object]] = {
    "stance": lambda claim: claim.stance,
    "count": bounds,
    "group": lambda claim: plain(claim.group or ""),
    "names": _names,
    "nationalities": lambda claim: frozenset(claim.nationalities),
    "by": lambda claim: plain(claim.by or ""),
    "object": lambda claim: plain(claim.object or ""),
    "charges": lambda claim: frozenset(plain(charge) for charge in claim.charges),
    "place": lambda claim: plain(claim.place or ""),
    "when": lambda claim: claim.when and claim.when.edtf.text,
    "condition": lambda claim: claim.condition and plain(claim.condition.words),
    "speakers": lambda claim: tuple(plain(speaker.name) for speaker in claim.speakers),
    "kinds": lambda claim: tuple(speaker.kind for speaker in claim.speakers),
    "passage": lambda claim: (claim.passage.start, claim.passage.end),
}


def _score_fields(pairs: Sequence[Pair]) -> tuple[FieldScore, ...]:
    return tuple(_score(field, read, pairs) for field, read in _READINGS.items())


def _score(field: str, read: Callable[[Claim], object], pairs: Sequence[Pair]) -> FieldScore:
    values = [(read(pair.found), read(pair.label)) for pair in pairs]
    return FieldScore(
        field=field,
        labelled=sum(1 for _, label in values if label),
        read=sum(1 for found, _ in values if found),
        agree=sum(1 for found, label in values if label and found == label),
    )
