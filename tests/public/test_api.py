"""The API: what it answers, that its description holds, and what it never gives. All invented."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import schemathesis
import urllib3
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import BaseSchema, GenerationMode

from public import fictional
from public.test_pages import get

ROOT = Path(__file__).parents[2]
LISTS = (
    *("people", "accounts", "reports", "claims", "figures", "changes", "custody?on=2031-05-05"),
    *("promises", "deals"),
)


KEPT = json.loads((ROOT / "docs/reference/habeas-api-1.openapi.json").read_text("utf-8"))
OPERATIONS = [(path, method) for path, methods in KEPT["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def described(ruritania: str) -> BaseSchema:
    """Return the description as the server gives it."""
    return schemathesis.openapi.from_url(f"{ruritania}/api/1/openapi.json")


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_answer_is_as_described(
    described: BaseSchema, ruritania: str, path: str, method: str, mode: GenerationMode
) -> None:
    operation = described[path][method]

    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def answers(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(base_url=ruritania)

    try:
        answers()
    except Unsatisfiable:
        # Nothing wrong can be sent where nothing is taken.
        assert mode is GenerationMode.NEGATIVE


def ask(address: str) -> dict[str, object]:
    """What stands at an address of the API."""
    answer = get(address)
    assert answer.status == 200, answer.text
    found: dict[str, object] = json.loads(answer.text)
    return found


def seek(site: str, **question: object) -> urllib3.BaseHTTPResponse:
    """Post a search."""
    with urllib3.PoolManager() as pool:
        return pool.request("POST", f"{site}/api/1/search", json=question)


def test_the_kept_description_is_current() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "openapi.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_edition_says_what_it_is(ruritania: str) -> None:
    found = ask(f"{ruritania}/api/1/edition")
    assert found["title"] == fictional.ruritania.title
    assert found["withheld"] == 3
    assert len(str(found["digest"])) == 64


@pytest.mark.parametrize("listed", LISTS)
def test_a_list_can_be_walked_through_to_its_end(ruritania: str, listed: str) -> None:
    sign = "&" if "?" in listed else "?"
    address = f"{ruritania}/api/1/{listed}{sign}limit=2"
    page = ask(address)
    seen = list(page["items"])  # type: ignore[call-overload]
    while page["next"]:
        page = ask(f"{address}&cursor={page['next']}")
        seen += page["items"]
    whole = ask(f"{ruritania}/api/1/{listed}{sign}limit=200")
    assert seen == whole["items"]
    assert whole["next"] is None


def test_a_cursor_of_another_edition_is_refused(ruritania: str) -> None:
    for cursor in ("000000000000.2", "x", "%00", "٣"):
        answer = get(f"{ruritania}/api/1/people?cursor={cursor}")
        assert answer.status == 409
        assert "begin anew" in answer.text


def test_an_account_and_its_figures_lead_to_words(ruritania: str) -> None:
    event = fictional.account.event.id
    found = ask(f"{ruritania}/api/1/accounts/{event}")
    assert found["unnamed"] == {"low": 121, "high": 121}
    figures = ask(f"{ruritania}/api/1/figures")["items"]
    assert isinstance(figures, list)
    words = {each["claim"]["passage"]["exact"] for each in figures}
    assert fictional.pardon.passage.exact in words


def test_custody_on_a_day_comes_with_its_claims(ruritania: str) -> None:
    address = f"{ruritania}/api/1/people/{fictional.anna.id}/custody?on="
    found = ask(f"{address}2031-06-01")
    assert found["custody"] == "free"
    assert found["claims"]
    assert ask(f"{address}2030-01-01")["custody"] == "unknown"
    assert get(f"{address}yesterday").status == 422


def test_a_promise_and_its_deal_lead_to_each_other_and_to_words(ruritania: str) -> None:
    def told(path: str) -> Any:
        return ask(f"{ruritania}/api/1/{path}")

    (brief,) = told("promises")["items"]
    promise = told(f"promises/{brief['id']}")
    assert promise["standing"]["state"] == brief["state"]
    assert fictional.tariffs.id in promise["pledge"]["claims"]
    assert told("promises?state=delivered")["total"] == 0
    assert told(f"promises?state={brief['state']}")["items"] == [brief]
    (deal,) = brief["deals"]
    found = told(f"deals/{deal}")
    assert brief["id"] in found["deal"]["pledges"]
    assert fictional.traded.passage.exact in {each["words"] for each in found["timeline"]}


def test_a_search_is_posted_and_an_error_repeats_nothing(ruritania: str) -> None:
    answer = seek(ruritania, sought="Hentzau")
    assert answer.headers["Cache-Control"] == "no-store"
    (only,) = answer.json()["items"]
    assert only["id"] == fictional.rudolf.id
    assert only["fit"] == 3
    assert seek(ruritania, sought="tariffs", kind="reports").json()["total"] == 1
    assert seek(ruritania, sought="pardoned", kind="accounts").json()["total"] == 1
    wrong = seek(ruritania, sought="Hentzau", kind="Zenda")
    assert wrong.status == 422
    assert b"entzau" not in wrong.data
    assert b"Zenda" not in wrong.data
    assert get(f"{ruritania}/api/1/search").status == 405


def test_an_answer_that_is_known_is_not_sent_again(ruritania: str) -> None:
    first = get(f"{ruritania}/api/1/people")
    again = get(f"{ruritania}/api/1/people", If_None_Match=first.headers["etag"])
    assert (again.status, again.wire) == (304, 0)


@pytest.mark.parametrize(
    "path",
    [
        "people/x",
        "claims/x",
        "reports/x",
        "accounts/x",
        "promises/x",
        "deals/x",
        "people/x/custody?on=2031-01-01",
    ],
)
def test_what_is_not_there_is_said_so_in_json(ruritania: str, path: str) -> None:
    answer = get(f"{ruritania}/api/1/{path}")
    assert answer.status == 404
    assert json.loads(answer.text) == {"detail": "Not Found"}


def test_search_engines_are_asked_to_leave_out_what_names_people(ruritania: str) -> None:
    told = get(f"{ruritania}/robots.txt").text.splitlines()
    for path in ("/people/", "/claims/", "/api/1/", "/cite/", "/search/", "/ru/claims/"):
        assert f"Disallow: {path}" in told
    for path in ("api/1/people", f"cite/people/{fictional.anna.id}.bib", "changes.atom"):
        assert get(f"{ruritania}/{path}").headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in get(f"{ruritania}/").headers


def test_no_page_of_the_api_loads_anything(ruritania: str) -> None:
    assert get(f"{ruritania}/api/1/docs").status == 404
    page = get(f"{ruritania}/api/")
    assert "/api/1/openapi.json" in page.text
    assert not [
        each for each in page.tree.xpath("//script/@src") if not each.startswith("/static/")
    ]
