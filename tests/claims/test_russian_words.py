"""The parts of the Russian reader: its model, numbers, names, times and turns."""

from __future__ import annotations

import shutil
from importlib.metadata import distribution
from pathlib import Path

import pytest

from claims.test_extract import report
from habeas.claims.russian.figures.quantities import find_counts
from habeas.claims.russian.parse.language_model import (
    DIGESTS,
    PACKAGE,
    WrongRussianModel,
    load_model,
    load_russian,
)
from habeas.claims.russian.parse.parsing import Sentence, parse_report
from habeas.claims.russian.people.names import name_spans, nominative
from habeas.claims.russian.speech.interviews import find_russian_turns
from habeas.claims.russian.time import find_times
from habeas.model.dates import EdtfDate

QUANTITIES = {
    "двадцать три человека": (23, 23, None),
    "тысяча двести узников": (1200, 1200, None),
    "1 200 осуждённых": (1200, 1200, None),
    "около 1,2 тысячи осуждённых": (None, None, 1200),
    "более ста человек": (101, None, None),
    "свыше 5800 человек": (5801, None, None),
    "не менее 80 человек": (80, None, None),
    "как минимум 80 человек": (80, None, None),
    "до 30 человек": (None, 30, None),
    "почти 300 человек": (None, 299, None),
    "порядка 800 осуждённых": (None, None, 800),
    "человек двадцать": (None, None, 20),
    "от 40 до 60 активистов": (40, 60, None),
    "12–15 студентов": (12, 15, None),
    "полторы тысячи женщин": (1500, 1500, None),
    "сотни людей": (200, None, None),
    "десятки задержанных": (20, None, None),
    "несколько сотен протестующих": (200, None, None),
    "несколько человек": (2, None, None),
    "более полусотни человек": (51, None, None),
    "двоих": (2, 2, None),
    "пятеро": (5, 5, None),
    "обоих": (2, 2, None),
    "тремстам осуждённым": (300, 300, None),
    "12 иностранных граждан": (12, 12, None),
}
NO_QUANTITY = [
    "45 лет",
    "15 суток ареста",
    "статья 342 УК",
    "в 2020 году",
    "1110 рублей",
    "в 19:30",
    "0,4%",
    "12 единиц оружия",
    "в школе № 14",
]
NAMES = {
    "Марию Коваль задержали.": "Мария Коваль",
    "Суд приговорил Ивана Петровича Зорина.": "Иван Петрович Зорин",
    "Дело Кудрявцева С. В. передали в суд.": "Кудрявцев С. В.",
    "Встреча с Анной Зориной прошла в Минске.": "Анна Зорина",
    "Павел Зорин вышел на свободу.": "Павел Зорин",
}
TIMES = {
    "11 сентября": "2025-09-11",
    "11 сентября 2024 года": "2024-09-11",
    "в сентябре 2024 года": "2024-09",
    "в июле прошлого года": "2024-07",
    "в прошлом году": "2024",
    "в 2021 году": "2021",
    "с 2020 года": "2020/2025-10-15",
    "с лета 2020 года": "2020/2025-10-15",
    "до 14 декабря": "../2025-12-14",
    "до конца октября": "../2025-10-31",
    "вчера": "2025-10-14",
    "накануне": "2025-10-14",
    "в субботу": "2025-10-11",
    "утром во вторник": "2025-10-14",
    "на прошлой неделе": "2025-10-06/2025-10-12",
    "11.09.2025": "2025-09-11",
    "весной 2019 года": "2019-21",
}


def sentences(text: str) -> list[Sentence]:
    return list(parse_report(report(text, language="ru"), None))


@pytest.mark.parametrize(("words", "bounds"), QUANTITIES.items(), ids=QUANTITIES.keys())
def test_a_quantity_is_read_with_its_hedge(
    words: str, bounds: tuple[int | None, int | None, float | None]
) -> None:
    (counted,) = [c for s in sentences(f"Освобождены {words}.") for c in find_counts(s)]
    quantity = counted.quantity
    assert (quantity.low, quantity.high, quantity.about) == bounds


@pytest.mark.parametrize("words", NO_QUANTITY)
def test_what_counts_no_people_is_no_quantity(words: str) -> None:
    found = [c for s in sentences(f"Об этом известно: {words}.") for c in find_counts(s)]
    assert not [c for c in found if c.is_sure]


def test_no_number_goes_on_after_a_fraction() -> None:
    (sentence,) = sentences("Задержаны 22,5 17 человек.")
    (counted,) = find_counts(sentence)
    assert counted.quantity.low == 17


@pytest.mark.parametrize(("text", "name"), NAMES.items(), ids=NAMES.values())
def test_a_name_is_put_back_in_the_nominative(text: str, name: str) -> None:
    (sentence,) = sentences(text)
    found = [
        nominative(sentence.words[span.first : span.last + 1])
        for span in name_spans(sentence, "PER")
    ]
    assert found == [name]


@pytest.mark.parametrize(("words", "edtf"), TIMES.items(), ids=TIMES.keys())
def test_a_time_is_read_against_the_day_of_publication(words: str, edtf: str) -> None:
    (found,) = find_times(f"Это было {words}.", EdtfDate.parse("2025-10-15"))
    assert (found.time.words, found.time.edtf.text) == (words, edtf)


def test_a_time_that_needs_the_day_of_publication_is_left_unread_without_it() -> None:
    assert find_times("Это было вчера.", None) == ()


def test_turns_of_an_interview_alternate_where_each_begins_with_a_dash() -> None:
    turns = find_russian_turns("— Как вы?\n\n— Хорошо.\n\n— А он?\n\n— Тоже.")
    assert [turn.asks for turn in turns] == [True, False, True, False]


def test_a_list_with_dashes_is_no_interview() -> None:
    assert find_russian_turns("Задержаны:\n— Анна Соль\n— Павел Зорин\n— Игорь Малин\n— двое") == ()


def test_the_model_is_loaded_once() -> None:
    assert load_russian() is load_russian()


@pytest.mark.parametrize("change", ["a byte", "a file less"])
def test_a_model_that_was_changed_is_refused(tmp_path: Path, change: str) -> None:
    installed = Path(str(distribution(PACKAGE).locate_file(PACKAGE)))
    for name in DIGESTS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(installed / name, tmp_path / name)
    changed = tmp_path / list(DIGESTS)[-1]
    if change == "a byte":
        with changed.open("ab") as file:
            file.write(b"x")
    else:
        changed.unlink()
    with pytest.raises(WrongRussianModel, match="install the pinned requirements again"):
        load_model(tmp_path)
