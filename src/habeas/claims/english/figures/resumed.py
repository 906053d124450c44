"""Figures that go on about what was told: "it was 193", "the police give 97", "that leaves 48"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.membership import act_of_group, participles
from habeas.claims.english.figures.fragments import is_a_rate, is_other_than_people
from habeas.claims.english.figures.other_figures import is_of_others
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    child,
    children,
    is_negated,
    is_passive,
    is_verb,
    prepositional_objects,
    subject,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.people.people import is_human
from habeas.claims.speaker_kinds import speaker_kind
from habeas.model.claims import Act, SpeakerKind

_BE = frozenset({"be", "become", "remain"})
_POINTING = word_list("figures", "resumed.pointing")
_RECORDS = word_list("figures", "resumed.records")
_STANDING = word_list("figures", "resumed.standing")
_GIVING = word_list("figures", "resumed.giving")
_LEAVING = frozenset({"leave", "make", "bring", "take", "mean", "put"})
_TAKEN = (Act.RELEASE, Act.PARDON, Act.ARREST, Act.SENTENCE, Act.HOLD)
_AT = ("at", "of", "to", "on", "with", "about")
_BODIES = word_list("figures", "resumed.bodies")
_SELVES = frozenset({"i", "we"})
RESUMING_VERBS = _BE | _STANDING | _GIVING | _LEAVING
"""Lemmas at which `find_resumed` can find anything."""


def find_resumed(verb: Token) -> Frame | None:
    """The frame of a verb that gives a bare number for people told of right before; else None."""
    if not is_verb(verb) or is_passive(verb) or is_negated(verb):
        return None
    who = subject(verb)
    there = child(verb, "expl") is not None
    if who is None and not there:
        return None
    if who is not None and (told := _numbered(verb, who)) is not None:
        return told
    return _is_so_many(verb, who) or _recorded(verb, who) or _left(verb, who) or _given(verb, who)


def _is_so_many(verb: Token, who: Token | None) -> Frame | None:
    """ "it was 193", "there were seventeen", "they were five"."""
    if verb.lemma_ not in _BE:
        return None
    number = bare_number(children(verb, "attr", "acomp", "npadvmod", "dobj"))
    there = child(verb, "expl") is not None
    scale = number is not None and number.lower_ in ("hundred", "thousand")
    if number is not None and not scale and any(t.like_num for t in children(number, "conj")):
        return None  # "they were 16 and 17"
    if there and number is None and who is not None:
        number = bare_number([who])
    if there and number is None and (held := _held_there(verb)):
        return replace(_frame(verb, held, act=Act.HOLD), rests=False)
    pointing = there or (who is not None and who.lower_ in _POINTING and not list(who.children))
    return _frame(verb, number) if pointing and number is not None else None


def _held_there(verb: Token) -> Token | None:
    """ "there are 63 people in custody"."""
    words = english().words
    for people in children(verb, "attr", "nsubj"):
        if not is_human(people) or child(people, "nummod") is None:
            continue
        places = [p for t in (verb, people) for p in prepositional_objects(t, *words["confining"])]
        if any(t.lemma_ in words["detention"] for t in places):
            return people
    return None


def _numbered(verb: Token, who: Token) -> Frame | None:
    """ "arrests numbered 63", "the tally of releases climbed to 63", "the detainees number 300"."""
    if verb.lemma_ not in _STANDING:
        return None
    act = act_counted(who, by_number=verb.lemma_ == "number")
    if act is None:
        return None
    values = children(verb, "attr", "dobj", "acomp", "npadvmod", "ccomp", "oprd")
    number = bare_number([*values, *prepositional_objects(verb, "at", "to", "with")])
    return replace(_frame(verb, number, act=act), rests=False) if number is not None else None


def act_counted(who: Token, *, by_number: bool = False) -> Act | None:
    """The act of "arrests", "the number of releases", "the number arrested", "detainees"."""
    act = _act_of_plural(who)
    if act is not None:
        return act
    if who.lemma_.lower() in _RECORDS:
        counted = prepositional_objects(who, "of", "for")
        acts = (a for t in counted if (a := _act_of_plural(t)) is not None)
        found = next(acts, None)
        if found is not None:
            return found
        if any(t.lemma_ in english().words["captives"] for t in counted):
            return Act.HOLD
        told = [t.lower_ for t in children(who, "acl")]
        return next((a for a in _TAKEN if any(w in participles(a) for w in told)), None)
    if who.lemma_ == "population":
        prison = any(t.lemma_ in english().words["detention"] for t in children(who, "compound"))
        return Act.HOLD if prison else None
    if by_number and who.lemma_ in english().words["captives"]:
        return Act.HOLD
    return act_of_group(who) if by_number else None


def _act_of_plural(noun: Token) -> Act | None:
    if noun.tag_ not in ("NNS", "NNPS"):
        return None
    if noun.lemma_ == "detention":
        return Act.ARREST
    return next((a for a in _TAKEN if noun.lemma_ in english().acts[a].nouns), None)


def _recorded(verb: Token, who: Token | None) -> Frame | None:
    """ "the Ombudsman's figure was 150", "our register stood at 74", "the total is now 52"."""
    if who is None or who.lemma_.lower() not in _RECORDS or verb.lemma_ not in _STANDING:
        return None
    if any(t.lower_ == "of" and not _told_of_people(t) for t in who.rights):
        return None
    values = children(verb, "attr", "dobj", "acomp", "npadvmod", "ccomp", "nmod")
    number = bare_number([*values, *prepositional_objects(verb, *_AT)])
    if number is None:
        return None
    owner = child(who, "poss")
    if owner is None:
        return _frame(
            verb, number, teller=next(iter(prepositional_objects(who, "from", "by")), None)
        )
    ours = owner.tag_ == "PRP$" or owner.ent_type_ in ("DATE", "TIME", "GPE")
    ours = ours or any(t.lower_ in ("our", "my") for t in owner.children)
    return _frame(verb, number, teller=None if ours else owner)


def _told_of_people(of: Token) -> bool:
    return any(is_human(t) for t in children(of, "pobj"))


def _left(verb: Token, who: Token | None) -> Frame | None:
    """ "that leaves 48", "which makes it twenty"."""
    if who is None or verb.lemma_ not in _LEAVING:
        return None
    pointing = who.lower_ in ("that", "this", "which", "it", "all") or who.lower_ == "all"
    if not pointing or is_human(who):
        pointing = pointing and who.lower_ in ("all", "that")
    number = bare_number(children(verb, "dobj", "ccomp", "oprd", "npadvmod", "attr"))
    if not pointing or number is None:
        return None
    return _frame(verb, number, act=Act.HOLD if verb.lemma_ == "leave" else None)


def _given(verb: Token, who: Token | None) -> Frame | None:
    """ "the police give 97", "the network makes it 171", "the paper has it at 81"."""
    lemma = verb.lemma_.lower()
    if (
        who is None
        or lemma not in _GIVING
        or is_of_others(verb)
        or who.lower_ in ("it", "that", "this", "there")
    ):
        return None
    bare_objects = all(_stands_for_none(t) for t in children(verb, "dobj"))
    if not bare_objects:
        return None
    things = children(verb, "dobj", "ccomp", "oprd", "npadvmod", "attr", "xcomp")
    things += [t for n in things if n.lemma_ == "name" for t in prepositional_objects(n, "of")]
    number = bare_number([*things, *prepositional_objects(verb, *_AT)])
    if number is None or not _can_tell(who):
        return None
    return _frame(verb, number, teller=None if who.lower_ in _SELVES else who)


def _stands_for_none(thing: Token) -> bool:
    """True for what an object may be besides the number: "it", "the names of"."""
    return thing.pos_ == "PRON" or thing.like_num or thing.lemma_ == "name"


def _can_tell(who: Token) -> bool:
    """True for people, bodies and pronouns: who can give a figure."""
    if who.pos_ in ("PRON", "PROPN") or is_human(who) or who.lemma_.lower() in _BODIES:
        return True
    phrase = who.doc[who.left_edge.i : who.i + 1].text
    return speaker_kind(phrase) is not SpeakerKind.UNKNOWN


def bare_number(things: list[Token]) -> Token | None:
    """The first of some phrases that is a number of people and says no more of them."""
    vague = [t for t in things if t.lower_ in ("something", "somewhere", "anything")]
    for thing in [*things, *(n for t in vague for n in prepositional_objects(t))]:
        if not thing.like_num or is_other_than_people(thing):
            continue
        nouns = [t for t in thing.children if t.pos_ == "NOUN" and t.dep_ not in ("npadvmod",)]
        wholes = prepositional_objects(thing, "of")
        others = [t for t in wholes if not is_human(t) and not t.like_num]
        if nouns or others or _measures(thing) or is_a_rate(thing) or _compares(thing):
            continue
        return thing
    return None


def _compares(number: Token) -> bool:
    """ "ten more than in July": how many more, not how many."""
    after = [t.lower_ for t in number.doc[number.i + 1 : number.i + 3]]
    return after[:1] in (["more"], ["fewer"], ["less"]) and after[1:] == ["than"]


def _measures(number: Token) -> bool:
    """ "97 %", "12 o'clock", "30 degrees"."""
    beside = neighbour(number, 1) if number.i + 1 < len(number.doc) else None
    if beside is None:
        return False
    if beside.text in ("%", "€", "$", "°") or beside.lower_ in ("o'clock", "am", "pm", "a.m."):
        return True
    return (
        beside.pos_ in ("NOUN", "PROPN")
        and not is_human(beside)
        and beside.i < sentence_of(number).end
    )


def _frame(
    verb: Token, number: Token, *, teller: Token | None = None, act: Act | None = None
) -> Frame:
    words = english().words
    confined = any(t.lemma_ in words["detention"] for t in verb.subtree if t.i > number.i)
    act = act or (Act.HOLD if confined else None)
    return Frame(
        act=act or Act.RELEASE,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=(number,),
        teller=teller,
        restates=act is None,
        rests=True,
    )
