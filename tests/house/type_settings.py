"""Settings that hold every Django app at once, for the type checker alone.

No process runs with these: the private store and the public pages never share one.
"""

from __future__ import annotations

from habeas.server import desk_settings
from habeas.server.public_settings import *  # noqa: F403

INSTALLED_APPS = desk_settings.INSTALLED_APPS
MIDDLEWARE = desk_settings.MIDDLEWARE
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
