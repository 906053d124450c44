"""Seek people, reports and accounts of an Edition by words, in any script, typing errors allowed.

What is sought is compared by its sound in Latin letters (`habeas.people.search.words`). The
words of the Edition are held in memory once somebody searches; where they stand is looked up.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from habeas.people.search.typed import typed_on_another_keyboard
from habeas.people.search.words import joined_sounds_of, sounds_of, word_sounds, words_in
from habeas.register import edition_words as kinds
from habeas.register.edition_names import Name, name_of
from habeas.register.edition_records import EditionRecords

LONGEST = 200
"""Characters of what is sought that count."""

_LEAST_PREFIX = 3
_MOST_PREFIXED = 60
_MOST_ALIKE = 60
_LOOKED_AT = 300
_MOST_WORDS = 8
_EXACT, _BEGINS, _ALIKE, _MISSING = 1.0, 0.8, 0.6, 0.0

type _Scores = Mapping[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Places in the list of a kind, the best first.

    Attributes:
        places: Positions in the table of the kind.
        typed: What it reads as on another keyboard, where only that was found; else None.
    """

    places: tuple[int, ...]
    typed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPeople(Found):
    """Persons found.

    Attributes:
        names: How the names of the first of them fit, by place.
    """

    names: Mapping[int, Name]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """All words of a kind: in order, and those of each length."""

    ordered: list[str]
    by_length: Mapping[int, list[str]]

    @classmethod
    def of(cls, words: list[str]) -> _Words:
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in words:
            by_length[len(word)].append(word)
        return cls(ordered=words, by_length=dict(by_length))


class EditionSearch:
    """Searches in one Edition; safe to share between threads."""

    def __init__(self, records: EditionRecords) -> None:
        self._records = records
        self._lock = threading.Lock()
        self._words: dict[str, _Words] = {}
        self._ranks: list[int] | None = None

    def people(self, sought: str) -> FoundPeople:
        """Persons by any spelling of their names or a part of one, exact spellings first."""
        sought = sought[:LONGEST]
        scores = self._people(sought)
        typed = None
        if not scores:
            typed = typed_on_another_keyboard(sought)
            scores = self._people(typed) if typed else {}
        best = nlargest(len(scores), scores, key=lambda place: (scores[place], -place))
        looked_at = best[:_LOOKED_AT]
        people = self._records.people_at(looked_at)
        names = {place: name_of(typed or sought, people[place]) for place in looked_at}
        looked_at.sort(key=lambda place: (names[place].order, -scores[place], place))
        return FoundPeople(
            places=(*looked_at, *best[_LOOKED_AT:]),
            typed=typed if scores else None,
            names=names,
        )

    def reports(self, sought: str) -> Found:
        """Reports that have every word sought, those with it in the title first, then newest."""
        scores = self._texts(kinds.REPORT, sought)
        headlines = self._texts(kinds.HEADLINE, sought)
        ranks = self._newest_first()
        places = sorted(
            scores, key=lambda place: (-headlines.get(place, 0), -scores[place], ranks[place])
        )
        return Found(places=tuple(places))

    def accounts(self, sought: str) -> Found:
        """Accounts that have every word sought in title or place, the newest first."""
        scores = self._texts(kinds.ACCOUNT, sought)
        return Found(places=tuple(sorted(scores, key=lambda place: (-scores[place], place))))

    def _people(self, sought: str) -> _Scores:
        readings = sounds_of(sought)
        found = _best(self._all_of(kinds.PERSON, [{w} for w in each]) for each in readings)
        if not found:
            joined = joined_sounds_of(sought) or {"".join(each) for each in readings}
            found = _best(
                self._places(kinds.JOINED, _first(self._alike(kinds.JOINED, word)))
                for word in joined
            )
        if not found:
            found = _best(self._most_of(kinds.PERSON, each) for each in readings)
        return found

    def _texts(self, kind: str, sought: str) -> _Scores:
        words = dict.fromkeys(words_in(sought[:LONGEST]))
        heard = [sounds for word in words if (sounds := word_sounds(word))][:_MOST_WORDS]
        return self._all_of(kind, heard)

    def _all_of(self, kind: str, words: Sequence[Iterable[str]]) -> _Scores:
        """Places that have each word in one of its sounds, with the sum of how well."""
        if not words:
            return {}
        each = [
            _best(self._places(kind, self._like(kind, sound)) for sound in sounds)
            for sounds in words
        ]
        each.sort(key=len)
        common = set(each[0]).intersection(*each[1:])
        return {place: sum(scores[place] for scores in each) for place in common}

    def _most_of(self, kind: str, words: Sequence[str]) -> _Scores:
        """Places that have all words but one, where more than one is sought."""
        sums: dict[int, float] = defaultdict(float)
        counts: dict[int, int] = defaultdict(int)
        for word in words:
            for place, score in self._places(kind, self._like(kind, word)).items():
                sums[place] += score
                counts[place] += 1
        least = max(1, len(words) - 1)
        return {place: sums[place] for place, count in counts.items() if count >= least}

    def _like(self, kind: str, word: str) -> dict[str, float]:
        """Words of the Edition that are a word, begin with it, or differ by a typing error."""
        found = self._alike(kind, word)
        if len(word) >= _LEAST_PREFIX:
            # What follows a c tells how it is read.
            for begin in {word, f"{word[:-1]}k" if word.endswith("c") else word}:
                for known in self._beginning(kind, begin):
                    found[known] = max(found.get(known, _MISSING), _BEGINS)
        return found

    def _beginning(self, kind: str, begin: str) -> list[str]:
        words = self._known(kind).ordered
        start = bisect_left(words, begin)
        return [word for word in words[start : start + _MOST_PREFIXED] if word.startswith(begin)]

    def _alike(self, kind: str, word: str) -> dict[str, float]:
        errors = _errors(word)
        # Each error changes the length by one at most, so that others need no comparison.
        near = [
            (distance, known)
            for length in range(len(word) - errors, len(word) + errors + 1)
            for known, distance, _ in extract(
                word,
                self._known(kind).by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=errors,
                limit=_MOST_ALIKE,
            )
        ]
        return {
            known: _ALIKE / distance if distance else _EXACT
            for distance, known in sorted(near)[:_MOST_ALIKE]
        }

    def _places(self, kind: str, words: Mapping[str, float]) -> _Scores:
        scores: dict[int, float] = {}
        for word, cell in self._records.places_of_words(kind, words):
            score = words[word]
            for place in kinds.places_of(cell):
                if score > scores.get(place, _MISSING):
                    scores[place] = score
        return scores

    def _known(self, kind: str) -> _Words:
        with self._lock:
            if kind not in self._words:
                self._words[kind] = _Words.of(self._records.search_words(kind))
            return self._words[kind]

    def _newest_first(self) -> list[int]:
        """Rank of each report by day, the newest first, by its place."""
        with self._lock:
            if self._ranks is None:
                order = self._records.report_places_newest_first()
                self._ranks = [0] * len(order)
                for rank, place in enumerate(order):
                    self._ranks[place] = rank
            return self._ranks


def _errors(word: str) -> int:
    """Typing errors allowed in a word by its sound, which is shorter than it is written."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def _first(scored: Mapping[str, float]) -> Mapping[str, float]:
    """The words that are a word, or else those alike."""
    exact = {word: score for word, score in scored.items() if score == _EXACT}
    return exact or scored


def _best(found: Iterable[_Scores]) -> dict[int, float]:
    """The best score of each place over several searches."""
    best: dict[int, float] = {}
    for scores in found:
        for place, score in scores.items():
            if score > best.get(place, _MISSING):
                best[place] = score
    return best
