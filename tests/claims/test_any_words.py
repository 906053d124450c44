"""Whatever the order of the words, a text is read without a fault and every claim has its words.

The words are those that rules look for, so that each rule meets the edges of texts and sentences.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.test_extract import report
from habeas.claims import extract_claims

pytestmark = pytest.mark.slow

ENGLISH = (
    "the a of with in behind for to by and or but if unless until once how many that who not "
    "no free freed released arrested held jailed sentenced pardoned detained custody prison "
    "bars home court police ministry minister lawyer people prisoners women students list "
    "names number total said says told according quoted as citing 12 forty dozens more than "
    "about at least another other including among them they she he his her I we was were is "
    "are be been had will would may must should on Friday 2024 May year years months Ana Sol "
    "Pavel Zorin Arden Norland Lithuania sanctions lifted eased exchange deal condition "
    "return met talks released demanded called so also up out back over away each all none "
    "others Accused Bail v Dr Mr al-Sayegh"
).split()
RUSSIAN = (
    "в на из с по за под при до от и или но если что как который не ни задержали задержаны "
    "отпустили освободили осудили приговорили помиловали обменяли вышли свободу колонии "
    "тюрьме СИЗО суд полиция МВД министерство адвокат человек заключённых женщин журналистов "
    "список имена среди них они он она его её сообщил сообщили данным словам 12 сорок десятки "
    "более около лет года суток Анна Соловей Павел Зорин Соль Юсуф-заде Беларусь Литва "
    "санкции снять обмен условие пятницу мая 2024 будет могут должны ещё все никто другие "
    "Имена Задержаны речь идёт 205"
).split()
MARKS = [
    ",",
    ".",
    ":",
    ";",
    "—",
    "-",
    "(",
    ")",
    '"',
    "«",
    "»",
    "?",
    "!",
    "\n",
    "\n\n",
    "…",
    "•",
    "/",
]


def texts(words: list[str]) -> st.SearchStrategy[str]:
    """Words and marks in any order, some glued to each other."""
    pieces = st.lists(st.sampled_from([*words, *words, *MARKS]), min_size=1, max_size=40)
    return st.tuples(pieces, st.sampled_from([" ", " ", "  ", ""])).map(lambda p: p[1].join(p[0]))


@settings(max_examples=150)
@given(texts(ENGLISH))
def test_english_words_in_any_order(text: str) -> None:
    check(text, "en")


@settings(max_examples=150)
@given(texts(RUSSIAN))
def test_russian_words_in_any_order(text: str) -> None:
    check(f"Об этом сообщили в пятницу вечером. {text}", "ru")


def check(text: str, language: str) -> None:
    """Read a text; each passage must be the words that stand there."""
    source = report(text, language=language)
    for claim in extract_claims(source):
        at = claim.passage
        assert source.text[at.start : at.end] == at.exact
