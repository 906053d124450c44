"""What is done to the characters of a name before it is compared; public figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.people import RemarkKind
from habeas.people.names.cleaning import MOST_CHARACTERS, clean_name
from people.names.timing import least_seconds

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)
BURMESE = st.text(st.characters(min_codepoint=0x1000, max_codepoint=0x109F), max_size=12)
MIXED = st.text("aceoxpiABEvсаеорхАВЕжшοανΑΒօոսhфω'’ -\u0301\u200b\u200dﬁＡｶﾞﷺ", max_size=20)

CLEANED = {
    "a plain name stays": ("Maria Kalesnikava", "Maria Kalesnikava", ""),
    "a name in Cyrillic stays": ("Марыя Калеснікава", "Марыя Калеснікава", ""),
    "spaces become one": ("  Maria \t Kalesnikava\n", "Maria Kalesnikava", ""),
    "accents are composed": ("José", "José", ""),
    "a Latin i in a Belarusian word": ("Канстанцiн", "Канстанцін", "look-alike"),
    "a Cyrillic o in a Latin word": ("Ivanоv", "Ivanov", "look-alike"),
    "most letters Latin, but only Cyrillic can have been meant": (
        "Cepгeй",
        "Сергей",
        "look-alike",
    ),
    "a k of another alphabet": ("Миĸалай", "Микалай", "look-alike"),
    "a Latin letter that bears the stress": ("Ивáнов", "Ива́нов", "look-alike"),
    "a Latin O before an apostrophe": ("O’Нил", "О’Нил", "look-alike"),
    "two scripts in two words are no mistake": ("Иван Smith", "Иван Smith", ""),
    "an initial of the other script stays": ("А. Smith", "А. Smith", ""),
    "what cannot be repaired is told": ("Rонзер", "Rонзер", "mixed-scripts"),
    "a zero width space": ("Ива\u200bнов", "Иванов", "invisible"),
    "signs of direction": ("\u202bنرگس\u202c", "نرگس", "invisible"),
    "a soft hyphen": ("Kales\xadnikava", "Kalesnikava", "invisible"),
    "Persian writes with joiners": ("علی‌اصغر", "علیاصغر", ""),
    "an old Malayalam letter": ("അവന്\u200d", "അവൻ", ""),
    "full width": ("Ａｌｅｓ", "Ales", "compatibility"),
    "half-width kana": ("ｶﾞﾝｼﾞｰ", "ガンジー", "compatibility"),
    "Arabic presentation forms": ("ﻣﺤﻤﺪ", "محمد", "compatibility"),
    "a Latin ligature": ("Griﬃn", "Griffin", "compatibility"),
    "half a character": ("Ann\ud800a", "Anna", "damaged"),
    "a letter lost on the way is told": ("Mar\ufffda", "Mar\ufffda", "damaged"),
    "controls": ("Anna\x00", "Anna", "invisible"),
    "a variant of a Han letter": ("葛\U000e0100城", "葛城", "invisible"),
    "Zawgyi": ("ေအာင္ဆန္းစုၾကည္", "အောင်ဆန်းစုကြည်", "zawgyi"),
    "nothing": ("", "", ""),
    "nothing but spaces": (" \u2003 ", "", ""),
}


@pytest.mark.parametrize(("given_text", "text", "kinds"), CLEANED.values(), ids=CLEANED)
def test_names_are_cleaned(given_text: str, text: str, kinds: str) -> None:
    clean = clean_name(given_text)
    assert clean.text == text
    assert {remark.kind.value for remark in clean.remarks} == set(kinds.split())


def test_a_remark_says_where_and_what() -> None:
    (remark,) = clean_name("Канстанцiн").remarks
    assert (remark.kind, remark.position) == (RemarkKind.LOOK_ALIKE, 8)
    assert remark.what == "Latin “i” in “Канстанцiн”"


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    clean = clean_name("Ж" * 10_000)
    assert clean.text == "Ж" * MOST_CHARACTERS
    assert [remark.kind for remark in clean.remarks] == [RemarkKind.CUT]


@given(st.one_of(ANY_TEXT, BURMESE, MIXED))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_name(text).text
    assert clean_name(once).text == once


@given(st.text("abcdefgжшщюяцβγδ", min_size=1, max_size=20))
def test_a_word_of_one_script_is_never_changed(letters: str) -> None:
    for script in ("abcdefg", "жшщюяц", "βγδ"):
        word = "".join(c for c in letters if c in script)
        assert clean_name(word).text == word


@pytest.mark.parametrize(
    "text",
    ["a", "Ж", "ေအာင", "жe", "ﷺ", "\u0300", "e\u0301\u200b", "က္", "\ud800", "\u202e"],
    ids=ascii,
)
def test_a_long_text_takes_little_time(text: str) -> None:
    assert least_seconds(clean_name, (text * 10_000)[:10_000]) < 0.01
