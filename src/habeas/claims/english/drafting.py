"""From one frame to the claims it makes: one for each person named, one for each count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Frame
from habeas.claims.english.charges import find_charges
from habeas.claims.english.details import (
    clause_words,
    find_nationalities,
    find_place,
    find_time,
    phrase_words,
)
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import children
from habeas.claims.english.passages import find_passage
from habeas.claims.english.people.patients import People, find_people
from habeas.claims.english.people.people import (
    read_mention,
)
from habeas.claims.english.promises.conditions import FoundCondition
from habeas.claims.english.promises.hinges import condition_for, stance_on
from habeas.claims.english.promises.stances import Standing, find_standing
from habeas.claims.english.speech.attributions import Speech
from habeas.claims.english.speech.voice import Voice
from habeas.claims.english.speech.voices import voices_of, with_demander
from habeas.claims.english.times.time import FoundTime
from habeas.claims.identity import claim_id
from habeas.model.claims import CONCEDING, SANCTIONING, Act, Claim, Condition, Stance
from habeas.model.reports import Report

_ACCUSED = frozenset(
    {
        Act.HOLD,
        Act.ARREST,
        Act.REARREST,
        Act.CHARGE,
        Act.SENTENCE,
        Act.PARDON,
        Act.RELEASE,
        Act.CONDITIONAL_RELEASE,
    }
)
_AT_ONCE = re.compile(
    r",? (?:with (?:immediate )?effect\b|effective (?:immediately|from)\b).*$", re.I
)
"""When sanctions end, where the parser took it for a part of them."""
_ON_THINGS = SANCTIONING | CONCEDING | {Act.WITHHOLD, Act.CRITICISE, Act.WELCOME}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the frames of one parsed block share.

    Attributes:
        report: The report.
        offset: Where the block begins in its text.
        times: Times named in the block, in text order.
        speeches: Quotations of the block and who speaks them, in text order.
    """

    report: Report
    offset: int
    times: tuple[FoundTime, ...]
    speeches: tuple[Speech, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim before it is linked to the ones around it.

    Attributes:
        claim: The claim; its speakers are still to be resolved.
        frame: The frame it was read from.
        voices: Its voices, outermost first.
        person: Head of the phrase that stands for its person or people.
        is_member: True where its people are some of the people of another claim.
    """

    claim: Claim
    frame: Frame
    voices: tuple[Voice, ...]
    person: Token | None
    is_member: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What all claims of one frame share."""

    scene: Scene
    frame: Frame
    standing: Standing
    voices: tuple[Voice, ...]
    condition: FoundCondition | None
    start: int
    end: int


def draft_claims(frame: Frame, scene: Scene) -> list[Draft]:
    """The claims one asserted frame makes, in text order."""
    setting = _set(frame, scene)
    if frame.act in _ON_THINGS:
        return [_draft(setting, People())]
    if frame.act is Act.MEET:
        return [_draft(setting, People(names=tuple(read_mention(t) for t in frame.patients)))]
    everyone = list(find_people(setting.frame))
    lists = frame.trigger.lemma_ in english().words["including"]
    told = [p.head.i for p in everyone if p.head is not None and (p.names or lists)]
    last = max(told, default=-1)
    if last >= 0:
        end = frame.trigger.doc[last].idx + len(frame.trigger.doc[last])
        # A list of names after a colon stands outside the clause, and is part of its words.
        setting = replace(setting, end=max(setting.end, end))
    return [_draft(setting, people) for people in everyone]


def _set(frame: Frame, scene: Scene) -> _Setting:
    voices = voices_of(frame, scene.speeches)
    standing = find_standing(frame, voices)
    if standing.demand is not None:
        voices = with_demander(standing.demand, voices)
    condition = condition_for(frame, standing.stance)
    if condition is not None:
        stance = stance_on(frame, standing.stance, condition)
        standing = replace(standing, stance=stance)
    outside = [v.aside for v in voices if v.aside is not None]
    outside += [v.head for v in voices if _asks_or_promises(v, standing)]
    if condition is not None:
        outside += list(condition.root.doc[condition.first.i : condition.last.i + 1])
    start, end = find_passage(frame, standing.top, outside)
    return _Setting(
        scene=scene,
        frame=frame,
        standing=standing,
        voices=tuple(reversed(voices)),
        condition=condition,
        start=start,
        end=end,
    )


def _asks_or_promises(voice: Voice, standing: Standing) -> bool:
    """True for the speaker of "called for the release", "promised to lift": not its words."""
    if voice.aside is not None or voice.verb != standing.top:
        return False
    return standing.demand is not None or voice.stance is Stance.PROMISED


def _draft(setting: _Setting, people: People) -> Draft:
    frame, scene = setting.frame, setting.scene
    asks = setting.standing.demand is not None and frame.act not in _ON_THINGS
    act = Act.DEMAND_RELEASE if asks else frame.act
    passage = scene.report.passage(scene.offset + setting.start, scene.offset + setting.end)
    claim = Claim(
        id=claim_id(passage, act),
        report=scene.report.id,
        act=act,
        stance=setting.standing.stance,
        passage=passage,
        count=people.count,
        group=_before(people.group, setting),
        names=people.names,
        nationalities=() if people.names else _nationalities(setting, people),
        by=phrase_words(frame.agent) if frame.agent is not None else None,
        object=_before(_object_words(frame), setting),
        charges=find_charges(frame.trigger) if frame.act in _ACCUSED else (),
        place=people.place or find_place(frame),
        when=find_time(frame, scene.times, setting.start, setting.end),
        condition=_condition(setting),
    )
    return Draft(
        claim=claim,
        frame=frame,
        voices=setting.voices,
        person=people.head,
        is_member=people.are_members,
    )


def _before(words: str | None, setting: _Setting) -> str | None:
    """Words of a phrase up to the condition that the parser hung into it."""
    condition = _condition(setting)
    if words is None or condition is None or condition.words not in words:
        return words
    return words[: words.index(condition.words)].rstrip(" ,") or words


def _nationalities(setting: _Setting, people: People) -> tuple[str, ...]:
    person = people.kind or setting.frame.described or people.head
    if person is None:
        return ()
    return find_nationalities(person, setting.frame.clause)


def _condition(setting: _Setting) -> Condition | None:
    found = setting.condition
    if found is None:
        return None
    return condition_of(found, setting.scene)


def condition_of(found: FoundCondition, scene: Scene) -> Condition:
    """The condition as the claims format keeps it, its offsets in the report's text."""
    start = scene.offset + found.first.idx
    end = scene.offset + found.last.idx + len(found.last)
    return Condition(words=scene.report.text[start:end], start=start, end=end)


def _object_words(frame: Frame) -> str | None:
    if frame.thing is None:
        return None
    words = _AT_ONCE.sub("", clause_words(frame.thing) or "") or None
    named = [phrase_words(t) for clause in _naming(frame.clause) for t in children(clause, "dobj")]
    return f"{words} ({', '.join(n for n in named if n)})" if named else words


def _naming(clause: Token) -> Sequence[Token]:
    """ "…, specifically mentioning potassium carbonate": what the promise names."""
    return [
        t
        for t in children(clause, "advcl")
        if t.lemma_ in ("mention", "name", "cite", "specify") and t.tag_ == "VBG"
    ]
