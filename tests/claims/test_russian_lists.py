"""Stories of lists, pronouns, custody and captives that Russian news tells.

All persons and events are invented. A claim is written as in `test_extract`.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "roles between the names of a list": (
        "Арестованы директор издания Игорь Малин, его заместитель Павел Зорин, репортёр Анна Соль.",
        ["arrest reported Игорь Малин", "arrest reported Павел Зорин", "arrest reported Анна Соль"],
    ),
    "a list with semicolons": (
        "Были помилованы: журналистка Анна Соль; политик Павел Зорин; юрист Игорь Дубов.",
        ["pardon reported Анна Соль", "pardon reported Павел Зорин", "pardon reported Игорь Дубов"],
    ),
    "a list that ends with also": (
        "На свободу вышли Анна Соль, Павел Зорин, а также Игорь Малин.",
        [
            "release reported Анна Соль",
            "release reported Павел Зорин",
            "release reported Игорь Малин",
        ],
    ),
    "a town in brackets is nobody": (
        "По 15 суток ареста получили Анна Соль (Лида), Павел Зорин (Брест), Игорь Малин.",
        [
            "sentence reported Анна Соль",
            "sentence reported Павел Зорин",
            "sentence reported Игорь Малин",
        ],
    ),
    "where each of a list was held": (
        "В Астане были задержаны активисты Анна Соль и Павел Зорин, в Семее — Игорь Малин.",
        [
            "arrest reported Анна Соль in Астане",
            "arrest reported Павел Зорин in Астане",
            "arrest reported Игорь Малин in Астане",
        ],
    ),
    "one of many is who somebody is": (
        "Помиловали 12 человек. Среди них — один из лидеров протеста Павел Зорин и Анна Соль.",
        [
            "pardon reported [12,12]",
            "pardon reported Павел Зорин part",
            "pardon reported Анна Соль part",
        ],
    ),
    "son of a former minister": (
        "Задержаны десять человек. В их числе — сын бывшего министра Павел Зорин.",
        ["arrest reported [10,10]", "arrest reported Павел Зорин part"],
    ),
    "the object's surname tells a man": (
        "Суд отправил под арест на 15 суток активистов Бахыта Малинова и Куата Зоринова.",
        ["sentence reported Бахыт Малинов by Суд", "sentence reported Куат Зоринов by Суд"],
    ),
    "the object's surname tells a woman": (
        "Полиция задержала активистов Гульмиру Зоринову и Куата Дубовова.",
        ["arrest reported Гульмира Зоринова by Полиция", "arrest reported Куат Дубовов by Полиция"],
    ),
    "a woman's surname as subject": (
        "Среди осуждённых — Рухшона Малинова и Павел Зорин.",
        ["sentence reported Рухшона Малинова", "sentence reported Павел Зорин"],
    ),
    "two verbs before their object": (
        "Власти арестовали, а потом осудили 12 человек.",
        ["arrest reported [12,12] by Власти", "sentence reported [12,12]"],
    ),
    "guilty and sentenced": (
        "Суд признал виновным и приговорил к шести годам колонии журналиста Павла Зорина.",
        ["sentence reported Павел Зорин"],
    ),
    "they are those named together": (
        "Задержаны Анна Соль и Павел Зорин. Их доставили в отдел полиции.",
        [
            "arrest reported Анна Соль",
            "arrest reported Павел Зорин",
            "arrest reported Анна Соль in отдел полиции",
            "arrest reported Павел Зорин in отдел полиции",
        ],
    ),
    "they after a count": (
        "Задержаны четыре человека. Позже они были отпущены.",
        ["arrest reported [4,4]", "release reported они"],
    ),
    "whose son it is": (
        "Полиция задержала Павла Зорина. Его адвокат заявил об обыске.",
        ["arrest reported Павел Зорин by Полиция"],
    ),
    "he whom no claim named": (
        "Сын Анны Соль, Павел Зорин, работал врачом. В мае он был арестован.",
        ["arrest reported Павел Зорин"],
    ),
    "the activist named before": (
        "Суд приговорил Анну Соль к двум годам колонии. Активистка находится в СИЗО с мая.",
        ["sentence reported Анна Соль by Суд", "hold reported Анна Соль in СИЗО"],
    ),
    "where they arrested him": (
        "Павла Зорина вызвали в отдел, где через час задержали.",
        ["arrest reported Павел Зорин"],
    ),
    "where he is, is not known": (
        "Задержан Павел Зорин. Неизвестно, в каком отделе он находится.",
        ["arrest reported Павел Зорин"],
    ),
    "taken into custody": (
        "Суд взял под стражу двух лидеров партии.",
        ["arrest reported [2,2] by Суд"],
    ),
    "put into a remand prison": (
        "Бывшего депутата Павла Зорина задержали и водворили в СИЗО.",
        ["arrest reported Павел Зорин", "arrest reported Павел Зорин in СИЗО"],
    ),
    "fell into the hands of police": (
        "Активист Павел Зорин попал в руки полиции.",
        ["arrest reported Павел Зорин"],
    ),
    "captives brought back": (
        "Состоялся обмен пленными. Из плена удалось вернуть 157 человек.",
        ["release reported [157,157]"],
    ),
    "a country brought back its soldiers": (
        "Столица вернула из плена 300 военных.",
        ["release reported [300,300] by Столица"],
    ),
    "they return home": (
        "После обмена пленными домой возвращаются ещё трое гражданских.",
        ["release reported [3,3]"],
    ),
    "managed is done": (
        "В страну смогли вернуть военнослужащих.",
        ["release reported военнослужащих in страну"],
    ),
    "brought back, but of no captives": (
        "В библиотеку вернули 300 книг, а на работу — 12 сотрудников.",
        [],
    ),
    "wishes a release": (
        "Союз желает освобождения трёх журналистов.",
        ["demand-release demanded [3,3] > Союз"],
    ),
    "who says it after a list": (
        "Среди освобождённых — пять граждан Литвы, сообщил президент страны Игорь Дубов.",
        ["release reported [5,5] > Игорь Дубов +LT"],
    ),
    "under arrest": (
        "Под арестом оказался политик Павел Зорин.",
        ["hold reported Павел Зорин"],
    ),
    "days in a police station": (
        "Все задержанные находятся в ОВД.",
        ["hold reported Все задержанные in ОВД"],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text, language="ru"))] == claims
