"""Whatever an Edition holds, its pages can be made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from habeas.model.editions import Edition
from habeas.register.edition_file import write_edition
from public import fictional
from public.conftest import site
from public.test_pages import get
from register.made_up.editions import editions


@pytest.fixture(scope="module")
def replaceable() -> Iterator[tuple[Path, str]]:
    """Return the path of an Edition and the address it is served at."""
    with site() as path_and_address:
        yield path_and_address


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(edition=editions())
def test_every_page_of_any_edition_can_be_made(
    replaceable: tuple[Path, str], edition: Edition
) -> None:
    path, address = replaceable
    write_edition(edition, path)
    pages = ["/", "/people/", "/reports/", "/about/"]
    pages += [f"/accounts/{account.event.id}/" for account in edition.accounts]
    pages += [f"/reports/{report.id}/" for report in edition.reports]
    pages += [f"/people/{person.id}/" for person in edition.people]
    for page in pages:
        answer = get(address + page)
        assert answer.status == 200, page
        assert answer.tree.xpath("//h1")


def test_a_new_edition_is_served_without_a_restart(replaceable: tuple[Path, str]) -> None:
    path, address = replaceable
    write_edition(fictional.nothing, path)
    assert "holds no account yet" in get(address + "/").text
    before = get(address + "/").headers["etag"]
    write_edition(fictional.ruritania, path)
    assert "123 prisoners pardoned in Ruritania" in get(address + "/", If_None_Match=before).text


def test_a_broken_edition_gives_a_page_that_admits_it(replaceable: tuple[Path, str]) -> None:
    path, address = replaceable
    path.write_bytes(b"not an edition")
    answer = get(address + "/")
    assert answer.status == 500
    assert "Something broke" in answer.text
    assert "edition.sqlite" not in answer.text
    path.unlink()
    write_edition(fictional.nothing, path)
    assert get(address + "/").status == 200
