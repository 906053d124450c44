"""Accounts out of the rows of an Edition; the reverse of `edition_account_rows`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from habeas.model.accounts import (
    Account,
    Assumption,
    AssumptionKind,
    Balance,
    Bound,
    Conflict,
    Finding,
    ListComparison,
    Repair,
    Revision,
)
from habeas.model.claims import Act
from habeas.model.events import Event
from habeas.register.edition_account_rows import EVENT_ACTS, EVENT_CLAIMS
from habeas.register.edition_cells import bounds_of, date_of
from habeas.register.edition_outlines import OF_EVENT, OF_LIST, Counted, of_accounts
from habeas.register.edition_parts import ALL, Groups, Parts, Query, Rows, first_of


def accounts(query: Query, rows: Rows = ALL) -> tuple[Account, ...]:
    """Accounts with all their parts, in the Edition's order."""
    parts = Parts(query, of_accounts(rows), rows.values)
    counted, lists, engine = Counted.read(parts), _Lists.read(parts), _Engine.read(parts)
    found = query(
        "SELECT event, title, actor, place, happened, happened_earliest, happened_latest,"
        " unnamed_low, unnamed_high"
        f" FROM account WHERE {rows.condition} ORDER BY {rows.order}",
        rows.values,
    )
    return tuple(_account(row, counted, lists, engine) for row in found)


