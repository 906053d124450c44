"""Pages of one claim and of the Edition, and everything's entry for a bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from habeas.model.editions import RecordKind
from habeas.public.edition import current_edition
from habeas.public.freshness import edition_page
from habeas.public.pages import page_of
from habeas.public.presenters import home as front
from habeas.public.presenters import wording
from habeas.public.presenters.changes import change_rows
from habeas.public.presenters.citation import FORMS, citation, claim_title, forms_of, said_by
from habeas.public.presenters.claims import claim_line, report_line
from habeas.public.showing import shown

if TYPE_CHECKING:
    from django.http import HttpRequest

    from habeas.model.claims import Claim
    from habeas.public.edition import OpenEdition
    from habeas.public.presenters.citation import Citation
    from habeas.public.presenters.claims import ClaimLine

CHANGES_PER_PAGE = 100


@edition_page
def claim(request: HttpRequest, claim_id: str) -> HttpResponse:
    """One claim: who says what in which words, where it stands, how it is cited."""
    edition = current_edition()
    found, line = _claim(edition, claim_id)
    context = {
        "line": line,
        "words": found.passage.exact,
        "corrected": edition.file.corrections_among([claim_id]),
        "accounts": list(map(front.account_link, edition.file.accounts_of_claim(claim_id))),
        "cited": _of_claim(request, edition, claim_id),
        "forms": forms_of("claims", claim_id),
    }
    return shown(request, "claim", context)


@edition_page
def edition(request: HttpRequest, digest: str) -> HttpResponse:
    """This Edition: what it holds, what is new in it, how it is cited; or that it is another."""
    now = current_edition()
    summary = now.file.summary
    if digest != summary.digest:
        is_before = summary.before is not None and summary.before.digest == digest
        return shown(request, "another", {"digest": digest, "is_before": is_before}, status=404)
    counts = now.file.change_counts()
    page = page_of(
        sum(n for (kind, _change), n in counts.items() if kind is not RecordKind.PERSON),
        CHANGES_PER_PAGE,
        request.GET.get("page"),
    )
    changes = now.file.changes_without_people(page.start, page.size)
    context = {
        "page": page,
        "rows": change_rows(changes, now.file),
        "changed": [
            (wording.RECORDS[kind], wording.CHANGES[change], count)
            for (kind, change), count in sorted(counts.items())
        ],
        "cited": _of_edition(request, now, digest),
        "forms": forms_of("editions", digest),
    }
    return shown(request, "edition", context)


@edition_page
def editions(request: HttpRequest) -> HttpResponse:
    """To the Edition that is served."""
    return redirect("edition", current_edition().file.summary.digest)


@edition_page
def cite(request: HttpRequest, kind: str, key: str, form: str) -> HttpResponse:
    """The entry of one page for a bibliography, as BibTeX, RIS or CSL-JSON."""
    edition = current_edition()
    made = _CITED.get(kind)
    if made is None or form not in FORMS:
        raise Http404
    answer = HttpResponse(
        made(request, edition, key).written(form), content_type=f"{FORMS[form][1]}; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{kind}-{key[:12]}.{form}"'
    return answer


def _claim(edition: OpenEdition, claim_id: str) -> tuple[Claim, ClaimLine]:
    found = edition.file.claims([claim_id]).get(claim_id)
    report = edition.file.report(found.report) if found else None
    if found is None or report is None:
        raise Http404
    people = edition.namesakes([claim_id])
    return found, claim_line(found, report_line(report), people)


def _of_claim(request: HttpRequest, edition: OpenEdition, key: str) -> Citation:
    found, line = _claim(edition, key)
    return citation(
        edition.file.summary,
        key=key,
        title=claim_title(line),
        said=said_by(found, line),
        address=_address(request, "claim", key),
    )


def _of_account(request: HttpRequest, edition: OpenEdition, key: str) -> Citation:
    found = edition.file.account(key)
    if found is None:
        raise Http404
    address = _address(request, "account", key)
    return citation(edition.file.summary, key=key, title=found.event.title, address=address)


def _of_person(request: HttpRequest, edition: OpenEdition, key: str) -> Citation:
    found = edition.file.person(key)
    if found is None:
        raise Http404
    address = _address(request, "person", key)
    return citation(edition.file.summary, key=key, title=found.name, address=address)


def _of_report(request: HttpRequest, edition: OpenEdition, key: str) -> Citation:
    found = edition.file.report(key)
    if found is None:
        raise Http404
    line = report_line(found)
    return citation(
        edition.file.summary,
        key=key,
        title=line.title,
        said=", ".join(filter(None, (line.outlet, line.published))),
        address=_address(request, "report", key),
    )


def _of_edition(request: HttpRequest, edition: OpenEdition, key: str) -> Citation:
    if key != edition.file.summary.digest:
        raise Http404
    address = _address(request, "edition", key)
    return citation(edition.file.summary, key=key, title="", address=address)


def _address(request: HttpRequest, name: str, key: str) -> str:
    return request.build_absolute_uri(reverse(name, args=[key]))


_CITED = {
    "claims": _of_claim,
    "accounts": _of_account,
    "people": _of_person,
    "reports": _of_report,
    "editions": _of_edition,
}
