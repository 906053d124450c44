"""Figures put by somebody: "gave the number of arrests as 12", "knows of 12 people in prison"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.figures.resumed import act_counted, bare_number
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    agent,
    child,
    children,
    is_passive,
    is_verb,
    prepositional_objects,
    subject,
)
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act

_PUTTING = word_list("figures", "putting.putting")
_KNOWING = word_list("figures", "putting.knowing")
_CASES = frozenset({"case", "instance", "incident"})
_OURSELVES = frozenset({"i", "we"})
_STATES = frozenset({"country", "government", "kingdom", "state", "police", "army", "regime"})
PUTTING_VERBS = _PUTTING | _KNOWING
"""Lemmas at which `find_put` can find anything."""


def find_put(verb: Token) -> Frame | None:
    """The frame of a verb by which somebody gives a figure of people held or of acts."""
    return (_put(verb) or _known(verb) or _cases(verb)) if is_verb(verb) else None


def _put(verb: Token) -> Frame | None:
    """ "gave the number of arrests as 12", "the number of prisoners is put at 120"."""
    if verb.lemma_ not in _PUTTING:
        return None
    ranges = verb.lemma_ in ("range", "vary")
    passive = is_passive(verb)
    things = children(verb, "nsubj" if ranges else "nsubjpass" if passive else "dobj")
    for thing in things:
        inner = [t for t in prepositional_objects(thing, "of") if t.lemma_ == "number"]
        act = act_counted(thing) or next((a for t in inner if (a := act_counted(t))), None)
        ways = ("from", "between") if ranges else ("at", "as")
        values = [v for t in (verb, thing) for v in prepositional_objects(t, *ways)]
        values += [v for t in (verb, thing) for v in _between(t)]
        number = bare_number(values)
        if act is not None and number is not None:
            who = None if ranges else subject(verb)
            if passive:  # the parser may hang "by the police" under the number
                who = agent(verb) or next(iter(prepositional_objects(number, "by")), None)
            return _frame(verb, act, number, who)
    return None


def _between(above: Token) -> list[Token]:
    """ "at between 120 and 300"."""
    preps = [t for t in children(above, "prep") if t.lower_ in ("at", "as")]
    return [v for p in preps for v in prepositional_objects(p, "between")]


def _known(verb: Token) -> Frame | None:
    """ "lists 12 people in prison", "has the names of 12 prisoners", "knows of 12 behind bars"."""
    if verb.lemma_ not in _KNOWING or is_passive(verb):
        return None
    things = children(verb, "dobj") + prepositional_objects(verb, "of", "about")
    names = [t for t in things if t.lemma_ in ("name", "list", "record", "identity")]
    things += [t for name in names for t in prepositional_objects(name, "of")]
    for people in things:
        counted = people.like_num or child(people, "nummod") is not None
        if is_human(people) and counted and _is_inside(people, verb, listed=bool(names)):
            return _frame(verb, Act.HOLD, people, subject(verb))
    return None


def _is_inside(people: Token, verb: Token, *, listed: bool) -> bool:
    words = english().words
    captive = people.lemma_ in words["captives"] and (verb.lemma_ != "have" or listed)
    places = [p for t in (people, verb) for p in prepositional_objects(t, *words["confining"])]
    return captive or any(t.lemma_ in words["detention"] for t in places)


def _cases(verb: Token) -> Frame | None:
    """ "documented 12 cases of arrest"."""
    for thing in children(verb, "dobj"):
        if thing.lemma_ not in _CASES or child(thing, "nummod") is None:
            continue
        nouns = prepositional_objects(thing, "of")
        acts = english().acts
        for act in (Act.RELEASE, Act.PARDON, Act.ARREST, Act.SENTENCE, Act.HOLD):
            if any(t.lemma_ in acts[act].nouns for t in nouns):
                return _frame(verb, act, thing, subject(verb))
    return None


def _frame(verb: Token, act: Act, number: Token, who: Token | None) -> Frame:
    tells = who is not None and who.lower_ not in _OURSELVES and not _is_holder(who)
    tells = tells and not any(t.lower_ in ("our", "my") for t in who.children)  # type: ignore[union-attr]
    return Frame(
        act=act,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=(number,),
        teller=who if tells else None,
    )


def _is_holder(who: Token) -> bool:
    """ "Norland has 12 people in prison": whose prison it is."""
    return who.ent_type_ == "GPE" or (who.lemma_ in _STATES and who.head.lemma_ in ("have", "hold"))
