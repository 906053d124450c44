"""The sentences of figures over time, in one place, so that they can be translated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from habeas.accounts.over_time.flows import Way
from habeas.accounts.wording import join_words, range_words
from habeas.model.accounts import Bounds

REVISED = "{speaker} {figures}; only the last is counted."
GIVEN_ON = "{figure} on {day}"
THEN = "first gave {first}, then {others}"
DAY = "{day} {month} {year}"
MONTHS = (
    "January February March April May June July August September October November December".split()
)

BALANCE = (
    "{figure} held on {day} ({speaker}), {flows}: {sum}, {verdict} {closing} are held on {last} "
    "({other}){gap}{notes}."
)
STILL = (
    "{figure} held on {day} ({speaker}), {verdict} {closing} on {last} ({other}){gap}, and no "
    "arrest, release or death in between is told of{notes}."
)
FLOWS = {
    Way.ARRESTED: "{number} arrested ({speakers})",
    Way.FREED: "{number} freed ({speakers})",
    Way.DIED: "{number} died ({speakers})",
}
AND = "and"
BUT = "but"
FITS = ", which fits"
MORE = ", {number} more than that"
FEWER = ", {number} fewer than that"
TWO_VOICES = "; the two figures are of different speakers"
USUAL = "; with “about” and the like read as usual"
NOT_DONE = "; what is only announced is not counted ({figures})"

TOTAL_FITS = (
    "{total} freed {span} ({speakers}) can hold the {terms} that are told of one by one{others}."
)
TOTAL_FITS_NOT = (
    "{total} freed {span} ({speakers}) cannot hold the {terms} that are told of one by one."
)
OTHERS = ": {number} more were freed in releases that no report here counts"
FROM_TO = "from {first} to {last}"
UNDATED = "{number} reports without a day are kept: whether they were known by then is not told."
UNDATED_ONE = "A report without a day is kept: whether it was known by then is not told."


def day_words(day: date) -> str:
    """ "13 December 2025"."""
    return DAY.format(day=day.day, month=MONTHS[day.month - 1], year=day.year)


def history_words(figures: Sequence[tuple[str, date | None]]) -> str:
    """ "first gave 120 people on 13 December 2025, then 123 people on 15 December 2025"."""
    told = [
        GIVEN_ON.format(figure=figure, day=day_words(day)) if day is not None else figure
        for figure, day in figures
    ]
    return THEN.format(first=told[0], others=join_words(told[1:]))


def sum_words(first: Bounds, terms: Sequence[tuple[str, Bounds]], result: Bounds) -> str:
    """ "1,200 + 80 - 123 = 1,157": a number, signed numbers, and what they come to."""
    told = "".join(f" {sign} {_term(bounds)}" for sign, bounds in terms)
    return f"{_term(first)}{told} = {range_words(result)}" if terms else range_words(first)


def _term(bounds: Bounds) -> str:
    """A number in a sum; what is not one number stands in brackets."""
    words = range_words(bounds)
    return words if " " not in words else f"({words})"


def gap_words(gap: Bounds) -> str:
    """How far a stock is from what is told; that it fits, where it can be none."""
    if gap.low is not None and gap.low > 0:
        return MORE.format(number=range_words(gap))
    if gap.high is not None and gap.high < 0:
        fewest = -gap.low if gap.low is not None else None
        return FEWER.format(number=range_words(Bounds(low=-gap.high, high=fewest)))
    return FITS
