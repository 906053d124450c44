"""`habeas serve` as a process of its own, asked over real connections. The Edition is invented."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from habeas.model.editions import Edition
from habeas.model.people import Person
from habeas.register.edition_file import write_edition

NAME = "Ada Example"
EDITION = Edition(
    title="Invented register",
    as_of=date(2026, 1, 1),
    known_at=datetime(2026, 1, 1, tzinfo=UTC),
    reports=(),
    claims=(),
    people=(Person(id="p1", name=NAME, names=(NAME,), mentions=()),),
    matches=(),
    accounts=(),
    withheld=0,
)
HABEAS = (sys.executable, "-c", "from habeas.cli.main import run; run()")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A running server."""

    process: subprocess.Popen[str]
    url: str

    def ask(
        self, path: str, *, method: str = "GET", headers: dict[str, str] | None = None
    ) -> http.client.HTTPResponse:
        place = urlsplit(self.url)
        connection = http.client.HTTPConnection(place.hostname or "", place.port or 0, timeout=20)
        connection.request(method, path, headers=headers or {})
        response = connection.getresponse()
        response.read()
        connection.close()
        return response

    def stop(self, number: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """End it; gives its exit code and everything it wrote after its address."""
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out + err


@contextmanager
def serving(edition: Path, *arguments: str) -> Iterator[Site]:
    """Run `habeas serve` until the block ends."""
    command = [*HABEAS, "serve", str(edition), *arguments]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment()
    )
    with process:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            pytest.fail(process.communicate(timeout=20)[1])
        try:
            yield Site(process=process, url=line.strip())
        finally:
            process.kill()


def _environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("DJANGO")}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of an Edition."""
    path = tmp_path_factory.mktemp("edition") / "edition.sqlite"
    write_edition(EDITION, path)
    return path


@pytest.fixture(scope="module")
def site(edition: Path) -> Iterator[Site]:
    """Return a server shared by the tests that only ask."""
    with serving(edition, "--port", "0") as running:
        yield running


@pytest.mark.parametrize("path", ["/", "/people/", "/not/there", "/people/none/"])
def test_every_answer_tells_the_browser_to_load_and_tell_nothing(site: Site, path: str) -> None:
    headers = site.ask(path).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["font-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert headers["Set-Cookie"] is None
    assert headers["Server"] is None


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_but_reading_is_answered(site: Site, method: str) -> None:
    assert site.ask("/", method=method).status == 405


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "a b"])
def test_a_name_that_is_not_of_this_machine_is_refused(site: Site, host: str) -> None:
    assert site.ask("/", headers={"Host": host}).status == 400


@pytest.mark.parametrize(
    "path",
    ["/static/../../edition.sqlite", "/static/%2e%2e/%2e%2e/edition.sqlite", "//evil.example/%2e."],
)
def test_files_beside_the_pages_are_not_served(site: Site, path: str) -> None:
    assert site.ask(path).status in {400, 404}


def test_the_process_holds_no_database_but_the_edition(site: Site) -> None:
    assert site.ask("/").status == 200
    databases = {
        link.readlink().name
        for process in (site.process.pid, *workers_of(site))
        for link in Path(f"/proc/{process}/fd").iterdir()
        if ".sqlite" in str(link.readlink())
    }
    assert databases == {"edition.sqlite"}


def workers_of(site: Site) -> list[int]:
    """Numbers of the processes that a server started."""
    text = Path(f"/proc/{site.process.pid}/task/{site.process.pid}/children").read_text()
    return [int(number) for number in text.split()]


def ended(process: int) -> bool:
    """True once a process is gone, or waits for its parent to notice."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def wait_until(holds: Callable[[], bool]) -> None:
    """Return when something holds."""
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("it did not come about")


