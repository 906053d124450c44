"""Tables of how scripts sound in names, learned from CC0 pairs of names.

The pairs are those of NETransliteration-COLING2018 (words of names in Wikidata) and, of the
labelled pairs of this project, the labels of politicians that EveryPolitician took from Wikidata.
No name whose key is in the list of held-out names is read.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import math
import random
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz import fuzz

from habeas.people.names.readings.sounds import units_of
from names import sound_rules

MOST_UNITS, MOST_LETTERS = 16, 20
SAMPLE, ROUNDS = 15_000, 6
SHARE, MOST_TIMES = 0.4, 3
MOST_WORDS, LEAST_MET, LEAST_GAIN = 1_500, 4, 60.0


class Source(NamedTuple):
    """Where the pairs of one script are.

    Attributes:
        file: Its name in the folder of NETransliteration.
        longest: How many letters one unit of the script may stand for.
        least: How often a window must have been seen to be listed.
        most_cost: A pair whose alignment costs more, for each unit, is two other words.
    """

    file: str
    longest: int
    least: int = 2
    most_cost: float = 4.0


SOURCES = {
    "Arab": Source("wd_arabic.normalized.aligned.tokens", 4),
    "Hani": Source("wd_chinese.normalized.aligned.tokens", 5),
    "Hebr": Source("wd_hebrew.normalized.aligned.tokens", 4, most_cost=3.0),
    "Kana": Source("wd_katakana.normalized.aligned.tokens", 3, least=3, most_cost=3.0),
    "Hang": Source("wd_korean.normalized.aligned.tokens", 3, most_cost=2.0),
    "Cyrl": Source("wd_russian_80", 4, most_cost=3.0),
}


class Example(NamedTuple):
    """A word in its units, its Latin letters, and how often it counts."""

    word: str
    latin: str
    times: int


def is_open(held_out: set[str]) -> Callable[[str], bool]:
    """A check that a name is not among those held out for measuring."""

    def check(name: str) -> bool:
        text = unicodedata.normalize("NFC", name).casefold()
        return hashlib.sha256(text.encode()).hexdigest()[:16] not in held_out

    return check


def letters_of(latin: str) -> str:
    """The small Latin letters of a word, without marks."""
    return "".join(sign for sign in anyascii(latin).casefold() if "a" <= sign <= "z")


def examples(
    script: str, folder: Path, pairs: Path, allowed: Callable[[str], bool]
) -> list[Example]:
    """Every pair of words for a script, in a fixed shuffled order."""
    found = [
        Example(units_of(word, script), letters_of(latin), times)
        for latin, word, times in _words(script, folder, pairs)
        if allowed(word) and allowed(latin)
    ]
    found = [
        one
        for one in found
        if 1 <= len(one.word) <= MOST_UNITS and 1 <= len(one.latin) <= MOST_LETTERS
    ]
    random.Random(1).shuffle(found)  # noqa: S311 - an order, no secret
    return found


def _words(script: str, folder: Path, pairs: Path) -> Iterator[tuple[str, str, int]]:
    text = (folder / SOURCES[script].file).read_text(encoding="utf-8")
    for line in text.splitlines():
        latin, signs, times = line.split("\t")
        yield latin, signs.replace(" ", ""), int(times)
    with gzip.open(pairs, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["label"] != "1" or row["source"] != "everypolitician":
                continue
            for one, other in (("left", "right"), ("right", "left")):
                if row[f"{one}_script"] == script and row[f"{other}_script"] == "Latn":
                    yield from _paired(row[one], row[other])


def _paired(name: str, latin: str) -> Iterator[tuple[str, str, int]]:
    """Words side by side, where both names have as many; a family name may come first."""
    if "," in name:
        family, _, given = name.partition(",")
        name = f"{given} {family}"
    words, spelled = name.replace("·", " ").split(), latin.split()
    if len(words) == len(spelled):
        for word, letters in zip(words, spelled, strict=True):
            yield letters, word, 1


def table(script: str, found: list[Example]) -> list[str]:
    """Rows `window, letters` of a script."""
    longest = SOURCES[script].longest
    costs = sound_rules.learn([one[:2] for one in found[:SAMPLE]], longest, ROUNDS)
    aligned, believed = [], []
    for one in found:
        cut = sound_rules.aligned(one.word, one.latin, longest, costs)
        cost = cut[0] / (len(one.word) + 1) if cut else math.inf
        if cut and cost <= SOURCES[script].most_cost:
            aligned += [(one.word, cut[1])] * min(MOST_TIMES, one.times)
        if cost <= SOURCES[script].most_cost + 1:
            believed.append(one)
    kept = sound_rules.rules(aligned, SOURCES[script].least, SHARE)
    rows = [f"{window}\t{letters}".rstrip() for window, letters in sorted(kept.items())]
    return rows + [
        f"={word}\t{latin}" for word, latin in sorted(whole_words(believed, kept).items())
    ]


def whole_words(found: list[Example], windows: dict[str, str]) -> dict[str, str]:
    """The commonest words that the windows spell worse than one spelling would.

    That spelling is the one nearest to all spellings of the word, each counted as often as it
    was met; a word counts for what it brings, and the first `MOST_WORDS` are kept.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for word, latin, times in found:
        spellings[word][latin] += times
    gains = []
    for word, counts in spellings.items():
        if len(word) < 2 or counts.total() < LEAST_MET:
            continue
        near = {one: _nearness(one, counts) for one in counts}
        best = min(near, key=lambda one: (-near[one], one))
        gain = near[best] - _nearness(sound_rules.read(word, windows), counts)
        if gain > LEAST_GAIN:
            gains.append((-gain, word, best))
    return {word: best for _, word, best in sorted(gains)[:MOST_WORDS]}


def _nearness(spelling: str, counts: Counter[str]) -> float:
    return sum(
        times * 100 * (fuzz.ratio(spelling, other) / 100) ** 3 for other, times in counts.items()
    )
