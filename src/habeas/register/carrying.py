"""Decisions about claims of an earlier reading, carried to the claims of the last one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from habeas.model.claims import Claim
from habeas.model.decisions import ClaimDecision, Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Decisions by the ids of now, and what of earlier readings they still need.

    Attributes:
        decisions: In the order given, about claims that are there; the others are left out.
        claims: Claims of earlier readings that a person corrected, where the last reading has
            nothing of the kind: the correction must not go with a mistake that no longer is made.
    """

    decisions: tuple[ClaimDecision, ...]
    claims: tuple[Claim, ...]


def carry_decisions(
    decisions: Iterable[ClaimDecision], earlier: Iterable[Claim], claims: Sequence[Claim]
) -> Carried:
    """Say which claims of the last reading decisions about earlier claims are about.

    A claim of a report that was read anew is the same as one before where the act, the people
    and the figure are the same and the words of one are among those of the other, if only one
    claim is. A decision about that very claim counts more. Where none is, to accept or reject
    has lost its object; a correction stays, unless the new reader says the same by itself, and
    so does a claim that somebody added.

    Args:
        decisions: Those that hold.
        earlier: Claims of earlier readings, among them those decided about.
        claims: Claims of the last reading of every report.
    """
    present = {claim.id for claim in claims}
    old = {claim.id: claim for claim in earlier if claim.id not in present}
    by_kind = _by_kind(claims)
    made = tuple(decisions)
    decided = {each.claim for each in made}
    carried, kept = list[ClaimDecision](), list[Claim]()
    for decision in made:
        before = old.get(decision.claim)
        if before is None:
            if not _is_found_now(decision, by_kind):
                carried.append(decision)
            continue
        same = _same(before, by_kind)
        if len(same) == 1:
            if same[0].id not in decided:
                carried.append(replace(decision, claim=same[0].id))
        elif decision.correction is not None and not _same(decision.correction, by_kind):
            carried.append(decision)
            kept.append(before if before.part_of in present else replace(before, part_of=None))
    return Carried(decisions=tuple(carried), claims=tuple(kept))


def same_now(earlier: Iterable[Claim], claims: Iterable[Claim]) -> dict[str, str]:
    """Id of a claim of an earlier reading → of the one of now that is the same, where one is.

    Args:
        earlier: Claims of earlier readings that the last ones do not have.
        claims: As for `carry_decisions`.
    """
    by_kind = _by_kind(claims)
    found = {claim.id: _same(claim, by_kind) for claim in earlier}
    return {key: same[0].id for key, same in found.items() if len(same) == 1}


def _by_kind(claims: Iterable[Claim]) -> dict[Any, list[Claim]]:
    by_kind: dict[Any, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_kind[_kind(claim)].append(claim)
    return by_kind


def _is_found_now(decision: ClaimDecision, by_kind: dict[Any, list[Claim]]) -> bool:
    """True of a claim that somebody added and that the reader finds by itself by now."""
    added = decision.correction
    return (
        decision.resolution is Resolution.ADD and added is not None and bool(_same(added, by_kind))
    )


def _same(claim: Claim, by_kind: dict[Any, list[Claim]]) -> list[Claim]:
    words = claim.passage.exact
    alike = by_kind[_kind(claim)]
    return [c for c in alike if words in c.passage.exact or c.passage.exact in words]


def _kind(claim: Claim) -> tuple[Any, ...]:
    count = claim.count
    figure = None if count is None else (count.low, count.high, count.about)
    return claim.report, claim.act, frozenset(mention.name for mention in claim.names), figure
