"""Which claims are one voice, so that a story printed forty times is not forty voices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from habeas.events.actors import acting_state
from habeas.model.claims import Claim, SpeakerKind
from habeas.model.reports import Report
from habeas.people import fold_spelling
from habeas.people.judging import join

_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset(
    {"the", "a", "an", "mr", "mrs", "ms", "dr", "president", "envoy", "special", "minister"}
)
_WIRE_WORDS = 5
"""Words two passages must share, in order and all of them, to be one text."""


def voices_of(
    claims: Iterable[Claim], reports: Mapping[str, Report], state: str | None
) -> dict[str, str]:
    """Say for each claim whose account it is.

    A claim is its innermost speaker's, whoever quotes them; where nobody is named, its
    publisher's. One voice are: all organs of one state with its state media; a name
    and a longer form of it ("Example", "Ida Example"); and reports that print the same
    words.

    Args:
        claims: In any order.
        reports: By id.
        state: The state that acts; state media that name no state speak for it.

    Returns:
        Claim id → voice; equal strings are one voice.
    """
    listed = list(claims)
    voices = {c.id: _voice(c, reports.get(c.report), state) for c in listed}
    names = {v for v in voices.values() if v.startswith("name:")}
    edges = [(one, other) for one in names for other in names if _is_short_for(one, other)]
    edges += _wire_edges(listed, voices)
    groups = join(sorted(set(voices.values())), edges)
    canonical = {voice: min(group) for group in groups for voice in group}
    return {key: canonical[voice] for key, voice in voices.items()}


def _voice(claim: Claim, report: Report | None, state: str | None) -> str:
    if claim.speakers:
        speaker = claim.speakers[-1]
        own = acting_state(speaker.name)
        if own is None and speaker.kind is SpeakerKind.STATE_MEDIA:
            own = state
        return f"state:{own}" if own is not None else f"name:{fold_spelling(speaker.name)}"
    if report is not None and report.publisher:
        return f"name:{fold_spelling(report.publisher)}"
    return f"report:{claim.report}"


def _is_short_for(one: str, other: str) -> bool:
    short, long = _words(one), _words(other)
    return bool(short) and short < long


def _words(voice: str) -> frozenset[str]:
    words = frozenset(_WORD.findall(voice.removeprefix("name:")))
    return words - _TITLES or words


def _wire_edges(claims: Sequence[Claim], voices: Mapping[str, str]) -> list[tuple[str, str]]:
    """Reports that speak for themselves in the same words."""
    first: dict[str, str] = {}
    edges = []
    for claim in claims:
        words = _WORD.findall(claim.passage.exact.casefold())
        if claim.speakers or len(words) < _WIRE_WORDS:
            continue
        text = " ".join(words)
        edges.append((first.setdefault(text, voices[claim.id]), voices[claim.id]))
    return edges
