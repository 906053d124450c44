"""Pairs that the matcher of names is trained with: invented people, kana, slips of the pen.

Surnames are invented; given names are common ones.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from names.training import romanising
from names.training.heldout import SetAside, key_of
from names.training.invented_names import Inventor, female_surname, male_surname
from names.training.kana_names import KanaName, kana_pairs, to_kana
from names.training.labelled import TrainingPair
from names.training.slips import slip
from names.training.sources import WordPair
from names.training.variations import Variations

SURNAMES = [WordPair("ru", "lomvalev", "ломвалев"), WordPair("ru", "danmarsky", "данмарский")]
NOBODY_ASIDE = SetAside(frozenset())


# Invented people

PATRONYMICS = {
    "Иван": "Иванович Ивановна",
    "Илья": "Ильич Ильинична",
    "Игорь": "Игоревич Игоревна",
    "Никита": "Никитич Никитична",
    "Кузьма": "Кузьмич Кузьминична",
    "Андрей": "Андреевич Андреевна",
    "Николай": "Николаевич Николаевна",
    "Василий": "Васильевич Васильевна",
    "Дмитрий": "Дмитриевич Дмитриевна",
    "Пётр": "Петрович Петровна",
    "Павел": "Павлович Павловна",
    "Лев": "Львович Львовна",
    "Яков": "Яковлевич Яковлевна",
    "Михаил": "Михайлович Михайловна",
    "Фёдор": "Фёдорович Фёдоровна",
}


@pytest.mark.parametrize("father", PATRONYMICS)
def test_patronymics(father: str) -> None:
    assert " ".join(romanising.patronymics_of(father)) == PATRONYMICS[father]


ROMANISED = {
    "passport": "щербакова shcherbakova, юрий iurii, фёдор fedor, подъячев podieiachev",
    "bgn": "щербакова shcherbakova, ельцин yeltsin, юрий yuriy, андреев andreyev",
    "iso": "щербаков ščerbakov, чехов čehov, жуков žukov",
    "german": "щербаков schtscherbakow, ельцин jelzin, чехов tschechow",
    "french": "щербаков chtcherbakov, жуков joukov, сергей sergeï",
    "polish": "щербаков szczerbakow, жуков żukow, лев łew",
    "ukrainian": "сергій serhii, ігор ihor, євген ievhen",
    "belarusian": "сяргей siarhei, віталь vital, аляксандр aliaksandr",
    "lacinka": "сяргей sjarhiej, міхась michas, воўк voŭk",
}


@pytest.mark.parametrize("scheme", ROMANISED)
def test_romanisations(scheme: str) -> None:
    for example in ROMANISED[scheme].split(", "):
        word, latin = example.split()
        assert romanising.write_latin(word, scheme) == latin
    assert ROMANISED.keys() == set(romanising.SCHEMES)


def test_bgn_endings_are_shortened() -> None:
    assert romanising.shorten_ending("yuriy") == "yury"
    assert romanising.shorten_ending("goryy") == "gory"


@pytest.mark.parametrize(
    ("respell", "word", "met"),
    [
        (romanising.spell_belarusian, "Ломвалев", "ломвалеў"),
        (romanising.spell_belarusian, "Дмитрий", "дзмітрый"),
        (romanising.spell_ukrainian, "Данмарский", "данмарський"),
        (romanising.spell_ukrainian, "Данмарская", "данмарська"),
    ],
)
def test_spellings_of_the_neighbours_are_met(
    respell: Callable[..., str], word: str, met: str
) -> None:
    draw = np.random.default_rng(3)
    assert met in {respell(word, draw) for _ in range(60)}


def test_women_bear_the_surnames_of_women() -> None:
    for his, hers in (("Ломвалев", "Ломвалева"), ("Данмарский", "Данмарская")):
        assert (female_surname(his), male_surname(hers)) == (hers, his)
    assert female_surname("Ломваленко") == male_surname("Ломваленко") == "Ломваленко"


def test_invented_pairs_are_the_same_for_a_seed() -> None:
    def made(seed: int) -> tuple[list[TrainingPair], list[WordPair]]:
        inventor = Inventor(SURNAMES, NOBODY_ASIDE, np.random.default_rng(seed))
        return inventor.pairs(40), inventor.words(40)

    assert made(1) == made(1) != made(2)
    pairs, words = made(1)
    assert sum(pair.same for pair in pairs) == 40
    assert words == sorted(set(words))


def test_a_patronymic_tells_apart_only_where_both_show_it() -> None:
    inventor = Inventor(SURNAMES[:1], NOBODY_ASIDE, np.random.default_rng(5))
    for pair in inventor.pairs(300):
        one, other = pair.left.split(), pair.right.split()
        if not pair.same and len(one) == 3 == len(other) and one[::2] == other[::2]:
            assert one[1] != other[1]


def test_a_held_out_given_name_or_surname_is_never_invented() -> None:
    aside = SetAside(frozenset(map(key_of, ("Александр", "ломвалев"))))
    inventor = Inventor(SURNAMES, aside, np.random.default_rng(1))
    words = " ".join(f"{pair.left} {pair.right}" for pair in inventor.pairs(200)).casefold()
    assert "данмарск" in words
    assert "ломвал" not in words
    assert "александр " not in words


# Kana, slips and variations


@pytest.mark.parametrize(
    ("latin", "kana"),
    [("nippon", "にっぽん"), ("kyoko", "きょこ"), ("shimbun", "しんぶん"), ("lomvale", None)],
)
def test_syllables_in_kana(latin: str, kana: str | None) -> None:
    assert to_kana(latin) == kana


def test_pairs_in_kana_are_of_two_only_where_a_part_differs() -> None:
    names = [
        KanaName(latin=("keiko", "tanaru"), kana=("けいこ", "たなる")),
        KanaName(latin=("keiko", "moridasu"), kana=("けいこ", "もりだす")),
    ]
    pairs = kana_pairs(names, 2, np.random.default_rng(1))
    assert sum(pair.same for pair in pairs) == 2
    assert any(not pair.same for pair in pairs)
    for pair in pairs:
        if not pair.same and pair.right.isascii():
            family = "tanaru" if pair.left.startswith("たなる") else "moridasu"
            assert family not in pair.right.lower()


@given(st.text(min_size=1, max_size=12), st.integers(0, 2**32 - 1))
def test_a_slip_spares_the_first_letter_and_short_words(word: str, seed: int) -> None:
    slipped = slip(word, np.random.default_rng(seed))
    assert abs(len(slipped) - len(word)) <= 1
    if len(word) < 5:
        assert slipped == word


@given(st.integers(0, 2**32 - 1))
def test_a_varied_pair_keeps_its_label_and_one_side(seed: int) -> None:
    pair = TrainingPair("Ana Lomvale", "Ана Ломвале", same=True)
    varied = Variations([pair], np.random.default_rng(seed)).vary(pair)
    assert varied.same
    assert {varied.left, varied.right} & {pair.left, pair.right}
