"""What several speakers' figures say together. Everyone and every release is invented.

States are real names only so that they can be recognised.
"""

from __future__ import annotations

import pytest

from accounts.telling import account_told
from habeas.accounts import accounts_of
from habeas.model.accounts import Bounds
from stories import tell

UNNAMED = {
    "an exact figure": ("release 123 people\nrelease Ana Example & Ida Sample", (121, 121)),
    "the exact figure governs": (
        "release more than 100 people\npardon 123 people\nrelease Ana Example & Ida Sample",
        (121, 121),
    ),
    "a floor": ("release more than 100 people\nrelease Ana Example", (100, None)),
    "a ceiling": ("release up to 50 people\nrelease Ana Example", (0, 49)),
    "a range": ("release between 50 and 80 people\nrelease Ana Example", (49, 79)),
    "two that contradict hold both": (
        "A: release 120 people\nB: release 123 people\nrelease Ana Example",
        (119, 122),
    ),
    "a spelling that may be another's": (
        """release 123 people
        release Maria Kalesnikava & Ida Sample & Leo Muster
        release Maria Kolesnikova""",
        (119, 120),
    ),
    "three spellings of one": (
        """release 10 people
        release Maria Kalesnikava & Maria Kolesnikova & Maryja Kalesnikava""",
        (7, 9),
    ),
    "nobody counts": ("release Ana Example", (None, None)),
    "about is no bound": ("release about 50 people\nrelease Ana Example", (None, None)),
    "a part is a floor": ("release 14 foreigners\nrelease Ana Example", (13, None)),
    "a part raises the floor": (
        "release more than 10 people\nrelease 40 women\nrelease Ana Example",
        (39, None),
    ),
    "more names than places": ("release 1 person\nrelease Ana Example & Ida Sample", (0, None)),
    "those taken to one place need not be all": (
        "exile 14 people, by Belarus, to Lithuania\nrelease Ana Example, by Belarus",
        (13, None),
    ),
    "those said to be freed and taken to one place are all, where nobody counts more": (
        "release 14 people, by Belarus, to Lithuania\nrelease Ana Example, by Belarus",
        (13, 13),
    ),
    "those freed and taken to one place are some, where others are taken to another": (
        """release 14 people, by Belarus, to Lithuania
        release 3 people, by Belarus, to Ukraine
        release Ana Example, by Belarus""",
        (16, None),
    ),
    "those freed and taken to one place are some, where somebody counts more": (
        """release 14 people, by Belarus, to Lithuania
        release 20 women, by Belarus
        release Ana Example, by Belarus""",
        (19, None),
    ),
    "nationals of some states are some": (
        "release 123 people\nrelease 6 citizens of allies\nrelease Ana Example",
        (122, 122),
    ),
    "political prisoners are whom they count": (
        "release 52 political prisoners\nrelease Ana Example",
        (51, 51),
    ),
    "a hoped-for release frees nobody": (
        "release 3 people\nrelease Ana Example\nEnvoy: release Ida Sample, expected",
        (2, 2),
    ),
}


@pytest.mark.parametrize(("text", "expected"), UNNAMED.values(), ids=UNNAMED)
def test_unnamed(text: str, expected: tuple[int | None, int | None]) -> None:
    assert account_told(text).unnamed == Bounds(low=expected[0], high=expected[1])


