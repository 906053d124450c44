"""An English text → Claims: sentence by sentence, each claim locked to its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.symbols import PERSON  # type: ignore[import-not-found]
from spacy.tokens import Span

from habeas.claims.english.acts.acts import find_frames
from habeas.claims.english.acts.frames import Frame
from habeas.claims.english.acts.restrictive import is_restrictive
from habeas.claims.english.drafting import Draft, Scene, condition_of, draft_claims
from habeas.claims.english.facts import ENGLISH_FACTS
from habeas.claims.english.figures.contexts import Context
from habeas.claims.english.linking import inherit_from, link
from habeas.claims.english.lists.entries import accused_named, entry_items, opens_entry
from habeas.claims.english.lists.items import Item, find_items, label_of, points_back
from habeas.claims.english.lists.listed import (
    Heading,
    begins_line,
    draft_entry,
    draft_items,
    heading_before,
    heading_of,
)
from habeas.claims.english.parse.grammar import is_verb
from habeas.claims.english.parse.parsing import parse_report
from habeas.claims.english.parse.spans import Stretches, joined
from habeas.claims.english.parse.trees import words_of
from habeas.claims.english.people.descriptions import find_described
from habeas.claims.english.people.name_lists import Name
from habeas.claims.english.people.people import is_named, read_mention
from habeas.claims.english.people.plurals import with_antecedents
from habeas.claims.english.people.topics import Named, Topic, find_topics, told_by_pronoun
from habeas.claims.english.promises.hinges import condition_of_doing, is_hypothetical, stance_under
from habeas.claims.english.promises.sequels import (
    condition_pointed_at,
    condition_told_after,
    points_at_promise,
)
from habeas.claims.english.promises.stances import is_asserted
from habeas.claims.english.promises.ties import is_denied_trade, ties_an_act
from habeas.claims.english.promises.undoing import find_undone, taken_back_in, undoes, with_undoer
from habeas.claims.english.speech.attributions import find_speeches
from habeas.claims.english.speech.hearing import Heard
from habeas.claims.english.tied import draft_ties, tie_of
from habeas.claims.english.times.time import find_times
from habeas.claims.facts import with_facts
from habeas.claims.headlines import headline_end
from habeas.claims.speaker_kinds import speaker_kind
from habeas.claims.tied_sides import TiedSpan
from habeas.claims.turns import Turn, find_turns, floor_holder
from habeas.model.claims import Act, Claim, Mention, Speaker, SpeakerKind, Stance
from habeas.model.reports import Report

MEMORY = 200
"""Claims and offices before a sentence that its pronouns and parts can point back to."""

REACH = 400
"""Characters between a promise and a sentence that still tells its condition."""

_OPEN = (Stance.PROMISED, Stance.ANNOUNCED, Stance.EXPECTED)


def read_text(report: Report) -> tuple[Claim, ...]:
    """The claims of an English text, in text order; see `habeas.claims.extract_claims`.

    Raises:
        WrongLanguageModel: The installed parser is not the expected one.
    """
    return _read(report)[0]


def read_tied(report: Report) -> tuple[tuple[Claim, ...], tuple[TiedSpan, ...]]:
    """What an English text claims, and what it ties together; see `habeas.claims.extract_ties`.

    Raises:
        WrongLanguageModel: The installed parser is not the expected one.
    """
    return _read(report)


def _read(report: Report) -> tuple[tuple[Claim, ...], tuple[TiedSpan, ...]]:
    title_end = headline_end(report)
    told = _Told(turns=find_turns(report.text))
    for block in parse_report(report, told.turns):
        sentences = [s for s in block.doc.sents if block.offset + s.start_char >= title_end]
        acts = [_asserted(sentence) for sentence in sentences]
        items = [find_items(sentence) for sentence in sentences]
        undone = [taken_back_in(sentence) for sentence in sentences]
        told_in = [(*a, *i, *u) for a, i, u in zip(acts, items, undone, strict=True)]
        telling = _with_the_one_before(sentences, told_in)
        scene = Scene(
            report=report,
            offset=block.offset,
            times=find_times(block.doc, report.published, telling),
            speeches=find_speeches(block.doc) if telling else (),
        )
        for sentence, frames, listed in zip(sentences, acts, items, strict=True):
            before = len(told.claims)
            _read_sentence(sentence, frames, scene, told)
            _read_items(sentence, listed, scene, told, before)
            _read_entry(sentence, scene, told, before)
    claims = sorted(told.claims, key=lambda c: (c.passage.start, c.passage.end))
    return with_facts(claims, ENGLISH_FACTS), tuple(told.ties)


@dataclass(slots=True, kw_only=True)
class _Told:
    """What the text has told up to a sentence; grows as it is read.

    Attributes:
        turns: The turns of speech, where the text is a conversation.
        claims: Finished claims.
        ids: Their ids.
        voices: Speakers heard, for the pronouns after them.
        offices: People whose role the text has given.
        named: People named, with their office where one is given.
        topics: The same, for the pronouns after them.
        sentences: How many sentences were read.
        heading: What the items of the list at hand leave out.
        listing: Whether the line so far is items of that list.
        entry: Whose name opened the paragraph, where it is one of a list.
        context: What a count without an act of its own would be a count of.
        ties: What is said to be traded for what, or not.
    """

    turns: tuple[Turn, ...]
    claims: list[Claim] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    voices: Heard = field(default_factory=Heard)
    offices: list[Speaker] = field(default_factory=list)
    named: list[Speaker] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    sentences: int = 0
    heading: Heading | None = None
    entry: Name | None = None
    listing: bool = False
    context: Context = field(default_factory=Context)
    ties: list[TiedSpan] = field(default_factory=list)


def _asserted(sentence: Span) -> list[Frame]:
    """The acts that a sentence says are so, will be or are wanted."""
    return [f for f in find_frames(sentence) if is_asserted(f) and not is_hypothetical(f)]


def _with_the_one_before(sentences: Sequence[Span], acts: Sequence[Sequence[object]]) -> Stretches:
    """The sentences that name acts, and the one before each, whose day theirs may go on from."""
    return joined(s for n, s in enumerate(sentences) if acts[n] or any(acts[n + 1 : n + 2]))


def _read_sentence(sentence: Span, frames: list[Frame], scene: Scene, told: _Told) -> None:
    """Add what one sentence claims, and who speaks in it, to what was told before it."""
    people = _people(sentence)
    told.offices += [p for p in people if p.kind is not SpeakerKind.UNKNOWN]
    told.offices += find_described(sentence)
    at = scene.offset + sentence.start_char
    if not told.turns or at < told.turns[0].start:
        told.named += people
    floor = floor_holder(told.turns, at + _indent(sentence), told.named) if frames else None
    before = len(told.claims)
    settled = (told.context.settle(frame, told.claims) for frame in frames)
    frames = [frame for frame in settled if frame is not None]
    for frame in frames:
        if is_restrictive(frame, frames):
            continue
        drafts = draft_claims(with_undoer(frame), scene)
        for draft in (d for one in drafts for d in with_antecedents(one, told.claims[-MEMORY:])):
            claim = link(
                draft,
                told.claims[-MEMORY:],
                told.voices,
                told.offices[-MEMORY:],
                Named(topics=told.topics[-MEMORY:], number=told.sentences, floor=floor),
            )
            if claim is not None and claim.id not in told.ids and not _denies_a_trade(draft, claim):
                told.claims.append(_said_on(floor, claim))
                told.ids.add(claim.id)
                told.voices.add(claim.speakers)
                _learn_gender(draft, claim, told, start=at)
    _join_to_promise(sentence, scene, told.claims, before)
    _read_undone(sentence, scene, told, before)
    _read_ties(sentence, scene, told)
    told.context.note(sentence, told.claims)
    told.voices.listen(sentence)
    told.topics += find_topics(sentence, start=at, number=told.sentences)
    told.sentences += 1


def _read_undone(sentence: Span, scene: Scene, told: _Told, before: int) -> None:
    """Add what a sentence says to be undone, where it only points to it ("the decision")."""
    named = Named(topics=told.topics[-MEMORY:], number=told.sentences, floor=None)
    for frame, earlier in find_undone(sentence, told.claims[:before][-MEMORY:]):
        drafts = draft_claims(frame, scene) if is_asserted(frame) else []
        for draft in drafts:
            claim = link(draft, told.claims, told.voices, told.offices[-MEMORY:], named)
            if claim is not None and claim.id not in told.ids:
                told.claims.append(undoes(earlier, claim))
                told.ids.add(claim.id)


def _read_ties(sentence: Span, scene: Scene, told: _Told) -> None:
    """Add what a sentence says to be done for what, before it is listened to who speaks in it."""
    drafts = draft_ties(sentence, scene)
    at = scene.offset + sentence.start_char
    floor = floor_holder(told.turns, at + _indent(sentence), told.named) if drafts else None
    for drafted in drafts:
        claim = link(
            drafted.draft,
            told.claims[-MEMORY:],
            told.voices,
            told.offices[-MEMORY:],
            Named(topics=told.topics[-MEMORY:], number=told.sentences, floor=floor),
        )
        tie = tie_of(drafted, _said_on(floor, claim), scene) if claim is not None else None
        told.ties += [tie] if tie is not None else []


def _denies_a_trade(draft: Draft, claim: Claim) -> bool:
    """ "denied that they were freed in exchange for relief": not that they were freed."""
    return claim.stance is Stance.DENIED and ties_an_act(draft.frame.clause)


def _learn_gender(draft: Draft, claim: Claim, told: _Told, *, start: int) -> None:
    """ "Ana Sol was fined; she …": a "he" after that is somebody else."""
    if claim.act is not Act.MEET and claim.names and draft.person is not None:
        one = told_by_pronoun(draft.person, claim.names[0], start=start, number=told.sentences)
        told.topics += [one] if one.gender is not None else []


def _read_items(sentence: Span, items: list[Item], scene: Scene, told: _Told, before: int) -> None:
    """Add the items of a list in a sentence, and keep the heading that it is.

    Args:
        sentence: The sentence, already read.
        items: Its items.
        scene: Its scene.
        told: What was told before; grows.
        before: How many claims stand before the sentence.
    """
    opens = begins_line(sentence)
    above = told.heading if opens or told.listing else None
    told.listing = bool(items) and (opens or told.listing)
    if items and points_back(sentence):
        above = heading_before(told.claims[:before][-MEMORY:])
    drafts = draft_items(items, sentence, scene, above)
    made = told.claims[before:]
    if drafts:
        at = scene.offset + sentence.start_char + _indent(sentence)
        floor = floor_holder(told.turns, at, told.named)
        kept = [c for c in made if c.act is not Act.DEMAND_RELEASE or not label_of(sentence)]
        told.claims[before:] = kept
    known = {(c.act, n.name) for c in told.claims[before:] for n in c.names}
    for draft in drafts:
        claim = draft.claim
        if claim.id not in told.ids and (claim.act, claim.names[0].name) not in known:
            told.claims.append(_said_on(floor, claim))
            told.ids.add(claim.id)
    heading = heading_of(sentence, made, told.claims[:before][-MEMORY:])
    if heading is not None:  # "pardoned the following persons:" is told by the items
        told.claims[before:] = [c for c in told.claims[before:] if not _points_ahead(c)]
    if heading is not None or (opens and not drafts and not _is_listed(sentence, scene)):
        told.heading = heading


def _read_entry(sentence: Span, scene: Scene, told: _Told, before: int) -> None:
    """Add what a fragment tells of the person whose name opens its paragraph.

    Args:
        sentence: The sentence, already read.
        scene: Its scene.
        told: What was told before; grows.
        before: How many claims stand before the sentence.
    """
    if begins_line(sentence):
        told.entry = opens_entry(sentence)
    told.entry = accused_named(sentence) or told.entry
    if begins_line(sentence):
        return
    if told.entry is None or told.entry.head.doc is not sentence.doc:
        return
    claims = draft_entry(entry_items(sentence, told.entry), sentence, scene)
    if claims:
        # What the parser took for somebody there ("Accused", "Bail") is that person.
        told.claims[before:] = claims
        told.ids |= {c.id for c in claims}


def _points_ahead(claim: Claim) -> bool:
    group = (claim.group or "").lower().removeprefix("the ")
    return claim.count is None and not claim.names and group.startswith("following")


def _is_listed(sentence: Span, scene: Scene) -> bool:
    """True for a line that a bullet or a number opens."""
    first = scene.offset + sentence.start_char + _indent(sentence)
    line = scene.report.text.rfind("\n", 0, first) + 1
    return any(not c.isspace() for c in scene.report.text[line:first])


def _indent(sentence: Span) -> int:
    first = next((t.idx for t in words_of(sentence) if not t.is_space), sentence.end_char)
    return int(first) - sentence.start_char


def _said_on(floor: Speaker | None, claim: Claim) -> Claim:
    """A claim made in a turn of speech has who holds the floor as its outermost voice."""
    if claim.act is Act.MEET:
        mentions = {n.name: n for n in (_said_by(floor, n) for n in claim.names)}
        claim = replace(claim, names=tuple(mentions.values()))
    if floor is None or any(s.name == floor.name for s in claim.speakers):
        return claim
    return replace(claim, speakers=(floor, *claim.speakers))


def _said_by(floor: Speaker | None, side: Mention) -> Mention:
    """ "I met the minister": whoever has the floor."""
    if floor is None or side.name.lower() != "i":
        return side
    return Mention(name=floor.name, named=floor.name[:1].isupper())


def _join_to_promise(sentence: Span, scene: Scene, claims: list[Claim], before: int) -> None:
    """ "This move is contingent on …": give the promise before it its condition.

    Args:
        sentence: The sentence after the promise.
        scene: Its scene.
        claims: All claims so far; changed in place.
        before: How many of them stand before the sentence.
    """
    here = scene.offset + sentence.start_char
    at = next((n for n in range(before - 1, -1, -1) if claims[n].stance in _OPEN), None)
    if at is None or here - claims[at].passage.end > REACH:
        return
    verbs = [t for t in words_of(sentence) if is_verb(t)]
    found = next((c for t in verbs if (c := condition_of_doing(t)) is not None), None)
    if found is None and before == len(claims):
        found = condition_told_after(sentence)
    if found is None:
        found = next((c for t in verbs if (c := condition_pointed_at(t)) is not None), None)
    if found is not None and claims[at].condition is None and not is_denied_trade(found):
        stance = stance_under(claims[at].act, claims[at].stance, found)
        claims[at] = replace(claims[at], condition=condition_of(found, scene), stance=stance)
    if any(points_at_promise(t) for t in verbs):
        for n in range(before, len(claims)):
            if claims[n].act is claims[at].act:
                claims[n] = inherit_from(claims[at], claims[n])


def _people(sentence: Span) -> list[Speaker]:
    """People a sentence names, each with the kind of speaker that their role says."""
    found = []
    for token in words_of(sentence):
        if token.ent_type == PERSON and is_named(token) and token.dep_ != "compound":
            mention = read_mention(token)
            kind = speaker_kind(*mention.roles) if mention.roles else SpeakerKind.UNKNOWN
            found.append(Speaker(name=mention.name, kind=kind, cue=""))
    return found
