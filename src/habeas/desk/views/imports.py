"""Lists of people come in: what their columns hold, what would change, and the import itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from habeas.desk.forms.inbox import FilesForm
from habeas.desk.notices import say, say_not
from habeas.desk.presenters.imports import columns, looked
from habeas.desk.reader import wake
from habeas.desk.routes import DeskRequest, Discloses, route
from habeas.desk.views.adding import take_file
from habeas.model.dates import EdtfDate
from habeas.model.problems import HabeasError
from habeas.model.restrictions import Role
from habeas.people.lists.importing import (
    ColumnMap,
    ListEdition,
    RowOutcome,
    list_report,
    mapped,
    seen_columns,
    source_of,
    with_map,
)
from habeas.reports.dates import read_date
from habeas.store.arrivals import Arrival, ArrivalState, is_imported, load_arrival
from habeas.store.gate import gate_for
from habeas.store.lists import import_list, last_import, load_sources, plan_list
from habeas.store.originals import load_original, originals_folder

if TYPE_CHECKING:
    from django.http import HttpResponse

    from habeas.model.reports import Report
    from habeas.people.lists.importing import ImportPlan, SeenColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A list that waits, and what was told of it so far.

    Attributes:
        told: What its columns hold; None where nobody told yet.
    """

    arrival: Arrival
    data: bytes
    report: Report
    seen: tuple[SeenColumn, ...]
    source: str
    status: str
    published: str
    told: ColumnMap | None


@require_http_methods(["GET", "HEAD", "POST"])
@route(Role.DOCUMENTER, Discloses.NOTHING)
def imports(request: DeskRequest) -> HttpResponse:
    """Choose a list to import; and the sources whose lists were imported before."""
    form = FilesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        numbers = [take_file(request, each, is_list=True) for each in form.cleaned_data["chosen"]]
        taken = [number for number in numbers if number is not None]
        if len(taken) == 1:
            return redirect("import_list", number=taken[0])
        return redirect("inbox" if taken else "imports")
    context = {"form": form, "sources": load_sources()}
    return render(request, "desk/imports/imports.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@route(Role.DOCUMENTER, Discloses.NOTHING)
def import_one(request: DeskRequest, number: int) -> HttpResponse:
    """What the columns of a list hold; posted, what importing it would change."""
    try:
        draft = _draft(request, number)
    except HabeasError as error:
        say_not(request, f"{error.what}: {error.remedy}")
        return redirect("inbox")
    if request.method != "POST":
        return _page(request, draft)
    try:
        planned = plan_list(_edition(draft))
    except HabeasError as error:
        return _page(request, draft, problem=f"{error.what}: {error.remedy}")
    return _page(request, draft, planned=planned)


@require_POST
@route(Role.DOCUMENTER, Discloses.NOTHING)
def import_now(request: DeskRequest, number: int) -> HttpResponse:
    """Import a list as it was looked at."""
    try:
        draft = _draft(request, number)
        planned = plan_list(_edition(draft))
        import_list(planned, at=datetime.now(UTC), by=request.viewer.name)
    except HabeasError as error:
        say_not(request, f"{error.what}: {error.remedy}")
        return redirect("import_list", number=number)
    is_imported(number)
    wake()
    plan = planned.plan
    told = _("Imported: %(added)s added, %(changed)s changed, %(refused)s refused.") % {
        "added": plan.count(RowOutcome.ADDED),
        "changed": plan.count(RowOutcome.CHANGED),
        "refused": plan.count(RowOutcome.REFUSED),
    }
    say(request, told, undo=reverse("inbox_set_aside", args=[draft.report.id]))
    return redirect("inbox")


def _draft(request: DeskRequest, number: int) -> _Draft:
    """A list that waits, with what the form says of it.

    Raises:
        Http404: There is no such list.
        HabeasError: It cannot be read.
    """
    arrival = load_arrival(number)
    if arrival is None or arrival.state is not ArrivalState.LIST or arrival.digest is None:
        raise Http404
    if not gate_for(request.viewer).sees_report(arrival.digest):
        # The same bytes are a report already that is not for everybody.
        raise Http404
    data = load_original(originals_folder(), arrival.digest)
    report = list_report(data, file=arrival.name)
    seen = seen_columns(report)
    asked = " ".join(request.POST.get("source", "").split())[:200]
    source = asked or source_of(report)
    before = last_import(source)
    status = before.columns.status if before else ""
    told = before.columns if before else None
    if request.method == "POST":
        status = " ".join(request.POST.get("status", "").split())[:100]
        pairs = (
            (one.header, request.POST.get(f"column-{at}", one.guess)) for at, one in enumerate(seen)
        )
        told = ColumnMap(columns=tuple(pairs), status=status)
    elif told is not None:
        known = dict(told.columns)
        pairs = ((one.header, known.get(one.header, one.guess)) for one in seen)
        told = ColumnMap(columns=tuple(pairs), status=status)
    return _Draft(
        arrival=arrival,
        data=data,
        report=report,
        seen=seen,
        source=source,
        status=status,
        published=request.POST.get("published", "").strip()[:40],
        told=told,
    )


def _edition(draft: _Draft) -> ListEdition:
    """The list as it was told of.

    Raises:
        HabeasError: What was told cannot be.
    """
    told = dict(draft.told.columns) if draft.told else {}
    chosen = mapped(draft.seen, told, status=draft.status)
    report = with_map(draft.report, chosen, source=draft.source, published=_day(draft.published))
    return ListEdition(report=report, data=draft.data, source=draft.source, columns=chosen)


def _day(text: str) -> EdtfDate | None:
    day = read_date(text) if text else None
    if text and day is None:
        raise HabeasError(what=_("not one date"), remedy=_("write 2024, 2024-02 or 2024-02-29"))
    return day


def _page(
    request: DeskRequest, draft: _Draft, *, planned: ImportPlan | None = None, problem: str = ""
) -> HttpResponse:
    own = draft.report.published
    context = {
        "draft": draft,
        "columns": columns(draft.seen, draft.told),
        "sources": load_sources(),
        "looked": looked(planned.plan) if planned else None,
        "is_first": planned is not None and not planned.after,
        "day_of_list": own.text if own else "",
        "problem": problem,
    }
    status = 422 if problem else 200
    return render(request, "desk/imports/columns.html", context, status=status)
