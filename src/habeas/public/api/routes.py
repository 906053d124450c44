"""Every address of the API. Each takes what it is asked from the Edition, and no more."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from django.http import Http404
from ninja import NinjaAPI, Query
from ninja.decorators import decorate_view
from ninja.errors import ValidationError

from habeas.events import custody_on
from habeas.model.accounts import Account
from habeas.model.claims import Act
from habeas.model.editions import RecordKind
from habeas.model.pledges import PledgeState
from habeas.pledges.timeline import timeline_of
from habeas.public.api.cursors import MOST, cursor_after, start_of
from habeas.public.api.shapes import (
    AccountBriefShape,
    AnswerShape,
    ChangeShape,
    ClaimShape,
    CustodyCountShape,
    CustodyShape,
    DealBrief,
    DealShape,
    EditionShape,
    FigureShape,
    FoundShape,
    Listed,
    ListedShape,
    PersonBrief,
    PersonShape,
    Problem,
    PromiseBrief,
    Question,
    ReportBrief,
    ReportShape,
    Sought,
)
from habeas.public.edition import current_edition
from habeas.public.freshness import edition_page
from habeas.public.pledged import arranged_in, lists_in
from habeas.register.promised import Promised, promises_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import HttpRequest, HttpResponse

    from habeas.model.people import Person
    from habeas.public.edition import OpenEdition
    from habeas.register.edition_file import EditionFile
    from habeas.register.edition_records import EditionRecords

api = NinjaAPI(
    title="habeas",
    version="1",
    description=(
        "One published edition of a register, read only. It arranges accounts; it does not decide"
        " who is right. Lists come in pages: give `next` as `cursor`. Every answer has an ETag."
    ),
    docs_url=None,
    urls_namespace="api-1",
)

Id = Annotated[str, Query(max_length=128)]
Cursor = Annotated[str | None, Query(max_length=64)]
Limit = Annotated[int, Query(ge=1, le=MOST)]

_WRONG = {404: Problem, 422: Problem}
_WRONG_PAGE = {409: Problem, 422: Problem}


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Say which parameter is wrong, and not what was sent."""
    where = {".".join(map(str, each["loc"])): each["msg"] for each in error.errors}
    told = "; ".join(f"{place}: {what}" for place, what in sorted(where.items()))
    return api.create_response(request, {"detail": told}, status=422)


def _get(path: str, answer: Any, wrong: dict[int, Any]) -> Callable[..., Any]:
    """A GET whose answers carry an ETag, with every way it can go wrong in the description."""

    def declared(view: Callable[..., Any]) -> Callable[..., Any]:
        fresh = decorate_view(edition_page)(view)
        made: Callable[..., Any] = api.get(path, response={200: answer, **wrong})(fresh)
        return made

    return declared


@_get("/edition", EditionShape, {})
def edition(request: HttpRequest) -> Any:
    """What the Edition tells of itself."""
    return current_edition().file.summary


@_get("/changes", Listed[ChangeShape], _WRONG_PAGE)
def changes(request: HttpRequest, cursor: Cursor = None, limit: Limit = 100) -> Any:
    """Accounts, reports and promises that are new or otherwise since the Edition before."""
    file = current_edition().file
    counts = file.change_counts().items()
    total = sum(n for (kind, _), n in counts if kind is not RecordKind.PERSON)
    start = start_of(cursor)
    return _listed(file.changes_without_people(start, limit), start, total)


@_get("/people", Listed[PersonBrief], _WRONG_PAGE)
def people(request: HttpRequest, cursor: Cursor = None, limit: Limit = 100) -> Any:
    """Persons published, by name."""
    file, start = current_edition().file, start_of(cursor)
    return _listed(file.people_from(start, limit), start, file.summary.people)


@_get("/people/{person_id}", PersonShape, _WRONG)
def person(request: HttpRequest, person_id: str) -> Any:
    """One person; under an id of an earlier Edition, whom it leads to now."""
    file = current_edition().file
    found = _person(file, person_id)
    return {
        "id": found.id,
        "name": found.name,
        "names": found.names,
        "mentions": found.mentions,
        "accounts": [brief.id for brief in file.accounts_of_person(found.id)],
        "may_be": file.matches_of(found.id),
    }


@_get("/people/{person_id}/custody", CustodyShape, _WRONG)
def custody_of_person(request: HttpRequest, person_id: str, on: date) -> Any:
    """Whether a person is in custody at the end of a day, by all accounts."""
    file = current_edition().file
    return _custody(file, [_person(file, person_id)], on)[0]


