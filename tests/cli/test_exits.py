"""One table of exit codes, and its page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from habeas.claims.format import InvalidClaims
from habeas.cli.exits import Exit, Stop, exit_of
from habeas.model.dates import InvalidDate
from habeas.model.problems import HabeasError
from habeas.register.edition_file import NotAnEdition
from habeas.reports import UnreadableReport

PAGE = Path(__file__).parents[2] / "docs/reference/exit-codes.md"


def test_the_page_has_exactly_the_codes_of_the_program() -> None:
    rows = re.findall(r"^\| (\d+) \| (\w+) \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert rows == [(str(code.value), code.name, code.meaning) for code in Exit]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (UnreadableReport, Exit.UNREADABLE),
        (InvalidClaims, Exit.UNREADABLE),
        (NotAnEdition, Exit.REFUSED),
        (InvalidDate, Exit.USAGE),
    ],
)
def test_an_error_ends_by_what_could_not_be_done(kind: type[HabeasError], code: Exit) -> None:
    assert exit_of(kind(what="x")) is code


def test_a_verb_may_choose_its_ending() -> None:
    assert exit_of(Stop(Exit.NOTHING, what="no such event")) is Exit.NOTHING
