"""Learn from pairs of words how the letters of a script sound between their neighbours.

Each unit of a word is aligned with no, one or more Latin letters by expectation maximisation
(one-to-many, as in Jiampojamarn et al. 2007). Then the commonest letters are counted for every
unit in windows of growing width, and a window is kept only where it says otherwise than the
narrower ones: a pruned back-off table, which reads a word with a few look-ups a letter.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

WINDOWS = ((0, 0), (0, 1), (1, 1), (1, 2), (2, 2), (3, 3))
"""Units before and after that a context holds; every width once, for a key tells its window."""

START, END = "<", ">"
Pair = tuple[str, str]
Costs = dict[str, dict[str, float]]
_UNSEEN = 14.0


def learn(pairs: Sequence[Pair], longest: int, rounds: int) -> Costs:
    """Return -ln P(letters | unit), after `rounds` of Viterbi-free expectation maximisation.

    Args:
        pairs: A word, whose characters are the units, and its Latin spelling.
        longest: Most Latin letters that one unit may stand for.
        rounds: How often to count anew.
    """
    costs: Costs = {}
    for _ in range(rounds):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for word, latin in pairs:
            _count(word, latin, longest, costs, counts)
        costs = {}
        for unit, found in counts.items():
            total = sum(found.values())
            costs[unit] = {
                letters: -math.log(n / total) for letters, n in found.items() if n > 1e-3 * total
            }
    return costs


def _weight(costs: Costs, unit: str, letters: str) -> float:
    if not costs:
        return math.exp(-abs(len(letters) - 1.0))
    return math.exp(-costs.get(unit, {}).get(letters, _UNSEEN))


def _count(word: str, latin: str, longest: int, costs: Costs, counts: Costs) -> None:
    rows, columns = len(word), len(latin)
    forward = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    backward = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    forward[0][0] = backward[rows][columns] = 1.0
    weights: dict[tuple[int, int, int], float] = {}
    for i, unit in enumerate(word):
        for j in range(columns + 1):
            if forward[i][j]:
                for k in range(j, min(columns, j + longest) + 1):
                    weights[i, j, k] = weight = _weight(costs, unit, latin[j:k])
                    forward[i + 1][k] += forward[i][j] * weight
    total = forward[rows][columns]
    if total < 1e-200:
        return
    for (i, j, k), weight in reversed(weights.items()):
        backward[i][j] += weight * backward[i + 1][k]
    for (i, j, k), weight in weights.items():
        share = forward[i][j] * weight * backward[i + 1][k] / total
        if share > 1e-4:
            counts[word[i]][latin[j:k]] += share


def aligned(word: str, latin: str, longest: int, costs: Costs) -> tuple[float, list[str]] | None:
    """The cheapest cut of a spelling over the units of a word, with its cost; None if none fits."""
    best: dict[int, tuple[float, list[str]]] = {0: (0.0, [])}
    for unit in word:
        listed = costs.get(unit, {})
        reached: dict[int, tuple[float, list[str]]] = {}
        for j, (cost, pieces) in best.items():
            for k in range(j, min(len(latin), j + longest) + 1):
                more = cost + listed.get(latin[j:k], _UNSEEN)
                if k not in reached or more < reached[k][0]:
                    reached[k] = (more, [*pieces, latin[j:k]])
        best = reached
    return best.get(len(latin))


def contexts(word: str) -> Iterable[tuple[str, ...]]:
    """Yield for each unit of a word its windows, from the narrowest on."""
    padded = START * 3 + word + END * 3
    for place in range(3, len(word) + 3):
        yield tuple(padded[place - left : place + right + 1] for left, right in WINDOWS)


def rules(
    examples: Iterable[tuple[str, Sequence[str]]], least: int, share: float
) -> dict[str, str]:
    """The table of windows and the letters read in each.

    Args:
        examples: Words with the letters of each unit.
        least: How often a window wider than its unit must have been seen with its letters.
        share: Part of its sightings that its letters must have.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word, pieces in examples:
        for windows, piece in zip(contexts(word), pieces, strict=True):
            for window in windows:
                counts[window][piece] += 1
    kept: dict[str, str] = {}
    for window in sorted(counts, key=lambda one: (len(one), one)):
        piece, seen = min(counts[window].items(), key=lambda item: (-item[1], item[0]))
        if len(window) > 1 and (
            seen < least
            or seen < share * counts[window].total()
            or _narrower(window, kept) == piece
        ):
            continue
        kept[window] = piece
    return kept


def _narrower(window: str, kept: dict[str, str]) -> str | None:
    widths = {left + right + 1: left for left, right in WINDOWS}
    place = widths[len(window)]
    for left, right in reversed(WINDOWS):
        if left + right + 1 < len(window):
            found = kept.get(window[place - left : place + right + 1])
            if found is not None:
                return found
    return None


def read(word: str, table: dict[str, str]) -> str:
    """A word by the table, letter for letter."""
    letters = []
    for windows in contexts(word):
        found = (table[window] for window in reversed(windows) if window in table)
        letters.append(next(found, ""))
    return "".join(letters)
