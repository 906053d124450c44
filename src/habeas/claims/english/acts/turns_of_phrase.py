"""Acts told by a verb and the words beside it: "freedom came for nine", "the gates opened for"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Frame, form_of
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import (
    agent,
    children,
    coordinated,
    is_passive,
    is_verb,
    prepositional_objects,
    subject,
    undergoers,
)
from habeas.claims.english.people.people import is_human
from habeas.claims.speaker_kinds import speaker_kind
from habeas.model.claims import Act, SpeakerKind

_ADVERBIAL = ("prt", "advmod", "prep")


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What must stand beside the verb, or must not.

    Attributes:
        places: `subject`, `object`, `particle` or prepositions.
        words: Lemmas, one of which stands there.
        is_missing: True where none of them may.
    """

    places: tuple[str, ...]
    words: frozenset[str]
    is_missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn of phrase: the act, where its people stand, and what it needs."""

    act: Act
    people: tuple[str, ...]
    whose: frozenset[str]
    needs: tuple[Need, ...]


@cache
def turns_of_phrase() -> dict[str, list[Turn]]:
    """The turns of phrase of `data/turns_of_phrase.tsv`, by verb, in the order of the file."""
    path = files("habeas.claims.english") / "data" / "turns_of_phrase.tsv"
    found: dict[str, list[Turn]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        act, verbs, people, *needs = line.split("\t")
        places, _, whose = people.partition("=")
        turn = Turn(
            act=Act(act),
            people=tuple(places.split()),
            whose=_words(whose) if whose else frozenset(),
            needs=tuple(_need(need) for need in needs),
        )
        for verb in verbs.split():
            found.setdefault(verb, []).append(turn)
    return found


def _need(text: str) -> Need:
    places, _, words = text.removeprefix("!").partition("=")
    return Need(
        places=tuple(places.split("/")), words=_words(words), is_missing=text.startswith("!")
    )


def _words(text: str) -> frozenset[str]:
    words: set[str] = set()
    for word in text.split(","):
        words |= english().words[word[1:]] if word.startswith("@") else {word}
    return frozenset(words)


def find_turn_of_phrase(verb: Token) -> Frame | None:
    """The frame of the first turn of phrase that a verb makes with the words beside it."""
    if not is_verb(verb):
        return None
    for turn in turns_of_phrase().get(verb.lemma_.lower(), ()):
        if not all(_is_met(need, verb) for need in turn.needs):
            continue
        heads = next((found for place in turn.people if (found := _people(place, verb))), [])
        if turn.whose and not any(t.lemma_.lower() in turn.whose for t in heads):
            continue
        patients = tuple(t for head in heads for t in coordinated(head) if is_human(t))
        if patients:
            doer = agent(verb)
            return Frame(
                act=turn.act,
                trigger=verb,
                clause=verb,
                form=form_of(verb),
                patients=tuple(dict.fromkeys(patients)),
                agent=doer if doer not in patients and doer is not None and _acts(doer) else None,
            )
    return None


def _acts(doer: Token) -> bool:
    if is_human(doer) or doer.pos_ == "PROPN" or doer.lemma_.lower() in _arresting():
        return True
    return speaker_kind(doer.text) is not SpeakerKind.UNKNOWN


def _arresting() -> frozenset[str]:
    return english().words["arresting"]


def _people(place: str, verb: Token) -> list[Token]:
    if place == "subject":
        who = None if is_passive(verb) else subject(verb)
        return [who] if who is not None else []
    if place == "object":
        found = [t for t in undergoers(verb) if is_human(t)]
        return found or [t for thing in children(verb, "dobj") for t in _hung_on(thing)]
    things = children(verb, "dobj", "nsubj", "nsubjpass")
    found = [t for head in (verb, *things) for t in prepositional_objects(head, place)]
    if place == "to":
        found += children(verb, "dative")
    return [t for t in found if is_human(t)]


def _hung_on(thing: Token) -> list[Token]:
    """ "gave 14 teachers terms of up to …": whom the parser took for a part of "terms"."""
    return [t for t in children(thing, "compound", "nmod") if t.tag_ == "NNS" and is_human(t)]


def _is_met(need: Need, verb: Token) -> bool:
    stands = any(_is_one_of(t, need.words) for t in _beside(need, verb))
    return stands != need.is_missing


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    """True for a word of a list, and for one that the list has only as part of "police station"."""
    lemma = token.lemma_.lower()
    if lemma in words:
        return True
    parts = [t.lemma_.lower() for t in children(token, "compound", "poss", "nmod")]
    return any(f"{part} {lemma}" in words for part in parts)


def _beside(need: Need, verb: Token) -> Iterator[Token]:
    for place in need.places:
        if place == "subject":
            yield from [] if is_passive(verb) else [t for t in [subject(verb)] if t is not None]
        elif place == "object":
            yield from (children(verb, "nsubjpass") if is_passive(verb) else [])
            yield from children(verb, "dobj", "oprd")
        elif place == "particle":
            yield from children(verb, *_ADVERBIAL)
        elif place == "out of":
            outs = [t for t in children(verb, *_ADVERBIAL) if t.lower_ == "out"]
            yield from (p for out in outs for p in prepositional_objects(out, "of"))
        else:
            heads = [verb, *children(verb, "dobj")]
            yield from (t for head in heads for t in prepositional_objects(head, place))
