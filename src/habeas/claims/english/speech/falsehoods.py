"""What a sentence calls false: "the claim that … is without foundation", "it is not true that"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import children, is_negated, prepositional_objects

_GROUNDS = frozenset({"foundation", "basis", "merit", "substance", "ground"})


def is_called_false(clause: Token) -> bool:
    """ "the claim that thousands were arrested is false", "it is not true that …"."""
    noun = clause.head
    if clause.dep_ == "ccomp" and noun.lemma_ == "be":
        said = {t.lower_ for t in children(noun, "acomp", "attr")}
        if is_negated(noun):
            return bool(said & {"true", "correct", "so", "case"})
        return bool(said & english().attribution["false"])
    if clause.dep_ not in ("acl", "ccomp") or noun.pos_ != "NOUN":
        return False
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.lemma_ not in english().voicing_nouns:
        return False
    if any(t.lemma_ in _GROUNDS for t in prepositional_objects(noun.head, "without")):
        return True
    return any(
        t.lower_ in english().attribution["false"]
        for t in children(noun.head, "acomp", "attr", "oprd")
    ) and not is_negated(noun.head)
