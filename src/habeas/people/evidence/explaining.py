"""Evidence of the name, said part by part for those whom a person looks at."""

from __future__ import annotations

from dataclasses import replace

from habeas.model.people import Evidence, PersonMatch
from habeas.people.comparison import compare_names
from habeas.people.evidence.weights import weight_table

_WHOLE_NAMES = ("alike", "unlike")


def explained(match: PersonMatch) -> PersonMatch:
    """Say of the names which parts stand for which, as `compare_names` does.

    Kept out of the weighing, because it takes longer than the weighing of a pair.
    """
    return replace(match, evidence=tuple(map(_explained, match.evidence)))


def _explained(piece: Evidence) -> Evidence:
    rows = weight_table().rows
    told = {
        rows["name", outcome].sentence.format(left=piece.left, right=piece.right)
        for outcome in _WHOLE_NAMES
    }
    if piece.field != "name" or piece.sentence not in told:
        return piece
    return replace(piece, sentence=compare_names(piece.left, piece.right).reason)
