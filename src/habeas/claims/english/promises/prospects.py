"""What may come, by whole constructions: "lifting them is conceivable", "no relief until …"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.acts.concessions import is_pledged
from habeas.claims.english.acts.frames import Form, Frame, is_seen, opens_under_which
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child, children, is_negated
from habeas.claims.english.parse.trees import sentence_of, words_of
from habeas.claims.english.promises.promises import is_offered
from habeas.model.claims import Act, Stance

_HINGING = frozenset({"depend", "hinge", "hang", "rest", "require", "follow", "turn"})


def stance_by_construction(frame: Frame) -> Stance | None:
    """The stance that a whole construction settles; None for all others."""
    clause = frame.clause
    if frame.act is Act.EASE_SANCTIONS and clause.lemma_ in ("stay", "remain", "stand", "keep"):
        return Stance.DENIED  # "the bans stay until …"
    if is_offered(frame) or is_pledged(frame):
        return Stance.DENIED if is_negated(clause) else Stance.PROMISED
    if frame.form is Form.NOUN:
        return _of_noun(frame.trigger)
    if clause.tag_ in ("VBZ", "VBP") and (agreed := _agreed_under(clause)) is not None:
        return agreed
    if clause.dep_ == "pcomp" and clause.head.head.lemma_ == "intention":
        none = any(t.lower_ == "no" for t in clause.head.head.children)
        return Stance.DENIED if none else Stance.PROMISED
    if is_seen(clause) and clause.head.head.lemma_ in english().words["ruling"]:
        return Stance.ANNOUNCED  # "ordered 12 detainees released"
    due = any(t.lower_ == "due" for t in children(clause, "acomp"))
    scheduled = frame.act is Act.RELEASE and (clause.lemma_ in ("schedule", "slate") or due)
    planned = opens_under_which(clause) and clause.tag_ in ("VBZ", "VBP")
    planned = planned or (clause.dep_ == "pcomp" and is_headed_for(clause))
    if scheduled or planned or (clause.dep_ == "csubj" and is_in_prospect(clause)):
        return Stance.EXPECTED
    return None


def _agreed_under(clause: Token) -> Stance | None:
    """ "under the deal, Arden frees 30": what a deal promises and a plan expects, not a fact."""
    for under in children(clause, "prep"):
        terms = child(under, "pobj") if under.lower_ == "under" else None
        if terms is None:
            continue
        if terms.lemma_.lower() in ("deal", "agreement", "accord", "pact", "bargain"):
            return Stance.PROMISED
        if terms.lemma_.lower() in ("plan", "proposal", "scheme", "roadmap", "offer", "draft"):
            return Stance.EXPECTED
    return None


def _of_noun(trigger: Token) -> Stance | None:
    """ "no relief", "the prospect of an amnesty", "a pardon is possible"."""
    if any(t.lower_ == "no" for t in children(trigger, "det")):
        return Stance.DENIED
    above = trigger.head
    if above.lower_ == "of" and above.head.lemma_ in english().words["chances"]:
        return Stance.EXPECTED
    if above.lemma_ == "be" and trigger.dep_ == "nsubj" and is_in_prospect(trigger):
        return Stance.EXPECTED
    if above.lemma_ == "make" and trigger.dep_ in ("dobj", "nsubj"):
        words = {t.lower_ for t in words_of(sentence_of(above))}
        return Stance.EXPECTED if words & {"conditional", "contingent", "dependent"} else None
    return None


def is_in_prospect(verb: Token) -> bool:
    """ "lifting them is conceivable", "… would depend on": of what may be done, not of doing it."""
    above = verb.head
    if above.lemma_ in _HINGING:
        return True
    said = [*children(above, "acomp", "attr", "prep"), *children(above, "oprd")]
    words = {t.lower_ for t in said} | {t.lower_ for one in said for t in children(one, "pobj")}
    linked = above.lower_ in ("tied", "linked")
    return linked or (above.lemma_ == "be" and bool(words & english().words["prospects"]))


def is_headed_for(verb: Token) -> bool:
    """ "would look at lifting them", "is open to freeing five": what somebody has in mind."""
    above = verb.head.head
    return verb.tag_ == "VBG" and above.lemma_.lower() in english().words["heading"]
