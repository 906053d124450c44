"""Held, told as a state: "remain behind bars", "are under house arrest", "is still there"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Frame, form_of
from habeas.claims.english.lexicon import english
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
from habeas.claims.english.parse.trees import sentence_of
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act

_STATES = frozenset({"hold", "detain", "imprison", "jail", "incarcerate", "intern", "keep"})
_PASSING = frozenset({"spend", "pass"})
_COMPLEMENTS = ("acomp", "xcomp", "oprd", "attr", "ccomp")
_OF_THEMSELVES = frozenset({"camp", "barracks", "arrest", "sentence", "hands", "hand", "garrison"})
_KEEPING = frozenset({"remand", "penal", "labour", "labor", "holding", "juvenile"})
_DEPRIVING = frozenset("leave deprive confine house extend prolong renew".split())
_BESIDE = ("advmod", "prt", "acomp", "prep", "attr")


def find_confinement(verb: Token) -> Frame | None:
    """The frame of a verb that says of people that they are held, or that they are out."""
    if not is_verb(verb):
        return None
    words = english().words
    if verb.lemma_ in words["putting"]:
        return _put_in_detention(verb)
    if verb.lemma_ == "leave":
        return _left_inside(verb)
    if verb.lemma_ in _DEPRIVING:
        return _deprived(verb)
    stays = verb.lemma_ in words["remaining"] or (
        verb.lemma_ in _PASSING and child(verb, "dobj") is not None
    )
    if not stays:
        return None
    return _state(verb)


@cache
def confining_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_confinement` can find anything."""
    return english().words["putting"] | english().words["remaining"] | _PASSING | _DEPRIVING


def _state(verb: Token) -> Frame | None:
    """ "remain behind bars", "is still in prison", "remain incarcerated", "are out"."""
    who = _freed_after(verb) or subject(verb)
    there = _is_still_there(verb)
    act = Act.HOLD if there or _is_held(verb) else None
    if act is Act.HOLD and _is_no_longer(verb):
        act = Act.RELEASE
    if act is None and (_is_out(verb) or _is_a_free_one(verb)):
        act = Act.RELEASE
    if child(verb, "expl") is not None:  # "there were twenty of us in the cell"
        who = child(verb, "attr") or who
        act = act or (_act_told_of(who) if who is not None else None)
    if who is None or act is None:
        return None
    patients = tuple(t for t in coordinated(who) if is_human(t))
    if not patients:
        return None
    return Frame(
        act=act,
        trigger=verb,
        clause=verb,
        form=form_of(verb),
        patients=patients,
        presumes=there,
    )


