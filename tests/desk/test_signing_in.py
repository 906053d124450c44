"""Coming in: one-time links, passkeys, passwords with codes; and what is told to nobody."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import sqlite3
import subprocess
import time
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from desk import fictional
from desk.conftest import (
    FIRST,
    HABEAS,
    PASSWORD,
    Desk,
    Seat,
    code_of,
    confirm,
    environment,
    invite,
    join,
    running,
    secret_in,
    watch,
)
from habeas.model.restrictions import Role
from habeas.server.store_settings import StorePlace

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PLUGGED_IN = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
"""A device with a fingerprint reader, as Chromium plays it (WebAuthn.addVirtualAuthenticator)."""


def plug_in(page: Page) -> None:
    """Give a page a device that makes passkeys."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": PLUGGED_IN})


def choose_name(page: Page, name: str) -> None:
    page.get_by_label("Your name here").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password, again").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in/")


def ask(desk: Desk, path: str, *, host: str | None = None) -> http.client.HTTPResponse:
    """Ask without a browser."""
    place = urlsplit(desk.url)
    connection = http.client.HTTPConnection("127.0.0.1", place.port or 0, timeout=20)
    connection.request("GET", path, headers={"Host": host or place.netloc})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_the_first_administrator_signs_in_with_a_passkey(tmp_path: Path, browser: Browser) -> None:
    faults: list[str] = []
    with running(StorePlace(home=tmp_path / "home")) as desk:
        context = browser.new_context(base_url=desk.url)
        watch(context, faults)
        page = context.new_page()
        plug_in(page)
        page.goto(desk.first)
        choose_name(page, FIRST)
        page.get_by_role("link", name="Add a passkey").click()
        expect(page.get_by_label("Sign in with it alone")).to_be_checked()
        page.get_by_role("button", name="Add it").click()
        expect(page.get_by_label("Unused codes")).to_be_visible()
        sign_out(page)
        page.get_by_role("button", name="Sign in with a passkey").click()
        expect(page.get_by_role("link", name=FIRST)).to_be_visible()
        page.goto("/team/")
        expect(page.get_by_role("row", name=FIRST)).to_contain_text("Administrator")
        page.goto("/own/passkeys/")
        expect(page.get_by_text("last used")).to_be_visible()
        context.close()
    assert not faults


def test_nothing_is_shown_before_the_second_lock_is_there(tmp_path: Path, browser: Browser) -> None:
    with running(StorePlace(home=tmp_path / "home")) as desk:
        page = browser.new_page(base_url=desk.url)
        page.goto(desk.first)
        choose_name(page, FIRST)
        page.goto("/reports/")
        expect(page.get_by_role("heading", name="Add a second lock")).to_be_visible()
        page.close()


def test_the_first_link_ends_with_an_hour_a_restart_or_its_use(
    tmp_path: Path, browser: Browser
) -> None:
    place = StorePlace(home=tmp_path / "home")
    with running(place) as desk:
        first = desk.first
        assert secret_in(first) not in (tmp_path / "home" / "register.sqlite").read_bytes().decode(
            "latin-1"
        )
    with running(place) as desk:
        assert ask(desk, urlsplit(first).path).status == 410
        page = browser.new_page(base_url=desk.url)
        join(page, desk.first, FIRST)
        page.goto(desk.first)
        expect(page.get_by_role("heading", name="This link has ended")).to_be_visible()
        page.close()
    with running(place) as desk:
        assert desk.first == ""
    with running(StorePlace(home=tmp_path / "other")) as desk:
        kept = sqlite3.connect(tmp_path / "other" / "register.sqlite")
        with closing(kept) as database, database:
            database.execute("UPDATE desk_invitation SET expires_at = '2026-01-01 00:00:00'")
        assert ask(desk, urlsplit(desk.first).path).status == 410


def test_a_password_alone_opens_nothing(desk: Desk, seat: Seat, browser: Browser) -> None:
    administrator = seat(Role.ADMINISTRATOR)
    link = invite(administrator, desk, Role.READER)
    page = browser.new_page(base_url=desk.url)
    secret = join(page, link, "grace")
    sign_out(page)
    page.get_by_label("Your name here").fill("grace")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto("/reports/")
    page.wait_for_url("**/sign-in/**")
    page.goto("/sign-in/code/")
    page.locator("#id_code").fill("000000")
    page.get_by_role("button", name="Sign In").click()
    expect(page.get_by_text("Incorrect code")).to_be_visible()
    page.locator("#id_code").fill(code_of(secret, at=time.time() + 30))
    page.get_by_role("button", name="Sign In").click()
    expect(page.get_by_role("link", name="grace")).to_be_visible()
    page.close()


