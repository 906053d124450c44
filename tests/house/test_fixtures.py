"""The servers that tests ask for are real and clean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_database_of_its_own_for_each_test(postgres_url: str, empty_postgres_url: str) -> None:
    assert postgres_url != empty_postgres_url
    with psycopg.connect(empty_postgres_url) as connection:
        tables = connection.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        ).fetchone()
        encoding = connection.execute("SHOW server_encoding").fetchone()
    assert tables == (0,)
    assert encoding == ("UTF8",)


def test_a_stranger_on_this_machine_is_not_let_in(postgres_url: str) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(postgres_url, password="guess")


def test_the_browser_shows_a_page(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<!doctype html><title>Held</title><h1>1,197</h1>", encoding="utf-8")
    page.goto(file.as_uri())
    assert page.title() == "Held"
    assert page.get_by_role("heading").inner_text() == "1,197"
