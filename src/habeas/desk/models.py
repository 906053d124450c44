"""The desk's own table. What people decide at the desk stands in `habeas.store`."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import PROTECT, ForeignKey


class Invitation(models.Model):
    """A one-time link: who has it chooses a name and a password, once, until it expires.

    Attributes:
        digest: SHA-256 of the secret part of the link, which is kept nowhere.
        role: What whoever uses it may do from then on; not of a renewal.
        renews: Whose password and passkeys are set anew; None where somebody new is invited.
        first: True of a link that makes the first administrator; it holds only while there
            is none.
        note: Whom it is meant for, or why, in the words of whoever made it.
    """

    digest = models.CharField(max_length=64, unique=True)
    role = models.TextField()
    renews = ForeignKey(settings.AUTH_USER_MODEL, PROTECT, null=True, related_name="renewals")
    first = models.BooleanField(default=False)
    note = models.TextField()
    made_by = models.TextField()
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.TextField(default="")
    withdrawn_at = models.DateTimeField(null=True)
