"""Who gives a command, for the records of who added or decided what."""

from __future__ import annotations

import getpass


def user_name() -> str:
    """The name this system knows the user by; empty where it knows none."""
    try:
        return getpass.getuser()
    except OSError:
        # A container may run under a number that has no name.
        return ""
