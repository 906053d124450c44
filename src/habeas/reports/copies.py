"""Which reports print the text of another: a wire story that forty papers carry is one text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from habeas.model.reports import Copy, Likeness, Report

_SHINGLE = 4
"""Words in a row that are compared as one."""

_SKETCH = 24
"""Smallest hashes by which candidates are found (Broder 1997). Two texts of which the shorter
is half as long and stands to four fifths in the other share none in one of 20,000 cases."""

_HOLDERS = 64
"""Texts that may share a hash; what more of them share is furniture of a site."""

_CANDIDATES = 8
_MOST_WORDS = 100_000
_MOST_CHARACTERS = 1_000_000
_LEAST_SHARE = 0.5
"""Length of the shorter text by that of the longer: a text quoted in a longer one is no copy."""

_NEAR = 0.8
_REVISED = 0.5

_TIME = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\b")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]\n(?=[^\W\d_])")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_WORD = re.compile(
    # Scripts that put no spaces between words are compared letter by letter.
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
    r"|\d+|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
    " thousand dozen dozens два две двух три трех четыре четырех пять пяти шесть шести семь семи"
    " восемь восьми девять девяти десять десяти одиннадцать двенадцать двенадцати тринадцать"
    " четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать двадцати"
    " тридцать тридцати сорок сорока пятьдесят сто ста двое трое четверо пятеро шестеро семеро"
    " дзве двух тры трох чатыры пяць шэсць сем восем дзевяць дзесяць дваццаць трыццаць".split()
)
_MASK = "#"
_HASH_MASK = (1 << 63) - 1
_PRIME = 1_099_511_628_211  # of the hash FNV-1a


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """What is kept of the words of a text, to compare it with others.

    Attributes:
        digest: Of all words, in order.
        shingles: Hashes of every four words in a row, sorted, each once; of a shorter text
            one, and none of an empty one.
        figures: Numbers by the two words before and after them, where those stand once; by
            hashes that hold in one process.
    """

    digest: bytes
    shingles: NDArray[np.int64]
    figures: Mapping[int, str]

    @property
    def sketch(self) -> tuple[int, ...]:
        """The smallest hashes of its shingles."""
        return tuple(self.shingles[:_SKETCH].tolist())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as copies are compared by, at most 100,000.

    Case, accents written apart, line breaks, hyphens at line ends, invisible signs,
    punctuation and times of day make no difference.

    >>> words_of("Nine were FREED, of 1,197; at 14:05")
    ('nine', 'were', 'freed', 'of', '1', '197', 'at')
    """
    plain = unicodedata.normalize("NFKC", _BROKEN_WORD.sub("", text[:_MOST_CHARACTERS]))
    plain = _TIME.sub(" ", _UNSEEN.sub("", plain)).casefold().replace("ё", "е")
    return tuple(found.group() for found in islice(_WORD.finditer(plain), _MOST_WORDS))


def wording_of(words: Sequence[str]) -> Wording:
    """What is kept of some words, as `words_of` gives them."""
    return Wording(
        digest=blake2b("\x1f".join(words).encode("utf-8", "surrogatepass")).digest(),
        shingles=_shingles(words),
        figures=_figures(words),
    )


def _shingles(words: Sequence[str]) -> NDArray[np.int64]:
    if len(words) < _SHINGLE:
        return np.array([_hash(" ".join(words))] if words else [], dtype=np.int64)
    known = {word: _hash(word) for word in set(words)}
    array = np.array([known[word] for word in words], dtype=np.int64)
    mixed = array[_SHINGLE - 1 :].copy()
    for back in range(1, _SHINGLE):
        # Products wrap around, as hashes may.
        factor = np.int64(_PRIME**back & _HASH_MASK)
        mixed += array[_SHINGLE - 1 - back : len(array) - back] * factor
    mixed ^= mixed >> np.int64(29)
    return np.unique(mixed)


