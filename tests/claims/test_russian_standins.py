"""Stories of Russian names, of words that stand for people told before, of lists and exchanges.

All persons and events are invented. A claim is written as in `test_extract`.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "they let go, and whom is left out": (
        "Анну Соль арестовали в мае. Через неделю отпустили.",
        ["arrest reported Анна Соль", "release reported Анна Соль"],
    ),
    "a court lets go, and whom is left out": (
        "Павла Зорина задержали у дома. Судья отправил под домашний арест.",
        ["arrest reported Павел Зорин"],
    ),
    "held, and who is left out": (
        "Осуждён Павел Зорин. Отбывает наказание в колонии.",
        ["sentence reported Павел Зорин", "hold reported Павел Зорин in колонии"],
    ),
    "nobody for a verb after a count": (
        "Задержаны 12 человек. Через час отпустили.",
        ["arrest reported [12,12]"],
    ),
    "the woman named before": (
        (
            "Суд признал Анну Соль виновной и приговорил к двум годам. Женщину взяли под "
            "стражу в зале суда."
        ),
        [
            "sentence reported Анна Соль by Суд",
            "sentence reported Анна Соль",
            "arrest reported Анна Соль in зале суда",
        ],
    ),
    "by what the text said he is": (
        (
            "Учитель Павел Зорин получил два года. Игорь Малин вышел на свободу. Сейчас "
            "учитель отбывает наказание."
        ),
        [
            "sentence reported Павел Зорин",
            "release reported Игорь Малин",
            "hold reported Павел Зорин",
        ],
    ),
    "no prisoner is nobody named before": (
        "Осуждён Павел Зорин. В стране нет ни одного политзаключённого, заявил министр.",
        ["sentence reported Павел Зорин", "hold denied политзаключённого > министр in стране"],
    ),
    "these people": (
        "Осуждены Анна Соль и Павел Зорин. Эти люди находятся под стражей.",
        [
            "sentence reported Анна Соль",
            "sentence reported Павел Зорин",
            "hold reported Анна Соль",
            "hold reported Павел Зорин",
        ],
    ),
    "brothers with one surname": (
        "Братья Фирдавс и Сухроб Давлатовы вышли на свободу.",
        ["release reported Фирдавс Давлатов", "release reported Сухроб Давлатов"],
    ),
    "a couple with one surname": (
        "Супруги Артём и Юлия Бобрик задержаны 7 марта.",
        ["arrest reported Артём Бобрик", "arrest reported Юлия Бобрик"],
    ),
    "whose husband is not who": (
        "Муж Ботагоз Сериковой, геодезист Данияр Омаров, сидит в колонии.",
        ["hold reported Данияр Омаров in колонии"],
    ),
    "a name of a woman in the dative": (
        "Суд назначил Парвине Худоёрбековой восемь лет колонии.",
        ["sentence reported Парвина Худоёрбекова by Суд"],
    ),
    "a surname of a man in -ой": (
        "Задержан технолог Дмитрий Полевой.",
        ["arrest reported Дмитрий Полевой"],
    ),
    "a patronymic in the Turkic manner": (
        "Шесть лет колонии получила журналистка Махабат Тажибек кызы.",
        ["sentence reported Махабат Тажибек кызы"],
    ),
    "a dash for the verb": (
        "Павлу Зорину дали три года, Игорю Малину — два.",
        ["sentence reported Павел Зорин", "sentence reported Игорь Малин"],
    ),
    "a list under a heading": (
        (
            "Среди освобождённых:\n— Анна Соль, журналистка;\n— Павел Зорин, 45 лет, врач;\n"
            "— Игорь Малин.\n\nКаждый из них дома."
        ),
        [
            "release reported Анна Соль",
            "release reported Павел Зорин",
            "release reported Игорь Малин",
        ],
    ),
    "names alone under a heading": (
        "На свободу вышли:\nАнна Соль\nПавел Зорин\nИгорь Малин",
        [
            "release reported Анна Соль",
            "release reported Павел Зорин",
            "release reported Игорь Малин",
        ],
    ),
    "terms under a heading": (
        (
            "Осуждены:\n1. Мирзоев Далер, 12 лет колонии\n2. Назарова Гули, 5 лет условно\n"
            "3. Саидов Али — 7 лет."
        ),
        [
            "sentence reported Мирзоев Далер",
            "sentence reported Назарова Гули",
            "sentence reported Саидов Али",
        ],
    ),
    "an item without a heading": (
        "Витебск. Алеся Рудак, 12 лет колонии.",
        ["sentence reported Алеся Рудак"],
    ),
    "months of custody": (
        "Сотрудник радиостанции Фарид Ализаде: четыре месяца досудебного ареста.",
        ["arrest reported Фарид Ализаде"],
    ),
    "days after an arrest": (
        "Корбут Алесь, Гомель: задержан 6 марта, 15 суток.",
        ["arrest reported Корбут Алесь", "sentence reported Корбут Алесь"],
    ),
    "an age is no term": (
        "Павел Зорин, 45 лет, живёт в Гомеле.",
        [],
    ),
    "an exchange by its formula": (
        "Состоялся обмен пленными по формуле «205 на 205», сообщило Минобороны.",
        ["release reported [205,205] > Минобороны"],
    ),
    "two sides of an exchange": (
        "Обмен пленными прошёл по формуле «32 на двоих», сообщил комитет.",
        ["release reported [32,32] > комитет", "release reported [2,2] > комитет"],
    ),
    "captives exchanged": (
        "Киев и Москва обменялись по 146 военнопленных.",
        ["release reported [146,146]"],
    ),
    "an exchange only talked of": (
        "Об обмене пленными «тысяча на тысячу» стороны пока не договорились.",
        [],
    ),
    "players exchanged": (
        "Команды обменялись 12 игроками.",
        [],
    ),
    "nobody was detained": (
        "По состоянию на сегодня никто не задерживался.",
        ["arrest denied никто"],
    ),
    "recognised by name": (
        "Правозащитники признали Анну Соль политзаключённой.",
        ["hold reported Анна Соль by Правозащитники"],
    ),
    "the group named after a dash": (
        "Суд отправил под арест защитников сквера — Анну Соль и Павла Зорина.",
        ["arrest reported Анна Соль by Суд", "arrest reported Павел Зорин by Суд"],
    ),
    "a lie, after a dash": (
        "Сообщения об аресте восьми студентов — ложь, заявило министерство.",
        ["arrest denied [8,8] > министерство"],
    ),
    "untrue, in the next sentence": (
        "Отпущены 12 человек. Это неправда.",
        ["release denied [12,12]"],
    ),
    "not in accord with the truth": (
        "Сведения об освобождении 12 фигурантов действительности не соответствуют.",
        ["release denied [12,12]"],
    ),
    "a lie of somebody else": (
        "Задержаны 12 человек, ложь распространяют каналы.",
        ["arrest reported [12,12]"],
    ),
    "the second of two things asked for": (
        "ОБСЕ призывала власти не преследовать прессу и отпустить редакторов.",
        ["demand-release demanded редакторов > ОБСЕ"],
    ),
    "the accused, named as the owner of a complaint": (
        "Суд рассмотрел жалобу Анны Зориной на арест. Обвиняемая освобождена из СИЗО.",
        ["release reported Анна Зорина in СИЗО"],
    ),
    "a surname that keeps its end": (
        "Студент Гиорги Маисурадзе провёл в изоляторе четверо суток.",
        ["hold reported Гиорги Маисурадзе in изоляторе"],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text, language="ru"))] == claims
