"""What joins the claims of one report: pronouns, back-references, parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.claims.english.acts.frames import Form, is_told_in_passing
from habeas.claims.english.acts.membership import points_back
from habeas.claims.english.acts.sides import is_of_many, is_outlet, without_pronouns
from habeas.claims.english.drafting import Draft
from habeas.claims.english.figures.other_figures import is_too_far_off, points_at_others
from habeas.claims.english.figures.quantities import read_quantity
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import children, prepositional_objects
from habeas.claims.english.parse.trees import sentence_of
from habeas.claims.english.people.antecedents import MYSELF, meant, myself, told_by_role
from habeas.claims.english.people.people import is_named
from habeas.claims.english.people.singulars import who_tells_of_self
from habeas.claims.english.people.topics import Named
from habeas.claims.english.speech.hearing import Heard
from habeas.claims.english.speech.speakers import is_pronoun, read_speaker
from habeas.claims.english.speech.voice import Voice
from habeas.claims.identity import claim_id
from habeas.claims.states import state_name, state_of
from habeas.model.claims import FREEING, Act, Claim, Mention, Speaker, SpeakerKind, Stance

_SINGULAR = frozenset({"he", "she", "him", "her", "his"})
_PLURAL = word_list("claims", "linking.plural")
_CAPTIVE = FREEING | {Act.HOLD, Act.ARREST, Act.REARREST, Act.SENTENCE, Act.CHARGE}
_ARTICLES = frozenset({"the", "a", "an"})
_AHEAD = frozenset({Stance.ANNOUNCED, Stance.PROMISED, Stance.EXPECTED})
"""Stances of what is still to be done, to the members of a group too."""
_OURSELVES = frozenset({"we", "i", "us", "our", "my"})
_BACK = frozenset({"it", "they", "its", "their"})


def link(
    draft: Draft,
    before: Sequence[Claim],
    voices: Heard,
    known: Sequence[Speaker],
    named: Named,
) -> Claim | None:
    """Finish a claim with what the text before it tells; None where it only repeats.

    Args:
        draft: The claim as its own sentence gives it.
        before: Finished claims of the report, in text order.
        voices: Speakers heard so far; for pronouns.
        known: People whose office the text has told, in text order; a surname
            alone then keeps the kind of speaker of the full name.
        named: Whom it has named, for "he" and "she".
    """
    claim = _resolved(draft, before, voices, named)
    if claim is None or _only_points_back(draft, claim):
        return None
    if draft.frame.presumes and not _was_told_as_held(claim, before):
        return None
    found = (s for v in _own_voices(draft) if (s := _speaker(v, voices)) is not None)
    speakers = tuple(dict.fromkeys(_with_office(s, known) for s in found))
    if draft.person is not None and draft.person.lower_ in MYSELF and not claim.names:
        me = myself(speakers, named.floor)
        if me is None:
            return None
        claim = replace(claim, names=(me,), group=None)
    if claim.act is Act.MEET and draft.frame.form is Form.NOUN and _told_before(claim, before):
        return None
    member = draft.is_member or _is_singled_out(draft)
    whole = None
    if member or draft.frame.refers_back or _is_part(draft):
        apart = before if member else [c for c in before if c.passage != claim.passage]
        back = draft.frame.refers_back
        whole = _group_of(draft, claim, apart) if back else _whole(claim, apart)
    return replace(
        claim,
        id=_identity(draft, claim),
        speakers=speakers,
        by=_actor(draft, claim, speakers),
        part_of=whole.id if whole is not None else None,
    )


def _own_voices(draft: Draft) -> list[Voice]:
    """The voices without a pronoun that means who speaks above it ("she said she hoped")."""
    kept: list[Voice] = []
    for voice in draft.voices:
        above = [v for v in kept if sentence_of(v.verb) == sentence_of(voice.verb)]
        singular = voice.head.lower_ in _SINGULAR
        other = singular and any(is_of_many(read_speaker(v)) or is_outlet(v) for v in above)
        if not above or other or voice.head.lower_ not in _SINGULAR | _BACK:
            kept.append(voice)
    return kept


def _resolved(draft: Draft, before: Sequence[Claim], voices: Heard, named: Named) -> Claim | None:
    """The claim with the act and the people that its words only point at; None where lost."""
    claim = draft.claim
    if draft.frame.restates:
        counted = next((c for c in reversed(before) if c.count is not None), None)
        counted = counted or next((c for c in reversed(before) if _is_of_some(c)), None)
        if counted is None or is_too_far_off(claim, before):
            return None
        return replace(claim, act=counted.act)
    if draft.frame.echoes:
        last = next((c for c in reversed(before) if c.act in _CAPTIVE), None)
        return replace(claim, act=last.act) if last is not None else None
    if draft.frame.refers_back:
        if points_at_others(draft.frame, before):
            return None
        group = _group_of(draft, claim, before)
        if group is None:
            kept = draft.frame.act is Act.HOLD or _is_of_a_list(draft)
            return claim if kept else None
        ahead = claim.stance is Stance.REPORTED and group.stance in _AHEAD
        return replace(claim, act=group.act, stance=group.stance if ahead else claim.stance)
    if claim.act is Act.MEET:
        sides = without_pronouns(draft, voices)
        visit = bool(sides) and draft.frame.thing is not None
        return replace(claim, names=sides) if len(sides) > 1 or visit else None
    if not _names_a_pronoun(draft):
        return told_by_role(draft, claim, before)
    told = who_tells_of_self(draft) or meant(draft, before, named)
    if isinstance(told, Mention):
        return replace(claim, names=(told,), group=None)
    return replace(claim, group=told) if told is not None else None


def _is_of_some(claim: Claim) -> bool:
    """ "have begun to let out people held since May": of people neither counted nor named."""
    return claim.act in _CAPTIVE and not claim.names and claim.group is not None


def _group_of(draft: Draft, claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The count told before that these people are some of: that of the number the words give
    ("among the 26 are …"), else the latest that can hold them."""
    wholes = [c for c in reversed(before) if _is_counted_captive(c, claim)]
    group = draft.frame.group
    if group is not None and group.like_num and (told := read_quantity(group)) is not None:
        same = [c for c in wholes if c.count is not None and c.count.low == told.quantity.low]
        wholes = same or wholes
    if group is not None and group.lemma_.lower() in english().acts[Act.PARDON].nouns:
        # An amnesty that was told as a release of so many lets its members go.
        wholes = [c for c in wholes if c.act is Act.RELEASE] or wholes
    if not wholes and draft.frame.trigger.lemma_ in ("identify", "name"):
        wholes = [c for c in reversed(before) if c.act in _CAPTIVE and not c.names and c.group]
    return wholes[0] if wholes else None


