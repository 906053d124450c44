"""Names in the scripts of India and Sri Lanka, whose consonants carry a vowel unless told not to.

The nine Indian blocks of Unicode lay their letters out alike, so one table of places serves them
all; what a language does otherwise stands beside it. In the north the carried `a` falls silent at
the end of a word and between two syllables that do not need it (Manmohan), after Ohala (1983); in
the south and in Sinhala every one is heard. Tamil writes no voice: its stops are voiced between
vowels and after a nasal.
"""

from __future__ import annotations

import re
from typing import NamedTuple

BLOCKS = {
    "Deva": 0x0900,
    "Beng": 0x0980,
    "Guru": 0x0A00,
    "Gujr": 0x0A80,
    "Orya": 0x0B00,
    "Taml": 0x0B80,
    "Telu": 0x0C00,
    "Knda": 0x0C80,
    "Mlym": 0x0D00,
    "Sinh": 0x0D80,
}
_NORTHERN = frozenset({"Deva", "Beng", "Guru", "Gujr", "Orya"})
_VIRAMA, _NASAL, _DOUBLER, _NUKTA = "virama", "nasal", "doubler", "nukta"


class Letter(NamedTuple):
    """What one sign of a block is: `kind` is `c` consonant, `v` vowel, `s` vowel sign or a name."""

    kind: str
    latin: str


def _indian() -> dict[int, Letter]:
    consonants = (
        "k kh g gh ng ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h"
    )
    vowels = "a a i i u u ri li e e e ai o o o au"
    table = {0x15 + n: Letter("c", one) for n, one in enumerate(consonants.split())}
    table |= {0x05 + n: Letter("v", one) for n, one in enumerate(vowels.split())}
    table |= {0x3E + n: Letter("s", one) for n, one in enumerate(vowels.split()[1:6])}
    signs = "ri ri e e e ai o o o au"
    table |= {0x43 + n: Letter("s", one) for n, one in enumerate(signs.split())}
    dotted = "q kh gh z r rh f y"
    table |= {0x58 + n: Letter("c", one) for n, one in enumerate(dotted.split())}
    table |= {0x4D: Letter(_VIRAMA, ""), 0x3C: Letter(_NUKTA, "")}
    table |= {0x01: Letter(_NASAL, "N"), 0x02: Letter(_NASAL, "N"), 0x03: Letter("x", "h")}
    return table


def _sinhala() -> dict[int, Letter]:
    table: dict[int, Letter] = {}
    for first, line in {
        0x1A: "k kh g gh ng ng ch chh j jh gn gn nj t th d dh n nd th th d dh n",
        0x33: "nd p ph b bh m mb y r",
        0x3D: "l",
        0x40: "w sh sh s h l f",
    }.items():
        table |= {first + n: Letter("c", one) for n, one in enumerate(line.split())}
    for first, line in {0x05: "a a a a i i u u ru ru", 0x11: "e e ai o o au"}.items():
        table |= {first + n: Letter("v", one) for n, one in enumerate(line.split())}
    for first, line in {0x4F: "a a a i i u", 0x56: "u", 0x58: "ru e e ai o o au"}.items():
        table |= {first + n: Letter("s", one) for n, one in enumerate(line.split())}
    table |= {0x4A: Letter(_VIRAMA, ""), 0x02: Letter(_NASAL, "N"), 0x03: Letter("x", "h")}
    return table