def test_whoever_guesses_is_locked_out(desk: Desk, browser: Browser) -> None:
    page = browser.new_page(base_url=desk.url)
    for _ in range(6):
        page.goto("/sign-in/")
        page.get_by_label("Your name here").fill("mallory")
        page.get_by_label("Password").fill("a wrong and long guess")
        page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Too many")
    page.close()


def test_a_weak_password_and_a_name_that_is_taken_are_refused(
    desk: Desk, seat: Seat, browser: Browser
) -> None:
    link = invite(seat(Role.ADMINISTRATOR), desk, Role.READER)
    page = browser.new_page(base_url=desk.url)
    page.goto(link)
    for name, password, told in (
        ("linus", "short", "at least 12 characters"),
        ("ADA", PASSWORD, "name is taken"),
    ):
        page.get_by_label("Your name here").fill(name)
        page.get_by_label("Password", exact=True).fill(password)
        page.get_by_label("Password, again").fill(password)
        page.get_by_role("button", name="Go on").click()
        expect(page.locator(".error")).to_contain_text(told)
    page.close()


def test_a_role_changes_at_once_and_can_be_taken_back(desk: Desk, seat: Seat) -> None:
    administrator, other = seat(Role.ADMINISTRATOR), seat(Role.DOCUMENTER)
    other.goto("/reports/")
    administrator.goto("/team/")
    row = administrator.get_by_role("row", name="documenter")
    row.get_by_role("link", name="Change role").click()
    confirm(administrator)
    administrator.get_by_label("Role").select_option("")
    administrator.get_by_label("Reason").fill("left the team")
    administrator.get_by_role("button", name="Save").click()
    expect(administrator.get_by_text("documenter: no access from now on")).to_be_visible()
    answer = other.goto("/reports/")
    assert answer is not None
    assert answer.status == 403
    administrator.locator("#said").get_by_role("button", name="Undo").click()
    expect(administrator.get_by_text("documenter: Documenter from now on")).to_be_visible()
    answer = other.goto("/reports/")
    assert answer is not None
    assert answer.status == 200
    with desk.open_store():
        from habeas.store.roles import role_decisions

        made = [each for each in role_decisions() if each.name == "documenter"]
    assert [(each.role, each.by) for each in made[1:]] == [
        (None, FIRST),
        (Role.DOCUMENTER, FIRST),
    ]
    assert made[1].reason == "left the team"


def test_the_last_administrator_stays(desk: Desk, seat: Seat) -> None:
    page = seat(Role.ADMINISTRATOR)
    page.goto("/team/")
    page.get_by_role("row", name=FIRST).get_by_role("link", name="Change role").click()
    confirm(page)
    page.get_by_label("Role").select_option("reader")
    page.get_by_label("Reason").fill("a slip")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Somebody must stay")).to_be_visible()


def test_a_link_that_was_taken_back_or_used_has_ended(desk: Desk, seat: Seat) -> None:
    administrator = seat(Role.ADMINISTRATOR)
    link = invite(administrator, desk, Role.READER)
    administrator.goto("/team/")
    administrator.get_by_role("button", name="Take back").first.click()
    expect(administrator.get_by_text("The link no longer works")).to_be_visible()
    assert ask(desk, urlsplit(link).path).status == 410
    administrator.locator("#said").get_by_role("button", name="Undo").click()
    expect(administrator.get_by_text("The link works again")).to_be_visible()
    assert ask(desk, urlsplit(link).path).status == 200
    assert ask(desk, urlsplit(desk.first).path).status == 410


