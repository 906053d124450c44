"""The pages of signing in and of the team are in good order at every width."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from desk.conftest import Desk, Seat, confirm, invite
from desk.test_signing_in import choose_name
from habeas.model.restrictions import Role

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(
    desk: Desk, seat: Seat, axe: Callable[[Page], list[str]], browser: Browser, width: int
) -> None:
    page = seat(Role.ADMINISTRATOR, viewport={"width": width, "height": 844}, bypass_csp=True)
    found: dict[str, Any] = {}
    for path in ("/team/", "/team/1/role/", "/own/", "/own/codes/", "/own/passkeys/", "/none/"):
        page.goto(path)
        confirm(page)
        found[path] = axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    link = invite(page, desk, Role.READER)
    found["link"] = axe(page)
    outside = browser.new_page(
        base_url=desk.url, viewport={"width": width, "height": 844}, bypass_csp=True
    )
    for path in ("/sign-in/", link, desk.first):
        outside.goto(path)
        found[path] = axe(outside)
        assert outside.evaluate("document.documentElement.scrollWidth") <= width, path
    outside.goto(link)
    choose_name(outside, f"visitor{width}")
    expect(outside.get_by_role("link", name="Add a passkey")).to_be_visible()
    found["protect"] = axe(outside)
    for path in ("/own/app/", "/own/passkeys/add/"):
        outside.goto(path)
        found[path] = axe(outside)
        assert outside.evaluate("document.documentElement.scrollWidth") <= width, path
    outside.close()
    assert not any(found.values()), found
