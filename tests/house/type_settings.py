"""Settings that hold every Django app at once, for the type checker alone.

No process runs with these: the private store and the public pages never share one.
"""

from __future__ import annotations

from habeas.server.public_settings import *  # noqa: F403

INSTALLED_APPS = ["habeas.store", "habeas.public"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
