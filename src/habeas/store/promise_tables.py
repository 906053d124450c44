"""Tables of what was decided about links and proposed entries of promises."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, ForeignKey, UniqueConstraint


class LinkDecision(models.Model):
    """One decision about a link of a promise; the last one that was not undone stands."""

    document = ForeignKey("store.Document", PROTECT, related_name="link_decisions")
    link = models.CharField(max_length=64)
    kind = models.CharField(max_length=32)
    anchor = models.CharField(max_length=64)
    ruling = models.CharField(max_length=16)
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class LinkClaim(models.Model):
    """A claim of what the words of a link are taken to mean, in order."""

    decision = ForeignKey(LinkDecision, PROTECT, db_index=False)
    position = models.PositiveIntegerField()
    claim = models.CharField(max_length=64)

    class Meta:
        app_label = "store"
        constraints = (
            UniqueConstraint(fields=["decision", "position"], name="linkclaim_position"),
        )


class EntryDecision(models.Model):
    """One decision about an entry of a list that a promise may mean; the last one stands."""

    target = models.CharField(max_length=64)
    title = models.TextField()
    entry = models.TextField()
    words = models.TextField()
    pledge = models.CharField(max_length=64)
    ruling = models.CharField(max_length=16)
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class EntryClaim(models.Model):
    """A claim of the promise, in order."""

    decision = ForeignKey(EntryDecision, PROTECT, db_index=False)
    position = models.PositiveIntegerField()
    claim = models.CharField(max_length=64)

    class Meta:
        app_label = "store"
        constraints = (
            UniqueConstraint(fields=["decision", "position"], name="entryclaim_position"),
        )
