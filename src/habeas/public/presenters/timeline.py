"""Days on one scale: a day as a mark, an imprecise one as the stretch it may lie in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

from habeas.public.presenters.charts import WIDTH, LegendEntry, Manner, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.utils.functional import Promise

    from habeas.model.dates import EdtfDate

MARK = 8
"""Least width of a mark, in thousandths, so that a single day can be seen."""

MOST_YEARS = 40
"""Years told apart by lines; more would be a grey field."""

MEANINGS: Mapping[Manner, Promise] = {
    Manner.SURE: pgettext_lazy("day", "on that day"),
    Manner.OPEN: pgettext_lazy("day", "some day within"),
    Manner.MISSING: pgettext_lazy("day", "day of the report; it gives no other"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Whole years from the first day of `first` to the last day of `last`."""

    first: int
    last: int

    @property
    def years(self) -> tuple[int, ...]:
        """Left edges of the years after the first, in thousandths; none of very many years."""
        if self.last - self.first > MOST_YEARS:
            return ()
        return tuple(self.begin(date(year, 1, 1)) for year in range(self.first + 1, self.last + 1))

    def begin(self, day: date) -> int:
        """Where a day begins, in thousandths."""
        return self._place(day.toordinal())

    def end(self, day: date) -> int:
        """Where a day ends, in thousandths."""
        return self._place(day.toordinal() + 1)

    def _place(self, ordinal: int) -> int:
        start = date(self.first, 1, 1).toordinal()
        end = date(self.last, 12, 31).toordinal() + 1
        return round((ordinal - start) / (end - start) * WIDTH)


def scale_of(days: Iterable[EdtfDate]) -> Scale | None:
    """The years that some days lie in; None where no day has an end to go by."""
    ends = [end for day in days for end in (day.earliest, day.latest) if end is not None]
    return Scale(first=min(ends).year, last=max(ends).year) if ends else None


def drawn_day(day: EdtfDate, scale: Scale, *, otherwise: Manner | None = None) -> Stretch | None:
    """Draw a day on the scale; None where it has neither beginning nor end.

    Args:
        day: On the scale.
        scale: The years shown.
        otherwise: How to draw it where it is not the day of the act itself.
    """
    if day.earliest is None and day.latest is None:
        return None
    left = scale.begin(day.earliest) if day.earliest else 0
    right = scale.end(day.latest) if day.latest else WIDTH
    width = max(MARK, right - left)
    exact = day.earliest == day.latest and day.text[-1] not in "?~%"
    manner = otherwise or (Manner.SURE if exact else Manner.OPEN)
    return Stretch(x=max(0, min(left, WIDTH - width)), width=width, manner=manner)


def meanings(bars: Iterable[Sequence[Stretch]]) -> tuple[LegendEntry, ...]:
    """What the manners in some bars mean."""
    used = {part.manner for bar in bars for part in bar}
    return tuple(
        LegendEntry(manner=manner, text=str(text))
        for manner, text in MEANINGS.items()
        if manner in used
    )
