"""Names whose Latin letters are Japanese syllables, in kana beside other spellings of them.

The sources have Japanese names in Latin letters and in katakana, but hardly any in hiragana, which
is how registers tell how a name is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from numpy.random import Generator

from names.training.labelled import TrainingPair
from names.training.sources import NamedPerson

_SYLLABLES = (
    "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho "
    "ma mi mu me mo ya yu yo ra ri ru re ro wa ga gi gu ge go za ji zu ze zo da de do "
    "ba bi bu be bo pa pi pu pe po"
).split()
_KANA = (
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほ"
    "まみむめもやゆよらりるれろわがぎぐげござじずぜぞだでど"
    "ばびぶべぼぱぴぷぺぽ"
)
_GLIDES = dict(
    zip("ky sh ch ny hy my ry gy j by py".split(), "きしちにひみりぎじびぴ", strict=True)
)
_SMALL = {"a": "ゃ", "u": "ゅ", "o": "ょ"}
_SIGNS = dict(zip(_SYLLABLES, _KANA, strict=True)) | {
    consonants + vowel: sign + small
    for consonants, sign in _GLIDES.items()
    for vowel, small in _SMALL.items()
}
_LEAST_SIGNS, _LEAST_LETTERS = 6, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class KanaName:
    """A given and a family name.

    Attributes:
        latin: In small Latin letters, given name first.
        kana: The same in hiragana.
    """

    latin: tuple[str, str]
    kana: tuple[str, str]


def to_kana(word: str) -> str | None:
    """A word in hiragana, None where its letters are no Japanese syllables.

    >>> to_kana("nippon"), to_kana("shimbun"), to_kana("lomvale")
    ('にっぽん', 'しんぶん', None)
    """
    found, place = "", 0
    while place < len(word):
        left = min(3, len(word) - place)
        size = next((n for n in range(left, 0, -1) if word[place : place + n] in _SIGNS), 0)
        rest = word[place + 1 : place + 2]
        if size:
            found += _SIGNS[word[place : place + size]]
            place += size
        elif word[place] == "n" or (word[place] == "m" and rest and rest in "bpm"):
            found += "ん"
            place += 1
        elif word[place] == rest:
            found += "っ"
            place += 1
        else:
            return None
    return found


def kana_names(persons: Sequence[NamedPerson]) -> list[KanaName]:
    """The names of two words that can be written in kana."""
    found = []
    for person in persons:
        for name in person.names if not person.id.startswith("ep") else ():
            words = name.lower().split()
            if not name.isascii() or len(words) != 2 or min(map(len, words)) < _LEAST_LETTERS:
                continue
            given, family = to_kana(words[0]), to_kana(words[1])
            if given and family and len(given + family) >= _LEAST_SIGNS:
                found.append(KanaName(latin=(words[0], words[1]), kana=(given, family)))
    return found


def kana_pairs(names: Sequence[KanaName], count: int, draw: Generator) -> list[TrainingPair]:
    """For so many of the names a pair of one person, and some of two."""
    names = [names[place] for place in draw.permutation(len(names)).tolist()]
    sharing: defaultdict[str, list[KanaName]] = defaultdict(list)
    for name in names:
        for word in name.latin:
            sharing[word].append(name)
    found = []
    for name in names[:count]:
        kana = _in_kana(name, draw)
        found.append(TrainingPair(kana, _in_latin(name, draw), same=True))
        others = [_one_of(sharing[word], draw) for word in reversed(name.latin)]
        others.append(_one_of(names, draw))
        stranger = _one_of(names, draw)
        renamed = KanaName(
            latin=(stranger.latin[0], name.latin[1]), kana=(stranger.kana[0], name.kana[1])
        )
        others.append(renamed)
        found += [
            TrainingPair(kana, _in_latin(other, draw), same=False)
            for other in others
            if other.latin != name.latin
        ]
        if renamed.latin != name.latin:
            found.append(TrainingPair(kana, _in_kana(renamed, draw), same=False))
    return found


def _in_kana(name: KanaName, draw: Generator) -> str:
    given, family = name.kana
    return f"{family} {given}" if draw.random() < 0.15 else family + given


def _in_latin(name: KanaName, draw: Generator) -> str:
    """In Latin letters, long vowels in one of three ways, mostly the family name first."""
    words = []
    for word in name.latin:
        chance = draw.random()
        long = "ō" if chance < 0.3 else "o" if chance < 0.58 else "ou"
        words.append(word.replace("ou", long).title())
    return " ".join(words if draw.random() < 0.4 else reversed(words))


def _one_of(names: Sequence[KanaName], draw: Generator) -> KanaName:
    return names[int(draw.integers(len(names)))]
