"""Stories of ages and terms: how old somebody is, how long a sentence is or was served.

All persons are invented. A term is written as its kind, its ISO 8601 duration and its words.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report
from habeas.claims import extract_claims
from habeas.claims.list_terms import duration_of
from habeas.model.claims import Claim

pytestmark = pytest.mark.slow

TERMS: dict[str, tuple[str, list[str]]] = {
    "a sentence in years": (
        "The court sentenced Ana Sol to five years in prison.",
        ["sentence: sentence P5Y five years"],
    ),
    "years and months": (
        "Ana Sol was sentenced on Friday to two years and six months in a penal colony.",
        ["sentence: sentence P2Y6M two years and six months"],
    ),
    "a half": (
        "The judge sentenced Ana Sol to three and a half years.",
        ["sentence: sentence P3Y6M three and a half years"],
    ),
    "a range has no single length": (
        "Nine students were sentenced to three to seven years.",
        ["sentence: sentence - three to seven years"],
    ),
    "life": ("Ana Sol was sentenced to life in prison.", ["sentence: sentence - life"]),
    "each their own": (
        "The court sentenced Ana Sol to nine years and jailed Pavel Zorin for 18 months.",
        ["sentence: sentence P9Y nine years", "sentence: sentence P18M 18 months"],
    ),
    "time served": (
        "Ana Sol was arrested in May. She has spent 14 months in Dolna prison.",
        ["arrest", "hold: served P14M 14 months"],
    ),
    "freed after": (
        "Ana Sol was freed on Friday after 14 months in jail.",
        ["release: served P14M 14 months"],
    ),
    "how long ago is no term": ("Ana Sol was freed five years ago.", ["release"]),
    "when is no term": ("Ana Sol will be freed within two weeks.", ["release"]),
    "a visit is no term": ("Ana Sol was freed after a three-day visit.", ["release"]),
}

AGES: dict[str, tuple[str, list[int | None]]] = {
    "between commas": ("Ana Sol, 34, was freed on Friday.", [34]),
    "in brackets": ("Ana Sol (34) was freed on Friday.", [34]),
    "aged": ("Ana Sol, aged 34, was freed on Friday.", [34]),
    "year-old before": ("The 34-year-old journalist Ana Sol was freed on Friday.", [34]),
    "year-old after": ("Ana Sol, a 34-year-old journalist, was freed on Friday.", [34]),
    "each their own": (
        "Police arrested Ana Sol, 34, and Pavel Zorin, 51, on Friday.",
        [34, 51],
    ),
    "a count is no age": ("Ana Sol and 34 others were freed on Friday.", [None, None]),
}

RUSSIAN: dict[str, tuple[str, list[str]]] = {
    "годы колонии": (
        "Суд приговорил Анну Соловей к пяти годам колонии.",
        ["sentence: sentence P5Y пяти годам"],
    ),
    "с половиной": (
        "Павла Зорина приговорили к двум с половиной годам колонии.",
        ["sentence: sentence P2Y6M двум с половиной годам"],
    ),
    "пожизненно": (
        "Павла Зорина приговорили к пожизненному заключению.",
        ["sentence: sentence - пожизненному"],
    ),
}


def term(claim: Claim) -> str:
    """The act of a claim with its term."""
    found = claim.term
    if found is None:
        return claim.act.value
    return f"{claim.act}: {found.kind} {found.duration or '-'} {found.words}"


@pytest.mark.parametrize(("text", "told"), TERMS.values(), ids=TERMS.keys())
def test_the_term_that_a_claim_tells(text: str, told: list[str]) -> None:
    assert [term(claim) for claim in extract_claims(report(text))] == told


@pytest.mark.parametrize(("text", "ages"), AGES.values(), ids=AGES.keys())
def test_the_age_of_those_named(text: str, ages: list[int | None]) -> None:
    claims = extract_claims(report(text))
    assert [n.age for c in claims for n in c.names or (None,) if n] == [
        age for age, claim in zip(ages, claims, strict=True) if claim.names
    ]


@pytest.mark.parametrize(("text", "told"), RUSSIAN.values(), ids=RUSSIAN.keys())
def test_a_term_in_russian(text: str, told: list[str]) -> None:
    assert [term(claim) for claim in extract_claims(report(text, language="ru"))] == told


def test_an_age_in_russian() -> None:
    text = "34-летнюю Анну Соловей и Павла Зорина, 51 год, задержали в пятницу."
    claims = extract_claims(report(text, language="ru"))
    assert {n.name: n.age for c in claims for n in c.names} == {
        "Анна Соловей": 34,
        "Павел Зорин": 51,
    }


@pytest.mark.parametrize(
    ("words", "duration"),
    [
        ("5 years", "P5Y"),
        ("P5Y6M", "P5Y6M"),
        ("10 лет колонии", "P10Y"),
        ("пять с половиной лет", "P5Y6M"),
        ("2 years 6 months", "P2Y6M"),
        ("life", None),
        ("5", None),
        ("5 years or 10 years", None),
        ("", None),
    ],
)
def test_a_cell_of_a_list(words: str, duration: str | None) -> None:
    assert duration_of(words) == duration


def test_what_is_told_in_a_row_of_participles() -> None:
    text = (
        "Ana Sol was detained in March, tried behind closed doors and jailed for nine years. "
        "Two editors were arrested on Monday, questioned overnight and freed without charge. "
        "Pavel Zorin was held in Dolna prison for three years on charges of espionage."
    )
    claims = extract_claims(report(text))
    assert [term(claim) for claim in claims] == [
        "arrest",
        "sentence: sentence P9Y nine years",
        "arrest",
        "release",
        "hold: served P3Y three years",
    ]
    assert claims[-1].charges == ("espionage",)


def test_when_of_a_clause_beside_is_not_when_of_the_act() -> None:
    text = "Ana Sol served 14 months before she was freed and deported to Norland on Saturday."
    when = {claim.act.value: claim.when for claim in extract_claims(report(text))}
    assert when["hold"] is None
    assert when["exile"] is not None


def test_who_speaks_after_a_semicolon_speaks_of_what_follows() -> None:
    text = "Arden released 12 people on Saturday; the ministry said that another 30 remain in jail."
    freed, held = extract_claims(report(text))
    assert freed.speakers == ()
    assert [speaker.name for speaker in held.speakers] == ["the ministry"]
