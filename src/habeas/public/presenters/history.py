"""Over time and list against list: corrections, balances of a stock, two lists side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.model.accounts import Bounds
from habeas.model.claims import Act
from habeas.public.presenters import wording
from habeas.public.presenters.findings import finding_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from habeas.model.accounts import Balance, ListComparison
    from habeas.public.presenters.claims import ReportLine
    from habeas.public.presenters.findings import FindingLine
    from habeas.public.presenters.shelf import Shelf


_ADDING = frozenset({Act.ARREST, Act.REARREST})


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceLine:
    """A stock between two days; every number in words, empty where it is untold.

    Attributes:
        sentence: What the account says of it, and who says the figures.
        opening, closing: As said.
        added, left: As said, or summed up from what is said; empty where nobody tells.
        expected: Derived: opening + added - left.
        gap: Derived: closing - expected; empty where nobody need be unaccounted for.
        hrefs: The words of opening, added, left and closing, by these names.
    """

    sentence: FindingLine
    opening: str
    added: str
    left: str
    expected: str
    closing: str
    gap: str
    hrefs: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """Two lists side by side: how many persons stand on both and on either alone."""

    sentence: FindingLine
    left: ReportLine
    right: ReportLine
    both: str
    only_left: str
    only_right: str


def balance_lines(balances: Iterable[Balance], shelf: Shelf) -> tuple[BalanceLine, ...]:
    """Balances in the order given."""
    return tuple(_balance(balance, shelf) for balance in balances)


def comparison_lines(lists: Iterable[ListComparison], shelf: Shelf) -> tuple[ComparisonLine, ...]:
    """Comparisons in the order given, of lists that the Edition holds."""
    return tuple(
        ComparisonLine(
            sentence=finding_line(each.explanation, each.claims, shelf),
            left=shelf.sources[each.left],
            right=shelf.sources[each.right],
            both=wording.bounds(each.both),
            only_left=wording.bounds(each.only_left),
            only_right=wording.bounds(each.only_right),
        )
        for each in lists
        if each.left in shelf.sources and each.right in shelf.sources
    )


def _balance(balance: Balance, shelf: Shelf) -> BalanceLine:
    return BalanceLine(
        sentence=finding_line(balance.explanation, balance.claims, shelf),
        opening=wording.bounds(balance.opening),
        added=_moved(balance.added),
        left=_moved(balance.left),
        expected=wording.bounds(_expected(balance)),
        closing=wording.bounds(balance.closing),
        gap=_gap(balance.gap),
        hrefs=_hrefs(balance, shelf),
    )


def _hrefs(balance: Balance, shelf: Shelf) -> dict[str, str]:
    lines = shelf.lines(balance.claims)
    if not lines:
        return {}
    found = {"opening": lines[0].words_href, "closing": lines[-1].words_href}
    for line in lines[1:-1]:
        name = "added" if shelf.claims[line.id].act in _ADDING else "left"
        found.setdefault(name, line.words_href)
    return found


def _moved(number: Bounds) -> str:
    untold = number.high is None and not number.low
    return "" if untold else wording.bounds(number)


def _gap(gap: Bounds) -> str:
    low, high = gap.low, gap.high
    if low is not None and low > 0:
        return _("%(n)s more than told") % {"n": wording.bounds(gap)}
    if high is not None and high < 0:
        fewer = Bounds(low=-high, high=None if low is None else -low)
        return _("%(n)s fewer than told") % {"n": wording.bounds(fewer)}
    return ""  # none needed: the figures fit each other


def _expected(balance: Balance) -> Bounds:
    opening, added, left = balance.opening, balance.added, balance.left
    return Bounds(
        low=_sum(opening.low, added.low, left.high), high=_sum(opening.high, added.high, left.low)
    )


def _sum(opening: int | None, added: int | None, left: int | None) -> int | None:
    if opening is None or added is None or left is None:
        return None
    return opening + added - left
