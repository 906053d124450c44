"""Coming in: one-time links, passkeys, codes; and who may open what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.conftest import Desk, Seat
from habeas.model.restrictions import Role

if TYPE_CHECKING:
    pass


def test_the_first_administrator_comes_in_by_a_one_time_link(desk: Desk, seat: Seat) -> None:
    page = seat(Role.ADMINISTRATOR)
    page.goto("/team/")
    assert "ada" in page.locator("main").inner_text()
    page.goto(desk.first)
    assert "has ended" in page.locator("h1").inner_text()


def test_a_reader_may_not_open_what_administrators_may(desk: Desk, seat: Seat) -> None:
    page = seat(Role.READER)
    answer = page.goto("/team/")
    assert answer
    assert answer.status == 403
