"""Whether the words about a figure say that it replaces another, or is the one replaced."""

from __future__ import annotations

import re
import tomllib
from enum import IntEnum
from functools import cache
from importlib.resources import files

from habeas.model.claims import Claim
from habeas.model.reports import Report

_ENDS = re.compile(r"[.!?…](?=\s|$)|\n")
_REACH = 400
"""Characters on each side of a passage in which its sentence is sought."""


class Mark(IntEnum):
    """Where a figure stands among those that its speaker gives on one day."""

    OLDER = -1
    PLAIN = 0
    NEWER = 1


def mark_of(claim: Claim, report: Report | None) -> Mark:
    """Say what the sentence of a figure makes of it.

    "123, up from 120": 123 is NEWER and 120 OLDER. PLAIN where no such words stand there.
    """
    before, sentence = _sentence(claim, report)
    newer, older = _patterns()
    if not newer.search(sentence):
        return Mark.PLAIN
    return Mark.OLDER if older.search(before) else Mark.NEWER


def adds(claim: Claim) -> bool:
    """True for a figure that its words add to one given before: "a further 25"."""
    words = claim.count.words if claim.count is not None else ""
    return _adding().search(_plain(f"{words} {claim.group or ''}")) is not None


def _sentence(claim: Claim, report: Report | None) -> tuple[str, str]:
    """The sentence up to the number, and all of it; in small letters."""
    passage = claim.passage
    if report is not None:
        lead = report.text[max(0, passage.start - _REACH) : passage.start]
        trail = report.text[passage.end : passage.end + _REACH]
    else:
        lead, trail = passage.prefix, passage.suffix
    lead = lead[max((end.end() for end in _ENDS.finditer(lead)), default=0) :].lstrip()
    stop = _ENDS.search(trail)
    trail = trail[: stop.start()] if stop else trail
    words = claim.count.words if claim.count is not None else ""
    at = max(passage.exact.find(words), 0)
    before = f"{lead}{passage.exact[:at]}"
    return _plain(before), _plain(f"{lead}{passage.exact}{trail}")


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    newer, older, directly = _cues("newer"), _cues("older"), _cues("directly")
    near = rf"(?:{older})(?!\w)\W*(?:[^\W\d_]+\W+){{0,3}}|(?:{directly})(?!\w)\W*"
    return re.compile(rf"(?<!\w)(?:{newer})(?!\w)"), re.compile(rf"(?<!\w)(?:{near})$")


@cache
def _adding() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_cues('adding')})(?!\w)(?! than)")


def _cues(name: str) -> str:
    data = files("habeas.accounts.over_time") / "data" / "cues.toml"
    table = tomllib.loads(data.read_text("utf-8"))[name]
    return "|".join(re.escape(cue) for listed in table.values() for cue in listed)