@_get("/custody", Listed[CustodyShape], _WRONG_PAGE)
def custody(request: HttpRequest, on: date, cursor: Cursor = None, limit: Limit = 50) -> Any:
    """Whether each person is in custody at the end of a day, by all accounts."""
    file, start = current_edition().file, start_of(cursor)
    found = _custody(file, file.people_from(start, limit), on)
    return _listed(found, start, file.summary.people)


@_get("/custody/over-time", list[CustodyCountShape], {})
def custody_over_time(request: HttpRequest) -> Any:
    """How many of the persons named were in custody, by day."""
    return current_edition().file.custody()


@_get("/accounts", Listed[AccountBriefShape], _WRONG_PAGE)
def accounts(request: HttpRequest, cursor: Cursor = None, limit: Limit = 100) -> Any:
    """Accounts, newest event first."""
    file, start = current_edition().file, start_of(cursor)
    return _listed(file.account_briefs(start, limit), start, file.summary.accounts)


@_get("/accounts/{event_id}", Account, _WRONG)
def account(request: HttpRequest, event_id: str) -> Any:
    """One account; under an id of an earlier Edition, the one it leads to now."""
    file = current_edition().file
    now = file.now_at(RecordKind.ACCOUNT, event_id) or event_id
    return _found(file.account(event_id) or file.account(now))


@_get("/figures", Listed[FigureShape], _WRONG_PAGE)
def figures(request: HttpRequest, cursor: Cursor = None, limit: Limit = 20) -> Any:
    """The figures of all accounts, newest event first; a page is of `limit` accounts."""
    file, start = current_edition().file, start_of(cursor)
    told = file.accounts_from(start, limit)
    lists = [
        (each.event.id, name, figure)
        for each in told
        for name in ("figures", "held", "counted")
        for figure in getattr(each, name)
    ]
    claims = file.claims(figure.claim for _, _, figure in lists)
    items = [
        {"account": event, "list": name, "figure": figure, "claim": claims[figure.claim]}
        for event, name, figure in lists
    ]
    after = cursor_after(start, len(told), file.summary.accounts)
    return {"items": items, "next": after, "total": file.summary.accounts}


@_get("/reports", Listed[ReportBrief], _WRONG_PAGE)
def reports(request: HttpRequest, cursor: Cursor = None, limit: Limit = 100) -> Any:
    """Reports without their texts, newest first."""
    file, start = current_edition().file, start_of(cursor)
    return _listed(file.reports_newest(start, limit), start, file.summary.reports)


@_get("/reports/{report_id}", ReportShape, _WRONG)
def report(request: HttpRequest, report_id: str) -> Any:
    """One report with its text."""
    file = current_edition().file
    return {
        "report": _found(file.report(report_id)),
        "claims": [claim.id for claim in file.claims_of_report(report_id)],
        "accounts": [brief.id for brief in file.accounts_of_report(report_id)],
    }


@_get("/claims", Listed[ClaimShape], _WRONG_PAGE)
def claims(
    request: HttpRequest, cursor: Cursor = None, limit: Limit = 100, act: Act | None = None
) -> Any:
    """Claims, in order of report and passage; of one act where it is given."""
    file, start = current_edition().file, start_of(cursor)
    total = file.summary.claims if act is None else file.claims_of_act_count(act)
    found = file.claims_from(start, limit) if act is None else file.claims_of_act(act, start, limit)
    corrected = file.corrections_among(claim.id for claim in found)
    shown = [{"claim": each, "corrected": each.id in corrected} for each in found]
    return _listed(shown, start, total)


@_get("/claims/{claim_id}", ClaimShape, _WRONG)
def claim(request: HttpRequest, claim_id: str) -> Any:
    """One claim with its words."""
    file = current_edition().file
    found = _found(file.claims([claim_id]).get(claim_id))
    return {"claim": found, "corrected": bool(file.corrections_among([claim_id]))}


@_get("/promises", Listed[PromiseBrief], _WRONG_PAGE)
def promises(
    request: HttpRequest,
    cursor: Cursor = None,
    limit: Limit = 100,
    state: PledgeState | None = None,
) -> Any:
    """Promises and how they stand on the day of the Edition; in one state where it is given."""
    told, start = _promised(), start_of(cursor)
    found = [each for each in told if state in (None, each.standing.state)]
    shown = [PromiseBrief.of(each) for each in found[start : start + limit]]
    return _listed(shown, start, len(found))


