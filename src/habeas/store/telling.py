"""What an audit record tells of a row: by whom, about which ids and why; never a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from habeas.model.audit import Change
from habeas.model.restrictions import RecordKind
from habeas.people.judging import judgement_id
from habeas.store.rows import judgement_of

_ABOUT: Mapping[Change, Callable[[Any], str]] = {
    Change.READING: lambda row: row.document_id,
    Change.JUDGEMENT: lambda row: f"{judgement_id(judgement_of(row))} {row.left} {row.right}",
    Change.WITHDRAWAL: lambda row: judgement_id(judgement_of(row.judgement)),
    # The id of a spelling would let anyone test a guess; the number of the row says which.
    Change.PROTECTION: lambda row: "",
    Change.CLAIM_DECISION: lambda row: row.claim,
    Change.ASSUMPTION_DECISION: lambda row: row.assumption,
    Change.EDITION: lambda row: row.digest,
    Change.SNAPSHOT: lambda row: row.digest,
    Change.LIST_IMPORT: lambda row: row.document_id,
    Change.REPORT_DECISION: lambda row: " ".join(filter(None, (row.document_id, row.other))),
    Change.LINK_DECISION: lambda row: f"{row.link} {row.document_id}",
    # With the claims, so that the record tells nothing where they are hidden; never the words.
    Change.ENTRY_DECISION: lambda row: " ".join(
        (row.target, *row.entryclaim_set.order_by("position").values_list("claim", flat=True))
    ),
    # As with protections: the id of a spelling would let anyone test a guess.
    Change.RESTRICTION: lambda row: "" if row.kind == RecordKind.PERSON else row.record,
    # Whoever works on the register is nobody that it is about.
    Change.ROLE: lambda row: f"{row.name} {row.role or 'none'}",
    Change.SEALING: lambda row: row.key,
    Change.REWRAPPING: lambda row: row.sealed.key,
    Change.OPENING: lambda row: row.sealed.key,
    Change.PROPOSAL: lambda row: row.digest,
    Change.APPROVAL: lambda row: row.digest,
    Change.PUBLISHING_RULE: lambda row: "",
}


def told_of(change: Change, row: Any) -> tuple[str, str, str]:
    """Who added a row, the ids it is about, and the reason; empty where there is none."""
    by = row.added_by if change is Change.READING else row.by
    return by, _ABOUT[change](row), getattr(row, "reason", "")
