"""`make` sets itself up anywhere, and `make run` ends as it should."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from console_blocks import ROOT, checkout_copy
from house.postgres import free_port

SECONDS_UNTIL_SERVED = 240
SECONDS_UNTIL_ENDED = 20

WORKS = f'#!/bin/sh\nexec {sys.executable} "$@"\n'
IS_OLD = "#!/bin/sh\nexit 1\n"
IS_A_SHIM = '#!/bin/sh\necho "not active here" >&2\nexit 127\n'


def choose(*folders: Path, python: str = "") -> subprocess.CompletedProcess[str]:
    """Run the choice of a Python with a PATH of these folders alone."""
    return subprocess.run(
        ["/bin/sh", str(ROOT / "scripts" / "choose_python.sh")],
        env={"PATH": ":".join(map(str, folders)), "PYTHON": python},
        capture_output=True,
        text=True,
        check=False,
    )


def programs(folder: Path, **contents: str) -> Path:
    """Write executable scripts into a new folder; underscores in names become dots."""
    folder.mkdir()
    for name, content in contents.items():
        path = folder / name.replace("_", ".")
        path.write_text(content, encoding="utf-8")
        path.chmod(0o755)
    return folder


def test_a_shim_that_only_complains_is_passed_over(tmp_path: Path) -> None:
    folder = programs(tmp_path / "a", python3_13=IS_A_SHIM, python3_12=IS_A_SHIM, python3=WORKS)
    assert choose(folder).stdout.strip() == sys.executable


def test_an_old_one_does_not_hide_a_later_one_of_the_same_name(tmp_path: Path) -> None:
    first = programs(tmp_path / "a", python3=IS_OLD)
    second = programs(tmp_path / "b", python3=WORKS)
    assert choose(first, second).stdout.strip() == sys.executable


def test_no_python_is_said_with_the_remedy(tmp_path: Path) -> None:
    chosen = choose(programs(tmp_path / "a", python3=IS_OLD))
    assert (chosen.returncode, chosen.stdout) == (1, "")
    assert "no Python 3.12 or later" in chosen.stderr
    assert "PYTHON=" in chosen.stderr


def test_a_python_that_was_named_is_not_replaced_by_another(tmp_path: Path) -> None:
    folder = programs(tmp_path / "a", python3=WORKS, mine=IS_OLD)
    chosen = choose(folder, python=str(folder / "mine"))
    assert chosen.returncode == 1
    assert "PYTHON=" in chosen.stderr


def test_help_lists_what_make_can_do() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in ("run", "test", "check", "bench", "lock", "docs", "messages", "screenshots"):
        assert re.search(rf"^make {name} ", listed, re.MULTILINE)


def answers(address: str) -> bool:
    """Say whether a page is served at an address."""
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def read_until(terminal: int, deadline: float, address: str | None) -> bytes:
    """Collect what a terminal shows until the address answers, or the program ends."""
    shown = b""
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.5)[0]:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                break
        elif address and answers(address):
            break
    return shown


@pytest.mark.slow
def test_run_shows_the_account_serves_it_and_ends_quietly_at_ctrl_c() -> None:
    port = free_port()
    with checkout_copy() as folder:
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(folder)
            environment = {name: os.environ[name] for name in ("PATH", "HOME")}
            os.execvpe(
                "make", ["make", "run", f"PORT={port}"], environment | {"TERM": "xterm-256color"}
            )
        address = f"http://127.0.0.1:{port}/"
        shown = read_until(terminal, time.monotonic() + SECONDS_UNTIL_SERVED, address)
        served = answers(address)
        os.write(terminal, b"\x03")
        last = read_until(terminal, time.monotonic() + SECONDS_UNTIL_ENDED, None)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        os.close(terminal)
        text = (shown + last).decode(errors="replace")
        assert served, text
        assert status == 0, text
        assert "123" in text
        assert "make:" not in last.decode(errors="replace")
        assert "Traceback" not in text
        assert (folder / "build" / "run" / "edition.sqlite").exists()
    assert not answers(address)
