"""Tables of the private database. Rows are added and never changed or removed.

The one exception is the row that says where the chain of audit records ends.

Field names follow the model types; a date has three columns, as in the Edition:
its EDTF text, its first and its last possible day.
"""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, CheckConstraint, ForeignKey, Q, UniqueConstraint

from habeas.store.intake_models import (
    Arrival,
    CopyMark,
    CopyOf,
    ListColumn,
    ListImport,
    ListRow,
    ReportDecision,
)

__all__ = [
    "Arrival",
    "CopyMark",
    "CopyOf",
    "ListColumn",
    "ListImport",
    "ListRow",
    "ReportDecision",
]


class Document(models.Model):
    """Bytes that were added once; the bytes themselves stand in the folder of originals."""

    digest = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()

    class Meta:
        app_label = "store"


class Reading(models.Model):
    """One reading of a document: the Report it gave. A better reader adds another."""

    document = ForeignKey(Document, PROTECT, related_name="readings")
    number = models.PositiveIntegerField()
    added_at = models.DateTimeField(db_index=True)
    added_by = models.TextField()
    file = models.TextField(null=True)
    url = models.TextField(null=True)
    media_type = models.TextField()
    language = models.TextField()
    title = models.TextField()
    publisher = models.TextField(null=True)
    published = models.TextField(null=True)
    published_earliest = models.DateField(null=True)
    published_latest = models.DateField(null=True)
    retrieved = models.TextField(null=True)
    retrieved_earliest = models.DateField(null=True)
    retrieved_latest = models.DateField(null=True)
    text = models.TextField()

    class Meta:
        app_label = "store"
        constraints = (UniqueConstraint(fields=["document", "number"], name="reading_number"),)


class ClaimDecision(models.Model):
    """One decision about a claim; the last one that was not undone stands."""

    document = ForeignKey(Document, PROTECT, related_name="decisions")
    claim = models.TextField()
    resolution = models.TextField()
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class Claim(models.Model):
    """One claim of one reading, or what somebody corrected a claim to."""

    reading = ForeignKey(Reading, PROTECT, related_name="claims", db_index=False, null=True)
    decision = ForeignKey(ClaimDecision, PROTECT, related_name="claims", null=True)
    position = models.PositiveIntegerField()
    claim = models.TextField()
    act = models.TextField()
    stance = models.TextField()
    count_low = models.BigIntegerField(null=True)
    count_high = models.BigIntegerField(null=True)
    count_about = models.FloatField(null=True)
    count_words = models.TextField(null=True)
    count_unit = models.TextField(null=True)
    group = models.TextField(null=True)
    part_of = models.TextField(null=True)
    by = models.TextField(null=True)
    object = models.TextField(null=True)
    term_kind = models.TextField(null=True)
    term_duration = models.TextField(null=True)
    term_words = models.TextField(null=True)
    place = models.TextField(null=True)
    happened = models.TextField(null=True)
    happened_earliest = models.DateField(null=True)
    happened_latest = models.DateField(null=True)
    happened_words = models.TextField(null=True)
    condition_words = models.TextField(null=True)
    condition_start = models.IntegerField(null=True)
    condition_end = models.IntegerField(null=True)
    passage_start = models.IntegerField()
    passage_end = models.IntegerField()
    passage_exact = models.TextField()
    passage_prefix = models.TextField()
    passage_suffix = models.TextField()

    class Meta:
        app_label = "store"
        constraints = (
            UniqueConstraint(fields=["reading", "position"], name="claim_position"),
            UniqueConstraint(fields=["reading", "claim"], name="claim_id_in_reading"),
            CheckConstraint(
                condition=Q(reading__isnull=False, decision__isnull=True)
                | Q(reading__isnull=True, decision__isnull=False),
                name="claim_of_reading_or_decision",
            ),
        )
        indexes = (models.Index(fields=["claim"], name="claim_by_id"),)


class ClaimPart(models.Model):
    """What a claim has several of, in order."""

    claim = ForeignKey(Claim, PROTECT, db_index=False)
    position = models.PositiveIntegerField()

    class Meta:
        abstract = True
        app_label = "store"
        constraints = (UniqueConstraint(fields=["claim", "position"], name="%(class)s_position"),)


class ClaimName(ClaimPart):
    """A person as the claim names or describes them."""

    name = models.TextField()
    nationality = models.TextField(null=True)
    age = models.PositiveIntegerField(null=True)
    named = models.BooleanField()


