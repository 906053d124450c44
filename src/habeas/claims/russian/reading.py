"""A Russian text → Claims: sentence by sentence, each claim locked to its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from habeas.claims.facts import with_facts
from habeas.claims.headlines import headline_end
from habeas.claims.russian.acts.acts import find_frames
from habeas.claims.russian.acts.concessions import find_concessions
from habeas.claims.russian.acts.denials import takes_back
from habeas.claims.russian.acts.frames import Frame, Scene
from habeas.claims.russian.acts.things import find_things
from habeas.claims.russian.drafting import Draft, Setting, draft_claims
from habeas.claims.russian.facts import RUSSIAN_FACTS
from habeas.claims.russian.lexicon import telling_words
from habeas.claims.russian.linking import link, with_office
from habeas.claims.russian.lists.items import heading_act
from habeas.claims.russian.parse.clauses import find_clauses
from habeas.claims.russian.parse.lemmas import plain
from habeas.claims.russian.parse.parsing import Sentence, parse_report
from habeas.claims.russian.people.people import People, find_people, read_mention
from habeas.claims.russian.people.pronouns import Mentioned
from habeas.claims.russian.speech.interviews import find_russian_turns, floor_of, said_on
from habeas.claims.russian.speech.quotations import Heard, find_quotations, find_rests, with_quoted
from habeas.claims.russian.speech.speakers import find_voices
from habeas.claims.russian.speech.voices import Reach, Voice
from habeas.claims.russian.time import FoundTime, find_times
from habeas.claims.speaker_kinds import speaker_kind
from habeas.claims.turns import Turn
from habeas.model.claims import Act, Claim, Speaker, SpeakerKind, Stance
from habeas.model.reports import Report

_OF_CAPTIVES = re.compile(r"\b(?:плена|плену|(?:военно)?пленн|обмен)", re.IGNORECASE)
_OF_DETENTION = re.compile(
    r"\b(?:задерж|арест|осужд|осуд|заключ[её]н|политзаключ|тюр[ье]м|колони|плен|сизо|освоб|помилов"
    r"|амнист|отпу(?:ст|щ)|удержива|держа[лт]|вышл[аи] на свобод|пригов|стражу|стражей"
    r"|реш[её]тк|узник|заложник)",
    re.IGNORECASE,
)
MEMORY = 200
"""Claims and voices before a sentence that its pronouns and parts can point back to."""


@dataclass(slots=True, kw_only=True)
class _Told:
    """What the text has told up to a sentence; grows as it is read.

    Attributes:
        turns: The turns of speech, where the text is a conversation.
        of_captives: True where the report tells of captives or of an exchange.
        claims: Finished claims.
        ids: Their ids.
        speakers: Speakers heard, for the pronouns after them.
        named: People named, with the kind of speaker that their role says.
        mentioned: People named who do not speak, and where.
        heard: Where in the text somebody was given the floor.
        last: How many claims stood before the sentence before.
        of_detention: True where the report tells of detention.
        heading: The act of the list that is being read, or None.
        in_line: True where the heading stands in the line of its items.
    """

    turns: tuple[Turn, ...]
    of_captives: bool
    claims: list[Claim] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    speakers: list[Speaker] = field(default_factory=list)
    named: list[Speaker] = field(default_factory=list)
    mentioned: list[Mentioned] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    last: int = 0
    of_detention: bool = True
    heading: Act | None = None
    in_line: bool = False


def read_text(report: Report) -> tuple[Claim, ...]:
    """The claims of a Russian text, in text order; see `habeas.claims.extract_claims`.

    Raises:
        WrongRussianModel: The installed parser is not the expected one.
    """
    title_end = headline_end(report)
    told = _Told(
        turns=find_russian_turns(report.text),
        of_captives=_OF_CAPTIVES.search(report.text) is not None,
        of_detention=_OF_DETENTION.search(report.text) is not None,
    )
    for sentence in parse_report(report, telling_words(), told.turns):
        if sentence.start >= title_end:
            _read_sentence(sentence, report, told)
    spoken = find_quotations(report.text), find_rests(report.text)
    claims = with_quoted(told.claims, told.heard, *spoken)
    in_order = sorted(claims, key=lambda c: (c.passage.start, c.passage.end))
    return with_facts(in_order, RUSSIAN_FACTS)


def _read_sentence(sentence: Sentence, report: Report, told: _Told) -> None:
    """Add what one sentence claims, and who speaks in it, to what was told before it."""
    voices = find_voices(sentence)
    everybody = find_people(sentence)
    if sentence.after_break and told.in_line:
        told.heading, told.in_line = None, False
    setting = _set(sentence, report, told, voices, everybody)
    told.named += _named(sentence, voices, everybody)
    told.mentioned += _mentioned(setting.scene, everybody, voices)
    floor = floor_of(told.turns, sentence.start, told.named)
    before = len(told.claims)
    acts = find_frames(setting.scene)
    _head(sentence, acts, told)
    frames: list[Frame] = [*acts, *find_things(setting.scene), *find_concessions(setting.scene)]
    for frame in sorted(frames, key=lambda f: f.trigger):
        for draft in draft_claims(frame, setting):
            for claim in _linked(draft, told):
                if claim.id not in told.ids:
                    told.claims.append(said_on(floor, claim))
                    told.ids.add(claim.id)
    if takes_back(sentence.words):
        for n in range(told.last, before):
            told.claims[n] = replace(told.claims[n], stance=Stance.DENIED)
    _hear(sentence, voices, told)
    told.last = before


def _head(sentence: Sentence, acts: Sequence[Frame], told: _Told) -> None:
    """Remember the heading of a list, and forget it where a line is no item."""
    act = heading_act(sentence, acts)
    if act is not None:
        told.heading = act
        told.in_line = sentence.words[-1].text == "."
    elif sentence.after_break and not any(f.span is not None for f in acts):
        told.heading = None


def _linked(draft: Draft, told: _Told) -> tuple[Claim, ...]:
    claims, speakers = told.claims[-MEMORY:], told.speakers[-MEMORY:]
    return tuple(link(draft, claims, speakers, told.named[-MEMORY:], told.mentioned[-MEMORY:]))


def _mentioned(
    scene: Scene, everybody: tuple[People, ...], voices: tuple[Voice, ...]
) -> list[Mentioned]:
    """Those a sentence names who do not speak in it; "жена Зорина" speaks, and he does not."""
    words = scene.sentence.words
    speaking = {v.speaker.name for v in voices}
    found = []
    for people in everybody:
        if people.name is None:
            continue
        mention = read_mention(scene.sentence, people)
        if people not in scene.people and any(mention.name in name for name in speaking):
            continue
        roles = frozenset(plain(word) for role in mention.roles for word in role.split())
        found.append(Mentioned(name=mention.name, start=words[people.first].start, roles=roles))
    return found


def _set(
    sentence: Sentence,
    report: Report,
    told: _Told,
    voices: tuple[Voice, ...],
    everybody: tuple[People, ...],
) -> Setting:
    left_out = frozenset(n for v in voices for n in v.places)
    people = tuple(p for p in everybody if not _is_speaker(p, voices))
    scene = Scene(
        sentence=sentence,
        clauses=find_clauses(sentence, left_out),
        people=people,
        of_captives=told.of_captives,
        of_detention=told.of_detention,
        heading=told.heading if told.in_line or sentence.after_break else None,
    )
    found = find_times(report.text[sentence.start : sentence.end], report.published)
    times = tuple(
        FoundTime(start=sentence.start + t.start, end=sentence.start + t.end, time=t.time)
        for t in found
    )
    return Setting(report=report, scene=scene, voices=voices, times=times)


def _is_speaker(people: People, voices: tuple[Voice, ...]) -> bool:
    return any(people.head in voice.places for voice in voices)


def _named(
    sentence: Sentence, voices: tuple[Voice, ...], everybody: tuple[People, ...]
) -> list[Speaker]:
    """People a sentence names, each with the kind of speaker that their role says."""
    found = []
    for people in everybody:
        if people.name is None:
            continue
        mention = read_mention(sentence, people)
        kind = speaker_kind(*mention.roles) if mention.roles else SpeakerKind.UNKNOWN
        found.append(Speaker(name=mention.name, kind=kind, cue=""))
    found += [v.speaker for v in voices if v.speaker.kind is not SpeakerKind.UNKNOWN]
    return found


def _hear(sentence: Sentence, voices: tuple[Voice, ...], told: _Told) -> None:
    """Remember who spoke; "об этом сообщил X" gives the sentence before its speaker."""
    for voice in voices:
        speaker = with_office(voice.speaker, told.named[-MEMORY:])
        if voice.pronoun:
            known = [s for s in told.speakers if s.name]
            if not known:
                continue
            speaker = replace(known[-1], cue=voice.speaker.cue)
        if not speaker.name:
            continue
        words = sentence.words
        told.heard.append(
            Heard(speaker=speaker, start=words[voice.first].start, end=words[voice.last].end)
        )
        told.speakers.append(speaker)
        if voice.reach is Reach.BEFORE_SENTENCE:
            for n in range(told.last, len(told.claims)):
                if not told.claims[n].speakers:
                    told.claims[n] = replace(told.claims[n], speakers=(speaker,))
