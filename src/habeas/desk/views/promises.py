"""Promises and deals at the desk: what is open in them, and what somebody decides about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from habeas.desk.navigation import next_of
from habeas.desk.notices import say, say_not
from habeas.desk.presenters.promises import (
    kept,
    kept_rows,
    links_of_deal,
    links_of_pledge,
    questions_of,
    rejected_links_of,
    rows_of,
)
from habeas.desk.reader import wake
from habeas.desk.routes import DeskRequest, Discloses, route
from habeas.desk.views.people import moment_of
from habeas.model.decisions import EntryDecision, LinkDecision, Ruling
from habeas.model.restrictions import Role
from habeas.pledges.decided import link_key
from habeas.public.pages import page_of
from habeas.public.presenters.claims import report_line
from habeas.public.presenters.pledges import Reading, board_of, present_deal, present_pledge
from habeas.store import promise_decisions
from habeas.store.decisions import Decision
from habeas.store.index.events import event_of_claim
from habeas.store.index.promises import load_promises
from habeas.store.problems import RecordRefused
from habeas.store.proposed import proposed_entries

if TYPE_CHECKING:
    from django.http import HttpResponse

    from habeas.desk.presenters.promises import Questions
    from habeas.model.pledges import Deal
    from habeas.store.index.promises import PromisesFile
    from habeas.store.proposed import ProposedEntries

_PAGE = 40


@require_safe
@route(Role.READER, Discloses.GATED)
def promises(request: DeskRequest) -> HttpResponse:
    """All promises: what is overdue, disputed or not decided first, and all deals.

    `?known_at=2026-01-04T12:00`, here and below, asks for what was known and decided at a
    moment, as it stood on its day.
    """
    asked = _asked_of(request)
    file, reading, proposed = asked.file, asked.reading, asked.proposed
    if asked.known_at is None and (file.left or proposed.left):
        wake()
    rows = rows_of(file, reading, proposed.entries)
    page = page_of(len(rows), _PAGE, request.GET.get("page"))
    board = board_of(reading)
    context = {
        "page": page,
        "rows": kept_rows(rows[page.start : page.start + page.size], asked.query),
        "open": sum(bool(row.open) for row in rows),
        "counts": board.counts,
        "deals": kept(board.deals, asked.query),
        "rejected": rejected_links_of(file, reading),
        "left": file.left,
        "unseen": proposed.left,
        **asked.context,
    }
    return render(request, "desk/promises/promises.html", context)


@require_safe
@route(Role.READER, Discloses.GATED)
def promise(request: DeskRequest, key: str) -> HttpResponse:
    """One promise: how it stands, every step with its words, and what can be decided."""
    asked = _asked_of(request)
    file, reading = asked.file, asked.reading
    chain = file.arranged.told.chains.get(key)
    if chain is None:
        raise Http404
    entries = [each for each in asked.proposed.entries if each.key.pledge == key]
    links = links_of_pledge(chain.pledge, file)
    page = present_pledge(chain, reading)
    context = {
        "page": replace(
            page,
            card=replace(page.card, href=f"{page.card.href}{asked.query}"),
            deals=kept(page.deals, asked.query),
        ),
        **_questions(request, questions_of(links, entries, file, reading), asked),
    }
    return render(request, "desk/promises/promise.html", context)


@require_safe
@route(Role.READER, Discloses.GATED)
def deal(request: DeskRequest, key: str) -> HttpResponse:
    """One deal: who says that it is one, both sides in time, and what can be decided."""
    asked = _asked_of(request)
    file, reading = asked.file, asked.reading
    found = next((one for one in file.arranged.deals if one.id == key), None)
    if found is None:
        raise Http404
    page = present_deal(found, reading)
    entries = [each for each in asked.proposed.entries if each.key.pledge in found.pledges]
    questions = questions_of(links_of_deal(found, file), entries, file, reading)
    accounts = [f"{href}{asked.query}" if href else "" for href in _accounts(found, file)]
    context = {
        "page": replace(page, cards=kept(page.cards, asked.query)),
        "events": list(zip(page.events, accounts, strict=True)),
        **_questions(request, questions, asked),
    }
    return render(request, "desk/promises/deal.html", context)


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def decide(request: DeskRequest) -> HttpResponse:
    """Decide about a link or an entry: meant, not meant, or not sure."""
    about, ruling = request.POST.get("about", ""), request.POST.get("ruling", "")
    onward = next_of(request, reverse("pledges"))
    if ruling not in _DONE:
        raise Http404
    made = Decision(
        by=request.viewer.name,
        at=datetime.now(UTC),
        reason=request.POST.get("reason", "").strip(),
    )
    try:
        is_kept = _keep(about, Ruling(ruling), made, load_promises(request.viewer))
    except RecordRefused:
        say_not(request, _("Somebody else decided it meanwhile; look again."))
        return redirect(onward)
    if is_kept:
        say(request, _DONE[ruling](), undo=reverse("promise_undo", args=[about]))
    else:
        say_not(request, _("This is no longer proposed; nothing was decided."))
    return redirect(onward)


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def undo(request: DeskRequest, key: str) -> HttpResponse:
    """Take back the last decision about a link or an entry."""
    file = load_promises(request.viewer)
    onward = next_of(request, reverse("pledges"))
    made = Decision(by=request.viewer.name, at=datetime.now(UTC))
    try:
        is_undone = _take_back(key, made, file)
    except RecordRefused:
        is_undone = False
    if is_undone:
        say(request, _("Taken back: it is as it was before that decision."))
    else:
        say_not(request, _("There is no such decision any more."))
    return redirect(onward)


def _keep(about: str, ruling: Ruling, made: Decision, file: PromisesFile) -> bool:
    """Keep a decision about what is proposed to somebody; False where nothing is."""
    decision = _decision(about, ruling, made, file)
    if decision is None:
        return False
    promise_decisions.decide(decision)
    return True


def _decision(
    about: str, ruling: Ruling, made: Decision, file: PromisesFile
) -> LinkDecision | EntryDecision | None:
    by, at, reason = made.by, made.at, made.reason
    link = file.links.get(about)
    if link is not None:
        return LinkDecision(about=link_key(link), ruling=ruling, reason=reason, by=by, at=at)
    for entry in _proposed(file, None).entries:
        if entry.key.id == about:
            return EntryDecision(about=entry.key, ruling=ruling, reason=reason, by=by, at=at)
    return None


def _take_back(about: str, made: Decision, file: PromisesFile) -> bool:
    """Take back a decision that somebody may see; False where there is none."""
    standing: list[LinkDecision | EntryDecision] = [*file.link_decisions.values()]
    for each in (*standing, *file.entry_decisions):
        if each.about.id == about:
            promise_decisions.take_back(each, made)
            return True
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a page is made of.

    Attributes:
        query: What links to other pages of promises need to keep the moment; may be empty.
        may_decide: Whether whoever asks may decide here: never in the past.
    """

    file: PromisesFile
    reading: Reading
    proposed: ProposedEntries
    known_at: datetime | None
    query: str
    may_decide: bool

    @property
    def context(self) -> dict[str, object]:
        """What every page of promises is told."""
        return {
            "known_at": self.known_at,
            "keep": f"{self.query[1:]}&" if self.query else "",
            "board": f"{reverse('pledges')}{self.query}",
            "may_decide": self.may_decide,
        }


