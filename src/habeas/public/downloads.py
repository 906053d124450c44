"""The Edition as files, for whoever wants to reckon with it: made once, and kept for its digest."""

from __future__ import annotations

import atexit
import shutil
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import IO, TYPE_CHECKING

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.utils.translation import gettext, gettext_lazy

from habeas.public.edition import current_edition
from habeas.public.freshness import edition_page
from habeas.public.showing import shown
from habeas.register.edition_file import EditionFile
from habeas.register.exports.account_tables import FIGURES, claims_of_figures, figures_of
from habeas.register.exports.bundles import ZipBundle
from habeas.register.exports.csv_files import write_csv, write_table
from habeas.register.exports.ftm import write_ftm
from habeas.register.exports.json_ld import write_json_ld
from habeas.register.exports.json_lines import write_json_lines
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.xlsx_file import write_xlsx

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase
    from django.utils.functional import _StrPromise

PATIENCE_SECONDS = 20
"""How long a reader waits for a file that is being made, before being asked to come again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One format of the whole Edition.

    Attributes:
        name: In the address.
        ending: Of the file.
        media_type: IANA.
        title: What it is called.
        note: Whom or what it is for.
        write: Writes it; None for the Edition itself.
    """

    name: str
    ending: str
    media_type: str
    title: _StrPromise
    note: _StrPromise
    write: Callable[[Outgoing, IO[bytes]], None] | None


def _zipped(going: Outgoing, file: IO[bytes]) -> None:
    with ZipBundle(file) as bundle:
        write_csv(going, bundle)


FORMS = (
    Form(
        name="csv",
        ending="csv.zip",
        media_type="application/zip",
        title=gettext_lazy("Tables (CSV)"),
        note=gettext_lazy("A file for each table, and the text of each report."),
        write=_zipped,
    ),
    Form(
        name="xlsx",
        ending="xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        title=gettext_lazy("Workbook (XLSX)"),
        note=gettext_lazy("The same tables, a sheet each."),
        write=write_xlsx,
    ),
    Form(
        name="jsonl",
        ending="jsonl",
        media_type="application/x-ndjson",
        title=gettext_lazy("JSON Lines"),
        note=gettext_lazy("A line for each report, claim, person and account."),
        write=write_json_lines,
    ),
    Form(
        name="ftm",
        ending="ftm.json",
        media_type="application/x-ndjson",
        title=gettext_lazy("FollowTheMoney entities"),
        note=gettext_lazy("For platforms of investigation."),
        write=write_ftm,
    ),
    Form(
        name="json-ld",
        ending="jsonld",
        media_type="application/ld+json",
        title=gettext_lazy("JSON-LD"),
        note=gettext_lazy("Passages as Web Annotations, and who said what as PROV-O."),
        write=write_json_ld,
    ),
    Form(
        name="edition",
        ending="sqlite",
        media_type="application/vnd.sqlite3",
        title=gettext_lazy("The edition itself (SQLite)"),
        note=gettext_lazy("The one file that this site shows. Its digest stands below."),
        write=None,
    ),
)
_BY_NAME = {form.name: form for form in FORMS}


@edition_page
def downloads(request: HttpRequest) -> HttpResponse:
    """What can be had of the whole Edition."""
    return shown(request, "downloads", {"forms": FORMS})


@edition_page
def whole(request: HttpRequest, name: str) -> HttpResponseBase:
    """The whole Edition in one format; 503 while it is being made."""
    form = _BY_NAME.get(name)
    if form is None:
        raise Http404
    summary = current_edition().file.summary
    path = _KEPT.file(form, summary.digest)
    if path is None:
        words = gettext("The file is being made. Ask again in a minute.")
        busy = HttpResponse(words, status=503, content_type="text/plain; charset=utf-8")
        busy["Retry-After"] = "60"
        return busy
    return FileResponse(
        path.open("rb"),
        as_attachment=True,
        filename=f"register-{summary.as_of}-{summary.digest[:12]}.{form.ending}",
        content_type=form.media_type,
    )


@edition_page
def figures(request: HttpRequest, event_id: str) -> HttpResponse:
    """The figures of one account as CSV, each with its words, its speakers and its report."""
    file = current_edition().file
    account = file.account(event_id)
    if account is None:
        raise Http404
    claims = file.claims(claims_of_figures(account))
    reports = file.reports_by_id(claim.report for claim in claims.values())
    page = BytesIO()
    write_table(page, FIGURES, figures_of(account, claims, reports))
    answer = HttpResponse(page.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="figures-{event_id}.csv"'
    return answer


class _Kept:
    """Files of the Edition that is served, in a folder that goes with the process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pool: ThreadPoolExecutor | None = None
        self._folder: Path | None = None
        self._made: dict[tuple[str, str], Future[Path]] = {}

    def file(self, form: Form, digest: str) -> Path | None:
        """The file of a format, made now where it is not there; None while it takes long."""
        if form.write is None:
            return Path(settings.HABEAS_EDITION)
        with self._lock:
            making = self._made.get((digest, form.name))
            if making is None or (making.done() and making.exception() is not None):
                self._forget_others(digest)
                making = self._begin(form, digest)
        try:
            return making.result(timeout=PATIENCE_SECONDS)
        except (TimeoutError, _Replaced):
            return None

    def _begin(self, form: Form, digest: str) -> Future[Path]:
        if self._pool is None:
            # One at a time, so that many who ask at once do not stop the pages.
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="downloads")
            self._folder = Path(mkdtemp(prefix="habeas-downloads-"))
            atexit.register(shutil.rmtree, self._folder, ignore_errors=True)
        assert self._folder is not None
        path = self._folder / f"{digest}.{form.ending}"
        making = self._pool.submit(_make, form, path, digest)
        self._made[digest, form.name] = making
        return making

    def _forget_others(self, digest: str) -> None:
        """Files of an Edition that is no longer served; whoever reads one reads it to its end."""
        for key in [key for key in self._made if key[0] != digest and self._made[key].done()]:
            making = self._made.pop(key)
            if making.exception() is None:
                making.result().unlink(missing_ok=True)


_KEPT = _Kept()


class _Replaced(Exception):
    """Another Edition stands there by now."""


def _make(form: Form, path: Path, digest: str) -> Path:
    assert form.write is not None
    # A connection of its own, so that pages do not wait for its queries.
    with EditionFile(Path(settings.HABEAS_EDITION)) as edition:
        if edition.summary.digest != digest:
            raise _Replaced
        with path.open("wb") as file:
            form.write(Outgoing(file=edition), file)
    return path
