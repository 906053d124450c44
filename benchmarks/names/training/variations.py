"""What registers do to names: a part more or less, an initial, the family name first.

Done to pairs of one person and of two alike, so that none of it tells one from the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from numpy.random import Generator

from habeas.people.names.scripts import script_of
from names.training.labelled import TrainingPair

_SPACED = ("Latn", "Cyrl", "Arab", "Hebr")
_ONE_MIDDLE_NAME = ("Latn", "Cyrl")
_TURNED = ("Latn", "Cyrl", "Arab")
_PART_MORE, _PART_LESS, _INITIAL, _TURN = 0.22, 0.30, 0.34, 0.38
_DOTS = "·・"


class Variations:
    """Varies one side of some pairs."""

    def __init__(self, pairs: Sequence[TrainingPair], draw: Generator) -> None:
        """Take the words that are put into names from the first ones of these pairs."""
        self._draw = draw
        self._first_words: defaultdict[str, list[str]] = defaultdict(list)
        for pair in pairs:
            for name in (pair.left, pair.right):
                words = name.split()
                script = script_of(name)
                if len(words) == 2 and script in _SPACED:
                    self._first_words[script].append(words[0])

    def vary(self, pair: TrainingPair) -> TrainingPair:
        """The pair, its sides perhaps exchanged, and one of them perhaps varied."""
        chance = self._draw.random()
        left, right = pair.left, pair.right
        if self._draw.random() < 0.5:
            left, right = right, left
        if "," in left:
            return TrainingPair(left, right, same=pair.same)
        script, words = script_of(left), left.split()
        if chance < _PART_LESS:
            left = self._other_parts(left, script, chance)
        elif chance < _INITIAL:
            if len(words) > 1 and script in _ONE_MIDDLE_NAME and len(words[0]) > 1:
                left = " ".join([f"{words[0][0]}.", *words[1:]])
        elif chance < _TURN and len(words) == 2 and script in _TURNED:
            comma = "" if self._draw.random() < 0.6 else ","
            left = f"{words[1]}{comma} {words[0]}"
        return TrainingPair(left, right, same=pair.same)

    def _other_parts(self, name: str, script: str, chance: float) -> str:
        words = name.split()
        if script in self._first_words and len(words) in {2, 3} and chance < _PART_MORE:
            known = self._first_words[script]
            if script in _ONE_MIDDLE_NAME and self._draw.random() < 0.85:
                many = 1
            else:
                many = int(self._draw.choice([1, 2, 3], p=[0.5, 0.35, 0.15]))
            more = [known[int(self._draw.integers(len(known)))] for _ in range(many)]
            if self._draw.random() < 0.7:
                return " ".join([words[0], *more, *words[1:]])
            return " ".join(words + more)
        if len(words) > 2:
            return f"{words[0]} {words[-1]}"
        for dot in _DOTS:
            if dot in name and self._draw.random() < 0.7:
                return name.rsplit(dot, maxsplit=1)[-1]
        return name
