"""Which act on people a verb names: taken or held, jailed for a term or on a day."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.acts.confinement import places_of_detention
from habeas.claims.english.acts.remands import is_abducted, is_dated_jailing
from habeas.claims.english.acts.set_phrases import ON_PEOPLE, TERMS
from habeas.claims.english.figures.quantities import read_quantity
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import (
    agent,
    auxiliaries,
    child,
    children,
    coordinated,
    prepositional_objects,
    undergoers,
)
from habeas.model.claims import Act

_DAYS = frozenset({"day", "week", "month", "year"})


def act_of_verb(token: Token) -> Act | None:
    """The act on people that a verb names by itself; None where it names none."""
    lemma = token.lemma_.lower()
    if is_abducted(token) or is_dated_jailing(token):
        return Act.SENTENCE if _has_term(token) else Act.ARREST
    act = next((a for a in ON_PEOPLE if lemma in english().acts[a].verbs), None)
    if act is Act.ARREST and lemma == "round":
        return act if child(token, "prt") is not None else None
    if lemma == "book":
        return act if prepositional_objects(token, "under", "into") else None
    if act is not Act.HOLD:
        return act
    if lemma == "keep":
        return act if places_of_detention(token) else None
    if lemma in ("jail", "imprison") and _has_term(token):
        return Act.SENTENCE
    if lemma == "detain" and (not _is_continuing(token) or _is_running_total(token)):
        return Act.ARREST
    return act


def is_by_outlaws(verb: Token) -> bool:
    """ "seized by bandits": nobody who acts for a state, or holds people in its place."""
    who = agent(verb)
    return who is not None and any(
        t.lemma_.lower() in english().words["outlaws"] for t in coordinated(who)
    )


def is_of_a_venue(verb: Token) -> bool:
    """ "the hall holds 40 people", "was held up in traffic"."""
    who = agent(verb)
    venue = who is not None and who.lemma_.lower() in english().words["venues"]
    captives = english().words["captives"]
    venue = venue and not any(t.lemma_.lower() in captives for t in undergoers(verb))
    return venue or any(t.lower_ in ("up", "back") for t in children(verb, "prt"))


def _is_running_total(verb: Token) -> bool:
    """ "1,012 people have been detained since May": so many were taken, one after the other."""
    since = any(t.lower_ == "since" and t.i > verb.i for t in verb.children)
    perfect = any(t.lemma_ == "have" for t in children(verb, "aux"))
    return since and perfect and any(read_quantity(t) is not None for t in undergoers(verb))


def _is_continuing(token: Token) -> bool:
    """True for a state ("are still detained", "remain detained"), not its beginning."""
    if (
        token.dep_ in ("xcomp", "acomp", "oprd")
        and token.head.lemma_ in english().words["remaining"]
    ):
        return True
    adverbs = {t.lower_ for t in token.children if t.dep_ == "advmod"}
    present = any(t.lemma_ == "be" and t.tag_ in ("VBP", "VBZ") for t in token.children)
    lasting = any(t.lower_ == "since" and t.i > token.i for t in token.children)
    return (
        present
        or lasting
        or _lasts_to_date(token)
        or bool(adverbs & {"still", "currently", "now"})
        or token.dep_ == "acl"
    )


def _lasts_to_date(verb: Token) -> bool:
    """ "has been detained for nine years", "was detained at a prison in the north"."""
    prisons = prepositional_objects(verb, "at", "in")
    if any(t.lemma_.lower() in ("prison", "jail", "colony") for t in prisons):
        return True
    terms = prepositional_objects(verb, "for")
    following = [w for t in verb.rights if t.lower_ == "for" for w in verb.doc[t.i + 1 : t.i + 6]]
    if any(t.lemma_ in _DAYS and t.ent_type_ == "DATE" for t in following):
        return True
    if not any(t.lemma_ == "have" for t in auxiliaries(verb)):
        return False
    without = any(t.lower_ == "without" for t in verb.children)
    return without or any(t.ent_type_ in ("DATE", "TIME") for t in terms)


def _has_term(token: Token) -> bool:
    terms = prepositional_objects(token, "for", "to")
    return any(t.lemma_ in ("year", "life") or t.lemma_ in TERMS for t in terms)
