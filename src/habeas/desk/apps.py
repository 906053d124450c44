"""The Django application of the desk."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Pages of the desk, and one table: of invitations."""

    name = "habeas.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
