"""The Django application of the private database."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Tables of what was read and decided; nothing in them is ever changed or removed."""

    name = "habeas.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
