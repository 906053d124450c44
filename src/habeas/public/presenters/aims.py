"""Promises as the site shows them: with what lists say, and with all else about the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from habeas.public.addresses import address_of
from habeas.public.presenters import wording
from habeas.public.presenters.listed import ListedEntry, ListRow, Lists, in_time
from habeas.public.presenters.pledges import (
    STEPS,
    Card,
    DealLink,
    DealPage,
    PledgePage,
    Reading,
    TimeLine,
    present_deal,
    present_pledge,
)

if TYPE_CHECKING:
    from habeas.model.pledges import Deal
    from habeas.pledges.aims import Aim

type Line = TimeLine | ListRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """Cards of one state, or those that are overdue, as they follow each other on the board."""

    id: str
    words: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AimPage:
    """Everything that is promised, and that lists say, about one thing.

    Attributes:
        kinds: What lists say that it is; empty where it is on none.
    """

    name: str
    language: str
    kinds: tuple[str, ...]
    cards: tuple[Card, ...]
    entries: tuple[ListedEntry, ...]
    lines: tuple[Line, ...]
    deals: tuple[DealLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """Deals and promises that somebody ties with a release, or that its account tells of."""

    deals: tuple[DealLink, ...]
    cards: tuple[Card, ...]


def grouped(cards: Iterable[Card]) -> tuple[CardGroup, ...]:
    """Cards that follow each other, by what stands above them."""
    overdue = str(STEPS["overdue"])
    found = groupby(cards, key=lambda card: overdue if card.is_overdue else card.state)
    return tuple(
        CardGroup(id=f"s{at}", words=words, cards=tuple(some))
        for at, (words, some) in enumerate(found, start=1)
    )


def with_lists(cards: Iterable[Card], lists: Lists) -> tuple[Card, ...]:
    """The same cards, each with what lists say and where all about the same stands."""
    return tuple(
        replace(
            card,
            aim=address_of("aim", lists.aim_of[card.id].id) if card.id in lists.aim_of else "",
            listed=lists.lines(card.id),
        )
        for card in cards
    )


def pledge_page(pledge: str, reading: Reading, lists: Lists) -> PledgePage:
    """One promise, its card as the board shows it."""
    page = present_pledge(reading.arranged.told.chains[pledge], reading)
    (card,) = with_lists([page.card], lists)
    return replace(page, card=card)


def deal_page(deal: Deal, reading: Reading, lists: Lists) -> tuple[DealPage, tuple[Line, ...]]:
    """One deal, and both sides of it in time with what lists say."""
    page = present_deal(deal, reading)
    lines = in_time(page.lines, lists.rows(deal.pledges))
    return replace(page, cards=with_lists(page.cards, lists)), lines


def present_aim(aim: Aim, reading: Reading, lists: Lists) -> AimPage:
    """Arrange all that is about one thing."""
    chains = reading.arranged.told.chains
    pages = [present_pledge(chains[key], reading) for key in aim.pledges]
    entries = {each.id: each for key in aim.pledges for each in lists.entries(key)}
    deals = {deal.href: deal for page in pages for deal in page.deals}
    steps = (line for page in pages for line in page.lines)
    return AimPage(
        name=wording.short(aim.name),
        language=pages[0].card.language,
        kinds=tuple(dict.fromkeys(each.kind for each in entries.values())),
        cards=with_lists((page.card for page in pages), lists),
        entries=_each_once(entries.values()),
        lines=in_time(steps, lists.rows(aim.pledges)),
        deals=tuple(deals.values()),
    )


def tied_with(event: str, claims: Iterable[str], reading: Reading, lists: Lists) -> Tied | None:
    """What is tied with a release; None where nothing is.

    Args:
        event: Id of the release.
        claims: Ids of the claims of promises that its account tells.
        reading: What the Edition says of promises.
        lists: What it says of lists.
    """
    told, own = reading.arranged.told, set(claims)
    deals = [deal for deal in reading.arranged.deals if event in deal.events]
    traded = {key for deal in deals for key in deal.pledges}
    shown = [
        key for key, chain in told.chains.items() if key in traded or own & set(chain.pledge.claims)
    ]
    if not deals and not shown:
        return None
    pages = [present_pledge(told.chains[key], reading) for key in shown]
    return Tied(
        deals=tuple(present_deal(deal, reading).link for deal in deals),
        cards=with_lists((page.card for page in pages), lists),
    )


def _each_once(entries: Iterable[ListedEntry]) -> tuple[ListedEntry, ...]:
    """Entries of lists, those of several promises once, decided ones before proposed ones."""
    found: dict[tuple[str, str], ListedEntry] = {}
    for each in sorted(entries, key=lambda one: not one.is_decided):
        found.setdefault((each.title, each.entry), each)
    return tuple(found.values())
