"""Arrests told by what is done: "bundled into a van", "came for her", "taken in"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.frames import Frame, form_of
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
from habeas.claims.english.lexicon import english
from habeas.claims.english.people import is_human, is_named, named_head
from habeas.claims.english.quantities import read_quantity
from habeas.claims.english.set_phrases import companions, is_taker
from habeas.model.claims import Act

FORCING = frozenset("bundle shove herd load throw push force haul drag pull march pile".split())
_FETCHING = frozenset("take drag haul pull snatch bring remove grab".split())
_SWEEPING = frozenset({"sweep", "scoop", "hoover"})
_SURRENDERING = frozenset({"turn", "hand", "give", "surrender", "present"})
WAGONS = frozenset("van bus car vehicle truck lorry wagon jeep minibus cruiser".split())
HOMES = frozenset(
    "home house flat apartment bed street classroom hostel dormitory office car bus desk mosque "
    "church village cafe hotel room train plane".split()
)
_ASKED = frozenset({"question", "questioning", "interrogation"})
_SELF = frozenset({"himself", "herself", "themselves", "myself"})

TAKING_VERBS = FORCING | _FETCHING | _SWEEPING | _SURRENDERING | {"come", "net", "catch"}
"""Lemmas at which `find_taking` can find anything."""


def find_taking(verb: Token) -> Frame | None:
    """The frame of a verb that tells an arrest by its circumstances, else None."""
    if not is_verb(verb):
        return None
    for find in (_forced_in, _fetched, _swept_up, _came_for, _gave_up):
        people = [t for t in find(verb) if is_human(t)]
        if people:
            break
    if not people:
        return None
    beside = [*people, *companions(verb)]
    patients = tuple(dict.fromkeys(p for t in beside for p in coordinated(t) if is_human(p)))
    doer = agent(verb)
    return Frame(
        act=Act.ARREST,
        trigger=verb,
        clause=verb,
        form=form_of(verb),
        patients=patients,
        agent=None if doer in patients else doer,
    )


def _forced_in(verb: Token) -> list[Token]:
    """ "bundled into an unmarked van", "herded onto police buses"."""
    if verb.lemma_ not in FORCING:
        return []
    inside = prepositional_objects(verb, "into", "onto", "in")
    wagons = [t for t in inside if t.lemma_.lower() in WAGONS]
    return undergoers(verb) if wagons and is_taker(agent(verb)) else []


def _fetched(verb: Token) -> list[Token]:
    """ "taken in for questioning", "dragged from her home by police"."""
    if verb.lemma_ not in _FETCHING:
        return []
    why = prepositional_objects(verb, "for")
    inward = [
        t
        for t in verb.children
        if t.lower_ in ("in", "away") and t.dep_ in ("prt", "prep", "advmod")
    ]
    why += [t for way in inward for t in prepositional_objects(way, "for")]
    doer = agent(verb)
    if any(t.lemma_ in _ASKED for t in why):
        return undergoers(verb) if is_taker(doer) else []
    hauled = verb.lemma_ in ("haul", "pull") and bool(inward)
    out = any(t.lemma_.lower() in HOMES for t in prepositional_objects(verb, "from", "off"))
    if doer is None or doer.lower_ == "they" or not (hauled or out):
        return []
    return undergoers(verb) if is_taker(doer) else []


def _swept_up(verb: Token) -> list[Token]:
    """ "swept up 12 students", "the raid netted 12 people"."""
    if verb.lemma_ == "net":
        return [t for t in children(verb, "dobj") if t.pos_ == "NOUN" and read_quantity(t)]
    up = any(t.lower_ == "up" and t.dep_ in ("prt", "advmod") for t in verb.children)
    if verb.lemma_ == "catch":
        swept = [t for t in verb.subtree if t.lemma_ in ("arrest", "crackdown", "sweep", "roundup")]
        return undergoers(verb) if up and is_passive(verb) and swept else []
    return undergoers(verb) if up and verb.lemma_ in _SWEEPING else []


def _came_for(verb: Token) -> list[Token]:
    """ "the police came for her at dawn"."""
    if verb.lemma_ != "come":
        return []
    who = subject(verb)
    if who is None or who.lemma_ == "who" or not is_taker(who):
        return []
    return [
        t
        for t in prepositional_objects(verb, "for")
        if is_named(named_head(t)) or t.lower_ in ("him", "her", "them") or child(t, "poss")
    ]


def _gave_up(verb: Token) -> list[Token]:
    """ "turned himself in", "surrendered to police"."""
    if verb.lemma_ not in _SURRENDERING:
        return []
    who = subject(verb)
    if who is None or is_passive(verb):
        return []
    self = any(t.lower_ in _SELF for t in children(verb, "dobj"))
    given = any(t.lower_ in ("in", "up", "over") for t in verb.children)
    to = prepositional_objects(verb, "to", "at")
    takers = any(t.lemma_.lower() in english().words["arresting"] | {"authority"} for t in to)
    if (self and (given or takers)) or (verb.lemma_ == "surrender" and takers):
        return [who]
    return []
