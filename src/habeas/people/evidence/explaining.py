"""Evidence of the name, said part by part for those whom a person looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from habeas.model.people import Evidence, PersonMatch
from habeas.people.comparison import compare_many
from habeas.people.comparison.alignment import align_parts
from habeas.people.comparison.compare import Settled
from habeas.people.comparison.reasons import reason_for
from habeas.people.comparison.vetoes import veto_of
from habeas.people.evidence.weights import weight_table

_WHOLE_NAMES = ("alike", "unlike")
_NOTHING: Mapping[tuple[str, str], Settled] = {}


def explained(
    matches: Sequence[PersonMatch], settled: Mapping[tuple[str, str], Settled] = _NOTHING
) -> tuple[PersonMatch, ...]:
    """Say of the names which parts stand for which, as `compare_names` does.

    Kept out of the weighing, of which most pairs come to nothing.

    Args:
        matches: What is explained.
        settled: Pairs of spellings in which vetoes and doubts were sought; others are compared.

    Returns:
        The matches in order, the sentences of their names replaced.
    """
    names = [piece for match in matches for piece in match.evidence if _is_of_names(piece)]
    new = [piece for piece in names if (piece.left, piece.right) not in settled]
    scores = compare_many([p.left for p in new], [p.right for p in new]).tolist()
    told = {
        (piece.left, piece.right): _reason(piece, probability)
        for piece, probability in zip(new, scores, strict=True)
    }
    for pair in {(piece.left, piece.right) for piece in names} - told.keys():
        known = settled[pair]
        told[pair] = reason_for(*pair, known.probability, known.pairs, known.veto)
    return tuple(
        replace(
            match,
            evidence=tuple(
                replace(piece, sentence=told[piece.left, piece.right])
                if _is_of_names(piece)
                else piece
                for piece in match.evidence
            ),
        )
        for match in matches
    )


def _is_of_names(piece: Evidence) -> bool:
    rows = weight_table().rows
    return piece.field == "name" and any(
        piece.sentence == rows["name", outcome].sentence.format(left=piece.left, right=piece.right)
        for outcome in _WHOLE_NAMES
    )


def _reason(piece: Evidence, probability: float) -> str:
    pairs = align_parts(piece.left, piece.right)
    veto = veto_of(piece.left, piece.right, pairs)
    return reason_for(piece.left, piece.right, probability, pairs, veto)
