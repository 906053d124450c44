"""Learn a vector for each run of letters, so that spellings of one name come to lie together.

Contrastive: in a batch each row shall be nearer to its own other spelling than to those of all the
others (cross entropy over cosines, both ways), the gradients by hand. On two cores a step takes a
sixteenth of a second.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from habeas.people.comparison.letters import AS_WRITTEN
from names.training.batches import Batches, Choice, Numbers
from names.training.corpus import Corpus
from names.training.kernels import Entries, Floats, Kernels, Step

DIMENSIONS = 128

_TEMPERATURE = 0.07
_RATE, _LAST_RATE, _WARM_UP = 0.1, 1e-5, 50
_DROPPED = 0.15
_SCALE = 0.05
# Runs as written are many and rare: they start small, and count once they have learned.
_AS_WRITTEN_SCALE = 0.1
_FIRST_SQUARE = 1e-3
_MINED_EVERY, _MINED_FROM = 400, 0.1
_SAME = 0.995
_NEVER = -30.0
_TINY = 1e-6
_TOLD_EVERY = 100
_MEMORY = 0.98

type Say = Callable[[str], None]


def train_encoder(
    corpus: Corpus, left_out: Choice, steps: int, draw: Generator, say: Say
) -> Floats:
    """Learn the table of vectors, shape (R, DIMENSIONS), a row for each of `corpus.runs`.

    Args:
        corpus: What is learned from.
        left_out: Whose names are not learned from.
        steps: How many batches.
        draw: Where chance comes from.
        say: Tells how far it is.
    """
    kernels = Kernels()
    batches = Batches(corpus, left_out, draw)
    table = _first_table(corpus, draw)
    seen = np.full(len(table), _FIRST_SQUARE, dtype=np.float32)
    say(f"encoder: {batches.pairs:,} pairs of names, {len(corpus.word_pairs):,} of words")
    mean_loss: float | None = None
    for step in range(steps):
        done = step / steps
        if step % _MINED_EVERY == _MINED_EVERY - 1 and done > _MINED_FROM:
            batches.look_for_near(lambda rows: _unit(kernels.sums(entries_of(corpus, rows), table)))
        entries = [_some_dropped(entries_of(corpus, rows), draw) for rows in batches.draw()]
        sums = [kernels.sums(side, table) for side in entries]
        loss, gradients = contrast(sums[0], sums[1])
        rate = np.float32(_RATE * min(1, (step + 1) / _WARM_UP) * (1 - done) + _LAST_RATE)
        for side, gradient in zip(entries, gradients, strict=True):
            squares = (gradient * gradient).mean(axis=1)
            kernels.descend(side, table, seen, Step(gradients=gradient, squares=squares, rate=rate))
        mean_loss = loss if mean_loss is None else _MEMORY * mean_loss + (1 - _MEMORY) * loss
        if step % _TOLD_EVERY == 0 or step == steps - 1:
            say(f"encoder: step {step + 1:,} of {steps:,}, loss {mean_loss:.3f}")
    return table


def contrast(one: Floats, other: Floats) -> tuple[float, tuple[Floats, Floats]]:
    """How badly the rows of two sides find each other, and the gradients of that.

    Rows of a side that are all but the same stand for the same name: they are not set against
    each other.

    Args:
        one, other: As many rows on each side; those in the same place belong together.
    """
    one_length, other_length = _lengths(one), _lengths(other)
    left, right = one / one_length, other / other_length
    rows = np.arange(len(one))
    same = (left @ left.T > _SAME) | (right @ right.T > _SAME)
    same[rows, rows] = False
    likeness = np.asarray(left @ right.T / np.float32(_TEMPERATURE), dtype=np.float32)
    likeness[same] = _NEVER
    forth, back = _softmax(likeness, 1), _softmax(likeness, 0)
    loss = -0.5 * (np.log(forth[rows, rows] + 1e-9) + np.log(back[rows, rows] + 1e-9)).mean()
    slope = (forth + back) / 2
    slope[rows, rows] -= 1
    slope /= np.float32(_TEMPERATURE * len(one))
    gradients = (
        _through_unit(slope @ right, left, one_length),
        _through_unit(slope.T @ left, right, other_length),
    )
    return float(loss), gradients


def entries_of(corpus: Corpus, rows: Numbers) -> Entries:
    """The runs of letters of each row, whose spellings are joined."""
    chosen = rows.ravel()
    there = chosen >= 0
    spellings = chosen[there]
    lengths = np.zeros(len(chosen), dtype=np.int64)
    lengths[there] = corpus.starts[spellings + 1] - corpus.starts[spellings]
    # Entry k of all is entry (k - those before its spelling) of that spelling.
    ends = np.cumsum(lengths)
    shift = np.zeros(len(chosen), dtype=np.int64)
    shift[there] = corpus.starts[spellings]
    places = np.arange(ends[-1]) + np.repeat(shift - (ends - lengths), lengths)
    starts = np.concatenate([[0], ends[rows.shape[1] - 1 :: rows.shape[1]]]).astype(np.int64)
    return Entries(starts=starts, columns=corpus.columns[places], counts=corpus.counts[places])


def _some_dropped(entries: Entries, draw: Generator) -> Entries:
    """Leave some entries out, so that no name hangs on a single run."""
    kept = draw.random(len(entries.columns)) >= _DROPPED
    before = np.concatenate([[0], np.cumsum(kept)])
    return Entries(
        starts=before[entries.starts].astype(np.int64),
        columns=entries.columns[kept],
        counts=entries.counts[kept],
    )


def _first_table(corpus: Corpus, draw: Generator) -> Floats:
    """Vectors by chance, longer for rare runs."""
    table = draw.standard_normal((len(corpus.runs), DIMENSIONS)).astype(np.float32)
    rarity = np.log(corpus.size / np.maximum(corpus.frequencies, 1))
    scale = _SCALE * rarity / rarity.mean()
    scale[corpus.runs < AS_WRITTEN] *= _AS_WRITTEN_SCALE
    table *= scale.astype(np.float32)[:, None]
    return table


def _lengths(rows: Floats) -> Floats:
    lengths: Floats = np.linalg.norm(rows, axis=1, keepdims=True).astype(np.float32) + np.float32(
        _TINY
    )
    return lengths


def _unit(rows: Floats) -> Floats:
    unit: Floats = rows / _lengths(rows)
    return unit


def _softmax(values: Floats, axis: int) -> Floats:
    shares = np.exp(values - values.max(axis=axis, keepdims=True))
    shares /= shares.sum(axis=axis, keepdims=True)
    return shares


def _through_unit(slope: NDArray[np.float32], unit: Floats, lengths: Floats) -> Floats:
    """The gradient before rows were brought to length 1."""
    along = (slope * unit).sum(axis=1, keepdims=True)
    gradient: Floats = ((slope - along * unit) / lengths).astype(np.float32)
    return gradient