def _freed_after(verb: Token) -> Token | None:
    """ "freed Ana Sol after spending a year in prison": of the two, who was freed spent it."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("after", "following"):
        return None
    above = verb.head.head
    freeing = english().acts[Act.RELEASE].verbs | english().acts[Act.PARDON].verbs
    return child(above, "dobj") if above.lemma_ in freeing else None


def _act_told_of(who: Token) -> Act | None:
    """ "there are 275 people detained in the country": what is told of those who are there."""
    heads = [who, *prepositional_objects(who, "of")]
    told = [t for head in heads for t in children(head, "acl") if t.tag_ == "VBN"]
    told += [t for t in children(who.head, "acl") if t.tag_ == "VBN" and t.i > who.i]
    for verb in told:
        if verb.lemma_ in _STATES:
            return Act.HOLD
        if verb.lemma_ == "arrest":
            return Act.ARREST
    return None


def _is_no_longer(verb: Token) -> bool:
    """ "is no longer in prison"."""
    longer = [t for t in children(verb, "advmod") if t.lower_ == "longer"]
    return any(c.lower_ == "no" for t in longer for c in t.children)


def _is_a_free_one(verb: Token) -> bool:
    """ "is a free woman"."""
    ones = [t for t in children(verb, "attr") if t.lemma_ in ("man", "woman", "person")]
    return any(t.lower_ == "free" and t.dep_ == "amod" for one in ones for t in one.children)


def _left_inside(verb: Token) -> Frame | None:
    """ "that leaves 40 people in prison", "are left behind bars"."""
    heads = undergoers(verb)
    places = [p for t in (verb, *heads) for p in places_of_detention(t)]
    inside = [p for p in places if p.lemma_.lower() in english().words["detention"]]
    after = verb.doc[verb.i + 1 : sentence_of(verb).end]
    bare = any(t.lower_ == "inside" and t.dep_ in _BESIDE for t in after)
    return _frame(verb, Act.HOLD, heads) if inside or bare else None


def _deprived(verb: Token) -> Frame | None:
    """ "are deprived of liberty", "is confined to her home", "her custody was extended"."""
    if verb.lemma_ == "deprive":
        lost = prepositional_objects(verb, "of")
        heads = undergoers(verb) if any(t.lemma_ in ("liberty", "freedom") for t in lost) else []
    elif verb.lemma_ == "confine":
        homes = [t for t in prepositional_objects(verb, "to") if _is_cell(t) or t.lemma_ == "home"]
        heads = undergoers(verb) if homes else []
    elif verb.lemma_ == "house":
        who = subject(verb)
        cell = who is not None and _is_cell(who)
        heads = children(verb, "dobj") if cell else []
    else:
        terms = [t for t in undergoers(verb) if t.lemma_ in ("custody", "remand")]
        heads = [o for t in terms for o in (*children(t, "poss"), *prepositional_objects(t, "of"))]
    return _frame(verb, Act.HOLD, heads)


def _frame(verb: Token, act: Act, heads: list[Token]) -> Frame | None:
    patients = tuple(t for head in heads for t in coordinated(head) if is_human(t))
    if not patients:
        return None
    doer = agent(verb)
    return Frame(
        act=act,
        trigger=verb,
        clause=verb,
        form=form_of(verb),
        patients=patients,
        agent=None if doer in patients or verb.lemma_ == "leave" else doer,
    )


def _is_held(verb: Token) -> bool:
    if any(t.lemma_ == "remand" for t in prepositional_objects(verb, "on")):
        return True
    backs = [t for t in children(verb, "advmod", "acomp") if t.lower_ == "back"]
    if any(places_of_detention(t) for t in backs):
        return True
    adjectives = english().acts[Act.HOLD].adjectives
    return (
        any(_is_of_detention(t) for t in places_of_detention(verb))
        or any(
            t.lower_ in adjectives or (t.lemma_ in _STATES and t.tag_ == "VBN")
            for t in children(verb, *_COMPLEMENTS)
        )
        or any(t.lower_ == "inside" and t.dep_ in _BESIDE for t in verb.children)
    )


def _is_of_detention(place: Token) -> bool:
    """ "is at the police station", "in a prison hospital"; not "is in hospital", "in court"."""
    words = english().words
    lemma = place.lemma_.lower()
    if lemma in words["detention"] or lemma in _OF_THEMSELVES:
        return True
    around = {t.lemma_.lower() for t in place.subtree}
    return bool(around & (words["detention"] | words["arresting"] | _KEEPING))


def _is_still_there(verb: Token) -> bool:
    """ "two are still there", "the seven are where they were"."""
    there = any(t.lower_ == "there" and t.dep_ in _BESIDE for t in verb.children)
    within = any(t.lower_ == "there" for t in prepositional_objects(verb, "in"))
    within = within or any(
        t.lower_ == "in" and any(p.lower_ == "there" for p in t.children) for t in verb.children
    )
    there = there or within
    lasting = (
        within
        or verb.lemma_ in ("remain", "stay")
        or any(t.lower_ in ("still", "yet") for t in verb.children)
    )
    if there and lasting:
        return True
    for clause in children(verb, "advcl", "ccomp", "attr"):
        same = clause.lemma_ == "be" and clause.i > verb.i
        if same and any(t.lower_ == "where" for t in clause.children):
            again = subject(clause)
            return again is not None and again.pos_ == "PRON" and child(clause, "attr") is None
    return False


def _is_out(verb: Token) -> bool:
    if verb.lemma_ != "be":
        return False
    outs = [t for t in verb.children if t.lower_ == "out"]
    away = [p for t in outs for p in prepositional_objects(t, "of")]
    if any(t.lemma_.lower() in english().words["detention"] for t in away):
        return True
    if any(t.lemma_ == "liberty" for t in prepositional_objects(verb, "at")):
        return True
    return any(
        t.lower_ in ("out", "free") and t.dep_ in _BESIDE and _is_bare_or_bailed(t)
        for t in verb.children
    )


def _is_bare_or_bailed(out: Token) -> bool:
    bailed = any(t.lemma_ in ("bail", "parole") for t in prepositional_objects(out, "on"))
    return bailed or not list(out.children)


def _put_in_detention(verb: Token) -> Frame | None:
    """ "placed under house arrest", "sent back to prison", "remanded in custody"."""
    words = english().words
    held = [verb, *children(verb, "dobj")]  # "remanded four editors in custody"
    confined = [place for head in held for place in places_of_detention(head)]
    if verb.lemma_ == "remand":
        confined += [t for t in prepositional_objects(verb, "to", "into") if _is_cell(t)]
        confined += [verb] if is_passive(verb) and not prepositional_objects(verb, "to") else []
    back = verb.lemma_ in words["returning"] and any(
        t.lemma_.lower() in words["detention"] for t in prepositional_objects(verb, "to", "into")
    )
    again = verb.lemma_ == "return" or any(t.lower_ == "back" for t in verb.children)
    if not confined and not (back and again):
        return None
    heads = undergoers(verb)
    if not heads and verb.lemma_ == "return" and (who := subject(verb)) is not None:
        heads = coordinated(who)
    patients = tuple(t for t in heads if is_human(t))
    if not patients:
        return None
    return Frame(
        act=Act.HOLD,
        trigger=verb,
        clause=verb,
        form=form_of(verb),
        patients=patients,
        agent=agent(verb) if is_passive(verb) or children(verb, "dobj") else None,
    )


def _is_cell(place: Token) -> bool:
    words = english().words
    return place.lemma_.lower() in words["detention"] | words["facilities"]


def places_of_detention(verb: Token) -> list[Token]:
    """Heads of the places in which a verb says that people are held, in text order."""
    words = english().words
    back = [t for t in children(verb, "advmod") if t.lower_ in ("back", "still", "deep")]
    places = [p for way in (verb, *back) for p in prepositional_objects(way, *words["confining"])]
    held = [t for t in places if t.lemma_.lower() in words["detention"]]
    held += [t for t in places if t.lemma_ == "arrest" and _is_house_arrest(t)]
    at = [p for way in (verb, *back) for p in prepositional_objects(way, "at", "in")]
    return held + [t for t in at if t.lemma_.lower() in words["holding"]]


def _is_house_arrest(arrest: Token) -> bool:
    return any(t.lower_ in ("house", "home", "domiciliary") for t in arrest.children)


def is_from_no_detention(verb: Token) -> bool:
    """ "freed from her car": out of something that holds nobody for their politics."""
    sources = prepositional_objects(verb, "from")
    words = english().words
    return any(
        t.pos_ == "NOUN" and not ({t.lemma_, t.lower_} & (words["detention"] | words["holding"]))
        for t in sources
        if t.ent_type_ == "" and not is_human(t)
    )