def _account(row: tuple[Any, ...], counted: Counted, lists: _Lists, engine: _Engine) -> Account:
    event = row[0]
    return Account(
        event=Event(
            id=event,
            title=row[1],
            acts=tuple(Act(text) for text in lists.texts_of(event, EVENT_ACTS)),
            by=row[2],
            place=row[3],
            when=date_of(*row[4:7]),
            claims=lists.claims_of(event, EVENT_CLAIMS),
            reports=first_of(lists.reports[(event,)]),
        ),
        unnamed=bounds_of(*row[7:9]),
        figures=tuple(counted.figures_of(event, "figures")),
        agreed=tuple(lists.findings_of(event, "agreed")),
        sums=tuple(lists.findings_of(event, "sums")),
        people=tuple(counted.people_of(event)),
        held=tuple(counted.figures_of(event, "held")),
        counted=tuple(counted.figures_of(event, "counted")),
        nationalities=lists.texts_of(event, "nationalities"),
        pledges=lists.claims_of(event, "pledges"),
        withheld=lists.claims_of(event, "withheld"),
        meetings=lists.claims_of(event, "meetings"),
        expected=lists.claims_of(event, "expected"),
        demands=lists.claims_of(event, "demands"),
        charges=lists.claims_of(event, "charges"),
        earlier=lists.claims_of(event, "earlier"),
        questions=lists.texts_of(event, "questions"),
        subsets=tuple(lists.findings_of(event, "subsets")),
        matches=counted.matches_of(event),
        denied=lists.claims_of(event, "denied"),
        others=lists.claims_of(event, "others"),
        doubtful=lists.claims_of(event, "doubtful"),
        assumptions=tuple(engine.assumptions_of(event)),
        conflicts=tuple(engine.conflicts_of(event)),
        repairs=tuple(engine.repairs_of(event)),
        bounds=tuple(engine.bounds.of(event)),
        revisions=tuple(
            Revision(explanation=each.explanation, claims=each.claims)
            for each in lists.findings_of(event, "revisions")
        ),
        totals=tuple(lists.findings_of(event, "totals")),
        balances=tuple(engine.balances_of(event)),
        lists=tuple(engine.comparisons_of(event)),
        settling=lists.texts_of(event, "settling"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """What is said and found in some accounts, by event id and list name."""

    texts: Groups
    reports: Groups
    claims: Groups
    findings: Groups
    finding_claims: Groups

    @classmethod
    def read(cls, parts: Parts) -> _Lists:
        finding_key = f"{OF_LIST}, finding_position"
        return cls(
            texts=parts.of("account_text", "text", key=OF_LIST),
            reports=parts.of("account_report", "report", key=OF_EVENT),
            claims=parts.of("account_claim", "claim", key=OF_LIST),
            findings=parts.of("account_finding", "position, explanation", key=OF_LIST),
            finding_claims=parts.of("account_finding_claim", "claim", key=finding_key),
        )

    def texts_of(self, event: str, name: str) -> tuple[str, ...]:
        return first_of(self.texts[event, name])

    def claims_of(self, event: str, name: str) -> tuple[str, ...]:
        return first_of(self.claims[event, name])

    def findings_of(self, event: str, name: str) -> Iterator[Finding]:
        for position, explanation in self.findings[event, name]:
            claims = first_of(self.finding_claims[event, name, position])
            yield Finding(explanation=explanation, claims=claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bounds:
    """Bounds and whom they count, by event id or by event id and position of a repair."""

    found: Groups
    populations: Groups

    @classmethod
    def read(cls, parts: Parts, table: str, key: str) -> _Bounds:
        return cls(
            found=parts.of(table, "position, counted, low, high", key=key),
            populations=parts.of(
                f"{table}_population", "attribute, value", key=f"{key}, bound_position"
            ),
        )

    def of(self, *key: str | int) -> Iterator[Bound]:
        for position, counted, low, high in self.found[key]:
            pairs = tuple((each[0], each[1]) for each in self.populations[*key, position])
            yield Bound(of=counted, population=pairs, low=low, high=high)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Engine:
    """What follows from the claims of some accounts together, by event id."""

    assumptions: Groups
    assumption_claims: Groups
    conflicts: Groups
    conflict_claims: Groups
    conflict_assumptions: Groups
    bounds: _Bounds
    repairs: Groups
    repair_claims: Groups
    repair_bounds: _Bounds
    balances: Groups
    balance_claims: Groups
    comparisons: Groups
    comparison_claims: Groups

    @classmethod
    def read(cls, parts: Parts) -> _Engine:
        repair = "event, repair_position"
        numbers = (
            "opening_low, opening_high, closing_low, closing_high, added_low, added_high,"
            " departed_low, departed_high, gap_low, gap_high"
        )
        shares = (
            "both_low, both_high, only_left_low, only_left_high, only_right_low, only_right_high"
        )
        return cls(
            assumptions=parts.of("account_assumption", "position, id, kind, reason", key=OF_EVENT),
            assumption_claims=parts.of(
                "account_assumption_claim", "claim", key="event, assumption_position"
            ),
            conflicts=parts.of("account_conflict", "position, tight, explanation", key=OF_EVENT),
            conflict_claims=parts.of(
                "account_conflict_claim", "claim", key=f"{OF_LIST}, conflict_position"
            ),
            conflict_assumptions=parts.of(
                "account_conflict_assumption", "assumption", key="event, conflict_position"
            ),
            bounds=_Bounds.read(parts, "account_bound", OF_EVENT),
            repairs=parts.of("account_repair", "position, weight", key=OF_EVENT),
            repair_claims=parts.of("account_repair_claim", "claim", key=repair),
            repair_bounds=_Bounds.read(parts, "account_repair_bound", repair),
            balances=parts.of("account_balance", f"position, {numbers}, explanation", key=OF_EVENT),
            balance_claims=parts.of(
                "account_balance_claim", "claim", key="event, balance_position"
            ),
            comparisons=parts.of(
                "account_comparison",
                f"position, left_report, right_report, {shares}, explanation",
                key=OF_EVENT,
            ),
            comparison_claims=parts.of(
                "account_comparison_claim", "claim", key="event, comparison_position"
            ),
        )

    def assumptions_of(self, event: str) -> Iterator[Assumption]:
        for position, name, kind, reason in self.assumptions[(event,)]:
            claims = first_of(self.assumption_claims[event, position])
            yield Assumption(id=name, kind=AssumptionKind(kind), reason=reason, claims=claims)

    def conflicts_of(self, event: str) -> Iterator[Conflict]:
        for position, tight, explanation in self.conflicts[(event,)]:
            yield Conflict(
                claims=first_of(self.conflict_claims[event, "claims", position]),
                likewise=first_of(self.conflict_claims[event, "likewise", position]),
                assumptions=first_of(self.conflict_assumptions[event, position]),
                tight=bool(tight),
                explanation=explanation,
            )

    def repairs_of(self, event: str) -> Iterator[Repair]:
        for position, weight in self.repairs[(event,)]:
            yield Repair(
                set_aside=first_of(self.repair_claims[event, position]),
                weight=weight,
                bounds=tuple(self.repair_bounds.of(event, position)),
            )

    def balances_of(self, event: str) -> Iterator[Balance]:
        for position, *numbers, explanation in self.balances[(event,)]:
            yield Balance(
                opening=bounds_of(*numbers[0:2]),
                closing=bounds_of(*numbers[2:4]),
                added=bounds_of(*numbers[4:6]),
                left=bounds_of(*numbers[6:8]),
                gap=bounds_of(*numbers[8:10]),
                explanation=explanation,
                claims=first_of(self.balance_claims[event, position]),
            )

    def comparisons_of(self, event: str) -> Iterator[ListComparison]:
        for position, left, right, *numbers, explanation in self.comparisons[(event,)]:
            yield ListComparison(
                left=left,
                right=right,
                both=bounds_of(*numbers[0:2]),
                only_left=bounds_of(*numbers[2:4]),
                only_right=bounds_of(*numbers[4:6]),
                explanation=explanation,
                claims=first_of(self.comparison_claims[event, position]),
            )
