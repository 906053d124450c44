"""The other formats as a user reads them. Everyone in the files is fictional."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.running import habeas
from habeas.claims.format import read_claims_document
from reports.pdf_making import make_pdf
from reports.sheet_making import make_ods, make_xlsx

HEAD = ["name", "status"]
SHEETS = {
    "Freed": [["# publisher: Harbour Watch"], HEAD, ["Ada Marr", "released"]],
    "Held": [HEAD, ["Bela Quist", "held"], ["Cy Roe", "vanished"]],
}


@pytest.mark.parametrize("make", [make_xlsx, make_ods])
def test_a_workbook_is_read_like_any_list(tmp_path: Path, make: Callable[..., bytes]) -> None:
    (tmp_path / "people.bin").write_bytes(make(SHEETS))
    done = habeas("read", "people.bin", "--format", "json", folder=tmp_path)
    assert done.returncode == 4
    assert "where: people.bin, sheet 'Held', row 3, column 'status'" in done.stderr
    (report,), claims = read_claims_document(json.loads(done.stdout))
    assert [claim.names[0].name for claim in claims] == ["Ada Marr", "Bela Quist"]
    assert report.publisher == "Harbour Watch"


def test_the_page_of_a_passage_is_shown(tmp_path: Path) -> None:
    pages = [["Port Ellery frees 24"], ["The ministry said that 24 prisoners were released."]]
    (tmp_path / "note.pdf").write_bytes(make_pdf(pages))
    done = habeas("read", "note.pdf", folder=tmp_path)
    assert "page 2" in " ".join(done.stdout.split())
