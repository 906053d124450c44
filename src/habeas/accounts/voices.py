"""Which claims are one voice, so that a story printed forty times is not forty voices.

And which claims repeat a voice without naming it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from habeas.events.actors import acting_state
from habeas.model.claims import Claim, SpeakerKind
from habeas.model.reports import Report
from habeas.people import fold_spelling
from habeas.people.judging import join

_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset(
    {"the", "a", "an", "mr", "mrs", "ms", "dr", "president", "envoy", "special", "minister"}
)
_UNTOLD = frozenset({"unnamed", "anonymous", "unidentified"})
_REACTING = re.compile(
    r"\b(?:welcom|prais|hail|applaud|celebrat|condemn|criticis|criticiz|denounc|deplor|regret)",
    re.IGNORECASE,
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
    edges = [*_short_forms(names), *_wire_edges(listed, voices)]
    groups = join(sorted(set(voices.values())), edges)
    canonical = {voice: min(group) for group in groups for voice in group}
    return {key: canonical[voice] for key, voice in voices.items()}


def is_unsourced(claim: Claim) -> bool:
    """True for what a report tells without a source, or only reacts to.

    "Belarus pardoned 123", and no word on who says so; "Monitor welcomes the pardon of
    123": neither has counted anybody, and where a named voice gives the same figure it
    is that voice's.
    """
    return not claim.speakers or _REACTING.search(claim.speakers[-1].cue) is not None


def fullest_names(names: Iterable[str]) -> dict[str, str]:
    """For each name, the fullest form of it among the names: "Coale" → "John Coale".

    A name that could be short for two others, neither of which is short for the other,
    stays as it is. Articles and titles make no difference.
    """
    listed = list(dict.fromkeys(names))
    longer: dict[str, list[str]] = defaultdict(list)
    for short, long in _short_forms(listed):
        longer[short].append(long)
    fullest = {}
    for name in listed:
        most = max(longer[name], key=lambda n: len(_words(n)), default=name)
        holds_all = all(_words(other) <= _words(most) for other in longer[name])
        fullest[name] = most if holds_all else name
    first: dict[frozenset[str], str] = {}
    return {name: first.setdefault(_words(full), full) for name, full in fullest.items()}


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


def _short_forms(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a name and a longer form of it; a possessive begins another name."""
    words = {name: _words(name) for name in names}
    holders: dict[str, list[str]] = defaultdict(list)
    for name, own in words.items():
        for word in own:
            holders[word].append(name)
    for name, own in words.items():
        rarest = min((holders[word] for word in own), key=len, default=[])
        for other in rarest:
            if own < words[other] and "s" not in words[other] - own:
                yield name, other


def _words(voice: str) -> frozenset[str]:
    words = frozenset(_WORD.findall(voice.removeprefix("name:").casefold()))
    return words - _TITLES - _UNTOLD or words


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
