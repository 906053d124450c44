"""Arrests told by how people are taken: "bundled into a van", "came for her", "taken in"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Frame, form_of
from habeas.claims.english.acts.set_phrases import companions, is_taker
from habeas.claims.english.figures.quantities import read_quantity
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
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
from habeas.claims.english.people.people import is_human, is_named, named_head
from habeas.model.claims import Act

_WHISKING = frozenset({"bundle", "whisk", "spirit", "manhandle", "frogmarch", "yank"})
"""Verbs that with a way ("into a van", "away") leave people no choice."""
FORCING = word_list("acts", "seizures.forcing")
_TAKING = word_list("acts", "seizures.taking")
_SHELTERED = word_list("acts", "seizures.sheltered")
_FETCHING = word_list("acts", "seizures.fetching")
_SWEEPING = frozenset({"sweep", "scoop", "hoover"})
_SURRENDERING = frozenset({"turn", "hand", "give", "surrender", "present"})
_AWAY = frozenset({"away", "off"})
WAGONS = word_list("acts", "seizures.wagons")
HOMES = word_list("acts", "seizures.homes")
_HALTING = frozenset({"stop", "intercept"})
_BORDERS = frozenset("border crossing frontier checkpoint airport roadblock".split())
_PLACES = frozenset({"place", "location", "destination"})
_ARMED = word_list("acts", "seizures.armed")
_UNIFORMS = frozenset({"clothes", "uniform", "mask", "balaclava", "fatigue", "camouflage"})
_SERVICES = frozenset({"security", "intelligence", "police", "army", "military", "service"})
_PERSONS = frozenset({"man", "people", "gunman", "person", "individual"})
_ASKED = frozenset({"question", "questioning", "interrogation"})
_SELF = frozenset({"himself", "herself", "themselves", "myself"})

SEIZING_VERBS = (
    _WHISKING | FORCING | _TAKING | _SWEEPING | _SURRENDERING | _HALTING | {"come", "net", "catch"}
)
"""Lemmas at which `find_seizure` can find anything."""


def find_seizure(verb: Token) -> Frame | None:
    """The frame of a verb by which somebody is taken into custody, else None.

    "Took" and the like need who takes ("soldiers took her in May") or where from
    ("was taken from his home at dawn"), and nowhere harmless to go to.
    """
    if not is_verb(verb) or verb.lemma_ not in SEIZING_VERBS:
        return None
    for find in (_forced_in, _fetched, _swept_up, _came_for, _gave_up, _taken, _halted):
        people = [t for t in find(verb) if is_human(t)]
        if people:
            return _frame(verb, people)
    return None


def _frame(verb: Token, people: list[Token]) -> Frame:
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
    """ "bundled into an unmarked van", "herded onto police buses", "whisked away"."""
    if verb.lemma_ in _WHISKING and _goes_away(verb):
        return undergoers(verb)
    if verb.lemma_ not in FORCING:
        return []
    inside = prepositional_objects(verb, "into", "onto", "in")
    wagons = [t for t in inside if t.lemma_.lower() in WAGONS]
    return undergoers(verb) if wagons and is_taker(agent(verb)) else []


def _fetched(verb: Token) -> list[Token]:
    """ "taken in for questioning", "dragged from her home by police"."""
    doer = agent(verb)
    if verb.lemma_ not in _FETCHING or not is_taker(doer):
        return []
    inward = [
        t
        for t in verb.children
        if t.lower_ in ("in", "away") and t.dep_ in ("prt", "prep", "advmod")
    ]
    why = [p for way in (verb, *inward) for p in prepositional_objects(way, "for")]
    if any(t.lemma_ in _ASKED for t in why):
        return undergoers(verb)
    if doer is None and _is_taken_in(verb):
        return undergoers(verb)
    hauled = verb.lemma_ in ("haul", "pull") and bool(inward)
    out = any(t.lemma_.lower() in HOMES for t in prepositional_objects(verb, "from", "off"))
    if doer is None or doer.lower_ == "they" or not (hauled or out):
        return []
    return undergoers(verb)


def _is_taken_in(verb: Token) -> bool:
    """ "nine members were taken in before the march": by the police, where nobody takes them in."""
    if verb.lemma_ != "take" or not is_passive(verb):
        return False
    inward = [t for t in verb.children if t.lower_ == "in" and t.dep_ in ("prt", "advmod")]
    whom = {t.lemma_.lower() for t in undergoers(verb)}
    return bool(inward) and not whom & _SHELTERED


def _swept_up(verb: Token) -> list[Token]:
    """ "swept up 12 students", "the raid netted 12 people"."""
    if verb.lemma_ == "net":
        return [t for t in children(verb, "dobj") if t.pos_ == "NOUN" and read_quantity(t)]
    up = any(t.lower_ == "up" and t.dep_ in ("prt", "advmod") for t in verb.children)
    if verb.lemma_ == "catch" and is_passive(verb) and _at_border(verb):
        return undergoers(verb)
    if verb.lemma_ == "catch":
        swept = [t for t in verb.subtree if t.lemma_ in ("arrest", "crackdown", "sweep", "roundup")]
        return undergoers(verb) if up and is_passive(verb) and swept else []
    return undergoers(verb) if up and verb.lemma_ in _SWEEPING else []


def _at_border(verb: Token) -> bool:
    """ "caught at the border", "caught trying to flee"."""
    places = prepositional_objects(verb, "at", "on", "near", "in")
    fleeing = [t for t in verb.subtree if t.lemma_ in ("cross", "flee", "leave") and t.tag_ == "VB"]
    return bool(fleeing) or any(t.lemma_.lower() in _BORDERS for t in places)


def _halted(verb: Token) -> list[Token]:
    """ "was stopped at the crossing and is being held"."""
    if verb.lemma_ not in _HALTING:
        return []
    after = [t for t in verb.conjuncts if t.i > verb.i and t.lemma_ in ("hold", "detain", "jail")]
    return undergoers(verb) if is_passive(verb) and _at_border(verb) and after else []


def _came_for(verb: Token) -> list[Token]:
    """ "the police came for her at dawn", "plain-clothes men came for the blogger"."""
    who = subject(verb) if verb.lemma_ == "come" else None
    if who is None or who.lemma_ == "who":
        return []
    sought = prepositional_objects(verb, "for")
    if _arrests(who):
        return sought
    return [t for t in sought if _is_a_known_person(t)] if is_taker(who) else []


def _is_a_known_person(token: Token) -> bool:
    pronoun = token.lower_ in ("him", "her", "them")
    return pronoun or is_named(named_head(token)) or child(token, "poss") is not None


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


def _taken(verb: Token) -> list[Token]:
    """ "soldiers took her away", "was led off a bus", "was taken from his home"."""
    if verb.lemma_ not in _TAKING or _goes_elsewhere(verb):
        return []
    who = agent(verb)
    passive = is_passive(verb)
    ways = [
        verb,
        *(t for t in children(verb, "advmod", "prt", "prep") if t.lower_ in ("out", "off")),
    ]
    sources = [p for way in ways for p in prepositional_objects(way, "from", "off", "of")]
    from_life = any(t.lemma_.lower() in HOMES for t in sources)
    if who is None:
        return undergoers(verb) if passive and from_life else []
    return undergoers(verb) if _arrests(who) and (from_life or passive or _goes_away(verb)) else []


def _goes_away(verb: Token) -> bool:
    into = prepositional_objects(verb, "into", "in")
    away = any(t.lower_ in _AWAY for t in children(verb, "advmod", "prt"))
    unknown = any(t.lemma_.lower() in _PLACES for t in prepositional_objects(verb, "to"))
    return away or unknown or any(t.lemma_.lower() in WAGONS for t in into)


def _goes_elsewhere(verb: Token) -> bool:
    """ "took her home", "was taken from the cell to hospital", "took her to Spain"."""
    homeward = any(t.lower_ in ("home", "back", "aback") for t in verb.children)
    words = english().words
    inside = words["detention"] | words["stations"] | _PLACES
    return homeward or any(
        t.lemma_.lower() not in inside for t in prepositional_objects(verb, "to")
    )


def _arrests(who: Token) -> bool:
    """True for those who arrest, by office or by look: "officers", "armed men", "men in masks"."""
    words = english().words
    lemma = who.lemma_.lower()
    if lemma in words["arresting"] or lemma == "gunman":
        return True
    around = {t.lower_ for t in who.children if t.dep_ in ("amod", "compound", "nmod")}
    around |= {t.lower_ for c in who.children if c.dep_ == "compound" for t in c.children}
    if lemma in _PERSONS:
        within = prepositional_objects(who, "in", "of", "from")
        around |= {t.lemma_.lower() for t in within}
        return bool(around & (_ARMED | _UNIFORMS | _SERVICES))
    return lemma in _SERVICES
