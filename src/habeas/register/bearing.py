"""Who bears one of some names, in whatever spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from habeas.model.people import Person
from habeas.register.likeness import Alike
from habeas.register.veil import Veil, parts_of


class Bearing:
    """Tells who bears one of some names: all words of a spelling are like words of that one.

    A given name of one of them and the family name of another make no third.
    """

    def __init__(self, names: Collection[str]) -> None:
        """Take the names, in any spelling."""
        self._veil = Veil(names=frozenset(names))
        self._owners: dict[str, set[str]] = defaultdict(set)
        for name in names:
            for part in parts_of(name):
                self._owners[part].add(name)
        self._alike = Alike(self._owners)
        self._known: dict[str, frozenset[str]] = {}

    def is_borne_by(self, person: Person) -> bool:
        """True where some spelling of a person is one of the names."""
        return any(self.holds(name) for name in person.names)

    def holds(self, name: str) -> bool:
        """True where a name is one of these, spelt in some way."""
        if any(letter.isalnum() for letter in self._veil.hide(name)):
            return False
        owners = [self._owners_of(word) for word in parts_of(name)]
        # What is hidden for another reason, as words run together, is taken to be one of them.
        return not all(owners) or not owners or bool(frozenset.intersection(*owners))

    def _owners_of(self, word: str) -> frozenset[str]:
        """The names that have a word like this one."""
        known = self._known.get(word)
        if known is None:
            found = (self._owners[part] for part in self._alike.to(word))
            known = self._known[word] = frozenset[str]().union(*found)
        return known
