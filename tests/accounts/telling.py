"""A story told in lines, as the account of it."""

from __future__ import annotations

from habeas.accounts import accounts_of
from habeas.model.accounts import Account
from stories import tell


def account_told(text: str, title: str = "") -> Account:
    """Return the first account of a story whose event's title has `title` in it."""
    story = tell(text)
    accounts = accounts_of(story.reports, story.claims)
    return next(a for a in accounts if title in a.event.title)
