"""From one frame to the claims it makes: one for each person named, one for each count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from habeas.claims.english.attributions import Speech
from habeas.claims.english.charges import find_charges
from habeas.claims.english.conditions import FoundCondition
from habeas.claims.english.details import (
    clause_words,
    find_nationalities,
    find_place,
    find_time,
    people_words,
    phrase_words,
    place_words,
)
from habeas.claims.english.frames import Form, Frame
from habeas.claims.english.grammar import child, children, coordinated, prepositional_objects
from habeas.claims.english.hinges import condition_for
from habeas.claims.english.name_lists import names_beside, names_listed_with
from habeas.claims.english.passages import find_passage
from habeas.claims.english.people import (
    is_human,
    is_named,
    named_head,
    named_mention,
    read_mention,
)
from habeas.claims.english.quantities import is_exception, read_quantity
from habeas.claims.english.speakers import Voice
from habeas.claims.english.stances import Standing, find_standing
from habeas.claims.english.time import FoundTime
from habeas.claims.english.voices import voices_of, with_demander
from habeas.claims.identity import claim_id
from habeas.claims.states import FoundState
from habeas.model.claims import Act, Claim, Condition, Mention, Quantity, Stance
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
_ON_THINGS = frozenset(
    {Act.EASE_SANCTIONS, Act.IMPOSE_SANCTIONS, Act.WITHHOLD, Act.CRITICISE, Act.WELCOME}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the frames of one parsed block share.

    Attributes:
        report: The report.
        offset: Where the block begins in its text.
        states: States named in the block, in text order.
        times: Times named in the block, in text order.
        speeches: Quotations of the block and who speaks them, in text order.
    """

    report: Report
    offset: int
    states: tuple[FoundState, ...]
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _People:
    """Whom one claim of a frame is about.

    Attributes:
        head: Head of the phrase that stands for them; None where it is about nobody.
        count, group, names: As in Claim.
        are_members: True where they are some of the people of another claim.
        place: Where these went, where that is told of them alone.
        kind: Head of what these are said to be, where that is told of them alone.
    """

    head: Token | None = None
    count: Quantity | None = None
    group: str | None = None
    names: tuple[Mention, ...] = ()
    are_members: bool = False
    place: str | None = None
    kind: Token | None = None


def draft_claims(frame: Frame, scene: Scene) -> list[Draft]:
    """The claims one asserted frame makes, in text order."""
    setting = _set(frame, scene)
    if frame.act in _ON_THINGS:
        return [_draft(setting, _People())]
    if frame.act is Act.MEET:
        return [_draft(setting, _People(names=tuple(read_mention(t) for t in frame.patients)))]
    everyone = list(_people(setting.frame))
    last = max((p.head.i for p in everyone if p.head is not None and p.names), default=-1)
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
    if standing.stance is Stance.DENIED:
        condition = None
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


def _people(frame: Frame) -> Iterator[_People]:
    """Each person named, each number counted; of those only described, the first."""
    described = False
    named: set[int] = set()
    for first in frame.patients:
        if _shares_a_number(first) or is_exception(first):
            continue
        if _is_all_named(first):
            members = _members(first, frame, named)
            yield from (replace(one, are_members=False) for one in members)
            continue
        if (gapped := _gapped(first)) is not None:
            yield gapped
            continue
        head = _counted_beside(first)
        if is_named(named_head(head)) and not _is_counted(head):
            yield from _named(head, frame, named)
        elif first.i == frame.trigger.i and frame.form is Form.NOUN:
            told = read_quantity(head)
            group = people_words(head, after=told.end) if told else phrase_words(head)
            yield _People(head=head, group=group, count=told.quantity if told else None)
        else:
            found = read_quantity(head)
            if found is None and described:
                continue
            described = described or found is None
            if frame.described is not None:
                group = _kind_words(frame.described)
            else:
                group = people_words(head, after=found.end) if found else phrase_words(head)
            yield _People(head=head, count=found.quantity if found else None, group=group)
        members = _members(head, frame, named)
        yield from (m for m in members if m.head is None or _gapped(m.head) is None)
    yield from _shares(frame)
    yield from _parts(frame)


def _parts(frame: Frame) -> Iterator[_People]:
    """ "ten of them women", "two each from Latvia and Poland": what a count is broken into."""
    for part in frame.parts:
        found = read_quantity(part.number)
        if found is None:
            continue
        yield _People(
            head=part.origin or part.described or part.number,
            count=found.quantity,
            group=_kind_words(part.described) if part.described is not None else None,
            are_members=True,
            kind=part.origin or part.described or part.number,
        )


def _is_counted(head: Token) -> bool:
    """True for a number of people; "the 34-year-old blogger Ana Sol" is one and no number."""
    return head.tag_ not in ("NN", "NNP") and read_quantity(head) is not None


