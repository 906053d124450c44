"""Where the next page of a list begins, in a word that holds for one Edition alone."""

from __future__ import annotations

from ninja.errors import HttpError

from habeas.public.edition import current_edition

MOST = 200
"""Entries on a page at most."""

_DIGITS = 12


def start_of(cursor: str | None) -> int:
    """The place that a cursor tells; 0 for none.

    Raises:
        HttpError: 409 where it was given by another Edition, or is no cursor.
    """
    if not cursor:
        return 0
    digest, _, place = cursor.partition(".")
    known = current_edition().file.summary.digest[:_DIGITS]
    if digest != known or not (place.isascii() and place.isdigit() and len(place) < 10):
        raise HttpError(409, "The cursor is not of this edition: begin anew without one.")
    return int(place)


def cursor_after(start: int, shown: int, total: int) -> str | None:
    """The cursor of the page after; None where there is none."""
    after = start + shown
    if not shown or after >= total:
        return None
    return f"{current_edition().file.summary.digest[:_DIGITS]}.{after}"
