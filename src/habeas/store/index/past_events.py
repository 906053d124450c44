"""The account of an event as it was known at a moment: of the reports of its weeks alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import batched

from habeas.accounts import accounts_of
from habeas.model.accounts import Account, Decisions
from habeas.model.restrictions import Owner
from habeas.people import resolve_people
from habeas.register.assemble import Records
from habeas.register.deciding import (
    carried_judgements,
    decide_claims,
    decided_accounts,
    standing_decisions,
    without_left_out,
)
from habeas.register.hiding import shown_assumptions
from habeas.store.audit import known_number
from habeas.store.deciding import assumption_decisions
from habeas.store.documents import records_of
from habeas.store.gate import Gate
from habeas.store.index.answers import AccountFile
from habeas.store.index.batches import having
from habeas.store.index.tables import IndexMember, IndexReport
from habeas.store.index.told import decided_about
from habeas.store.records import load_judgements

_SMALL = 200
"""Reports up to which all are read, whatever event is asked for."""

_WEEKS = timedelta(days=45)
_AT_ONCE = 100


def account_at(event: str, known_at: datetime, gate: Gate) -> AccountFile | None:
    """The account of what an event now was then: of the event that shares most claims with it.

    Made of the reports known then that were published within weeks of it, or of all where
    there are few. None where nothing of it was known.
    """
    upto = known_number(known_at)
    own = set(IndexMember.objects.filter(event=event).values_list("claim", flat=True))
    records = _known(_documents_near(event), upto, gate)
    decided = decide_claims(records.claims, records.reports, records.claim_decisions)
    claims = {claim.id: claim for claim in without_left_out(decided.claims, decided, {})}
    judged = carried_judgements(load_judgements(Owner(name=""), known_at=known_at), decided)
    decisions = shown_assumptions(standing_decisions(assumption_decisions(upto)), gate.hidden)

    def made(given: Decisions) -> tuple[Account, ...]:
        return accounts_of(records.reports, claims.values(), replace(given, apart=records.apart))

    def shared(account: Account) -> tuple[bool, int]:
        return account.event.id == event, len(own & set(account.event.claims))

    account = max(decided_accounts(made, judged, decisions, {}), key=shared, default=None)
    if account is None or shared(account) == (False, 0):
        return None
    told, done = set(account.event.claims), decided_about(records.claim_decisions)
    people = resolve_people(claims.values(), judged)
    return AccountFile(
        account=account,
        claims={c.id: c for c in claims.values() if c.report in account.event.reports},
        reports={r.id: r for r in records.reports if r.id in account.event.reports},
        people=tuple(p for p in people if told & {mention.claim for mention in p.mentions}),
        judgements=judged,
        decisions=tuple(d for d in decisions if told & set(d.claims)),
        apart=records.apart,
        undecided=tuple(c for c in account.event.claims if c not in done),
        left=0,
    )


def _known(documents: Sequence[str], upto: int, gate: Gate) -> Records:
    parts = [gate.records(records_of(some, upto)) for some in batched(documents, _AT_ONCE)]
    return Records(
        reports=tuple(report for part in parts for report in part.reports),
        claims=tuple(claim for part in parts for claim in part.claims),
        claim_decisions=tuple(made for part in parts for made in part.claim_decisions),
        apart=frozenset(pair for part in parts for pair in part.apart),
    )


def _documents_near(event: str) -> list[str]:
    """Reports of the event, and those published within weeks of them."""
    rows = IndexReport.objects.all()
    if rows.count() <= _SMALL:
        return sorted(rows.values_list("document", flat=True))
    own = set(IndexMember.objects.filter(event=event).values_list("document", flat=True))
    days = having(IndexReport.objects.values_list("published", flat=True), "document", sorted(own))
    told = [day for day in days if day is not None]
    if told:
        near = rows.filter(published__range=(min(told) - _WEEKS, max(told) + _WEEKS))
        own |= set(near.values_list("document", flat=True))
    return sorted(own)
