"""The Edition as rows: which value of the model stands in which column.

`edition.sql` says what the columns are; `edition_values` reads them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date

from habeas.model.accounts import Account, Figure, Finding
from habeas.model.claims import Claim
from habeas.model.dates import EdtfDate
from habeas.model.editions import Edition
from habeas.model.people import Person, ProposedMatch
from habeas.model.reports import Report

Value = str | int | float | None
Row = tuple[str, tuple[Value, ...]]
"""A table and the values of one row, in the order of the table's columns."""

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
)
"""Fields of `Account` that are tuples of claim ids."""

TEXT_LISTS = ("nationalities", "questions")
"""Fields of `Account` that are tuples of plain texts."""

FIGURE_LISTS = ("figures", "held")
FINDING_LISTS = ("agreed", "sums", "differing", "subsets")
EVENT_CLAIMS = "event"
EVENT_ACTS = "acts"


def rows_of(edition: Edition) -> Iterator[Row]:
    """Every row of an Edition, parents before their children, in the model's order."""
    known_at = edition.known_at.astimezone(UTC).isoformat()
    as_of = edition.as_of.isoformat()
    yield "edition", (1, edition.title, as_of, known_at, edition.withheld)
    for position, report in enumerate(edition.reports):
        yield "report", (position, *_report(report))
    for position, claim in enumerate(edition.claims):
        yield "claim", (position, *_claim(claim))
    for claim in edition.claims:
        yield from _claim_parts(claim)
    for position, person in enumerate(edition.people):
        yield "person", (position, person.id, person.name)
        yield from _person_parts(person)
    for position, match in enumerate(edition.matches):
        yield "proposed_match", (position, *_match(match))
    for position, account in enumerate(edition.accounts):
        yield "account", (position, *_account(account))
        yield from _account_parts(account)


def _date(value: EdtfDate | None) -> tuple[Value, Value, Value]:
    if value is None:
        return None, None, None
    return value.text, _day(value.earliest), _day(value.latest)


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _report(report: Report) -> tuple[Value, ...]:
    return (
        report.id,
        report.file,
        report.url,
        report.media_type,
        report.language,
        report.title,
        report.publisher,
        *_date(report.published),
        *_date(report.retrieved),
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
        *((*_date(when.edtf), when.words) if when else (None,) * 4),
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


def _match(match: ProposedMatch) -> tuple[Value, ...]:
    return match.left, match.right, match.score, match.reason


def _account(account: Account) -> tuple[Value, ...]:
    event = account.event
    return (
        event.id,
        event.title,
        event.by,
        event.place,
        *_date(event.when),
        account.unnamed.low,
        account.unnamed.high,
    )


def _account_parts(account: Account) -> Iterator[Row]:
    event = account.event.id
    yield from _texts(event, EVENT_ACTS, account.event.acts)
    for position, report in enumerate(account.event.reports):
        yield "account_report", (event, position, report)
    yield from _claims(event, EVENT_CLAIMS, account.event.claims)
    for name in CLAIM_LISTS:
        yield from _claims(event, name, getattr(account, name))
    for name in TEXT_LISTS:
        yield from _texts(event, name, getattr(account, name))
    for name in FIGURE_LISTS:
        yield from _figures(event, name, getattr(account, name))
    for name in FINDING_LISTS:
        yield from _findings(event, name, getattr(account, name))
    for position, person in enumerate(account.people):
        naming = (person.person, person.name, person.naming)
        yield "account_person", (event, position, *naming)
        for claim_position, claim in enumerate(person.claims):
            yield "account_person_claim", (event, position, claim_position, claim)
    for position, match in enumerate(account.matches):
        yield "account_match", (event, position, *_match(match))


def _texts(event: str, name: str, texts: Iterable[str]) -> Iterator[Row]:
    for position, text in enumerate(texts):
        yield "account_text", (event, name, position, text)


def _claims(event: str, name: str, claims: Iterable[str]) -> Iterator[Row]:
    for position, claim in enumerate(claims):
        yield "account_claim", (event, name, position, claim)


def _figures(event: str, name: str, figures: Iterable[Figure]) -> Iterator[Row]:
    for position, figure in enumerate(figures):
        yield "account_figure", (event, name, position, figure.claim, figure.voices)
        for pair_position, (attribute, value) in enumerate(figure.population):
            pair = (pair_position, attribute, value)
            yield "account_figure_population", (event, name, position, *pair)


def _findings(event: str, name: str, findings: Iterable[Finding]) -> Iterator[Row]:
    for position, finding in enumerate(findings):
        yield "account_finding", (event, name, position, finding.explanation)
        for claim_position, claim in enumerate(finding.claims):
            yield "account_finding_claim", (event, name, position, claim_position, claim)
