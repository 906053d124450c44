"""Tables of Editions before they go out; like all others, rows are added and never changed."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, ForeignKey


class Proposal(models.Model):
    """An Edition as it would go out, as a file of this digest, made of the register as it was
    when the chain of audit records had a length."""

    digest = models.CharField(max_length=64)
    title = models.TextField()
    as_of = models.DateField()
    known_at = models.DateTimeField()
    known_number = models.PositiveBigIntegerField()
    withheld = models.PositiveIntegerField()
    rejected = models.PositiveIntegerField()
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class Approval(models.Model):
    """One word on a proposal: approved, or that taken back; the last of each person counts."""

    proposal = ForeignKey(Proposal, PROTECT, related_name="approvals")
    digest = models.CharField(max_length=64)
    approved = models.BooleanField()
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class PublishingRule(models.Model):
    """How many others must approve an Edition; the last rule stands."""

    approvals = models.PositiveIntegerField()
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"
