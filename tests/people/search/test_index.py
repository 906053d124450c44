"""Names are found in any script, by any order of words, however the index came to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.comparison import compare_names
from habeas.people.search import Hit, NameIndex

# Made up, all of them.
NAMES = {
    "marr": "Ada Marr",
    "marr-ru": "Ада Марр",
    "quist": "Bela Quist",
    "orlin": "Дмитрий Орлин",
    "haddan": "سامي حدان",
    "wei": "韦明远",
    "sato": "サトウ・ミナ",
    "lee": "이도현",
}
SOUGHT = {
    "as written": ("Bela Quist", "quist"),
    "in another order": ("Quist, Bela", "quist"),
    "with a slip": ("Bela Qist", "quist"),
    "in Latin for Cyrillic": ("Dmitry Orlin", "orlin"),
    "in Latin for Arabic": ("Sami Haddan", "haddan"),
    "in Latin for Han": ("Wei Mingyuan", "wei"),
    "in Latin for kana": ("Mina Sato", "sato"),
    "in Latin for hangul": ("Lee Do-hyun", "lee"),
}
ODD = [
    "",
    " ",
    "\x00",
    "!!",
    "\ud800",
    "Ada \udfff Marr",
    "\u202e",
    "🙂",
    "1",
    "а" * 10_000,
    "x " * 9,
]


@pytest.mark.parametrize("sought", SOUGHT)
def test_a_name_is_found(sought: str) -> None:
    name, id_ = SOUGHT[sought]
    index = NameIndex(NAMES.items())
    assert index.search([name])[0][0].id == id_
    assert index.candidates([name], 3)[0][0][0] == id_


def test_both_scripts_of_a_name_are_found() -> None:
    found = NameIndex(NAMES.items()).search(["Ada Marr"])[0]
    assert {hit.id for hit in found[:2]} == {"marr", "marr-ru"}


def test_a_hit_is_what_the_comparison_says() -> None:
    for hits in NameIndex(NAMES.items()).search(["Ada Mar", "Sami Hadan"]):
        for hit in hits:
            assert hit.name == NAMES[hit.id]
    hit = NameIndex(NAMES.items()).search(["Ada Mar"])[0][0]
    assert hit.probability == compare_names("Ada Mar", hit.name).probability


def test_an_empty_index_finds_nothing() -> None:
    index = NameIndex()
    assert len(index) == 0
    assert index.search(["Ada Marr"]) == [[]]
    assert index.candidates(["Ada Marr", ""], 5) == [[], []]


def test_no_names_no_answers() -> None:
    index = NameIndex(NAMES.items())
    assert index.search([]) == []
    assert index.candidates([], 5) == []


def test_a_name_without_a_letter_finds_nobody() -> None:
    index = NameIndex([*NAMES.items(), ("blank", ""), ("signs", "—!")])
    assert index.search(["", "  ", "?!"]) == [[], [], []]


def test_an_index_of_names_without_letters_finds_nothing() -> None:
    assert NameIndex([("a", ""), ("b", "…")]).search(["", "Ada Marr"]) == [[], []]


def test_odd_names_are_indexed_and_sought() -> None:
    index = NameIndex([*NAMES.items(), *((str(at), name) for at, name in enumerate(ODD))])
    assert len(index.search(ODD)) == len(ODD)
    assert index.search(["Bela Quist"])[0][0].id == "quist"


def test_an_id_with_several_names_stands_once_by_its_likeliest() -> None:
    index = NameIndex(
        [("m", "Ada Marr"), ("m", "Adda Mar"), ("m", "Ада Марр"), ("q", "Bela Quist")]
    )
    assert index.search(["Ada Marr"])[0][0] == Hit(id="m", name="Ada Marr", probability=1.0)
    assert [hit.id for hit in index.search(["Ada Marr"])[0]].count("m") == 1
    assert [id_ for id_, _ in index.candidates(["Ada Marr"], 5)[0]].count("m") == 1


def test_an_id_with_very_many_names_hides_nobody() -> None:
    many = [("m", f"Ada Marr {'i' * count}") for count in range(120)]
    others = [("n", "Ada Barr"), ("o", "Ida Marr")]
    index = NameIndex([*many[:40], *others])
    assert {id_ for id_, _ in index.candidates(["Ada Marr"], 3)[0]} == {"m", "n", "o"}
    index = NameIndex([*many, *others])
    assert {hit.id for hit in index.search(["Ada Marr"], 3)[0]} == {"m", "n", "o"}


def test_no_more_than_asked_for() -> None:
    index = NameIndex((str(at), "Ada Marr") for at in range(40))
    assert len(index.search(["Ada Marr"], 7)[0]) == 7
    assert len(index.candidates(["Ada Marr"], 7)[0]) == 7


words = st.text("abdeilmnorstuабвглмор韦明远", min_size=1, max_size=7)
names = st.lists(words, min_size=1, max_size=3).map(" ".join)


@given(listed=st.lists(names, max_size=40), sought=st.lists(names, min_size=1, max_size=8))
def test_answers_do_not_depend_on_what_is_asked_together(
    listed: list[str], sought: list[str]
) -> None:
    index = NameIndex((str(at), name) for at, name in enumerate(listed))
    assert index.search(sought, 4) == [index.search([name], 4)[0] for name in sought]
    assert index.candidates(sought, 4) == [index.candidates([name], 4)[0] for name in sought]


@given(listed=st.lists(names, max_size=80), cut=st.integers(0, 80), sought=names)
def test_an_index_that_grew_answers_as_one_made_at_once(
    listed: list[str], cut: int, sought: str
) -> None:
    entries = [(str(at), name) for at, name in enumerate(listed)]
    whole, grown = NameIndex(entries), NameIndex(entries[:cut])
    grown.add(entries[cut:])
    assert len(grown) == len(whole) == len(entries)
    assert grown.candidates([sought], 5) == whole.candidates([sought], 5)


def test_very_many_small_additions_become_one_part() -> None:
    entries = [(str(at), f"{name} {at}") for at in range(20) for name in NAMES.values()]
    grown = NameIndex()
    for entry in entries:
        grown.add([entry])
    whole = NameIndex(entries)
    sought = [*NAMES.values(), "Ada Marr 7"]
    assert len(grown) == len(entries)
    assert grown.search(sought) == whole.search(sought)


def test_a_name_that_is_written_together_is_found_among_many_that_lie_nearer() -> None:
    near = [(str(at), f"Bela Quist {at}") for at in range(400)]
    index = NameIndex([*near, ("together", "Quistbela")])
    assert "together" in {id_ for id_, _ in index.candidates(["Quist-Bela", "Quist Bela"], 10)[1]}
