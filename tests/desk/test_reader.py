"""The process that reads what came to the desk: one at a time, and killed at any moment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk.conftest import environment
from habeas.server.store_settings import StorePlace
from store.conftest import opened

MODULE = "habeas.server.desk_reader"
TEXTS = [f"Officials of Ruritania freed {number} people on Saturday." for number in range(12, 18)]
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Example Evening</title>
<item><title>Twelve freed</title><link>https://evening.example/1</link></item>
<item><title>A script</title><link>javascript:alert(1)</link></item>
<item><title></title><link>https://evening.example/2</link></item></channel></rss>"""
CONFIGURED = """
import json, os, sys
from habeas.server.desk_serving import configure_desk
from habeas.server.store_settings import store_place

configure_desk(store_place(os.environ), "http://localhost:1")
from habeas.desk.views.adding import entries_of
from habeas.model.problems import HabeasError
try:
    print(json.dumps([[each.title, each.link] for each in entries_of(sys.stdin.buffer.read())]))
except HabeasError as error:
    print(json.dumps(error.what))
"""


@pytest.fixture
def place(tmp_path: Path) -> StorePlace:
    """Return the place of an empty register."""
    return StorePlace(home=tmp_path / "home")


def reader(place: StorePlace, idle: str = "0") -> subprocess.Popen[bytes]:
    """Start a reader that ends when nothing waits."""
    return subprocess.Popen(
        [sys.executable, "-m", MODULE], env=environment(place) | {"HABEAS_READER_IDLE": idle}
    )


def states(place: StorePlace) -> list[str]:
    """How far each arrival has come."""
    with opened(place):
        from habeas.store import models

        return list(models.Arrival.objects.order_by("pk").values_list("state", flat=True))


def test_what_was_taken_is_read_though_its_reader_was_killed(place: StorePlace) -> None:
    with opened(place):
        from habeas.store.arrivals import take_bytes

        for at, text in enumerate(TEXTS):
            take_bytes(text.encode(), name=f"text {at}", by="documenter", media_type="text/plain")
    for _ in range(2):
        with reader(place, idle="30") as killed:
            while "reading" not in states(place) and killed.poll() is None:
                time.sleep(0.05)
            os.kill(killed.pid, signal.SIGKILL)
    while "waiting" in (found := states(place)) or "reading" in found:
        assert reader(place).wait() == 0
    with opened(place):
        from habeas.model.restrictions import PUBLIC_VIEWER
        from habeas.store.records import load_reports
        from habeas.store.verifying import verify_records

        # What ended two readers is given up, and said so; nothing is gone and nothing is twice.
        read = [state for state in found if state == "read"]
        assert len(found) == len(TEXTS)
        assert len(read) >= len(TEXTS) - 1
        texts = {report.text.strip() for report in load_reports(PUBLIC_VIEWER)}
        assert texts <= set(TEXTS)
        assert len(texts) >= len(read)
        assert verify_records()[1] is None


def test_a_second_reader_ends_at_once(place: StorePlace) -> None:
    with opened(place):
        pass
    with reader(place, idle="60") as first:
        while not (place.home / "reader.lock").exists():
            time.sleep(0.05)
        assert reader(place).wait() == 0
        first.kill()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            FEED,
            [
                ["Twelve freed", "https://evening.example/1"],
                ["https://evening.example/2", "https://evening.example/2"],
            ],
        ),
        (b"nothing of the kind", "a feed that cannot be read"),
    ],
    ids=["a feed", "no feed"],
)
def test_the_entries_of_a_feed_are_offered_where_they_link_to_a_page(
    place: StorePlace, data: bytes, told: object
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CONFIGURED],
        input=data,
        capture_output=True,
        check=True,
        env=environment(place),
    )
    assert json.loads(done.stdout) == told