def test_a_lost_passkey_is_set_anew_by_a_link(desk: Desk, seat: Seat, browser: Browser) -> None:
    administrator = seat(Role.ADMINISTRATOR)
    seat(Role.PUBLISHER).close()
    administrator.goto("/team/")
    administrator.get_by_role("row", name="publisher").get_by_role(
        "button", name="New link"
    ).click()
    confirm(administrator)
    link = administrator.get_by_label("One-time link").input_value()
    page = browser.new_page(base_url=desk.url)
    page.goto(link)
    assert page.get_by_label("Your name here").count() == 0
    page.get_by_label("Password", exact=True).fill(PASSWORD + " anew")
    page.get_by_label("Password, again").fill(PASSWORD + " anew")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Add a second lock")).to_be_visible()
    page.close()
    desk.states.pop(Role.PUBLISHER.value)
    with desk.open_store():
        from habeas.store.roles import role_decisions

        last = role_decisions()[-1]
    assert (last.name, last.role, last.by) == ("publisher", Role.PUBLISHER, FIRST)


def test_whoever_has_the_files_lets_in_who_lost_every_way(tmp_path: Path, browser: Browser) -> None:
    place = StorePlace(home=tmp_path / "home")
    with running(place) as desk:
        page = browser.new_page()
        join(page, desk.first, FIRST)
        page.close()
    with running(place, "--renew", FIRST) as desk:
        assert desk.process.stdout is not None
        page = browser.new_page()
        page.goto(desk.process.stdout.readline().strip())
        expect(page.get_by_role("heading", name=f"Set a new password for {FIRST}")).to_be_visible()
        page.close()
    command = [*HABEAS, "serve", "--desk", "--port", "0", "--renew", "mallory"]
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment(place), timeout=60
    )
    assert ran.returncode == 6
    assert "mallory" not in ran.stderr


PAGES = ("/sign-in/", "/not/there/", "/reports/", "/static/desk/desk.css")


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_tells_the_browser_to_load_and_keep_nothing(desk: Desk, path: str) -> None:
    headers = ask(desk, path).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Server"] is None
    if not path.startswith("/static/"):
        assert headers["Cache-Control"] == "no-store, private"
    for cookie in headers.get_all("Set-Cookie") or []:
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie


def test_the_desk_answers_to_its_own_name_alone(desk: Desk) -> None:
    assert ask(desk, "/sign-in/", host="evil.example").status == 400
    port = urlsplit(desk.url).port
    led = ask(desk, "/sign-in/", host=f"127.0.0.1:{port}")
    assert (led.status, led.headers["Location"]) == (302, f"{desk.url}/sign-in/")


def test_behind_a_web_server_with_tls(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    place = StorePlace(home=tmp_path / "home")
    with running(place, "--port", str(port), "--origin", "https://desk.example.org") as desk:
        assert desk.first.startswith("https://desk.example.org/join/")
        here = replace(desk, url=f"http://desk.example.org:{port}")
        answer = ask(here, "/sign-in/", host="desk.example.org")
        assert answer.status == 200
        assert answer.headers["Strict-Transport-Security"]
        cookies = answer.headers.get_all("Set-Cookie") or []
        assert cookies
        assert all(each.startswith("__Host-") and "Secure" in each for each in cookies)
        assert ask(here, "/sign-in/", host=f"localhost:{port}").status == 400


@pytest.mark.parametrize(
    "arguments",
    [("--host", "0.0.0.0", "--let-others-connect"), ("--origin", "http://a"), ("x.sqlite",)],
)
def test_what_would_open_the_desk_unprotected_is_refused(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    ran = subprocess.run(
        [*HABEAS, "serve", "--desk", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment(StorePlace(home=tmp_path / "home")),
        timeout=60,
    )
    assert ran.returncode == 2
    assert not (tmp_path / "home").exists()


def test_nothing_is_written_about_who_does_what(tmp_path: Path, browser: Browser) -> None:
    place = StorePlace(home=tmp_path / "home")
    with running(place) as desk:
        with desk.open_store():
            fictional.save()
        page = browser.new_page(base_url=desk.url)
        join(page, desk.first, FIRST)
        page.goto(f"/reports/{fictional.REPORT.id}/")
        page.goto("/reports/Jan-Petrov/")
        page.goto("/nowhere/Jan-Petrov/?q=Jan+Petrov")
        page.close()
        desk.process.send_signal(signal.SIGTERM)
        out, err = desk.process.communicate(timeout=20)
    assert not out
    assert not re.search(r"petrov|ada|reports|GET", err, re.IGNORECASE), err


def test_the_command_line_works_beside_the_tables_of_the_desk(desk: Desk) -> None:
    with desk.open_store():
        from habeas.store.verifying import verify_records

        end, broken = verify_records()
    assert broken is None
    assert end.number > 0
