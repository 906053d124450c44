"""Sentences told by the term: "put away for nine years", "must serve nine", "nine years for"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.confinement import places_of_detention
from habeas.claims.english.frames import Form, Frame, form_of
from habeas.claims.english.grammar import (
    agent,
    child,
    children,
    coordinated,
    is_passive,
    is_verb,
    prepositional_objects,
    subject,
    undergoers,
)
from habeas.claims.english.people import is_human, is_named, named_head
from habeas.model.claims import Act

_UNITS = frozenset({"year", "month", "life", "death"})
_TERMS = frozenset({"term", "sentence", "imprisonment"})
_PASSING = frozenset({"impose", "pass", "mete", "pronounce", "slap"})
_DRAWING = frozenset({"draw", "earn", "collect"})
_SENDING = frozenset({"put", "send", "condemn", "commit"})
_SERVING = frozenset({"serve", "spend"})
_BINDING = frozenset({"must", "will", "shall"})
_ORDERING = frozenset({"order", "require", "oblige"})

TERM_VERBS = _PASSING | _DRAWING | _SENDING | _SERVING | {"get"}
"""Lemmas at which `find_term` can find anything."""


def find_term(verb: Token) -> Frame | None:
    """The frame of a verb, or of the noun of a clause without one, that gives people a term."""
    if not is_verb(verb):
        return _verbless(verb)
    if verb.lemma_ in _PASSING:
        found, doer = _passed_on(verb), agent(verb)
    elif verb.lemma_ in _DRAWING:
        given = any(_is_term(t) for t in children(verb, "dobj"))
        found, doer = _subjects(verb) if given else [], None
    elif verb.lemma_ in _SENDING:
        found, doer = undergoers(verb) if _is_sent(verb) else [], agent(verb)
    elif verb.lemma_ in _SERVING:
        found, doer = _must_serve(verb), None
    else:
        return None
    return _frame(verb, found, doer)


def _frame(trigger: Token, found: list[Token], doer: Token | None) -> Frame | None:
    patients = tuple(t for head in found for t in coordinated(head) if is_human(t))
    if not patients:
        return None
    return Frame(
        act=Act.SENTENCE,
        trigger=trigger,
        clause=trigger,
        form=form_of(trigger) if is_verb(trigger) else Form.CLAUSE,
        patients=tuple(dict.fromkeys(patients)),
        agent=None if doer in patients else doer,
    )


def is_length(token: Token) -> bool:
    """ "nine years", "18 months", "life", with a number where it needs one."""
    lemma = token.lemma_.lower()
    if lemma == "life":
        return token.dep_ != "poss"
    counted = child(token, "nummod") is not None or any(t.like_num for t in token.lefts)
    return lemma in _UNITS and counted


def _is_term(token: Token) -> bool:
    """ "a nine-year term", "a life sentence", "nine years in prison"."""
    if is_length(token):
        return bool(places_of_detention(token))
    around = {t.lemma_.lower() for t in token.subtree if t.i < token.i}
    lengths = any(word.rsplit("-", 1)[-1] in _UNITS for word in around)
    return token.lemma_.lower() in _TERMS and lengths


def _passed_on(verb: Token) -> list[Token]:
    """ "imposed a nine-year term on Ana Sol", "passed a life sentence on the two"."""
    things = [t for t in children(verb, "dobj", "nsubjpass") if _is_term(t)]
    on = prepositional_objects(verb, "on") + [
        t for thing in things for t in prepositional_objects(thing, "on")
    ]
    return [t for t in on if is_human(t)] if things else []


def _is_sent(verb: Token) -> bool:
    """ "put her away for nine years", "sent to a colony for nine years", "condemned to death"."""
    if verb.lemma_ == "condemn":
        return any(is_length(t) or t.lemma_ == "death" for t in prepositional_objects(verb, "to"))
    long = any(is_length(t) for t in prepositional_objects(verb, "for"))
    away = any(t.lower_ == "away" for t in children(verb, "advmod", "prt"))
    to = prepositional_objects(verb, "to", "in", "behind")
    inside = any(t.lemma_.lower() in ("prison", "jail", "colony", "bar", "camp") for t in to)
    return long and (away if verb.lemma_ == "put" and not inside else inside)


def _must_serve(verb: Token) -> list[Token]:
    """ "must serve nine years", "was ordered to spend nine years in prison"."""
    if not any(is_length(t) for t in children(verb, "dobj", "npadvmod")):
        return []
    ordered = verb.dep_ == "xcomp" and verb.head.lemma_ in _ORDERING and is_passive(verb.head)
    bound = any(t.lower_ in _BINDING or t.lower_ == "'ll" for t in children(verb, "aux"))
    inside = verb.lemma_ == "serve" or bool(places_of_detention(verb))
    return _subjects(verb) if inside and (ordered or bound) else []


def _subjects(verb: Token) -> list[Token]:
    who = subject(verb)
    return [who] if who is not None else []


def _verbless(noun: Token) -> Frame | None:
    """ "Nine years for Ana Sol, five for her brother Pavel": a clause of terms."""
    if noun.dep_ != "ROOT" or not is_length(noun):
        return None
    shorter = [t for t in noun.subtree if t.like_num and t != noun and t.i > noun.i]
    found = prepositional_objects(noun, "for")
    found += [p for t in shorter for p in prepositional_objects(t, "for")]
    found += [
        p
        for t in noun.subtree
        if t != noun and is_length(t)
        for p in prepositional_objects(t, "for")
    ]
    named = [t for t in dict.fromkeys(found) if is_named(named_head(t))]
    return _frame(noun, named, None)
