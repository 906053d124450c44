"""Whom a derived number counts, and what became of somebody, in the page's language.

An account says both in English, by words of its own; these are the same words, translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from habeas.accounts.wording import FREED, bound_words
from habeas.public.presenters import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.utils.functional import Promise

    from habeas.model.accounts import Bound

PEOPLE: Mapping[str, Promise] = {
    "those freed": pgettext_lazy("whom", "those freed"),
    "those still held": pgettext_lazy("whom", "those still held"),
    "those arrested": pgettext_lazy("whom", "those arrested"),
    "those arrested again": pgettext_lazy("whom", "those arrested again"),
    "those charged": pgettext_lazy("whom", "those charged"),
    "those sentenced": pgettext_lazy("whom", "those sentenced"),
    "those transferred": pgettext_lazy("whom", "those transferred"),
    "those who died": pgettext_lazy("whom", "those who died"),
    "those who disappeared": pgettext_lazy("whom", "those who disappeared"),
}
"""What an account calls everybody whom its figures count."""

KINDS: Mapping[tuple[str, str], Promise] = {
    ("citizenship", "foreign"): pgettext_lazy("whom", "foreigners"),
    ("citizenship", "*"): pgettext_lazy("whom", "those whose citizenship is not told"),
    ("citizenship", "own"): pgettext_lazy("whom", "citizens of the state itself"),
    ("destination", "*"): pgettext_lazy("whom", "those taken elsewhere, or not told where"),
    ("place", "*"): pgettext_lazy("whom", "those taken elsewhere, or not told where"),
    ("destination", "own"): pgettext_lazy("whom", "those who stayed"),
    ("designation", "political"): pgettext_lazy("whom", "political prisoners"),
    ("designation", "common"): pgettext_lazy("whom", "those not called political"),
    ("manner", "deported"): pgettext_lazy("whom", "those deported"),
    ("manner", "exchanged"): pgettext_lazy("whom", "those exchanged"),
    ("manner", "on conditions"): pgettext_lazy("whom", "those released on conditions"),
    ("batch", "first"): pgettext_lazy("whom", "those told first"),
    ("fate", "freed"): pgettext_lazy("whom", "those freed"),
    ("fate", "held"): pgettext_lazy("whom", "those still held"),
    ("sex", "women"): pgettext_lazy("whom", "women"),
    ("sex", "men"): pgettext_lazy("whom", "men"),
    ("age", "minors"): pgettext_lazy("whom", "minors"),
    ("age", "adults"): pgettext_lazy("whom", "adults"),
}
"""Kinds of people whose value is a word of an account, not of a report."""

FATES: Mapping[str, Promise] = {
    "deported": pgettext_lazy("fate", "deported"),
    "exchanged": pgettext_lazy("fate", "exchanged"),
    "released on conditions": pgettext_lazy("fate", "released on conditions"),
}


def whom(bound: Bound) -> str:
    """Whom a bound counts: `those freed`, `women`, `women, of those arrested`.

    Words that an account does not make of these stay as they are.
    """
    for english, people in PEOPLE.items():
        if bound.of == bound_words(bound.population, english):
            return wording.short(_whom(bound.population, str(people), english))
    return wording.short(bound.of)


def _whom(population: Iterable[tuple[str, str]], people: str, english: str) -> str:
    words = ", ".join(_singled(attribute, value) for attribute, value in population)
    if not words or english == FREED:
        return words or people
    return _("%(whom)s, of %(people)s") % {"whom": words, "people": people}


def _singled(attribute: str, value: str) -> str:
    if (attribute, value) in KINDS:
        return str(KINDS[attribute, value])
    match attribute:
        case "citizenship":
            return _("citizens (%(state)s)") % {"state": wording.state(value)}
        case "destination":
            return _("those taken to %(place)s") % {"place": wording.state(value)}
        case "place":
            return _("those in %(place)s") % {"place": value}
        case "part":
            return _("those of a part")
        case "batch":
            return _("those added later")
        case _other:
            return _("“%(words)s”") % {"words": value}


def fate(told: str) -> str:
    """What became of somebody, from the words of an account: `deported to Lithuania`."""
    if told in FATES:
        return str(FATES[told])
    way, between, place = told.partition(" to ")
    if between and way == "deported":
        return pgettext("fate", "deported to %(place)s") % {"place": wording.short(place)}
    if between and way == "taken":
        return pgettext("fate", "taken to %(place)s") % {"place": wording.short(place)}
    return wording.short(told)