class ClaimNameRole(models.Model):
    """What the text calls that person."""

    name = ForeignKey(ClaimName, PROTECT, db_index=False)
    position = models.PositiveIntegerField()
    role = models.TextField()

    class Meta:
        app_label = "store"
        constraints = (
            UniqueConstraint(fields=["name", "position"], name="claimnamerole_position"),
        )


class ClaimNationality(ClaimPart):
    """ISO 3166-1 alpha-2 of people counted."""

    nationality = models.TextField()


class ClaimCharge(ClaimPart):
    """A charge as written."""

    charge = models.TextField()


class ClaimSpeaker(ClaimPart):
    """One voice of the chain, outermost first."""

    name = models.TextField()
    kind = models.TextField()
    cue = models.TextField()


class Judgement(models.Model):
    """One decision about two persons; a later one on the same pair stands."""

    left = models.TextField()
    right = models.TextField()
    verdict = models.TextField()
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"
        indexes = (models.Index(fields=["left", "right"], name="judgement_pair"),)


class Withdrawal(models.Model):
    """A decision that a judgement no longer holds; the judgement's row stays as it was."""

    judgement = ForeignKey(Judgement, PROTECT, related_name="withdrawals")
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class Protection(models.Model):
    """A decision that a name must not, or again may, be published; the last one stands."""

    name = models.TextField()
    protected = models.BooleanField()
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class AssumptionDecision(models.Model):
    """One decision about an assumption; the last one that was not undone stands."""

    assumption = models.TextField()
    kind = models.TextField()
    resolution = models.TextField()
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class AssumptionClaim(models.Model):
    """A claim that the assumption linked, in order."""

    decision = ForeignKey(AssumptionDecision, PROTECT, db_index=False)
    position = models.PositiveIntegerField()
    claim = models.TextField()

    class Meta:
        app_label = "store"
        constraints = (
            UniqueConstraint(fields=["decision", "position"], name="assumptionclaim_position"),
        )


class Publication(models.Model):
    """An Edition that was about to be put in its place, as a file of this digest."""

    digest = models.CharField(max_length=64)
    title = models.TextField()
    as_of = models.DateField()
    known_at = models.DateTimeField()
    withheld = models.PositiveIntegerField()
    rejected = models.PositiveIntegerField(null=True)
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class Snapshot(models.Model):
    """One edition of a list of sanctions; its bytes stand in the folder of originals."""

    title = models.TextField()
    day = models.DateField()
    digest = models.CharField(max_length=64)
    size = models.BigIntegerField()
    format = models.TextField()
    entries = models.PositiveIntegerField()
    file = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"
        constraints = (UniqueConstraint(fields=["title", "day", "digest"], name="snapshot_once"),)


class Restriction(models.Model):
    """A decision on who may see a record; the last one on it stands."""

    kind = models.TextField()
    record = models.TextField()
    level = models.TextField()
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()
    takes_back = models.BigIntegerField(null=True)

    class Meta:
        app_label = "store"
        indexes = (models.Index(fields=["kind", "record"], name="restriction_record"),)


class RestrictionPart(models.Model):
    """What a restriction has several of, in order."""

    restriction = ForeignKey(Restriction, PROTECT, db_index=False)
    position = models.PositiveIntegerField()

    class Meta:
        abstract = True
        app_label = "store"
        constraints = (
            UniqueConstraint(fields=["restriction", "position"], name="%(class)s_position"),
        )


class RestrictionReader(RestrictionPart):
    """Somebody who may see the record, by the name that they sign in by."""

    reader = models.TextField()


class RestrictionName(RestrictionPart):
    """A spelling of the person, as the register knew them then."""

    name = models.TextField()


class RoleDecision(models.Model):
    """One decision on what somebody may do at the desk; the last one on them stands."""

    name = models.TextField(db_index=True)
    role = models.TextField(null=True)
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class AuditRecord(models.Model):
    """That one row of another table was added: by whom, when and why; see `habeas.model.audit`."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    by = models.TextField()
    change = models.CharField(max_length=32)
    row = models.BigIntegerField()
    about = models.TextField()
    reason = models.TextField()
    content = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        app_label = "store"
        constraints = (UniqueConstraint(fields=["change", "row"], name="audit_once"),)


class ChainHead(models.Model):
    """The one row that every change holds until it is done: where the chain ends."""

    number = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)
    at = models.DateTimeField(null=True)

    class Meta:
        app_label = "store"


# Django finds the tables of the index, of promises, of what is sealed and what goes out here.
from habeas.store import promise_tables as _promises  # noqa: E402, F401
from habeas.store import publishing_tables as _publishing  # noqa: E402, F401
from habeas.store import sealed_tables as _sealed  # noqa: E402, F401
from habeas.store.index import tables as _index  # noqa: E402, F401
