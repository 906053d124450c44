"""Both sides of a meeting, with pronouns as whom they mean."""

from __future__ import annotations

from dataclasses import replace

from habeas.claims.english.drafting import Draft
from habeas.claims.english.people.people import INSTITUTIONS
from habeas.claims.english.speech.hearing import Heard
from habeas.claims.english.speech.speakers import is_pronoun, read_speaker
from habeas.claims.english.speech.voice import Voice
from habeas.claims.speaker_kinds import speaker_kind
from habeas.model.claims import Mention, Speaker, SpeakerKind

_SINGULAR = frozenset({"he", "she", "him", "her", "his"})
_OURSELVES = frozenset({"we", "i", "us"})
_MEDIA = frozenset({SpeakerKind.MEDIA, SpeakerKind.STATE_MEDIA})
_WHO_WRITES = frozenset({"editor", "reporter", "journalist", "correspondent", "columnist"})
_BODIES = _MEDIA | {SpeakerKind.INTERNATIONAL, SpeakerKind.COURT}


def without_pronouns(draft: Draft, voices: Heard) -> tuple[Mention, ...]:
    """The sides of a meeting, "he" and "she" as who spoke last where anybody did, "I" as who
    speaks."""
    heard = (v for v in voices.latest_first() if v.name.lower() not in _SINGULAR)
    last = next((v for v in heard if not is_of_many(v)), None)
    known = [last] if last is not None else []
    own = [read_speaker(v) for v in draft.voices if not is_pronoun(v.head)]
    sides = []
    for side in draft.claim.names:
        word = side.name.lower()
        meant = known if word in _SINGULAR else own if word in _OURSELVES else None
        if meant is None:
            sides.append(_without_place(side))
        elif word in _OURSELVES and not own:
            sides.append(side)  # who has the floor, known when the turn is
        elif meant:
            name = meant[-1].name.removeprefix("the ").removeprefix("The ")
            sides.append(Mention(name=name, named=name[:1].isupper()))
    return tuple({side.name: side for side in sides}.values())


def _without_place(side: Mention) -> Mention:
    """ "relatives of eight prisoners in Vilnius": where they met is no part of who they are."""
    described, mark, _ = side.name.partition(" in ")
    described, at, _ = described.partition(" at ")
    within = (mark or at) and " of " in described and described[:1].islower()
    return replace(side, name=described) if within else side


def is_outlet(voice: Voice) -> bool:
    """True for "Belta", "the agency Tamyr": a name that nobody bears whom "he" can mean."""
    head = voice.head
    if head.lower_ in INSTITUTIONS:
        return True
    if speaker_kind(head.text) in _MEDIA:
        return head.lemma_.lower() not in _WHO_WRITES
    first = head.i
    while first > 0 and head.doc[first].pos_ == "PROPN":
        first -= 1
    return first < head.i and head.doc[first].lower_ in INSTITUTIONS


def is_of_many(speaker: Speaker) -> bool:
    """True for "hostile media", "lawyers": nobody whom "he" or "she" can mean."""
    last = speaker.name.split()[-1]
    plural = last.islower() and last.endswith("s")
    body = speaker.kind in _BODIES and last not in ("judge", "magistrate", "editor")
    institution = not {w.lower() for w in speaker.name.split(" of ")[0].split()}.isdisjoint(
        INSTITUTIONS
    )
    return plural or (body and last.islower()) or (institution and last[:1].isupper())
