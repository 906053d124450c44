"""When two spellings are the same, and the ids that follow from a spelling."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import sha256

from habeas.claims.states import state_of
from habeas.model.claims import Claim, Mention
from habeas.model.people import MentionKey, Person

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʹ`´", "'"))
_PARTICLES = frozenset({"al", "el", "ul", "ud", "bin", "ibn", "bint", "oglu", "qizi", "kizi"})


@lru_cache(maxsize=65536)
def fold_spelling(name: str) -> str:
    """The form in which two spellings are compared: case, spaces, invisible signs folded.

    Letters stay as they are, so that another spelling or script stays another
    spelling.

    >>> fold_spelling("Maria  KALESNIKAVA") == fold_spelling("Maria Kalesnikava")
    True
    """
    composed = unicodedata.normalize("NFC", name).translate(_APOSTROPHES)
    if composed.isprintable():  # most names are: all signs are seen, and spaces are spaces
        return " ".join(composed.casefold().split())
    visible = "".join(" " if c.isspace() else c for c in composed if _is_visible(c))
    return " ".join(visible.casefold().split())


def spelling_id(name: str) -> str:
    """Id of the person that all mentions of a spelling are, until judged otherwise."""
    return _id("p", fold_spelling(name))


def mention_id(mention: MentionKey) -> str:
    """Id of one mention, for judging it apart from others of its spelling."""
    return _id("m", mention.claim, fold_spelling(mention.name))


def ids_of(person: Person) -> frozenset[str]:
    """Every id by which a judgement can mean this person: spellings and mentions."""
    spellings = {spelling_id(name) for name in person.names}
    return frozenset(spellings | {mention_id(key) for key in person.mentions} | {person.id})


def spelled_by_id(person: Person) -> dict[str, str]:
    """Every id of a person (`ids_of`) → the name or description as that id knows it."""
    mentions = {mention_id(key): key.name for key in person.mentions}
    spellings = {spelling_id(name): name for name in reversed(person.names)}
    return {person.id: person.name} | mentions | spellings


def is_named(mention: Mention) -> bool:
    """True where a mention gives a name, so that it can become a Person.

    A description is no name: one the reader marked (`named=False`), one whose last
    word is an ordinary one ("U.S. envoy"), a state or its organ ("Belarusian
    authorities"), and words without a letter. A name written all in small letters is
    a name, for lists that are kept that way.
    """
    return mention.named and _is_name(mention.name)


def mentions_in(claim: Claim) -> tuple[MentionKey, ...]:
    """The named mentions of a claim, in text order, each spelling once."""
    keys = {
        fold_spelling(m.name): MentionKey(claim=claim.id, name=m.name)
        for m in reversed(claim.names)
        if is_named(m)
    }
    return tuple(reversed(keys.values()))


def _is_visible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) not in {"Cf", "Cc"}


def _begins_with_particle(word: str) -> bool:
    start = word.replace("'", "-").partition("-")[0]
    return start in _PARTICLES


def _id(kind: str, *parts: str) -> str:
    digest = sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return kind + digest.hexdigest()[:12]


@lru_cache(maxsize=65536)
def _is_name(words: str) -> bool:
    if not any(c.isalpha() for c in words):
        return False
    last = words.rsplit(maxsplit=1)[-1]
    ends_small = last[0].islower() and not _begins_with_particle(last)
    if ends_small and any(c.isupper() for c in words):
        return False
    return state_of(words) is None
