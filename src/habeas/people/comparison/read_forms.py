"""The forms in which a reading of a name is compared as text, made when they are needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.people.comparison.folds import consonants, fold_sounds

_LINE = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """Readings in the forms that are compared, one of each in every list."""

    spaced: list[str]
    by_alphabet: list[str]
    together: list[str]
    together_by_alphabet: list[str]
    folded: list[str]
    folded_together: list[str]
    bare: list[str]
    bare_together: list[str]


def kept(words: tuple[str, ...]) -> str:
    """A reading as it is kept, of which there are many: its words, their sounds, their consonants.

    Args:
        words: In Latin letters, without spaces.
    """
    lines = (words, map(fold_sounds, words), map(consonants, words))
    return _LINE.join(map(" ".join, lines))


def by_alphabet(reading: str) -> str:
    """The words of a kept reading in order of the alphabet."""
    return _sorted(reading.partition(_LINE)[0])


def forms_of(readings: Iterable[str]) -> Forms:
    """All forms of kept readings, in their order."""
    lines = [reading.split(_LINE) for reading in readings]
    spaced, folded, bare = ([line[at] for line in lines] for at in range(3))
    ordered = list(map(_sorted, spaced))
    return Forms(
        spaced=spaced,
        by_alphabet=ordered,
        together=list(map(_together, spaced)),
        together_by_alphabet=list(map(_together, ordered)),
        folded=list(map(_sorted, folded)),
        folded_together=list(map(_together, folded)),
        bare=list(map(_sorted, bare)),
        bare_together=list(map(_together, bare)),
    )


def _sorted(words: str) -> str:
    return " ".join(sorted(words.split(" ")))


def _together(words: str) -> str:
    return words.replace(" ", "")
