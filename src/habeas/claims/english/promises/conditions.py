"""What a promise hangs on, in the text's own words."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from habeas.claims.english.lexicon import word_list
from habeas.claims.english.parse.grammar import child, children, is_negated, is_verb
from habeas.claims.english.parse.trees import neighbour, once

_MARKS = frozenset({"if", "unless", "provided", "providing", "once"})
_PROVISOS = frozenset({"provided", "providing"})
_HINGES = frozenset({"contingent", "conditional", "conditioned", "dependent", "subject"})
_EXCHANGE = frozenset({"exchange", "return"})
DEVELOPING = word_list("promises", "conditions.developing")
"""Verbs of a change still going on: "as relations improve"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCondition:
    """A condition and its extent: tokens `first` to `last` (inclusive)."""

    first: Token
    last: Token
    root: Token


@once
def find_condition(clause: Token) -> FoundCondition | None:
    """The condition that a clause states for itself, or one above it in the chain."""
    if is_negated(clause):
        return None
    for verb in (clause, *_chain(clause)):
        for below in verb.children:
            if found := _condition_at(below):
                return found
        let_go = [t for t in children(verb, "ccomp") if verb.lemma_ == "let"]
        for word in [*children(verb, "dobj", "attr", "pobj"), *let_go]:
            for below in word.children:
                if found := _condition_at(below):
                    return found
    return None


def is_within(token: Token, condition: FoundCondition | None) -> bool:
    """True for a word that stands inside a condition: it names what is wanted in return."""
    return condition is not None and condition.first.i <= token.i <= condition.last.i


def find_hinge(clause: Token) -> FoundCondition | None:
    """The condition of a clause that says what an earlier promise hangs on.

    "This move is contingent on further progress" → "contingent on further
    progress"; None for any other clause.
    """
    for complement in children(clause, "acomp", "attr", "oprd"):
        if complement.lower_ in _HINGES and any(t.dep_ == "prep" for t in complement.children):
            return _extent(complement)
    if clause.lemma_ in ("depend", "hinge", "hang", "rest") and child(clause, "prep") is not None:
        return _extent(clause)
    if clause.lemma_ in ("require", "presuppose") and child(clause, "dobj", "ccomp") is not None:
        return _extent(clause)
    return None


def is_conditional(clause: Token) -> bool:
    """True for a clause that is itself a condition: what it tells is not said to be so."""
    mark = child(clause, "mark")
    if mark is not None and mark.lower_ in ("if", "unless", *_PROVISOS):
        return True
    proviso = clause.lower_ in _PROVISOS and child(clause, "nsubj", "nsubjpass") is None
    return proviso or (clause.head.lower_ in _PROVISOS and clause.head != clause)


def _condition_at(token: Token) -> FoundCondition | None:
    if token.lower_ in _PROVISOS and token.dep_ in ("advcl", "prep", "acl", "ccomp"):
        return _extent(token)
    if token.dep_ == "advcl":
        mark = child(token, "mark", "advmod")
        if mark is not None and mark.lower_ in _MARKS and mark.i <= token.i:
            return _extent(token)
        if mark is not None and mark.lower_ == "as" and token.tag_ in ("VBP", "VBZ", "VB"):
            return _extent(token) if _is_development(token) else None
    if token.dep_ == "prep" and token.lower_ == "in":
        noun = child(token, "pobj")
        if noun is not None and noun.lower_ in _EXCHANGE:
            return _exchange(token, noun)
    hinges = token.dep_ in ("acomp", "advcl", "amod", "acl", "oprd") and token.lower_ in _HINGES
    return _extent(token) if hinges and child(token, "prep") is not None else None


def _exchange(preposition: Token, noun: Token) -> FoundCondition | None:
    """ "in exchange for …", also where the parser hung "for" one level higher."""
    found = _extent(preposition)
    if child(noun, "prep") is not None:
        return found
    beyond = next((t for t in preposition.head.rights if t.i == noun.i + 1), None)
    if beyond is None or beyond.lower_ not in ("for", "to"):
        return None
    return FoundCondition(first=found.first, last=_extent(beyond).last, root=preposition)


def _is_development(clause: Token) -> bool:
    """ "as relations normalise": a change still going on, not an attribution ("as he says")."""
    return clause.lemma_.lower() in DEVELOPING


def _chain(clause: Token) -> list[Token]:
    above = []
    while clause.dep_ in ("xcomp", "ccomp") and is_verb(clause.head):
        spoken = clause.dep_ == "ccomp" and child(clause.head, "nsubj") is not None
        clause = clause.head
        above.append(clause)
        if spoken:
            break
    return above


def _extent(root: Token) -> FoundCondition:
    tokens = [t for t in root.subtree if not t.is_space]
    before = [t for t in tokens if t.i < root.i and t.dep_ in ("advmod", "mark")]
    first = min([root, *before, *[t for t in tokens if root.dep_ == "advcl"]], key=lambda t: t.i)
    last = tokens[-1]
    while last.is_punct and last.i > root.i:
        last = neighbour(last, -1)
    return FoundCondition(first=first, last=last, root=root)
