"""How many of the people at hand share a value or a part of a name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log2, prod

from anyascii import anyascii

from habeas.people.evidence.folded import Folded
from habeas.people.evidence.particulars import Particulars

_PARTS = re.compile(r"[a-z0-9]+")
_VOWELS = re.compile(r"(?<=.)[aeiouyjw]+")
_TWICE = re.compile(r"(.)\1+")


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

    def namesakes(self, name: str, bearers: tuple[frozenset[str], frozenset[str]]) -> float:
        """How many others at hand are expected to bear a name by chance.

        Each part is taken to be borne independently of the others.

        Args:
            name: A spelling of one of the two persons who are weighed.
            bearers: The parts of all names of either, who are not their own namesakes.
        """
        parts = name_parts(name)
        others = self.people - len(bearers)
        if not parts or others <= 0:
            return 0.0
        shares = [
            (self.parts[part] - sum(part in own for own in bearers)) / others for part in parts
        ]
        return others * prod(shares)


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
        parts.update(parts_of_all(person.names))
    return Commonness(people=number, telling=telling, sharing=sharing, parts=parts)


def among_many(some: Commonness, people: int, bearers: Mapping[str, int]) -> Commonness:
    """What some people share, as it would be among the many that they were chosen from.

    They were chosen for being alike, so that among them everything seems common.

    Args:
        some: Counts over those at hand.
        people: How many the many are.
        bearers: Part of a name → how many of the many bear it; parts left out are taken to be
            borne by nobody else.
    """
    times = max(1.0, people / max(1, some.people))
    return Commonness(
        people=max(people, some.people),
        telling=Counter({field: round(count * times) for field, count in some.telling.items()}),
        sharing=some.sharing,
        parts=Counter({part: max(n, bearers.get(part, 0)) for part, n in some.parts.items()}),
    )


def parts_of_all(names: Iterable[str]) -> frozenset[str]:
    """The parts of all names of a person."""
    return frozenset(part for name in names for part in name_parts(name))


@lru_cache(maxsize=16_384)
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
