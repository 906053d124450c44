"""How a name sounds, whatever script and spelling rules wrote it.

anyascii gives Latin letters for any script; the folding below then levels what
transliteration systems of the same sound write differently (`kh/ch/h`, `ya/ia/ja`,
unstressed `a/o`). It is coarse on purpose and only ever leads to a proposal.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

_MAX_CHARACTERS = 200
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_VOWEL_GROUPS = re.compile(r"[aeiou]+")
_VOWELS = str.maketrans("", "", "aeiou")
_FOLDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"c(?=[aoulrt])", "k"),
        (r"shch|szcz|sch", "s"),
        (r"tsch|tch|cz|ch", "c"),
        (r"sh|sz", "s"),
        (r"dzh", "z"),
        (r"zh", "z"),
        (r"kh|gh|g", "h"),
        (r"ts(?=[ie])", "t"),  # Belarusian soft t and d
        (r"dz(?=[ie])", "d"),
        (r"ts|tz", "c"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"qu?", "k"),
        (r"(?<=[aeo])u(?=[bcdfhklmnprstvz]|$)", "v"),
        (r"[jy]", "i"),
        (r"(?<=[bcdfhklmnprstvz])io(?=[a-z])", "e"),
        (r"^io", "e"),
        (r"i+(?=[aeu])", ""),
        (r"(.)\1+", r"\1"),
    )
)
_FEMININE = re.compile(r"(?:sk|ck)(?:aya|aia|aja|a)$|(?:ov|ev|av|ow|ew|in|yn)a$")
_MASCULINE = re.compile(r"(?:sk|ck)(?:iy|yi|ii|ij|y|i)$|(?:ov|ev|av|ow|ew|ou|eu|au|in|yn)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """One word of a name.

    Attributes:
        latin: In small Latin letters, as anyascii writes it.
        close: Its sound, vowels kept.
        broad: Its sound, `a` and `o` made one.
        consonants: The consonants of its sound.
        has_vowels: False where the script leaves short vowels out (Arabic, Hebrew).
        syllables: Groups of vowels.
        gender: `f` or `m` where an East Slavic ending tells it, else None.
    """

    latin: str
    close: str
    broad: str
    consonants: str
    has_vowels: bool
    syllables: int
    gender: str | None


@lru_cache(maxsize=65536)
def sounds_of(name: str) -> tuple[Sound, ...]:
    """The words of a name as sounds, in order; empty for a name without a letter.

    Only the first 200 characters are read, so that no input is slow.
    """
    raw = unicodedata.normalize("NFC", name[:_MAX_CHARACTERS])
    has_vowels = not any(_is_abjad(character) for character in raw)
    latin = anyascii(raw).replace("'", "").replace("`", "").casefold()
    return tuple(_sound(word, has_vowels) for word in _SEPARATORS.split(latin) if word)


def joined(sounds: tuple[Sound, ...]) -> Sound:
    """All words of a name as one, for scripts that write no spaces."""
    return _sound("".join(s.latin for s in sounds), all(s.has_vowels for s in sounds))


def given_name_row(sound: Sound) -> int | None:
    """Number of the row of `given_names.tsv` a word stands in, or None."""
    return _given_names().get(sound.close)


@lru_cache(maxsize=65536)
def _sound(latin: str, has_vowels: bool) -> Sound:
    close = latin
    for pattern, sound in _FOLDS:
        close = pattern.sub(sound, close)
    broad = close.replace("o", "a").replace("aa", "a")
    return Sound(
        latin=latin,
        close=close,
        broad=broad,
        consonants=close.translate(_VOWELS),
        has_vowels=has_vowels,
        syllables=len(_VOWEL_GROUPS.findall(close)),
        gender=_gender(latin),
    )


def _gender(latin: str) -> str | None:
    if len(latin) < 4:
        return None
    if _FEMININE.search(latin):
        return "f"
    return "m" if _MASCULINE.search(latin) else None


def _is_abjad(character: str) -> bool:
    return unicodedata.bidirectional(character) in {"R", "AL"}


@cache
def _given_names() -> dict[str, int]:
    text = (files("habeas.people") / "data" / "given_names.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {sounds_of(name)[0].close: number for number, row in enumerate(rows) for name in row}
