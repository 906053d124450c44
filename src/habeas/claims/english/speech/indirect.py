"""Speech that goes on without a verb of saying: "He said … . Nine had been freed in May."."""

from __future__ import annotations

from spacy.tokens import Span, Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.parse.grammar import auxiliaries, children, is_verb
from habeas.claims.english.parse.trees import sentence_of, words_of
from habeas.claims.english.speech.speakers import find_voices
from habeas.claims.english.speech.voice import Voice, is_speech
from habeas.model.claims import Act

_FARTHEST = 3
"""Sentences over which speech is followed without a verb of saying."""


def speaking_on(frame: Frame) -> Voice | None:
    """Who spoke in the sentences before, where the tense of a frame says that they still do.

    After "said that … had", "said that … would", a main clause in the same tense
    goes on with what was said. After "said that … was" it need not: the report
    may tell what came before. None inside quotations, and where a sentence
    between stands in another tense.
    """
    clause = frame.clause
    if frame.form is not Form.CLAUSE or frame.act is Act.WITHHOLD or not _is_main(clause):
        return None
    if (said := _said_beside(clause)) is not None:
        return said
    sentence = sentence_of(clause)
    for _ in range(_FARTHEST):
        if not is_shifted_back(sentence.root) or sentence.start == 0:
            return None
        sentence = clause.doc[sentence.start - 1].sent
        said = _said_in(sentence)
        if said is not None:
            return said
    return None


def _said_beside(clause: Token) -> Voice | None:
    """ "He said nine had been freed, and six had been moved": joined to "said", yet said too."""
    saying = clause.head
    if clause.dep_ != "conj" or not is_speech(saying) or not is_shifted_back(clause):
        return None
    if not children(clause, "nsubj", "nsubjpass"):
        return None
    told = [t for t in children(saying, "ccomp") if saying.i < t.i < clause.i]
    voices = find_voices(told[-1]) if told and is_shifted_back(told[-1]) else []
    return next((v for v in voices if v.verb == saying and not v.is_denied), None)


def is_shifted_back(verb: Token) -> bool:
    """True for a verb in the past perfect or after "would"."""
    forms = [(t.lemma_, t.tag_, t.lower_) for t in auxiliaries(verb)]
    return any(lower == "would" or (lemma, tag) == ("have", "VBD") for lemma, tag, lower in forms)


def _is_main(clause: Token) -> bool:
    while clause.dep_ in ("conj", "xcomp") and is_verb(clause.head):
        clause = clause.head
    return clause.dep_ == "ROOT" and not any(t.is_quote for t in words_of(sentence_of(clause)))


def _said_in(sentence: Span) -> Voice | None:
    """The voice of a sentence that is somebody's words, shifted back under "said"."""
    root = sentence.root
    if not is_verb(root):
        return None
    told = [t for t in children(root, "ccomp") if is_speech(root) and t.tag_ != "VBG"]
    if not is_shifted_back(told[0] if told else root):
        return None
    voices = [v for t in told[:1] for v in find_voices(t)] or find_voices(root)
    said = [v for v in voices if v.verb.tag_ == "VBD" and not v.is_denied]
    return said[-1] if said else None