def test_a_worker_that_is_killed_is_replaced(edition: Path) -> None:
    with serving(edition, "--port", "0", "--workers", "2") as site:
        wait_until(lambda: len(workers_of(site)) == 2)
        before = workers_of(site)
        os.kill(before[0], signal.SIGKILL)
        wait_until(lambda: len(set(workers_of(site)) - set(before)) == 1)
        assert site.ask("/").status == 200
        code, out = site.stop()
        assert (code, "Traceback" in out) == (0, False)


def test_no_worker_outlives_the_one_that_started_it(edition: Path) -> None:
    with serving(edition, "--port", "0", "--workers", "2") as site:
        assert site.ask("/").status == 200
        left = workers_of(site)
        site.process.kill()
        site.process.wait()
        wait_until(lambda: all(map(ended, left)))


def test_one_process_can_serve_alone(edition: Path) -> None:
    with serving(edition, "--port", "0", "--workers", "1") as site:
        assert site.ask("/").status == 200
        assert workers_of(site) == []


def test_the_public_settings_hold_nothing_private() -> None:
    from habeas.server import public_settings

    assert public_settings.DATABASES == {}
    assert public_settings.DEBUG is False
    assert not any("session" in each or "auth" in each for each in public_settings.MIDDLEWARE)
    allowed = {"django.contrib.staticfiles", "habeas.public"}
    assert set(public_settings.INSTALLED_APPS) == allowed
    assert not [name for name in vars(public_settings) if name.startswith("EMAIL")]


def test_nothing_is_written_about_who_asks_for_what(edition: Path) -> None:
    with serving(edition, "--port", "0") as site:
        site.ask(f"/people/?q={NAME.replace(' ', '+')}")
        site.ask("/Ada-Example/not/there")
        site.ask("/", headers={"Host": "ada-example.example", "X-Forwarded-For": "192.0.2.7"})
        site.ask("/", method="POST")
        code, written = site.stop()
    assert code == 0
    assert written == "note: Ctrl-C ends it\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_quietly(edition: Path, number: signal.Signals) -> None:
    with serving(edition, "--port", "0") as site:
        assert site.stop(number) == (0, "note: Ctrl-C ends it\n")


def test_a_free_port_is_taken_where_the_usual_one_is_not_free(edition: Path) -> None:
    with serving(edition) as first, serving(edition) as second:
        assert first.url != second.url
        assert first.ask("/people/").status == second.ask("/people/").status


def test_a_port_asked_for_and_taken_is_said_so(edition: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = _run("serve", str(edition), "--port", port)
    assert ended.returncode == 2
    assert f"port {port}" in " ".join(ended.stderr.split())
    assert "--port" in ended.stderr


def test_other_machines_are_kept_out_unless_asked_for(edition: Path) -> None:
    ended = _run("serve", str(edition), "--host", "0.0.0.0")
    assert ended.returncode == 2
    assert "--let-others-connect" in ended.stderr
    with serving(edition, "--host", "0.0.0.0", "--port", "0", "--let-others-connect") as site:
        assert site.url.startswith("http://localhost:")
        assert site.ask("/people/", headers={"Host": "register.example"}).status == 200
        _, written = site.stop()
    assert "other machines can open these pages" in " ".join(written.split())


@pytest.mark.parametrize("content", [None, b"no edition"])
def test_what_is_no_edition_is_not_served(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "edition.sqlite"
    if content is not None:
        path.write_bytes(content)
    ended = _run("serve", str(path))
    assert ended.returncode == 3
    assert re.search("no Edition|not an Edition", ended.stderr)


def test_a_fault_is_written_down_without_what_it_was_about() -> None:
    import logging

    from habeas.server.logs import FaultFormatter

    try:
        raise ValueError(NAME)
    except ValueError:
        record = logging.LogRecord(
            "django.request", logging.ERROR, __file__, 1, "at %s", (NAME,), sys.exc_info()
        )
    line = FaultFormatter().format(record)
    assert NAME not in line
    assert "ValueError test_serving.py:" in line


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*HABEAS, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env=_environment(),
    )
