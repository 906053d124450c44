"""Accounts as they are drawn, kept while they are the same: it is most of what a page takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.translation import get_language

from habeas.public.presenters.account import AccountPage, present_account
from habeas.store.kept import Kept, Same

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from habeas.public.presenters.shelf import Shelf
    from habeas.public.presenters.what_if import WhatIf
    from habeas.store.index.answers import AccountFile

_MOST_CHARACTERS = 8_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A page of an account.

    Attributes:
        page: All that it shows.
        parts: Its parts as HTML; nothing in them hangs on who asks but by the account.
    """

    page: AccountPage
    parts: SafeString


_KEPT = Kept[tuple[str, str | None], Drawn](_MOST_CHARACTERS, lambda drawn: len(drawn.parts))
"""By event and language, as long as the very same file is asked for."""


def draw(page: AccountPage) -> Drawn:
    """A page with its parts."""
    return Drawn(page=page, parts=render_to_string("public/_account_parts.html", {"page": page}))


def drawn_account(file: AccountFile, shelf: Shelf, nothing: WhatIf) -> Drawn:
    """The page of an account of which nothing is set aside.

    Args:
        file: The account, as somebody may see it.
        shelf: What it refers to.
        nothing: That nothing is set aside.
    """
    key = file.account.event.id, get_language()
    found = _KEPT.get(key, Same(file))
    if found is None:
        found = draw(present_account(file.account, shelf, nothing))
        _KEPT.put(key, Same(file), found)
    return found
