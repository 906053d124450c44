"""What joins the claims of one report: pronouns, parts of a whole, speakers told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.claims.identity import claim_id
from habeas.claims.russian.drafting import Draft
from habeas.claims.russian.frames import Mode
from habeas.claims.russian.people import surname_forms
from habeas.claims.russian.speakers import Voice
from habeas.model.claims import FREEING, Act, Claim, Mention, Speaker, SpeakerKind

_OURSELVES = frozenset({"я", "мы", "наш", "мой"})
_THE_ONE = frozenset(
    {
        "осужденный",
        "осужденная",
        "обвиняемый",
        "обвиняемая",
        "подсудимый",
        "подсудимая",
        "задержанный",
        "задержанная",
    }
)
_CLOSE = 400
"""Characters between two claims of which the second may be a part of the first."""


def link(
    draft: Draft,
    before: Sequence[Claim],
    heard: Sequence[Speaker],
    named: Sequence[Speaker],
) -> Claim | None:
    """Finish a claim with what the text before it tells; None where it says nothing of its own.

    Args:
        draft: The claim as its own sentence gives it.
        before: Finished claims of the report, in text order.
        heard: Speakers heard so far; for pronouns.
        named: People the text has named, with the kind their role says.
    """
    claim = _inherited(draft, before)
    if claim is None:
        return None
    claim = _with_person(draft, claim, before)
    if claim is None:
        return None
    speakers = tuple(s for v in draft.voices for s in _speakers(v, heard, named))
    claim = replace(claim, speakers=_distinct(speakers))
    if draft.is_member:
        whole = _whole(claim, before)
        claim = replace(claim, part_of=whole.id if whole is not None else None)
    marks = [*(n.name for n in claim.names), claim.count.words if claim.count else ""]
    return replace(claim, id=claim_id(claim.passage, claim.act, *marks, claim.group or ""))


def _inherited(draft: Draft, before: Sequence[Claim]) -> Claim | None:
    """A count that only goes on with the act of the count before it; None where there is none."""
    claim = draft.claim
    if draft.frame.mode is not Mode.INHERITED:
        return claim
    last = next((c for c in reversed(before) if c.count is not None), None)
    if last is None or claim.passage.start - last.passage.end > _CLOSE:
        return None
    return replace(claim, act=last.act, stance=last.stance, when=claim.when or last.when)


def _with_person(draft: Draft, claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The claim with the person that a pronoun or "осуждённый" stands for."""
    people = draft.people
    if people is None or people.name is not None or people.count is not None:
        return claim
    singular = people.is_pronoun or (claim.group or "").lower().replace("ё", "е") in _THE_ONE
    if singular:
        told = next(
            (c for c in reversed(before) if c.act is not Act.MEET and c.count is None), None
        )
        if told is not None and told.names:
            name = Mention(name=told.names[0].name, nationality=told.names[0].nationality)
            return replace(claim, names=(name,), group=None)
        if people.is_pronoun:
            return replace(claim, group=told.group) if told is not None and told.group else None
    if claim.act in FREEING and (claim.group or "").lower() in ("они", "все", "их"):
        return None
    return claim


def _speakers(voice: Voice, heard: Sequence[Speaker], named: Sequence[Speaker]) -> list[Speaker]:
    outer = [voice.teller] if voice.teller is not None else []
    if voice.pronoun in _OURSELVES:
        return outer
    if voice.pronoun or not voice.speaker.name:
        known = [s for s in heard if s.name]
        return [*outer, replace(known[-1], cue=voice.speaker.cue)] if known else outer
    return [*outer, with_office(voice.speaker, named)]


def with_office(speaker: Speaker, named: Sequence[Speaker]) -> Speaker:
    """A speaker given by surname alone, with the kind that the text told of the full name."""
    if speaker.kind is not SpeakerKind.UNKNOWN or not speaker.name:
        return speaker
    last = speaker.name.split()[-1].lower()
    for known in reversed(named):
        if known.kind is not SpeakerKind.UNKNOWN and last in surname_forms(known.name):
            return replace(speaker, kind=known.kind)
    return speaker


def _distinct(speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    found: dict[str, Speaker] = {}
    for speaker in speakers:
        found.setdefault(speaker.name, speaker)
    return tuple(found.values())


def _whole(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The latest count told before, close by, that these can be some of."""
    for other in reversed(before):
        if other.count is None or other.part_of is not None:
            continue
        if claim.passage.start - other.passage.end > _CLOSE:
            return None
        if other.act is claim.act or (other.act in FREEING and claim.act in FREEING):
            most = other.count.high
            least = claim.count.low if claim.count is not None else 1
            if most is None or least is None or most >= least:
                return other
    return None
