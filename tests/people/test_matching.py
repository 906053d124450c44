"""Which spellings are proposed as one person. Public figures and invented people.

Public figures: names of released prisoners as the pages cited beside the examples of
December and September 2025 in Belarus spell them, and laureates of the Nobel Peace Prize.
"""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.people import MentionKey, Person
from habeas.people import propose_matches, propose_matches_of, spelling_id

PROPOSED = [
    "Maria Kalesnikava = Maria Kolesnikova",
    "Maria Kalesnikava = Maryja Kalesnikava",
    "Марыя Калеснікава = Maria Kolesnikova",
    "Мария Колесникова = Марыя Калеснікава",
    "Ales Bialiatski = Ales Byalyatski",
    "Ales Bialiatski = Алесь Беляцкий",
    "Ales Bialiatski = Aliaksandr Bialiatski",
    "Viktar Babaryka = Viktor Babariko",
    "Mikola Statkevich = Nikolai Statkevich",
    "Iryna Slaunikava = Irina Slavnikova",
    "Marina Zolotova = Maryna Zolatava",
    "Siarhei Tsikhanouski = Sergei Tikhanovsky",
    "Dzianis Kuchynski = Denis Kuchinsky",
    "Elena Ramanauskiene = Jelena Ramanauskienė",
    "许志永 = Xu Zhiyong",
    "نرگس محمدی = Narges Mohammadi",
    "Kolesnikova Maria = Maria Kalesnikava",
    "M. Kalesnikava = Maria Kalesnikava",
    "Jose Daniel Ejemplo = José Daniel Ejemplo García",
]

APART = [
    "Siarhei Tsikhanouski = Sviatlana Tsikhanouskaya",
    "Siarhei Tsikhanouski = Siarhei Tsikhanouskaya",
    "Viktar Babaryka = Eduard Babaryka",
    "Aliaksandr Ivanou = Aliaksandra Ivanova",
    "Viktor Petrenko = Viktoria Petrenko",
    "Olga Petrenko = Oleg Petrenko",
    "Mario Ejemplo = Maria Ejemplo",
    "Carlo Esempio = Carla Esempio",
    "Li Wei = Lu Wei",
    "Zhang Wei = Zhong Wei",
    "Kim Min = Kim Mun",
    "Maria Kalesnikava = Maria",
]


@pytest.mark.parametrize("story", PROPOSED)
def test_one_name_in_two_spellings_is_proposed(story: str) -> None:
    (match,) = propose_matches(_people(*story.split(" = ")))
    assert match.score >= 0.5
    # Names written from right to left stand in isolates, which move nothing.
    told = match.reason.replace("\u2068", "").replace("\u2069", "")
    assert all(f"“{name}”" in told for name in story.split(" = "))
    assert match.reason.endswith(".")


@pytest.mark.parametrize("story", APART)
def test_namesakes_are_not_proposed(story: str) -> None:
    assert propose_matches(_people(*story.split(" = "))) == ()


def test_a_lone_family_name_is_proposed_for_its_only_holder() -> None:
    (match,) = propose_matches(_people("Kalesnikava", "Maria Kolesnikova", "Ana Perez"))
    assert 0.5 <= match.score < 0.8
    assert propose_matches(_people("Kalesnikava", "Maria Kolesnikova", "Ina Kolesnikova")) == ()


@given(
    st.lists(st.sampled_from([n for s in PROPOSED + APART for n in s.split(" = ")]), unique=True)
)
def test_the_order_of_people_changes_nothing(names: list[str]) -> None:
    people = _people(*names)
    assert propose_matches(people) == propose_matches(people[::-1])


@pytest.mark.parametrize(
    "name", ["", "…", "\ud800", "a" * 10_000, "١٢٣", "\u202eabc", "b " * 5_000]
)
def test_no_name_is_too_strange(name: str) -> None:
    propose_matches(_people(name or "x", "Maria Kalesnikava"))


def test_a_register_of_thousands_is_compared_in_seconds() -> None:
    seed = random.Random(7)
    parts = ["ka", "le", "sni", "vo", "ri", "tu", "ma", "ze", "bo", "shi", "dra", "pe"]
    names = {
        " ".join("".join(seed.choices(parts, k=seed.randint(2, 4))).title() for _ in range(2))
        for _ in range(3_000)
    }
    began = time.process_time()
    propose_matches(_people(*names))
    assert time.process_time() - began < 15


def _people(*names: str) -> tuple[Person, ...]:
    return tuple(
        Person(
            id=spelling_id(name),
            name=name,
            names=(name,),
            mentions=(MentionKey(claim=f"c{number}", name=name),),
        )
        for number, name in enumerate(names)
    )


def test_those_who_may_be_one_of_some_are_what_is_proposed_of_all_with_one_of_these() -> None:
    families = ("Kalesnik", "Kolesnik", "Karvel", "Korvel", "Tumanov", "Tumanau", "Ashby")
    given = ("Maria", "Maryja", "Marina", "Jan", "Ivan", "Ян", "Ада", "Ada", "Boris", "Барыс")
    more = ("Nadia", "Надия", "Petr", "Piotr", "Олег", "Aleh", "Ilya", "Илья")
    people = _people(*(f"{one} {family}" for one in (*given, *more) for family in families))
    those = {person.id for person in people[::25]}
    found = propose_matches_of(people, those, least=0.1)
    every = propose_matches(people, least=0.1)
    assert found == tuple(each for each in every if {each.left, each.right} & those) != ()
