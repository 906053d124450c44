"""Sanctions that end without a word for easing: "restore trade preferences", "bans come off"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from habeas.claims.capitals import actor_state
from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.measures import (
    is_sanction,
    is_sanctions_list,
    tells_of_detention,
    tells_of_sanctions,
)
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    agent,
    children,
    coordinated,
    is_passive,
    prepositional_objects,
    undergoers,
)
from habeas.claims.english.parse.trees import sentence_of
from habeas.claims.english.people.people import is_human
from habeas.claims.english.promises.openers import conditions_of
from habeas.model.claims import Act

_OFF = frozenset({"off", "away"})
_GONE = frozenset({"gone", "over", "history", "past", "off"})
_PLACED = frozenset({"place", "force", "effect"})
_STAYING = frozenset({"stay", "remain", "stand", "keep"})
_UNTIL = frozenset({"until", "unless", "till", "long"})
_STOPPED = word_list("acts", "relief.stopped")
_CARRIERS = frozenset({"airline", "airlines", "airways", "carrier", "aviation"})
_ENDING = frozenset({"come", "fall", "go", "drop", "be"})
_WE = frozenset({"we", "i", "they", "it"})


@cache
def relief_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_relief` can find anything."""
    words = english().words
    return words["restoring"] | words["allowing"] | _ENDING | _STAYING


def find_relief(verb: Token) -> Frame | None:
    """The frame of a verb that ends sanctions in other words, else None."""
    lemma = verb.lemma_.lower()
    if lemma in english().words["restoring"]:
        things = [t for t in _given(verb) if is_given_back(verb, t)]
    elif lemma in _ENDING:
        things = _coming_off(verb)
    elif lemma in _STAYING:
        things = _staying(verb)
    elif lemma in english().words["allowing"]:
        things = _allowing(verb)
    else:
        return None
    if not things or verb.dep_ == "amod" or (verb.dep_ == "acl" and verb.tag_ != "VB"):
        return None
    return Frame(
        act=Act.EASE_SANCTIONS,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        agent=None if (who := agent(verb)) in things else who,
        thing=things[0],
    )


def is_given_back(word: Token, thing: Token) -> bool:
    """True for trade preferences, licences and the like that a state gives back.

    Flights, aid and visas only where the sentence says that they had been stopped, or on what
    their return hangs: they end and begin again for many other reasons.
    """
    lemma = thing.lemma_.lower()
    words = english().words
    if word.lemma_.lower() in words["handing_back"] and _is_frozen(thing):
        return True
    if word.lemma_.lower() not in words["restoring"] | words["restorations"]:
        return False
    if _is_privilege(thing):
        return True
    if lemma not in words["benefits"] | words["privileges"]:
        return False
    if not tells_of_sanctions(thing.doc) and not tells_of_detention(thing.doc):
        return False
    stopped = any(t.lemma_.lower() in _STOPPED for t in thing.subtree)
    return (stopped or bool(conditions_of(sentence_of(word)))) and is_by_a_state(word)


def _is_privilege(thing: Token) -> bool:
    """ "duty-free access", "trade preferences", "landing rights"."""
    words = english().words
    about = {t.lemma_.lower() for t in thing.subtree}
    named = thing.lemma_.lower() in words["privileges"]
    return named and bool(about & (words["restricted"] | words["privileged"]))


def _is_frozen(thing: Token) -> bool:
    """ "the frozen gold", "the assets of a bank"."""
    lemma = thing.lemma_.lower()
    frozen = any(t.lower_ in ("frozen", "blocked", "impounded") for t in thing.subtree)
    return lemma in english().words["assets" if not frozen else "frozen"]


def _given(verb: Token) -> list[Token]:
    """What is given back, also where it comes back by itself ("flights would resume")."""
    found = undergoers(verb)
    if found or is_passive(verb):
        return found
    return [t for head in children(verb, "nsubj") for t in coordinated(head)]


def is_by_a_state(word: Token) -> bool:
    """Nobody, a state or a body of several, or a pronoun does it; no firm and no person."""
    who = agent(word) if word.pos_ in ("VERB", "AUX") else None
    if who is None or who.lower_ in _WE or who.lemma_.lower() in english().words["benefits"]:
        return True
    if actor_state(" ".join(t.text for t in who.subtree)) is not None:
        return True
    return who.lemma_.lower() in english().words["sanctioning"] or who.ent_type_ in ("GPE", "NORP")


def _coming_off(verb: Token) -> list[Token]:
    """ "visa bans come off", "the firm comes off the list", "the embargo would be gone"."""
    who = [t for head in children(verb, "nsubj") for t in coordinated(head)]
    if any(t.lower_ == "back" for t in children(verb, "advmod", "prt")):
        return [t for t in who if _is_privilege(t)]
    lists = prepositional_objects(verb, "off", "from")
    if verb.lemma_ in ("come", "drop", "fall") and any(is_sanctions_list(t) for t in lists):
        return who
    things = [t for t in who if is_sanction(t)]
    if not things:
        return []
    after = {t.lower_ for t in children(verb, "prt", "advmod", "acomp", "attr", "prep")}
    if verb.lemma_ == "be":
        return things if after & _GONE else []
    if verb.lemma_ == "go":
        return things if not children(verb, "prep", "xcomp", "acomp", "dobj") else []
    return things if after & _OFF else []


def _staying(verb: Token) -> list[Token]:
    """ "the bans stay until …": sanctions that are said not to end, and what would end them."""
    things = [t for t in children(verb, "nsubj", "nsubjpass") if is_sanction(t)]
    ahead = verb.doc[verb.i + 1 : sentence_of(verb).end]
    hinged = any(t.lower_ in _UNTIL for t in ahead) or sentence_of(verb)[0].lower_ in _UNTIL
    return things if hinged else []


def _allowing(verb: Token) -> list[Token]:
    """ "let two firms ship crude again", where a state forbade it."""
    if not is_by_a_state(verb) or agent(verb) is None:
        return []
    # By place: the parser takes "ship crude" for anything.
    ahead = verb.doc[verb.i + 1 : min(verb.i + 12, sentence_of(verb).end)]
    trading = next((t for t in ahead if t.lemma_.lower() in english().words["trading"]), None)
    if trading is None or trading.tag_ not in ("VB", "NN", "VBP"):
        return []
    again = any(t.lower_ in ("again", "back") for t in ahead)
    whom = [t for t in verb.doc[verb.i + 1 : trading.i] if t.pos_ in ("NOUN", "PROPN")]
    again = again and not any(is_human(t) and t.lower_ not in _CARRIERS for t in whom)
    return whom[-1:] if again or tells_of_sanctions(verb.doc) else []
