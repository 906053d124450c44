"""Counts after a colon, without a verb of their own: "a first figure: 83 people arrested"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from habeas.claims.english.acts.frames import Frame
from habeas.claims.english.figures.fragments import fragments_of
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import is_verb, subject
from habeas.claims.english.parse.trees import lowers_of

_PUBLISHING = word_list("figures", "after_colons.publishing")


def find_after_colon(sentence: Span, found: list[Frame]) -> list[Frame]:
    """The frame of the words after the last colon, where they tell an act and have no verb.

    Args:
        sentence: The sentence.
        found: The other frames of it.
    """
    if ":" not in lowers_of(sentence):
        return []
    colon = next((t for t in reversed(list(sentence)) if t.text == ":" and t.whitespace_), None)
    if colon is None or colon.i == sentence.start:
        return []
    tail = [t for t in sentence if t.i > colon.i and not t.is_space]
    if any(f.trigger.i < colon.i or not _is_bare_participle(f.trigger) for f in found):
        return []
    frames = fragments_of(sentence, tail)
    if any(frame.rests for frame in frames):
        return []
    return [replace(frame, teller=_publisher(sentence.root, colon)) for frame in frames]


def _is_bare_participle(word: Token) -> bool:
    """ "12 arrested, nine released": without "were"."""
    if word.tag_ not in ("VBN", "VBD"):
        return False
    return not any(t.dep_ in ("aux", "auxpass", "dobj") for t in word.children)


def _publisher(verb: Token, colon: Token) -> Token | None:
    """Who says or puts out what the colon opens."""
    lemma = verb.lemma_.lower()
    if not is_verb(verb) or lemma not in _PUBLISHING | english().speech.keys():
        return None
    who = subject(verb)
    return who if who is not None and who.i < verb.i < colon.i else None
