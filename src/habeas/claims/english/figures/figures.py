"""Figures told without an act of their own: "puts the number at 250", "counts 1,197 prisoners"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.membership import act_of_group, participles
from habeas.claims.english.figures.listed_names import find_listed_names
from habeas.claims.english.figures.other_figures import is_of_others
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    child,
    children,
    coordinated,
    is_passive,
    is_verb,
    prepositional_objects,
    subject,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of, words_of
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act

_FIGURE = frozenset({"number", "figure", "total", "tally", "count", "toll", "estimate"})
_GIVING = frozenset({"put", "estimate", "give", "set", "place", "cite", "report"})
_BRINGING = frozenset({"bring", "take", "raise", "push"})
_MANY = frozenset({"dozens", "scores", "tens", "hundreds", "thousands"})
_DEEMING = word_list("figures", "figures.deeming")
_STANDING = word_list("figures", "figures.standing")
_RECORDING = word_list("figures", "figures.recording")
_CHECKING = frozenset({"identify", "verify", "confirm", "document", "record", "register", "list"})
_NAMING = frozenset({"publish", "name"})
_INSIDE = ("in", "behind", "on")
_OTHER = frozenset({"speak", "make", "have", "contain", "hold"})
FIGURE_VERBS = (
    _GIVING | _BRINGING | _DEEMING | _STANDING | _RECORDING | _CHECKING | _NAMING | _OTHER
)
"""Lemmas at which `find_figure` can find anything, besides verbs of speech."""


def find_figure(token: Token) -> Frame | None:
    """The frame of a verb that gives a figure for people held or told of before, else None."""
    if not is_verb(token):
        return None
    return (
        _put_at(token)
        or _counted(token)
        or _stands_at(token)
        or _bare_number(token)
        or _checked(token)
        or _tallied(token)
        or _has_held(token)
        or find_listed_names(token)
        or _deemed(token)
    )


def _put_at(verb: Token) -> Frame | None:
    """ "puts the number of political prisoners at 1,197", "gave the figure of 123"."""
    brings = verb.lemma_ in _BRINGING
    if verb.lemma_ not in _GIVING and not brings:
        return None
    for figure in children(verb, "dobj"):
        if figure.lemma_ not in _FIGURE:
            continue
        counted = prepositional_objects(figure, "of")
        told = [verb, figure, *(p for t in counted for p in children(t, "acl"))]
        values = [v for t in told for v in prepositional_objects(t, "to" if brings else "at")]
        told_by_it = values if brings else [*values, *counted]
        number = next((t for t in told_by_it if _has_number(t)), _brought_to(figure))
        if number is None:
            continue
        people = [t for t in [*counted, number] if is_human(t) and not t.like_num]
        captives = english().words["captives"]
        told = people or [t for t in words_of(sentence_of(verb)) if t.i < figure.i]
        held = any(t.lemma_ in captives for t in told) or _is_confined(figure)
        done = next((a for t in people for a in _acts_told(t)), None)
        done = done or next((a for t in counted if (a := _act_of_plural(t)) is not None), None)
        if people and not held and done is None:
            return None
        return Frame(
            act=done or (Act.HOLD if held else Act.RELEASE),
            trigger=figure,
            clause=verb,
            form=Form.CLAUSE,
            patients=(number,),
            teller=None if brings else subject(verb),
            restates=not held and done is None,
            described=people[0] if people else None,
        )
    return None


def _brought_to(figure: Token) -> Token | None:
    """ "brings to five the number of …": the parser hangs "five" under "number"."""
    number = child(figure, "nummod")
    brought = number is not None and neighbour(number, -1).lower_ == "to"
    return number if brought else None


def _act_of_plural(noun: Token) -> Act | None:
    """ "the number of detentions": so many arrests."""
    return Act.ARREST if noun.lemma_ == "detention" and noun.tag_ == "NNS" else None


def _has_number(head: Token) -> bool:
    return head.like_num or (is_human(head) and child(head, "nummod") is not None)


def _is_confined(figure: Token) -> bool:
    """ "the number of people behind bars"."""
    return any(t.lemma_ in english().words["detention"] for t in figure.subtree)


def _acts_told(people: Token) -> list[Act]:
    """The acts that a phrase for people names: "people arrested in July"."""
    acts = (Act.RELEASE, Act.PARDON, Act.EXILE, Act.ARREST, Act.SENTENCE, Act.HOLD)
    return [act for word in people.subtree for act in acts if word.lower_ in participles(act)]


def _counted(verb: Token) -> Frame | None:
    """ "counts 612 political prisoners", "lists 40 detainees"."""
    if verb.lemma_ not in _RECORDING:
        return None
    captives = english().words["captives"]
    things = children(verb, "dobj")
    things += [t for n in things if n.lemma_ == "total" for t in prepositional_objects(n, "of")]
    held = [
        t
        for t in things
        if (t.lemma_ in captives and _is_counted(t))
        or (t.lower_ in _MANY and any(p.lemma_ in captives for p in prepositional_objects(t, "of")))
    ]
    if not held or is_passive(verb):
        return None
    return Frame(
        act=next(iter(_acts_told(held[0])), Act.HOLD),
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=tuple(held),
        teller=subject(verb),
    )


def _checked(verb: Token) -> Frame | None:
    """ "has identified 223 of them", "12 of those cases were verified": of those told before."""
    if verb.lemma_ not in _CHECKING and verb.lemma_ not in _NAMING:
        return None
    passive = is_passive(verb)
    who = subject(verb)
    for number in [who] if passive and who is not None else children(verb, "dobj"):
        if number.lemma_ == "name":
            number = next(iter(prepositional_objects(number, "of")), number)  # noqa: PLW2901
        wholes = prepositional_objects(number, "of") if number.like_num else []
        done = next((a for t in wholes if (a := act_of_group(t)) is not None), None)
        if done is not None and number.like_num:
            return Frame(
                act=done,
                trigger=verb,
                clause=verb,
                form=Form.CLAUSE,
                patients=(number,),
                teller=None if passive else who,
            )
        if verb.lemma_ in _CHECKING and any(_points_back(t) for t in wholes):
            return Frame(
                act=Act.RELEASE,
                trigger=verb,
                clause=verb,
                form=Form.CLAUSE,
                patients=(number,),
                restates=True,
                teller=None if passive else who,
            )
    return None


def _points_back(whole: Token) -> bool:
    cases = whole.lemma_ == "case" and any(t.lower_ in ("those", "these") for t in whole.children)
    return (whole.lower_ in ("them", "these", "those") and not list(whole.children)) or cases


def _tallied(verb: Token) -> Frame | None:
    """ "has counted 41 men so far", "I count eleven more", "that makes twenty": of those told."""
    makes = verb.lemma_ == "make" and any(t.lower_ in ("that", "this") for t in verb.lefts)
    if verb.lemma_ != "count" and not makes:
        return None
    for moving in children(verb, "ccomp"):
        whom = child(moving, "nsubj", "nsubjpass")
        if moving.tag_ in ("VBG", "VBN") and whom is not None and _is_counted(whom):
            return _seen(verb, whom, moving)
    for counted in children(verb, "dobj", "ccomp", "npadvmod"):
        bare = counted.like_num and not list(counted.children)
        if (doing := _on_the_move(counted)) is not None:
            return _seen(verb, counted, doing)
        if (is_human(counted) and not makes and _is_counted(counted)) or bare:
            return Frame(
                act=Act.RELEASE,
                trigger=verb,
                clause=verb,
                form=Form.CLAUSE,
                patients=(counted,),
                restates=True,
                teller=_other_than_us(verb),
            )
    return None


def _on_the_move(counted: Token) -> Token | None:
    """ "counted 19 people coming out of the police station": what they were seen doing."""
    moving = children(counted, "acl")
    return next((t for t in moving if t.tag_ == "VBG" or child(t, "auxpass") is not None), None)


def _seen(verb: Token, counted: Token, moving: Token) -> Frame | None:
    """The act that those counted were seen in; None where that is no act."""
    words = english().words
    through = {t.lemma_.lower() for t in moving.subtree if t.i > moving.i}
    held = bool(through & (words["detention"] | words["stations"]))
    brought = is_passive(moving) and moving.lemma_ in ("bring", "take", "lead", "drag", "load")
    act = Act.RELEASE if held and moving.lemma_ in words["leaving"] else None
    act = Act.ARREST if brought else act
    if act is None or not is_human(counted):
        return None
    return Frame(
        act=act,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=(counted,),
        teller=_other_than_us(verb),
    )


def _other_than_us(verb: Token) -> Token | None:
    """Who counts, unless that is the report itself ("our correspondent", "that makes")."""
    who = subject(verb)
    if who is None or verb.lemma_ != "count" or who.lower_ in ("i", "we", "he", "she"):
        return None
    return None if any(t.lower_ in ("our", "my") for t in who.children) else who


def _has_held(verb: Token) -> Frame | None:
    """ "Norland has around 300 political prisoners", "has 14 journalists in prison"."""
    who = subject(verb) if verb.lemma_ == "have" else None
    if who is None:
        return None
    detention = english().words["detention"] | {"remand"}
    keeps = _is_state_like(who)
    held = [
        t
        for t in children(verb, "dobj")
        if _is_counted(t)
        and (
            (keeps and t.lemma_ in english().words["captives"])
            or any(p.lemma_ in detention for p in prepositional_objects(t, *_INSIDE))
            or any(p.lemma_ in detention for p in prepositional_objects(verb, *_INSIDE))
        )
    ]
    if not held:
        return None
    return Frame(act=Act.HOLD, trigger=verb, clause=verb, form=Form.CLAUSE, patients=tuple(held))


def _is_state_like(who: Token) -> bool:
    return who.ent_type_ == "GPE" or who.lemma_ in ("country", "government", "kingdom", "state")


def _stands_at(verb: Token) -> Frame | None:
    """ "the number of detainees has risen to 1,140", "the total stands at 52"."""
    if verb.lemma_ not in _STANDING:
        return None
    figure = subject(verb)
    if figure is None or figure.lemma_ not in _FIGURE:
        return None
    values = prepositional_objects(verb, "to", "at") + children(verb, "dobj", "attr")
    number = next((t for t in values if t.like_num), None)
    people = [t for t in prepositional_objects(figure, "of") if is_human(t)]
    held = any(t.lemma_ in english().words["captives"] for t in people) or _is_confined(figure)
    act = next((a for t in people for a in _acts_told(t)), Act.HOLD if held else None)
    own = verb.lemma_ == "be" and not prepositional_objects(figure, "of")
    own = own and any(t.tag_ == "PRP$" for t in figure.children)  # "our estimate is 40"
    if number is None or not (own or (act is not None and people)):
        return None
    return Frame(
        act=act or Act.RELEASE,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=(number,),
        restates=own,
        described=people[0] if people else None,
    )


def _bare_number(verb: Token) -> Frame | None:
    """ "state television says 75": a number and nothing else."""
    speaks = verb.lemma_ in english().speech or verb.lemma_ in ("speak", "put")
    if not speaks or is_passive(verb) or subject(verb) is None or is_of_others(verb):
        return None
    number = child(verb, "dobj", "ccomp")
    spoken = prepositional_objects(verb, "of") if verb.lemma_ == "speak" else []
    bare = all(t.pos_ == "PRON" or t.lemma_ in _FIGURE for t in children(verb, "dobj"))
    told_of = any(list(t.children)[1:] for t in children(verb, "dobj"))
    put = prepositional_objects(verb, "at") if verb.lemma_ == "put" and bare else []
    put = [] if told_of else put
    number = next(iter([*spoken, *put]), number)
    if number is None or not number.like_num or number.ent_type_ in ("DATE", "MONEY", "TIME"):
        return None
    held = any(t.lemma_ in english().words["detention"] for t in number.subtree)
    if not held and any(t.pos_ in ("NOUN", "VERB", "AUX") for t in number.subtree):
        return None
    return Frame(
        act=Act.HOLD if held else Act.RELEASE,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=(number,),
        teller=subject(verb),
        restates=not held,
    )


def _is_counted(head: Token) -> bool:
    """True for a number of people; "both were regarded as prisoners" tells of no more people."""
    return is_human(head) and (head.like_num or child(head, "nummod") is not None)


def _deemed(verb: Token) -> Frame | None:
    """ "1,197 people are considered political prisoners", "recognises 12 as prisoners"."""
    if verb.lemma_ == "be":
        complements = children(verb, "attr")
        who = subject(verb)
        there = child(verb, "expl") is not None
        if verb.dep_ == "relcl" and verb.tag_ == "VBD":
            return None  # "300 who were political prisoners" are out
        if _is_of_a_number(verb):
            return None  # "of the 553, 230 were political prisoners and 323 were common ones"
        held = [who] if who is not None and not there else complements
    elif verb.lemma_ in _DEEMING:
        complements = children(verb, "oprd", "attr") + prepositional_objects(verb, "as")
        found = subject(verb) if is_passive(verb) else child(verb, "dobj")
        held = [found] if found is not None else []
        complements += [t for h in held for t in prepositional_objects(h, "as")]
    else:
        return None
    if not any(t.lemma_ in english().words["captives"] for t in complements):
        return None
    patients = tuple(t for head in held for t in coordinated(head) if _is_counted(t))
    if not patients:
        return None
    return Frame(act=Act.HOLD, trigger=verb, clause=verb, form=_form(verb), patients=patients)


def _is_of_a_number(verb: Token) -> bool:
    """True where its sentence tells of some "of the 553,"."""
    before = verb.doc[verb.sent.start : verb.i]
    return any(
        one.lower_ == "of" and the.lower_ == "the" and number.like_num and comma.text == ","
        for one, the, number, comma in zip(before, before[1:], before[2:], before[3:], strict=False)
    )


def _form(verb: Token) -> Form:
    return Form.PARTICIPLE if verb.dep_ == "acl" else Form.CLAUSE