AGREED = {
    "two speakers": (
        "A: release 52 people\nB: release 52 people",
        ["A and B give the same figure: 52 people."],
    ),
    "one speaker in two reports": (
        "report X\nA: release 52 people\nreport Y\nA: release 52 people",
        [],
    ),
    "quoted by two outlets": (
        "report X\nDaily > A: release 52 people\nreport Y\nWeekly > A: release 52 people",
        [],
    ),
    "a wire story printed twice": (
        """report X, 2025-12-13
        release 52 people held for what they wrote
        report Y, 2025-12-13
        release 52 people held for what they wrote""",
        [],
    ),
    "two organs of one state": (
        "Belarusian authorities: release 52 people\nBelarus: release 52 people",
        [],
    ),
    "state media speak for the state that acts": (
        """Belarusian authorities: release 52 people, by Belarus
        Example Telegraph (state-media): release 52 people, by Belarus""",
        [],
    ),
    "a short form of a name": ("Ida Example: release 52 people\nExample: release 52 people", []),
    "all went to one place": (
        "A: release 52 people\nB: release 52 people, to Lithuania",
        ["A and B give the same figure: 52 people."],
    ),
    "a report that names no source repeats the voice that has one": (
        "report Daily\nA: release 52 people\nrelease 52 people",
        [],
    ),
    "a paper that names no source is not told beside the voices that count": (
        """report Daily, 2025-12-13
        release 52 people, by Belarus, on 2025-12-13
        report Weekly, 2025-12-14
        A: release 52 people, by Belarus, on 2025-12-13
        B: release 52 people, by Belarus, on 2025-12-13""",
        ["A and B give the same figure: 52 people."],
    ),
    "reports that all name no source are voices": (
        """report Daily, 2025-12-13
        release 52 people, by Belarus, on 2025-12-13
        report Weekly, 2025-12-14
        pardon 52 people, by Belarus, on 2025-12-13""",
        ["Daily and Weekly give the same figure: 52 people."],
    ),
    "the same words of a stock": (
        "release 9 people\nA: hold about 1,200 people\nB: hold about 1,200 people",
        ["A and B give the same figure: about 1,200 people."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), AGREED.values(), ids=AGREED)
def test_agreement_needs_two_voices(text: str, expected: list[str]) -> None:
    assert [f.explanation for f in account_told(text).agreed] == expected


SUMS = {
    "two destinations": (
        """A: release 123 people, by Belarus
        B: release 114 people, by Belarus, to Ukraine
        C: release 9 people, by Belarus, to Lithuania""",
        [
            "123 = 114 + 9: 123 people (A) are 114 people to Ukraine (B) and "
            "9 people to Lithuania (C)."
        ],
    ),
    "a list of citizenships within a part": (
        """A: release 52 people
        B: release 14 foreigners, part of 52
        B: release 6 Lithuanians, of LT, part of 14
        B: release 8 Latvians, of LV, part of 14""",
        ["14 = 6 + 8: 14 foreigners (B) are 6 Lithuanians (B) and 8 Latvians (B)."],
    ),
    "a third destination spoils it": (
        """A: release 123 people, by Belarus
        release 114 people, by Belarus, to Ukraine
        release 9 people, by Belarus, to Lithuania
        release 4 people, by Belarus, to Poland""",
        [],
    ),
    "a destination and a citizenship can overlap": (
        """A: release 123 people, by Belarus
        release 114 people, by Belarus, to Ukraine
        release 9 Latvians, of LV, by Belarus""",
        [],
    ),
    "kinds of people can overlap": (
        "release 123 people\nrelease 100 women\nrelease 23 journalists",
        [],
    ),
    "a vague part is no term": (
        """release 123 people, by Belarus
        release 114 people, by Belarus, to Ukraine
        release about 9 people, by Belarus, to Lithuania""",
        [],
    ),
    "one of two figures of a destination fits": (
        """A: release 123 people, by Belarus
        B: release 114 people, by Belarus, to Ukraine
        C: release 110 people, by Belarus, to Ukraine
        D: release 9 people, by Belarus, to Lithuania""",
        [
            "123 = 114 + 9: 123 people (A) are 114 people to Ukraine (B) and "
            "9 people to Lithuania (D)."
        ],
    ),
    "some of one destination are no destination": (
        """A: release 123 people, by Belarus
        release 100 women, by Belarus, to Ukraine
        release 23 people, by Belarus, to Lithuania""",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SUMS.values(), ids=SUMS)
def test_sums_are_never_found_by_chance(text: str, expected: list[str]) -> None:
    assert [f.explanation for f in account_told(text).sums] == expected


NAMING = {
    "one voice": ("report Daily\nrelease Ana Example", "named"),
    "the acting state alone": ("Belarusian authorities: release Ana Example, by Belarus", "named"),
    "another state": ("The U.S. Embassy: release Ana Example, by Belarus", "confirmed"),
    "two outlets": (
        """report A
        release Ana Example, on 2025-12-13
        report B
        pardon Ana Example, on 2025-12-13""",
        "confirmed",
    ),
    "a list": ("report list Monitor\nrelease Ana Example", "listed"),
    "a list and an outlet": (
        """report list Monitor
        release Ana Example, on 2025-12-13
        report B
        pardon Ana Example, on 2025-12-13""",
        "confirmed",
    ),
}


@pytest.mark.parametrize(("text", "expected"), NAMING.values(), ids=NAMING)
def test_how_far_a_person_is_known(text: str, expected: str) -> None:
    (person,) = account_told(text).people
    assert (person.name, person.naming) == ("Ana Example", expected)


def test_every_claim_goes_to_its_list() -> None:
    text = """report Daily, 2025-12-13
    release 123 people, announced, by Belarus
    Embassy: release Ana Example, confirmed
    release foreigners, of GB US
    Envoy: ease-sanctions, promised, by United States, about potash, if talks go on
    withhold, by Belarus, about the criteria
    meet Envoy Example & Leo Muster
    Officials: release several people, expected
    Rights groups: demand-release all prisoners
    hold the prisoners, for treason & espionage
    hold 1,197 people
    Ministry: release 5 people, denied
    criticise the pardon
    release 52 people, by Belarus, on 2025-09-11"""
    story = tell(text)
    account = account_told(text, "123")
    lists = {
        name: [
            next(c for c in story.claims if c.id == key).act.value for key in getattr(account, name)
        ]
        for name in (
            "pledges",
            "withheld",
            "meetings",
            "expected",
            "demands",
            "charges",
            "earlier",
            "denied",
            "others",
        )
    }
    assert lists == {
        "pledges": ["ease-sanctions"],
        "withheld": ["withhold"],
        "meetings": ["meet"],
        "expected": ["release"],
        "demands": ["demand-release"],
        "charges": ["hold"],
        "earlier": ["release"],
        "denied": ["release"],
        "others": ["release", "criticise"],
    }
    assert account.nationalities == ("GB", "US")
    assert [dict(f.population) for f in account.figures] == [{}]
    assert len(account.held) == 1


def test_subsets_are_told_with_both_speakers() -> None:
    account = account_told("A: release 52 people\nB: release 14 foreigners, part of 52")
    assert [f.explanation for f in account.subsets] == [
        "14 foreigners (B) are counted among 52 people (A)."
    ]
    account = account_told("A: release 52 people\nB: release 60 foreigners, part of 52")
    assert account.subsets == ()
    assert [c.explanation for c in account.conflicts] == [
        "60 foreigners (B) are among 52 people (A), which are fewer."
    ]


def test_releases_are_set_beside_later_ones_only() -> None:
    text = """report Daily, 2025-12-13
    release 123 people, by Belarus
    release 52 people, by Belarus, on 2025-09-11
    release more than 430 people, by Belarus, on 2024-07/.."""
    assert len(account_told(text, "123").earlier) == 2
    assert len(account_told(text, "52").earlier) == 1
    assert account_told(text, "430").earlier == ()


def test_what_may_be_a_total_of_several_releases_has_none_before_it() -> None:
    text = """report Daily, 2025-12-13
    release 123 people, by Belarus, on 2025-12-13
    Official: release more than 200 people so far, by Belarus"""
    assert len(account_told(text, "123").earlier) == 1
    assert account_told(text, "200").earlier == ()


def test_no_claims_no_accounts() -> None:
    assert accounts_of((), ()) == ()