@_get("/promises/{promise_id}", Promised, _WRONG)
def promise(request: HttpRequest, promise_id: str) -> Any:
    """One promise: how it stands by each account, and what each claim adds to it."""
    return _found(next((each for each in _promised() if each.pledge.id == promise_id), None))


@_get("/promises/{promise_id}/lists", ListedShape, _WRONG)
def listed(request: HttpRequest, promise_id: str) -> Any:
    """What lists of sanctions say of whom a promise means: its entries, and what became of each."""
    file = current_edition().file
    _found(arranged_in(file).told.chains.get(promise_id))
    lists = lists_in(file)
    entries = lists.listings.get(promise_id, ())
    return {"lists": list(lists.editions.values()), "entries": list(entries)}


@_get("/deals", Listed[DealBrief], _WRONG_PAGE)
def deals(request: HttpRequest, cursor: Cursor = None, limit: Limit = 100) -> Any:
    """Releases and promises that speakers tie together, or deny to be tied."""
    found, start = arranged_in(current_edition().file).deals, start_of(cursor)
    return _listed([*map(DealBrief.of, found[start : start + limit])], start, len(found))


@_get("/deals/{deal_id}", DealShape, _WRONG)
def deal(request: HttpRequest, deal_id: str) -> Any:
    """One deal: what ties it, by whose word, and both sides on one time line."""
    file = current_edition().file
    arranged = arranged_in(file)
    found = _found(next((each for each in arranged.deals if each.id == deal_id), None))
    on = file.summary.as_of
    return {"deal": found, "on": on, "timeline": timeline_of(found, arranged.told, on)}


@api.post("/search", response={200: AnswerShape, 400: Problem, 422: Problem})
def search(request: HttpRequest, question: Question) -> Any:
    """People, accounts or reports by words in any script; nothing of it is kept."""
    now = current_edition()
    match question.kind:
        case Sought.PEOPLE:
            return _people_found(now, question)
        case Sought.ACCOUNTS:
            places = now.search.accounts(question.sought).places
            some = _some(places, question)
            told = [(each.id, each.title) for each in now.file.briefs_at(some)]
        case Sought.REPORTS:
            places = now.search.reports(question.sought).places
            some = _some(places, question)
            told = [(each.id, each.title) for each in now.file.reports_at(some)]
    items = [FoundShape(id=key, title=title, spelling=None, fit=None) for key, title in told]
    return AnswerShape(items=items, total=len(places), typed=None)


def _people_found(now: OpenEdition, question: Question) -> AnswerShape:
    found = now.search.people(question.sought)
    places = _some(found.places, question)
    people = now.file.people_at(places)
    items = [
        FoundShape(
            id=people[place].id,
            title=people[place].name,
            spelling=name.spelling if (name := found.names.get(place)) else None,
            fit=name.fit if name else None,
        )
        for place in places
    ]
    return AnswerShape(items=items, total=len(found.places), typed=found.typed)


def _promised() -> tuple[Promised, ...]:
    """Every promise, as it stands on the day of the Edition; worked out once for each."""
    return _promised_in(current_edition().file)


@lru_cache(maxsize=2)
def _promised_in(file: EditionFile) -> tuple[Promised, ...]:
    arranged = arranged_in(file)
    return tuple(promises_on(file.summary.as_of, arranged, arranged.told.chains))


def _some(places: Sequence[int], question: Question) -> Sequence[int]:
    return places[question.start : question.start + question.limit]


def _listed(items: Sequence[Any], start: int, total: int) -> dict[str, Any]:
    after = cursor_after(start, len(items), total)
    return {"items": list(items), "next": after, "total": total}


def _custody(file: EditionRecords, people: Sequence[Person], on: date) -> list[dict[str, Any]]:
    told = file.claims(mention.claim for person in people for mention in person.mentions)
    reports = file.reports_by_id(each.report for each in told.values())
    answers = custody_on(on, told.values(), people, reports=reports.values())
    return [
        {
            "person": person.id,
            "on": on,
            "custody": answers[person.id],
            "claims": list(dict.fromkeys(mention.claim for mention in person.mentions)),
        }
        for person in people
    ]


def _person(file: EditionRecords, person_id: str) -> Person:
    found = file.person(person_id)
    if found is None and (now := file.now_at(RecordKind.PERSON, person_id)):
        found = file.person(now)
    return _found(found)


def _found[T](found: T | None) -> T:
    if found is None:
        raise Http404
    return found
