"""What is sealed: private particulars and whole reports that stand nowhere unencrypted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from habeas.model.claims import Claim
from habeas.model.reports import Report
from habeas.model.restrictions import RecordKind


class PrivateField(StrEnum):
    """Which private particular of a person, a claim or a report is sealed."""

    CONTACT = "contact"
    REAL_NAME = "real-name"
    WHEREABOUTS = "whereabouts"
    NOTE = "note"


WHOLE_REPORT = "report"
"""Stands where the field is told, for a report that is sealed as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Particular:
    """What a private particular is of.

    Attributes:
        kind: Kind of record; never SEALED.
        record: Its id, as `Restriction.record`.
        field: Which particular.
    """

    kind: RecordKind
    record: str
    field: PrivateField


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedItem:
    """That something is sealed, and for whom; not what.

    Attributes:
        key: Its id; says nothing of what is sealed.
        about: What it is of; None for a whole report.
        readers: Names of those who may open it; empty for nobody.
        reason: Why it was sealed.
        by: Who sealed it.
        at: When, with a time zone.
        version: Of the key from outside that opens it now.
        openings: How often it was opened.
    """

    key: str
    about: Particular | None
    readers: tuple[str, ...]
    reason: str
    by: str
    at: datetime
    version: int
    openings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedReport:
    """A report as it was sealed: its bytes, what they say, and what it claims."""

    report: Report
    claims: tuple[Claim, ...]
    data: bytes