def _is_of_a_list(draft: Draft) -> bool:
    """ "the list includes Ana Sol", where no count was told: of people let go."""
    group = draft.frame.group
    return group is not None and group.pos_ == "NOUN" and points_back(group)


def _is_counted_captive(whole: Claim, part: Claim) -> bool:
    counted = (
        whole.act in _CAPTIVE | {Act.TRANSFER} and whole.count is not None and whole.part_of is None
    )
    return counted and _can_hold(whole, part)


def _was_told_as_held(claim: Claim, before: Sequence[Claim]) -> bool:
    """True where the text has told of the same person, or of so many, as held or freed."""
    captive = [c for c in before if c.act in _CAPTIVE]
    if claim.names:
        ours = {_surname(n) for n in claim.names}
        return any(ours & {_surname(n) for n in c.names} for c in captive)
    if claim.count is None:
        return any(c.group == claim.group for c in captive)
    return any(c.count is not None and _can_hold(c, claim) for c in captive)


def _identity(draft: Draft, claim: Claim) -> str:
    marks = [*(n.name for n in claim.names), claim.count.words if claim.count else ""]
    if draft.is_member and draft.frame.parts and draft.person is not None:
        marks.append(draft.person.text)  # "two each from Latvia and Poland" are two claims
    return claim_id(claim.passage, claim.act, *marks, claim.group or "")


def _names_a_pronoun(draft: Draft) -> bool:
    return draft.person is not None and draft.person.lower_ in _SINGULAR


def _only_points_back(draft: Draft, claim: Claim) -> bool:
    """True where a draft says nothing of its own: "they were released", "their release"."""
    person = draft.person
    if person is None or claim.names or claim.count is not None:
        return False
    if (claim.group or person.text).lower() in _PLURAL | {"their"} and not any(
        t.i > person.i for t in person.subtree
    ):
        return True
    if claim.act is Act.DEMAND_RELEASE:
        return False
    if draft.frame.form is Form.PARTICIPLE:
        return not is_told_in_passing(draft.frame.clause)
    owned = [t.lower_ for t in person.children if t.tag_ == "PRP$"]
    back = "its" in owned or (bool(owned) and draft.frame.form is Form.NOUN)
    return claim.act in FREEING and back


