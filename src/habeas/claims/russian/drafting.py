"""From one frame to the claims it makes: one for each person named and each count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.claims.identity import claim_id
from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.charges import find_charges
from habeas.claims.russian.details import find_actor, find_place
from habeas.claims.russian.lexicon import russian
from habeas.claims.russian.passages import find_passage
from habeas.claims.russian.people.people import People, group_words, read_mention
from habeas.claims.russian.people.peoples import nationalities
from habeas.claims.russian.people.standins import bare_noun, form_of
from habeas.claims.russian.promises.conditions import find_condition
from habeas.claims.russian.promises.stances import Standing, find_standing
from habeas.claims.russian.speech.chains import voices_over
from habeas.claims.russian.speech.speakers import demanding_voice
from habeas.claims.russian.speech.voices import Reach, Voice
from habeas.claims.russian.time import FoundTime, times_within
from habeas.model.claims import Act, Claim, Condition, Mention, TimeMention
from habeas.model.reports import Report

_ACCUSED = frozenset({Act.HOLD, Act.ARREST, Act.SENTENCE, Act.PARDON, Act.RELEASE, Act.CHARGE})


_ASKING = frozenset({"обратиться", "обращаться", "выступить", "выступать", "выйти", "направить"})
"""Verbs beside "с просьбой", "с требованием": their subject asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the frames of one sentence share.

    Attributes:
        report: The report.
        scene: The sentence with its clauses and people.
        voices: Who speaks in it.
        times: Times it names, in characters of the report.
    """

    report: Report
    scene: Scene
    voices: tuple[Voice, ...]
    times: tuple[FoundTime, ...]

    @property
    def left_out(self) -> frozenset[int]:
        """Places of words that only give somebody the floor."""
        return frozenset(n for v in self.voices for n in v.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim before it is linked to the ones around it.

    Attributes:
        claim: The claim, its speakers still empty.
        frame: The frame it was read from.
        voices: Its voices, outermost first.
        people: Whom it is about; None for acts on things.
        is_member: True where they are some of the people of another claim.
        noun: Dictionary form of a noun that alone describes them ("активистку"), or "".
        sentence: First character of its sentence in the report.
        form: `masc`, `femn`, `plur` of a pronoun, noun or verb that stands for them, or "".
    """

    claim: Claim
    frame: Frame
    voices: tuple[Voice, ...]
    people: People | None
    is_member: bool
    noun: str = ""
    form: str = ""
    sentence: int = 0


def draft_claims(frame: Frame, setting: Setting) -> Iterator[Draft]:
    """The claims one frame makes, in text order; none where the sentence does not assert it."""
    voices = _voices(frame, setting)
    standing = find_standing(frame, setting.scene, voices)
    if standing is None:
        return
    if standing.demand is not None:
        voices = _with_demander(frame, setting, standing.demand, voices)
    if frame.mode is Mode.THING:
        yield _draft(frame, setting, standing, voices, None)
        return
    whole = next((p for p in frame.patients if p.count is not None), None)
    for people in frame.patients:
        member = people.is_member or (whole is not None and people is not whole)
        own = voices
        if _is_said_apart(people, frame, setting):
            own = voices_over(people.first, setting.voices)
        draft = _draft(frame, setting, standing, own, people)
        noun = bare_noun(setting.scene.sentence, people)
        form = form_of(setting.scene.sentence, people)
        start = setting.scene.sentence.start
        yield replace(draft, people=people, is_member=member, noun=noun, form=form, sentence=start)


def _is_said_apart(people: People, frame: Frame, setting: Setting) -> bool:
    """ "задержаны 30 человек, по данным X — 45": a later figure of somebody else."""
    first = frame.patients[0]
    return people is not first and any(
        v.reach is Reach.AROUND and max(first.last, frame.trigger) < v.first < people.first
        for v in setting.voices
    )


def _with_demander(
    frame: Frame, setting: Setting, demand: int, voices: Sequence[Voice]
) -> tuple[Voice, ...]:
    """Who asks speaks last of the chain; "должны быть освобождены" is asked by whoever speaks."""
    sentence = setting.scene.sentence
    clause = next((c for c in setting.scene.clauses if c.holds(demand)), None)
    if clause is not None and sentence.words[demand].lemma in russian().words["demands"]:
        place = clause.predicate
        if place is None or sentence.words[place].lemma not in _ASKING:
            return tuple(voices)
        demand = place
    elif clause is None or sentence.words[demand].lemma not in russian().words["demanding"]:
        return tuple(voices)
    own = demanding_voice(sentence, clause, demand)
    others = tuple(v for v in voices if not _is_of(v, frame, setting))
    return (*others, own) if own is not None else others


