"""How many of the people at hand share a value or a part of a name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log2, prod

from anyascii import anyascii

from habeas.people.evidence.folded import Folded
from habeas.people.evidence.particulars import Particulars

_PARTS = re.compile(r"[a-z0-9]+")
_VOWELS = re.compile(r"(?<=.)[aeiouyjw]+")
_TWICE = re.compile(r"(.)\1+")
_ITSELF = 2
"""Two persons who may be one are not their own namesakes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commonness:
    """Counts over the people at hand.

    Attributes:
        people: How many they are.
        telling: Field → of how many it is told.
        sharing: Field and key → how many share it.
        parts: Part of a name → how many bear it.
    """

    people: int
    telling: Counter[str]
    sharing: Counter[tuple[str, str]]
    parts: Counter[str]

    def most_bits(self, field: str, keys: Iterable[str]) -> float:
        """The most that sharing one of some values can say: log2 of one through their share."""
        count = max((self.sharing[field, key] for key in keys), default=0)
        return log2((self.telling[field] + 2) / (count + 1))

    def namesakes(self, left: str, right: str) -> float:
        """How many others at hand are expected to bear one of two names by chance.

        Each part is taken to be borne independently of the others, and the more
        common of the two names counts.
        """
        return max(self._expected(name_parts(name)) for name in (left, right))

    def _expected(self, parts: Sequence[str]) -> float:
        if not parts or self.people <= _ITSELF:
            return 0.0
        shares = [max(0, self.parts[part] - _ITSELF) / self.people for part in parts]
        return self.people * prod(shares)


def commonness_of(people: Iterable[tuple[Particulars, Folded]]) -> Commonness:
    """Count what people share.

    Args:
        people: Everyone at hand, each once, as told and folded.
    """
    number = 0
    telling: Counter[str] = Counter()
    sharing: Counter[tuple[str, str]] = Counter()
    parts: Counter[str] = Counter()
    for person, folded in people:
        number += 1
        keys = {(field, key) for field, found in folded.values.items() for key in found}
        keys |= {(field, day.text) for field, days in folded.days.items() for day in days}
        sharing.update(keys)
        telling.update({field for field, _ in keys})
        parts.update({part for name in person.names for part in name_parts(name)})
    return Commonness(people=number, telling=telling, sharing=sharing, parts=parts)


@lru_cache(maxsize=262_144)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name as they are counted: consonants in Latin letters, each part once.

    Spellings of one part mostly fall together; now and then two parts do, which makes
    a name seem more common than it is, never less.

    >>> name_parts("Марыя Калеснікава") == name_parts("Maria Kolesnikova")
    True
    """
    words = name[:200].split()
    if len(words) == 1 and _is_han(words[0]):
        words = [words[0][0], words[0][1:]]
    spelled = (part for word in words for part in _PARTS.findall(anyascii(word).casefold()))
    return tuple(dict.fromkeys(_TWICE.sub(r"\1", _VOWELS.sub("", part)) for part in spelled))


def _is_han(word: str) -> bool:
    return len(word) > 1 and all(unicodedata.name(c, "").startswith("CJK") for c in word)
