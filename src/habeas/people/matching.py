"""Persons who may be one under two spellings: proposed here, decided by a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from habeas.model.people import Judgement, Person, PersonMatch, ProposedMatch
from habeas.people.evidence import Particulars
from habeas.people.proposing import POSSIBLE, matches_as_found, matches_of


def propose_matches(
    people: Iterable[Person],
    judgements: Iterable[Judgement] = (),
    particulars: Mapping[str, Particulars] | None = None,
    *,
    least: float = POSSIBLE,
) -> tuple[ProposedMatch, ...]:
    """Find persons who may be one, across scripts and spellings.

    Cautious against namesakes: a gendered ending keeps husband and wife apart, a single
    word is proposed only for the one person of `people` whose name ends in it, and what
    else is told of two persons can set them apart.

    Args:
        people: In any order.
        judgements: A pair that somebody has judged, whatever the verdict, is left out.
        particulars: What is told of them, from `gather_particulars`; without it the
            names alone are weighed.
        least: Least score proposed, above 0.

    Returns:
        Highest score first, then by ids; see `match_people` for the evidence piece by piece.
    """
    return proposed(matches_as_found(people, judgements, particulars, least))


def propose_matches_of(
    people: Iterable[Person], those: Collection[str], *, least: float
) -> tuple[ProposedMatch, ...]:
    """Find who may be one of some persons, by names alone; of `propose_matches` those with one.

    Args:
        people: All persons, in any order.
        those: Ids of the ones of whom it is asked.
        least: Least score proposed, above 0.
    """
    return proposed(matches_of(people, those, least))


def proposed(found: Iterable[PersonMatch]) -> tuple[ProposedMatch, ...]:
    """Matches as an Edition has them, highest score first, then by ids."""
    short = (
        ProposedMatch(left=m.left, right=m.right, score=m.score, reason=m.reason) for m in found
    )
    return tuple(sorted(short, key=lambda m: (-m.score, m.left, m.right)))
