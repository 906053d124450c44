"""What every test may ask for: a real PostgreSQL server, a real browser.

Both are found on this machine (`make test` installs them where they are missing). A test
that asks for one that is not there fails and says what to install; it never skips.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

from house.postgres import Cluster, stop_cluster

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

SERVERS = "HABEAS_TEST_SERVERS"
"""Environment variable that tells the workers of one run which folder they share."""

NEEDS_A_SERVER = {"postgres_url", "empty_postgres_url", "browser", "page"}

STARTS_WHOLE_COMMANDS = {
    "cli/test_reading.py",
    "cli/test_faults.py",
    "store/test_killed.py",
    "store/test_verbs.py",
}
"""Files in which most tests start `habeas` as a process that loads the English model."""

CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# A first call that loads the parser or the database takes longer than any deadline worth having.
settings.register_profile("local", deadline=None, print_blob=True)
# The same examples each time: a change is judged by what it changed, not by luck.
settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True)
# For `make check`: enough to catch a slip at once; the other profiles look further.
settings.register_profile("quick", deadline=None, print_blob=True, max_examples=20)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_configure(config: pytest.Config) -> None:
    """Give the workers of this run one folder, made by the process that starts them."""
    if not hasattr(config, "workerinput"):
        os.environ[SERVERS] = tempfile.mkdtemp(prefix="habeas-test-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what the workers started, after the last of them."""
    if not hasattr(config, "workerinput"):
        folder = Path(os.environ.pop(SERVERS))
        stop_cluster(folder)
        shutil.rmtree(folder, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow every test that asks for a server or a browser, or starts whole commands."""
    here = Path(__file__).parent
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        # A fixture with one variant for each database names the database as its parameter.
        callspec = getattr(item, "callspec", None)
        on_a_server = callspec is not None and "postgresql" in callspec.params.values()
        file = item.path.relative_to(here).as_posix() if item.path.is_relative_to(here) else ""
        if NEEDS_A_SERVER & asked or on_a_server or file in STARTS_WHOLE_COMMANDS:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def postgres() -> Cluster:
    """Return the PostgreSQL server of this run; the first test to ask starts it."""
    return Cluster.shared_in(Path(os.environ[SERVERS]))


@pytest.fixture(scope="session")
def postgres_url(postgres: Cluster) -> str:
    """Return the URL of a database this worker has to itself, empty at first."""
    return postgres.create_database()


@pytest.fixture
def empty_postgres_url(postgres: Cluster) -> Iterator[str]:
    """Return the URL of an empty database that lives as long as one test."""
    url = postgres.create_database()
    yield url
    postgres.drop_database(url)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the system's Chromium."""
    for name in CHROMIUM_NAMES:
        if path := shutil.which(name):
            return path
    pytest.fail("no Chromium here: install it ('apt-get install chromium'), or run 'make test'")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Return a headless Chromium, one for each worker."""
    from playwright.sync_api import sync_playwright

    # Playwright leaves an event loop in this thread; Django takes that for asynchronous code
    # and would refuse every query of the tests that follow.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page of a fresh profile, 1280 by 800 pixels.

    The test fails at its end if a script threw, or if anything was asked of another machine.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    asked_elsewhere: list[str] = []
    thrown: list[str] = []

    def watch(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname not in {
            "127.0.0.1",
            "localhost",
            "::1",
        }:
            asked_elsewhere.append(request.url)

    context.on("request", watch)
    context.on("weberror", lambda error: thrown.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert not asked_elsewhere, "a page asked another machine"
    assert not thrown, "a script of a page threw"
