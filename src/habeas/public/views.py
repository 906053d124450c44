"""Pages over one Edition. They take GET, keep nothing, and show only what the Edition holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from habeas.model.editions import RecordKind
from habeas.public.anew import account_without
from habeas.public.edition import current_edition
from habeas.public.freshness import edition_page
from habeas.public.pages import page_of
from habeas.public.pledged import tied
from habeas.public.presenters import home as front
from habeas.public.presenters.account import present_account
from habeas.public.presenters.citation import forms_of
from habeas.public.presenters.claims import report_line, with_copies
from habeas.public.presenters.freed import freed_chart
from habeas.public.presenters.over_time import custody_chart, held_charts
from habeas.public.presenters.person import person_row, present_person
from habeas.public.presenters.report import present_report
from habeas.public.presenters.what_if import WhatIf, asked_of, banner_of, changes_of
from habeas.public.showing import shown
from habeas.register.edition_figures import freed_figures, held_figures

if TYPE_CHECKING:
    from django.http import HttpRequest

PER_PAGE = 100
ON_FRONT_PAGE = 25
ACCOUNTS_PER_PAGE = 50

# Names of people stay out of search engines; accounts and reports may be found, but not
# the many pages of what would be if some of it were set aside.
KEPT_OUT = ("/people/", "/claims/", "/search/", "/targets/", "/accounts/*?")
FILES_KEPT_OUT = ("/api/1/", "/cite/")


@edition_page
def home(request: HttpRequest) -> HttpResponse:
    """The question, the figures of the latest account, the other accounts."""
    edition = current_edition()
    first = edition.file.telling_account()
    page = present_account(first, edition.shelf(first)) if first else None
    rows = edition.account_rows(0, ON_FRONT_PAGE)
    return shown(request, "home", {"page": page, "rows": rows, "on_front_page": ON_FRONT_PAGE})


@edition_page
def accounts(request: HttpRequest) -> HttpResponse:
    """All accounts, newest first."""
    edition = current_edition()
    page = page_of(edition.file.summary.accounts, ACCOUNTS_PER_PAGE, request.GET.get("page"))
    rows = edition.account_rows(page.start, page.size)
    return shown(request, "accounts", {"page": page, "rows": rows})


@edition_page
def account(request: HttpRequest, event_id: str) -> HttpResponse:
    """One account: who says what, what adds up, who is missing.

    `?aside=`, `?figure=` and `?reject=` with ids show it as it would be without a claim,
    without all claims of its figure, or without an assumption.
    """
    edition = current_edition()
    found = edition.file.account(event_id)
    if found is None:
        return _elsewhere(RecordKind.ACCOUNT, event_id)
    shelf = edition.shelf(found)
    what_if = WhatIf.of(found, shelf, asked_of(dict(request.GET.lists()), found))
    told, reading, changes = found, shelf, None
    if what_if.asked:
        aside = what_if.figures.set_aside(what_if.asked)
        rejected = what_if.asked.rejected
        told = account_without(edition.file, found, aside=aside, rejected=rejected)
        reading, changes = edition.shelf(told), changes_of(found, told)
    banner = banner_of(found, shelf, what_if, changes)
    page = present_account(told, reading, what_if)
    address = request.build_absolute_uri(page.href)
    forms = forms_of("accounts", event_id)
    context = {
        "page": page,
        "address": address,
        "banner": banner,
        "kept": what_if.query,
        "forms": forms,
        "tied": tied(found),
    }
    answer = shown(request, "account", context)
    if banner:
        answer["X-Robots-Tag"] = "noindex"
    return answer


@edition_page
def reports(request: HttpRequest) -> HttpResponse:
    """All reports read."""
    edition = current_edition()
    page = page_of(edition.file.summary.reports, PER_PAGE, request.GET.get("page"))
    found = edition.file.reports_newest(page.start, page.size)
    copies = edition.file.copies_told(each.id for each in found)
    rows = with_copies(map(report_line, found), copies)
    return shown(request, "reports", {"page": page, "rows": rows})


@edition_page
def report(request: HttpRequest, report_id: str) -> HttpResponse:
    """One report with its claims marked."""
    edition = current_edition()
    found = edition.file.report(report_id)
    if found is None:
        raise Http404
    claims = edition.file.claims_of_report(report_id)
    page = present_report(found, claims, edition.namesakes(claim.id for claim in claims))
    accounts = list(map(front.account_link, edition.file.accounts_of_report(report_id)))
    context = {
        "page": page,
        "accounts": accounts,
        "corrected": edition.file.corrections_among(claim.id for claim in claims),
        "source": with_copies([page.source], edition.file.copies_told([report_id]))[0],
        "address": request.build_absolute_uri(page.source.href),
        "forms": forms_of("reports", report_id),
    }
    return shown(request, "report", context)


@edition_page
def people(request: HttpRequest) -> HttpResponse:
    """All persons of the Edition, by name."""
    edition = current_edition()
    page = page_of(edition.file.summary.people, PER_PAGE, request.GET.get("page"))
    rows = [person_row(person) for person in edition.file.person_briefs(page.start, page.size)]
    return shown(request, "people", {"page": page, "rows": rows})


@edition_page
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """One person: every spelling, and what is said of them."""
    edition = current_edition()
    found = edition.file.person(person_id)
    if found is None:
        return _elsewhere(RecordKind.PERSON, person_id)
    claims = edition.file.claims_of_person(person_id)
    texts = edition.file.reports_by_id(claim.report for claim in claims)
    matches = edition.file.matches_of(person_id)
    page = present_person(
        found,
        claims,
        texts,
        matches=matches,
        names=edition.names(matches),
    )
    accounts = list(map(front.account_link, edition.file.accounts_of_person(person_id)))
    context = {
        "page": page,
        "accounts": accounts,
        "address": request.build_absolute_uri(page.row.href),
        "forms": forms_of("people", person_id),
    }
    return shown(request, "person", context)


@edition_page
def over_time(request: HttpRequest) -> HttpResponse:
    """How many were held, and how many were freed in which way, over time."""
    file = current_edition().file
    as_of, custody = file.summary.as_of, file.custody()
    context = {
        "held": held_charts(held_figures(file), as_of),
        "custody": custody,
        "by_name": custody_chart(custody),
        "freed": freed_chart(freed_figures(file), as_of),
    }
    return shown(request, "over-time", context)


@edition_page
def about(request: HttpRequest) -> HttpResponse:
    """How to read the register, and how to cite it."""
    address = request.build_absolute_uri("/")
    return shown(request, "about", {"address": address})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may keep."""
    prefixes = ["", *(f"/{code}" for code, _name in settings.LANGUAGES[1:])]
    lines = [f"Disallow: {prefix}{path}" for prefix in prefixes for path in KEPT_OUT]
    lines += [f"Disallow: {path}" for path in FILES_KEPT_OUT]
    told = "\n".join(["User-agent: *", *lines, ""])
    return HttpResponse(told, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask at the old address."""
    return redirect(static("public/favicon.svg"))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing stands at this address in this Edition."""
    return shown(request, "404", {}, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Something broke; this page needs no Edition, since that may be what broke."""
    return render(request, "public/500.html", status=500)


def _elsewhere(kind: RecordKind, former: str) -> HttpResponse:
    """Lead on from an id that an earlier Edition gave; for the moment, as it may come back."""
    now = current_edition().file.now_at(kind, former)
    if now is None:
        raise Http404
    return redirect(kind.value, now)
