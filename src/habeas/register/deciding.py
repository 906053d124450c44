"""Which decisions stand, and what they make of the claims and assumptions of the register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from habeas.model.accounts import Account, Decisions
from habeas.model.claims import Claim
from habeas.model.decisions import (
    AssumptionDecision,
    ClaimDecision,
    EntryDecision,
    LinkDecision,
    Resolution,
    Ruling,
)
from habeas.model.people import Judgement, MentionKey
from habeas.model.reports import Passage, Report
from habeas.people.spellings import mention_id


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedClaims:
    """Claims after what was decided about them.

    Attributes:
        claims: As read, and as corrected; those that go out and those that do not.
        corrections: Id of a claim → id of what it was corrected to.
        rejected: Ids of claims that a person rejected, and of corrections whose words
            their report no longer has.
    """

    claims: tuple[Claim, ...]
    corrections: Mapping[str, str]
    rejected: frozenset[str]

    @property
    def left_out(self) -> frozenset[str]:
        """Ids of claims that go into no Edition."""
        return self.rejected | self.corrections.keys()


type Decided = ClaimDecision | AssumptionDecision | LinkDecision | EntryDecision


def standing_decisions[D: (ClaimDecision, AssumptionDecision, LinkDecision, EntryDecision)](
    decisions: Iterable[D],
) -> tuple[D, ...]:
    """The decisions that hold: of each thing decided about the last that was not undone.

    A claim that somebody added has the decision that added it beside the last one on it.

    Args:
        decisions: In the order in which they were recorded.

    Returns:
        By id of what they are about; no UNDO is among them.
    """
    made: dict[str, list[D]] = {}
    for decision in decisions:
        before = made.setdefault(_about(decision), [])
        if not _takes_back(decision):
            before.append(decision)
        elif before:
            before.pop()
    return tuple(each for _, before in sorted(made.items()) for each in _holding(before))


def _holding[D: (ClaimDecision, AssumptionDecision, LinkDecision, EntryDecision)](
    before: list[D],
) -> list[D]:
    if len(before) > 1 and _adds(before[0]):
        return [before[0], before[-1]]
    return before[-1:]


def _adds(decision: Decided) -> bool:
    return isinstance(decision, ClaimDecision) and decision.resolution is Resolution.ADD


def _takes_back(decision: Decided) -> bool:
    if isinstance(decision, LinkDecision | EntryDecision):
        return decision.ruling is Ruling.UNDO
    return decision.resolution is Resolution.UNDO


def addition_id(passage: Passage, by: str, at: datetime) -> str:
    """Id of a claim that somebody adds at a moment, of the words that it rests on."""
    place = (passage.report, str(passage.start), str(passage.end))
    return _made_id("addition", *place, by, at.astimezone(UTC).isoformat())


def correction_id(claim: str, by: str, at: datetime) -> str:
    """Id of what a claim is corrected to by somebody at a moment."""
    return _made_id("correction", claim, by, at.astimezone(UTC).isoformat())


def _made_id(*told: str) -> str:
    return "c" + sha256("\x1f".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def decide_claims(
    claims: Iterable[Claim], reports: Iterable[Report], decisions: Iterable[ClaimDecision]
) -> DecidedClaims:
    """Set corrections and additions beside the claims, and say which claims are left out.

    A correction is itself a claim that can be rejected or corrected, and so is a claim that
    somebody added. Where a report was read anew and has their words elsewhere, they move
    with them; an addition whose words it no longer has is not among the claims.

    Args:
        claims: As read.
        reports: Those of the claims.
        decisions: Those that hold, of these claims and others.
    """
    made = tuple(decisions)
    by_claim = {each.claim: each for each in made if each.resolution is not Resolution.ADD}
    texts = {report.id: report for report in reports}
    found: list[Claim] = []
    corrections: dict[str, str] = {}
    rejected: set[str] = set()
    waiting = list(reversed(_with_additions(claims, texts, made)))
    while waiting:
        claim = waiting.pop()
        found.append(claim)
        decision = by_claim.get(claim.id)
        if decision is None or decision.resolution is Resolution.ACCEPT:
            continue
        correction = decision.correction
        moved = None if correction is None else claim_moved(correction, texts.get(claim.report))
        if moved is None:
            rejected.add(claim.id)
        else:
            corrections[claim.id] = moved.id
            waiting.append(moved)
    return DecidedClaims(claims=tuple(found), corrections=corrections, rejected=frozenset(rejected))


def without_left_out(
    claims: Iterable[Claim], decided: DecidedClaims, moved: Mapping[str, str]
) -> tuple[Claim, ...]:
    """The claims that go out.

    What was a part of a claim that does not is a part of its correction, or of none.

    Args:
        claims: In order.
        decided: What was decided, by the ids before redaction.
        moved: Id before redaction → id after, where it changed.
    """
    out = {moved.get(key, key) for key in decided.left_out}
    corrected = {
        moved.get(key, key): moved.get(other, other) for key, other in decided.corrections.items()
    }
    left = [claim for claim in claims if claim.id not in out]
    ids = {claim.id for claim in left}
    return tuple(
        claim
        if claim.part_of is None or claim.part_of in ids
        else replace(claim, part_of=_whole(claim.part_of, ids, corrected))
        for claim in left
    )


def carried_judgements(
    judgements: Iterable[Judgement], decided: DecidedClaims
) -> tuple[Judgement, ...]:
    """Judgements on mentions of claims that were corrected, moved to the same names there."""
    return carried_along(judgements, carried_ids(decided))


def carried_along(
    judgements: Iterable[Judgement], moved: Mapping[str, str]
) -> tuple[Judgement, ...]:
    """Judgements on mentions that moved; see `carried_ids`."""
    if not moved:
        return tuple(judgements)

    def carried(node: str) -> str:
        while node in moved:
            node = moved[node]
        return node

    return tuple(
        replace(each, left=carried(each.left), right=carried(each.right)) for each in judgements
    )


def carried_ids(decided: DecidedClaims) -> dict[str, str]:
    """Id of a mention of a claim that was corrected → of the same name in the correction."""
    by_id = {claim.id: claim for claim in decided.claims}
    moved: dict[str, str] = {}
    for old, new in decided.corrections.items():
        names = {mention.name for mention in by_id[new].names}
        for name in {mention.name for mention in by_id[old].names} & names:
            key = mention_id(MentionKey(claim=old, name=name))
            moved[key] = mention_id(MentionKey(claim=new, name=name))
    return moved


def decided_accounts(
    account: Callable[[Decisions], Sequence[Account]],
    judgements: tuple[Judgement, ...],
    decisions: Sequence[AssumptionDecision],
    moved: Mapping[str, str],
) -> Sequence[Account]:
    """Accounts in which rejected assumptions do not hold.

    An assumption is known by its id, or by its kind and the claims it links, should a
    redaction or a further report have given it another.

    Args:
        account: Makes the accounts with some decisions.
        judgements: About spellings.
        decisions: Those that hold.
        moved: Id of a claim before redaction → after, where it changed.
    """
    out = [each for each in decisions if each.resolution is Resolution.REJECT]
    rejected = frozenset(each.assumption for each in out)
    made = account(Decisions(judgements=judgements, rejected=rejected))
    if not out:
        return made
    known = {a.id: a for each in made for a in each.assumptions}
    again = {
        a.id
        for each in out
        if each.assumption not in known
        for a in known.values()
        if a.kind == each.kind and {moved.get(key, key) for key in each.claims} <= set(a.claims)
    }
    if not again:
        return made
    return account(Decisions(judgements=judgements, rejected=rejected | again))


def _with_additions(
    claims: Iterable[Claim], texts: Mapping[str, Report], decisions: Iterable[ClaimDecision]
) -> list[Claim]:
    """Claims with those that were added, each before the first of its report that begins later."""
    found = list(claims)
    for decision in decisions:
        if decision.resolution is not Resolution.ADD or decision.correction is None:
            continue
        added = claim_moved(decision.correction, texts.get(decision.correction.report))
        if added is not None:
            found.insert(_place_of(added, found), added)
    return found


def _place_of(added: Claim, claims: Sequence[Claim]) -> int:
    place = len(claims)
    for at, claim in enumerate(claims):
        if claim.report == added.report:
            if claim.passage.start > added.passage.start:
                return at
            place = at + 1
    return place


def _about(decision: Decided) -> str:
    if isinstance(decision, LinkDecision | EntryDecision):
        return decision.about.id
    return decision.claim if isinstance(decision, ClaimDecision) else decision.assumption


def _whole(claim: str | None, ids: set[str], corrected: Mapping[str, str]) -> str | None:
    while claim is not None and claim not in ids:
        claim = corrected.get(claim)
    return claim


def claim_moved(claim: Claim, report: Report | None) -> Claim | None:
    """The claim at its words in the report as it is read now; None where they are gone.

    Args:
        claim: With its passage in this reading of the report or an earlier one.
        report: As it is read now; None where it is not there.
    """
    passage, condition = claim.passage, claim.condition
    if report is None:
        return None
    text, start = report.text, passage.start
    if text[start : passage.end] != passage.exact:
        start = text.find(passage.exact)
        if start < 0 or text.find(passage.exact, start + 1) >= 0:
            return None
    way = start - passage.start
    return replace(
        claim,
        passage=report.passage(start, start + len(passage.exact)),
        condition=condition
        and replace(condition, start=condition.start + way, end=condition.end + way),
    )
