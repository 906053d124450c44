"""One report with its claims and everything that was decided about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from habeas.model.claims import Claim
from habeas.model.decisions import ClaimDecision
from habeas.model.reports import Report
from habeas.model.restrictions import Viewer
from habeas.register.assemble import Records
from habeas.register.deciding import standing_decisions
from habeas.store.audit import known_number
from habeas.store.deciding import claim_decisions
from habeas.store.documents import records_of
from habeas.store.gate import Gate, gate_for
from habeas.store.index.asking import one_moment


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """A report on the reading table, as one viewer may see it.

    Attributes:
        report: As last read.
        claims: As read, in order of their passages; those that were corrected and that the
            last reading has no more stand at the end.
        decisions: Those that stand, by the ids of `claims`.
        made: Every decision about claims of the report, undone ones and what undid them
            included, in the order in which they were made; without corrections.
        made_on: Id of a claim → id of the claim of an earlier reading that its decision was
            made on, where that is another.
        whole: Ids of claims and additions of which nothing is hidden from the viewer.
    """

    report: Report
    claims: tuple[Claim, ...]
    decisions: tuple[ClaimDecision, ...]
    made: tuple[ClaimDecision, ...]
    made_on: Mapping[str, str]
    whole: frozenset[str]


def load_table(
    report: str, viewer: Viewer, *, known_at: datetime | None = None
) -> TableReading | None:
    """A report with its claims and decisions; None where there is none that the viewer may see.

    Args:
        report: Its id.
        viewer: Who asks.
        known_at: A moment in the past; None for now.

    Raises:
        StoreError: The database cannot be read.
    """
    with one_moment():
        upto = None if known_at is None else known_number(known_at)
        records = records_of([report], upto)
        gate = gate_for(viewer, known_at)
        made = claim_decisions(upto, [report])
    shown = gate.records(records)
    if not shown.reports:
        return None
    return TableReading(
        report=shown.reports[0],
        claims=shown.claims,
        decisions=tuple(replace(d, reason=gate.text(d.reason)) for d in shown.claim_decisions),
        made=_shown_decisions(made, gate),
        made_on=_made_on(standing_decisions(made), records.claim_decisions),
        whole=_whole(records, shown),
    )


def _shown_decisions(made: Sequence[ClaimDecision], gate: Gate) -> tuple[ClaimDecision, ...]:
    return tuple(
        replace(each, reason=gate.text(each.reason), correction=None)
        for each in made
        if gate.sees_ids([each.claim])
        and (each.correction is None or gate.sees_claim(each.correction))
    )


def _made_on(
    standing: Sequence[ClaimDecision], carried: Sequence[ClaimDecision]
) -> Mapping[str, str]:
    known = set(standing)
    return {
        each.claim: before.claim
        for each in carried
        if each not in known
        for before in standing
        if replace(before, claim=each.claim) == each
    }


def _whole(records: Records, shown: Records) -> frozenset[str]:
    if shown.reports[0].text != records.reports[0].text:
        return frozenset()
    before = {*records.claims, *_said(records)}
    return frozenset(claim.id for claim in (*shown.claims, *_said(shown)) if claim in before)


def _said(records: Records) -> list[Claim]:
    return [each.correction for each in records.claim_decisions if each.correction is not None]
