"""The processes of a running desk: none outlives it, and what must be known once they know once."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from desk.conftest import environment, running
from habeas.desk.reader import ALIVE
from habeas.server.desk_serving import server_settings
from habeas.server.fair_server import FairServer
from habeas.server.in_turn import in_turn
from habeas.server.store_settings import StorePlace
from habeas.server.turns import Turns


def started_by(process: int) -> list[int]:
    """Numbers of the processes that one started, and that those started."""
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text()
    except FileNotFoundError:
        return []
    own = [int(number) for number in text.split()]
    return own + [further for each in own for further in started_by(each)]


def has_ended(process: int) -> bool:
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


def niceness(process: int) -> int:
    """How far a process yields to others."""
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[16])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_outlives_the_desk(tmp_path: Path, number: signal.Signals) -> None:
    with running(StorePlace(home=tmp_path / "home"), "--workers", "2") as desk:
        wait_until(lambda: len(started_by(desk.process.pid)) == 3)
        with urllib.request.urlopen(desk.first, timeout=30) as answer:
            assert answer.status == 200
        left = started_by(desk.process.pid)
        usual = niceness(desk.process.pid)
        wait_until(lambda: sorted(map(niceness, left)) == [usual, usual, 19])
        desk.process.send_signal(number)
        _, written = desk.process.communicate(timeout=20)
        assert "Traceback" not in written
        wait_until(lambda: all(map(has_ended, left)))


def test_the_reader_ends_with_the_desk_that_started_it(tmp_path: Path) -> None:
    place = StorePlace(home=tmp_path / "home")
    alive, kept = os.pipe()
    told = environment(place) | {"HABEAS_READER_IDLE": "600", ALIVE: str(alive)}
    with subprocess.Popen(
        [sys.executable, "-m", "habeas.server.desk_reader"], env=told, pass_fds=(alive,)
    ) as reader:
        wait_until((place.home / "register.sqlite").exists)
        assert reader.poll() is None
        os.close(kept)
        assert reader.wait(timeout=20) == -signal.SIGTERM
    os.close(alive)


USE_UP = """
import json, sys
from habeas.server.attempts import SharedAttempts

cache = SharedAttempts(sys.argv[1], {"OPTIONS": {"MAX_ENTRIES": 10_000}})
print(json.dumps([cache.add(f"code {number}", "used", 60) for number in range(200)]))
"""


def test_a_code_is_used_up_for_all_processes_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", USE_UP, str(tmp_path / "attempts")]
    asked = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    added = [json.loads(each.communicate(timeout=60)[0]) for each in asked]
    assert [sum(each) for each in zip(*added, strict=True)] == [1] * 200
    assert (tmp_path / "attempts").stat().st_mode & 0o077 == 0


def test_whoever_has_fewest_connections_takes_the_next() -> None:
    turns = Turns.among(3)
    first, second = turns.of(0), turns.of(1)
    assert first.is_mine(0)
    assert second.is_mine(0)
    assert not first.is_mine(2)
    assert second.is_mine(1)
    assert second.is_mine(2)
    assert not second.is_mine(3)
    # Who is gone holds nobody up.
    turns.pass_over(0)
    assert second.is_mine(3)
    os.close(turns.file)


def test_a_server_that_nobody_asks_waits_before_it_looks_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        turn = Turns.among(1).of(0)
        server = FairServer(lambda *_: [], server_settings(listener, None), turn)
        try:
            # Of no time at all it would never rest, and take a processor for itself.
            assert 0 < server.adj.asyncore_loop_timeout < 1
        finally:
            server.close()


def test_a_slow_page_holds_no_other_up() -> None:
    entered, others = threading.Event(), threading.Event()

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        if environ["PATH_INFO"] == "/slow/":
            entered.set()
            assert others.wait(60), "the other page is made meanwhile"
        start("200 OK", [])
        return [environ["PATH_INFO"].encode()]

    def ask(path: str) -> list[bytes]:
        return list(pages({"PATH_INFO": path}, lambda *_: None))

    pages = in_turn(application)
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(ask, "/slow/")
        assert entered.wait(60)
        assert ask("/quick/") == [b"/quick/"]
        others.set()
        assert slow.result(60) == [b"/slow/"]
