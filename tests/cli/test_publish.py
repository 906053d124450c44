"""`habeas publish` of what the register knew at a moment. All people are invented."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from cli.running import habeas
from habeas.register.edition_file import read_edition

FIRST = "Officials of Ruritania freed 12 people on 3 January 2026, Ada Example among them."
SECOND = "Officials of Ruritania freed Ben Sample on 5 January 2026."


def test_what_was_added_since_is_left_out_of_an_edition_of_then(tmp_path: Path) -> None:
    environment = os.environ | {"HABEAS_HOME": str(tmp_path / "home")}
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    assert habeas("add", tmp_path / "first.txt", environment=environment).returncode == 0
    between = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f%z")
    assert habeas("add", tmp_path / "second.txt", environment=environment).returncode == 0
    now, then, early = (tmp_path / f"{name}.sqlite" for name in ("now", "then", "early"))
    assert habeas("publish", now, environment=environment).returncode == 0
    made = habeas("publish", then, "--known-at", between, environment=environment)
    assert made.returncode == 0, made.stderr
    assert "reports   1" in made.stdout
    assert [report.text for report in read_edition(then).reports] == [FIRST]
    assert len(read_edition(now).reports) == 2
    none = habeas("publish", early, "--known-at", "2001-01-01", environment=environment)
    assert none.returncode == 5
    assert "held no report then" in none.stderr
    assert not early.exists()
