"""Pages kept in memory: the same for whoever asks again, and never another's. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest
import urllib3

from habeas.register.edition_file import write_edition
from public import fictional
from public.conftest import serving
from public.test_pages import PAGES, get, post


def test_a_page_is_the_same_the_second_time(ruritania: str) -> None:
    for path in PAGES.values():
        first, second = get(ruritania + path), get(ruritania + path)
        assert first.text == second.text, path
        differing = {"date", "content-length"}
        assert {k: v for k, v in first.headers.items() if k not in differing} == {
            k: v for k, v in second.headers.items() if k not in differing
        }


@pytest.mark.parametrize("first", ["identity", "gzip"])
def test_who_cannot_unpack_gets_the_same_plain(tmp_path: Path, first: str) -> None:
    path = tmp_path / "edition.sqlite"
    write_edition(fictional.ruritania, path)
    asked = [first, "identity", "gzip", "identity", "gzip"]
    with serving(path) as address, urllib3.PoolManager() as pool:
        for page in PAGES.values():
            answers: dict[str, list[tuple[bytes, dict[str, str]]]] = {}
            for encoding in asked:
                got = pool.request("GET", address + page, headers={"Accept-Encoding": encoding})
                assert ("content-encoding" in got.headers) == (encoding == "gzip"), page
                answers.setdefault(encoding, []).append(_told(got))
            assert answers["identity"] == answers["identity"][:1] * len(answers["identity"])
            assert answers["gzip"] == answers["gzip"][:1] * len(answers["gzip"])
            (plain, headers), (packed, others) = answers["identity"][0], answers["gzip"][0]
            assert plain == packed
            assert others == headers | {
                "content-encoding": "gzip",
                "content-length": others["content-length"],
                "etag": f"W/{headers['etag']}",
            }


def _told(got: urllib3.BaseHTTPResponse) -> tuple[bytes, dict[str, str]]:
    return got.data, {key.lower(): value for key, value in got.headers.items() if key != "Date"}


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_who_holds_a_kept_page_is_told_so(ruritania: str, encoding: str) -> None:
    wanted = {"Accept-Encoding": encoding}
    with urllib3.PoolManager() as pool:
        held = pool.request("GET", f"{ruritania}/about/", headers=wanted).headers["ETag"]
        again = pool.request("GET", f"{ruritania}/about/", headers=wanted | {"If-None-Match": held})
    assert (again.status, again.data) == (304, b"")


def test_a_page_holds_the_address_it_was_asked_by(ruritania: str) -> None:
    path = PAGES["account"]
    port = ruritania.rpartition(":")[2]
    for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
        for _ in range(2):
            assert f"http://{host}{path}" in get(ruritania + path, Host=host).text


def test_a_page_that_is_kept_is_not_given_under_a_strange_name(ruritania: str) -> None:
    assert get(f"{ruritania}/about/").status == 200
    assert get(f"{ruritania}/about/", Host="evil.example").status == 400


def test_a_search_is_answered_anew(tmp_path: Path) -> None:
    path = tmp_path / "edition.sqlite"
    write_edition(fictional.ruritania, path)
    with serving(path) as address:
        assert "Rudolf Hentzau" in post(f"{address}/search/", sought="Hentzau").text
        write_edition(fictional.nothing, path)
        assert "Nothing was found" in post(f"{address}/search/", sought="Hentzau").text


@pytest.mark.parametrize("page", ["home", "people", "accounts", "api"])
def test_a_page_of_an_edition_that_was_replaced_is_gone(tmp_path: Path, page: str) -> None:
    path = tmp_path / "edition.sqlite"
    write_edition(fictional.ruritania, path)
    with serving(path) as address:
        before = get(address + PAGES[page])
        assert get(address + PAGES[page]).text == before.text
        write_edition(fictional.nothing, path)
        after = get(address + PAGES[page], If_None_Match=before.headers["etag"])
        assert after.status == 200
        assert after.text != before.text
