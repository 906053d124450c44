"""How many names a list holds: "our own list has 61 names", beside the count told before it."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child, children, subject
from habeas.claims.english.parse.trees import sentence_of
from habeas.model.claims import Act


def find_listed_names(verb: Token) -> Frame | None:
    """ "our own list has 61 names": a figure beside that of the count before it."""
    who = subject(verb) if verb.lemma_ in ("have", "contain", "hold") else None
    if who is None or who.lemma_ not in ("list", "register", "database"):
        return None
    named = [t for t in children(verb, "dobj") if t.lemma_ == "name"]
    number = next((n for t in named if (n := child(t, "nummod")) is not None), None)
    if number is None:
        return None
    return Frame(
        act=Act.HOLD,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=(number,),
        teller=_owner(who),
        restates=not _is_of_captives(who) and not _told_of_captives_before(verb),
    )


def _is_of_captives(listed: Token) -> bool:
    """ "the centre's list of political prisoners"."""
    return any(t.lemma_ in english().words["captives"] for t in listed.subtree)


def _owner(listed: Token) -> Token | None:
    """ "the centre's list": the centre; nobody else for "our list"."""
    owner = child(listed, "poss")
    return owner if owner is not None and owner.tag_ != "PRP$" else None


def _told_of_captives_before(verb: Token) -> bool:
    """ "They say there are no political prisoners. Our list has 61 names.": those held."""
    start = sentence_of(verb).start
    if start == 0:
        return False
    return any(t.lemma_ in english().words["captives"] for t in verb.doc[start - 1].sent)
