"""How reports come in: pasted, dropped, or fetched from an address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from habeas.desk.forms.inbox import AddressForm, FilesForm, PasteForm
from habeas.desk.notices import say, say_not
from habeas.desk.reader import wake
from habeas.desk.routes import DeskRequest, Discloses, route
from habeas.fetch import fetch_url
from habeas.model.problems import HabeasError
from habeas.model.restrictions import Role
from habeas.reports import MAX_BYTES
from habeas.reports.limited import Refusal, ask_limited
from habeas.reports.reading import as_title, first_line, web_address
from habeas.store.arrivals import take_address, take_bytes
from habeas.store.problems import StoreError

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.http import HttpResponse

LISTS = frozenset({".csv", ".tsv", ".xlsx", ".ods"})
"""Ends of names of files that are lists of people."""

MOST_ENTRIES = 200
_TEXT = "text/plain; charset=utf-8"
_FEED = "habeas.reports.feed_process"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed, to choose."""

    title: str
    link: str
    day: str


@require_safe
@route(Role.DOCUMENTER, Discloses.NOTHING)
def add(request: DeskRequest) -> HttpResponse:
    """The ways in."""
    return _page(request)


@require_POST
@route(Role.DOCUMENTER, Discloses.NOTHING)
def paste(request: DeskRequest) -> HttpResponse:
    """Take a text."""
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _page(request, paste=form)
    text = form.cleaned_data["text"].replace("\r\n", "\n")
    name = as_title(first_line(text))[:80] or _("Pasted text")
    try:
        data = text.encode("utf-8", "surrogatepass")
        take_bytes(data, name=name, media_type=_TEXT, by=request.viewer.name)
    except StoreError as error:
        say_not(request, f"{error.what}: {error.remedy}")
        return _page(request, paste=form)
    return _taken(request, 1, 0)


@require_POST
@route(Role.DOCUMENTER, Discloses.NOTHING)
def files(request: DeskRequest) -> HttpResponse:
    """Take files; lists wait for somebody to say what their columns hold."""
    form = FilesForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, files=form)
    reports = lists = 0
    for file in form.cleaned_data["chosen"]:
        is_list = PurePath(file.name).suffix.lower() in LISTS
        if take_file(request, file, is_list=is_list) is not None:
            reports, lists = reports + (not is_list), lists + is_list
    return _taken(request, reports, lists)


@require_POST
@route(Role.DOCUMENTER, Discloses.NOTHING)
def address(request: DeskRequest) -> HttpResponse:
    """Take an address: of a page to read, or of a feed to choose from."""
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _page(request, address=form)
    url = web_address(form.cleaned_data["url"])
    if url is None:
        form.add_error("url", _("Only addresses that begin with https:// or http:// are fetched."))
        return _page(request, address=form)
    if "feed" not in request.POST:
        take_address(url, by=request.viewer.name)
        return _taken(request, 1, 0)
    try:
        entries = entries_of(fetch_url(url).data)
    except HabeasError as error:
        form.add_error("url", f"{error.what}: {error.remedy}")
        return _page(request, address=form)
    return render(request, "desk/inbox/feed.html", {"entries": entries})


@require_POST
@route(Role.DOCUMENTER, Discloses.NOTHING)
def feed(request: DeskRequest) -> HttpResponse:
    """Take the chosen entries of a feed."""
    chosen = [web_address(link) for link in request.POST.getlist("link")[:MOST_ENTRIES]]
    links = list(dict.fromkeys(link for link in chosen if link is not None))
    for link in links:
        take_address(link, by=request.viewer.name)
    if not links:
        say_not(request, _("Nothing was chosen."))
        return redirect("inbox_add")
    return _taken(request, len(links), 0)


def take_file(request: DeskRequest, file: UploadedFile[Any], *, is_list: bool) -> int | None:
    """Keep one file that was sent; says why where it cannot be, and returns None."""
    name = PurePath(str(file.name)).name
    if not file.size or file.size > MAX_BYTES:
        most = MAX_BYTES // 1_000_000
        told = _("%(name)s: empty, or more than %(most)s MB; split it.")
        say_not(request, told % {"name": name, "most": most})
        return None
    try:
        return take_bytes(file.read(), name=name, by=request.viewer.name, is_list=is_list)
    except StoreError as error:
        say_not(request, f"{name}: {error.what}: {error.remedy}")
        return None


def entries_of(data: bytes) -> tuple[Entry, ...]:
    """The entries of a feed that link to a page, at most 200.

    Raises:
        HabeasError: It is no feed, or none that can be read.
    """
    try:
        found: dict[str, Any] = ask_limited(_FEED, data)
    except Refusal:
        raise HabeasError(
            what=_("a feed that cannot be read"), remedy=_("give the address of one page")
        ) from None
    entries = found.get("entries")
    listed = entries if isinstance(entries, list) else []
    taken = []
    for each in listed[:MOST_ENTRIES]:
        link = web_address(str(each.get("link", ""))) if isinstance(each, dict) else None
        if link is not None:
            title = as_title(str(each.get("title", ""))) or link
            taken.append(Entry(title=title, link=link, day=str(each.get("day", ""))[:40]))
    if not taken:
        raise HabeasError(
            what=_("no feed with entries that link to a page"),
            remedy=_("give the address of one page"),
        )
    return tuple(taken)


def _page(request: DeskRequest, **forms: object) -> HttpResponse:
    context = {
        "paste": forms.get("paste") or PasteForm(),
        "files": forms.get("files") or FilesForm(),
        "address": forms.get("address") or AddressForm(),
    }
    return render(request, "desk/inbox/add.html", context, status=422 if forms else 200)


def _taken(request: DeskRequest, reports: int, lists: int) -> HttpResponse:
    if reports:
        told = ngettext("%(number)s is being read.", "%(number)s are being read.", reports)
        say(request, told % {"number": reports})
        wake()
    if lists:
        told = ngettext(
            "%(number)s list waits for you to say what its columns hold.",
            "%(number)s lists wait for you to say what their columns hold.",
            lists,
        )
        say(request, told % {"number": lists})
    return redirect("inbox")
