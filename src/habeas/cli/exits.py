"""How a command ends: one table of exit codes for every verb.

The table is documented in docs/reference/exit-codes.md, and a test compares the two.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Self

from habeas.model.problems import HabeasError


class Exit(IntEnum):
    """Exit codes; each carries the sentence that documents it."""

    meaning: str

    def __new__(cls, code: int, meaning: str) -> Self:
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    OK = 0, "Everything that was asked for was done."
    FAULT = 1, "habeas itself failed. It is a fault of the program; a fault number is shown."
    USAGE = 2, "The command was written wrong. Nothing was read or written."
    UNREADABLE = 3, "No input could be read. Nothing was written."
    PARTIAL = 4, "Some inputs could not be read; everything else was done."
    NOTHING = 5, "The inputs were read, and nothing that was asked for is in them."
    REFUSED = 6, "habeas refused to write, or could not. What was there before is unchanged."
    BROKEN = 7, "What was checked is not what was recorded. The message names the first place."
    INTERRUPTED = 130, "Stopped by Ctrl-C."
    PIPE = 141, "Whatever read the output stopped reading it, as `head` does."


class Stop(HabeasError):
    """Ends a command with a chosen exit code and a message.

    Verbs raise it where the kind of error does not already say how to end.
    """

    def __init__(self, exit_code: Exit, *, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what=what, where=where, remedy=remedy)
        self.exit_code = exit_code


_BY_PACKAGE = {
    "habeas.reports": Exit.UNREADABLE,
    "habeas.claims": Exit.UNREADABLE,
    "habeas.fetch": Exit.UNREADABLE,
    "habeas.people": Exit.UNREADABLE,
    "habeas.pledges": Exit.UNREADABLE,
    "habeas.register": Exit.REFUSED,
    "habeas.store": Exit.REFUSED,
}


def exit_of(error: HabeasError) -> Exit:
    """The exit code an error ends a command with.

    An error says by the package that defines it what could not be done: reading
    (`reports`, `claims`, `people`, `pledges`, `fetch`), or writing (`register`,
    `store`). Any other is taken as wrong use of the command.
    """
    if isinstance(error, Stop):
        return error.exit_code
    package = ".".join(type(error).__module__.split(".")[:2])
    return _BY_PACKAGE.get(package, Exit.USAGE)
