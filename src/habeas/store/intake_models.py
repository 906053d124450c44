"""Tables of how reports and lists come in.

Imports and decisions about reports are added and never changed, as all else in the register.
What is waiting to be read, and which reports are copies, is no part of the record: the first is
gone when it is done, the second can be made anew from the texts.
"""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, ForeignKey, UniqueConstraint


class ListImport(models.Model):
    """One edition of a list of people that was imported, and what its columns were said to hold."""

    document = ForeignKey("store.Document", PROTECT, related_name="imports")
    source = models.TextField(db_index=True)
    status = models.TextField()
    rows = models.PositiveIntegerField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class ListColumn(models.Model):
    """What one column of an edition was said to hold."""

    edition = ForeignKey(ListImport, PROTECT, db_index=False, related_name="columns")
    position = models.PositiveIntegerField()
    header = models.TextField()
    field = models.TextField()

    class Meta:
        app_label = "store"
        constraints = (
            UniqueConstraint(fields=["edition", "position"], name="listcolumn_position"),
        )


class ListRow(models.Model):
    """What is new of one row of an edition; digests are keyed, so that no guess can be tested."""

    edition = ForeignKey(ListImport, PROTECT, db_index=False, related_name="changes")
    position = models.PositiveIntegerField()
    sheet = models.TextField()
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=16)
    identity = models.CharField(max_length=64)
    replaces = models.CharField(max_length=64)
    named = models.CharField(max_length=64)
    content = models.CharField(max_length=64)
    claim = models.TextField()

    class Meta:
        app_label = "store"
        constraints = (UniqueConstraint(fields=["edition", "position"], name="listrow_position"),)


class ReportDecision(models.Model):
    """One decision about a report; the last of its kind stands."""

    document = ForeignKey("store.Document", PROTECT, related_name="report_decisions")
    verdict = models.CharField(max_length=16)
    other = models.CharField(max_length=64, null=True)
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class Arrival(models.Model):
    """A document or an address that somebody gave, from when it was taken until it is read."""

    name = models.TextField()
    url = models.TextField(null=True)
    media_type = models.TextField(null=True)
    digest = models.CharField(max_length=64, null=True)
    by = models.TextField()
    at = models.DateTimeField()
    state = models.CharField(max_length=16, db_index=True)
    started = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    document = models.CharField(max_length=64, null=True)
    outcome = models.TextField(null=True)
    what = models.TextField(null=True)
    remedy = models.TextField(null=True)

    class Meta:
        app_label = "store"


class CopyMark(models.Model):
    """One of the smallest hashes of the text of a report that is no copy."""

    document = models.CharField(max_length=64)
    mark = models.BigIntegerField(db_index=True)

    class Meta:
        app_label = "store"


class CopyOf(models.Model):
    """Of which report a report is a copy or a revision; empty where of none."""

    document = models.CharField(max_length=64, primary_key=True)
    of = models.CharField(max_length=64, db_index=True)
    likeness = models.PositiveSmallIntegerField()

    class Meta:
        app_label = "store"


OUTSIDE = (Arrival, CopyMark, CopyOf)
"""Tables that are no part of the record: no audit record vouches for them."""
