"""What was changed and decided, as far as somebody may see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from habeas.model.audit import AuditRecord
from habeas.model.decisions import (
    AssumptionDecision,
    ClaimDecision,
    EntryDecision,
    LinkDecision,
)
from habeas.model.restrictions import Asker
from habeas.register.hiding import shown_assumptions, shown_entries, shown_links
from habeas.store.audit import load_audit_records
from habeas.store.deciding import assumption_decisions, claim_decisions
from habeas.store.gate import gate_for
from habeas.store.problems import database_errors_told
from habeas.store.promise_decisions import entry_decisions, link_decisions
from habeas.store.restricting import Restricted, load_restrictions


def load_shown_records(viewer: Asker, *, after: int = 0) -> Iterator[AuditRecord]:
    """Audit records in order of their numbers.

    Of what somebody may not see a record tells that it was changed, by whom and when, but
    neither which it is nor why. All keep their hashes.

    Args:
        viewer: Who asks.
        after: Number of the last one to leave out.
    """
    gate = gate_for(viewer)
    return (gate.audit(record) for record in load_audit_records(after=after))


def load_claim_decisions(viewer: Asker) -> tuple[ClaimDecision, ...]:
    """Every decision about a claim that somebody may see, in order, what undid it included."""
    gate = gate_for(viewer)
    with database_errors_told():
        made = claim_decisions(None)
    if gate.is_open:
        return made
    return tuple(
        replace(
            each,
            reason=gate.text(each.reason),
            correction=None if each.correction is None else gate.claim(each.correction),
        )
        for each in made
        if gate.sees_ids([each.claim])
    )


def load_assumption_decisions(viewer: Asker) -> tuple[AssumptionDecision, ...]:
    """Every decision about an assumption that rests on claims that somebody may see, in order."""
    gate = gate_for(viewer)
    with database_errors_told():
        made = assumption_decisions(None)
    return tuple(
        replace(each, reason=gate.text(each.reason))
        for each in shown_assumptions(made, gate.hidden)
    )


def load_link_decisions(viewer: Asker) -> tuple[LinkDecision, ...]:
    """Every decision about a link whose words and meaning somebody may see, in order."""
    gate = gate_for(viewer)
    with database_errors_told():
        made = link_decisions(None)
    return made if gate.is_open else shown_links(made, gate.hidden)


def load_entry_decisions(viewer: Asker) -> tuple[EntryDecision, ...]:
    """Every decision about an entry of a promise that somebody may see whole, in order."""
    gate = gate_for(viewer)
    with database_errors_told():
        made = entry_decisions(None)
    return made if gate.is_open else shown_entries(made, (), gate.hidden)


def load_shown_restrictions(viewer: Asker) -> tuple[Restricted, ...]:
    """Every decision on who may see a record that somebody may see, in order."""
    gate = gate_for(viewer)
    return tuple(
        replace(
            each, restriction=replace(each.restriction, reason=gate.text(each.restriction.reason))
        )
        for each in load_restrictions()
        if gate.sees_ids([each.restriction.record])
    )
