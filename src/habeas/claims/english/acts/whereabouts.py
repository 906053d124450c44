"""Where people are, in turns of phrase: "back behind bars", "a free woman", "refused bail"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from habeas.claims.english.acts.confinement import places_of_detention
from habeas.claims.english.acts.frames import Form, Frame, form_of
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import (
    agent,
    child,
    children,
    coordinated,
    is_negated,
    is_verb,
    prepositional_objects,
    subject,
    undergoers,
)
from habeas.claims.english.parse.trees import lowers_of, neighbour, words_of
from habeas.claims.english.people.people import is_human, is_named, named_head
from habeas.model.claims import Act

_SELF = frozenset({"himself", "herself", "themselves", "itself"})
_ENDING = frozenset({"end", "expire", "run", "finish"})
_HOMES = frozenset(
    {"home", "house", "flat", "apartment", "residence", "village", "cell", "compound"}
)
_FREE = frozenset({"free"})
_PERSONS = frozenset({"man", "woman", "person", "people"})
_REFUSING = frozenset({"refuse", "reject", "deny", "dismiss", "decline", "oppose", "turn"})

WHEREABOUTS_VERBS = (
    frozenset({"be", "find", "have", "do", "serve", "confine", "let", "spend", "pass"})
    | _ENDING
    | (_REFUSING - {"oppose", "decline"})
)
"""Lemmas at which `find_whereabouts` can find anything."""


def find_held_beside(sentence: Span) -> list[Frame]:
    """ "the operation ended with 31 people in custody": those held, beside another verb."""
    found: list[Frame] = []
    if "with" not in lowers_of(sentence):
        return found
    for token in words_of(sentence):
        if token.lower_ != "with" or token.dep_ != "prep" or not is_verb(token.head):
            continue
        if token.head.lemma_ not in _ENDING and neighbour(token, -1).text != ",":
            continue  # "met with 12 people in prison"
        for people in children(token, "pobj"):
            places = prepositional_objects(people, "in", "behind")
            held = any(t.lemma_ in english().words["detention"] for t in places)
            if held and is_human(people) and child(people, "nummod") is not None:
                found.append(
                    Frame(
                        act=Act.HOLD,
                        trigger=people,
                        clause=token.head,
                        form=Form.CLAUSE,
                        patients=(people,),
                    )
                )
    return found


def find_whereabouts(verb: Token) -> Frame | None:
    """The frame of a verb that tells of people, by a turn of phrase, that they are held or out."""
    if not is_verb(verb) or is_negated(verb):
        return None
    lemma = verb.lemma_
    held: list[Token] = []
    freed: list[Token] = []
    if lemma == "be":
        freed = _is_free_person(verb)
    elif lemma == "let":
        freed = _let_have_bail(verb)
    else:
        held = _held(verb)
    out = Act.RELEASE if lemma == "be" else Act.CONDITIONAL_RELEASE
    for act, found in ((Act.HOLD, held), (out, freed)):
        patients = tuple(t for head in found for t in coordinated(head) if is_human(t))
        if patients:
            doer = agent(verb)
            return Frame(
                act=act,
                trigger=verb,
                clause=verb,
                form=form_of(verb),
                patients=tuple(dict.fromkeys(patients)),
                agent=None if doer in patients or lemma in ("find", "do") else doer,
            )
    return None


def _held(verb: Token) -> list[Token]:
    lemma = verb.lemma_
    if lemma == "find":
        own = any(t.lower_ in _SELF for t in children(verb, "dobj", "nsubj"))
        return _subjects(verb) if own and places_of_detention(verb) else []
    if lemma == "have":
        objects = children(verb, "dobj")
        doer = agent(verb)
        still = any(t.lower_ == "still" for t in verb.children) and doer is not None
        if still and doer is not None and doer.lemma_.lower() in english().words["arresting"]:
            return [t for t in objects if is_named(named_head(t))]
        kept = [t for t in objects if places_of_detention(t) or places_of_detention(verb)]
        return [t for t in kept if is_human(t)]
    if lemma in ("do", "spend", "pass"):
        long = any(t.lemma_ in ("year", "month", "week", "day") for t in children(verb, "dobj"))
        remand = any(t.lemma_ == "remand" for t in prepositional_objects(verb, "on", "in"))
        inside = bool(places_of_detention(verb)) if lemma == "do" else remand
        return _subjects(verb) if long and (inside or remand) else []
    if lemma == "serve":
        done = [t for t in children(verb, "dobj") if t.like_num]
        terms = [p for t in done for p in prepositional_objects(t, "of")]
        return _subjects(verb) if any(t.lemma_ in ("year", "month") for t in terms) else []
    if lemma == "confine":
        homes = prepositional_objects(verb, "to")
        return undergoers(verb) if any(t.lemma_.lower() in _HOMES for t in homes) else []
    if lemma in _ENDING:
        return _whose_term(verb)
    return _without_bail(verb)


def _subjects(verb: Token) -> list[Token]:
    who = subject(verb)
    return [who] if who is not None else []


def _whose_term(verb: Token) -> list[Token]:
    """ "her term ends in May 2027": she is serving it."""
    if verb.tag_ not in ("VBZ", "VBP", "VB") or verb.dep_ in ("advcl", "relcl"):
        return []
    terms = [t for t in children(verb, "nsubj") if t.lemma_ in ("term", "sentence")]
    return [p for t in terms for p in children(t, "poss") + prepositional_objects(t, "of")]


def _without_bail(verb: Token) -> list[Token]:
    """ "was refused bail", "bail was refused for X", "X's request for bail was turned down"."""
    if verb.lemma_ == "turn" and not any(t.lower_ == "down" for t in verb.children):
        return []
    things = children(verb, "dobj", "nsubjpass", "oprd")
    bail = [t for t in things if _is_of_bail(t)]
    if not bail:
        return []
    who = child(verb, "nsubjpass")
    if who is not None and who not in bail:
        return [who]
    given = [p for t in (verb, *bail) for p in prepositional_objects(t, "to", "for", "of", "by")]
    owners = [p for t in bail for p in children(t, "poss")]
    return [t for t in [*given, *owners, *children(verb, "dative")] if is_human(t)]


def _is_of_bail(thing: Token) -> bool:
    if thing.lemma_.lower() in ("bail", "parole"):
        return True
    if thing.lemma_ == "release":
        return any(t.lower_ in ("early", "conditional") for t in children(thing, "amod"))
    if thing.lemma_ not in ("application", "request", "plea", "bid", "petition", "motion"):
        return False
    around = [*children(thing, "compound"), *prepositional_objects(thing, "for")]
    return any(t.lower_ == "bail" for t in around)


def _is_free_person(verb: Token) -> list[Token]:
    """ "is a free woman", "is out of jail"."""
    free = any(
        t.lemma_ in _PERSONS and any(c.lower_ in _FREE for c in children(t, "amod"))
        for t in children(verb, "attr")
    )
    words = english().words
    out = [t for t in verb.children if t.lower_ == "out" and t.dep_ in ("prep", "advmod", "acomp")]
    left = [p for t in out for p in prepositional_objects(t, "of")]
    free = free or any(t.lemma_.lower() in words["detention"] for t in left)
    return _subjects(verb) if free else []


def _let_have_bail(verb: Token) -> list[Token]:
    """ "the judge let her have bail"."""
    return [
        who
        for have in children(verb, "ccomp", "xcomp")
        if have.lemma_ == "have" and any(t.lemma_ == "bail" for t in children(have, "dobj"))
        if (who := child(have, "nsubj")) is not None
    ]
