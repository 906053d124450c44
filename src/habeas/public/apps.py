"""The Django application of the public site."""

from __future__ import annotations

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """Pages over one Edition; it has no models."""

    name = "habeas.public"
    label = "public"