def _named(head: Token, frame: Frame, told: set[int]) -> Iterator[_People]:
    """A person named, and those named in the same list; each once, `told` says whom already."""
    name = named_head(head)
    for one in names_listed_with(name, frame):
        if one.i in told:
            continue
        told.add(one.i)
        described = head if one == name else one
        yield _People(head=described, names=(named_mention(one, described=described),))


def _shares(frame: Frame) -> Iterator[_People]:
    """ "212 were freed, 192 in the capital and 20 in the north": the parts of a count."""
    if not any(t.like_num or child(t, "nummod") is not None for t in frame.patients):
        return
    loose = children(frame.clause, "npadvmod", "appos", "dep", "ccomp", "conj")
    for number in (n for first in loose for n in coordinated(first)):
        places = prepositional_objects(number, "in", "to", "from")
        if number.like_num and places and (found := read_quantity(number)) is not None:
            yield _People(
                head=number, count=found.quantity, are_members=True, place=place_words(places[0])
            )


def _kind_words(kind: Token) -> str | None:
    """What people are said to be, without their number; None for a bare nationality."""
    if kind.pos_ == "ADJ" or kind.ent_type_ == "GPE":
        return None
    found = read_quantity(kind)
    return people_words(kind, after=found.end) if found is not None else phrase_words(kind)


def _gapped(head: Token) -> _People | None:
    """ "Norland freed 12 people, Sudland 40 and Ostland nine": a state and its own count."""
    if head.pos_ != "PROPN":
        return None
    number = next((t for t in children(head, "nummod") if t.i == head.i + 1 and t.like_num), None)
    found = read_quantity(number) if number is not None else None
    return _People(head=number, count=found.quantity) if found is not None else None


def _is_all_named(head: Token) -> bool:
    """ "the two, Ana Sol and Pavel Zorin, were let go": each is told by name, none is left over."""
    found = read_quantity(head) if head.like_num or child(head, "nummod") is not None else None
    if found is None or found.quantity.low is None or found.quantity.low != found.quantity.high:
        return False
    beside = [n for t in children(head, "appos", "conj") for n in coordinated(t)]
    names = {named_head(t).i for t in beside if is_named(named_head(t)) and t.i > head.i}
    return len(names) == found.quantity.low


def _shares_a_number(head: Token) -> bool:
    """ "eleven reporters and editors": one number counts both."""
    if head.dep_ != "conj" or head.pos_ != "NOUN" or child(head, "nummod", "det", "amod"):
        return False
    return head.tag_ == head.head.tag_ == "NNS" and child(head.head, "nummod") is not None


def _counted_beside(head: Token) -> Token:
    """ "those still in jail, eleven men, were freed": the count that stands beside a pronoun."""
    if head.pos_ not in ("PRON", "DET"):
        return head
    return next((t for t in children(head, "appos") if read_quantity(t) is not None), head)


def _members(head: Token, frame: Frame, told: set[int]) -> Iterator[_People]:
    """Those singled out: "…, including 14 foreigners", "three men, A, B and C"."""
    if _is_counted(head):
        for name in names_beside(head, frame):
            if name.i not in told:
                told.add(name.i)
                mention = named_mention(name, described=name)
                yield _People(head=name, names=(mention,), are_members=True)
    for prep in children(head, "prep"):
        if prep.lower_ not in ("including", "among", "notably", "like"):
            continue
        for member in _listed(prep):
            if is_named(named_head(member)) and not _is_counted(member):
                yield from (replace(p, are_members=True) for p in _named(member, frame, told))
            elif is_human(member) and (found := read_quantity(member)) is not None:
                group = people_words(member, after=found.end)
                yield _People(head=member, count=found.quantity, group=group, are_members=True)


def _listed(prep: Token) -> list[Token]:
    """The members of a list, those after a name that is described first included."""
    found: list[Token] = []
    for first in children(prep, "pobj"):
        name = named_head(first)
        found += [first, *(t for t in coordinated(name) if t not in (name, first))]
        found += [t for t in coordinated(first) if t not in found and t is not name]
    return found


def _draft(setting: _Setting, people: _People) -> Draft:
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
        group=people.group,
        names=people.names,
        nationalities=() if people.names else _nationalities(setting, people),
        by=phrase_words(frame.agent) if frame.agent is not None else None,
        object=_object_words(frame),
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


def _nationalities(setting: _Setting, people: _People) -> tuple[str, ...]:
    person = people.kind or setting.frame.described or people.head
    if person is None:
        return ()
    return find_nationalities(person, setting.frame.clause, setting.scene.states)


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
    words = clause_words(frame.thing)
    named = [phrase_words(t) for clause in _naming(frame.clause) for t in children(clause, "dobj")]
    return f"{words} ({', '.join(n for n in named if n)})" if named else words


def _naming(clause: Token) -> Sequence[Token]:
    """ "…, specifically mentioning potassium carbonate": what the promise names."""
    return [
        t
        for t in children(clause, "advcl")
        if t.lemma_ in ("mention", "name", "cite", "specify") and t.tag_ == "VBG"
    ]
