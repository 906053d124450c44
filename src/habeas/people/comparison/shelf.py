"""Names and their words as rows of arrays, made once and looked up from then on."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from zlib import crc32

import numpy as np
from numpy.typing import ArrayLike, NDArray

from habeas.people.comparison.encoder import Encoder, unit_vectors
from habeas.people.comparison.folds import consonants, fold_sounds
from habeas.people.comparison.part_facts import facts_of
from habeas.people.comparison.read_forms import kept
from habeas.people.comparison.spelling import Spelling, spell
from habeas.people.comparison.weights import Weights
from habeas.people.names.scripts import NO_SCRIPT

MOST_ALIGNED = 6
"""Words of a reading that are aligned; further ones count only in the joined forms."""

MOST_NAMES = 150_000
"""Names that are kept as they were made ready."""

_ROOM = 1024
_TOGETHER = 512
_UNKNOWN_RARITY = 120
_LONG_WORD = 6
_GIVEN_NAMES_EACH = 2


class Rows[Kind: np.generic]:
    """An array that grows by rows."""

    def __init__(self, *shape: int, kind: type[Kind], room: int = _ROOM) -> None:
        """Rows of this shape, none yet; room takes no memory before it is used."""
        self._rows: NDArray[Kind] = np.zeros((room, *shape), dtype=kind)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def append(self, row: ArrayLike) -> None:
        """Put one row at the end."""
        if self._count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[self._count] = row
        self._count += 1

    @property
    def array(self) -> NDArray[Kind]:
        """All rows so far."""
        return self._rows[: self._count]


class Texts:
    """A list of texts, some hundred in one piece, since many short ones take much memory."""

    def __init__(self) -> None:
        """None yet."""
        self._pieces: list[bytes] = []
        self._ends = array("I")
        self._last: list[str] = []

    def __len__(self) -> int:
        return len(self._ends) + len(self._last)

    def __getitem__(self, place: int) -> str:
        piece, at = divmod(place, _TOGETHER)
        if piece == len(self._pieces):
            return self._last[at]
        start = self._ends[place - 1] if at else 0
        data = self._pieces[piece][start : self._ends[place]]
        return data.decode("utf-8", "surrogatepass")

    def append(self, text: str) -> None:
        """Put one at the end."""
        self._last.append(text)
        if len(self._last) == _TOGETHER:
            encoded = [each.encode("utf-8", "surrogatepass") for each in self._last]
            self._ends.extend(accumulate(map(len, encoded)))
            self._pieces.append(b"".join(encoded))
            self._last = []


class Shelf:
    """What is known of names met so far."""

    def __init__(self, weights: Weights, encoder: Encoder, most_names: int = MOST_NAMES) -> None:
        """Keep names as these weights see them."""
        self._most_names = most_names
        self._encoder = encoder
        self._rare_words = weights.rare_words
        self._rarity = weights.rarity
        self._room = _ROOM
        self._empty()

    def keep(self, most_names: int) -> None:
        """Keep at most so many names from now on; those kept before are forgotten."""
        self._most_names = self._room = most_names
        self._empty()

    def make_room(self) -> None:
        """Forget all names where they are very many; rows got before mean nothing then."""
        if len(self._names) > self._most_names:
            self._empty()

    def places(self, names: Sequence[str]) -> NDArray[np.int64]:
        """Rows of names, which are made ready where they are new."""
        known = self._names
        return np.fromiter(
            (known[name] if name in known else self._add(name) for name in names),
            dtype=np.int64,
            count=len(names),
        )

    def folded_texts(self, names: Sequence[str]) -> list[str]:
        """Names as they are compared letter for letter; empty for one without a letter."""
        return [
            self.texts[place] if self.scripts[place] != NO_SCRIPT else ""
            for place in self.places(names).tolist()
        ]

    def _empty(self) -> None:
        size, room = self._encoder.size, self._room
        self._names: dict[str, int] = {}
        self.texts = Texts()
        self.scripts: list[str] = []
        self.first_reading = Rows(kind=np.int64, room=room)
        self.reading_count = Rows(kind=np.int64, room=room)
        self.readings = Texts()
        self.vectors = Rows(size, kind=np.int8, room=2 * room)
        self.vector_lengths = Rows(kind=np.float32, room=2 * room)
        self.aligned = Rows(MOST_ALIGNED, kind=np.int32, room=2 * room)
        self.initials = Rows(MOST_ALIGNED, kind=np.uint8, room=2 * room)
        self._units: dict[bytes, int] = {}
        self.words = Texts()
        self.folded = Texts()
        self.bare = Texts()
        self.word_vectors = Rows(size, kind=np.int8, room=room)
        self.word_weights = Rows(kind=np.float32, room=room)
        self.word_lengths = Rows(kind=np.int16, room=room)
        self.given_names = Rows(_GIVEN_NAMES_EACH, kind=np.int16, room=room)
        self._unit("", "")

    def _add(self, name: str) -> int:
        spelling = spell(name)
        place = self._names[name] = len(self.texts)
        self.texts.append(spelling.text)
        self.scripts.append(spelling.script)
        self.first_reading.append(len(self.readings))
        self.reading_count.append(len(spelling.readings))
        sums = self._encoder.name_sums(spelling)
        vectors = unit_vectors(sums)
        for reading, total, vector in zip(spelling.readings, sums, vectors, strict=True):
            self.readings.append(kept(reading))
            self.vectors.append(vector)
            self.vector_lengths.append(np.sqrt(float((total.astype(np.int64) ** 2).sum())))
            self.aligned.append(self._aligned(spelling, reading))
            telling = _telling(tuple(zip(reading, reading, strict=True)))
            first = [ord(word[0]) for word, _ in telling[:MOST_ALIGNED]]
            self.initials.append(first + [0] * (MOST_ALIGNED - len(first)))
        return place

    def _aligned(self, spelling: Spelling, reading: tuple[str, ...]) -> list[int]:
        """Units of a reading's words; with the word as written where one stands for one."""
        one_for_one = len(spelling.words) == len(reading)
        written = spelling.words if one_for_one else ("",) * len(reading)
        units = [
            self._unit(word if spelling.read or not word.isascii() else "", latin)
            for word, latin in _telling(tuple(zip(written, reading, strict=True)))
        ][:MOST_ALIGNED]
        return units + [0] * (MOST_ALIGNED - len(units))

    def _unit(self, written: str, latin: str) -> int:
        # Neither holds a line break; one text of bytes takes less memory than two.
        key = f"{written}\n{latin}".encode("utf-8", "surrogatepass")
        known = self._units.get(key)
        if known is not None:
            return known
        place = self._units[key] = len(self.words)
        total = self._encoder.word_sum(latin).astype(np.int32)
        if written:
            total = total + self._encoder.word_sum(written)
        self.words.append(latin)
        self.folded.append(fold_sounds(latin))
        self.bare.append(consonants(latin))
        self.word_vectors.append(unit_vectors(total[None, :])[0])
        self.word_lengths.append(len(latin))
        self.word_weights.append(self._weight(latin))
        rows = sorted(facts_of(written).rows | facts_of(latin).rows)[:_GIVEN_NAMES_EACH]
        self.given_names.append([row + 1 for row in rows] + [0] * (_GIVEN_NAMES_EACH - len(rows)))
        return place

    def _weight(self, latin: str) -> float:
        """How much a word tells: rare and long ones more. The empty word tells nothing."""
        number = crc32(latin.encode("utf-8", "surrogatepass"))
        place = int(np.searchsorted(self._rare_words, np.uint32(number)))
        known = place < len(self._rare_words) and self._rare_words[place] == number
        rarity = float(self._rarity[place]) if known else _UNKNOWN_RARITY
        return rarity / 10 * min(len(latin), _LONG_WORD) / _LONG_WORD


def _telling(words: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The words of a name that tell one from another: without its particles.

    A first word is none (Ben, Van), and a name is never left with less than two words.
    """
    particles, articles = _particles()
    kept = words[:1] + tuple(word for word in words[1:] if word[1] not in particles)
    if kept and kept[0][1] in articles and len(kept) > 2:
        kept = kept[1:]
    return kept if len(kept) > 1 else words


@cache
def _particles() -> tuple[frozenset[str], frozenset[str]]:
    """All particles, and those of them that are articles."""
    text = (files("habeas.people.comparison") / "data" / "particles.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    articles = {word for line in lines if line.startswith("+") for word in line[1:].split()}
    others = {word for line in lines if not line.startswith("+") for word in line.split()}
    return frozenset(articles | others), frozenset(articles)
