"""What a promise hangs on, in the text's own words."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from habeas.claims.grammar import child, children, is_verb

_MARKS = frozenset({"if", "unless", "provided", "providing", "once", "until"})
_HINGES = frozenset({"contingent", "conditional", "conditioned", "dependent", "subject"})
_EXCHANGE = frozenset({"exchange", "return"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCondition:
    """A condition and its extent: tokens `first` to `last` (inclusive)."""

    first: Token
    last: Token
    root: Token


def find_condition(clause: Token) -> FoundCondition | None:
    """The condition that a clause states for itself, or one above it in the chain."""
    for verb in (clause, *_chain(clause)):
        for below in verb.children:
            if found := _condition_at(below):
                return found
        for noun in children(verb, "dobj", "attr", "pobj"):
            for below in noun.children:
                if found := _condition_at(below):
                    return found
    return None


def find_hinge(clause: Token) -> FoundCondition | None:
    """The condition of a clause that says what an earlier promise hangs on.

    "This move is contingent on further progress" → "contingent on further
    progress"; None for any other clause.
    """
    for complement in children(clause, "acomp", "attr", "oprd"):
        if complement.lower_ in _HINGES and any(t.dep_ == "prep" for t in complement.children):
            return _extent(complement)
    if clause.lemma_ in ("depend", "hinge", "hang") and child(clause, "prep") is not None:
        return _extent(clause)
    return None


def is_conditional(clause: Token) -> bool:
    """True for a clause that is itself a condition: what it tells is not said to be so."""
    mark = child(clause, "mark")
    return (mark is not None and mark.lower_ in ("if", "unless", "provided", "providing")) or (
        clause.dep_ == "advcl" and clause.lower_ in ("provided", "providing")
    )


def _condition_at(token: Token) -> FoundCondition | None:
    if token.dep_ == "advcl":
        mark = child(token, "mark", "advmod")
        if token.lower_ in ("provided", "providing") or (
            mark is not None and mark.lower_ in _MARKS and mark.i <= token.i
        ):
            return _extent(token)
        if mark is not None and mark.lower_ == "as" and token.tag_ in ("VBP", "VBZ", "VB"):
            return _extent(token) if _is_development(token) else None
    if token.dep_ == "prep" and token.lower_ == "in":
        noun = child(token, "pobj")
        if noun is not None and noun.lower_ in _EXCHANGE and child(noun, "prep") is not None:
            return _extent(token)
    if token.dep_ in ("acomp", "advcl", "amod", "acl", "oprd") and token.lower_ in _HINGES:
        if child(token, "prep") is not None:
            return _extent(token)
    return None


def _is_development(clause: Token) -> bool:
    """ "as relations normalise": a change still going on, not an attribution ("as he says")."""
    return clause.lemma_ in (
        "normalize", "normalise", "improve", "progress", "continue", "develop", "advance", "proceed",
    )


def _chain(clause: Token) -> list[Token]:
    above = []
    while clause.dep_ in ("xcomp", "ccomp") and is_verb(clause.head):
        if clause.dep_ == "ccomp" and child(clause.head, "nsubj") is not None:
            break
        clause = clause.head
        above.append(clause)
    return above


def _extent(root: Token) -> FoundCondition:
    tokens = [t for t in root.subtree if not t.is_space]
    before = [t for t in tokens if t.i < root.i and t.dep_ in ("advmod", "mark")]
    first = min([root, *before, *[t for t in tokens if root.dep_ == "advcl"]], key=lambda t: t.i)
    last = tokens[-1]
    while last.is_punct and last.i > root.i:
        last = last.nbor(-1)
    return FoundCondition(first=first, last=last, root=root)
