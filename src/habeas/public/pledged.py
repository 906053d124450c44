"""Pages of what is promised: the board, one promise, one deal, all about one thing, what is due."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse

from habeas.model.claims import Act
from habeas.pledges.exports import as_calendar
from habeas.public.edition import current_edition
from habeas.public.freshness import edition_page
from habeas.public.pages import page_of
from habeas.public.presenters.aims import (
    deal_page,
    grouped,
    pledge_page,
    present_aim,
    tied_with,
    with_lists,
)
from habeas.public.presenters.claims import report_line
from habeas.public.presenters.listed import Lists
from habeas.public.presenters.pledges import Reading, board_of
from habeas.public.showing import shown
from habeas.register.promised import arranged_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from habeas.model.accounts import Account
    from habeas.model.listings import Listing
    from habeas.pledges.arrange import Arranged
    from habeas.public.presenters.aims import Tied
    from habeas.register.edition_file import EditionFile

PER_PAGE = 50
_OF_SANCTIONS = frozenset({Act.EASE_SANCTIONS, Act.IMPOSE_SANCTIONS})


@edition_page
def pledges(request: HttpRequest) -> HttpResponse:
    """All promises: what is open first, each with its condition and how it stands."""
    reading = _reading()
    board = board_of(reading)
    page = page_of(len(board.cards), PER_PAGE, request.GET.get("page"))
    cards = with_lists(board.cards[page.start : page.start + page.size], _lists())
    return shown(request, "pledges", {"page": page, "board": board, "groups": grouped(cards)})


@edition_page
def pledge(request: HttpRequest, pledge_id: str) -> HttpResponse:
    """One promise: how it stands by each account, every step, and what lists say."""
    reading, lists = _reading(), _lists()
    if pledge_id not in reading.arranged.told.chains:
        raise Http404
    context = {
        "page": pledge_page(pledge_id, reading, lists),
        "entries": lists.entries(pledge_id),
        "is_of_sanctions": reading.arranged.told.chains[pledge_id].pledge.act in _OF_SANCTIONS,
        "holds_lists": lists.kept,
    }
    return shown(request, "pledge", context)


@edition_page
def deal(request: HttpRequest, deal_id: str) -> HttpResponse:
    """One deal: who says that it is one, and both sides on one time line."""
    reading = _reading()
    found = next((one for one in reading.arranged.deals if one.id == deal_id), None)
    if found is None:
        raise Http404
    page, lines = deal_page(found, reading, _lists())
    return shown(request, "deal", {"page": page, "lines": lines})


@edition_page
def aim(request: HttpRequest, aim_id: str) -> HttpResponse:
    """All that is promised about one person, company or trade, and what lists say of it."""
    lists = _lists()
    if aim_id not in lists.aims:
        raise Http404
    page = present_aim(lists.aims[aim_id], _reading(), lists)
    return shown(request, "aim", {"page": page, "holds_lists": lists.kept})


def tied(account: Account) -> Tied | None:
    """Deals and promises that are tied with the release of an account."""
    file = current_edition().file
    if not account.pledges and account.event.id not in _in_ties(file):
        return None
    return tied_with(account.event.id, account.pledges, _reading(), _lists())


@edition_page
def due(request: HttpRequest) -> HttpResponse:
    """What is due, as a calendar to subscribe to (RFC 5545)."""
    edition = current_edition()
    arranged = arranged_in(edition.file)
    summary = edition.file.summary
    feed = as_calendar(arranged.chains, arranged.told, on=summary.as_of, stamp=summary.known_at)
    return HttpResponse(feed, content_type="text/calendar; charset=utf-8")


def _reading() -> Reading:
    edition = current_edition()
    arranged = arranged_in(edition.file)
    return Reading(
        arranged=arranged,
        on=edition.file.summary.as_of,
        sources={key: report_line(report) for key, report in arranged.told.reports.items()},
    )


@lru_cache(maxsize=2)
def arranged_in(file: EditionFile) -> Arranged:
    """What an Edition says of promises and deals; worked out once while it is open."""
    return arranged_of(file)


@lru_cache(maxsize=2)
def lists_in(file: EditionFile) -> Lists:
    """What an Edition says of lists; put together once while it is open."""
    listings: dict[str, list[Listing]] = {}
    for each in file.listings():
        listings.setdefault(each.pledge, []).append(each)
    return Lists(
        editions={each.id: each for each in file.lists()},
        listings=listings,
        pledges=[chain.pledge for chain in arranged_in(file).chains],
    )


def _lists() -> Lists:
    return lists_in(current_edition().file)


@lru_cache(maxsize=2)
def _in_ties(file: EditionFile) -> frozenset[str]:
    """Ids of the events that reports which tie something speak of."""
    reports = {tie.report for tie in file.ties()}
    return frozenset(brief.id for key in reports for brief in file.accounts_of_report(key))
