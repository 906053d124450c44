"""Words of names that may be one, inflected or spelt differently; many are asked of at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

FUZZY_LETTERS = 6
"""Letters from which a word may be spelt a little otherwise."""

_FUZZY_SIMILARITY = 0.75
_STEM_LETTERS = 4
_ENDING_LETTERS = 3
_VOWELS = str.maketrans("", "", "aeiouyj")


def alike(part: str, other: str) -> bool:
    """True where two folded words may be one name, inflected or spelt differently.

    >>> alike("kalesnikava", "kolesnikovoy"), alike("losik", "losika"), alike("maria", "marta")
    (True, True, False)
    """
    if _inflects(part, other) or _inflects(other, part):
        return True
    if min(len(part), len(other)) < FUZZY_LETTERS:
        return False
    if len(bones(part)) >= _STEM_LETTERS and bones(part) == bones(other):
        return True
    return Levenshtein.normalized_similarity(part, other) >= _FUZZY_SIMILARITY


def _inflects(stem: str, written: str) -> bool:
    if stem == written:
        return True
    ending = len(written) - len(stem)
    return len(stem) >= _STEM_LETTERS and 0 < ending <= _ENDING_LETTERS and written.startswith(stem)


def bones(folded: str) -> str:
    """The consonants: what different transcriptions of a name agree on."""
    return folded.translate(_VOWELS)


class Likeness:
    """Folded words, all of which a word is compared with at once, as `alike` compares two."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words, folded; thousands are no trouble."""
        self._words = frozenset(words)
        self._cut = frozenset(stem for word in self._words for stem in _stems(word))
        long = [word for word in self._words if len(word) >= FUZZY_LETTERS]
        firm = map(bones, long)
        self._bones = frozenset(each for each in firm if len(each) >= _STEM_LETTERS)
        self._by_length: dict[int, list[str]] = {}
        for word in long:
            self._by_length.setdefault(len(word), []).append(word)

    def begins(self, written: str) -> bool:
        """True where a word is one of these, or one of these with an ending."""
        return written in self._words or any(stem in self._words for stem in _stems(written))

    def holds(self, written: str) -> bool:
        """True where a word is `alike` to one of these."""
        if self.begins(written) or written in self._cut:
            return True
        if len(written) < FUZZY_LETTERS:
            return False
        return bones(written) in self._bones or self._is_near(written)

    def _is_near(self, written: str) -> bool:
        size = len(written)
        return any(
            process.extractOne(
                written,
                words,
                scorer=Levenshtein.normalized_similarity,
                score_cutoff=_FUZZY_SIMILARITY,
            )
            for length, words in self._by_length.items()
            if min(size, length) >= _FUZZY_SIMILARITY * max(size, length)
        )


class Alike:
    """Folded words, of which those are found that a word may be."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words, folded."""
        self._words = frozenset(words)
        self._cut: dict[str, set[str]] = defaultdict(set)
        self._bones: dict[str, set[str]] = defaultdict(set)
        for word in self._words:
            self._bones[bones(word)].add(word)
            for stem in _stems(word):
                self._cut[stem].add(word)
        self._long = [word for word in self._words if len(word) >= FUZZY_LETTERS]

    def to(self, written: str) -> frozenset[str]:
        """Those that are `alike` to a word, or of the same consonants as it."""
        found = {stem for stem in (written, *_stems(written)) if stem in self._words}
        found |= self._cut.get(written, set()) | self._bones.get(bones(written), set())
        if len(written) >= FUZZY_LETTERS:
            near = process.extract(
                written,
                self._long,
                scorer=Levenshtein.normalized_similarity,
                score_cutoff=_FUZZY_SIMILARITY,
                limit=None,
            )
            found |= {word for word, _score, _place in near}
        return frozenset(found)


def _stems(word: str) -> Iterable[str]:
    """What a word may be without an ending; not the word itself."""
    return (
        word[:length]
        for length in range(max(_STEM_LETTERS, len(word) - _ENDING_LETTERS), len(word))
    )
