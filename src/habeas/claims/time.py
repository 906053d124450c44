"""Times in a parsed text, read against the day it was published.

What counts as a time, and what does not:

- *When* something happened ("on Saturday", "since July 2024") has the role
  `when`; a date that only says which thing is meant ("the 2020 election",
  "Saturday's release", "the deal of 11 September") has the role `attribute`.
- Durations ("a 10-year sentence", "24 hours"), ages and numbers that look
  like years ("Article 1900", "2020 prisoners") are no times and are left out.
- A preposition that changes the reading belongs to the words ("since",
  "until", "before", "after", "by", "between", "from", "around"); "on", "in"
  and "at" do not.

What is left open in the words stays open. A weekday, day, month or season
without a year is the nearest one that is not after the day of publication;
where its clause speaks of the future ("will be freed on Monday", "is expected
in March") it is the nearest one not before it. "Last" and "next" never mean
the day, week, month or year of publication itself. Without a publication day,
or where a vague one would allow two answers, the year is `XXXX`. "The same
day" and "three days earlier" count from the exact day that this sentence or
the one before it named last, and mean `XXXX` where neither named any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from habeas.claims import moments
from habeas.claims.moments import UNKNOWN, Anchor, CalendarPoint, Reading
from habeas.claims.time_patterns import Form, forms
from habeas.model.claims import TimeMention
from habeas.model.dates import EdtfDate, InvalidDate

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

type Role = Literal["when", "attribute"]

_REACH = 40
"""Characters looked at on each side of an expression."""

_GAP = r"[ \t\xa0\u202f]{1,3}"


def _ending(template: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{template})$".replace(" ", _GAP), re.IGNORECASE)


_PART = _ending(
    r"(?:the )?(?:(?P<part>early|mid|late)(?: in)?(?: |-)(?:the )?"
    r"|(?P<long>beginning|start|middle|end|first half|second half"
    r"|(?:first|second|third|fourth|last) quarter) of (?:the )?)"
)
_LONG_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}
_YEAR_OR_MONTH = re.compile(
    rf"(?<![\w-])(?:the{_GAP})?(?P<part>beginning|start|middle|end){_GAP}of{_GAP}(?:the|this|last|next)"
    rf"{_GAP}(?P<unit>month|year)(?!\w)",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = _ending(
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? (?:the )?"
)
_CONNECTIVES = {
    "since": moments.since,
    "until": moments.until,
    "till": moments.until,
    "by": moments.until,
    "before": moments.before,
    "after": moments.after,
    "around": moments.near,
    "about": moments.near,
    "circa": moments.near,
}
_CONNECTIVE = _ending(rf"(?P<word>{'|'.join(_CONNECTIVES)}) (?:the )?")
_SPAN_BEGINS = _ending(r"(?P<word>between|from) (?:the )?")
_JOIN = re.compile(
    rf"(?:{_GAP})?(?P<word>and|to|until|till|through|[-–—])(?:{_GAP})?(?:the{_GAP})?", re.IGNORECASE
)
_LISTED = re.compile(rf"(?:,|,?{_GAP}(?:and|or|to)){_GAP}|, ", re.IGNORECASE)
