"""Quotations that run over several sentences, and who speaks all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.model.claims import Claim, Speaker

_NEAR = 6
"""Characters that may part a quotation from the words that give it its speaker."""
_LONGEST = 6_000
"""Characters after which a quotation mark that nothing closes opened no quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Somebody given the floor in the text, from `start` to `end` (exclusive)."""

    speaker: Speaker
    start: int
    end: int


def find_quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end (exclusive) of the outermost «…» of a text, in order."""
    return tuple(_quotations(text))


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    depth, start = 0, 0
    for at, sign in enumerate(text):
        if depth and at - start > _LONGEST:
            depth = 0
        if sign == "«":
            start = at if depth == 0 else start
            depth += 1
        elif sign == "»" and depth:
            depth -= 1
            if depth == 0:
                yield start, at + 1


def with_quoted(
    claims: Sequence[Claim], heard: Sequence[Heard], quotations: Sequence[tuple[int, int]]
) -> list[Claim]:
    """Claims inside a quotation, with who speaks it where their own sentence did not say.

    A quotation is spoken by whoever is given the floor right after it, right
    before it, or between it and the quotation before.
    """
    owners = {}
    for start, end in quotations:
        owner = next((h for h in heard if 0 <= h.start - end <= _NEAR), None)
        owner = owner or next((h for h in reversed(heard) if 0 <= start - h.end <= _NEAR), None)
        if owner is not None:
            owners[start, end] = owner.speaker
    found = []
    for claim in claims:
        at = claim.passage.start
        owner_of = next((s for (a, b), s in owners.items() if a <= at < b), None)
        if owner_of is not None and not claim.speakers:
            claim = replace(claim, speakers=(owner_of,))  # noqa: PLW2901
        found.append(claim)
    return found
