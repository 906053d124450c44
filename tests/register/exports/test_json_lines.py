"""JSON Lines follow their schema, and a file that is cut short or edited is known as one."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import export_schema
from habeas.register.edition_file import EditionFile, write_edition
from habeas.register.exports.json_lines import read_json_lines, write_json_lines
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.problems import InvalidExport
from public import disputed, fictional


@pytest.fixture(scope="module", params=["ruritania", "disputed"])
def lines(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The lines of an Edition."""
    edition = fictional.ruritania if request.param == "ruritania" else disputed.graustark
    path = tmp_path_factory.mktemp("lines") / "edition.sqlite"
    write_edition(edition, path)
    page = io.BytesIO()
    with EditionFile(Path(path)) as file:
        write_json_lines(Outgoing(file=file), page)
    return page.getvalue().splitlines()


def test_the_schema_is_that_of_the_model() -> None:
    written = json.loads(export_schema.PATH.read_text(encoding="utf-8"))
    assert written == export_schema.document(), "run: python scripts/export_schema.py"
    Draft202012Validator.check_schema(written)


def test_every_line_follows_the_schema(lines: list[bytes]) -> None:
    validator = Draft202012Validator(export_schema.document())
    for line in lines:
        validator.validate(json.loads(line))


def test_a_file_cut_off_anywhere_is_refused(lines: list[bytes]) -> None:
    for end in range(len(lines)):
        with pytest.raises(InvalidExport):
            read_json_lines(lines[:end])


def told(line: bytes, change: dict[str, Any]) -> bytes:
    return json.dumps(json.loads(line) | change).encode()


def test_what_is_something_else_is_told_with_its_place(lines: list[bytes]) -> None:
    with pytest.raises(InvalidExport, match="habeas-export/1"):
        read_json_lines([told(lines[0], {"format": "habeas-export/9"}), *lines[1:]])
    with pytest.raises(InvalidExport) as refused:
        read_json_lines([lines[0], told(lines[1], {"report": {"id": 7}}), *lines[2:]])
    assert "line 2" in str(refused.value)
    with pytest.raises(InvalidExport, match="JSON"):
        read_json_lines([lines[0], b"Dear Ada", *lines[1:]])
