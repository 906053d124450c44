"""How the names of a person fit what is sought, in words a reader can check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz.distance import JaroWinkler

from habeas.model.people import Person
from habeas.people import fold_spelling
from habeas.people.names.folding import fold_diacritics
from habeas.people.search.words import sounds_of


class Fit(IntEnum):
    """How a spelling fits, the closest first."""

    SPELLED = 0
    """Written so, but for capitals and spaces."""
    WORDS = 1
    """The same words, but for order, accents and hyphens."""
    SOUND = 2
    """Read the same, in another script or scheme."""
    PART = 3
    """Some of its words are written so."""
    HEARD_PART = 4
    """Some of its words are read the same, or begin so."""
    ALIKE = 5
    """Alike; maybe a typing error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The spelling of a person that fits best.

    Attributes:
        spelling: As written.
        fit: How.
        likeness: 0 to 1, 1 where all words are read the same.
        more: Words that were not sought.
    """

    spelling: str
    fit: Fit
    likeness: float
    more: int

    @property
    def order(self) -> tuple[int, float, int]:
        """To sort by, the best first."""
        return int(self.fit), -self.likeness, self.more


def name_of(sought: str, person: Person) -> Name:
    """The spelling of a person that fits best what is sought."""
    names = person.names or (person.name,)
    return min((_fitting(sought, name) for name in names), key=lambda each: each.order)


def _fitting(sought: str, name: str) -> Name:
    wanted, words = _words(sought), _words(name)
    more = max(0, len(words) - len(wanted))
    likeness = _likeness(sought, name)
    if fold_spelling(sought) == fold_spelling(name):
        fit = Fit.SPELLED
    elif sorted(wanted) == sorted(words):
        fit = Fit.WORDS
    elif _heard(sought) & _heard(name):
        fit = Fit.SOUND
    elif set(wanted) <= set(words):
        fit = Fit.PART
    elif likeness == 1:
        fit = Fit.HEARD_PART
    else:
        fit = Fit.ALIKE
    return Name(spelling=name, fit=fit, likeness=likeness, more=more)


def _words(name: str) -> list[str]:
    return fold_diacritics(name).replace("-", " ").split()


def _heard(name: str) -> set[str]:
    """Each reading without its spaces, its words in order of the alphabet."""
    return {"".join(sorted(reading)) for reading in sounds_of(name)} | {
        "".join(reading) for reading in sounds_of(name)
    }


def _likeness(sought: str, name: str) -> float:
    """How well each word sought is heard in a name, the worst of them counting."""
    wanted = sounds_of(sought)
    spoken = sounds_of(name)
    return max(
        (
            min(max(_alike(word, other) for other in reading) for word in words)
            for words in wanted
            for reading in spoken
        ),
        default=0.0,
    )


def _alike(word: str, other: str) -> float:
    return 1.0 if other.startswith(word) else JaroWinkler.similarity(word, other)
