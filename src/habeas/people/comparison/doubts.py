"""What leaves room for another name although two spellings are as good as one.

A doubt is less than a veto: the pair stays a proposal, and is never called nearly certain.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from habeas.model.people import PartPair
from habeas.people.comparison.alignment import unpaired, words_of
from habeas.people.comparison.part_facts import PartFacts, facts_of
from habeas.people.comparison.quoting import quoted
from habeas.people.comparison.short_parts import LONGEST, are_written_either_way
from habeas.people.names import lexicon

_CHARACTERS = frozenset({"Hani", "Hang", "Jpan"})
_FEW_LETTERS = 3
_THREE_PARTS = 3
_BY_NAMES = frozenset({"abu", "abou", "abo", "umm", "om", "oum", "ابو", "أبو", "ام", "أم"})


def doubt_of(left: str, right: str, pairs: Sequence[PartPair]) -> str | None:
    """Say why a person must look at two spellings that are much alike, if anything is odd.

    Symmetric, words included, where the pairs are.

    Args:
        left, right: The names as written.
        pairs: As `align_parts` gives them.

    Returns:
        A phrase, or None.
    """
    for pair in pairs:
        one, other = facts_of(pair.left), facts_of(pair.right)
        if one.letters != other.letters and (what := _doubt_of_parts(one, other)):
            first, second = sorted((pair.left, pair.right))
            return f"{what} ({quoted(first)}, {quoted(second)})"
    return _doubt_of_order(left, right, pairs) or _doubt_of_by_name(left, right, pairs)


def _doubt_of_parts(one: PartFacts, other: PartFacts) -> str | None:
    if one.rows & other.rows and one.is_pet_name != other.is_pet_name:
        return "one is a pet name"
    if one.script != other.script:
        return None
    if one.script in _CHARACTERS and len(one.letters) == len(other.letters):
        return "a character differs, though read alike"
    if one.script == "Latn":
        return _doubt_of_latin(one, other)
    if not one.has_vowels and min(len(one.letters), len(other.letters)) <= _FEW_LETTERS:
        return "a letter differs in a short part without vowels"
    return None


def _doubt_of_latin(one: PartFacts, other: PartFacts) -> str | None:
    if one.latin == other.latin:
        marked = [_has_marks(part.letters) for part in (one, other)]
        return "marks differ, which can make another name" if all(marked) else None
    short = max(len(one.latin), len(other.latin)) <= LONGEST
    if short and are_written_either_way(one.latin, other.latin):
        return "short parts are two names, or one in two spellings"
    return None


def _doubt_of_order(left: str, right: str, pairs: Sequence[PartPair]) -> str | None:
    """The parts are the same and their order is neither kept nor turned as a whole."""
    words = words_of(right)
    if not len(pairs) == len(words) == len(words_of(left)) or len(set(words)) < len(words):
        return None
    places = [words.index(pair.right) for pair in pairs]
    count = len(places)
    if places == sorted(places):
        return None
    if count >= _THREE_PARTS:
        turned = all((b - a) % count == 1 for a, b in pairwise(places))
        return None if turned else "the parts stand in another order"
    families = lexicon.chinese_family_names()
    if count and all(facts_of(word).latin in families for word in words):
        return "either part may be the family name"
    return None


def _doubt_of_by_name(left: str, right: str, pairs: Sequence[PartPair]) -> str | None:
    for name, taken in (
        (left, tuple(pair.left for pair in pairs)),
        (right, tuple(pair.right for pair in pairs)),
    ):
        for word in _by_names_in(name):
            if word in unpaired(name, taken):
                return f"with {quoted(word)} it names the father or mother of the bearer"
    return None


def _by_names_in(name: str) -> Iterator[str]:
    words = words_of(name)
    return (word for word in words[:-1] if word.casefold() in _BY_NAMES)


def _has_marks(letters: str) -> bool:
    return any(unicodedata.decomposition(letter) for letter in letters)
