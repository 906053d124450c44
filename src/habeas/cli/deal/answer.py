"""What was asked of `habeas deal`, and its answer in the format that was asked for."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.cli.exits import Exit, Stop
from habeas.model.dates import EdtfDate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from habeas.cli.deal.listed import Listed
    from habeas.cli.inputs import Inputs
    from habeas.model.decisions import LinkDecision
    from habeas.model.pledges import PledgeLink, Tie
    from habeas.model.reports import Report
    from habeas.pledges.arrange import Arranged

FORMATS = ("text", "markdown", "csv", "json", "ics", "ftm")
_NOTHING = "nothing is promised, and nobody speaks of a deal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The words of the command line.

    Attributes:
        inputs: Reports: files, folders, addresses, or `-`.
        given: Files of claims, or `-`.
        on: The day asked about; None for today.
        known_at: The day until which reports count; None for all.
        lists: Editions of a list of sanctions, the oldest first.
        rejected: Ids of links and proposals to do without.
        form: One of FORMATS.
    """

    inputs: tuple[str, ...]
    given: tuple[str, ...]
    on: datetime | None
    known_at: datetime | None
    lists: tuple[Path, ...]
    rejected: tuple[str, ...]
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is shown.

    Attributes:
        arranged: Deals and pledges.
        reports: In the order they are cited by.
        listed: Whom pledges may mean on lists, and what became of them there.
        on: The day by which the states are told.
        known_at: What was known by then; None for all.
        notes: Sentences on what was kept though it has no day.
        decided: Id of a link → the decision on it, of those in the register.
        rejected: Links that a person rejected; nothing here follows from them.
        is_kept: True of the register, where something can be decided.
    """

    arranged: Arranged
    reports: tuple[Report, ...]
    listed: Listed
    on: date
    known_at: date | None
    notes: tuple[str, ...] = ()
    decided: Mapping[str, LinkDecision] = field(default_factory=dict)
    rejected: tuple[PledgeLink, ...] = ()
    is_kept: bool = False


def answer(asked: Asked, *, today: date) -> Exit:
    """Read, arrange and print; returns how the command ends. Without inputs: the register's.

    Raises:
        Stop: A link that is rejected is not there, a list cannot be read, or no reports were
            given and there is no register.
    """
    if not asked.inputs and not asked.given:
        return _shown(asked, _of_register(asked, today), None)
    from habeas.cli.claims_inputs import read_with_claims

    found = read_with_claims(asked.inputs, asked.given, today=today)
    return _shown(asked, _of_files(asked, found, today), found)


def _shown(asked: Asked, answered: Answer, found: Inputs | None) -> Exit:
    from habeas.cli.console import say_note
    from habeas.cli.messages import tell_inputs

    code = Exit.OK if found is None else found.exit_code
    is_empty = not answered.arranged.chains and not answered.arranged.deals
    if (asked.form in _DOCUMENTS or not is_empty) and code is not Exit.UNREADABLE:
        _SHOW[asked.form](answered)
    sys.stdout.flush()
    if found is not None:
        tell_inputs(found)
    for note in answered.notes:
        say_note(note)
    if code is Exit.OK and is_empty:
        say_note(_NOTHING)
        return Exit.NOTHING
    return code


def _of_files(asked: Asked, found: Inputs, today: date) -> Answer:
    from habeas.accounts.over_time import known_by
    from habeas.cli.deal.listed import listed_on
    from habeas.cli.sanctions.editions import file_edition
    from habeas.pledges.arrange import arrange

    reports, claims, notes = _seen_by(found.reports, today), found.claims, tuple[str, ...]()
    known_at = asked.known_at.date() if asked.known_at is not None else None
    if known_at is not None:
        left = known_by(reports, claims, known_at)
        reports, claims = left.reports, left.claims
        notes = (left.note,) if left.note else ()
    ties = _ties(reports)
    before = arrange(reports, claims, ties)
    listed = listed_on([file_edition(path) for path in asked.lists], before.chains)
    _refuse_unknown(asked.rejected, before, listed)
    arranged = arrange(reports, claims, ties, rejected=asked.rejected) if asked.rejected else before
    return Answer(
        arranged=arranged,
        reports=reports,
        listed=listed.without(asked.rejected),
        on=asked.on.date() if asked.on is not None else today,
        known_at=known_at,
        notes=notes,
    )


def _of_register(asked: Asked, today: date) -> Answer:
    """What the register holds, and what was decided in it; `--list` is instead of its lists."""
    from habeas.cli.deal.kept import cited_reports, open_promises
    from habeas.cli.deal.listed import listed_on
    from habeas.cli.sanctions.editions import file_edition
    from habeas.model.decisions import Ruling
    from habeas.pledges.arrange import arrange_events

    known_at = asked.known_at.date() if asked.known_at is not None else None
    kept = open_promises(known_at)
    promises, arranged = kept.promises, kept.promises.arranged
    given = tuple(file_edition(path) for path in asked.lists)
    listed = listed_on(given or kept.editions, arranged.chains, promises.entry_decisions)
    _refuse_unknown(asked.rejected, arranged, listed)
    decided = promises.link_decisions
    out = {key for key, each in decided.items() if each.ruling is Ruling.REJECT}
    if asked.rejected:
        told = arranged.told
        without = arrange_events(
            told.reports.values(),
            told.claims.values(),
            arranged.ties,
            told.events.values(),
            rejected=out.union(asked.rejected),
        )
        arranged = replace(without, rulings=arranged.rulings)
    return Answer(
        arranged=arranged,
        reports=cited_reports(arranged),
        listed=listed.without(asked.rejected),
        on=asked.on.date() if asked.on is not None else today,
        known_at=known_at,
        decided=decided,
        rejected=tuple(promises.links[key] for key in sorted(out)),
        is_kept=True,
    )


def _refuse_unknown(rejected: Sequence[str], arranged: Arranged, listed: Listed) -> None:
    known = {link.id for link in arranged.links} | {one.id for one in listed.proposals}
    for id_ in rejected:
        if id_ not in known:
            raise Stop(
                Exit.USAGE,
                what="there is no such link or proposal",
                where=id_,
                remedy="take an id that stands under Assumed or Lists",
            )


def _seen_by(reports: Sequence[Report], today: date) -> tuple[Report, ...]:
    """The reports; what one without any date says has been said by today, when it is read."""
    seen = EdtfDate.of_day(today)
    return tuple(
        replace(one, retrieved=seen) if one.published is None and one.retrieved is None else one
        for one in reports
    )


def _ties(reports: Sequence[Report]) -> tuple[Tie, ...]:
    """What the reports tie; of one that only claims are given of, as far as they quote it."""
    from habeas.claims import LanguageNotRead, extract_ties
    from habeas.model.problems import HabeasError

    ties: list[Tie] = []
    for report in reports:
        try:
            ties += extract_ties(report)
        except (LanguageNotRead, HabeasError):
            continue  # told already, when its claims were read
    return tuple(ties)


def _print_text(answered: Answer) -> None:
    from rich.text import Text

    from habeas.cli.account_text import longest_pointer, report_lines, sheet_lines
    from habeas.cli.console import console_on
    from habeas.cli.deal.sheets import sheets_of
    from habeas.cli.ledger import page_on, print_lines
    from habeas.cli.sheet import Library

    library = Library(answered.reports, tuple(answered.arranged.told.claims.values()))
    page = page_on(console_on(sys.stdout), pointer_width=longest_pointer(library))
    for sheet in sheets_of(answered, library):
        print_lines(page, [*sheet_lines(sheet, library, page), Text()])
    hint = "--reject with an id of Assumed or Lists shows what follows without it."
    if answered.is_kept:
        hint += " habeas decide ID keeps what you decide."
    assumed = answered.arranged.links or answered.listed.proposals
    print_lines(page, report_lines(answered.reports, library, page, hint if assumed else ""))


def _print_markdown(answered: Answer) -> None:
    from habeas.cli.account_markdown import markdown_of
    from habeas.cli.console import write_data
    from habeas.cli.deal.sheets import sheets_of
    from habeas.cli.sheet import Library

    library = Library(answered.reports, tuple(answered.arranged.told.claims.values()))
    write_data(markdown_of(sheets_of(answered, library), (), library))


def _print_json(answered: Answer) -> None:
    from habeas.cli.console import write_json
    from habeas.pledges.exports import deals_document

    document = deals_document(answered.arranged, on=answered.on, known_at=answered.known_at)
    document["lists"] = answered.listed.document()
    write_json(document)


def _print_csv(answered: Answer) -> None:
    import csv
    import io

    from habeas.cli.match_rows import without_formula
    from habeas.cli.printable import printable
    from habeas.cli.results import write_result
    from habeas.pledges.exports import COLUMNS, rows_of

    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows_of(answered.arranged, answered.on):
        writer.writerow(
            [without_formula(printable("" if cell is None else str(cell))) for cell in row]
        )
    write_result(page.getvalue().encode("utf-8-sig", "backslashreplace"), None)


def _print_calendar(answered: Answer) -> None:
    from habeas.cli.results import write_result
    from habeas.pledges.exports import as_calendar

    arranged = answered.arranged
    stamp = datetime.now(UTC)
    write_result(as_calendar(arranged.chains, arranged.told, on=answered.on, stamp=stamp), None)


def _print_ftm(answered: Answer) -> None:
    import json

    from habeas.cli.console import write_data
    from habeas.cli.printable import printable_json
    from habeas.pledges.exports import sanctions_of

    arranged = answered.arranged
    proposals = [one.proposal for one in answered.listed.proposals]
    for entity in sanctions_of(arranged.chains, arranged.told, proposals, on=answered.on):
        write_data(printable_json(json.dumps(entity, ensure_ascii=False)))


_DOCUMENTS = frozenset({"json", "csv", "ics", "ftm"})
_SHOW = {
    "text": _print_text,
    "markdown": _print_markdown,
    "csv": _print_csv,
    "json": _print_json,
    "ics": _print_calendar,
    "ftm": _print_ftm,
}
