"""The desk as a process of its own, on either database, with people signed in to it.

`desk` is a running desk with an empty register, one for each module of tests; put records in
it with `desk.open_store()`. `seat(Role.REVIEWER)` gives a page of somebody who signed in.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from base64 import b32decode
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from hmac import digest
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from habeas.model.restrictions import Role
from habeas.server.store_settings import StorePlace
from store.conftest import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from house.postgres import Cluster

HABEAS = (sys.executable, "-c", "from habeas.cli.main import run; run()")
PASSWORD = "a long and quiet river"
FIRST = "ada"
"""The name of the first administrator."""

type Seat = Callable[..., Page]


@dataclass(slots=True, kw_only=True)
class Desk:
    """A running desk.

    Attributes:
        place: Where its data are.
        url: Its address, without the last slash.
        first: The link that makes the first administrator; empty where there was one.
        process: The server.
        states: What the browser of each role keeps, once somebody of it signed in.
    """

    place: StorePlace
    url: str
    first: str
    process: subprocess.Popen[str]
    states: dict[str, Any] = field(default_factory=dict)

    def open_store(self) -> AbstractContextManager[StorePlace]:
        """Open its register in this process too, to put something in or look at it."""
        return opened(self.place)

    @property
    def database(self) -> str:
        """`sqlite` or `postgresql`."""
        return "postgresql" if self.place.database_url else "sqlite"


@contextmanager
def running(place: StorePlace, *arguments: str) -> Iterator[Desk]:
    """Run `habeas serve --desk` until the block ends."""
    command = [*HABEAS, "serve", "--desk", "--port", "0", *arguments]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(place),
    )
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        url = process.stdout.readline().strip().rstrip("/")
        if not url:
            pytest.fail(process.communicate(timeout=20)[1])
        # The note that the link follows comes first, if there is one.
        process.stderr.readline()
        first = process.stdout.readline().strip() if _has_no_administrator(place) else ""
        try:
            yield Desk(place=place, url=url, first=first, process=process)
        finally:
            process.kill()


def environment(place: StorePlace) -> dict[str, str]:
    """Environment of a command that works on the register of a place."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DJANGO")}
    kept.pop("DATABASE_URL", None)
    kept["HABEAS_HOME"] = str(place.home)
    kept["HABEAS_KEY"] = str(key_of(place))
    kept.pop("HABEAS_EDITION", None)
    if place.database_url:
        kept["DATABASE_URL"] = place.database_url
    return kept


def key_of(place: StorePlace) -> Path:
    """The file of the key from outside; the desk does not find one there at first."""
    return place.home.with_name("key-of-the-desk")


def _has_no_administrator(place: StorePlace) -> bool:
    with opened(place):
        from habeas.store.roles import roles

        return Role.ADMINISTRATOR not in roles().values()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def desk_place(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[StorePlace]:
    """Return the place of an empty register, on either database."""
    home = tmp_path_factory.mktemp("desk") / "home"
    if request.param == "sqlite":
        yield StorePlace(home=home)
        return
    cluster: Cluster = request.getfixturevalue("postgres")
    url = cluster.create_database()
    yield StorePlace(home=home, database_url=url)
    cluster.drop_database(url)


@pytest.fixture(scope="module")
def desk(desk_place: StorePlace) -> Iterator[Desk]:
    """Return a running desk with an empty register; the tests of one module share it."""
    # The walk through everything and the tests of processes have as many as people have.
    with running(desk_place, "--workers", "1") as one:
        yield one


def code_of(secret: str, *, at: float | None = None) -> str:
    """The one-time code that an app shows now (RFC 6238, six digits, 30 seconds)."""
    moment = int((time.time() if at is None else at) // 30)
    key = b32decode(secret + "=" * (-len(secret) % 8))
    mac = digest(key, moment.to_bytes(8, "big"), "sha1")
    at_ = mac[-1] & 15
    return f"{(int.from_bytes(mac[at_ : at_ + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


def join(page: Page, link: str, name: str) -> str:
    """Use a one-time link and an app for codes; returns the secret of the app."""
    page.goto(link)
    page.get_by_label("Your name here").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password, again").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("link", name="Use an app").click()
    secret = page.get_by_label("Secret for the app").input_value()
    page.get_by_label("Code from the app").fill(code_of(secret))
    page.get_by_role("button", name="Use this app").click()
    page.wait_for_url("**/own/codes/")
    return secret


def confirm(page: Page) -> None:
    """Show that it is still the same person, where the desk asks for it."""
    if "/own/again/" in page.url:
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Confirm").click()


def invite(page: Page, desk: Desk, role: Role) -> str:
    """Invite somebody as an administrator who is signed in; returns the one-time link."""
    page.goto(f"{desk.url}/team/")
    page.get_by_label("Whom", exact=True).fill(f"a {role.value}")
    page.get_by_label("Role", exact=True).select_option(role.value)
    page.get_by_role("button", name="Make a link").click()
    confirm(page)
    return page.get_by_label("One-time link").input_value()


def state_of(desk: Desk, browser: Browser, role: Role) -> Any:
    """What the browser of somebody with a role keeps after signing in; made on first use."""
    if role.value in desk.states:
        return desk.states[role.value]
    if role is Role.ADMINISTRATOR:
        context = browser.new_context()
        join(context.new_page(), desk.first, FIRST)
    else:
        administrator = browser.new_context(
            storage_state=state_of(desk, browser, Role.ADMINISTRATOR)
        )
        link = invite(administrator.new_page(), desk, role)
        desk.states[Role.ADMINISTRATOR.value] = administrator.storage_state()
        administrator.close()
        context = browser.new_context()
        join(context.new_page(), link, role.value)
    desk.states[role.value] = context.storage_state()
    context.close()
    return desk.states[role.value]


@pytest.fixture
def seat(desk: Desk, browser: Browser) -> Iterator[Seat]:
    """Return a function: role → page of somebody with that role who signed in.

    Names are those of the roles; that of the administrator is `ada`. Whatever else is given
    goes to the browser's new context: `java_script_enabled=False`, `viewport=…`. The test
    fails at its end if a script threw, or if anything was asked of another machine.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(role: Role, **wanted: Any) -> Page:
        wanted = {"viewport": {"width": 1280, "height": 800}, **wanted}
        context = browser.new_context(
            storage_state=state_of(desk, browser, role), base_url=desk.url, **wanted
        )
        # A preview is made by a process beside the desk, which waits for a busy machine.
        context.set_default_navigation_timeout(120_000)
        contexts.append(context)
        watch(context, faults)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


def watch(context: BrowserContext, faults: list[str]) -> None:
    """Note every error of a script and everything asked of another machine."""

    def asked(request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme.startswith(("http", "ws")) and address.hostname != "localhost":
            faults.append(f"asked {address.hostname}")

    context.on("request", asked)
    context.on("weberror", lambda error: faults.append(str(error.error)))


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Return a function: page → what axe finds wrong with it as it stands."""
    from axe_playwright_python.sync_playwright import Axe

    def violations(page: Page) -> list[str]:
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]

    return violations


def secret_in(text: str) -> str:
    """The secret part of a one-time link."""
    found = re.search(r"/join/([\w-]+)/", text)
    assert found
    return found[1]
