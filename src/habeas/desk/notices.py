"""What the desk says once after something was done, with the way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages

if TYPE_CHECKING:
    from django.http import HttpRequest


def say(request: HttpRequest, text: str, *, undo: str = "") -> None:
    """Say what was done on the next page that is shown.

    Args:
        request: Of whoever did it.
        text: A short sentence.
        undo: Address that takes it back when something is posted to it; empty where
            nothing can. The page posts `next`, the address to go on at, along.
    """
    messages.success(request, text, extra_tags=undo)


def say_not(request: HttpRequest, text: str) -> None:
    """Say why something was not done on the next page that is shown."""
    messages.error(request, text)
