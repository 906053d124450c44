"""What was asked of `habeas account`, and its answer in the format that was asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from habeas.cli.exits import Exit

if TYPE_CHECKING:
    from habeas.cli.account_what_if import WhatIf
    from habeas.cli.inputs import Inputs
    from habeas.cli.sheet import Library, Sheet
    from habeas.model.accounts import Account
    from habeas.model.claims import Claim
    from habeas.model.reports import Report

_NOTHING = "the claims speak of no release: there is nothing to set side by side"
_NOTHING_BY_THEN = "nothing happened, or was known, by that day"

FORMATS = ("text", "markdown", "csv", "xlsx", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The words of the command line.

    Attributes:
        inputs: Reports: files, folders, addresses, or `-`.
        given: Files of claims, or `-`.
        form: One of FORMATS.
        everything: Every event in full, every name and bound.
        aside: Claims to set aside, as the user calls them.
        rejected: Assumptions to do without, likewise.
        as_of: The day asked about; None for all that happened.
        known_at: The day until which reports count; None for all.
    """

    inputs: tuple[str, ...]
    given: tuple[str, ...]
    form: str
    everything: bool
    aside: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    as_of: datetime | None = None
    known_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Accounts, the main one first, and what they were made of.

    Attributes:
        accounts: The one most reports speak of, then the others, newest first.
        reports: In the order they are cited by.
        claims: All claims.
        what_if: What is supposed in them; None where nothing is.
        notes: Sentences on what was kept though it has no day.
    """

    accounts: tuple[Account, ...]
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    what_if: WhatIf | None
    notes: tuple[str, ...]


def answer(asked: Asked, *, today: date) -> Exit:
    """Read, reconcile and print; returns how the command ends.

    Raises:
        Stop: A claim or an assumption that is asked for is not there.
    """
    from habeas.cli.claims_inputs import read_with_claims
    from habeas.cli.console import say_note
    from habeas.cli.messages import tell_inputs

    found = read_with_claims(asked.inputs, asked.given, today=today)
    answered = _answer(asked, found)
    if asked.form == "json":
        if found.exit_code is not Exit.UNREADABLE:
            _print_json(asked, answered)
    elif answered.accounts:
        _SHOW[asked.form](asked, answered)
    sys.stdout.flush()
    tell_inputs(found)
    for note in answered.notes:
        say_note(note)
    if found.exit_code is Exit.OK and not answered.accounts:
        say_note(_NOTHING_BY_THEN if asked.as_of or asked.known_at else _NOTHING)
        return Exit.NOTHING
    return found.exit_code


def _answer(asked: Asked, found: Inputs) -> Answer:
    """The accounts that were asked for."""
    from habeas.cli.account_what_if import WhatIf, assumptions_named, claims_named
    from habeas.cli.sheet import Library

    reports, claims, notes = _by_then(asked, found)
    aside = claims_named(asked.aside, Library(reports, claims))
    accounts = before = _accounts(reports, claims)
    rejected = assumptions_named(asked.rejected, accounts)
    what_if = None
    if aside or rejected:
        what_if = WhatIf(aside=aside, rejected=rejected, before=before)
        accounts = _accounts(reports, claims, what_if)
    return Answer(
        accounts=_main_first(accounts),
        reports=reports,
        claims=claims,
        what_if=what_if,
        notes=notes,
    )


def _accounts(
    reports: Sequence[Report], claims: Sequence[Claim], what_if: WhatIf | None = None
) -> tuple[Account, ...]:
    if not claims:
        return ()
    from habeas.accounts import accounts_of
    from habeas.model.accounts import Decisions

    aside, rejected = (what_if.aside, what_if.rejected) if what_if is not None else ((), ())
    decisions = Decisions(aside=frozenset(aside), rejected=frozenset(rejected))
    return accounts_of(reports, claims, decisions)


def _by_then(
    asked: Asked, found: Inputs
) -> tuple[tuple[Report, ...], tuple[Claim, ...], tuple[str, ...]]:
    """What was known, and had begun, by the days that are asked for; with notes on it."""
    from habeas.accounts.over_time import began_by, known_by

    reports, claims, notes = found.reports, found.claims, dict[str, None]()
    for day, by in ((asked.known_at, known_by), (asked.as_of, began_by)):
        if day is not None:
            left = by(reports, claims, day.date())
            reports, claims = left.reports, left.claims
            notes |= {left.note: None} if left.note else {}
    return reports, claims, tuple(notes)


def _main_first(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The account most reports speak of, then the others as they come: newest first."""
    main = max(
        accounts, key=lambda one: (len(one.event.reports), len(one.event.claims)), default=None
    )
    return tuple(sorted(accounts, key=lambda one: one is not main))


