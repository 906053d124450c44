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


def test_who_cannot_unpack_gets_it_plain(ruritania: str) -> None:
    get(f"{ruritania}/about/")
    with urllib3.PoolManager() as pool:
        plain = pool.request("GET", f"{ruritania}/about/", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert b"<h1>" in plain.data


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
