"""How fast the desk, imports, publishing and the public site are with a large register.

    python benchmarks/register_scale.py [--database URL] [--keep FOLDER] [--small] [--seconds S]

A register of 100,000 persons, 300,000 claims and 20,000 reports is made up from a seed
(`made_up`), on SQLite and, where `--database` gives the address of an empty database, on
PostgreSQL. Then, by the programmes that people run:

- eight clients ask a running desk, each page for S seconds, one request after the other;
- a list of 10,000 rows is imported;
- the register is published; the most memory that takes is told, of one process and of all;
- eight clients ask the public site over that edition, as `public_speed` says.

Times are of the clock, so that what else the machine does counts; its load is told. With `--keep`
the register stays in a folder and is not made again.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection  # noqa: TID251 - a client of loopback
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import public_speed
from desk_seats import Seat, fill_store, take_seat, write_list
from habeas.server.store_settings import StorePlace
from made_up import FULL, SMALL
from watched import Used, watched

HABEAS = (sys.executable, "-c", "from habeas.cli.main import run; run()")
CLIENTS = 8
SEED = 1
PAGES = ("person page", "search", "account page", "account page again", "inbox")
_AGAIN = 20
"""Accounts that are opened again and again, as those that are talked about are."""
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')

type Ask = Callable[[HTTPConnection, int], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is measured, and for how long.

    Attributes:
        small: True for a register that takes seconds, to try this out.
        rows: Of the list that is imported.
        seconds: For each page.
    """

    small: bool
    rows: int
    seconds: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print tables as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", help="address of an empty PostgreSQL database")
    parser.add_argument("--keep", type=Path, help="folder for the register on SQLite")
    parser.add_argument("--small", action="store_true", help="a register that takes seconds")
    parser.add_argument("--seconds", type=float, default=20.0, help="for each page")
    given = parser.parse_args(arguments)
    settings = Settings(
        small=given.small, rows=100 if given.small else 10_000, seconds=given.seconds
    )
    print(f"Load of the machine before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        homes = [("SQLite", StorePlace(home=given.keep or Path(folder) / "file"))]
        if given.database:
            server = StorePlace(home=Path(folder) / "server", database_url=given.database)
            homes.append(("PostgreSQL", server))
        for name, place in homes:
            measure(name, place, settings)


def measure(name: str, place: StorePlace, settings: Settings) -> None:
    """Measure one register, made before where there is none."""
    print(f"\n## {name}\n")
    if not (place.home / "made").exists():
        made = apart(fill_store, place, SMALL if settings.small else FULL, SEED)
        (place.home / "made").touch()
        print("Made in " + ", ".join(f"{key} {value:.0f} s" for key, value in made.items()) + ".\n")
    with served(place, "--desk") as url:
        seat = apart(take_seat, place, url, SEED)
        print("| page | requests | median ms | 95th percentile ms | failed |")
        print("| --- | --: | --: | --: | --: |")
        for page in PAGES:
            _tell(page, *ask(url, settings.seconds, _asking(page, url, seat)))
    imported = place.home / "list.csv"
    write_list(imported, settings.rows, SEED)
    took = run(place, "import", str(imported), "--source", "Made-up Monitor")
    print(f"\nImport of {settings.rows:,} rows: {took}.")
    edition = place.home / "edition.sqlite"
    took = run(place, "publish", str(edition))
    print(f"Publishing: {took}; {edition.stat().st_size:,} bytes.")
    print("Public site: ", end="", flush=True)
    public_speed.measure(edition, public_speed.Load(seconds=settings.seconds, clients=CLIENTS))


def apart(function: Callable[..., Any], *arguments: object) -> Any:
    """Call a function in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *arguments).result()


def run(place: StorePlace, *arguments: str) -> Used:
    """Run a verb to its end."""
    return watched([*HABEAS, *arguments], environment(place))


def environment(place: StorePlace) -> dict[str, str]:
    """Environment of a command that works on the register of a place."""
    kept = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    kept["HABEAS_HOME"] = str(place.home)
    if place.database_url:
        kept["DATABASE_URL"] = place.database_url
    return kept


@contextmanager
def served(place: StorePlace, *arguments: str) -> Iterator[str]:
    """Serve the desk or an edition; gives the address."""
    command = [*HABEAS, "serve", *arguments, "--port", "0"]
    with subprocess.Popen(
        command,
        env=environment(place),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip().rstrip("/")
        finally:
            process.kill()


def ask(url: str, seconds: float, asking: Ask) -> tuple[list[float], int]:
    """Let all clients ask for a while; gives seconds of each answer, and how many failed."""

    def client(number: int) -> tuple[list[float], int]:
        connection = _connected(url)
        times, failed, at = list[float](), 0, number
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            start = time.monotonic()
            status = asking(connection, at)
            times.append(time.monotonic() - start)
            failed += status >= 400
            at += CLIENTS
        connection.close()
        return times, failed

    with ThreadPoolExecutor(CLIENTS) as pool:
        parts = list(pool.map(client, range(CLIENTS)))
    return [each for times, _ in parts for each in times], sum(failed for _, failed in parts)


def _asking(page: str, url: str, seat: Seat) -> Ask:
    cookies = f"desk={seat.cookie}"
    host = {"Host": urlsplit(url).netloc, "Cookie": cookies}

    def get(connection: HTTPConnection, path: str) -> int:
        return _answer(connection, "GET", path, host)[0]

    if page == "person page":
        return lambda connection, at: get(
            connection, f"/people/{seat.people[at % len(seat.people)]}/"
        )
    if page.startswith("account page"):
        events = seat.events[:_AGAIN] if page.endswith("again") else seat.events[_AGAIN:]
        return lambda connection, at: get(connection, f"/accounts/{events[at % len(events)]}/")
    if page == "inbox":
        return lambda connection, _: get(connection, "/inbox/")
    return _searching(url, seat, host)


def _searching(url: str, seat: Seat, host: dict[str, str]) -> Ask:
    with closing(_connected(url)) as connection:
        connection.request("GET", "/people/", headers=host)
        answer = connection.getresponse()
        found = _TOKEN.search(answer.read().decode())
        cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    token = found[1] if found else ""
    headers = host | {
        "Cookie": f"{host['Cookie']}; {cookie}",
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": url,
    }

    def search(connection: HTTPConnection, at: int) -> int:
        name = seat.names[at % len(seat.names)]
        body = urlencode({"csrfmiddlewaretoken": token, "sought": name})
        return _answer(connection, "POST", "/people/", headers, body)[0]

    return search


def _connected(url: str) -> HTTPConnection:
    address = urlsplit(url)
    assert address.hostname is not None
    return HTTPConnection(address.hostname, address.port, timeout=60)


def _answer(
    connection: HTTPConnection, method: str, path: str, headers: dict[str, str], body: str = ""
) -> tuple[int, str]:
    connection.request(method, path, body=body.encode() or None, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode("utf-8", "replace")


def _tell(page: str, times: list[float], failed: int) -> None:
    inner = sorted(each * 1000 for each in times)
    median, high = statistics.median(inner), inner[min(len(inner) - 1, int(len(inner) * 0.95))]
    print(f"| {page} | {len(inner)} | {median:.0f} | {high:.0f} | {failed} |", flush=True)


if __name__ == "__main__":
    main()
