"""Sentences told by their length or by what a court does: "drew 12 years", "sent down"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.frames import Form, Frame, form_of
from habeas.claims.english.grammar import (
    agent,
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
from habeas.model.claims import Act

COURTS = frozenset("court judge tribunal magistrate jury bench chamber panel".split())
_PUTTING = frozenset({"send", "put", "lock", "go", "dispatch", "pack"})
_AWAY = frozenset({"down", "away", "up"})
_PASSING = frozenset({"impose", "pass", "return", "deliver", "pronounce", "issue", "mete"})
_PENALTIES = frozenset({"sentence", "term", "verdict", "penalty", "year", "conviction"})
_UNITS = frozenset({"year", "month"})
_DOOMED = frozenset({"death", "life", "labour", "labor", "prison", "gallows"}) | _UNITS

_AT_MOST = frozenset({"in", "of", "for", "under"})
"""Prepositions after a term that stands alone; "ten years with the group" is none."""
PENAL_VERBS = _PUTTING | _PASSING | {"condemn", "draw", "go"}
"""Lemmas at which `find_penalty` can find anything."""


def find_penalty(token: Token) -> Frame | None:
    """The frame of a sentence that no verb of sentencing tells, else None."""
    if not is_verb(token):
        return _bare_term(token)
    for find in (_put_away, _imposed, _condemned, _drawn, _went_to):
        people = [t for t in find(token) if is_human(t)]
        if people:
            return _frame(token, people)
    return None


def _put_away(verb: Token) -> list[Token]:
    """ "sent down for 12 years", "went to prison for 12 years", "sent 12 people to prison"."""
    if verb.lemma_ not in _PUTTING:
        return []
    words = english().words
    away = any(t.lower_ in _AWAY for t in children(verb, "prt", "advmod", "prep"))
    cells = prepositional_objects(verb, "to", "into", "behind", "in")
    inside = any(t.lemma_.lower() in words["detention"] for t in cells)
    if not (away or inside) or (verb.lemma_ == "go" and not inside):
        return []
    for_years = any(_is_term(t) for t in prepositional_objects(verb, "for"))
    for_years = for_years or any(
        _is_term(t) for c in cells for t in prepositional_objects(c, "for")
    )
    doer = agent(verb)
    by_court = doer is not None and doer.lemma_.lower() in COURTS and verb.lemma_ != "put"
    pending = any(t.lower_ in ("pending", "until", "awaiting", "back") for t in verb.subtree)
    if not for_years and not (by_court and inside and not pending):
        return []
    if verb.lemma_ == "go":
        who = subject(verb)
        return [who] if who is not None else []
    return undergoers(verb)


def _is_term(token: Token) -> bool:
    """ "12 years", "life"."""
    if token.lemma_ == "life":
        return True
    return token.lemma_ in _UNITS and any(
        t.dep_ == "nummod" or t.tag_ == "DT" for t in token.children
    )


def _imposed(verb: Token) -> list[Token]:
    """ "imposed a sentence on", "passed sentence on", "guilty verdicts were returned against"."""
    if verb.lemma_ not in _PASSING:
        return []
    given = [t for t in undergoers(verb) if t.lemma_ in _PENALTIES]
    if any(
        t.lemma_ == "verdict" and not any(c.lower_ == "guilty" for c in t.children) for t in given
    ):
        return []
    heads = [verb, *given] if given else []
    return [t for head in heads for t in prepositional_objects(head, "on", "upon", "against")]


def _condemned(verb: Token) -> list[Token]:
    """ "condemned to death", "condemned her to 12 years in a camp"."""
    to = prepositional_objects(verb, "to") if verb.lemma_ == "condemn" else []
    return undergoers(verb) if any(t.lemma_ in _DOOMED for t in to) else []


def _drawn(verb: Token) -> list[Token]:
    """ "drew 12 years", "drew a suspended sentence"."""
    if verb.lemma_ != "draw" or is_passive(verb):
        return []
    who = subject(verb)
    drawn = [t for t in children(verb, "dobj") if t.lemma_ in ("sentence", "term") or _is_term(t)]
    return [who] if drawn and who is not None else []


def _went_to(verb: Token) -> list[Token]:
    """ "the longest term, 12 years, went to Ana Sol"."""
    who = subject(verb) if verb.lemma_ == "go" else None
    if who is None or who.lemma_ not in ("sentence", "term"):
        return []
    return prepositional_objects(verb, "to")


def _bare_term(token: Token) -> Frame | None:
    """ "Ana Sol: 12 years.", "Twelve years for Ana Sol": nothing else is said."""
    if token.dep_ != "ROOT" or any(is_verb(t) for t in token.sent):
        return None
    if token.lemma_ in _UNITS and any(t.dep_ == "nummod" for t in token.children):
        people = [t for t in prepositional_objects(token, "for") if is_named(named_head(t))]
        return _frame(token, people) if people else None
    if not is_named(named_head(token)):
        return None
    marks = [t for t in token.sent if t.text in (":", "–", "—", "--") and t.i > token.i]
    terms = [t for t in token.subtree if t.i > token.i and t.lemma_ in _UNITS]
    numbered = [t for t in terms if any(c.dep_ == "nummod" for c in t.children)]
    numbered = [t for t in numbered if all(p.lower_ in _AT_MOST for p in children(t, "prep"))]
    old = any(t.lower_ == "old" for t in token.subtree)
    if not marks or not numbered or old or marks[0].i > numbered[0].i:
        return None
    between = token.doc[marks[0].i + 1 : numbered[0].i]
    return _frame(token, [token]) if len(between) < 4 else None


def _frame(trigger: Token, people: list[Token]) -> Frame | None:
    patients = tuple(dict.fromkeys(p for t in people for p in coordinated(t) if is_human(p)))
    if not patients:
        return None
    verbal = is_verb(trigger)
    doer = agent(trigger) if verbal and trigger.lemma_ not in ("go", "draw") else None
    return Frame(
        act=Act.SENTENCE,
        trigger=trigger,
        clause=trigger,
        form=form_of(trigger) if verbal else Form.CLAUSE,
        patients=patients,
        agent=None if doer in patients else doer,
    )
