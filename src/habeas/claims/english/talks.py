"""Meetings: "held talks with the president", "met the minister"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from habeas.claims.english.frames import Form, Frame
from habeas.claims.english.grammar import (
    children,
    clause_head,
    coordinated,
    is_negated,
    is_verb,
    phrase_head,
    prepositional_objects,
    subject,
    undergoers,
)
from habeas.claims.english.lexicon import english
from habeas.claims.english.people import is_named, is_office, is_participant
from habeas.model.claims import Act


def find_meeting(token: Token) -> Frame | None:
    """The frame of a meeting that names or describes two sides, else None."""
    if is_verb(token):
        return _told(token)
    words = english().acts[Act.MEET]
    if token.pos_ == "NOUN" and token.lemma_.lower() in words.nouns:
        return _presupposed(token)
    return None


@cache
def meeting_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_meeting` can find anything."""
    words = english().acts[Act.MEET]
    return words.verbs | {verb for verb, _ in words.phrases} | {"receive"}


def _told(verb: Token) -> Frame | None:
    words = english().acts[Act.MEET]
    lemma = verb.lemma_.lower()
    others: list[Token] = []
    received = lemma == "receive" and any(
        is_participant(t) and (is_named(t) or is_office(t)) for t in children(verb, "dobj")
    )
    if lemma in words.verbs or received:
        others = [t for t in undergoers(verb) if is_participant(t)]
        others += prepositional_objects(verb, "with")
    for noun in children(verb, "dobj"):
        if (lemma, noun.lemma_.lower()) in words.phrases:
            others += prepositional_objects(noun, "with", "between")
            others += prepositional_objects(verb, "with")
    if not others:
        return None
    who = subject(verb)
    sides = [who] if who is not None else []
    sides += [t for t in others if t not in sides]
    people = [t for side in sides for t in coordinated(side) if is_participant(t)]
    if len(people) < 2 or is_negated(verb):
        return None
    form = Form.PARTICIPLE if verb.dep_ in ("relcl", "acl") else Form.CLAUSE
    return Frame(
        act=Act.MEET, trigger=verb, clause=verb, form=form, patients=tuple(people), agent=who
    )


def _presupposed(noun: Token) -> Frame | None:
    """ "after talks with the president, the envoy said …": told in passing."""
    others = [t for t in prepositional_objects(noun, "with") if is_participant(t)]
    top = phrase_head(noun)
    outside = clause_head(top.head)
    adverbial = top.dep_ in ("pobj", "dobj", "pcomp") and top.head.lower_ in (
        "after",
        "following",
        "during",
        "before",
        "at",
        "in",
    )
    who = subject(outside)
    if not others or not adverbial or who is None or not is_participant(who):
        return None
    sides = [who, *others]
    people = tuple(t for side in sides for t in coordinated(side) if is_participant(t))
    return Frame(
        act=Act.MEET, trigger=noun, clause=outside, form=Form.NOUN, patients=people, agent=who
    )
