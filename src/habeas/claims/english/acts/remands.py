"""Held and arrested, told by what a court or its agents do: "denied bail", "sent to jail"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Frame, form_of
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import (
    agent,
    children,
    coordinated,
    is_passive,
    is_verb,
    prepositional_objects,
    subject,
    undergoers,
)
from habeas.claims.english.people.people import is_human, named_head
from habeas.model.claims import Act

_REFUSING = frozenset({"deny", "refuse", "reject", "dismiss"})
_COMMITTING = frozenset({"send", "commit", "remand", "order", "take", "lead"})
_KEEPING = frozenset({"hold", "keep", "detain"})
_STAYING = frozenset({"be", "remain", "sit", "stay"})
_APPOINTING = frozenset({"schedule", "slate"})
_DISCHARGED = frozenset({"accused", "defendant", "suspect", "applicant", "appellant", "dock"})
_COURTS = frozenset({"court", "judge", "magistrate", "tribunal", "bench", "jury", "justice"})
_CELLS = frozenset({"prison", "jail", "cell", "remand"})
_CHANGING = frozenset({"change", "replace", "commute", "soften", "alter"})
_MILDER = frozenset({"bail", "recognisance", "recognizance", "undertaking", "parole"})
_INSIDE = frozenset({"jail", "custody", "detention", "remand"})

_FREEING = frozenset({"discharge", "open"})
REMANDING_VERBS = _REFUSING | _COMMITTING | _KEEPING | _STAYING | _APPOINTING | _CHANGING | _FREEING
"""Lemmas at which `find_remand` can find anything."""


def find_remand(verb: Token) -> Frame | None:
    """The frame of a verb that leaves or puts people in custody in the words of a court.

    Also of "scheduled for release", which a court's calendar tells.
    """
    if not is_verb(verb):
        return None
    if verb.lemma_ in _APPOINTING or verb.lemma_ == "be":
        appointed = _frame(verb, Act.RELEASE, _appointed(verb))
        if appointed is not None or verb.lemma_ != "be":
            return appointed
    for freeing in (_discharged, _opened):
        if found := freeing(verb):
            return _frame(verb, Act.RELEASE, found)
    if found := _eased(verb):
        return _frame(verb, Act.CONDITIONAL_RELEASE, found)
    for find in (_refused_bail, _committed, _incommunicado, _on_death_row):
        if found := find(verb):
            return _frame(verb, Act.HOLD, found)
    return None


def is_abducted(verb: Token) -> bool:
    """ "was abducted by police": an arrest, where those who take people act for a state."""
    if verb.lemma_.lower() not in english().words["abducting"]:
        return False
    who = agent(verb)
    arresting = english().words["arresting"]
    return who is not None and any(t.lemma_.lower() in arresting for t in who.subtree)


def is_dated_jailing(verb: Token) -> bool:
    """ "was imprisoned on 3 May", "was jailed in 2020": the day it began, not a state."""
    if verb.lemma_ not in ("jail", "imprison", "incarcerate") or verb.tag_ not in ("VBN", "VBD"):
        return False
    if verb.dep_ == "amod" or any(t.tag_ in ("VBZ", "VBP") for t in children(verb, "auxpass")):
        return False
    return any(t.ent_type_ == "DATE" for t in prepositional_objects(verb, "on", "in"))


def _refused_bail(verb: Token) -> list[Token]:
    """ "were denied bail", "denied Ana Sol bail", "refused bail to the two"."""
    if verb.lemma_ not in _REFUSING:
        return []
    told = children(verb, "dobj", "nsubjpass", "oprd")
    bail = next((t for t in told if t.lower_ == "bail"), None)
    if bail is None:
        return _of_application(told)
    given = children(verb, "dative") + prepositional_objects(verb, "to")
    given += [*prepositional_objects(bail, "to", "for"), *children(bail, "compound", "poss")]
    named = [t for t in given if is_human(t)]
    who = subject(verb)
    if named or who is None or not is_passive(verb):
        return named
    return [] if who == bail else [who]


def _eased(verb: Token) -> list[Token]:
    """ "changed the measure of restraint for Ana Sol to house arrest": let out of a cell."""
    if verb.lemma_ not in _CHANGING:
        return []
    measures = children(verb, "dobj", "nsubjpass")
    measures = [t for t in measures if t.lemma_ in ("measure", "restraint", "detention")]
    to = [t for head in (verb, *measures) for t in prepositional_objects(head, "to", "with")]
    milder = [t for t in to if t.lemma_ in _MILDER]
    arrest = [t for t in to if t.lemma_ == "arrest" and any(c.lower_ == "house" for c in t.lefts)]
    if not measures or not (milder or arrest):
        return []
    held = [t for m in measures for t in (*children(m, "poss"), *prepositional_objects(m, "for"))]
    held += prepositional_objects(verb, "for")
    return [named_head(t) for t in held if is_human(t)]


def _of_application(told: list[Token]) -> list[Token]:
    """ "her application for bail was refused", "Ana Sol's bail plea was rejected"."""
    asked = [t for t in told if t.lemma_ in ("application", "plea", "request", "motion", "appeal")]
    for noun in asked:
        below = [*children(noun, "compound"), *prepositional_objects(noun, "for")]
        if any(t.lower_ == "bail" for t in below):
            return children(noun, "poss") + prepositional_objects(noun, "by", "of", "from")
    return []


def _discharged(verb: Token) -> list[Token]:
    """ "the judge discharged 12 detainees", "were discharged by the court"; no patients."""
    if verb.lemma_ != "discharge" or prepositional_objects(verb, "from"):
        return []
    people = undergoers(verb)
    doer = agent(verb)
    by_court = doer is not None and bool({t.lemma_.lower() for t in doer.subtree} & _COURTS)
    words = _DISCHARGED | english().words["captives"]
    return people if by_court or any(t.lemma_.lower() in words for t in people) else []


def _opened(verb: Token) -> list[Token]:
    """ "the prison gates opened for 12 people", "opened its cells to 12 people"."""
    if verb.lemma_ != "open":
        return []
    told = [*children(verb, "dobj", "nsubj", "nsubjpass")]
    doors = [t for t in told if t.lemma_ in ("gate", "door", "cell")]
    held = english().words["detention"] | english().words["captives"]
    of_prison = any({t.lemma_.lower() for t in d.subtree} & (held | {"cell"}) for d in doors)
    people = prepositional_objects(verb, "for", "to")
    captive = any(t.lemma_.lower() in english().words["captives"] for t in people)
    return people if doors and (of_prison or captive) else []


def _committed(verb: Token) -> list[Token]:
    """ "was sent to jail", "ordered back to jail", "sent him to 14-day judicial custody"."""
    if verb.lemma_ not in _COMMITTING:
        return []
    ways = [verb, *(t for t in children(verb, "advmod", "prt") if t.lower_ == "back")]
    places = [t for way in ways for t in prepositional_objects(way, "to", "into")]
    if verb.lemma_ == "remand" and not places:
        for_days = prepositional_objects(verb, "for", "until", "till")
        return undergoers(verb) if for_days else []
    inside = english().words["detention"] if verb.lemma_ != "send" else _INSIDE
    if verb.lemma_ in ("take", "lead"):
        inside = _CELLS
    return undergoers(verb) if any(t.lemma_.lower() in inside for t in places) else []


def _incommunicado(verb: Token) -> list[Token]:
    """ "held incommunicado": the parser takes the adverb for an object, the verb for active."""
    if verb.lemma_ not in _KEEPING or not any(t.lower_ == "incommunicado" for t in verb.children):
        return []
    objects = [t for t in undergoers(verb) if t.lower_ != "incommunicado"]
    who = subject(verb)
    return objects or ([who] if who is not None else [])


def _on_death_row(verb: Token) -> list[Token]:
    if verb.lemma_ not in _STAYING:
        return []
    rows = [t for t in prepositional_objects(verb, "on") if t.lower_ == "row"]
    who = subject(verb)
    dead = any(t.lower_ == "death" for row in rows for t in row.children)
    return [who] if dead and who is not None else []


def _appointed(verb: Token) -> list[Token]:
    """ "is scheduled for release on Friday"."""
    due = [t for t in children(verb, "acomp") if t.lower_ in ("due", "up", "scheduled")]
    ways = [t for a in (verb, *due) for t in prepositional_objects(a, "for")]
    if not any(t.lemma_ == "release" for t in ways):
        return []
    who = subject(verb)
    return [who] if (is_passive(verb) or due) and who is not None else []


def _frame(verb: Token, act: Act, people: list[Token]) -> Frame | None:
    patients = tuple(t for head in people for t in coordinated(head) if is_human(t))
    if not patients:
        return None
    doer = agent(verb) if verb.lemma_ != "open" else None
    return Frame(
        act=act,
        trigger=verb,
        clause=verb,
        form=form_of(verb),
        patients=tuple(dict.fromkeys(patients)),
        agent=None if doer in patients else doer,
    )
