"""Clauses that a verb of saying interrupts: "Twelve people, says the group, were detained"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child, is_under
from habeas.claims.english.parse.trees import neighbour


def mend_said_amid(verb: Token) -> None:
    """Hang "says the group" under the verb that it interrupts, and give that its subject.

    The parser takes who stands before the first comma for the one who says, and
    who says for the subject of what is said; in place.
    """
    told = child(verb, "ccomp")
    before = child(verb, "nsubj")
    if told is None or before is None or child(told, "mark") is not None:
        return
    aside = child(before, "appos", "relcl", "acl") is not None
    if aside or verb.lemma_.lower() not in english().speech:
        return
    who = child(told, "nsubj", "nsubjpass")
    doc = verb.doc
    if who is None or verb.i == 0 or doc[verb.i - 1].text != "," or who.i < verb.i:
        return
    closes = who.right_edge.i + 1 < len(doc) and doc[who.right_edge.i].text == ","
    closes = closes or (neighbour(who.right_edge, 1).text == ",")
    if not closes or told.i < who.i or before.i > verb.i or not is_under(told, verb):
        return
    label = who.dep_
    above, place = verb.head, verb.dep_
    told.head, told.dep_ = (told if place == "ROOT" else above), place
    before.head, before.dep_ = told, label
    verb.head, verb.dep_ = told, "parataxis"
    who.head, who.dep_ = verb, "nsubj"
