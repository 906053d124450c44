"""What people are held or sentenced for, as written."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.lexicon import word_list
from habeas.claims.english.parse.grammar import child, children, coordinated, prepositional_objects
from habeas.claims.english.parse.trees import neighbour

_ACCUSING = frozenset({"accuse", "charge", "convict", "suspect"})
_TERMS = word_list("claims", "charges.terms")
_NOT_CHARGES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERSON", "GPE"})


def find_charges(clause: Token) -> tuple[str, ...]:
    """The charges a clause names, in text order; empty where it names none.

    Read after "on charges of", "for", "accused of", "convicted of", "guilty
    under". A list is split where it is one of separate charges ("terrorism,
    extremism and espionage").
    """
    found: list[Token] = []
    verbs = [clause, *[t for t in coordinated(clause) if t.lemma_ in _ACCUSING]]
    verbs += children(clause, "acomp", "xcomp", "oprd")
    for verb in (v for v in verbs if v.lemma_ != "account"):
        # "held for three years on charges of": the parser hangs "on" under the years.
        lengths = [t for t in prepositional_objects(verb, "for") if t.lemma_ in _TERMS]
        for noun in (n for a in (verb, *lengths) for n in prepositional_objects(a, "on", "under")):
            if _is_charge(noun):
                found += _below_charge(noun)
                found += [t for t in coordinated(noun)[1:] if _can_be_charge(t)]
        reasons = ("of", "with") if verb.lemma_ in _ACCUSING else ()
        found += [t for n in children(verb, "dobj") if _is_charge(n) for t in _below_charge(n)]
        # "charged Ana Sol with treason": the parser often hangs "with" under the name.
        named = children(verb, "dobj") if reasons else []
        anchors = [verb, *prepositional_objects(verb, "to"), *named]
        for noun in (n for a in anchors for n in prepositional_objects(a, "for", *reasons)):
            found += [t for t in coordinated(noun) if _can_be_charge(t)]
    return tuple(dict.fromkeys(_words(t) for t in found))


def _is_charge(noun: Token) -> bool:
    return noun.lemma_ in ("charge", "accusation", "count", "suspicion", "allegation")


def _below_charge(noun: Token) -> list[Token]:
    found: list[Token] = []
    for prep in [p for first in children(noun, "prep") for p in coordinated(first)]:
        if prep.lower_ == "of":
            found += [t for head in children(prep, "pobj", "pcomp") for t in coordinated(head)]
        if prep.lower_ in ("as", "including"):
            found += [t for head in children(prep, "pobj") for t in coordinated(head)]
    for participle in children(noun, "acl"):
        found += prepositional_objects(participle, "to")
    return [t for t in found if not _follows_dash(t)]


def _follows_dash(token: Token) -> bool:
    before = token.left_edge
    return neighbour(before, -1).text in ("--", "—", "–")


def _can_be_charge(noun: Token) -> bool:
    if noun.lemma_.lower() in _TERMS or noun.ent_type_ in _NOT_CHARGES:
        return False
    return noun.pos_ in ("NOUN", "VERB", "PROPN") and child(noun, "nummod") is None


def _is_time(phrase: Token) -> bool:
    """ "inciting hatred on Monday": when, which is no part of the charge."""
    if phrase.dep_ == "npadvmod":
        return phrase.ent_type_ in ("DATE", "TIME")
    return phrase.dep_ == "prep" and any(
        t.ent_type_ in ("DATE", "TIME") for t in children(phrase, "pobj")
    )


def _words(head: Token) -> str:
    left_out = {
        t.i
        for c in head.children
        if c.dep_ in ("conj", "cc", "punct", "relcl", "appos", "preconj")
        and not (c.dep_ in ("conj", "cc") and head.pos_ == "VERB")
        for t in c.subtree
        if t.i > head.i
    }
    left_out |= {t.i for when in head.subtree if _is_time(when) for t in when.subtree}
    tokens = [t for t in head.subtree if t.i not in left_out and not t.is_space]
    while tokens and (tokens[0].dep_ == "det" or tokens[0].is_punct or tokens[0].is_quote):
        tokens = tokens[1:]
    words = head.doc[tokens[0].i : tokens[-1].i + 1].text if tokens else head.text
    return words.strip(" \"'“”‘’,;.")
