"""Voices that stand inside the clause they speak: "according to X", "…, as reported by X"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import (
    antecedent,
    child,
    children,
    is_negated,
    prepositional_objects,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.speech.cues import cues
from habeas.claims.english.speech.voice import (
    Voice,
    behind_source,
    is_mere_record,
    is_speech,
    stance_of,
)
from habeas.model.claims import Stance


def find_asides(clause: Token) -> list[Voice]:
    """ "according to X", "as reported by X", "X said" in parentheses, under one clause."""
    found = []
    words = english().attribution
    for below in clause.children:
        if below.lower_ in words["according"] and below.dep_ in ("prep", "advcl", "acl"):
            found += _according(below)
        elif below.dep_ == "prep" and below.lower_ in cues().by:
            found += _by_account(below)
        elif below.dep_ == "advcl" and below.lemma_ in words["reported"] and _has_as(below):
            by = child(below, "agent")
            head = child(by, "pobj") if by is not None else child(below, "nsubj")
            if head is not None:
                cue = " ".join(t.text for t in _cue_tokens(below, by))
                found.append(
                    Voice(head=head, cue=cue, stance=stance_of(below), verb=below, aside=below)
                )
        elif (trailing := _trailing(below)) is not None:
            found.append(trailing)
        elif is_speech(below) and _interrupts(below, clause):
            head = child(below, "nsubj")
            told = head is not None and not is_mere_record(head) and not _has_object(below)
            if head is not None and told and child(below, "mark") is None:
                found.append(
                    Voice(
                        head=head, cue=below.text, stance=stance_of(below), verb=below, aside=below
                    )
                )
    return found


def _interrupts(verb: Token, clause: Token) -> bool:
    """ "The nine, their lawyer said, were freed", "The nine were freed, their lawyer said"."""
    if is_negated(verb):
        return False
    if verb.dep_ == "parataxis":
        return True
    if verb.dep_ in ("conj", "advcl") and verb.i > clause.i:
        return _closes(verb, clause)
    return verb.dep_ == "ccomp" and verb.i > clause.i


def _closes(verb: Token, clause: Token) -> bool:
    """ "Ana was taken to the capital, an official told AFP", hung as one more clause."""
    start = verb.left_edge.i
    joined = any(t.dep_ == "cc" and t.i > clause.i for t in clause.children)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or child(verb, "aux") is not None
    return finite and not joined and start > clause.i and verb.doc[start - 1].text == ","


def _has_object(verb: Token) -> bool:
    """True where something is said, not only somebody told ("… told AFP")."""
    if child(verb, "ccomp", "xcomp") is not None:
        return True
    return verb.lemma_ not in ("tell", "inform") and child(verb, "dobj") is not None


def _trailing(below: Token) -> Voice | None:
    """ "…, the agency Belta announced" that the parser hung on the noun before the comma."""
    for token in below.subtree:
        if token.dep_ != "relcl" or not is_speech(token) or children(token, "dobj", "ccomp"):
            continue
        head = child(token, "nsubj")
        root = token.head if token.head.dep_ == "appos" else token
        start = root.left_edge
        if head is None or head.tag_ in ("WP", "WDT") or start.i == 0:
            continue
        closes = token.right_edge.i >= sentence_of(token).end - 3
        if neighbour(start, -1).text == "," and closes:
            return Voice(head=head, cue=token.text, stance=stance_of(token), verb=token, aside=root)
    return None


def _according(prep: Token) -> list[Voice]:
    to = next((t for t in prep.children if t.dep_ == "prep"), prep)
    heads = children(to, "pobj")
    found = []
    for head in heads:
        source = behind_source(antecedent(head))
        end = source.left_edge.i
        cue = prep.doc[prep.i : max(end, to.i + 1)].text
        found.append(Voice(head=source, cue=cue, stance=Stance.REPORTED, verb=prep, aside=prep))
    return found


def _by_account(prep: Token) -> list[Voice]:
    """ "by the army's own account", "in the view of the union"."""
    noun = child(prep, "pobj")
    if noun is None or noun.lemma_.lower() not in cues().accounts or child(noun, "nummod"):
        return []
    owner = child(noun, "poss") or next(iter(prepositional_objects(noun, "of", "from")), None)
    if owner is None:
        return []
    cue = prep.doc[prep.i : noun.i + 1].text
    return [Voice(head=owner, cue=cue, stance=Stance.REPORTED, verb=prep, aside=prep)]


def _has_as(clause: Token) -> bool:
    return any(t.lower_ == "as" and t.i < clause.i for t in clause.children)


def _cue_tokens(verb: Token, by: Token | None) -> list[Token]:
    tokens = [t for t in verb.children if t.lower_ == "as" and t.i < verb.i]
    return [*tokens, verb, *([by] if by is not None else [])]
