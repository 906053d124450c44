"""Pages of what is promised: the board, one promise with its history, one deal, what is due."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse

from habeas.pledges.exports import as_calendar
from habeas.public.edition import current_edition
from habeas.public.freshness import edition_page
from habeas.public.pages import page_of
from habeas.public.presenters.claims import report_line
from habeas.public.presenters.pledges import Reading, board_of, present_deal, present_pledge
from habeas.public.showing import shown
from habeas.register.promised import arranged_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from habeas.pledges.arrange import Arranged
    from habeas.register.edition_file import EditionFile

PER_PAGE = 50


@edition_page
def pledges(request: HttpRequest) -> HttpResponse:
    """All promises: what is open first, each with its condition and how it stands."""
    reading = _reading()
    board = board_of(reading)
    page = page_of(len(board.cards), PER_PAGE, request.GET.get("page"))
    cards = board.cards[page.start : page.start + page.size]
    return shown(request, "pledges", {"page": page, "board": board, "cards": cards})


@edition_page
def pledge(request: HttpRequest, pledge_id: str) -> HttpResponse:
    """One promise: how it stands by each account, and every step with its words."""
    reading = _reading()
    if pledge_id not in reading.arranged.told.chains:
        raise Http404
    page = present_pledge(reading.arranged.told.chains[pledge_id], reading)
    return shown(request, "pledge", {"page": page})


@edition_page
def deal(request: HttpRequest, deal_id: str) -> HttpResponse:
    """One deal: who says that it is one, and both sides on one time line."""
    reading = _reading()
    found = next((one for one in reading.arranged.deals if one.id == deal_id), None)
    if found is None:
        raise Http404
    return shown(request, "deal", {"page": present_deal(found, reading)})


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
