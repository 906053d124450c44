"""Names across scripts; judgements make mentions into persons."""

from __future__ import annotations

from habeas.people.judging import judgement_id, standing_judgements
from habeas.people.matching import propose_matches, propose_matches_of
from habeas.people.resolve import contradictions, resolve_people, resolve_unnamed
from habeas.people.spellings import fold_spelling, ids_of, mention_id, spelling_id

__all__ = [
    "contradictions",
    "fold_spelling",
    "ids_of",
    "judgement_id",
    "mention_id",
    "propose_matches",
    "propose_matches_of",
    "resolve_people",
    "resolve_unnamed",
    "spelling_id",
    "standing_judgements",
]
