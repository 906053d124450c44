"""The chain of voices over an act: who of a sentence speaks which of its clauses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from habeas.claims.russian.speech.voices import Reach, Voice


def voices_over(place: int, voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """The voices that speak the word at a place, outermost first.

    An aside ("по данным X", "…, сообщил X") speaks the whole sentence where it
    is the only one; of several that stand apart each speaks what is nearest.
    Asides that touch are a chain: in "…, сказал А, передаёт Б" the last is the
    outermost, in "как сообщает Б со ссылкой на А" the first.

    Args:
        place: Place of the word that names the act.
        voices: The voices of its sentence, in order.
    """
    telling = [v for v in voices if v.reach is Reach.AFTER and v.last < place]
    own = [v for v in voices if v.reach is Reach.CLAUSE and v.first <= place <= v.last]
    around = [v for v in voices if v.reach is Reach.AROUND]
    if own and own[0].is_apart:
        telling = [v for v in telling if v.first > own[0].first]
    if own:
        around = [v for v in around if v.last > own[0].first or _is_front([v])]
    asides = _nearest(place, around)
    quoted = [v for v in asides if _is_quoted(v)]
    speaking = [v for v in asides if not _is_quoted(v)]
    return (*speaking, *telling, *own, *quoted)


def _nearest(place: int, asides: Sequence[Voice]) -> tuple[Voice, ...]:
    chains = _touching(asides)
    if not chains:
        return ()
    before = [c for c in chains if c[-1].last < place]
    after = [c for c in chains if c[0].first > place]
    if before and _is_front(before[-1]):
        return _outermost_first(before[-1])
    if after:
        return _outermost_first(after[0])
    return _outermost_first(before[-1]) if before else ()


def _is_front(chain: Sequence[Voice]) -> bool:
    """True for "по данным …", which speaks what follows; "сообщил X" speaks what it follows."""
    return chain[0].place < chain[0].last or chain[0].first == 0


def _touching(asides: Sequence[Voice]) -> list[tuple[Voice, ...]]:
    chains: list[list[Voice]] = []
    for voice in asides:
        if chains and voice.first - chains[-1][-1].last <= 2:
            chains[-1].append(voice)
        else:
            chains.append([voice])
    return [tuple(chain) for chain in chains]


def _outermost_first(chain: Sequence[Voice]) -> tuple[Voice, ...]:
    return tuple(reversed(chain))


def _is_quoted(voice: Voice) -> bool:
    """True for whom another refers to: "со ссылкой на X", "ссылаясь на X"."""
    return "ссыл" in voice.speaker.cue.lower()


def unlike(speakers: Sequence[Voice]) -> tuple[Voice, ...]:
    """The voices without those that only repeat the name before them."""
    return tuple(next(group) for _, group in groupby(speakers, key=lambda v: v.speaker.name))
