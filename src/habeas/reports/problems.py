"""The one error of reading: these bytes give no report."""

from __future__ import annotations

from habeas.model.problems import HabeasError


class UnreadableReport(HabeasError):
    """The bytes cannot be read as a report of any kind habeas knows.

    `where` is a file name without its folder or the host of an address;
    never an inner path, a query or the name of a person.
    """