def _voices(frame: Frame, setting: Setting) -> tuple[Voice, ...]:
    return voices_over(frame.trigger, setting.voices)


def _is_of(voice: Voice, frame: Frame, setting: Setting) -> bool:
    clause = setting.scene.clauses[frame.clause]
    return voice.reach is Reach.CLAUSE and clause.holds(voice.place)


def _draft(
    frame: Frame,
    setting: Setting,
    standing: Standing,
    voices: Sequence[Voice],
    people: People | None,
) -> Draft:
    scene = setting.scene
    condition = find_condition(frame, scene, standing.stance)
    outside = setting.left_out | frozenset(
        range(condition[0], condition[1] + 1) if condition else ()
    )
    first, last = find_passage(frame, scene, standing.demand, outside)
    words = scene.sentence.words
    passage = setting.report.passage(words[first].start, words[last].end)
    claim = Claim(
        id=claim_id(passage, standing.act),
        report=setting.report.id,
        act=standing.act,
        stance=standing.stance,
        passage=passage,
        count=people.count.quantity if people is not None and people.count is not None else None,
        group=_group(frame, scene, people),
        names=_names(frame, scene, people),
        nationalities=_nationalities(scene, people),
        by=find_actor(frame, scene, standing.act),
        object=_thing(frame, scene),
        charges=find_charges(scene.sentence, first, last) if standing.act in _ACCUSED else (),
        place=find_place(frame, scene, first, last),
        when=_when(frame, setting, first, last),
        condition=_condition(setting, condition),
    )
    return Draft(claim=claim, frame=frame, voices=tuple(voices), people=people, is_member=False)


def _group(frame: Frame, scene: Scene, people: People | None) -> str | None:
    if people is None or people.name is not None or frame.mode is Mode.THING or people.is_unsaid:
        return None
    return group_words(scene.sentence, people)


def _names(frame: Frame, scene: Scene, people: People | None) -> tuple[Mention, ...]:
    if frame.act is Act.MEET:
        return tuple(read_mention(scene.sentence, p) for p in frame.patients)
    if people is None or people.name is None:
        return ()
    return (read_mention(scene.sentence, people, _stands(frame, scene)),)


def _stands(frame: Frame, scene: Scene) -> str:
    """The case that the word of an act wants its people in; "" where it does not tell."""
    if frame.is_shared:
        return ""
    if frame.mode in (Mode.OBJECT, Mode.DATIVE):
        return "Acc" if frame.mode is Mode.OBJECT else "Dat"
    if frame.mode is Mode.SUBJECT:
        near = scene.sentence.words[max(frame.trigger - 3, 0) : frame.trigger]
        return "" if any(w.lemma in ("не", "ни") for w in near) else "Nom"
    listed = frame.mode in (Mode.STATE, Mode.INHERITED)
    item = frame.span is not None and frame.span[0] == frame.patients[0].first
    return "Nom" if listed and (item or frame.patients[0].case == "Nom") else ""


def _nationalities(scene: Scene, people: People | None) -> tuple[str, ...]:
    if people is None or people.name is not None:
        return ()
    return nationalities(scene.sentence, people.first, people.last)


def _thing(frame: Frame, scene: Scene) -> str | None:
    if frame.thing is None:
        return None
    first, last = frame.thing
    while (
        last > first
        and scene.sentence.words[last].is_mark
        and scene.sentence.words[last].text not in "»)"
    ):
        last -= 1
    return scene.sentence.written(first, last)


def _when(frame: Frame, setting: Setting, first: int, last: int) -> TimeMention | None:
    words = setting.scene.sentence.words
    inside = list(times_within(setting.times, words[first].start, words[last].end))
    if not inside and frame.act is not Act.MEET:
        return None
    at = words[frame.trigger].start
    return min(inside, key=lambda t: abs(t.start - at)).time if inside else None


def _condition(setting: Setting, condition: tuple[int, int] | None) -> Condition | None:
    if condition is None:
        return None
    words = setting.scene.sentence.words
    start, end = words[condition[0]].start, words[condition[1]].end
    return Condition(words=setting.report.text[start:end], start=start, end=end)
