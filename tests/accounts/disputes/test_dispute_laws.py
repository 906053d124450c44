"""What holds of every dispute: a conflict is one, and goes with any part of it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from accounts.disputes.notation import Dispute, Heard, hear
from accounts.disputes.tables import DISPUTES
from habeas.accounts import accounts_of
from habeas.model.accounts import Conflict, Decisions

CONFLICTING = {name: d for name, d in DISPUTES.items() if d.conflicts}

every_conflicting = pytest.mark.parametrize("dispute", CONFLICTING.values(), ids=CONFLICTING)


def conflicts_of(heard: Heard, decisions: Decisions) -> list[Conflict]:
    """The conflicts that are left of a story, in whatever event."""
    accounts = accounts_of(heard.story.reports, heard.story.claims, decisions)
    return [conflict for account in accounts for conflict in account.conflicts]


def is_left(conflict: Conflict, heard: Heard, decisions: Decisions) -> bool:
    """True where the same claims still conflict."""
    left = conflicts_of(heard, decisions)
    return any(set(one.claims) == set(conflict.claims) for one in left)


def aside(claims: Iterable[str]) -> Decisions:
    """Some claims set aside."""
    return Decisions(aside=frozenset(claims))


@every_conflicting
def test_without_any_one_claim_there_is_no_such_conflict(dispute: Dispute) -> None:
    heard = hear(dispute)
    for conflict in heard.account.conflicts:
        for claim in conflict.claims:
            assert not is_left(conflict, heard, aside([claim]))


@every_conflicting
def test_a_conflict_needs_nobody_else(dispute: Dispute) -> None:
    heard = hear(dispute)
    names = {claim.id for claim in heard.story.claims if claim.count is None}
    for conflict in heard.account.conflicts:
        others = {claim.id for claim in heard.story.claims} - {*conflict.claims, *names}
        above = {c.part_of for c in heard.story.claims if c.id in conflict.claims}
        if above & others:
            continue  # a part without its whole is no part
        assert conflicts_of(heard, aside(others)), conflict.explanation


@every_conflicting
def test_without_any_assumption_it_rests_on_there_is_no_such_conflict(dispute: Dispute) -> None:
    heard = hear(dispute)
    for conflict in heard.account.conflicts:
        for assumption in conflict.assumptions:
            decisions = Decisions(rejected=frozenset({assumption}))
            assert not is_left(conflict, heard, decisions), assumption


@every_conflicting
def test_every_repair_repairs(dispute: Dispute) -> None:
    heard = hear(dispute)
    for repair in heard.account.repairs:
        if any("further" in c.passage.exact for c in heard.claims(repair.set_aside)):
            continue  # without it the first of two batches reads as a figure of all
        left = conflicts_of(heard, aside(repair.set_aside))
        assert not [conflict.explanation for conflict in left if not conflict.tight]


@every_conflicting
def test_no_claim_of_a_repair_can_stay(dispute: Dispute) -> None:
    heard = hear(dispute)
    for repair in heard.account.repairs:
        by_name = [c for c in heard.claims(repair.set_aside) if c.names or c.count is None]
        if by_name or len(repair.set_aside) > 5:
            continue  # all names are one figure, and so is a story of forty papers
        for claim in repair.set_aside:
            left = conflicts_of(heard, aside(set(repair.set_aside) - {claim}))
            assert [conflict for conflict in left if not conflict.tight], claim
