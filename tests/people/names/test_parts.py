"""Names taken apart. Public figures and invented people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.names.parts import take_apart
from people.names.timing import least_seconds

KINDS = {
    "g": "given",
    "p": "patronymic",
    "f": "family",
    "h": "honorific",
    "-": "particle",
    "s": "suffix",
    "i": "initial",
    "?": "unknown",
}

PARTS = {
    # East Slavic
    "Мария Александровна Колесникова": "g p f",
    "Колесникова Мария Александровна": "f g p",
    "Николай Викторович Статкевич": "g p f",
    "Статкевич Николай Викторович": "f g p",
    "Мікалай Віктаравіч Статкевіч": "g p f",
    "Мікола Статкевіч": "g f",
    "Марыя Калеснікава": "g f",
    "Калеснікава Марыя": "f g",
    "Владимир Ильич Ленин": "g p f",
    "Sergei Nikolayevich LUKIN": "g p f",
    "LUKIN Sergei Nikolayevich": "f g p",
    "Мария Александровна": "g p",
    "Николай Викторович": "g ?",
    "В. И. Ленин": "i i f",
    "Ленин В.И.": "f i i",
    "В.И.Ленин": "i i f",
    "д-р Мария Колесникова": "h g f",
    # Commas and capitals
    "Abramovich, Roman Arkadyevich": "f g p",
    "Кот, Пьер": "f g",
    "van den Berg, Jan": "- - f g",
    "Sammy Davis, Jr.": "? ? s",
    "KIM Jong Un": "f g g",
    "ИВАН ИВАНОВИЧ Иванов": "g p f",
    "Manuel Gregorio BERNAL MARTÍNEZ": "g g f f",
    # Western Europe and the Americas
    "Angela Merkel": "g f",
    "Dr. Martin Luther King Jr.": "h g ? f s",
    "John F. Kennedy": "g i f",
    "J. R. R. Tolkien": "i i i f",
    "J.R.R. Tolkien": "i i i f",
    "Jean-Luc Mélenchon": "g f",
    "Charles de Gaulle": "g - f",
    "Ludwig van Beethoven": "g - f",
    "Otto von Bismarck": "g - f",
    "Gabriel García Márquez": "g f f",
    "José Luis Rodríguez Zapatero": "g g f f",
    "María de los Ángeles Pérez": "g - - g f",
    "José Ortega y Gasset": "g f - f",
    "Luiz Inácio Lula da Silva": "g ? ? - f",
    "Don José María": "h ? ?",
    "Isabel de Valois, reina de España": "g - f ? - ?",
    "Отто фон Бисмарк": "g - f",
    "Don Smith": "? ?",
    "Lord George Gordon Byron": "h g g f",
    # Hungary, Iceland, Poland
    "Orbán Viktor": "f g",
    "Viktor Orbán": "g f",
    "Guðrún Jónsdóttir": "g p",
    "Þórbjörn Jónsson": "g p",
    "Pan Tadeusz Nowak": "h g f",
    "Pan Yue": "? ?",
    # Turkic and Caucasian
    "Heydər Əlirza oğlu Əliyev": "g p p f",
    "Əliyev Heydər Əlirza oğlu": "f g p p",
    "Қасым-Жомарт Кемелұлы Тоқаев": "g p f",
    "Эдуард Шеварднадзе": "g f",
    # Arabic, Persian, Afghan
    "Muhammad bin Salman Al Saud": "g - p - f",
    "محمد بن سلمان": "g - p",
    "Mohamed Ould Abdel Aziz": "g - - p",
    "Abu Bakr al-Baghdadi": "- ? - ?",
    "Muqtada as-Sadr": "? - ?",
    "Hamada OULD MOHAMED EL KHAIRY": "g - p - f",
    "أبو بكر البغدادي": "- ? ?",
    "דוד בן גוריון": "? - ?",
    "آیتالله علی خامنهای": "h ? ?",
    "الشيخ احمد ياسين": "h ? ?",
    "د. محمد البرادعي": "h ? ?",
    "دکتر محمد مصدق": "h ? ?",
    "Grand Ayatollah Ali al-Sistani": "h h ? - ?",
    "Mullah Omar": "h ?",
    "Haji Abdul Qadir": "h ? ?",
    "Narges Mohammadi": "? ?",
    # Hebrew, India, Ethiopia
    'ד"ר חיים ויצמן': "h ? ?",
    "Shri Narendra Modi": "h ? ?",
    "श्रीमती इंदिरा गांधी": "h ? ?",
    "ኃይለ ሥላሴ": "g p",
    "አቶ ኃይለ ሥላሴ": "h g p",
    # Burma
    "U Thant": "h g",
    "Daw Aung San Suu Kyi": "h g g g g",
    "Aung San Suu Kyi": "g g g g",
    "Ma Thida Htun": "h g g",
    "Ko Ni": "? ?",
    "Thant Zin Oo": "g g g",
    "Win Tin": "? ?",
    "Hsu Yu": "? ?",
    "U": "?",
    "ဦးသိန်းစိန်": "h g",
    "ဒေါ်အောင်ဆန်းစုကြည်": "h g",
    "မင်းအောင်လှိုင်": "g",
    "Saw Daniel": "? ?",
    # China, Japan, Korea, Vietnam, Thailand, Cambodia, Malaysia
    "许志永": "f g",
    "習近平": "f g",
    "欧阳娜娜": "f g",
    "许志永 先生": "f g h",
    "Xu Zhiyong": "f g",
    "Zhiyong Xu": "g f",
    "Ma Ying-jeou": "f g",
    "Tsai Ing-wen": "f g",
    "Li Wei": "? ?",
    "Lee Kuan Yew": "f g g",
    "奥利弗·莱特温": "? ?",
    "田中角栄": "f g",
    "山田太郎先生": "f g h",
    "Tanaka Kakuei": "f g",
    "Kakuei Tanaka": "g f",
    "高山 由紀子": "f g",
    "たかやま ゆきこ": "f g",
    "横山エンタツ": "f g",
    "이영희": "f g",
    "남궁민수": "f g",
    "김정은 위원장": "f g h",
    "레지널드 포콕": "? ?",
    "Kim Jong-un": "f g",
    "Jong-un Kim": "g f",
    "Park Geun-hye": "f g",
    "Kim Dae Jung": "f g g",
    "Nguyễn Văn Minh": "f g g",
    "Minh Nguyen": "g f",
    "Ho Chi Minh": "f g g",
    "นายประยุทธ์ จันทร์โอชา": "h g f",
    "พล.อ.ประยุทธ์ จันทร์โอชา": "h g f",
    "សម្តេច ហ៊ុន សែន": "h f g",
    "Samdech Hun Sen": "h f g",
    "Tan Sri Muhyiddin Yassin": "h h ? ?",
    "Anwar bin Ibrahim": "g - p",
    # One name
    "Suharto": "?",
    "Dr": "?",
    "": "",
}

ANY_TEXT = st.text(st.characters(codec=None), max_size=80)
WORDS = st.sampled_from(
    "Dr. U Ma Jr. bin al-Tikriti as-Sadr J.R. Ивановна Викторович ЛУКИН de la van Kim Jong-un "
    "许志永 先生 이영희 ဦးသိန်းစိန် นายประยุทธ์ oglu , · O'Neil ד\"ר د. آیتالله José García I".split()
)
NAMES = st.lists(WORDS, max_size=9).map(" ".join)


@pytest.mark.parametrize(("name", "kinds"), PARTS.items(), ids=PARTS)
def test_a_name_is_taken_apart(name: str, kinds: str) -> None:
    parts = take_apart(name)
    assert [part.kind.value for part in parts] == [KINDS[kind] for kind in kinds.split()]


def test_parts_are_as_written() -> None:
    parts = take_apart("Dr. Abu Bakr al-Baghdadi, Jr.")
    assert [part.text for part in parts] == ["Dr.", "Abu", "Bakr", "al-", "Baghdadi", "Jr."]


@given(st.one_of(ANY_TEXT, NAMES))
def test_the_parts_hold_every_letter_in_order(text: str) -> None:
    letters = "".join(part.text for part in take_apart(text))
    assert [c for c in letters if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.one_of(ANY_TEXT, NAMES))
def test_a_title_is_never_all_of_a_name(text: str) -> None:
    kinds = {part.kind.value for part in take_apart(text)}
    assert kinds != {"honorific"}
    assert kinds != {"suffix"}


@pytest.mark.parametrize("text", ["a", "a ", "J.", "許", "김", "al-", "a,", "ဦး", "-", "Ивановна "])
def test_a_long_text_takes_little_time(text: str) -> None:
    assert least_seconds(take_apart, (text * 10_000)[:10_000]) < 0.05
