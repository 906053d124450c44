"""Which spellings of one script fold to one key. Public figures, common names, place names."""

from __future__ import annotations

import unicodedata
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.names.folding import fold_diacritics, fold_letters
from people.names.timing import least_seconds

NAME_LETTERS = (
    "aéIıłşșАаёйўґіѣ\u0301ΆάςΣأآئؤىيےەةکكٱ\u064b\u0654ـ٣ךךם׳װנַ许許々〻沢キごゞヽヷफ़न्तँंঙ্কແເແเเํา"
)
NAME_LETTERS += "၀ဝ၇သြဿ\u1039\u103aဥ្ដ្ត리ᄅ\u1161ሐኃዐև'`’-–İǰΐ\u0345"
ANY_TEXT = st.one_of(st.text(st.characters(codec=None), max_size=40), st.text(NAME_LETTERS))

ONE = {
    "case": "Maria KALESNIKAVA = MARIA Kalesnikava",
    "apostrophes": "Sa’id = Sa'id = Saʿid = Saʼid",
    "Romanian comma and cedilla": "Ionuț = Ionuţ",
    "Arabic and Persian yeh": "علي = علی = على",
    "Arabic and Persian kaf": "مبارك = مبارک",
    "teh marbuta": "فاطمة = فاطمه",
    "hamza on alef": "أحمد = احمد = اَحمَد",
    "hamza below, madda": "إبراهيم = ابراهيم",
    "hamza on waw": "رؤوف = رووف",
    "a stretched name": "محـــمد = محمد",
    "Urdu heh and nun": "شہباز خاں = شهباز خان",
    "Kurdish vowels": "ئاکرەیی = اکرهیی",
    "Uyghur carriers": "ئىلھام = یلهام",
    "digits of any script": "۱۲٣ = 123 = १२३",
    "Hebrew final forms count alike": "כהן = כהנ",
    "niqqud": "שָׁלוֹם = שלום",
    "Yiddish": "װאלף = וואלף",
    "ё": "Королёв = Королев",
    "ў": "Быкаў = Быкау",
    "stress": "Ива́нов = Иванов",
    "ґ": "Ґонґадзе = Гонгадзе",
    "Greek accents": "Αλέξης Τσίπρας = ΑΛΕΞΗΣ ΤΣΙΠΡΑΣ",
    "traditional and simplified": "許志永 = 许志永",
    "劉": "劉曉波 = 刘晓波",
    "Japanese and Chinese forms": "沢田広 = 澤田廣 = 泽田广",
    "a family name written three ways": "渡辺 = 渡邊 = 渡邉",
    "崎": "山崎 = 山﨑",
    "a sign of repetition": "佐々木 = 佐佐木",
    "kana": "スズキ = すずき",
    "kana repeated": "みすゞ = みすず",
    "Hindi dot": "फ़ैज़ = फैज",
    "Hindi nasal": "पन्त = पंत = पँत",
    "Thai sara ae": "แดง = เเดง",
    "Burmese wa": "ဝင်း = ၀င်း",
    "Amharic": "ኃይለ ሥላሴ = ሀይለ ስላሴ",
    "Armenian ev": "Սևակ = Սեւակ",
}

TWO = {
    "Latin marks stay": "Ondřej = Ondrej",
    "i and ı of two scripts": "Иванов = Іванов",
    "gaf is not kaf": "گلی = کلی",
    "geresh makes another letter": "ג'ורג' = גורג",
    "й is not и": "Андрей = Андреи",
    "Han letters that only look alike": "未来 = 末来",
    "another Han letter": "习近平 = 习近朋",
    "芸 of China is not 藝": "芸 = 藝",
    "long vowels of kana": "おの = おおの",
}

COARSE = {
    "Polish": "Łukasz Żółw = Lukasz Zolw",
    "Czech": "Ondřej = Ondrej",
    "Turkish": "Işık = Isik = ISIK",
    "Danish": "Søren = Soren",
    "Vietnamese": "Nguyễn Đình = Nguyen Dinh",
    "apostrophes": "O’Brien = OBrien",
    "Ukrainian in Russian letters": "Іванова = Иванова",
    "Kazakh in Russian letters": "Қасым = Касым",
    "Azerbaijani": "Əliyev = Aliyev",
    "Korean heads of North and South": "리영희 = 이영희",
}


def spellings(row: str) -> list[str]:
    return row.split(" = ")


@pytest.mark.parametrize("row", ONE.values(), ids=ONE)
def test_spellings_of_one_script_fold_to_one(row: str) -> None:
    assert len({fold_letters(spelling) for spelling in spellings(row)}) == 1


@pytest.mark.parametrize("row", TWO.values(), ids=TWO)
def test_other_letters_stay_other_letters(row: str) -> None:
    assert len({fold_letters(spelling) for spelling in spellings(row)}) == 2


@pytest.mark.parametrize("row", COARSE.values(), ids=COARSE)
def test_marks_are_dropped_in_the_coarser_key(row: str) -> None:
    assert len({fold_diacritics(spelling) for spelling in spellings(row)}) == 1


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold_letters(text)
    assert fold_letters(once) == once


@given(ANY_TEXT)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert fold_letters(decomposed) == fold_letters(unicodedata.normalize("NFC", text))


@given(ANY_TEXT)
def test_the_coarser_key_joins_what_the_finer_joins(text: str) -> None:
    assert fold_diacritics(fold_letters(text)) == fold_diacritics(text)


@pytest.mark.parametrize("text", ["a", "Ж", "许々", "न्त", "ئا", "ゝか", "\u0301", "각"], ids=ascii)
def test_a_long_text_takes_little_time(text: str) -> None:
    assert least_seconds(fold_diacritics, (text * 10_000)[:10_000]) < 0.05


def test_no_letter_of_the_tables_leads_on_to_another() -> None:
    data = files("habeas.people.names") / "data"
    for name in ("han_variants.tsv", "han_japanese.tsv", "letters.tsv"):
        for line in (data / name).read_text(encoding="utf-8").splitlines():
            kept, _, others = line.partition("\t")
            if line.startswith("#") or kept == "∅":
                continue
            for letter in others if name == "han_variants.tsv" else others.split():
                assert fold_letters(letter) == fold_letters(kept)
