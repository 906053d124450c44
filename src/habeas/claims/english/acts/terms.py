"""Sentences told by their length or by what a court does: "drew 12 years", "put away for nine"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from habeas.claims.english.acts.confinement import places_of_detention
from habeas.claims.english.acts.frames import Form, Frame, form_of
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
from habeas.claims.english.parse.trees import sentence_of, words_of
from habeas.claims.english.people.people import is_human, is_named, named_head
from habeas.model.claims import Act

COURTS = word_list("acts", "terms.courts")
_PUTTING = frozenset({"send", "put", "lock", "go", "dispatch", "pack", "commit"})
_CLUBS = frozenset({"club", "team", "side", "coach", "manager", "league"})
_AWAY = frozenset({"down", "away", "up"})
_PASSING = word_list("acts", "terms.passing")
_DRAWING = frozenset({"draw", "earn", "collect"})
_GETTING = frozenset({"get", "receive"})
_SERVING = frozenset({"serve", "spend"})
_BINDING = frozenset({"must", "will", "shall", "'ll"})
_ORDERING = frozenset({"order", "require", "oblige"})
_PENALTIES = frozenset({"sentence", "term", "verdict", "penalty", "year", "conviction"})
_TERMS = frozenset({"term", "sentence", "imprisonment"})
_UNITS = frozenset({"year", "month"})
_LENGTHS = _UNITS | {"life", "death"}
_DOOMED = frozenset({"labour", "labor", "prison", "gallows"}) | _LENGTHS
_PENDING = frozenset({"pending", "until", "awaiting", "back"})
_AT_MOST = frozenset({"in", "of", "for", "under"})
"""Prepositions after a term that stands alone; "ten years with the group" is none."""

TERM_VERBS = _PUTTING | _PASSING | _DRAWING | _SERVING | _GETTING | {"condemn"}
"""Lemmas at which `find_term` can find anything."""


def find_term(token: Token) -> Frame | None:
    """The frame of a verb, or of the noun of a clause without one, that gives people a term."""
    if not is_verb(token):
        return _bare_term(token) if token.dep_ == "ROOT" else None
    for find in (_put_away, _imposed, _condemned, _drawn, _went_to, _must_serve):
        people = [t for t in find(token) if is_human(t)]
        if people:
            return _frame(token, people)
    got = [t for t in _got_months(token) if is_human(t)]
    frame = _frame(token, got) if got else None
    return replace(frame, presumes=True) if frame is not None else None


def _got_months(verb: Token) -> list[Token]:
    """ "Ana Sol got 13 months": of somebody told as held, and not "six months to pay"."""
    who = subject(verb) if verb.lemma_ in _GETTING and not is_passive(verb) else None
    if who is None or not is_named(named_head(who)):
        return []
    months = [t for t in children(verb, "dobj") if t.lemma_ == "month" and is_length(t)]
    for_else = [t for m in months for t in children(m, "relcl", "acl", "prep") if t.lower_ != "in"]
    busy = child(verb, "xcomp") is not None or any(t.lower_ != "for" for t in for_else)
    return [who] if months and not busy else []


def is_length(token: Token) -> bool:
    """ "nine years", "18 months", "life", with a number where it needs one."""
    lemma = token.lemma_.lower()
    if lemma == "life":
        return token.dep_ != "poss"
    counted = child(token, "nummod") is not None or any(t.like_num for t in token.lefts)
    return lemma in _LENGTHS and counted


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
    for_years = [p for t in (verb, *cells) for p in prepositional_objects(t, "for")]
    for_years += [p for t in for_years for p in prepositional_objects(t, "for")]
    doer = agent(verb)
    if doer is not None and doer.lemma_.lower() in _CLUBS:
        return []
    by_court = doer is not None and doer.lemma_.lower() in COURTS and verb.lemma_ != "put"
    pending = any(t.lower_ in _PENDING for t in verb.subtree)
    contempt = any(t.lemma_ == "contempt" for t in for_years)
    if (
        not contempt
        and not any(_is_a_while(t) for t in for_years)
        and not (by_court and inside and not pending)
    ):
        return []
    return _subjects(verb) if verb.lemma_ == "go" else undergoers(verb)


def _is_a_while(token: Token) -> bool:
    """ "12 years", "a year", "life"."""
    return is_length(token) or (
        token.lemma_ in _UNITS and any(t.tag_ == "DT" for t in token.children)
    )


def _imposed(verb: Token) -> list[Token]:
    """ "imposed a sentence on", "passed sentence on", "guilty verdicts were returned against"."""
    if verb.lemma_ not in _PASSING:
        return []
    given = [t for t in undergoers(verb) if t.lemma_ in _PENALTIES or _is_term(t)]
    if any(
        t.lemma_ == "verdict" and not any(c.lower_ == "guilty" for c in t.children) for t in given
    ):
        return []
    heads = [verb, *given] if given else []
    return [t for head in heads for t in prepositional_objects(head, "on", "upon", "against")]


def _is_term(token: Token) -> bool:
    """ "a nine-year term", "a life sentence", "nine years in prison"."""
    if is_length(token):
        return bool(places_of_detention(token))
    around = {t.lemma_.lower() for t in token.subtree if t.i < token.i}
    lengths = any(word.rsplit("-", 1)[-1] in _LENGTHS for word in around)
    return token.lemma_.lower() in _TERMS and lengths


def _condemned(verb: Token) -> list[Token]:
    """ "condemned to death", "condemned her to 12 years in a camp"."""
    to = prepositional_objects(verb, "to") if verb.lemma_ == "condemn" else []
    return undergoers(verb) if any(t.lemma_ in _DOOMED for t in to) else []


def _drawn(verb: Token) -> list[Token]:
    """ "drew 12 years", "drew a suspended sentence", "earned her four years in prison"."""
    if verb.lemma_ not in _DRAWING or is_passive(verb):
        return []
    drawn = children(verb, "dobj")
    alone = verb.lemma_ == "draw" and any(
        t.lemma_ in ("sentence", "term") or _is_a_while(t) for t in drawn
    )
    return _subjects(verb) if alone or any(_is_term(t) for t in drawn) else []


def _went_to(verb: Token) -> list[Token]:
    """ "the longest term, 12 years, went to Ana Sol"."""
    who = subject(verb) if verb.lemma_ == "go" else None
    if who is None or who.lemma_ not in ("sentence", "term"):
        return []
    return prepositional_objects(verb, "to")


def _must_serve(verb: Token) -> list[Token]:
    """ "must serve nine years", "was ordered to spend nine years in prison"."""
    if verb.lemma_ not in _SERVING:
        return []
    if not any(is_length(t) for t in children(verb, "dobj", "npadvmod")):
        return []
    ordered = verb.dep_ == "xcomp" and verb.head.lemma_ in _ORDERING and is_passive(verb.head)
    bound = any(t.lower_ in _BINDING for t in children(verb, "aux"))
    inside = verb.lemma_ == "serve" or bool(places_of_detention(verb))
    return _subjects(verb) if inside and (ordered or bound) else []


def _subjects(verb: Token) -> list[Token]:
    who = subject(verb)
    return [who] if who is not None else []


def _bare_term(token: Token) -> Frame | None:
    """ "Ana Sol: 12 years", "Nine years for Ana Sol, five for Pavel": nothing else is said."""
    if is_length(token):
        shorter = [t for t in token.subtree if t != token and (t.like_num or is_length(t))]
        heads = [token, *shorter]
        given = [p for t in heads for p in prepositional_objects(t, "for")]
        named = [t for t in dict.fromkeys(given) if is_named(named_head(t))]
        return _frame(token, named) if named else None
    if any(is_verb(t) for t in words_of(sentence_of(token))) or not is_named(named_head(token)):
        return None
    marks = [
        t for t in words_of(sentence_of(token)) if t.text in (":", "–", "—", "--") and t.i > token.i
    ]
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
    given = trigger.lemma_ in _DRAWING | _SERVING | _GETTING | {"go"}
    doer = agent(trigger) if verbal and not given else None
    return Frame(
        act=Act.SENTENCE,
        trigger=trigger,
        clause=trigger,
        form=form_of(trigger) if verbal else Form.CLAUSE,
        patients=patients,
        agent=None if doer in patients else doer,
    )
