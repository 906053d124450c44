"""Whom reports tell of, by the claims that stand: the part of the index that each report makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from habeas.model.claims import Claim
from habeas.model.decisions import ClaimDecision
from habeas.model.people import MentionKey
from habeas.people.descriptions import described_in
from habeas.people.resolve import nodes_told
from habeas.people.spellings import mention_id, mentions_in, spelling_id
from habeas.register.assemble import Records
from habeas.register.deciding import DecidedClaims, carried_ids, decide_claims, without_left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What some reports tell now.

    Attributes:
        claims: Those that stand, by id.
        base: The id that each mention goes by while nobody judged it apart.
        named: Those of the mentions that give a name.
        moved: Id of a mention of a corrected claim → of the same name in the correction.
        owners: Id of such a mention → its report.
        undecided: Report → how many of its claims nobody has decided about.
    """

    claims: Mapping[str, Claim]
    base: Mapping[MentionKey, str]
    named: frozenset[MentionKey]
    moved: Mapping[str, str]
    owners: Mapping[str, str]
    undecided: Mapping[str, int]


def claims_told(records: Records) -> tuple[Claim, ...]:
    """The claims of some reports that stand, by what was decided about them.

    Args:
        records: As for `told_by`.
    """
    decided = decide_claims(records.claims, records.reports, records.claim_decisions)
    return without_left_out(decided.claims, decided, {})


def told_by(records: Records) -> Told:
    """What reports tell, by what was decided about their claims.

    Args:
        records: All that is recorded of the claims of these reports.
    """
    decided = decide_claims(records.claims, records.reports, records.claim_decisions)
    standing = without_left_out(decided.claims, decided, {})
    return Told(
        claims={claim.id: claim for claim in standing},
        base=nodes_told(standing),
        named=frozenset(key for claim in standing for key in mentions_in(claim)),
        moved=carried_ids(decided),
        owners={
            mention_id(MentionKey(claim=claim.id, name=mention.name)): claim.report
            for claim in decided.claims
            if claim.id in decided.corrections
            for mention in claim.names
        },
        undecided=undecided_in(records, decided),
    )


def traces_of(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    """Ids by which somebody in a claim can ever be known, each with the claim's report."""
    found: set[tuple[str, str]] = set()
    for claim in claims:
        described = described_in(claim)
        keys = mentions_in(claim) if described is None else (described.mention,)
        found |= {(mention_id(key), claim.report) for key in keys}
        if described is None:
            found |= {(spelling_id(key.name), claim.report) for key in keys}
    return found


def decided_about(decisions: Iterable[ClaimDecision]) -> set[str]:
    """Ids of the claims that somebody decided about, corrections included: somebody made them."""
    return {
        key
        for each in decisions
        for key in (each.claim, each.correction.id if each.correction is not None else each.claim)
    }


def undecided_in(records: Records, decided: DecidedClaims) -> dict[str, int]:
    """Report → how many of its claims nobody has decided about."""
    done = decided_about(records.claim_decisions)
    counts = dict.fromkeys((report.id for report in records.reports), 0)
    for claim in decided.claims:
        if claim.id not in done:
            counts[claim.report] += 1
    return counts
