"""What ends the reading of a list."""

from __future__ import annotations

from habeas.model.problems import HabeasError


class UnreadableList(HabeasError):
    """The file is no list of people, or beyond a limit."""
