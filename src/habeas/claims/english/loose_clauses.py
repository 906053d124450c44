"""Clauses and asides that the parser hangs on the nearest word: "men of the camp who were freed".

Each function is given one token and hangs it where it belongs, in place; every step leaves a tree.
"""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.grammar import child, children
from habeas.claims.english.lexicon import english
from habeas.claims.english.people import is_human
from habeas.model.claims import Act

_BETWEEN = frozenset({"prep", "pobj", "acl", "pcomp", "dobj", "agent"})
_FIRST = frozenset({"nsubj", "nsubjpass"})
_INCLUDING = frozenset({"including", "notably"})


def give_people_their_clause(clause: Token) -> None:
    """ "two men involved in the movement who had been held": who they are, not the movement."""
    who = next((t for t in clause.lefts if t.lower_ == "who" and t.dep_ in _FIRST), None)
    if who is None or is_human(clause.head):
        return
    above = clause.head
    while above.dep_ in _BETWEEN and above.head is not above:
        above = above.head
        if above.pos_ in ("NOUN", "PROPN", "NUM", "PRON") and above.i < clause.i:
            if is_human(above):
                clause.head = above
                return
            if above.pos_ == "PROPN":
                return


def give_floor_last(verb: Token) -> None:
    """ "X was freed but Y was not, relatives said": who speaks last speaks of all before."""
    if verb.lemma_.lower() not in english().speech or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    first = verb.head
    while first.dep_ == "conj" and first.pos_ in ("VERB", "AUX"):
        first = first.head
    opens = verb.left_edge
    own = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    if own is None or first.dep_ != "ROOT" or opens.i == 0 or opens.nbor(-1).text != ",":
        return
    if child(verb, "ccomp", "dobj", "xcomp", "mark", "prep") is not None:
        return
    if any(not t.is_punct and t.ent_type_ not in ("DATE", "TIME") for t in verb.rights):
        return
    verb.head = verb
    verb.dep_ = "ROOT"
    first.head, first.dep_ = verb, "ccomp"


def join_to_passive(participle: Token) -> None:
    """ "was arrested in May, charged with treason and sentenced": one verb after the other."""
    first = participle.head
    passive = first.tag_ == "VBN" and child(first, "auxpass") is not None
    if (
        not passive
        or participle.tag_ not in ("VBN", "VBD")
        or participle.i < first.i
        or participle.left_edge.nbor(-1).text != ","
    ):
        return
    if child(participle, *_FIRST, "mark", "dobj", "aux", "auxpass") is not None:
        return
    if any(t.tag_ == "VBN" for t in children(participle, "conj")):
        participle.dep_, participle.tag_ = "conj", "VBN"


def give_swap_its_people(verb: Token) -> None:
    """ "discussed a swap under the auspices of the bloc involving 40 soldiers": the swap does."""
    if verb.lemma_ != "involve" or verb.tag_ != "VBG" or child(verb, *_FIRST) is not None:
        return
    nouns = english().acts[Act.EXCHANGE].nouns
    for noun in verb.head.children:
        if noun.i < verb.i and noun.lemma_.lower() in nouns and noun.pos_ == "NOUN":
            verb.head, verb.dep_ = noun, "acl"
            return


def give_members(aside: Token) -> None:
    """ "120 people are held, including 38 women": the parser hangs the aside under the verb."""
    verb = aside.head
    if verb.pos_ not in ("VERB", "AUX") or aside.i < verb.i:
        return
    people = [t for t in children(aside, "pobj") if is_human(t)]
    of_them = len(people) > 1 and people[0].lower_ in ("them", "whom")
    if not people or not (aside.lower_ in _INCLUDING or (of_them and aside.lower_ == "among")):
        return
    objects = [t for t in verb.children if t.dep_ == "dobj" and t.i < aside.i]
    whole = objects or [t for t in verb.children if t.dep_ in _FIRST and t.i < verb.i]
    if len(whole) == 1 and is_human(whole[0]) and child(whole[0], "nummod") is not None:
        aside.head = whole[0]