def _tables() -> dict[str, dict[int, Letter]]:
    own: dict[str, dict[int, Letter]] = {script: {} for script in BLOCKS}
    own["Beng"] = {
        0x2F: Letter("c", "j"),
        0x5F: Letter("c", "y"),
        0x4E: Letter("x", "t"),
        0x02: Letter(_NASAL, "ng"),
        0x01: Letter("x", ""),
        0x10: Letter("v", "oi"),
        0x48: Letter("s", "oi"),
        0x70: Letter("c", "r"),
        0x71: Letter("c", "w"),
    }
    own["Guru"] = {0x70: Letter(_NASAL, "N"), 0x71: Letter(_DOUBLER, "")}
    own["Taml"] = {0x24: Letter("c", "th"), 0x1E: Letter("c", "gn"), 0x19: Letter("c", "ng")}
    own["Mlym"] = {0x7A + n: Letter("x", one) for n, one in enumerate("n n r l l k".split())}
    own["Mlym"] |= {0x24: Letter("c", "th"), 0x02: Letter(_NASAL, "N"), 0x28: Letter("c", "n")}
    own["Telu"] = own["Knda"] = {0x02: Letter(_NASAL, "N"), 0x35: Letter("c", "v")}
    indian = _indian()
    found = {script: indian | more for script, more in own.items()}
    found["Sinh"] = _sinhala()
    return {
        script: {BLOCKS[script] + k: v for k, v in one.items()} for script, one in found.items()
    }


_TABLES = _tables()
_DOTTED = {"k": "q", "kh": "kh", "g": "gh", "j": "z", "d": "r", "dh": "rh", "ph": "f", "y": "y"}
_DOTTED |= {"s": "sh", "l": "l", "n": "n", "r": "r", "b": "r"}
_WHOLE = (
    ("ksh", re.compile(r"ksh+")),
    ("gy", re.compile(r"jn(?=[aeiou])")),
    ("chch", re.compile(r"chchh?")),
    ("nk", re.compile(r"ngk")),
    ("ng", re.compile(r"ngg")),
)


class Syllable(NamedTuple):
    """Consonants, then a vowel; `carried` where the vowel is not written."""

    onset: tuple[str, ...]
    vowel: str
    carried: bool


def read_brahmic(text: str, script: str) -> list[str]:
    """Readings of a name, the likeliest first."""
    words = re.split(r"[\s.,\-–()]+", text.replace("অ্যা", "আ").replace("্য", "্য়"))
    parted = [_syllables(word, script) for word in words]
    if script == "Taml":
        plain = " ".join(map(_tamil, parted))
        softened = re.sub(r"(?<=[aeiou])g(?=[aeiou])", "h", plain)
        foreign = re.sub(r"\bp(?=[aeiou])", "f", softened.replace("nth", "nd"))
        foreign = re.sub(r"(?<=[aeiou])p(?=r)", "b", foreign)
        return [plain, _initials_voiced(plain.replace("nth", "nd")), foreign]
    northern = script in _NORTHERN
    found = [_polished(" ".join(_spelled(word, northern) for word in parted), script)]
    if script == "Beng":
        found.append(_polished(" ".join(_spelled(word, northern, "o") for word in parted), script))
    elif not northern:
        found.append(re.sub(r"\Bth(?=[aeiou])", "t", found[0]))
    elif found[0] != (kept := _polished(" ".join(_joined(word, "a") for word in parted), script)):
        found.append(kept)
    return found


def _syllables(word: str, script: str) -> list[Syllable]:
    table = _TABLES[script]
    found: list[Syllable] = []
    onset: list[str] = []
    closed = True
    for sign in word:
        kind, latin = table.get(ord(sign), Letter("", ""))
        if kind == "c":
            if not closed:
                found.append(Syllable(tuple(onset), "a", True))
                onset = []
            onset.append(latin)
            closed = False
        elif kind == "s" and onset:
            found.append(Syllable(tuple(onset), latin, False))
            onset, closed = [], True
        elif kind == _VIRAMA:
            closed = True
        elif kind == _NUKTA and onset:
            onset[-1] = _DOTTED.get(onset[-1], onset[-1])
        elif kind in {"v", "s", "x", _NASAL, _DOUBLER}:
            if not closed:
                found.append(Syllable(tuple(onset), "a", True))
                onset, closed = [], True
            _append(found, onset, (kind, latin))
            onset = []
    if onset:
        found.append(Syllable(tuple(onset), "" if closed else "a", not closed))
    return found


