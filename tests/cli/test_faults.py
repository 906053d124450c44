"""When habeas itself fails, or is stopped: short, quiet, and without a word of any report."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.running import PLAIN, habeas
from habeas.cli.faults import describe_fault, fault_number


def failing(name: str) -> None:
    raise RuntimeError(f"cannot read {name}")


def elsewhere(name: str) -> None:
    raise RuntimeError(f"cannot read {name}")


def caught(fail: Callable[[str], None], name: str) -> RuntimeError:
    with pytest.raises(RuntimeError) as error:
        fail(name)
    return error.value


def test_a_fault_has_the_same_number_whatever_the_report_said() -> None:
    numbers = {fault_number(caught(failing, name)) for name in ("Ada Marr", "Bela Quist")}
    assert len(numbers) == 1
    assert re.fullmatch("[0-9a-f]{8}", numbers.pop())


def test_two_places_have_two_numbers() -> None:
    assert fault_number(caught(failing, "x")) != fault_number(caught(elsewhere, "x"))


def test_a_fault_is_told_without_the_words_of_the_exception() -> None:
    told = describe_fault(caught(failing, "Ada Marr"))
    assert "RuntimeError" in told
    assert "HABEAS_TRACE=1" in told
    assert "Ada" not in told


@pytest.fixture
def broken(tmp_path: Path) -> dict[str, str]:
    """An installation whose parser fails with a name on its lips."""
    (tmp_path / "spacy.py").write_text("raise RuntimeError('Ada Marr')\n", encoding="utf-8")
    return {"PYTHONPATH": str(tmp_path)}


WIRE = b"Nine people were freed in Port Ellery on Monday, the ministry said.\n"


def test_a_fault_on_one_report_ends_with_1_and_names_nobody(broken: dict[str, str]) -> None:
    done = habeas("read", "-", data=WIRE, environment=broken)
    assert done.returncode == 1
    assert "a fault in habeas, number" in done.stderr
    assert "where: standard input" in done.stderr
    assert "HABEAS_TRACE=1" in done.stderr
    assert "Ada" not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_the_trace_is_there_for_who_asks(broken: dict[str, str]) -> None:
    done = habeas("read", "-", data=WIRE, environment={**broken, "HABEAS_TRACE": "1"})
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "read it before you share it" in done.stderr


def test_ctrl_c_is_quiet() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "habeas", "read", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **PLAIN},
        text=True,
    ) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=2)  # it waits for standard input
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "", "")
