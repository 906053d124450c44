"""How an address holds an id, and never a name; for the public pages and the desk."""

from __future__ import annotations

from django.urls import register_converter


class OpaqueId:
    """An id as the register makes them: letters, digits, `-` and `_`."""

    regex = "[0-9A-Za-z_-]{1,128}"

    def to_python(self, value: str) -> str:
        """The id itself."""
        return value

    def to_url(self, value: str) -> str:
        """The id itself."""
        return value


class Digest(OpaqueId):
    """The SHA-256 of an Edition."""

    regex = "[0-9a-f]{64}"


register_converter(Digest, "digest")
register_converter(OpaqueId, "opaque")