def _figures(words: Sequence[str]) -> Mapping[int, str]:
    masked = [_MASK if _is_number(word) else word for word in words]
    found: dict[int, str | None] = {}
    for at, mask in enumerate(masked):
        if mask == _MASK:
            around = hash((*masked[max(0, at - 2) : at], "/", *masked[at + 1 : at + 3]))
            found[around] = None if around in found else words[at]
    return {around: word for around, word in found.items() if word is not None}


def likeness_of(one: Wording, other: Wording) -> Likeness | None:
    """Say how alike two texts are; None where neither prints the other.

    SAME has the same words; NEAR has four fifths of the shorter text's in the longer and
    no other figure in a place of its own; REVISION has half of them, or other figures. A
    translation, and a text quoted in one more than twice as long, are no copies.
    """
    if not len(one.shingles) or not len(other.shingles):
        return None
    if one.digest == other.digest:
        return Likeness.SAME
    sizes = sorted((len(one.shingles), len(other.shingles)))
    if sizes[0] < _LEAST_SHARE * sizes[1]:
        return None
    shared = len(np.intersect1d(one.shingles, other.shingles, assume_unique=True))
    containment = shared / sizes[0]
    if containment < _REVISED:
        return None
    return Likeness.REVISION if containment < _NEAR or _differ(one, other) else Likeness.NEAR


class CopyFinder:
    """Finds, for each report in turn, the earlier one whose text it prints.

    Time and memory grow with the number of reports and the length of their texts, and not
    with the number of pairs.
    """

    def __init__(self, worded: Callable[[str], Wording] | None = None) -> None:
        """Begin with none.

        Args:
            worded: Gives what is kept of a text, where texts were looked at before.
        """
        self._worded = worded or _worded
        self._first: dict[str, Wording] = {}
        self._holders: dict[int, tuple[str, ...]] = {}

    def place(self, report: Report) -> Copy | None:
        """Say of which earlier report this is a copy or a revision; None where of none.

        Revisions can have copies of their own, copies cannot: a copy of a copy is one of
        the first. A table of people is a copy only where all its words are the same.
        """
        wording = self._worded(body_of(report))
        best = self._best(report, wording)
        if best is None or best.likeness is Likeness.REVISION:
            self._first[report.id] = wording
            for each in wording.sketch:
                holders = self._holders.get(each, ())
                if len(holders) < _HOLDERS:
                    self._holders[each] = (*holders, report.id)
        return best

    def _best(self, report: Report, wording: Wording) -> Copy | None:
        shared = Counter(key for each in wording.sketch for key in self._holders.get(each, ()))
        found: Copy | None = None
        for key, _ in shared.most_common(_CANDIDATES):
            likeness = likeness_of(self._first[key], wording)
            if likeness is None or (report.is_table and likeness is not Likeness.SAME):
                continue
            if found is None or likeness < found.likeness:
                found = Copy(report=report.id, of=key, likeness=likeness)
        return found


def find_copies(
    reports: Iterable[Report], worded: Callable[[str], Wording] | None = None
) -> tuple[Copy, ...]:
    """All reports that print the text of another.

    Args:
        reports: In any order.
        worded: As for `CopyFinder`.

    Returns:
        In order of publication, undated ones last, then of their ids; the first of equal
        texts is no copy and the others are copies of it.
    """
    listed = sorted(reports, key=_order)
    if len(listed) < 2:
        return ()
    finder = CopyFinder(worded)
    found = map(finder.place, listed)
    return tuple(copy for copy in found if copy is not None)


def _worded(text: str) -> Wording:
    return wording_of(words_of(text))


def _order(report: Report) -> tuple[bool, str, str]:
    day = report.published.earliest if report.published else None
    return day is None, day.isoformat() if day else "", report.id


def body_of(report: Report) -> str:
    """What of a report is compared: its text, of a table without the lines above it."""
    if not report.is_table:
        return report.text
    return "\n".join(line for line in report.text.split("\n") if not line.startswith("#"))


def _differ(one: Wording, other: Wording) -> bool:
    """True where in one place the two have different figures."""
    both = one.figures.keys() & other.figures.keys()
    return any(one.figures[around] != other.figures[around] for around in both)


def _is_number(word: str) -> bool:
    return word.isdecimal() or word in _NUMBER_WORDS


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) & _HASH_MASK
