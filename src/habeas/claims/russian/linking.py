"""What joins the claims of one report: pronouns, parts of a whole, speakers told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.claims.identity import claim_id
from habeas.claims.russian.drafting import Draft
from habeas.claims.russian.frames import Mode
from habeas.claims.russian.lemmas import plain
from habeas.claims.russian.names import gender_of, surname_forms
from habeas.claims.russian.voices import Voice
from habeas.model.claims import FREEING, Act, Claim, Mention, Speaker, SpeakerKind, Stance

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
_MYSELF = frozenset({"я", "меня", "мне"})
_OUTSIDERS = frozenset(
    {
        SpeakerKind.RIGHTS_GROUP,
        SpeakerKind.FAMILY,
        SpeakerKind.LAWYER,
        SpeakerKind.OPPOSITION,
        SpeakerKind.MEDIA,
    }
)
"""Speakers who do not decide: what they say will be done is expected, not announced."""
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
    claim = replace(claim, names=tuple(_short_name(n, draft, named) for n in claim.names))
    speakers = tuple(s for v in draft.voices for s in _speakers(v, heard, named))
    claim = replace(claim, speakers=_distinct(speakers))
    if claim.stance is Stance.ANNOUNCED and speakers and speakers[-1].kind in _OUTSIDERS:
        claim = replace(claim, stance=Stance.EXPECTED)
    if draft.is_member:
        whole = _whole(claim, before)
        claim = replace(claim, part_of=whole.id if whole is not None else None)
    marks = [*(n.name for n in claim.names), claim.count.words if claim.count else ""]
    return replace(claim, id=claim_id(claim.passage, claim.act, *marks, claim.group or ""))


def _short_name(mention: Mention, draft: Draft, named: Sequence[Speaker]) -> Mention:
    """A surname alone in the form of the full name told before: "Оспанову" is Оспанова."""
    people = draft.people
    if people is None or people.name is None or " " in mention.name:
        return mention
    for known in reversed(named):
        last = known.name.split()[-1]
        if " " in known.name and plain(people.name.written) in surname_forms(known.name):
            return replace(mention, name=last)
    return mention


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
    if people.is_pronoun and (claim.group or "").lower() in _MYSELF:
        return claim
    singular = people.is_pronoun or (claim.group or "").lower().replace("ё", "е") in _THE_ONE
    if singular:
        told = _last_told(before, claim.group or "")
        if told is not None and told.names:
            name = Mention(name=told.names[0].name, nationality=told.names[0].nationality)
            return replace(claim, names=(name,), group=None)
        if people.is_pronoun:
            return replace(claim, group=told.group) if told is not None and told.group else None
    if claim.act in FREEING and (claim.group or "").lower() in ("они", "все", "их"):
        return None
    return claim


def _last_told(before: Sequence[Claim], pronoun: str) -> Claim | None:
    """The last claim on one person whose gender the pronoun does not contradict.

    Somebody only described is not passed over for the name before: the pronoun
    would then put a wrong person in prison.
    """
    gender = {"она": "femn", "ее": "femn", "её": "femn", "ей": "femn"}.get(pronoun.lower())
    gender = gender or ("masc" if pronoun.lower() in ("он", "его", "ему", "им") else None)
    for claim in reversed(before):
        if claim.act is Act.MEET or claim.count is not None:
            continue
        if gender and claim.names and gender_of(claim.names[0].name) not in (gender, None):
            continue
        return claim
    return None


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
