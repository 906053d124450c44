"""Accounts as rows of an Edition; `edition_accounts` reads them back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from habeas.model.accounts import (
    Account,
    Assumption,
    Balance,
    Bound,
    Conflict,
    Figure,
    Finding,
    ListComparison,
    Repair,
    Revision,
)
from habeas.register.edition_cells import Row, Value, bounds_cells, date_cells, match_cells

CLAIM_LISTS = (
    "pledges",
    "withheld",
    "meetings",
    "expected",
    "demands",
    "charges",
    "earlier",
    "denied",
    "others",
    "doubtful",
)
"""Fields of `Account` that are tuples of claim ids."""

TEXT_LISTS = ("nationalities", "questions", "settling")
"""Fields of `Account` that are tuples of plain texts."""

FIGURE_LISTS = ("figures", "held", "counted")
FINDING_LISTS = ("agreed", "sums", "subsets", "revisions", "totals")
"""Fields of `Account` that are sentences, each with the claims it rests on."""

EVENT_CLAIMS = "event"
EVENT_ACTS = "acts"
CONFLICT_LISTS = ("claims", "likewise")


def account_rows(position: int, account: Account) -> Iterator[Row]:
    """The rows of one account, parents before their children."""
    event = account.event
    yield (
        "account",
        (
            position,
            event.id,
            event.title,
            event.by,
            event.place,
            *date_cells(event.when),
            *bounds_cells(account.unnamed),
        ),
    )
    yield from _texts(event.id, EVENT_ACTS, event.acts)
    for report_position, report in enumerate(event.reports):
        yield "account_report", (event.id, report_position, report)
    yield from _claims(event.id, EVENT_CLAIMS, event.claims)
    yield from _lists(account)
    yield from _people(account)
    yield from _engine(account)


def _lists(account: Account) -> Iterator[Row]:
    event = account.event.id
    for name in CLAIM_LISTS:
        yield from _claims(event, name, getattr(account, name))
    for name in TEXT_LISTS:
        yield from _texts(event, name, getattr(account, name))
    for name in FIGURE_LISTS:
        yield from _figures(event, name, getattr(account, name))
    for name in FINDING_LISTS:
        yield from _findings(event, name, getattr(account, name))


def _people(account: Account) -> Iterator[Row]:
    event = account.event.id
    for position, person in enumerate(account.people):
        naming = (person.person, person.name, person.naming)
        yield "account_person", (event, position, *naming)
        yield from _members("account_person_claim", (event, position), person.claims)
    for position, match in enumerate(account.matches):
        yield "account_match", (event, position, *match_cells(match))


def _engine(account: Account) -> Iterator[Row]:
    event = account.event.id
    yield from chain(
        _assumptions(event, account.assumptions),
        _conflicts(event, account.conflicts),
        _bounds("account_bound", (event,), account.bounds),
        _repairs(event, account.repairs),
        _balances(event, account.balances),
        _comparisons(event, account.lists),
    )


def _members(table: str, key: tuple[Value, ...], members: Iterable[str]) -> Iterator[Row]:
    """One row for each id or text that belongs to what `key` names."""
    for position, member in enumerate(members):
        yield table, (*key, position, member)


def _texts(event: str, name: str, texts: Iterable[str]) -> Iterator[Row]:
    yield from _members("account_text", (event, name), texts)


def _claims(event: str, name: str, claims: Iterable[str]) -> Iterator[Row]:
    yield from _members("account_claim", (event, name), claims)


def _population(
    table: str, key: tuple[Value, ...], population: Iterable[tuple[str, str]]
) -> Iterator[Row]:
    for position, pair in enumerate(population):
        yield table, (*key, position, *pair)


def _figures(event: str, name: str, figures: Iterable[Figure]) -> Iterator[Row]:
    for position, figure in enumerate(figures):
        yield "account_figure", (event, name, position, figure.claim, figure.voices)
        key = (event, name, position)
        yield from _population("account_figure_population", key, figure.population)


def _findings(event: str, name: str, findings: Iterable[Finding | Revision]) -> Iterator[Row]:
    for position, finding in enumerate(findings):
        yield "account_finding", (event, name, position, finding.explanation)
        yield from _members("account_finding_claim", (event, name, position), finding.claims)


def _assumptions(event: str, assumptions: Iterable[Assumption]) -> Iterator[Row]:
    for position, assumption in enumerate(assumptions):
        cells = (assumption.id, assumption.kind, assumption.reason)
        yield "account_assumption", (event, position, *cells)
        yield from _members("account_assumption_claim", (event, position), assumption.claims)


def _conflicts(event: str, conflicts: Iterable[Conflict]) -> Iterator[Row]:
    for position, conflict in enumerate(conflicts):
        cells = (int(conflict.tight), conflict.explanation)
        yield "account_conflict", (event, position, *cells)
        for name in CONFLICT_LISTS:
            listed = (event, name, position)
            yield from _members("account_conflict_claim", listed, getattr(conflict, name))
        key = (event, position)
        yield from _members("account_conflict_assumption", key, conflict.assumptions)


def _bounds(table: str, key: tuple[Value, ...], bounds: Iterable[Bound]) -> Iterator[Row]:
    for position, bound in enumerate(bounds):
        yield table, (*key, position, bound.of, bound.low, bound.high)
        yield from _population(f"{table}_population", (*key, position), bound.population)


def _repairs(event: str, repairs: Iterable[Repair]) -> Iterator[Row]:
    for position, repair in enumerate(repairs):
        yield "account_repair", (event, position, repair.weight)
        yield from _members("account_repair_claim", (event, position), repair.set_aside)
        yield from _bounds("account_repair_bound", (event, position), repair.bounds)


def _balances(event: str, balances: Iterable[Balance]) -> Iterator[Row]:
    for position, balance in enumerate(balances):
        yield (
            "account_balance",
            (
                event,
                position,
                *bounds_cells(balance.opening),
                *bounds_cells(balance.closing),
                *bounds_cells(balance.added),
                *bounds_cells(balance.left),
                *bounds_cells(balance.gap),
                balance.explanation,
            ),
        )
        yield from _members("account_balance_claim", (event, position), balance.claims)


def _comparisons(event: str, lists: Iterable[ListComparison]) -> Iterator[Row]:
    for position, compared in enumerate(lists):
        yield (
            "account_comparison",
            (
                event,
                position,
                compared.left,
                compared.right,
                *bounds_cells(compared.both),
                *bounds_cells(compared.only_left),
                *bounds_cells(compared.only_right),
                compared.explanation,
            ),
        )
        yield from _members("account_comparison_claim", (event, position), compared.claims)