def _asked_of(request: DeskRequest) -> _Asked:
    known_at = moment_of(request.GET.get("known_at", ""))
    file = load_promises(request.viewer, known_at=known_at)
    query = "" if known_at is None else f"?{urlencode({'known_at': known_at.isoformat()})}"
    return _Asked(
        file=file,
        reading=_reading(file, known_at, query),
        proposed=_proposed(file, known_at),
        known_at=known_at,
        query=query,
        may_decide=known_at is None and request.viewer.may(Role.REVIEWER),
    )


def _questions(request: DeskRequest, questions: Questions, asked: _Asked) -> dict[str, object]:
    """The questions of a page, and which of them the keys answer: `?after=1` passes one over."""
    after = request.GET.get("after", "")
    passed = int(after) if after.isascii() and after.isdigit() and len(after) < 4 else 0
    open_ = questions.open if asked.may_decide else ()
    return {
        "questions": questions,
        "keyed": open_[passed % len(open_)] if open_ else "",
        "passed": passed % len(open_) if open_ else 0,
        **asked.context,
    }


def _reading(file: PromisesFile, known_at: datetime | None, query: str) -> Reading:
    lines = (report_line(report) for report in file.arranged.told.reports.values())
    return Reading(
        arranged=file.arranged,
        on=date.today() if known_at is None else known_at.date(),  # noqa: DTZ011 - the desk's day
        sources={line.id: replace(line, href=f"{line.href}{query}") for line in lines},
    )


def _proposed(file: PromisesFile, known_at: datetime | None) -> ProposedEntries:
    pledges = (chain.pledge for chain in file.arranged.chains)
    return proposed_entries(pledges, known_at=known_at)


def _accounts(deal: Deal, file: PromisesFile) -> list[str]:
    """Addresses of the accounts of its releases, by what all claims were grouped into."""
    events = (file.arranged.told.events[key] for key in deal.events)
    keys = (next(filter(None, map(event_of_claim, event.claims)), None) for event in events)
    return [reverse("account", args=[key]) if key else "" for key in keys]


_DONE = {
    Ruling.ACCEPT.value: lambda: _("Decided: it is meant."),
    Ruling.REJECT.value: lambda: _("Decided: it is not meant, and nothing follows from it."),
    Ruling.UNSURE.value: lambda: _("Not sure: it stays as it is, and that is on record."),
}
