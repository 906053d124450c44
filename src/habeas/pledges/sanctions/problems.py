"""The one error of reading a list of sanctions."""

from __future__ import annotations

from habeas.model.problems import HabeasError


class UnreadableSanctions(HabeasError):
    """The bytes are no list of sanctions that is read, or not the whole of one.

    A list is read whole or not at all: half of one would make the other half look delisted.
    """
