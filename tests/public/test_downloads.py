"""The Edition as files from the public site. Everything in it is invented."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe

from habeas.model.editions import Edition
from habeas.register.exports.csv_files import read_csv
from habeas.register.exports.ftm import read_ftm
from habeas.register.exports.json_ld import read_json_ld
from habeas.register.exports.json_lines import read_json_lines
from habeas.register.exports.xlsx_file import read_xlsx
from public import fictional
from public.test_pages import get

if TYPE_CHECKING:
    from playwright.sync_api import Page

WHOLE = replace(fictional.ruritania, before=None, changes=(), former_ids=())


def from_zip(data: bytes) -> Edition:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return read_csv(archive.open)


READERS: dict[str, Callable[[bytes], Edition]] = {
    "csv": from_zip,
    "xlsx": read_xlsx,
    "jsonl": lambda data: read_json_lines(data.splitlines()),
    "ftm": lambda data: read_ftm(data.splitlines()),
    "json-ld": lambda data: read_json_ld(io.BytesIO(data)),
}


@pytest.mark.parametrize("form", READERS)
def test_each_file_holds_the_edition(ruritania: str, form: str) -> None:
    with urlopen(f"{ruritania}/downloads/{form}") as answer:
        found, headers = READERS[form](answer.read()), answer.headers
    assert headers["content-disposition"].startswith('attachment; filename="register-2031')
    assert (found.people, found.claims) == (WHOLE.people, WHOLE.claims)
    assert found.accounts in (WHOLE.accounts, ())
    again = get(f"{ruritania}/downloads/{form}", If_None_Match=headers["etag"])
    assert again.status == 304


def test_the_edition_itself_is_what_is_served(ruritania: str) -> None:
    with urlopen(f"{ruritania}/downloads/edition") as answer:
        data = answer.read()
    digest = get(f"{ruritania}/about/").tree.xpath("string(//code[@class='digest'])")
    assert hashlib.sha256(data).hexdigest() == digest
    assert get(f"{ruritania}/downloads/register").status == 404


def test_the_figures_of_an_account_have_their_words_and_voices(ruritania: str) -> None:
    event = fictional.account.event.id
    page = get(f"{ruritania}/accounts/{event}/")
    (link,) = page.tree.xpath("//a[contains(@href, 'figures.csv')]/@href")
    answer = get(ruritania + link)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    pardon = next(row for row in rows if row["claim"] == fictional.pardon.id)
    assert (pardon["low"], pardon["high"], pardon["counts"]) == ("123", "123", "freed")
    assert pardon["passage"] == fictional.pardon.passage.exact
    assert "the Court Gazette" in pardon["said_by"]
    assert get(f"{ruritania}/accounts/nothing/figures.csv").status == 404


def test_the_downloads_are_led_to_and_axe_finds_nothing(page: Page, ruritania: str) -> None:
    page.goto(f"{ruritania}/about/")
    page.get_by_role("link", name="Downloads").click()
    assert page.get_by_role("link", name="Workbook (XLSX)").is_visible()
    assert Axe().run(page).response["violations"] == []
