"""Whom the noun of an act is about by words beside it: "his release and that of Ana Sol"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import children, prepositional_objects, subject
from habeas.claims.english.people.people import is_human
from habeas.claims.english.speech.speakers import governing_verb
from habeas.model.claims import Act

ORDERED = frozenset({"order", "term", "period"})
"""Nouns that with "detention" before them tell that people are held."""
_UNDOING = word_list("acts", "nouns_of_acts.undoing")
_EXTENDING = frozenset({"extend", "prolong", "renew", "lengthen"})

_POWERS = frozenset({"right", "power", "prerogative"})
_FAVOURS = frozenset({"favour", "favor", "benefit"})


def is_order_to_hold(noun: Token) -> bool:
    """ "issued detention orders against three students", "extended the arrest term of"."""
    before = {t.lemma_.lower() for t in children(noun, "compound")}
    if noun.lemma_ == "order":
        return "detention" in before and bool(prepositional_objects(noun, "against"))
    told = noun.lemma_ in ORDERED and before & (english().words["detention"] | {"arrest"})
    return bool(told) and governing_verb(noun)[0].lemma_.lower() in _EXTENDING


def is_made_longer(noun: Token, act: Act | None) -> bool:
    """ "extended the arrest of", "the term of detention was extended": who is held stays so."""
    governor, _ = governing_verb(noun)
    if act is None or governor.lemma_.lower() not in _EXTENDING:
        return False
    return act is Act.ARREST


def is_undone(noun: Token, act: Act) -> bool:
    """ "overturned her conviction": no sentence any more."""
    return act is Act.SENTENCE and governing_verb(noun)[0].lemma_ in _UNDOING


def is_to_end(noun: Token) -> bool:
    """ "called for an end to the detention of"."""
    return noun.head.lower_ == "to" and noun.head.head.lemma_ == "end"


def who_is_pardoned(noun: Token) -> list[Token]:
    """ "signed pardons for 12 prisoners", "Ana Sol's pardon was announced"; of "the king's
    pardon", whose it is may be who grants it."""
    owned = noun.dep_ == "pobj" and noun.head.head.lemma_ in _POWERS
    if owned or noun.dep_ == "dobj":
        verb = (noun.head.head if owned else noun).head
        favoured = [t for t in verb.subtree if t.lemma_ in _FAVOURS and t.dep_ == "pobj"]
        if people := [p for t in favoured for p in prepositional_objects(t, "of") if is_human(p)]:
            return people
    if noun.dep_ not in ("dobj", "nsubj", "nsubjpass"):
        return []
    given = [t for t in prepositional_objects(noun.head, "for", "to") if is_human(t)]
    owners = [t for t in children(noun, "poss") if t.ent_type_ == "PERSON" and is_human(t)]
    return (given if noun.dep_ != "nsubj" else []) or (owners if noun.dep_ != "dobj" else [])


def who_has_it(noun: Token) -> Token | None:
    """ "nine suspects had their detention extended": the nine."""
    having = noun.head.head
    own = any(t.tag_ == "PRP$" for t in noun.children) and noun.head.lemma_ in _EXTENDING
    who = subject(having) if own and having.lemma_ == "have" else None
    return who if who is not None and is_human(who) else None


def those_of(noun: Token) -> list[Token]:
    """ "called for his release and that of Ana Sol": the act again, by a pronoun."""
    governor, _ = governing_verb(noun)
    again = [t for head in (noun, governor) for t in children(head, "conj")]
    again = [t for t in again if t.lower_ in ("that", "those") and noun.i < t.i < noun.i + 12]
    return [t for that in again for t in prepositional_objects(that, "of") if is_human(t)]


def is_asked_for(noun: Token, act: Act) -> bool:
    """ "demanded her release", "extended her detention": told of her, where "after her release"
    only points back."""
    above, preposition = governing_verb(noun)
    governor = above.lemma_.lower()
    if act is Act.HOLD:
        return governor in _EXTENDING
    asks = preposition == "for" and governor in english().words["asking_for"]
    return act is Act.RELEASE and (asks or governor in english().words["demanding"])
