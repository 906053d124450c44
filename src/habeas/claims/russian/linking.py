"""What joins the claims of one report: pronouns, parts of a whole, speakers told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.claims.identity import claim_id
from habeas.claims.russian.acts.frames import Mode
from habeas.claims.russian.drafting import Draft
from habeas.claims.russian.parse.lemmas import plain
from habeas.claims.russian.people.names import surname_forms
from habeas.claims.russian.people.pronouns import Mentioned, with_persons
from habeas.claims.russian.speech.voices import Voice
from habeas.model.claims import FREEING, Claim, Mention, Speaker, SpeakerKind, Stance

_OURSELVES = frozenset({"я", "мы", "наш", "мой"})
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
    mentioned: Sequence[Mentioned],
) -> Iterator[Claim]:
    """Finish a claim with what the text before it tells.

    None comes of one that says nothing of its own, several of "они".

    Args:
        draft: The claim as its own sentence gives it.
        before: Finished claims of the report, in text order.
        heard: Speakers heard so far; for pronouns.
        named: People the text has named, with the kind their role says.
        mentioned: The same people where they are named; for pronouns.
    """
    claim = _inherited(draft, before)
    if claim is None:
        return
    for one in with_persons(draft, claim, before, mentioned):
        yield _linked(draft, one, before, heard, named)


def _linked(
    draft: Draft,
    claim: Claim,
    before: Sequence[Claim],
    heard: Sequence[Speaker],
    named: Sequence[Speaker],
) -> Claim:
    claim = replace(claim, names=tuple(_short_name(n, draft, named) for n in claim.names))
    speakers = tuple(s for v in draft.voices for s in _speakers(v, heard, named))
    claim = replace(claim, speakers=_distinct(speakers))
    if claim.stance is Stance.ANNOUNCED and speakers and speakers[-1].kind in _OUTSIDERS:
        claim = replace(claim, stance=Stance.EXPECTED)
    elif claim.stance is Stance.ANNOUNCED and claim.condition is not None and speakers:
        decides = speakers[-1].kind in (SpeakerKind.GOVERNMENT, SpeakerKind.COURT)
        claim = replace(claim, stance=Stance.PROMISED if decides else claim.stance)
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
    counts = claim.count is not None
    last = next((c for c in reversed(before) if c.count is not None or not counts), None)
    if last is None or claim.passage.start - last.passage.end > _CLOSE:
        return None
    return replace(claim, act=last.act, stance=last.stance, when=claim.when or last.when)


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
