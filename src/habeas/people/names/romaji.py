"""Japanese names in Latin letters, in either order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from habeas.model.people import PartKind
from habeas.people.names.readings import tables
from habeas.people.names.readings.kana import shortened
from habeas.people.names.words import Kinds, Word, free

_FAMILY, _GIVEN = 0, 1
_LEAST_LETTERS = 3
_SOUNDS = re.compile(
    r"(?:(?:[kstnhmyrwgzdbpjf]|kk|ss|ssh|tt|tch|ky|sh|ch|ts|ny|hy|my|ry|gy|by|py)?[aeiou]|n|h(?![aeiou]))+"
)


def mark_japanese(words: Sequence[Word], kinds: Kinds) -> None:
    """Two words of Japanese sounds, of which one is known as a family and one as a given name.

    Japanese stand in lists in both orders; where both orders would do, nothing is told.
    """
    places = free(words, kinds)
    if len(places) != len((_FAMILY, _GIVEN)):
        return
    keys = [words[place].key for place in places]
    if any(len(key) < _LEAST_LETTERS or not _SOUNDS.fullmatch(key) for key in keys):
        return
    first, second = (shortened(key) for key in keys)
    family, given = _known()
    as_written = first in family and second in given
    turned = second in family and first in given
    if as_written != turned:
        order = (
            (PartKind.FAMILY, PartKind.GIVEN) if as_written else (PartKind.GIVEN, PartKind.FAMILY)
        )
        kinds[places[0]], kinds[places[1]] = order


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Family names and given names of the dictionary of readings, in short Latin spelling."""
    found: tuple[set[str], set[str]] = (set(), set())
    for row in tables.rows("japanese_names").values():
        for cell, names in zip(row.split("\t"), found, strict=False):
            names.update(reading[:-1] for reading in cell.split())
    return frozenset(found[_FAMILY]), frozenset(found[_GIVEN])
