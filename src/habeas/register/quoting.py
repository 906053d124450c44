"""Find the words of a report that somebody copied from it."""

from __future__ import annotations

import re

from habeas.model.problems import HabeasError
from habeas.model.reports import Passage, Report


class NotQuoted(HabeasError):
    """Words stand nowhere in the report, or in more places than one.

    Attributes:
        times: In how many places.
    """

    def __init__(self, times: int) -> None:
        super().__init__(
            what="the report does not have these words, or has them several times",
            remedy="copy them from the report, with a few words beside them",
        )
        self.times = times


def locate(report: Report, words: str, near: int | None = None) -> Passage:
    """The passage of a report that has some words; line breaks and spaces may differ.

    Args:
        report: Where to look.
        words: As somebody copied them.
        near: About where they begin, in characters; decides where they stand several times.

    Raises:
        NotQuoted: They stand nowhere; or several times, and `near` is None.
    """
    parts = words.split()
    if not parts:
        raise NotQuoted(0)
    found = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, parts)), report.text)]
    if not found or (near is None and len(found) > 1):
        raise NotQuoted(len(found))
    start, end = found[0] if near is None else min(found, key=lambda span: abs(span[0] - near))
    return report.passage(start, end)
