"""The script of a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.names.scripts import script_of

SCRIPTS = {
    "Maria Kalesnikava": "Latn",
    "Łukasz": "Latn",
    "Марыя Калеснікава": "Cyrl",
    "نرگس محمدی": "Arab",
    "דוד": "Hebr",
    "许志永": "Hani",
    "高山由紀子": "Hani",
    "高山ゆき": "Jpan",
    "横山エンタツ": "Jpan",
    "すずき": "Kana",
    "スズキ": "Kana",
    "佐々木": "Hani",
    "이영희": "Hang",
    "नरेंद्र": "Deva",
    "অমর্ত্য": "Beng",
    "ਲੀਓ": "Guru",
    "இராமன்": "Taml",
    "രാമൻ": "Mlym",
    "මහින්ද": "Sinh",
    "ประยุทธ์": "Thai",
    "ທອງລຸນ": "Laoo",
    "အောင်ဆန်းစုကြည်": "Mymr",
    "ហ៊ុន សែន": "Khmr",
    "დავით": "Geor",
    "Նիկոլ": "Armn",
    "Αλέξης": "Grek",
    "ኃይለ": "Ethi",
    "བསྟན་འཛིན": "Tibt",
    "12 — .": "Zyyy",
    "": "Zyyy",
    "А. Smith": "Latn",
    "Иван Li": "Cyrl",
}


@pytest.mark.parametrize(("name", "script"), SCRIPTS.items(), ids=SCRIPTS)
def test_the_script_of_a_name_is_told(name: str, script: str) -> None:
    assert script_of(name) == script


@given(st.text(st.characters(codec=None)))
def test_every_text_has_a_script(text: str) -> None:
    assert len(script_of(text)) == 4
