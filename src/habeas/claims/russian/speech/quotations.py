"""Quotations that run over several sentences, and who speaks all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.model.claims import Claim, Speaker

_NEAR = 6
"""Characters that may part a quotation from the words that give it its speaker."""
_AMID = re.compile(r"[,!?…][ ]?[—–][ ]")
"""What parts a quotation from the words amid it that name who speaks."""
_LINE = re.compile(r"^[ \t]*[—–][ \t]+[^\n]+", re.MULTILINE)
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


def find_rests(text: str) -> tuple[tuple[int, int], ...]:
    """What is still spoken after words amid it: «…, — сказал X. — …», or a line after a dash.

    Start and end (exclusive), in order; each begins where those words do.
    """
    spoken = [*_quotations(text), *((m.start(), m.end()) for m in _LINE.finditer(text))]
    found = []
    for start, end in sorted(spoken):
        amid = next((m for m in _AMID.finditer(text, start + 1, end)), None)
        if amid is not None:
            found.append((amid.end(), end))
    return tuple(found)


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
    claims: Sequence[Claim],
    heard: Sequence[Heard],
    quotations: Sequence[tuple[int, int]],
    rests: Sequence[tuple[int, int]] = (),
) -> list[Claim]:
    """Claims inside a quotation, with who speaks it where their own sentence did not say.

    A quotation is spoken by whoever is given the floor right after it, right
    before it, or between it and the quotation before; what is left of one after
    words amid it, by whom they name.
    """
    owners = {}
    for start, end in rests:
        owner = next((h for h in heard if 0 <= h.start - start <= _NEAR), None)
        if owner is not None:
            owners[start, end] = owner.speaker
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