def _append(found: list[Syllable], onset: list[str], letter: tuple[str, str]) -> None:
    """Add a vowel of its own, or close the last syllable with a nasal or the like."""
    kind, latin = letter
    if kind in {"v", "s"}:
        found.append(Syllable(tuple(onset), latin, False))
    elif kind == _DOUBLER:
        found.append(Syllable(("*",), "", False))
    else:
        found.append(Syllable((*onset, latin), "", False))


def _spelled(word: list[Syllable], northern: bool, carried: str = "a") -> str:
    return _joined(_silenced(word) if northern else word, carried)


def _silenced(word: list[Syllable]) -> list[Syllable]:
    """Drop the carried vowels that the north does not say, from the end backwards."""
    heard = list(word)
    for place in range(len(heard) - 1, 0, -1):
        syllable = heard[place]
        if not syllable.carried:
            continue
        before = heard[place - 1]
        if place == len(heard) - 1:
            sonorous = syllable.onset[-1] in {"y", "r", "l", "v", "m", "n"}
            if not (len(syllable.onset) > 1 and sonorous):
                heard[place] = syllable._replace(vowel="")
            continue
        after = heard[place + 1]
        single = len(syllable.onset) == 1 and len(after.onset) == 1
        if single and before.vowel and after.vowel and after.onset[0] not in {"ng", "n*"}:
            heard[place] = syllable._replace(vowel="")
    return heard


def _joined(word: list[Syllable], carried: str) -> str:
    letters = []
    for place, (onset, vowel, is_carried) in enumerate(word):
        start = "".join(onset)
        if start == "*":
            following = word[place + 1].onset[0] if place + 1 < len(word) else ""
            start = following[:1]
        letters.append(start + (carried if is_carried and vowel else vowel))
    return "".join(letters)


def _polished(latin: str, script: str) -> str:
    """Settle the nasal by what follows it (`N` until then), and runs that are spelled otherwise."""
    latin = _nasals(latin, "m" if script in {"Telu", "Mlym"} else "n")
    for spelled, pattern in _WHOLE:
        latin = pattern.sub(spelled, latin)
    if script == "Mlym":
        latin = re.sub(r"nr(?=[aeiou])|nt(?=[aeiou])", "nd", latin)
    return latin.replace("ththth", "th").replace("thth", "th")


def _nasals(latin: str, last: str) -> str:
    if "N" not in latin:
        return latin
    latin = re.sub(r"N(?=[pbm])", "m", latin)
    latin = re.sub(r"N\b", last, latin)
    return re.sub(r"N(?=h)", "ng", latin).replace("N", "n")


_VOICED = {"k": "g", "t": "d", "th": "th", "p": "b"}


def _tamil(word: list[Syllable]) -> str:
    """Stops by their neighbours: voiced between vowels and after a nasal, sharp when doubled."""
    flat: list[tuple[str, bool]] = []
    for onset, vowel, _ in word:
        flat += [(sign, False) for sign in onset] + ([(vowel, True)] if vowel else [])
    nothing = ("", False)
    around = zip([nothing, *flat], flat, [*flat[1:], nothing], strict=False)
    latin = "".join(
        one[0] if one[1] else _tamil_consonant(one[0], before, after)
        for before, one, after in around
    )
    latin = re.sub(r"rr(?=[aeiou])", "tr", latin)
    latin = re.sub(r"^ir(?=[aeo])", "r", latin)
    return latin.replace("thth", "th").replace("nr", "ndr")


def _tamil_consonant(sign: str, before: tuple[str, bool], after: tuple[str, bool]) -> str:
    nasal = before[0] in {"n", "ng", "gn", "m"}
    if sign == "ch":
        return "ch" if "ch" in {before[0], after[0]} else "j" if nasal else "s"
    if sign in _VOICED and (nasal or (before[1] and after[1])):
        return _VOICED[sign]
    if sign == "ng" and after[0] == "k":
        return "n"
    if sign == "gn" and not after[1]:
        return "n"
    return sign


def _initials_voiced(latin: str) -> str:
    return re.sub(
        r"\b(?:k|th|t|p)(?=[aeiourl])",
        lambda match: {"k": "g", "th": "d", "t": "d", "p": "b"}[match[0]],
        latin,
    )
