"""Killed fifty times in the middle of import, review and publication, nothing is lost.

The records are invented.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from habeas.register.edition_file import EditionFile
from habeas.server.store_settings import StorePlace
from store.conftest import opened

TIMES = 50


def killed(kind: str, place: StorePlace, edition: Path) -> list[str]:
    """What was acknowledged in processes that were killed in the middle of a change."""
    arguments = [kind, str(place.home), place.database_url or "", str(TIMES)]
    done = subprocess.run(
        [sys.executable, "-m", "store.killing", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "EDITION": str(edition)},
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found, "some changes were done before the process was killed"
    return list(found)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> StorePlace:
    """Return where an empty register is, in a file and on a server."""
    url = None
    if request.param == "postgresql":
        url = request.getfixturevalue("empty_postgres_url")
    return StorePlace(home=tmp_path / "home", database_url=url)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["list-import", "reading", "claim-decision", "judgement"])
def test_killed_in_import_or_review_nothing_acknowledged_is_lost(
    kind: str, place: StorePlace, tmp_path: Path
) -> None:
    acknowledged = killed(kind, place, tmp_path / "none")
    with opened(place):
        from habeas.store.audit import load_audit_records
        from habeas.store.verifying import verify_records

        assert verify_records()[1] is None
        kept = {f"{each.change} {each.row}" for each in load_audit_records()}
    assert set(acknowledged) <= kept


@pytest.mark.slow
def test_killed_in_publication_no_half_edition_appears(place: StorePlace, tmp_path: Path) -> None:
    edition = tmp_path / "edition.sqlite"
    acknowledged = killed("publish", place, edition)
    with opened(place):
        from habeas.store.audit import load_audit_records
        from habeas.store.verifying import verify_records

        assert verify_records()[1] is None
        recorded = {e.about for e in load_audit_records() if e.change == "edition"}
    with EditionFile(edition) as file:
        assert file.summary.digest in recorded, "what is read was recorded before"
    assert set(acknowledged) <= recorded