def _speaker(voice: Voice, heard: Heard) -> Speaker | None:
    if voice.head.lower_ in _OURSELVES and voice.head.text != "US":
        return None
    if not is_pronoun(voice.head):
        return read_speaker(voice)
    meant = _meant_by(voice.head.lower_, heard)
    return replace(meant, cue=voice.cue) if meant is not None else None


def _meant_by(pronoun: str, heard: Heard) -> Speaker | None:
    """Whom a speaker's pronoun means: who spoke last of those that it can stand for."""
    if pronoun in _SINGULAR:
        one = (s for s in heard.latest_first() if not is_of_many(s))
        return next(one, None) or next(heard.latest_first(), None)
    kinds = (s for s in heard.latest_first() if s.kind is not SpeakerKind.UNKNOWN)
    found = next(kinds, None)
    if found is None and pronoun in ("it", "they"):
        phrases = (s for s in heard.latest_first() if s.name.split()[0].lower() in _ARTICLES)
        found = next(phrases, None)
    return found


def _with_office(speaker: Speaker, known: Sequence[Speaker]) -> Speaker:
    if speaker.kind is not SpeakerKind.UNKNOWN:
        return speaker
    last = speaker.name.split()[-1]
    kind = next((k.kind for k in reversed(known) if k.name.split()[-1] == last), speaker.kind)
    return replace(speaker, kind=kind)


def _actor(draft: Draft, claim: Claim, speakers: Sequence[Speaker]) -> str | None:
    """Who acts: as written; for a government's own announcement, its state."""
    agent = draft.frame.agent
    receiving = draft.frame.trigger.lemma_ in ("receive", "welcome", "accept", "admit")
    receives = receiving and claim.act in FREEING
    if receives or claim.act in (Act.DEMAND_RELEASE, Act.MEET):
        return None
    if agent is not None and not is_pronoun(agent):
        return claim.by
    if agent is not None and agent.lower_ in ("it", "they") and speakers:
        return speakers[-1].name
    if agent is None and claim.stance in (Stance.ANNOUNCED, Stance.PROMISED) and speakers:
        own = speakers[-1]
        if own.kind in (SpeakerKind.MEDIA, SpeakerKind.STATE_MEDIA):
            return None  # "the agency announced the pardon of nine": it pardons nobody
        code = state_of(own.name) if own.kind is SpeakerKind.GOVERNMENT else None
        if claim.act in FREEING or claim.act is Act.EASE_SANCTIONS:
            if code is None and draft.frame.form is Form.NOUN:
                return own.name
            return state_name(code) if code is not None else None
    return None


def _told_before(claim: Claim, before: Sequence[Claim]) -> bool:
    ours = {_surname(n) for n in claim.names}
    return any(
        other.act is Act.MEET and ours & {_surname(n) for n in other.names} for other in before
    )


def _surname(mention: Mention) -> str:
    return mention.name.split()[-1].casefold()


def _is_singled_out(draft: Draft) -> bool:
    """ "…, among them the blogger": one of the people of the same sentence."""
    if draft.person is None:
        return False
    first = draft.person.left_edge.i
    return draft.person.doc[max(first - 2, 0) : first].text.lower() == "among them"


def _is_part(draft: Draft) -> bool:
    """ "the other nine", "five of them", "the amnesty also includes …"."""
    person = draft.person
    if person is None:
        return False
    if any(points_back(t) for t in prepositional_objects(person, "of")):
        return True
    if any(t.lower_ == "other" for t in person.children) and any(
        t.lower_ == "the" for t in children(person, "det")
    ):
        return True
    return draft.frame.trigger.lemma_ in ("include", "cover", "comprise") and not is_named(person)


def _whole(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The latest count of freed people told before that these can be some of."""
    for other in reversed(before):
        if other.act not in FREEING or other.count is None or other.part_of is not None:
            continue
        if _can_hold(other, claim):
            return other
    return None


def _can_hold(whole: Claim, part: Claim) -> bool:
    if whole.count is None or whole.id == part.id:
        return False
    most = whole.count.high
    least = part.count.low if part.count is not None else 1
    return most is None or least is None or most >= least


def inherit_from(earlier: Claim, claim: Claim) -> Claim:
    """A claim that "this move …" joins to an earlier one acts by the same hand."""
    return replace(claim, by=claim.by or earlier.by)
