"""Where the records of a large register come from: some reports at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import batched

from habeas.model.claims import Claim
from habeas.model.decisions import ClaimDecision
from habeas.register.assemble import Records

_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The records of a register, which need not all be in memory.

    Attributes:
        whole: What is not of single reports: judgements, decisions on assumptions, pairs of
            reports that stand apart, lists of sanctions, protected names; and, of reports and
            claims, those at least that decisions about promises rest on.
        parts: Gives, each time that it is called, all reports in order of their ids, some at
            a time, each time with their claims and what was decided about those; nothing else
            of `Records` is read but `blanked`.
    """

    whole: Records
    parts: Callable[[], Iterator[Records]] = field(repr=False)


def source_of(records: Records) -> Source:
    """Records that are in memory, as a source."""
    claims: dict[str, list[Claim]] = {}
    for claim in records.claims:
        claims.setdefault(claim.report, []).append(claim)
    owners = {claim.id: claim.report for claim in records.claims}
    decisions: dict[str, list[ClaimDecision]] = {}
    for decision in records.claim_decisions:
        said = decision.correction
        owner = owners.get(decision.claim) or (None if said is None else said.report)
        if owner is not None:
            decisions.setdefault(owner, []).append(decision)

    def parts() -> Iterator[Records]:
        for some in batched(sorted(records.reports, key=lambda report: report.id), _AT_ONCE):
            yield Records(
                reports=some,
                claims=tuple(claim for report in some for claim in claims.get(report.id, ())),
                claim_decisions=tuple(
                    each for report in some for each in decisions.get(report.id, ())
                ),
                blanked=records.blanked,
            )

    return Source(whole=records, parts=parts)
