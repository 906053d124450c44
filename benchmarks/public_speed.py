"""How many pages a second the public site serves over an Edition, made anew and sent again.

    python benchmarks/public_speed.py EDITION.sqlite [--seconds 20] [--clients 8] [--workers 2]

`habeas serve` runs as a process of its own with its workers. Cold: every page is asked for
once, so that each is made. Warm: some pages are asked for again and again, so that they are
sent from memory. Searches are never kept, and are told apart. The clients take what is
compressed, as browsers do, and run on the same machine, of whose cores they take a share.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import socket
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode, urlsplit

from habeas.register.edition_file import EditionFile

SERVE = (sys.executable, "-c", "from habeas.cli.main import run; run()", "serve")
MIX = {
    "person": 30,
    "account": 20,
    "report": 20,
    "people": 10,
    "claim": 8,
    "accounts": 4,
    "reports": 4,
    "home": 2,
    "api": 2,
}
"""Pages of each kind in a hundred."""

WARM_PAGES = 400
SEED = 1


@dataclass(slots=True)
class Tally:
    """What came back."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    largest: dict[str, int] = field(default_factory=dict)
    wrong: int = 0


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", type=Path)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    measure(
        given.edition,
        Load(seconds=given.seconds, clients=given.clients, workers=given.workers),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What is asked of the site.

    Attributes:
        seconds: For each kind of asking.
        clients: How many ask, one request after the other.
        workers: Processes that answer.
    """

    seconds: float
    clients: int = 8
    workers: int = 2


def measure(edition: Path, asked: Load) -> None:
    """Serve an Edition, ask for its pages and print what came back."""
    with EditionFile(edition) as file:
        pages = _pages(_Ids.of(file), random.Random(SEED))  # noqa: S311 - drawn to be drawn again
        names = [person.name for person in file.people_from(0, 2000)]
        held = file.summary
    print(
        f"{held.people:,} persons, {held.claims:,} claims, {held.reports:,} reports,"
        f" {held.accounts:,} accounts; {asked.clients} clients, {asked.workers} workers"
    )
    with _serving(edition, asked.workers) as site:
        warm = [next(pages) for _ in range(WARM_PAGES)]
        _report("cold", *_run(site, asked, pages.__next__))
        _run(site, asked, _once(warm))
        _report("warm", *_run(site, asked, cycle(warm).__next__))
        random.Random(SEED).shuffle(names)  # noqa: S311
        searches = cycle([("search", "/search/", name) for name in names])
        _report("search", *_run(site, asked, searches.__next__))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ids:
    """What pages there are."""

    people: tuple[str, ...]
    accounts: tuple[str, ...]
    reports: tuple[str, ...]
    claims: tuple[str, ...]

    @classmethod
    def of(cls, file: EditionFile) -> _Ids:
        return cls(
            people=file.person_ids(),
            accounts=file.account_ids(),
            reports=tuple(report.id for report in file.reports_newest(0, 20_000)),
            claims=tuple(claim.id for claim in file.claims_from(0, 20_000)),
        )


def _pages(there: _Ids, draw: random.Random) -> Iterator[tuple[str, str, str]]:
    """Kind and address of page after page, none twice as long as there are others."""
    kinds = {kind: share for kind, share in MIX.items() if kind != "account" or there.accounts}
    turned = {"people": 100, "accounts": 50, "reports": 100}
    totals = {
        "people": len(there.people),
        "accounts": len(there.accounts),
        "reports": len(there.reports),
    }
    ids = {
        "person": there.people,
        "account": there.accounts,
        "report": there.reports,
        "claim": there.claims,
    }
    places = {"person": "people", "account": "accounts", "report": "reports", "claim": "claims"}
    order = {kind: cycle(draw.sample(each, len(each))) for kind, each in ids.items()}
    numbers = {kind: cycle(range(1, max(2, totals[kind] // size))) for kind, size in turned.items()}
    while True:
        kind = draw.choices(list(kinds), list(kinds.values()))[0]
        if kind in order:
            yield kind, f"/{places[kind]}/{next(order[kind])}/", ""
        elif kind in numbers:
            yield kind, f"/{kind}/?page={next(numbers[kind])}", ""
        elif kind == "home":
            yield kind, "/", ""
        else:
            yield kind, f"/api/1/people/{next(order['person'])}", ""


def _once(pages: list[tuple[str, str, str]]) -> Callable[[], tuple[str, str, str]]:
    """Each page for every worker, so that each has made it; then nothing more."""
    # Which worker takes a connection is chance; a few rounds reach them all.
    return iter(pages * 8).__next__


@contextmanager
def _serving(edition: Path, workers: int) -> Iterator[tuple[tuple[str, int], int]]:
    command = [*SERVE, str(edition), "--port", "0", "--workers", str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = urlsplit(process.stdout.readline().strip())
        try:
            place = (address.hostname or "", address.port or 0)
            for _ in range(8 * workers):
                with closing(_Connection(place)) as connection:
                    connection.ask("/", "")
            yield place, process.pid
        finally:
            process.terminate()


def _run(
    site: tuple[tuple[str, int], int],
    asked: Load,
    following: Callable[[], tuple[str, str, str]],
) -> tuple[Tally, float, float]:
    """Ask as fast as answers come: what came back, in how many seconds of clock and processor."""
    place, process = site
    used = _processor(process)
    tally, lock = Tally(), threading.Lock()
    end = time.perf_counter() + asked.seconds

    def client() -> None:
        with closing(_Connection(place)) as connection:
            ask_on(connection)

    def ask_on(connection: _Connection) -> None:
        while time.perf_counter() < end:
            with lock:
                try:
                    kind, path, sought = following()
                except StopIteration:
                    return
            begin = time.perf_counter()
            status, size = connection.ask(path, sought)
            took = time.perf_counter() - begin
            with lock:
                tally.seconds[kind].append(took)
                tally.largest[kind] = max(size, tally.largest.get(kind, 0))
                tally.wrong += status != 200

    begin = time.perf_counter()
    clients = [threading.Thread(target=client) for _ in range(asked.clients)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    return tally, time.perf_counter() - begin, _processor(process) - used


class _Connection:
    """A kept connection that asks and reads; less work than a client that can do everything."""

    def __init__(self, place: tuple[str, int]) -> None:
        self._socket = socket.create_connection(place)
        self._host = f"{place[0]}:{place[1]}"
        self._rest = b""

    def close(self) -> None:
        self._socket.close()

    def ask(self, path: str, sought: str) -> tuple[int, int]:
        """Status and bytes of the body of what comes back."""
        body = urlencode({"sought": sought}).encode() if sought else b""
        head = [
            f"{'POST' if sought else 'GET'} {path} HTTP/1.1",
            f"Host: {self._host}",
            "Accept-Encoding: gzip",
            f"Content-Length: {len(body)}",
            "Content-Type: application/x-www-form-urlencoded",
        ]
        self._socket.sendall("\r\n".join([*head, "", ""]).encode() + body)
        while b"\r\n\r\n" not in self._rest:
            self._rest += self._more()
        answered, _, rest = self._rest.partition(b"\r\n\r\n")
        size = int(re.search(rb"(?i)content-length: (\d+)", answered)[1])  # type: ignore[index]
        while len(rest) < size:
            rest += self._more()
        self._rest = rest[size:]
        return int(answered[9:12]), size

    def _more(self) -> bytes:
        got = self._socket.recv(65536)
        if not got:
            raise ConnectionError
        return got


def _processor(process: int) -> float:
    """Seconds of processor that the workers of a server have taken."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    ticks = 0
    for each in children:
        cells = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        ticks += int(cells[11]) + int(cells[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _report(name: str, tally: Tally, seconds: float, processor: float) -> None:
    number = sum(map(len, tally.seconds.values()))
    print(
        f"\n{name}: {number / seconds:,.0f} a second by the clock,"
        f" {number / processor:,.0f} for each second of processor of the server,"
        f" {tally.wrong} wrong"
    )
    for kind, some in sorted(tally.seconds.items()):
        high = quantiles(some, n=20)[-1] if len(some) > 1 else some[0]
        print(
            f"  {kind:<9} {len(some):>6,}   median {median(some) * 1000:6.1f} ms"
            f"   95 % {high * 1000:6.1f} ms   largest {tally.largest[kind]:>7,} bytes"
        )


if __name__ == "__main__":
    main()
