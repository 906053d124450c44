"""The programme that measures a large register can be started, on a small one."""

from __future__ import annotations

import pytest

import register_scale


def test_it_measures_a_small_register(capfd: pytest.CaptureFixture[str]) -> None:
    register_scale.main(["--small", "--seconds", "0.5"])
    told = capfd.readouterr().out
    for page in register_scale.PAGES:
        assert f"| {page} |" in told
    assert " 0 |\n" in told, "pages are answered"
    for line in ("Import of 100 rows:", "Publishing:", "Public site:", "cold:", "warm:", "search:"):
        assert line in told
