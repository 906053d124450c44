"""docs/vocabulary.md maps every word that a claim can use, and no other."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from habeas.model.claims import Act, SpeakerKind, Stance, Unit
from house.checkout import ROOT

TABLES: dict[str, type[StrEnum]] = {
    "Acts": Act,
    "Stances": Stance,
    "Kinds of speaker": SpeakerKind,
    "Counting units": Unit,
}
PLOVER = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def rows(section: str) -> list[list[str]]:
    """Return the cells of the table under a heading, without its two head lines."""
    text = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    body = text.split(f"\n## {section}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in body.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("section", TABLES)
def test_each_word_is_mapped_once_and_in_order(section: str) -> None:
    assert [row[0].strip("`") for row in rows(section)] == [word.value for word in TABLES[section]]


@pytest.mark.parametrize("section", TABLES)
def test_no_cell_is_empty(section: str) -> None:
    assert all(cell for row in rows(section) for cell in row)


@pytest.mark.parametrize("row", rows("Acts"), ids=lambda row: row[0].strip("`"))
def test_codes_are_of_the_vocabularies(row: list[str]) -> None:
    huridocs, plover = row[2], row[3]
    assert set(re.findall(r"\b[A-Z]{3,}\b", plover)) <= PLOVER
    for thesaurus, code in re.findall(r"\b(\d+):(\d+)", huridocs):
        assert 1 <= int(thesaurus) <= 48
        assert len(code) % 2 == 0
        assert len(code) <= 12
