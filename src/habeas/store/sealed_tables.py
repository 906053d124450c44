"""Tables of what is sealed; like all others, rows are added and never changed or removed."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, ForeignKey


class Sealed(models.Model):
    """A particular, or a whole report, that stands nowhere but here, encrypted.

    The words are encrypted with a key of their own, and that key with one from outside.
    """

    key = models.CharField(max_length=33, unique=True)
    kind = models.TextField()
    record = models.TextField(null=True)
    field = models.TextField()
    version = models.PositiveIntegerField()
    wrapped = models.BinaryField()
    content = models.BinaryField()
    mark = models.CharField(max_length=64, null=True)
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class Rewrapping(models.Model):
    """The key of something sealed, encrypted with a newer key from outside."""

    sealed = ForeignKey(Sealed, PROTECT, related_name="rewrappings")
    version = models.PositiveIntegerField()
    wrapped = models.BinaryField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"


class Opening(models.Model):
    """That somebody asked to be shown what is sealed."""

    sealed = ForeignKey(Sealed, PROTECT, related_name="openings")
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "store"
