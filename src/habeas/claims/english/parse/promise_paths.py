"""Promises in an infinitive that the parser takes for the sentence: "a pledge to free X hinges".

In "the offer to free the four sailors stands" the parser often takes "the four sailors stands"
for what is freed.
"""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BELOW = ("ccomp", "dobj", "relcl", "advcl")


def mend_promise(token: Token) -> None:
    """Give the infinitive of a promise its object, and the noun of the promise its verb.

    In place; every step leaves a tree.

    Args:
        token: A word that may be such an infinitive.
    """
    noun = token.head
    if token.tag_ != "VB" or noun.pos_ != "NOUN" or noun.lemma_ not in english().deciding:
        return
    verb = next((t for t in token.rights if t.dep_ in _BELOW and t.tag_ in _FINITE), None)
    whom = child(verb, "nsubj") if verb is not None else None
    if verb is None or whom is None or child(token, "dobj") not in (None, verb):
        return
    if child(verb, "mark") is not None or not token.i < whom.left_edge.i <= token.i + 2:
        return
    above, dep = noun.head, noun.dep_
    whom.head, whom.dep_ = token, "dobj"
    verb.head = verb if above.i == noun.i else above
    verb.dep_ = dep if above.i == noun.i else "ccomp"
    noun.head, noun.dep_ = verb, "nsubj"
