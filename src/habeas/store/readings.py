"""Keep what a document was read as; nothing is ever changed or removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from habeas.model.audit import Change
from habeas.model.claims import Claim
from habeas.model.reports import Report
from habeas.store import models, originals
from habeas.store.audit import Chain, one_change
from habeas.store.decisions import Decision, Outcome
from habeas.store.problems import RecordRefused, database_errors_told
from habeas.store.refusing import refuse_faults, refuse_naive
from habeas.store.rows import claims_of, insert_claims, reading_row, report_of


def outcome_of(report: Report, claims: Sequence[Claim]) -> Outcome:
    """What `save_reading` would come to; changes nothing."""
    with database_errors_told():
        return _outcome(last_reading(report.id), report, claims)


def save_reading(
    report: Report, data: bytes, claims: Sequence[Claim], *, at: datetime, by: str = ""
) -> Outcome:
    """Keep a report, its bytes and its claims.

    The same bytes read in the same way are kept once, whatever file or address
    they come from. Read differently, by a newer reader, they are kept as a further
    reading: it is the one loaded from then on, and the older one stays.

    Args:
        report: What was read.
        data: The bytes it was read from.
        claims: Its claims, in the order to load them in.
        at: When they are added, with a time zone.
        by: Who adds them; empty where nobody is signed in.

    Raises:
        StoreError: `data` are not the bytes of `report`, a value cannot be kept,
            or the database refused. Nothing was added.
    """
    check_reading(report, data, claims, at)
    originals.keep_original(originals.originals_folder(), data)
    with one_change() as chain:
        return keep_reading(chain, report, claims, len(data), Decision(by=by, at=at))


def keep_reading(
    chain: Chain, report: Report, claims: Sequence[Claim], size: int, added: Decision
) -> Outcome:
    """Keep a reading as part of a change.

    Args:
        chain: Of the change.
        report: What was read.
        claims: Its claims.
        size: Of its bytes, which are kept already.
        added: Who adds it, and when.
    """
    last = last_reading(report.id)
    outcome = _outcome(last, report, claims)
    if outcome is not Outcome.ALREADY_THERE:
        models.Document.objects.get_or_create(digest=report.id, defaults={"size": size})
        number = last.number + 1 if last else 1
        reading = reading_row(report, number=number, at=added.at, by=added.by)
        reading.save(force_insert=True)
        insert_claims(claims, reading=reading)
        chain.add(Change.READING, reading)
    return outcome


def check_reading(report: Report, data: bytes, claims: Sequence[Claim], at: datetime) -> None:
    """Refuse what is no reading of the bytes, and what no database can keep.

    Raises:
        RecordRefused: It is none.
    """
    if sha256(data).hexdigest() != report.id:
        raise RecordRefused(
            what="the bytes are not those of the report",
            where=f"report {report.id}",
            remedy="give the bytes that were given to read_report",
        )
    ids = {claim.id for claim in claims}
    foreign = any(claim.report != report.id for claim in claims)
    loose = any(claim.part_of not in ids for claim in claims if claim.part_of is not None)
    if foreign or loose or len(ids) < len(claims):
        raise RecordRefused(
            what="the claims are not those of one reading",
            where=f"report {report.id}",
            remedy="give the claims that extract_claims returned",
        )
    refuse_naive(at)
    refuse_faults((report, tuple(claims)))


def last_reading(report_id: str) -> models.Reading | None:
    """The row of the last reading of a report; None where there is none."""
    return models.Reading.objects.filter(document=report_id).order_by("-number").first()


def _outcome(last: models.Reading | None, report: Report, claims: Sequence[Claim]) -> Outcome:
    if last is None:
        return Outcome.ADDED
    # Where the same bytes were found again changes nothing in what they say.
    kept = replace(report_of(last), file=report.file, url=report.url, retrieved=report.retrieved)
    if kept == report and claims_of([last]) == tuple(claims):
        return Outcome.ALREADY_THERE
    return Outcome.READ_ANEW
