"""Acts that a sentence names only to say which people it means: "the 61 arrested in July"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame, is_told_in_passing
from habeas.claims.english.figures.quantities import read_quantity
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child, children, is_under, is_verb, phrase_head
from habeas.claims.english.people.people import is_named, named_head
from habeas.claims.english.speech.speakers import governing_verb
from habeas.model.claims import Act


def is_restrictive(frame: Frame, frames: list[Frame]) -> bool:
    """True for "the 61 people arrested in July were freed": it only says which people."""
    if _is_in_participle(frame.clause):
        return True
    if frame.act is Act.MEET or not frame.patients:
        return False
    if _says_nothing_new(frame, frames):
        return True
    if frame.form is not Form.PARTICIPLE and not _shares_a_participle(frame.clause):
        return False
    head = frame.patients[0]
    if frame.clause.dep_ == "relcl" and (is_named(named_head(head)) or _is_later(frame.clause)):
        return False
    if frame.clause.dep_ == "acl" and frame.clause.tag_ == "VBN" and not is_named(named_head(head)):
        # "1,213 were killed and 9,223 arrested": there the number has no other verb.
        return not (head.like_num and head.dep_ == "conj" and is_verb(head.head))
    if any(t.lower_ == "the" for t in head.children) and head.like_num:
        return True
    counted = read_quantity(head) is not None
    if frame.clause.dep_ == "relcl" and counted and child(head, "det", "poss") is None:
        return False  # "two students who had been held since May were freed" tells both
    for other in frames:
        if other is not frame and other.form is not Form.PARTICIPLE and head in other.patients:
            return not _is_set_off(frame.clause, head)
    if is_told_in_passing(frame.clause):
        return False
    return not is_named(named_head(head)) and read_quantity(head) is None


def _is_in_participle(clause: Token) -> bool:
    """ "those expected to be freed", "those arrested after being held for four days"."""
    above = clause.head
    if clause.dep_ == "pcomp" and above.head.dep_ == "acl":
        return True
    return clause.dep_ == "xcomp" and above.dep_ == "acl" and above.tag_ == "VBN"


def _says_nothing_new(frame: Frame, frames: list[Frame]) -> bool:
    return _points_at_the_same(frame) or _repeats(frame, frames) or _has_been_served(frame, frames)


def _has_been_served(frame: Frame, frames: list[Frame]) -> bool:
    """ "nine who had served their terms were freed": why these, and no news of their prison."""
    if frame.trigger.lemma_ != "serve" or frame.clause.dep_ != "relcl":
        return False
    if not any(t.lower_ == "had" for t in children(frame.clause, "aux")):
        return False
    head = frame.clause.head
    return any(other is not frame and head in other.patients for other in frames)


def _points_at_the_same(frame: Frame) -> bool:
    """ "the release of the two came a day later", "the reporter's detention": told before."""
    if frame.form is not Form.NOUN or frame.act is Act.PARDON:
        return False
    who = frame.patients[0]
    definite = any(t.lower_ == "the" for t in children(who, "det"))
    asked = governing_verb(frame.trigger)[0].lemma_.lower() in english().words["demanding"]
    if frame.act is Act.HOLD and definite and who.dep_ == "poss" and who.tag_ == "NN":
        return not asked and not is_named(named_head(who))
    subject_of = phrase_head(frame.trigger).dep_ in ("nsubj", "nsubjpass")
    return definite and who.like_num and subject_of and not asked


def _repeats(frame: Frame, frames: list[Frame]) -> bool:
    """True for one act told by two words: "were arrested and detained", "the arrest of Ana Sol,
    who was arrested in Varn"."""
    verb = frame.clause
    if verb.dep_ == "relcl" and frame.form is Form.PARTICIPLE:
        return any(
            other.form is Form.NOUN and other.act is frame.act and is_under(verb, other.trigger)
            for other in frames
        )
    if verb.dep_ != "conj" or child(verb, "nsubj", "nsubjpass") is not None:
        return False
    return any(
        other.clause == verb.head and other.act is frame.act and other.patients == frame.patients
        for other in frames
    )


def _shares_a_participle(verb: Token) -> bool:
    """ "Americans who were held or wrongfully detained": the second says no more than which."""
    if verb.dep_ != "conj" or child(verb, "nsubj", "nsubjpass", "aux") is not None:
        return False
    return verb.tag_ == "VBN" and verb.head.dep_ in ("relcl", "acl")


def _is_later(clause: Token) -> bool:
    """ "two colleagues who were later freed": what came of them, and not which."""
    return any(t.lower_ in ("later", "since", "subsequently", "then") for t in clause.lefts)


def _is_set_off(clause: Token, head: Token) -> bool:
    return clause.i > head.i and any(t.text == "," for t in head.doc[head.i + 1 : clause.i])
