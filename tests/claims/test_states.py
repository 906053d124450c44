"""States, peoples and organs as reports write them. All people here are fictional."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.english.parse.language_model import load_english
from habeas.claims.states import find_states, state_code, state_name, state_of

CODES = {
    "the United States": "US",
    "U.S.": "US",
    "the U.S": "US",
    "USA": "US",
    "America": "US",
    "UK": "GB",
    "Great Britain": "GB",
    "Scotland": "GB",
    "UAE": "AE",
    "DPRK": "KP",
    "North Korea": "KP",
    "South Korean": "KR",
    "Burma": "MM",
    "Myanmar": "MM",
    "Czech Republic": "CZ",
    "Czechia": "CZ",
    "Russia": "RU",
    "the Russian Federation": "RU",
    "Ivory Coast": "CI",
    "Côte d’Ivoire": "CI",
    "Cote d'Ivoire": "CI",
    "Holland": "NL",
    "Palestine": "PS",
    "Kosovo": "XK",
    "Bosnia and Herzegovina": "BA",
    "Bosnia & Herzegovina": "BA",
    "St. Kitts and Nevis": "KN",
    "Guinea-Bissau": "GW",
    "Guinea": "GN",
    "the Democratic Republic of the Congo": "CD",
    "Türkiye": "TR",
    "Turkiye": "TR",
    "Turkey": "TR",
    "BELARUS": "BY",
    "belarus": "BY",
    "Belarusian": "BY",
    "Belarussian": "BY",
    "British": "GB",
    "Swiss": "CH",
    "Burmese": "MM",
    "Lithuanians": "LT",
    "Latvians": "LV",
    "Poles": "PL",
    "Germans": "DE",
    "Britons": "GB",
    "Spaniards": "ES",
    "Swedes": "SE",
    "Danes": "DK",
    "Finns": "FI",
    "Turks": "TR",
    "Frenchmen": "FR",
    "the Dutch": "NL",
    "Lithuania's": "LT",
    "Georgians": "GE",
    "Nigerien": "NE",
    "Nigerian": "NG",
    "Taiwanese": "TW",
    "Republic of China": "TW",
    "People's Republic of China": "CN",
    "Filipinos": "PH",
    "Emirati": "AE",
    "Congolese": None,
    "Korean": None,
    "Dominican": None,
    "us": None,
    "polish": None,
    "turkey": None,
    "EU": None,
    "Soviet Union": None,
    "South America": None,
    "citizens of Belarus": None,
    "Minsk": None,
    "": None,
    "the": None,
    "'s": None,
}


@pytest.mark.parametrize("words", CODES)
def test_a_state_or_people_has_its_code(words: str) -> None:
    assert state_code(words) == CODES[words]


ORGANS = {
    "Belarusian authorities": "BY",
    "the U.S. Embassy in Vilnius": "US",
    "the embassy in Vilnius of the United States": "US",
    "Lithuania's foreign ministry": "LT",
    "the Ministry of Foreign Affairs of the Russian Federation": "RU",
    "a spokesman for the Ukrainian government": "UA",
    "the president of Lithuania": "LT",
    "the ambassador of Poland to Belarus": "PL",
    "Russia's ambassador to Lithuania": "RU",
    "the U.S. special envoy": "US",
    "officials from the United States": "US",
    "Belarusian state media": "BY",
    "Nicaraguan prosecutors": "NI",
    "Iran's judiciary": "IR",
    "Belarus": "BY",
    "the White House": "US",
    "the Kremlin": "RU",
    "the Ministry of Justice": None,
    "the ambassador to Belarus": None,
    "the envoy for Ukraine": None,
    "Belarusian rights group": None,
    "rights groups in Belarus": None,
    "the Belarusian opposition leader": None,
    "the former U.S. ambassador": None,
    "the president of the Belarusian Football Federation": None,
    "the Belarusian Helsinki Committee": None,
    "Belarusians": None,
    "Western governments": None,
    "": None,
}


@pytest.mark.parametrize("words", ORGANS)
def test_an_organ_belongs_to_its_state_and_not_to_its_host(words: str) -> None:
    assert state_of(words) == ORGANS[words]


MENTIONS = {
    "They came from the United Kingdom, Latvia, and Japan.": (
        "United Kingdom=GB:name Latvia=LV:name Japan=JP:name"
    ),
    "Six Lithuanians, two Poles and one British national were freed.": (
        "Lithuanians=LT:people Poles=PL:people British=GB:adjective"
    ),
    "The Dutch government spoke for five Dutch.": "Dutch=NL:adjective Dutch=NL:people",
    "The prisoners were Lithuanian, and the US knew.": "Lithuanian=LT:adjective US=US:name",
    "They told us that the U.S.-backed talks in South Sudan had failed.": (
        "U.S.=US:name South Sudan=SS:name"
    ),
    "Michael Jordan was freed in Turkey.": "Turkey=TR:name",
    "The king of Jordan pardoned 12 people in Chad.": "Jordan=JO:name Chad=TD:name",
    "He wrote in Russian and she speaks Polish.": "",
    "A Russian-language newspaper left Ukraine.": "Ukraine=UA:name",
    "Ships in the Gulf of Mexico and the South China Sea.": "",
    "A court in Atlanta, Georgia, heard a Georgian.": "Georgian=GE:people",
    "African Americans and South Africans.": "South Africans=ZA:people",
    "The Central African Republic and Papua New Guinea.": (
        "Central African Republic=CF:name Papua New Guinea=PG:name"
    ),
    "Both Koreas and Congolese officials.": "",
    "US-Belarusian relations": "US=US:name Belarusian=BY:adjective",
    "": "",
}


@pytest.mark.parametrize("text", MENTIONS)
def test_states_are_found_in_text(text: str) -> None:
    found = find_states(load_english()(text))
    assert " ".join(f"{text[f.start : f.end]}={f.code}:{f.form}" for f in found) == MENTIONS[text]


def test_every_code_has_a_name_that_leads_back_to_it() -> None:
    codes = {code for code in CODES.values() if code} | {"AD", "CD", "KP", "MM", "XK", "ZW"}
    assert {state_code(state_name(code)) for code in codes} == codes


def test_names_follow_the_language_and_fall_back() -> None:
    assert state_name("BY", "ru") == "Беларусь"
    assert state_name("DE", "pt-BR") == "Alemanha"
    assert state_name("LT", "no such language") == "Lithuania"
    assert state_name("QQ") == "QQ"


@given(st.text())
def test_no_words_break_the_look_up(words: str) -> None:
    for code in (state_code(words), state_of(words)):
        assert code is None or len(code) == 2


@given(st.lists(st.sampled_from([*CODES, *MENTIONS, "of", "and", ",", "\n", "St."]), max_size=6))
def test_found_states_are_in_order_and_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = find_states(load_english()(text))
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(text[f.start : f.end].strip() == text[f.start : f.end] for f in found)
