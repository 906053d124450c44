"""Search: a form that is posted, so that no name ever stands in an address or a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.public.edition import current_edition
from habeas.public.freshness import edition_page
from habeas.public.pages import page_of
from habeas.public.presenters.found import account_rows, people_rows, report_rows
from habeas.public.showing import shown
from habeas.register.edition_search import LONGEST

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

    from habeas.public.edition import OpenEdition
    from habeas.public.presenters.found import FoundRow

PER_PAGE = 20
KINDS = ("people", "accounts", "reports")


def search(request: HttpRequest) -> HttpResponseBase:
    """People, accounts and reports by words in any script; the form alone where none are sent."""
    return _answer(request) if request.method == "POST" else _form(request)


@edition_page
def _form(request: HttpRequest) -> HttpResponse:
    return shown(request, "search", {"sought": "", "longest": LONGEST})


def _answer(request: HttpRequest) -> HttpResponse:
    sought = " ".join(request.POST.get("sought", "").split())[:LONGEST]
    context: dict[str, object] = {"sought": sought, "longest": LONGEST}
    if sought:
        context |= _found(current_edition(), sought, request.POST)
    answer = shown(request, "search", context)
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _found(edition: OpenEdition, sought: str, asked: dict[str, str]) -> dict[str, object]:
    """How much of each kind there is, and one page of the kind asked for."""
    people = edition.search.people(sought)
    found = {
        "people": people,
        "accounts": edition.search.accounts(sought),
        "reports": edition.search.reports(sought),
    }
    kind = asked.get("kind", "")
    if kind not in KINDS:
        kind = next((each for each in KINDS if found[each].places), KINDS[0])
    page = page_of(len(found[kind].places), PER_PAGE, asked.get("page"))
    places = found[kind].places[page.start : page.start + page.size]
    rows: list[FoundRow]
    if kind == "people":
        rows = people_rows(sought, edition.file.people_at(places), people, places)
    elif kind == "accounts":
        rows = account_rows(edition.file.briefs_at(places))
    else:
        rows = report_rows(sought, edition.file.reports_at(places))
    return {
        "rows": rows,
        "kind": kind,
        "page": page,
        "typed": people.typed if kind == "people" else None,
        "counts": [(each, len(found[each].places)) for each in KINDS],
        "total": sum(len(each.places) for each in found.values()),
    }
