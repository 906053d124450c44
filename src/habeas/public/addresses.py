"""Addresses of the pages of records, which lists hold by the hundred."""

from __future__ import annotations

import re
from functools import lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language

from habeas.public.opaque import OpaqueId

_ID = re.compile(OpaqueId.regex)
_SOME_ID = "some-id-of-no-record"


def address_of(page: str, id_: str) -> str:
    """Address of the page of one record, e.g. of a `report`: that of `reverse`, found sooner.

    Args:
        page: Name of an address that holds just one id.
        id_: Of the record.

    Raises:
        NoReverseMatch: No address has that name, or it cannot hold that id.
    """
    if not _ID.fullmatch(id_):
        return reverse(page, args=[id_])
    before, after = _around(page, get_urlconf(), get_script_prefix(), get_language())
    return f"{before}{id_}{after}"


@lru_cache(maxsize=256)
def _around(page: str, urls: str | None, _prefix: str, _language: str | None) -> tuple[str, str]:
    """What stands before the id and after it; the prefix and the language are part of it."""
    before, _id, after = reverse(page, urls, args=[_SOME_ID]).rpartition(_SOME_ID)
    return before, after
