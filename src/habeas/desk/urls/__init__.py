"""Addresses of the desk: those of every module beside this one. None holds a name."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from django.urls import URLPattern, URLResolver, register_converter


class OpaqueId:
    """An id as the register makes them: letters, digits, `-` and `_`."""

    regex = "[0-9A-Za-z_-]{1,128}"

    def to_python(self, value: str) -> str:
        """The id itself."""
        return value

    def to_url(self, value: str) -> str:
        """The id itself."""
        return value


register_converter(OpaqueId, "opaque")

urlpatterns: list[URLPattern | URLResolver] = [
    pattern
    for module in iter_modules(__path__)
    for pattern in import_module(f"{__name__}.{module.name}").urlpatterns
]

handler400 = "habeas.desk.views.errors.wrong"
handler403 = "habeas.desk.views.errors.refused"
handler404 = "habeas.desk.views.errors.not_found"
handler500 = "habeas.desk.views.errors.failed"
