"""One voice: who says so, by which words, and what that does to what is said."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import child, is_verb, prepositional_objects
from habeas.model.claims import Stance

_HAPPENINGS = word_list("speech", "voice.happenings")
"""Nouns whose "of" says to whom it happened: they may signal something and say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One voice found in the parse.

    Attributes:
        head: Head of the phrase that names the speaker.
        cue: Words that give them the floor.
        stance: What the cue does to the stance of what is said.
        aside: Root of the attribution where it stands inside the clause it
            attributes ("…, as reported by X"), else None.
        verb: The word of saying.
        is_denied: True where the saying itself is negated.
    """

    head: Token
    cue: str
    stance: Stance
    verb: Token
    aside: Token | None = None
    is_denied: bool = False


def saying_voice(head: Token, verb: Token) -> Voice:
    """The voice of who speaks by a verb of saying."""
    return Voice(head=head, cue=cue_of(verb), stance=stance_of(verb), verb=verb)


def behind_source(noun: Token) -> Token:
    """Whose a statement, report or record is ("a report by the union"); itself where untold."""
    source = noun
    while source.pos_ == "NOUN" and source.lemma_.lower() in english().attribution["sources"]:
        owner = child(source, "poss")
        if owner is not None and owner.tag_ != "PRP$":
            return owner
        deeper = prepositional_objects(source, "from", "by", "of") or _owner_of_page(source)
        deeper = deeper or _issuer(source)
        if not deeper or deeper[0].pos_ not in ("NOUN", "PROPN"):
            break
        source = deeper[0]
    return source


def _issuer(source: Token) -> list[Token]:
    """ "a statement issued by the ministry": the ministry."""
    issued = [t for t in source.children if t.dep_ == "acl" and t.tag_ == "VBN"]
    return [p for t in issued for p in prepositional_objects(t, "by")][:1]


def _owner_of_page(source: Token) -> list[Token]:
    """ "a statement on the ministry's website": the ministry's."""
    pages = prepositional_objects(source, "on", "in")
    return [owner for page in pages if (owner := child(page, "poss")) and owner.tag_ != "PRP$"][:1]


def is_mere_record(noun: Token) -> bool:
    """True for "footage", "photos" that nobody is said to have taken: nobody speaks."""
    lemma = noun.lemma_.lower()
    told = any(t.lower_ == "of" for t in noun.children)
    return lemma in english().attribution["records"] or (told and lemma in _HAPPENINGS)


def is_speech(token: Token) -> bool:
    return is_verb(token) and token.lemma_.lower() in english().speech


def stance_of(verb: Token) -> Stance:
    return english().speech.get(verb.lemma_.lower(), Stance.REPORTED)


def cue_of(verb: Token) -> str:
    particle = child(verb, "prt")
    return f"{verb.text} {particle.text}" if particle is not None else verb.text
