"""Stories of Russian speakers who are no subject, of states, and of turns of phrase for acts.

All persons and events are invented. A claim is written as in `test_extract`.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "to whom it became known": (
        "Как стало известно «Ручью», освобождены девять человек.",
        ["release reported [9,9] > Ручей"],
    ),
    "from whose answer it follows": (
        "Из ответа прокуратуры следует, что арестованы 12 человек.",
        ["arrest reported [12,12] > прокуратура"],
    ),
    "in whose report it is stated": (
        "В сводке МВД указано, что задержаны 30 человек.",
        ["arrest reported [30,30] > МВД"],
    ),
    "a source in brackets": (
        "Задержаны 20 человек (данные МВД).",
        ["arrest reported [20,20] > МВД"],
    ),
    "the words of another": (
        "Со слов адвоката, задержаны 45 человек.",
        ["arrest reported [45,45] > адвокат"],
    ),
    "who refers to whom": (
        "«Волна» сообщает, ссылаясь на министра, что задержаны 45 человек.",
        ["arrest reported [45,45] > Волна > министр"],
    ),
    "if one believes them": (
        "Если верить МВД, задержаны 45 человек.",
        ["arrest reported [45,45] > МВД"],
    ),
    "a law is no speaker": (
        "Суд, ссылаясь на закон, отпустил 12 человек.",
        ["release reported [12,12] by Суд"],
    ),
    "a role and a name before a colon": (
        "Юрист центра «Ручей» Павел Зорин: «Задержаны 12 человек. Троих отпустили».",
        ["arrest reported [12,12] > Павел Зорин", "release reported [3,3] > Павел Зорин"],
    ),
    "a quotation goes on after who speaks": (
        "«Задержаны 12 человек, — сказал Павел Зорин. — Пятеро арестованы». Двоих осудили.",
        [
            "arrest reported [12,12] > Павел Зорин",
            "arrest reported [5,5] > Павел Зорин",
            "sentence reported [2,2]",
        ],
    ),
    "a line of speech goes on": (
        "— Задержаны 12 человек, — рассказала Анна Соль. — Пятеро арестованы. Троих отпустили.",
        [
            "arrest reported [12,12] > Анна Соль",
            "arrest reported [5,5] > Анна Соль",
            "release reported [3,3] > Анна Соль",
        ],
    ),
    "two figures of two sources": (
        "По официальным данным, задержаны 30 человек, по данным правозащитников — 45.",
        ["arrest reported [30,30]", "arrest reported [45,45] > правозащитники"],
    ),
    "a figure alone in its clause": (
        "По данным «Ручья», задержаны 45 человек, а по версии полиции — 30.",
        ["arrest reported [45,45] > Ручей", "arrest reported [30,30] > полиция"],
    ),
    "a verb taken for an adverb": (
        "Юрист Тимур Галиев передаёт из Караганды, что задержаны 14 человек.",
        ["arrest reported [14,14] > Тимур Галиев"],
    ),
    "out, and of where was told before": (
        "В изоляторе держали 20 человек. Вышли трое.",
        ["hold reported [20,20] in изоляторе", "release reported [3,3]"],
    ),
    "out of a meeting": ("Задержаны двое. На улицу вышли 300 человек.", ["arrest reported [2,2]"]),
    "free, and free of something": (
        "Павла Зорина держали в колонии. Теперь он свободен. Счёт свободен от налога.",
        ["hold reported Павел Зорин in колонии", "release reported Павел Зорин"],
    ),
    "behind bars no longer": ("40 человек больше не за решёткой.", ["hold denied [40,40]"]),
    "an arrest made longer": (
        "Арест Павла Зорина продлили до июля.",
        ["hold reported Павел Зорин"],
    ),
    "the names of those counted": (
        "Известно о девяти задержанных, имена двоих есть: Анна Соль и Павел Зорин.",
        ["arrest reported [9,9]", "arrest reported Анна Соль", "arrest reported Павел Зорин"],
    ),
    "among those whom they let out": (
        "Среди тех, кого выпустили, Павел Зорин и Анна Соль.",
        ["release reported Павел Зорин", "release reported Анна Соль"],
    ),
    "a name between commas": (
        "Двое — Игорь Малин и Анна Соль — арестованы, третий, Павел Зорин, отпущен.",
        [
            "arrest reported Игорь Малин",
            "arrest reported Анна Соль",
            "release reported Павел Зорин",
        ],
    ),
    "a list over brackets": (
        "Помилованы Игорь Малин (ему 40 лет) и Анна Соль (учительница).",
        ["pardon reported Игорь Малин", "pardon reported Анна Соль"],
    ),
    "taken away by nobody named": (
        "Силовики пришли к журналистам, увезли двоих.",
        ["arrest reported [2,2]"],
    ),
    "a mother forgives": ("Мать простила двоих учеников сына.", []),
    "a surname of a Turkic father": (
        "Сергея Юсуф-заде отпустили домой.",
        ["release reported Сергей Юсуф-заде"],
    ),
    "the wife of somebody speaks": (
        "Жена Павла Зорина рассказала, что его отпустили.",
        ["release reported Павел Зорин > Жена Павла Зорина"],
    ),
    "the wife of somebody is taken": ("Жену Павла Зорина задержали.", ["arrest reported Жену"]),
    "the lawyer of one, by name": (
        "Адвокат Турсуновой Динара Ахметова заявила, что 12 человек задержаны.",
        ["arrest reported [12,12] > Динара Ахметова"],
    ),
    "a brother, and who he is": (
        "Его брата, журналиста Рустама Назарова, приговорили к восьми годам.",
        ["sentence reported Рустам Назаров"],
    ),
    "whom his own sentence names": (
        "Отпущен Лука Беридзе. Павлу Зорину суд отказал в освобождении, он остаётся под стражей.",
        ["release reported Лука Беридзе", "hold reported Павел Зорин"],
    ),
    "it is about them": (
        "Суд продлил арест пятерым. Речь идёт о Нигяр Гасановой и Эльчине Рзаеве.",
        [
            "hold reported [5,5] by Суд",
            "hold reported Нигяр Гасанова part",
            "hold reported Эльчин Рзаев",
        ],
    ),
    "the verb left out after but": (
        "Суд арестовал Игоря Зорина на 15 суток, а Анну Соль — на 10.",
        ["sentence reported Игорь Зорин by Суд", "sentence reported Анна Соль by Суд"],
    ),
    "a couple in the dative": (
        "Суд огласил приговор Виктору и Алле Ковшиковым.",
        [
            "sentence reported Виктор Ковшиков by Суд",
            "sentence reported Алла Ковшикова by Суд",
        ],
    ),
    "moved to their homes": (
        "Под домашний арест переведены Айбек Султанов и Рустам Кадыров.",
        ["release reported Айбек Султанов", "release reported Рустам Кадыров"],
    ),
    "all who admit it": (
        "Глава комитета говорил, что выпустят всех, кто признает вину.",
        ["release announced всех > Глава комитета"],
    ),
    "the client of a lawyer": (
        "Асель Турсунова осуждена. «Моя подзащитная сидит ни за что», — сказала адвокат.",
        ["sentence reported Асель Турсунова", "hold reported Асель Турсунова > адвокат"],
    ),
    "who asks with a request": (
        "Депутаты обратились к прокурору с просьбой освободить Павла Зорина.",
        ["demand-release demanded Павел Зорин > Депутаты"],
    ),
    "whose figures say it": (
        "Данные МВД говорят о 30 задержанных.",
        ["arrest reported [30,30] > МВД"],
    ),
    "a Romanian surname": ("Освободили Иона Мунтяну.", ["release reported Ион Мунтяну"]),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text, language="ru"))] == claims
