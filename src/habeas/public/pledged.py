"""Pages of what is promised: the board, one promise with its history, one deal, what is due."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse

from habeas.claims.tied_sides import acts_in
from habeas.model.claims import FREEING
from habeas.pledges.arrange import Arranged, arrange_ruled
from habeas.pledges.exports import as_calendar
from habeas.public.edition import current_edition
from habeas.public.freshness import edition_page
from habeas.public.pages import page_of
from habeas.public.presenters.claims import report_line
from habeas.public.presenters.pledges import Reading, board_of, present_deal, present_pledge
from habeas.public.showing import shown

if TYPE_CHECKING:
    from django.http import HttpRequest

    from habeas.model.claims import Claim
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
    promised = file.claims_of_pledges()
    ties = file.ties()
    asked = {tie.report for tie in ties} | {c.report for c in promised if _hangs_on_release(c)}
    ids = {brief.id for report in asked for brief in file.accounts_of_report(report)}
    accounts = file.accounts_by_id(sorted(ids))
    events = [account.event for account in accounts.values()]
    told = {claim.id: claim for claim in promised}
    told |= file.claims(key for event in events for key in event.claims)
    tied = (key for tie in ties for side in (tie.given, tie.got) for key in side.claims)
    told |= file.claims(tied)
    claims = sorted(told.values(), key=lambda c: (c.report, c.passage.start, c.passage.end))
    reports = file.reports_by_id({c.report for c in claims} | asked)
    return arrange_ruled(reports.values(), claims, ties, events, file.ruled_links())


def _hangs_on_release(claim: Claim) -> bool:
    return claim.condition is not None and bool(FREEING & set(acts_in(claim.condition.words)))
