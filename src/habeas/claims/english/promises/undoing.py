"""Promises and steps that are taken back: "withdrew its offer to lift", "rescinded the removal"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    agent,
    child,
    children,
    coordinated,
    is_negated,
    is_passive,
    is_verb,
    phrase_head,
    subject,
)
from habeas.claims.english.parse.trees import words_of
from habeas.model.claims import Act, Claim, Stance

_TAKING_BACK = word_list("promises", "undoing.taking_back")
"""Verbs of what is promised or decided."""
_UNDOING = word_list("promises", "undoing.undoing")
"""Verbs of what is done, too."""
_STEPS = word_list("promises", "undoing.steps")
_POINTERS = frozenset({"the", "this", "that", "its", "his", "her", "their", "these", "both"})
_TRADED = frozenset({Act.EASE_SANCTIONS, Act.IMPOSE_SANCTIONS})


def undoing_verb(frame: Frame) -> Token | None:
    """The verb that takes an act back, or the promise of it; None where none does."""
    if frame.form is Form.NOUN:
        noun, verbs = phrase_head(frame.trigger), _UNDOING
    elif frame.clause.dep_ in ("acl", "relcl") and frame.clause.tag_ == "VB":
        noun, verbs = frame.clause.head, _TAKING_BACK | _UNDOING
        if noun.lemma_.lower() not in english().deciding and noun.lemma_.lower() not in _STEPS:
            return None
    else:
        return None
    return _undone_by(noun, verbs)


def with_undoer(frame: Frame) -> Frame:
    """The same frame, done by whoever takes it back: "Norland withdrew its offer to lift"."""
    verb = undoing_verb(frame)
    return frame if verb is None else replace(frame, agent=agent(verb))


def find_undone(sentence: Span, before: Sequence[Claim]) -> list[tuple[Frame, Claim]]:
    """Steps of a sentence that only point to what they undo: "reversed the decision".

    Args:
        sentence: The sentence.
        before: Claims told before it, in text order.

    Returns:
        Each with the latest claim of sanctions that it can mean; empty where none was told.
    """
    earlier = next(
        (c for c in reversed(before) if c.act in _TRADED and c.stance is not Stance.DENIED), None
    )
    if earlier is None:
        return []
    return [
        (
            Frame(
                act=earlier.act,
                trigger=verb,
                clause=verb,
                form=Form.CLAUSE,
                agent=agent(verb) if is_passive(verb) else subject(verb),
            ),
            earlier,
        )
        for verb in taken_back_in(sentence)
    ]


def taken_back_in(sentence: Span) -> list[Token]:
    """Verbs of a sentence that take back what it only points to: "the decision was reversed"."""
    found = []
    for verb in words_of(sentence):
        if is_verb(verb) and verb.lemma_.lower() in _TAKING_BACK | _UNDOING:
            named = children(verb, "nsubjpass" if is_passive(verb) else "dobj")
            if any(_points_back(noun) for noun in named) and not is_negated(verb):
                found.append(verb)
    return found


def undoes(earlier: Claim, claim: Claim) -> Claim:
    """A claim that says of an earlier one's promise or step that it is undone."""
    return replace(claim, stance=Stance.DENIED, object=earlier.object, condition=None)


def _undone_by(noun: Token, verbs: frozenset[str]) -> Token | None:
    """The verb of undoing that a noun, or one it stands beside, is the object of."""
    verb = noun.head
    if noun.dep_ == "conj":
        return _undone_by(noun.head, verbs)
    if not is_verb(verb) or verb.lemma_.lower() not in verbs or is_negated(verb):
        return None
    wanted = "nsubjpass" if is_passive(verb) else "dobj"
    return verb if any(noun in coordinated(t) for t in children(verb, wanted)) else None


def _points_back(noun: Token) -> bool:
    """ "the decision", "its promise", "that step": with nothing that says which."""
    if noun.lemma_.lower() not in _STEPS:
        return False
    told = [t for t in noun.children if t.dep_ in ("acl", "relcl", "prep", "ccomp")]
    return not told and any(
        t.lower_ in _POINTERS or t.dep_ == "poss" for t in (child(noun, "det", "poss"),) if t
    )
