"""Numbers of people that the parser hangs under their hedge: "released up to 50 prisoners".

The people are whom the verb is done to, and the hedge belongs to their number.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from habeas.claims.english.lexicon import word_list
from habeas.claims.english.parse.grammar import child
from habeas.claims.english.people.people import is_human

_BESIDE_A_VERB = frozenset({"prep", "prt", "advmod", "xcomp", "acomp", "npadvmod", "pcomp"})
_LONGEST = 5
"""Words of a hedge, at most."""


def mend_hedged(number: Token) -> None:
    """Hang the people under the verb and the hedge under the people; in place.

    Nothing is changed where no hedge of the list stands before the number, or where what
    is counted is not people ("held for up to 50 days").
    """
    hedge = _hedge_before(number)
    if not hedge:
        return
    people = _counted(number)
    if people is None or people.i < number.i or not is_human(people):
        return
    top = people
    while top.head.i in {t.i for t in hedge} and top.head != top:
        top = top.head
    if top != people and not _lift(people, top):
        return
    if top == people and people.left_edge.i < hedge[0].i:
        return
    for word in hedge:
        word.head, word.dep_ = people, "advmod"


def _lift(people: Token, top: Token) -> bool:
    """Put the people where their hedge hangs; False where that place is taken."""
    above, label = top.head, top.dep_
    if above == top:
        return False
    if label in _BESIDE_A_VERB:
        label = "nsubjpass" if child(above, "auxpass") is not None else "dobj"
        taken = child(above, "dobj", "nsubjpass") is not None
        if above.pos_ != "VERB" or taken or (label == "nsubjpass") != (people.i < above.i):
            return False
    people.head, people.dep_ = above, label
    return True


def _counted(number: Token) -> Token | None:
    """The noun whose number it is: of "120 to 300 prisoners" both numbers are the prisoners'."""
    noun = number
    while noun.dep_ in ("nummod", "quantmod", "conj", "compound", "amod") and noun.head != noun:
        noun = noun.head
    return noun if noun != number else None


def _hedge_before(number: Token) -> list[Token]:
    """The words of the longest hedge that ends before a number; empty where none does."""
    doc, at = number.doc, number.i
    at -= at > 0 and doc[at - 1].lower_ == "a"  # "well over a hundred"
    for size in range(min(_LONGEST, at), 0, -1):
        words = doc[at - size : at]
        if " ".join(t.lower_ for t in words) in _hedges():
            return list(words)
    return []


@cache
def _hedges() -> frozenset[str]:
    return word_list("parse", "hedged_numbers.hedges")
