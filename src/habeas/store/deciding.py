"""Save and load what people decided about claims and assumptions; nothing is taken out."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from habeas.model.accounts import AssumptionKind
from habeas.model.audit import Change
from habeas.model.decisions import AssumptionDecision, ClaimDecision, Resolution
from habeas.register.deciding import standing_decisions
from habeas.store import models
from habeas.store.audit import one_change
from habeas.store.decisions import Outcome
from habeas.store.known import known_rows
from habeas.store.problems import RecordRefused
from habeas.store.refusing import refuse_faults, refuse_naive
from habeas.store.rows import corrections_of, insert_claims

_SAYING = (Resolution.CORRECT, Resolution.ADD)
"""Decisions that say themselves what a report claims."""


def decide_claim(decision: ClaimDecision) -> Outcome:
    """Keep a decision about a claim, or a claim that was added; the same one twice is kept once.

    Raises:
        StoreError: There is no such claim, nothing that could be undone, or the
            correction is none of it. Nothing was kept.
    """
    refuse_faults(decision)
    refuse_naive(decision.at)
    with one_change() as chain:
        document = _document_of(decision)
        before = claim_decisions(None, [document])
        if decision in before:
            return Outcome.ALREADY_THERE
        _refuse_undoing_nothing(decision, [each.claim for each in standing_decisions(before)])
        _refuse_correction(decision, document)
        row = models.ClaimDecision.objects.create(
            document_id=document,
            claim=decision.claim,
            resolution=decision.resolution,
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
        )
        if decision.correction is not None:
            insert_claims([decision.correction], decision=row)
        chain.add(Change.CLAIM_DECISION, row)
    return Outcome.ADDED


def decide_assumption(decision: AssumptionDecision) -> Outcome:
    """Keep a decision about an assumption; the same one twice is kept once.

    Raises:
        StoreError: Nothing that could be undone, or it would be corrected, which only a
            claim can be. Nothing was kept.
    """
    refuse_faults(decision)
    refuse_naive(decision.at)
    if decision.resolution in _SAYING:
        raise RecordRefused(
            what="an assumption cannot be corrected or added", remedy="accept it or reject it"
        )
    with one_change() as chain:
        before = assumption_decisions(None)
        if decision in before:
            return Outcome.ALREADY_THERE
        standing = [each.assumption for each in standing_decisions(before)]
        _refuse_undoing_nothing(decision, standing)
        row = models.AssumptionDecision.objects.create(
            assumption=decision.assumption,
            kind=decision.kind,
            resolution=decision.resolution,
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
        )
        models.AssumptionClaim.objects.bulk_create(
            models.AssumptionClaim(decision=row, position=at, claim=claim)
            for at, claim in enumerate(decision.claims)
        )
        chain.add(Change.ASSUMPTION_DECISION, row)
    return Outcome.ADDED


def claim_decisions(
    upto: int | None, documents: Collection[str] | None = None
) -> tuple[ClaimDecision, ...]:
    """Every decision about a claim, undone ones and what undid them included, in order.

    Args:
        upto: Number of the last audit record that counts; None for all.
        documents: Ids of the reports whose claims are asked for; None for all.
    """
    known = known_rows(Change.CLAIM_DECISION, upto)
    if documents is not None:
        known = known.filter(document__in=documents)
    rows = list(known.order_by("pk"))
    corrections = corrections_of([row for row in rows if row.resolution in _SAYING])
    return tuple(
        ClaimDecision(
            claim=row.claim,
            resolution=Resolution(row.resolution),
            reason=row.reason,
            by=row.by,
            at=row.at,
            correction=corrections.get(row.pk),
        )
        for row in rows
    )


def assumption_decisions(upto: int | None) -> tuple[AssumptionDecision, ...]:
    """Every decision about an assumption, undone ones and what undid them included, in order.

    Args:
        upto: As for `claim_decisions`.
    """
    rows = list(known_rows(Change.ASSUMPTION_DECISION, upto).order_by("pk"))
    claims: dict[int, list[str]] = {row.pk: [] for row in rows}
    linked = models.AssumptionClaim.objects.order_by("decision", "position")
    for owner, claim in linked.values_list("decision", "claim"):
        if owner in claims:
            claims[owner].append(claim)
    return tuple(
        AssumptionDecision(
            assumption=row.assumption,
            kind=AssumptionKind(row.kind),
            claims=tuple(claims[row.pk]),
            resolution=Resolution(row.resolution),
            reason=row.reason,
            by=row.by,
            at=row.at,
        )
        for row in rows
    )


def _document_of(decision: ClaimDecision) -> str:
    """Id of the report that the claim is of."""
    if decision.resolution is Resolution.ADD and decision.correction is not None:
        if decision.claim != decision.correction.id:
            raise RecordRefused(what="what is added has two ids", remedy="name it with addition_id")
        return decision.correction.report
    claims = models.Claim.objects.filter(claim=decision.claim).order_by("-pk")
    claim = claims.select_related("reading", "decision").first()
    if claim is None:
        raise RecordRefused(what="there is no such claim", remedy="give the id of a claim")
    owner = claim.reading or claim.decision
    assert owner is not None, "the table demands one of the two"
    return owner.document_id


def _refuse_undoing_nothing(decision: Any, standing: list[str]) -> None:
    about = decision.claim if isinstance(decision, ClaimDecision) else decision.assumption
    if decision.resolution is Resolution.UNDO and about not in standing:
        raise RecordRefused(what="there is no decision to undo", remedy="see habeas decisions")


def _refuse_correction(decision: ClaimDecision, document: str) -> None:
    correction = decision.correction
    if (correction is None) != (decision.resolution not in _SAYING):
        raise RecordRefused(
            what="what is corrected or added needs a claim, and no other decision has one",
            remedy="give what the report says instead",
        )
    if correction is None:
        return
    taken = models.Claim.objects.filter(claim=correction.id).exists()
    last = models.Reading.objects.filter(document=document).order_by("-number").first()
    passage = correction.passage
    stands = (
        last is not None
        and 0 <= passage.start < passage.end
        and last.text[passage.start : passage.end] == passage.exact
    )
    if taken or not stands or not correction.report == passage.report == document:
        raise RecordRefused(
            what="the correction is no claim of the same report with an id of its own",
            remedy="lock its passage with Report.passage, and name it with correction_id",
        )
