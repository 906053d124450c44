"""Killed in the middle of any kind of change, the chain of records stays whole.

The records are invented.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from habeas.model.audit import Change
from habeas.server.store_settings import StorePlace
from store.conftest import opened

CHANGE_MANY = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from habeas.server.store_settings import StorePlace, open_store

kind, home, url, begin = sys.argv[1], Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
open_store(StorePlace(home=home, database_url=url or None))
from store.changing import change

for number in range(begin, begin + 10_000):
    print(kind, change(kind, number), flush=True)
"""


def killed(kind: str, place: StorePlace, begin: int, after: float) -> set[tuple[str, ...]]:
    """Make changes until killed, some time after the first; gives those acknowledged."""
    arguments = [kind, str(place.home), place.database_url or "", str(begin)]
    process = subprocess.Popen(
        [sys.executable, "-c", CHANGE_MANY, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    out, _ = process.communicate(timeout=20)
    return {tuple(line.split()) for line in (first + out).splitlines(keepends=True) if "\n" in line}


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_killed_in_any_change_the_chain_is_whole_and_nothing_acknowledged_is_lost(
    database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("empty_postgres_url") if database == "postgresql" else None
    place = StorePlace(home=tmp_path / "home", database_url=url)
    chance = random.Random(20260104)
    acknowledged: set[tuple[str, ...]] = set()
    for turn, kind in enumerate(Change):
        acknowledged |= killed(kind.value, place, turn * 10_000, chance.uniform(0.01, 0.3))
    assert {kind for kind, _ in acknowledged} == {kind.value for kind in Change}
    with opened(place):
        from habeas.store.audit import load_audit_records
        from habeas.store.verifying import verify_records

        _, broken = verify_records()
        kept = {(each.change, str(each.row)) for each in load_audit_records()}
    assert broken is None
    assert acknowledged <= kept