def _print_json(asked: Asked, answered: Answer) -> None:
    from habeas.accounts.format import account_document
    from habeas.cli.console import write_json

    supposed = answered.what_if
    what_if = {
        "aside": list(supposed.aside) if supposed is not None else [],
        "rejected": list(supposed.rejected) if supposed is not None else [],
        "as_of": _day(asked.as_of),
        "known_at": _day(asked.known_at),
    }
    document = account_document(
        answered.accounts,
        answered.claims,
        answered.reports,
        what_if if any(what_if.values()) else None,
    )
    write_json(document)


def _day(day: datetime | None) -> str | None:
    return day.date().isoformat() if day is not None else None


def _print_text(asked: Asked, answered: Answer) -> None:
    from rich.text import Text

    from habeas.cli.account_text import (
        longest_pointer,
        report_lines,
        sheet_lines,
        short_lines,
        what_if_hint,
    )
    from habeas.cli.console import console_on
    from habeas.cli.ledger import page_on, print_lines
    from habeas.cli.sheet import Library

    library = Library(answered.reports, answered.claims)
    selected = _selected(asked, answered, library)
    page = page_on(console_on(sys.stdout), pointer_width=longest_pointer(library))
    for sheet in selected.sheets:
        print_lines(page, [*sheet_lines(sheet, library, page), Text()])
    if selected.in_short:
        print_lines(page, [*short_lines(selected.in_short, library, page), Text()])
    hint = what_if_hint(selected.sheets, library) if answered.what_if is None else ""
    print_lines(page, report_lines(answered.reports, library, page, hint))


def _print_markdown(asked: Asked, answered: Answer) -> None:
    from habeas.cli.account_markdown import markdown_of
    from habeas.cli.console import write_data
    from habeas.cli.sheet import Library

    library = Library(answered.reports, answered.claims)
    selected = _selected(asked, answered, library)
    write_data(markdown_of(selected.sheets, selected.in_short, library))


def _print_table(asked: Asked, answered: Answer) -> None:
    from habeas.cli.account_files import as_csv, as_xlsx
    from habeas.cli.results import write_result
    from habeas.cli.sheet import Library

    library = Library(answered.reports, answered.claims)
    write = as_xlsx if asked.form == "xlsx" else as_csv
    write_result(write(answered.accounts, library), None)


_SHOW = {
    "text": _print_text,
    "markdown": _print_markdown,
    "csv": _print_table,
    "xlsx": _print_table,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Selected:
    """Accounts to show in full, and the others but for those that are told there already."""

    sheets: list[Sheet]
    in_short: list[Account]


def _selected(asked: Asked, answered: Answer, library: Library) -> _Selected:
    from habeas.cli.account_sheet import EVERYTHING, USUAL, sheet_of

    accounts = answered.accounts
    in_full = accounts if asked.everything else accounts[:1]
    told = {id_ for one in in_full for id_ in one.earlier}
    extent = EVERYTHING if asked.everything else USUAL
    return _Selected(
        sheets=[
            sheet_of(one, library, others=accounts, extent=extent, what_if=answered.what_if)
            for one in in_full
        ],
        in_short=[one for one in accounts[len(in_full) :] if not told & set(one.event.claims)],
    )
