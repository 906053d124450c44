"""Figures that say the same, together: one number, all the voices that say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from habeas.public.presenters import wording
from habeas.public.presenters.charts import Stretch, greatest, scale_top, stretches
from habeas.public.presenters.claims import claim_line
from habeas.public.presenters.voices import voices_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.utils.functional import Promise

    from habeas.model.accounts import Bounds, Figure
    from habeas.model.claims import Claim, Quantity
    from habeas.public.presenters.claims import ClaimLine, ReportLine
    from habeas.public.presenters.shelf import Population
    from habeas.public.presenters.voices import Voice

KINDS: Mapping[tuple[str, str], Promise] = {
    ("citizenship", "foreign"): pgettext_lazy("people", "foreigners"),
    ("sex", "women"): pgettext_lazy("people", "women"),
    ("sex", "men"): pgettext_lazy("people", "men"),
    ("age", "minors"): pgettext_lazy("people", "minors"),
    ("age", "adults"): pgettext_lazy("people", "adults"),
    ("designation", "common"): pgettext_lazy("people", "not called political"),
    ("manner", "deported"): pgettext_lazy("people", "deported"),
    ("manner", "exchanged"): pgettext_lazy("people", "exchanged"),
    ("manner", "on conditions"): pgettext_lazy("people", "on conditions"),
    ("manner", "again"): pgettext_lazy("people", "arrested again"),
    ("batch", "further"): pgettext_lazy("people", "further ones"),
}
"""Kinds of people whose value is a word of ours, not of a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """One number and the claims that say it.

    Attributes:
        text: The number as bounds.
        people: Who is counted; empty where it is everyone.
        population: The same in words.
        is_whole: True where the figure counts everyone, not an attribute of some.
        quantity: The count, for charts.
        lines: The claims, in the order of the account.
        voices: Who says it, each once, never empty.
        bar: The number on the common scale of all groups of the list.
        without: Address of the page without this figure; empty where there is none.
    """

    text: str
    people: Population
    population: str
    is_whole: bool
    quantity: Quantity
    lines: tuple[ClaimLine, ...]
    voices: tuple[Voice, ...]
    bar: tuple[Stretch, ...]
    without: str = ""

    @property
    def is_about(self) -> bool:
        """True for an approximation."""
        return self.quantity.about is not None

    def says(self, of: Bounds) -> bool:
        """True where the words bound the count by just these, and by one at least."""
        return (self.quantity.low, self.quantity.high) == (of.low, of.high) != (None, None)

    @property
    def is_open(self) -> bool:
        """True where the words leave one end of the count open."""
        return not self.is_about and None in (self.quantity.low, self.quantity.high)


def figure_groups(
    figures: Sequence[Figure], claims: Mapping[str, Claim], sources: Mapping[str, ReportLine]
) -> tuple[FigureGroup, ...]:
    """Group figures by number and people counted: everyone first, then the greatest first."""
    together: dict[tuple[str, Population], list[Claim]] = {}
    for figure in figures:
        claim = claims.get(figure.claim)
        if claim is not None and claim.count is not None:
            together.setdefault((wording.count(claim.count), figure.population), []).append(claim)
    top = scale_top(claim.count for same in together.values() for claim in same)
    groups = [
        _group(text, population, same, sources=sources, top=top)
        for (text, population), same in together.items()
    ]
    return tuple(sorted(groups, key=lambda g: (not g.is_whole, -greatest(g.quantity))))


def _group(
    text: str,
    population: Population,
    same: Sequence[Claim],
    *,
    sources: Mapping[str, ReportLine],
    top: float,
) -> FigureGroup:
    quantity = same[0].count
    assert quantity is not None
    lines = tuple(claim_line(claim, sources[claim.report]) for claim in same)
    return FigureGroup(
        text=text,
        people=population,
        population=", ".join(population_words(population)),
        is_whole=not population,
        quantity=quantity,
        lines=lines,
        voices=voices_of(lines),
        bar=stretches(quantity, top=top),
    )


def population_words(population: Iterable[tuple[str, str]]) -> list[str]:
    """Attributes of the people counted, in words a reader knows."""
    return [_pair(attribute, value) for attribute, value in population]


def _pair(attribute: str, value: str) -> str:
    if (attribute, value) in KINDS:
        return str(KINDS[attribute, value])
    shown = wording.state(value) if len(value) == 2 and value.isupper() else value
    match attribute:
        case "citizenship" | "nationality":
            return _("citizens of %(state)s") % {"state": shown}
        case "destination":
            return _("taken to %(place)s") % {"place": shown}
        case "place":
            return _("in %(place)s") % {"place": shown}
        case "group":
            return shown
        case "designation":
            return _("called %(word)s") % {"word": shown}
        case _other:
            return f"{attribute}: {shown}"
