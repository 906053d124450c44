"""What is hidden stays hidden, however it is written; offsets never move.

The names are invented.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.register.veil import BLOCK, Veil, parts_of

VEIL = Veil(
    names=frozenset({"Maryna Kalinovska", "Ли Вэй", "许明远", "Ada O'Brenn-Tolliver"}),
    spared=frozenset({"Maryna Petrova", "Jan Obren Novak"}),
)

STORIES: dict[str, tuple[str, str]] = {
    "the name": ("Maryna Kalinovska is free", "###### ########## is free"),
    "capitals": ("MARYNA KALINOVSKA", "###### ##########"),
    "small letters": ("maryna kalinovska", "###### ##########"),
    "family name later": ("Kalinovska said", "########## said"),
    "family name in small letters": ("said kalinovska", "said ##########"),
    "given name alone": ("Maryna is home", "###### is home"),
    "possessive": ("Kalinovska's lawyer", "############ lawyer"),
    "family name first": ("Kalinovska, Maryna", "########### ######"),
    "initial before": ("M. Kalinovska", "## ##########"),
    "initials after": ("Kalinovska M. V. spoke", "########## ## ## spoke"),
    "another spelling": ("Marina Kalinouskaja", "###### ############"),
    "Cyrillic": ("Марына Каліноўская", "###### ###########"),
    "inflected": ("дело Калиновской", "дело ###########"),
    "accents": ("Mary\u0301na Kalinovská", "####### ##########"),
    "soft hyphen": ("Kalin\u00adovska", "###########"),
    "zero width space": ("Kali\u200bnovska", "###########"),
    "broken over two lines": ("Kalinov-\nska was", "########\n### was"),
    "over two lines": ("Maryna\nKalinovska", "######\n##########"),
    "full width letters": ("Ｋａｌｉｎｏｖｓｋａ", "##########"),
    "look-alike letters": ("Kаlinоvskа", "##########"),
    "spaced letters": ("K a l i n o v s k a", "# # # # # # # # # #"),
    "tag": ("#FreeMarynaKalinovska now", "##################### now"),
    "handle": ("by @mkalinovska1 today", "by ############# today"),
    "address": ("see https://x.example/kalinovska-free here", f"see {'#' * 33} here"),
    "mail": ("write m.kalinovska@x.example", f"write {'#' * 22}"),
    "short name, whole": ("Ли Вэй вышел", "## ### вышел"),
    "short name, other script": ("Li Vey was freed", "## ### was freed"),
    "Han within a sentence": ("记者许明远获释", "记者###获释"),
    "Han, given name": ("明远说", "##说"),
    "Han in Latin letters": ("Xu Mingyuan is out", "## ######## is out"),
    "apostrophe and hyphen": ("Ada O’Brenn-Tolliver", "### ################"),
    "someone who shares a given name": ("Maryna Petrova was freed", "Maryna Petrova was freed"),
    "both in one sentence": (
        "Maryna Petrova and Maryna Kalinovska",
        "Maryna Petrova and ###### ##########",
    ),
    "another's middle name": ("Jan Obren Novak", "Jan Obren Novak"),
    "an ordinary word": ("for example, li is a unit", "for example, li is a unit"),
    "nobody": ("123 people were freed in Ruritania.", "123 people were freed in Ruritania."),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("story", STORIES)
def test_stories(story: str) -> None:
    text, expected = STORIES[story]
    assert VEIL.hide(text).replace(BLOCK, "#") == expected


def test_an_empty_veil_hides_nothing() -> None:
    assert Veil(names=frozenset()).hide("Maryna Kalinovska") == "Maryna Kalinovska"
    assert Veil(names=frozenset({"", "-", "A."})).hide("A. man - said") == "A. man - said"


ADDRESSES = {
    "https://news.example/2025/maryna-kalinovska-freed": True,
    "https://news.example/?q=Kalinovska": True,
    "https://news.example/%D0%9A%D0%B0%D0%BB%D0%B8%D0%BD%D0%BE%D0%B2%D1%81%D0%BA%D0%B0": True,
    "kalinovska_2.pdf": True,
    "MKalinovska.txt": True,
    "许明远.html": True,
    "https://news.example/123-freed": False,
    "report-2025-12-13.txt": False,
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_names_buried_in_addresses_and_file_names(address: str) -> None:
    assert VEIL.buried_in(address) is ADDRESSES[address]


letters = st.characters(exclude_categories=["Cs"])


@given(
    st.lists(letters | st.sampled_from(["Maryna ", "Kalinovska", "许明远", BLOCK, "@", "\n"])).map(
        "".join
    )
)
def test_offsets_stay_and_hiding_twice_hides_no_more(text: str) -> None:
    hidden = VEIL.hide(text)
    assert len(hidden) == len(text)
    assert all(new in (old, BLOCK) for old, new in zip(text, hidden, strict=True))
    assert [c.isspace() for c in hidden] == [c.isspace() for c in text]
    assert VEIL.hide(hidden) == hidden


NAMES = ("Maryna Kalinovska", "Ada O'Brenn-Tolliver")
DISGUISES: dict[str, Callable[[str], str]] = {
    "as written": str,
    "upper case": str.upper,
    "lower case": str.lower,
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "soft hyphens": "\u00ad".join,
    "no-break space": lambda name: name.replace(" ", "\u00a0"),
    "two lines": lambda name: name.replace(" ", "\n   "),
    "last word first": lambda name: ", ".join(reversed(name.split(" "))),
    "run together": lambda name: name.replace(" ", ""),
    "full width": lambda name: "".join(
        chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in name
    ),
}


@given(
    st.text(st.sampled_from("abc DE.,;:!?()\n“”—"), max_size=20),
    st.text(st.sampled_from("abc DE.,;:!?()\n“”—"), max_size=20),
    st.sampled_from(NAMES),
    st.sampled_from(sorted(DISGUISES)),
)
def test_no_disguise_lets_a_name_through(before: str, after: str, name: str, disguise: str) -> None:
    hidden = VEIL.hide(f"{before} {DISGUISES[disguise](name)} {after}")
    rest = "".join(parts_of(hidden.replace(BLOCK, " ")))
    assert not any(part in rest for part in parts_of(name) if len(part) > 3)
