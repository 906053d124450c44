"""Arrests told by how people are taken: "bundled into a van", "led off a bus", "came for her"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.frames import Frame, form_of
from habeas.claims.english.grammar import (
    agent,
    children,
    coordinated,
    is_passive,
    is_verb,
    prepositional_objects,
    undergoers,
)
from habeas.claims.english.lexicon import english
from habeas.claims.english.people import is_human
from habeas.model.claims import Act

_FORCING = frozenset({"bundle", "whisk", "spirit", "manhandle", "frogmarch", "yank"})
"""Verbs that with a way ("into a van", "away") leave people no choice."""
_TAKING = frozenset(
    "take pull drag haul lead seize grab snatch remove march escort collect force push load "
    "throw shove bring".split()
)
_COMING = frozenset({"come"})
_AWAY = frozenset({"away", "off"})
_INTO = frozenset(
    "van car vehicle truck bus jeep minibus pickup suv lorry boot trunk wagon".split()
)
_FROM = frozenset(
    "bus train motorcycle motorbike taxi car boda plane flight ferry boat bed home house flat "
    "apartment office newsroom studio street classroom dormitory hotel restaurant cafe café "
    "checkpoint mosque church workplace desk platform stage queue airport border village".split()
)
_ARMED = frozenset(
    "armed masked hooded uniformed unidentified unknown plainclothes plain camouflaged".split()
)
_UNIFORMS = frozenset({"clothes", "uniform", "mask", "balaclava", "fatigue", "camouflage"})
_SERVICES = frozenset({"security", "intelligence", "police", "army", "military", "service"})
_PERSONS = frozenset({"man", "people", "gunman", "person", "individual"})

SEIZING_VERBS = _FORCING | _TAKING | _COMING
"""Lemmas at which `find_seizure` can find anything."""


def find_seizure(verb: Token) -> Frame | None:
    """The frame of a verb by which somebody is taken into custody, else None.

    "Took" and the like need who takes ("soldiers took her in May") or where from
    ("was taken from his home at dawn"), and nowhere harmless to go to.
    """
    if not is_verb(verb) or verb.lemma_ not in SEIZING_VERBS:
        return None
    if verb.lemma_ in _COMING:
        found = _come_for(verb)
    elif verb.lemma_ in _FORCING:
        found = undergoers(verb) if _goes_away(verb) else []
    else:
        found = _taken(verb)
    patients = tuple(t for head in found for t in coordinated(head) if is_human(t))
    if not patients:
        return None
    return Frame(
        act=Act.ARREST,
        trigger=verb,
        clause=verb,
        form=form_of(verb),
        patients=tuple(dict.fromkeys(patients)),
        agent=agent(verb),
    )


def _come_for(verb: Token) -> list[Token]:
    """ "plain-clothes men came for the blogger"."""
    who = agent(verb)
    return prepositional_objects(verb, "for") if who is not None and _arrests(who) else []


def _taken(verb: Token) -> list[Token]:
    if _goes_elsewhere(verb):
        return []
    who = agent(verb)
    passive = is_passive(verb)
    ways = [
        verb,
        *(t for t in children(verb, "advmod", "prt", "prep") if t.lower_ in ("out", "off")),
    ]
    sources = [p for way in ways for p in prepositional_objects(way, "from", "off", "of")]
    from_life = any(t.lemma_.lower() in _FROM for t in sources)
    if who is None:
        return undergoers(verb) if passive and from_life else []
    return undergoers(verb) if _arrests(who) and (from_life or passive or _goes_away(verb)) else []


def _goes_away(verb: Token) -> bool:
    into = prepositional_objects(verb, "into", "in")
    away = any(t.lower_ in _AWAY for t in children(verb, "advmod", "prt"))
    unknown = any(
        t.lemma_.lower() in ("place", "location", "destination")
        for t in prepositional_objects(verb, "to")
    )
    return away or unknown or any(t.lemma_.lower() in _INTO for t in into)


def _goes_elsewhere(verb: Token) -> bool:
    """ "took her home", "was taken from the cell to hospital", "took her to Spain"."""
    homeward = any(t.lower_ in ("home", "back", "aback") for t in verb.children)
    to = prepositional_objects(verb, "to")
    words = english().words
    harmless = any(
        t.lemma_.lower()
        not in words["detention"] | words["stations"] | {"place", "location", "destination"}
        for t in to
    )
    return homeward or harmless


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
