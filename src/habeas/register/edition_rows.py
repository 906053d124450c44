"""The Edition as rows: which value of the model stands in which column.

`edition.sql` says what the columns are; `edition_values` reads them back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

from habeas.model.claims import Claim
from habeas.model.editions import Edition
from habeas.model.people import Person
from habeas.model.reports import Report
from habeas.register.edition_account_rows import account_rows
from habeas.register.edition_cells import Row, Value, date_cells, match_cells
from habeas.register.edition_copies import copy_rows
from habeas.register.edition_lists import list_rows
from habeas.register.edition_ties import tie_rows
from habeas.register.edition_words import WordIndex
from habeas.register.ruled import link_rows


def rows_of(edition: Edition) -> Iterator[Row]:
    """Every row, parents before their children, in the order of the model.

    Each list is gone through once.
    """
    with closing(WordIndex()) as words:
        yield from _rows(edition, words)


def _rows(edition: Edition, words: WordIndex) -> Iterator[Row]:
    yield "edition", (1, *_edition(edition))
    yield from _changes(edition)
    for count in edition.custody:
        cells = (count.held, count.disputed, count.free, count.unknown)
        yield "custody_count", (count.day.isoformat(), *cells)
    for position, report in enumerate(edition.reports):
        yield "report", (position, *_report(report))
        words.add_report(position, report)
    for position, claim in enumerate(edition.claims):
        yield "claim", (position, *_claim(claim))
        yield from _claim_parts(claim)
    for position, claim_id in enumerate(edition.corrections):
        yield "claim_correction", (position, claim_id)
    for position, person in enumerate(edition.people):
        yield "person", (position, person.id, person.name)
        yield from _person_parts(person)
        words.add_person(position, person)
    for position, match in enumerate(edition.matches):
        yield "proposed_match", (position, *match_cells(match))
    for position, account in enumerate(edition.accounts):
        yield from account_rows(position, account)
        words.add_account(position, account)
    for position, tie in enumerate(edition.ties):
        yield from tie_rows(position, tie)
    yield from copy_rows(edition.copies)
    yield from link_rows(edition.ruled_links)
    yield from list_rows(edition)
    yield from words.rows()


def _edition(edition: Edition) -> tuple[Value, ...]:
    before = edition.before
    return (
        edition.title,
        edition.as_of.isoformat(),
        _moment(edition.known_at),
        edition.withheld,
        edition.rejected,
        *(
            (before.digest, before.as_of.isoformat(), _moment(before.known_at))
            if before
            else (None,) * 3
        ),
    )


def _changes(edition: Edition) -> Iterator[Row]:
    for position, change in enumerate(edition.changes):
        yield "change", (position, change.kind, change.id, change.change)
    for former in edition.former_ids:
        yield "former_id", (former.kind, former.former, former.now)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _report(report: Report) -> tuple[Value, ...]:
    return (
        report.id,
        report.file,
        report.url,
        report.media_type,
        report.language,
        report.title,
        report.publisher,
        *date_cells(report.published),
        *date_cells(report.retrieved),
        report.text,
    )


def _claim(claim: Claim) -> tuple[Value, ...]:
    count, when, condition, passage = claim.count, claim.when, claim.condition, claim.passage
    term = claim.term
    return (
        claim.id,
        claim.report,
        claim.act,
        claim.stance,
        *((count.low, count.high, count.about, count.words, count.unit) if count else (None,) * 5),
        claim.group,
        claim.part_of,
        claim.by,
        claim.object,
        *((term.kind, term.duration, term.words) if term else (None,) * 3),
        claim.place,
        *((*date_cells(when.edtf), when.words) if when else (None,) * 4),
        *((condition.words, condition.start, condition.end) if condition else (None,) * 3),
        passage.start,
        passage.end,
        passage.exact,
        passage.prefix,
        passage.suffix,
    )


def _claim_parts(claim: Claim) -> Iterator[Row]:
    for position, mention in enumerate(claim.names):
        shown = (mention.name, mention.nationality, mention.age, int(mention.named))
        yield "claim_name", (claim.id, position, *shown)
        for role_position, role in enumerate(mention.roles):
            yield "claim_name_role", (claim.id, position, role_position, role)
    for position, nationality in enumerate(claim.nationalities):
        yield "claim_nationality", (claim.id, position, nationality)
    for position, charge in enumerate(claim.charges):
        yield "claim_charge", (claim.id, position, charge)
    for position, speaker in enumerate(claim.speakers):
        yield "claim_speaker", (claim.id, position, speaker.name, speaker.kind, speaker.cue)


def _person_parts(person: Person) -> Iterator[Row]:
    for position, name in enumerate(person.names):
        yield "person_name", (person.id, position, name)
    for position, mention in enumerate(person.mentions):
        yield "person_mention", (person.id, position, mention.claim, mention.name)
