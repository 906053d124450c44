"""Publish in steps: propose an Edition as a file, let somebody else approve it, put it in place.

What is approved is the SHA-256 of the file, and what goes out are its very bytes. Any change of
the register makes a proposal void, and with it every approval.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from habeas.model.audit import Change
from habeas.model.publishing import (
    MOST_APPROVALS,
    Approval,
    PastEdition,
    Proposal,
    ProposalState,
    PublishingRule,
)
from habeas.register.making.edition import Terms, Watch, make_edition, unwatched
from habeas.register.making.shelf import Shelf
from habeas.store import models
from habeas.store import publishing_tables as tables
from habeas.store.audit import known_number, one_change, settled_moment
from habeas.store.decisions import Decision
from habeas.store.edition_files import (
    drafts_folder,
    drafts_place,
    edition_place,
    editions_folder,
    keep_draft,
    put_edition,
    refuse_foreign,
    since_the_last,
    sound_file,
)
from habeas.store.problems import RecordRefused, database_errors_told
from habeas.store.record_source import holds_reports, load_public_source
from habeas.store.refusing import refuse_faults, refuse_naive

_HARMLESS = (
    Change.PROPOSAL,
    Change.APPROVAL,
    Change.PUBLISHING_RULE,
    Change.OPENING,
    Change.REWRAPPING,
    Change.ROLE,
)
"""Changes that change nothing of what an Edition holds; any other makes a proposal void."""


def propose_edition(
    title: str, as_of: date, decision: Decision, watch: Watch = unwatched
) -> Proposal:
    """Assemble the Edition that would go out now, keep it as a file, and propose it.

    Args:
        title: Name of the register.
        as_of: Day it answers for, inclusive.
        decision: Who proposes it, when, and what is to be said of it.
        watch: Told how far it is: the stages of `make_edition`, and then `writing`.

    Raises:
        StoreError: The register holds no report, or the file cannot be written.
    """
    refuse_faults((title, decision))
    refuse_naive(decision.at)
    known_at = settled_moment()
    source = load_public_source(known_at=known_at)
    if not title.strip() or not holds_reports(source):
        raise RecordRefused(
            what="there is nothing to publish yet, or it has no name",
            remedy="add a report that everybody may see, and name the register",
        )
    terms = Terms(title=title.strip(), as_of=as_of, known_at=known_at)
    with Shelf(drafts_place()) as shelf:
        made = make_edition(source, terms, shelf, watch)
        watch("writing", 0)
        made = since_the_last(made)
        digest = keep_draft(made)
    with one_change() as chain:
        row = tables.Proposal.objects.create(
            digest=digest,
            title=terms.title,
            as_of=as_of,
            known_at=known_at,
            known_number=known_number(known_at),
            withheld=made.withheld,
            rejected=made.rejected,
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
        )
        chain.add(Change.PROPOSAL, row)
    return load_proposal(row.pk)


def load_proposals() -> tuple[Proposal, ...]:
    """Every proposed Edition, the newest first."""
    with database_errors_told():
        rule = publishing_rule().approvals
        return tuple(_proposal(row, rule) for row in tables.Proposal.objects.order_by("-pk"))


def load_proposal(number: int) -> Proposal:
    """One proposed Edition.

    Raises:
        RecordRefused: There is none of that number.
    """
    with database_errors_told():
        row = tables.Proposal.objects.filter(pk=number).first()
        if row is None:
            raise RecordRefused(what="there is no such proposal", remedy="propose an Edition")
        return _proposal(row, publishing_rule().approvals)


def draft_file(proposal: Proposal) -> Path:
    """The file of a proposed Edition, as it would go out.

    Raises:
        StoreError: It is missing, or is no longer what was proposed.
    """
    return sound_file(drafts_folder() / f"{proposal.digest}.sqlite", proposal.digest)


def decide_approval(number: int, decision: Decision, *, approved: bool) -> Proposal:
    """Approve a proposed Edition, or take one's approval back.

    Raises:
        RecordRefused: Whoever proposed it would approve it, there is nothing to take back, or
            the proposal is void or has gone out. Nothing was kept.
    """
    refuse_faults(decision)
    refuse_naive(decision.at)
    with one_change() as chain:
        proposal = load_proposal(number)
        _refuse_ended(proposal)
        if approved and decision.by == proposal.by:
            raise RecordRefused(
                what="whoever proposed an Edition cannot approve it",
                remedy="ask somebody else who may publish",
            )
        if approved == (decision.by in proposal.approved_by):
            raise RecordRefused(
                what="it is approved by them already" if approved else "they did not approve it",
                remedy="load the page again",
            )
        row = tables.Approval.objects.create(
            proposal_id=number,
            digest=proposal.digest,
            approved=approved,
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
        )
        chain.add(Change.APPROVAL, row)
        return load_proposal(number)


def publish_proposal(number: int, decision: Decision) -> Path:
    """Put a proposed Edition where the public reads it, its bytes as they were approved.

    Returns:
        Where it is now.

    Raises:
        StoreError: It is void, not approved as the register asks, has gone out already, or
            its file is another. Nothing went out.
    """
    refuse_faults(decision)
    refuse_naive(decision.at)
    place = edition_place()
    with one_change() as chain:
        proposal = load_proposal(number)
        _refuse_ended(proposal)
        if proposal.state is ProposalState.WAITING:
            raise RecordRefused(
                what="nobody else has approved this Edition yet",
                remedy="ask somebody else who may publish to approve it",
            )
        draft = draft_file(proposal)
        refuse_foreign(place)
        kept = editions_folder() / draft.name
        put_edition(draft, proposal.digest, kept)
        row = models.Publication.objects.create(
            digest=proposal.digest,
            title=proposal.title,
            as_of=proposal.as_of,
            known_at=proposal.known_at,
            withheld=proposal.withheld,
            rejected=proposal.rejected,
            by=decision.by,
            at=decision.at,
        )
        chain.add(Change.EDITION, row)
    # On record before it can be read: one that went out is never missing there.
    put_edition(kept, proposal.digest, place)
    return place


def publishing_rule() -> PublishingRule:
    """How many others must approve an Edition: none until somebody decides otherwise."""
    with database_errors_told():
        row = tables.PublishingRule.objects.order_by("-pk").first()
    if row is None:
        return PublishingRule(approvals=0, reason="", by="", at=None)
    return PublishingRule(approvals=row.approvals, reason=row.reason, by=row.by, at=row.at)


def decide_rule(rule: PublishingRule) -> None:
    """Say how many others must approve an Edition from now on.

    Raises:
        RecordRefused: No register asks for so many. Nothing was kept.
    """
    refuse_faults(rule)
    if rule.at is not None:
        refuse_naive(rule.at)
    if rule.at is None or not 0 <= rule.approvals <= MOST_APPROVALS:
        raise RecordRefused(what="an Edition needs no approval or one", remedy="choose 0 or 1")
    with one_change() as chain:
        row = tables.PublishingRule.objects.create(
            approvals=rule.approvals, reason=rule.reason, by=rule.by, at=rule.at
        )
        chain.add(Change.PUBLISHING_RULE, row)


def load_past_editions() -> tuple[PastEdition, ...]:
    """Every Edition that went out, the newest first."""
    with database_errors_told():
        rows = list(models.Publication.objects.order_by("-pk"))
    return tuple(
        PastEdition(
            number=row.pk,
            digest=row.digest,
            title=row.title,
            as_of=row.as_of,
            known_at=row.known_at,
            withheld=row.withheld,
            rejected=row.rejected or 0,
            by=row.by,
            at=row.at,
            file_kept=(editions_folder() / f"{row.digest}.sqlite").is_file(),
        )
        for row in rows
    )


def edition_at(moment: datetime) -> PastEdition | None:
    """The Edition that the public could read at a moment; None where none was out yet.

    Args:
        moment: With a time zone.
    """
    refuse_naive(moment)
    with database_errors_told():
        records = models.AuditRecord.objects.filter(change=Change.EDITION, at__lte=moment)
        row = records.order_by("-number").values_list("row", flat=True).first()
    return next((each for each in load_past_editions() if each.number == row), None)


def past_edition_file(digest: str) -> Path:
    """The file of an Edition that went out from here.

    Raises:
        StoreError: None of that digest did, or its file is gone or was changed.
    """
    with database_errors_told():
        known = models.Publication.objects.filter(digest=digest).exists()
    if not known:
        raise RecordRefused(what="no such Edition went out", remedy="choose one of the list")
    return sound_file(editions_folder() / f"{digest}.sqlite", digest)


def _proposal(row: tables.Proposal, needed: int) -> Proposal:
    approvals = tuple(
        Approval(approved=each.approved, by=each.by, at=each.at, reason=each.reason)
        for each in row.approvals.filter(digest=row.digest).order_by("pk")
    )
    made = Proposal(
        number=row.pk,
        digest=row.digest,
        title=row.title,
        as_of=row.as_of,
        known_at=row.known_at,
        withheld=row.withheld,
        rejected=row.rejected,
        by=row.by,
        at=row.at,
        reason=row.reason,
        approvals=approvals,
        state=ProposalState.READY,
    )
    return _in_state(made, row.known_number, needed)


def _in_state(made: Proposal, known: int, needed: int) -> Proposal:
    """The proposal with what may be done with it, which took in records up to a number."""
    later = models.AuditRecord.objects.filter(number__gt=known)
    if later.filter(change=Change.EDITION, about=made.digest).exists():
        return replace(made, state=ProposalState.PUBLISHED)
    if later.exclude(change__in=_HARMLESS).exists():
        return replace(made, state=ProposalState.VOID)
    if len(made.approved_by) < needed:
        return replace(made, state=ProposalState.WAITING)
    return made


def _refuse_ended(proposal: Proposal) -> None:
    if proposal.state is ProposalState.VOID:
        raise RecordRefused(
            what="the register has changed since this Edition was proposed",
            remedy="propose it anew",
        )
    if proposal.state is ProposalState.PUBLISHED:
        raise RecordRefused(what="this Edition has gone out", remedy="propose another")
