"""The gender that the form of a name shows, in languages whose names have one."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from habeas.model.people import NamePart, PartKind
from habeas.people.names import lexicon
from habeas.people.names.patronymics import patronymic_ending

Gender = Literal["f", "m"]


class _Rule(NamedTuple):
    """Endings of one gender, for parts of some kinds, with the names that end so by chance."""

    gender: Gender
    kinds: frozenset[PartKind]
    least: int
    endings: tuple[str, ...]
    exceptions: frozenset[str]


@lru_cache(maxsize=65536)
def gender_of(part: NamePart) -> Gender | None:
    """`f` or `m` where the form of a part shows it, else None.

    East Slavic, Bulgarian, Macedonian, Polish, Czech, Slovak, Lithuanian, Latvian, Greek and
    Icelandic forms, in their scripts and in Latin letters, and the words for son and
    daughter. It speaks of the form: a woman abroad may well bear a man's form. Endings that
    both genders or foreign names share (-ko, -uk, -ich, -in in Latin letters) show nothing.

    >>> from habeas.model.people import NamePart, PartKind
    >>> gender_of(NamePart(text="Калеснікава", kind=PartKind.FAMILY))
    'f'
    """
    if part.kind is PartKind.PATRONYMIC or part.kind is PartKind.PARTICLE:
        return _gender_of_child(part)
    word = unicodedata.normalize("NFC", part.text).casefold().replace("’", "'")
    word = word.rpartition("-")[2]
    best: tuple[int, Gender | None] = (0, None)
    for rule in _rules():
        if part.kind in rule.kinds and len(word) >= rule.least and word not in rule.exceptions:
            longest = max((len(e) for e in rule.endings if word.endswith(e)), default=0)
            best = max(best, (longest, rule.gender), key=lambda found: found[0])
    return best[1]


def _gender_of_child(part: NamePart) -> Gender | None:
    key = lexicon.word_key(part.text)
    if key in lexicon.particles("daughters"):
        return "f"
    if key in lexicon.particles("oglu") or key in lexicon.particles("child"):
        return "m"
    found = patronymic_ending(key) if part.kind is PartKind.PATRONYMIC else None
    if found is not None:
        return "f" if found[1] == "f" else "m"
    icelandic, _ = lexicon.icelandic()
    return "m" if part.kind is PartKind.PATRONYMIC and key.endswith(icelandic[0]) else None


@cache
def _rules() -> tuple[_Rule, ...]:
    path = files("habeas.people.names") / "data" / "genders.toml"
    return tuple(
        _Rule(
            "f" if row["gender"] == "f" else "m",
            frozenset(map(PartKind, row["kinds"])),
            row["least"],
            tuple(ending.casefold() for ending in row["endings"]),
            frozenset(name.casefold() for name in row["except"]),
        )
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["endings"]
    )
