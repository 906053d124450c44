"""Acts named by a verb and a word with it: "walked free", "were granted clemency", "got a year"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Frame, form_of
from habeas.claims.english.figures.quantities import read_quantity
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import (
    agent,
    child,
    children,
    coordinated,
    is_negated,
    is_passive,
    is_verb,
    prepositional_objects,
    subject,
    undergoers,
)
from habeas.claims.english.people.people import is_human, is_named, named_head
from habeas.model.claims import Act

TERMS = frozenset({"day", "week", "month"})
"""Units of short terms, which are as often no terms at all."""
ON_PEOPLE = (Act.PARDON, Act.RELEASE, Act.EXILE, Act.ARREST, Act.SENTENCE, Act.HOLD)
"""Acts done to people, in the order in which a word is taken for one of them."""
_EVERYDAY = frozenset({"pick", "take", "lead", "carry"})
"""Verbs of arrests that anybody does to anybody: whoever does it must be told to arrest people."""
_HARDSHIPS = frozenset({"labour", "labor", "arrest", "probation", "supervision", "hardship"})
_GIVING = frozenset({"grant", "extend", "issue", "hand", "show", "give", "send"})
_COMPLEMENTS = frozenset("dobj npadvmod oprd acomp prt advmod attr ccomp xcomp prep".split())


def find_phrase(token: Token) -> Frame | None:
    """ "were granted clemency", "walked free", "left prison"."""
    if not is_verb(token):
        return None
    for act, word in set_phrases().get(token.lemma_.lower(), ()):
        if _has_complement(token, word):
            return _phrase_frame(token, act, word)
    return None


@cache
def set_phrases() -> dict[str, list[tuple[Act, str]]]:
    """The set phrases that begin with a verb, by that verb."""
    found: dict[str, list[tuple[Act, str]]] = {}
    for act in ON_PEOPLE:
        for verb, word in sorted(english().acts[act].phrases):
            found.setdefault(verb, []).append((act, word))
    return found


def _phrase_frame(token: Token, act: Act, word: str) -> Frame | None:
    """Done to a human object or recipient where there is one ("took them away"), else to the
    subject ("they walked free", "he received a pardon")."""
    recipients = children(token, "dative") + prepositional_objects(token, "to", "for")
    given = [t for t in children(token, "dobj") if word in (t.lemma_, t.lower_)]
    recipients += [t for thing in given for t in prepositional_objects(thing, "to", "for")]
    inner = children(token, "ccomp", "advmod")  # "let the others go", "let the others out"
    clause_objects = [s for t in inner if (s := child(t, "nsubj"))]
    clause_objects += [t for t in inner if is_named(t)]  # "let Ana Sol out"
    objects = [t for head in undergoers(token) for t in identified(head)]
    objects = [t for t in objects if t.lemma_ != word and t.lower_ != word]
    # "set free 120 people": the parser hangs them under "free".
    objects += [o for t in token.rights if t.lower_ == word for o in children(t, "dobj")]
    # "19 received sentences and seven were given terms": no part of what was received.
    objects = [t for t in objects if not (t.dep_ == "conj" and t.head in given)]
    done_to = [t for t in [*objects, *recipients, *clause_objects] if is_human(t)]
    doer = agent(token)
    if not done_to:
        joined = token.dep_ == "conj" and token.tag_ == "VBN" and is_passive(token.head)
        if given and token.lemma_ in _GIVING and not (is_passive(token) or joined):
            return None  # nobody is told to whom
        if act is Act.ARREST and child(token, "dobj") is not None and not is_passive(token):
            return None  # "picked up an injury"
        found = subject(token)
        done_to = identified(found) if found is not None else []
        doer = agent(token) if is_passive(token) else None
    done_to += companions(token)
    taken = _is_taken_by_police(act, doer)
    patients = tuple(t for head in done_to for t in coordinated(head) if taken or is_human(t))
    everyday = token.lemma_ in _EVERYDAY and word not in english().words["detention"]
    fetched = act is Act.ARREST and everyday and not is_taker(doer)
    if not patients or fetched or (act is Act.RELEASE and is_rescue(token)):
        return None
    return Frame(
        act=act,
        trigger=token,
        clause=token,
        form=form_of(token),
        patients=tuple(dict.fromkeys(patients)),
        agent=doer,
    )


def _has_complement(token: Token, word: str) -> bool:
    """True where a verb has the word that makes it name an act, and does not deny it."""
    let_out = children(token, "dobj") if (token.lemma_, word) == ("let", "out") else []
    for below in [*token.children, *(t for whom in let_out for t in children(whom, "prep"))]:
        if word in ("year", "life") and below.lemma_ == word and _is_time_for_else(below):
            return False
        if token.lemma_ == "leave" and below.dep_ == "prep":
            continue  # "leaves 40 people in prison"
        if word == "out" and below.lower_ == "out" and _is_out_of_else(token, below):
            return False
        said = word in (below.lemma_.lower(), below.lower_)
        given = below.dep_ == "nsubjpass" and bool(prepositional_objects(token, "to"))
        given = given or (below.dep_ == "advcl" and below.pos_ == "ADJ")
        if said and word in TERMS and token.lemma_ != "serve" and not _is_term_inside(below):
            return False
        if said and (below.dep_ in _COMPLEMENTS or given):
            return not any(t.dep_ == "neg" or t.lower_ == "not" for t in below.children)
        if below.dep_ == "prep" and any(t.lemma_ == word for t in children(below, "pobj")):
            return below.lower_ in ("into", "in", "to", "at", "from", "under")
    return False


def _is_out_of_else(verb: Token, out: Token) -> bool:
    """ "walked out of the meeting"."""
    words = english().words
    inside = words["detention"] | words["holding"] | words["stations"] | words["facilities"]
    of = prepositional_objects(out, "of") + prepositional_objects(verb, "of")
    return any(t.pos_ == "NOUN" and t.lemma_.lower() not in inside for t in of)


def _is_time_for_else(length: Token) -> bool:
    """ "two years of training", "a year to repay": no sentence."""
    inside = english().words["detention"] | _HARDSHIPS
    of = [t.lemma_.lower() for t in prepositional_objects(length, "of")]
    return (bool(of) and not set(of) & inside) or child(length, "relcl", "acl") is not None


def is_rescue(verb: Token) -> bool:
    """ "firefighters freed 12 miners", "the firm let 12 people go": nobody was in custody."""
    who = agent(verb)
    return who is not None and who.lemma_.lower() in english().words["rescuing"]


def is_taker(who: Token | None) -> bool:
    """True for police and the like, for "they", and for whoever only a name or "men" tells."""
    if who is None:
        return True
    if {t.lemma_.lower() for t in who.subtree} & english().words["arresting"]:
        return True
    return who.lower_ in ("they", "who") or who.lemma_ in ("man", "authority", "regime", "state")


def _is_term_inside(term: Token) -> bool:
    """ "15 days in jail", "two months' detention", and not "two days to leave"."""
    inside = english().words["detention"] | {"arrest"}
    places = prepositional_objects(term, "in", "of", "behind", "under")
    places += prepositional_objects(term.head, "in", "behind")  # where the parser hangs it
    owned = [term.head] if term.dep_ == "poss" else []
    return any(t.lemma_.lower() in inside for t in (*places, *owned))


def identified(head: Token) -> list[Token]:
    """ "Ana Sol was the last to be freed": whom "the last" is, by name."""
    be = head.head
    if head.dep_ != "attr" or be.lemma_ != "be" or head.tag_ in ("NNS", "NNPS") or is_negated(be):
        return [head]
    who = subject(be)
    return [who] if who is not None and is_named(named_head(who)) and who != head else [head]


def companions(verb: Token) -> list[Token]:
    """Those an act is done to beside others: "was arrested along with two colleagues"."""
    beside = [
        t
        for t in children(verb, "prep", "advmod", "advcl")
        if t.lower_ in ("with", "alongside", "along", "together")
    ]
    inner = [p for t in beside for p in children(t, "prep") if p.lower_ == "with"]
    named = [p for t in [*beside, *inner] for p in children(t, "pobj")]
    return [
        t
        for t in named
        if is_human(t) and (read_quantity(t) is not None or is_named(named_head(t)))
    ]


def _is_taken_by_police(act: Act, doer: Token | None) -> bool:
    """ "was picked up by police": of whatever name, that is somebody."""
    return act is Act.ARREST and doer is not None and doer.lemma_ in english().words["arresting"]
