"""Two persons side by side: somebody decides, never the score, and can take it back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from habeas.desk.navigation import next_of
from habeas.desk.notices import say, say_not
from habeas.desk.presenters.pair import present_pair
from habeas.desk.routes import DeskRequest, Discloses, route
from habeas.model.people import Judgement, Verdict, Withdrawal
from habeas.model.restrictions import Role
from habeas.people import judgement_id
from habeas.store.index.pairs import compare_waiting, pairs_to_judge, weigh_pair
from habeas.store.index.people import load_person
from habeas.store.index.warnings import warnings_of
from habeas.store.problems import RecordRefused
from habeas.store.records import load_judgements, save_judgement, withdraw_judgement

if TYPE_CHECKING:
    from django.http import HttpResponse

    from habeas.store.index.pairs import Pair

_AT_ONCE = 5
"""Persons compared while somebody waits for a page."""


@require_safe
@route(Role.REVIEWER, Discloses.GATED)
def queue(request: DeskRequest) -> HttpResponse:
    """The likeliest pair that nobody judged; `?after=3` passes some over."""
    left = compare_waiting(_AT_ONCE)
    after = _after(request.GET.get("after"))
    found = pairs_to_judge(request.viewer, most=1, after=after)
    if not found and after:
        return redirect("pairs")
    if not found:
        return render(request, "desk/people/no_pairs.html", {"uncompared": left})
    return _shown(request, found[0], after=after, uncompared=left)


@require_http_methods(["GET", "HEAD", "POST"])
@route(Role.REVIEWER, Discloses.GATED)
def pair(request: DeskRequest, left: str, right: str) -> HttpResponse:
    """Two persons side by side, and what somebody decides about them."""
    after = _after(request.POST.get("after") or request.GET.get("after"))
    if request.method != "POST":
        return _page(request, left, right, after=after)
    verdict = request.POST.get("verdict", "")
    unseen = any(load_person(each, request.viewer) is None for each in (left, right))
    if verdict not in list(Verdict) or unseen:
        raise Http404
    judgement = Judgement(
        left=left,
        right=right,
        verdict=Verdict(verdict),
        reason=request.POST.get("reason", "").strip(),
        by=request.viewer.name,
        at=datetime.now(UTC),
    )
    if not judgement.reason:
        error = _("Say why: the reason stays on record.")
        return _page(request, left, right, after=after, error=error, chosen=verdict)
    if verdict == Verdict.SAME and "despite" not in request.POST:
        warned = warnings_of(judgement, request.viewer)
        if warned:
            return _page(request, left, right, after=after, warned=warned, chosen=verdict)
    return _decided(request, judgement, after)


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def withdraw(request: DeskRequest, judgement: str) -> HttpResponse:
    """Take a judgement back: everything is as it was before it."""
    given = request.POST.get("reason", "").strip()
    if judgement not in map(judgement_id, load_judgements(request.viewer)):
        say_not(request, _("There is no such judgement any more."))
        return redirect(next_of(request, reverse("people")))
    try:
        withdraw_judgement(
            Withdrawal(
                judgement=judgement,
                reason=given or _("undone"),
                by=request.viewer.name,
                at=datetime.now(UTC),
            )
        )
    except RecordRefused:
        say_not(request, _("There is no such judgement any more."))
    else:
        say(request, _("Taken back. Everything is as it was before."))
    return redirect(next_of(request, reverse("people")))


def _decided(request: DeskRequest, judgement: Judgement, after: int) -> HttpResponse:
    save_judgement(judgement)
    words = {
        Verdict.SAME: _("They are one person now."),
        Verdict.DIFFERENT: _("They are two people; nobody will propose them again."),
        Verdict.UNSURE: _("Not sure: both stay as they are, and it is on record."),
    }
    undo = reverse("judgement_withdraw", args=[judgement_id(judgement)])
    say(request, words[judgement.verdict], undo=undo)
    onward = reverse("pairs") + (f"?after={after}" if after else "")
    return redirect(next_of(request, onward))


def _shown(request: DeskRequest, found: Pair, *, after: int, uncompared: int) -> HttpResponse:
    return _page(request, found.left, found.right, after=after, uncompared=uncompared, queued=True)


def _page(request: DeskRequest, left: str, right: str, **told: object) -> HttpResponse:
    weighed = weigh_pair(left, right, request.viewer)
    files = [load_person(each, request.viewer) for each in (left, right)]
    if weighed is None or files[0] is None or files[1] is None:
        raise Http404
    page = present_pair(weighed, (files[0], files[1]))
    context = {"page": page, "left": left, "right": right, "verdicts": list(Verdict), **told}
    context["reason"] = request.POST.get("reason", "")
    asked_again = "error" in told or "warned" in told
    return render(request, "desk/people/pair.html", context, status=422 if asked_again else 200)


def _after(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else 0
