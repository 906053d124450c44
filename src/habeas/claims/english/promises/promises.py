"""Freedom that is offered to somebody: "promised her freedom", "was offered a pardon"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.lexicon import word_list
from habeas.claims.english.parse.grammar import (
    agent,
    child,
    children,
    coordinated,
    is_passive,
    prepositional_objects,
    subject,
)
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act

OFFERING_VERBS = word_list("promises", "promises.offering_verbs")
FREEDOM = frozenset({"freedom", "liberty"})
_OFFERED = {
    "freedom": Act.RELEASE,
    "liberty": Act.RELEASE,
    "release": Act.RELEASE,
    "pardon": Act.PARDON,
    "clemency": Act.PARDON,
    "amnesty": Act.PARDON,
}


def find_offer(verb: Token) -> Frame | None:
    """The frame of a verb that offers freedom or a pardon to somebody, else None."""
    passive = is_passive(verb)
    named = children(verb, "dobj", "oprd", "attr", "nsubjpass")
    noun = next((t for t in named if t.lemma_.lower() in _OFFERED and t.pos_ == "NOUN"), None)
    if noun is None or (verb.lemma_ == "hold" and child(verb, "prt") is None):
        return None
    patients = _owners(noun)
    if patients and noun.lemma_.lower() not in FREEDOM:
        return None  # "promised the release of five": the noun tells it
    own = [t for t in patients if t.tag_ != "PRP$"]
    if not own:
        given = [*children(verb, "dative"), *prepositional_objects(verb, "to")]
        given = [p for t in given for p in (children(t, "pobj") or [t])]
        who = subject(verb) if passive and noun.dep_ != "nsubjpass" else None
        offered = [who] if who is not None else given
        patients = [t for t in offered if is_human(t)] or patients
    whom = tuple(t for head in patients for t in coordinated(head) if _is_somebody(t))
    if not whom:
        return None
    return Frame(
        act=_OFFERED[noun.lemma_.lower()],
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=whom,
        agent=agent(verb),
    )


def is_offered(frame: Frame) -> bool:
    """True for a frame of `find_offer`."""
    if frame.trigger.lemma_ not in OFFERING_VERBS or frame.form is not Form.CLAUSE:
        return False
    given = children(frame.trigger, "dobj", "oprd", "attr", "nsubjpass")
    return any(_OFFERED.get(t.lemma_.lower()) is frame.act for t in given)


def _owners(noun: Token) -> list[Token]:
    """Whose freedom it is: "her freedom", "freedom for the six", "the release of five"."""
    return [
        t
        for t in (*children(noun, "poss"), *prepositional_objects(noun, "of", "for"))
        if _is_somebody(t)
    ]


def _is_somebody(token: Token) -> bool:
    return is_human(token) or token.tag_ == "PRP$"
