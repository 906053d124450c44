"""Persons sought by a name or a part of one, in any script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import batched

from habeas.model.people import Person
from habeas.people.comparison import THRESHOLD, compare_many, compare_names
from habeas.people.comparison.alignment import words_of
from habeas.people.comparison.likeness import part_likeness
from habeas.people.names.scripts import script_of
from habeas.people.search.typed import typed_on_another_keyboard
from habeas.people.spellings import fold_spelling

LEAST_NAME = THRESHOLD
"""Least probability at which a whole name is an answer."""

LEAST_NEAR_NAME = 0.15
"""Least probability of a whole name that is suggested where nothing is found."""

LEAST_PART = 0.84
"""Least likeness at which a part of a name is an answer."""

LEAST_NEAR_PART = 0.7
"""Least likeness of a part that is suggested where nothing is found."""

_MOST_NEAR = 5
_MOST_NAMES = 50
_BATCH = 20_000
# Scripts that write a name without spaces, so that a part of it is no word.
_UNSPACED = frozenset({"Hani", "Jpan", "Kana", "Hira", "Hang", "Mymr", "Thai", "Khmr", "Laoo"})


class Matched(StrEnum):
    """What of a person's name is like what was sought."""

    NAME = "name"
    PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A person whose name, or a part of it, is like what was sought.

    Attributes:
        person: Who.
        spelling: The spelling of theirs that is most alike.
        matched: The whole name, or only parts of it.
        likeness: 0 to 1: of a whole name the probability that both are one name, of
            parts how alike they are; not comparable with each other.
        reason: Why, in a sentence.
    """

    person: Person
    spelling: str
    matched: Matched
    likeness: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a search came to.

    Attributes:
        found: Whole names first, then parts; the most alike first.
        near: Where nobody is found: who is least far from it, the most alike first.
        typed: What the name reads as on a Russian keyboard, where only that was found;
            else None.
    """

    found: tuple[Found, ...]
    near: tuple[Found, ...] = ()
    typed: str | None = None


def find_persons(sought: str, people: Iterable[Person]) -> Answer:
    """Seek persons by any spelling of their names, or by parts of them.

    A single word is sought among the parts of names too, and several words among them
    where no whole name is like them. Where nothing is found the keys are read as those of
    a Russian keyboard.

    Args:
        sought: A name, or a part of one, in any script.
        people: Who may be found; the protected are passed over.
    """
    open_ = [person for person in people if not person.protected]
    found = _found(sought, open_, _ANSWER)
    if found:
        return Answer(found=found)
    typed = typed_on_another_keyboard(sought)
    retyped = _found(typed, open_, _ANSWER) if typed else ()
    if retyped:
        return Answer(found=retyped, typed=typed)
    return Answer(found=(), near=_found(sought, open_, _NEAR)[:_MOST_NEAR])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Least:
    """How alike a whole name and a part must be."""

    name: float
    part: float


_ANSWER = _Least(name=LEAST_NAME, part=LEAST_PART)
_NEAR = _Least(name=LEAST_NEAR_NAME, part=LEAST_NEAR_PART)


def _found(sought: str, people: Sequence[Person], least: _Least) -> tuple[Found, ...]:
    words = words_of(sought)
    if not words:
        return ()
    whole = _by_name(sought, people, least.name)
    if whole and len(words) > 1:
        return tuple(whole.values())
    parts = _by_parts(words, people, least.part)
    return (*whole.values(), *(one for key, one in parts.items() if key not in whole))


def _by_name(sought: str, people: Sequence[Person], least: float) -> dict[str, Found]:
    """Persons whose whole name is like what was sought, by id, the likeliest first.

    One word is the whole of a name only where the name has no more, or is written
    without spaces: a name of two words with which it shares one is found by its parts.
    """
    is_one_word = len(words_of(sought)) == 1 and script_of(sought) not in _UNSPACED
    holders = _holders(
        (name, person)
        for person in people
        for name in _names(person)
        if not is_one_word or len(words_of(name)) == 1
    )
    found: dict[str, Found] = {}
    for name, probability in _likeliest(sought, list(holders)):
        if probability < least:
            break
        for person in holders[name]:
            if person.id not in found:
                found[person.id] = Found(
                    person=person,
                    spelling=name,
                    matched=Matched.NAME,
                    likeness=probability,
                    reason=compare_names(sought, name).reason,
                )
    return found


def _likeliest(sought: str, names: Sequence[str]) -> list[tuple[str, float]]:
    """The names most likely to be one with what is sought, best first, equals by name.

    All are compared: for a single search that is done before an index is built.
    """
    scored = [
        (name, float(probability))
        for some in batched(names, _BATCH)
        for name, probability in zip(some, compare_many([sought] * len(some), some), strict=True)
    ]
    return sorted(scored, key=lambda one: (-one[1], one[0]))[:_MOST_NAMES]


def _by_parts(words: Sequence[str], people: Sequence[Person], least: float) -> dict[str, Found]:
    """Persons in one spelling of whom each word finds its like, by id, the most alike first."""
    likeness: dict[tuple[str, str], float] = {}
    found: list[Found] = []
    for person in people:
        best: Found | None = None
        for name in _names(person):
            pairs = [_nearest_part(word, name, likeness) for word in words]
            score = min(each[1] for each in pairs)
            if score >= least and (best is None or score > best.likeness):
                best = Found(
                    person=person,
                    spelling=name,
                    matched=Matched.PART,
                    likeness=score,
                    reason=_of_parts(words, [part for part, _ in pairs]),
                )
        if best is not None:
            found.append(best)
    found.sort(key=lambda one: (-one.likeness, fold_spelling(one.spelling), one.person.id))
    return {one.person.id: one for one in found}


def _of_parts(words: Sequence[str], parts: Sequence[str]) -> str:
    told = [
        f"“{part}”" if fold_spelling(part) == fold_spelling(word) else f"“{part}” (like “{word}”)"
        for word, part in zip(words, parts, strict=True)
    ]
    return f"A part of the name is {' and '.join(told)}."


def _nearest_part(word: str, name: str, known: dict[tuple[str, str], float]) -> tuple[str, float]:
    """The part of a name that is most like a word, and how alike they are."""
    if script_of(word) in _UNSPACED and fold_spelling(word) in fold_spelling(name):
        return word, 1.0
    best = ("", 0.0)
    for part in words_of(name):
        key = (word, part)
        if key not in known:
            known[key] = part_likeness(word, part)
        if known[key] > best[1]:
            best = (part, known[key])
    return best


def _holders(named: Iterable[tuple[str, Person]]) -> Mapping[str, Sequence[Person]]:
    holders: dict[str, list[Person]] = defaultdict(list)
    for name, person in named:
        holders[name].append(person)
    return holders


def _names(person: Person) -> tuple[str, ...]:
    return person.names or (person.name,)
