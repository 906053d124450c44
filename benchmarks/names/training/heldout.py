"""Names that are kept for measuring: nothing is learned from them or from whoever bears one.

Held out are the names whose key stands in `heldout.sha256`. The names of the dev pairs and of the
queries are set aside as well, for the figures that are published are measured on them.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from habeas.people.labelled_names import LabelledPair, read_pairs, read_queries
from names.training.sources import NamedPerson, WordPair

_KEY_DIGITS = 16


def key_of(name: str) -> str:
    """The key by which a name is held out: of its NFC form in small letters.

    >>> key_of("Ana Lomvale") == key_of("ANA LOMVALE")
    True
    """
    text = unicodedata.normalize("NFC", name).casefold()
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_DIGITS]


@dataclass(frozen=True, slots=True)
class SetAside:
    """Keys of names that must not be learned from.

    Attributes:
        keys: As `key_of` makes them.
    """

    keys: frozenset[str]

    def holds(self, name: str) -> bool:
        """Whether a name is one of them, in any case of its letters."""
        return key_of(name) in self.keys

    def persons_left(self, persons: Iterable[NamedPerson]) -> list[NamedPerson]:
        """The persons none of whose names is set aside."""
        return [one for one in persons if not any(map(self.holds, one.names))]

    def words_left(self, pairs: Iterable[WordPair]) -> list[WordPair]:
        """The pairs of words neither of which is set aside."""
        return [one for one in pairs if not self.holds(one.latin) and not self.holds(one.other)]

    def pairs_left(self, pairs: Iterable[LabelledPair]) -> list[LabelledPair]:
        """The labelled pairs neither side of which is set aside."""
        return [one for one in pairs if not self.holds(one.left) and not self.holds(one.right)]


def read_set_aside(folder: Path) -> SetAside:
    """Read what is set aside from the folder of `heldout.sha256`, the dev pairs and queries.

    Raises:
        OSError, habeas.people.labelled_names.UnreadableNames: One of the three is missing or
            broken; nothing may be learned without them.
    """
    held = (folder / "heldout.sha256").read_text(encoding="ascii").split()
    if not held or any(len(key) != _KEY_DIGITS for key in held):
        raise ValueError(f"{folder / 'heldout.sha256'}: no list of keys of {_KEY_DIGITS} digits")
    return SetAside(frozenset(held) | _keys(_measured_names(folder)))


def _measured_names(folder: Path) -> Iterable[str]:
    for pair in read_pairs(folder / "pairs-dev.tsv.gz"):
        yield pair.left
        yield pair.right
    for query in read_queries(folder / "queries-dev.tsv.gz"):
        yield query.name


def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(key_of, names))
