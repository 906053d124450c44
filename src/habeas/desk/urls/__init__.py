"""Addresses of the desk: those of every module beside this one. None holds a name."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from django.urls import URLPattern, URLResolver

import habeas.public.opaque  # noqa: F401 - it tells Django how an address holds an id

urlpatterns: list[URLPattern | URLResolver] = [
    pattern
    for module in iter_modules(__path__)
    for pattern in import_module(f"{__name__}.{module.name}").urlpatterns
]

handler400 = "habeas.desk.views.errors.wrong"
handler403 = "habeas.desk.views.errors.refused"
handler404 = "habeas.desk.views.errors.not_found"
handler500 = "habeas.desk.views.errors.failed"
