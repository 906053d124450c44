"""Whom the words of a figure count. Every figure here is invented."""

from __future__ import annotations

import pytest

from habeas.accounts.populations import population_of
from stories import tell

# The line of a claim → attribute=value pairs; nothing where it counts everybody. Belarus acts.
POPULATIONS = {
    "release 123 people": "",
    "release 123 detainees": "",
    "release 123 citizens of various countries": "",
    "release 10 men and women": "",
    "release 10 political and common prisoners": "",
    "release 9 people released by Belarus on 13 December 2025": "",
    "release 10 people from Minsk": "",
    "release 9 prisoners convicted of political crimes": "",
    "release 14 foreigners": "citizenship=foreign",
    "release 14 foreign nationals": "citizenship=foreign",
    "release 14 citizens of other countries": "citizenship=foreign",
    "release 5 Ukrainians": "citizenship=UA",
    "release 5 Ukrainian civilians": "citizenship=UA",
    "release 9 citizens of Latvia held in Minsk": "citizenship=LV",
    "release 6 nationals of the United Kingdom": "citizenship=GB",
    "release 38 Belarusian citizens": "citizenship=BY",
    "release 9 Belarusians held in Poland": "citizenship=BY",
    "release 6 citizens of US allies": "group=citizens of us allies",
    "release 12 women": "sex=women",
    "release 12 female prisoners": "sex=women",
    "release 4 girls": "age=minors sex=women",
    "release 4 boys and girls": "age=minors",
    "release 8 people under 18": "age=minors",
    "release 8 teenagers": "age=minors",
    "release 10 women and children": "group=women and children",
    "release 3 women journalists": "group=journalists sex=women",
    "release 10 political prisoners": "designation=political",
    "release 10 prisoners of conscience": "designation=political",
    "release 10 common criminals": "designation=common",
    "release 10 non-political prisoners": "designation=common",
    "release 9 women political prisoners": "designation=political sex=women",
    "release 9 people accused of treason": "group=people accused of treason",
    "release 10 others": "group=others",
    "release 10 activists": "group=activists",
    "release 40 protesters": "group=protesters",
    "arrest 40 protesters": "",
    "arrest 14 journalists": "group=journalists",
    "release a further 25 people": "batch=further",
    "release 123 гражданина разных стран": "",
    "release 9 человек которых задержали на протестах": "",
    "release 12 женщин": "sex=women",
    "release 40 политзаключённых": "designation=political",
    "release 9 иностранцев": "citizenship=foreign",
    "release 9 человек, to Литву": "destination=LT",
    "release 9 people, to Lithuania": "destination=LT",
    "release 9 people, in Belarus": "",
    "release 1 person who stayed, in Belarus": "destination=BY",
    "release 9 people, in Hrodna": "place=hrodna",
    "exile 9 people, to Lithuania": "destination=LT",
    "exile 9 people": "manner=deported",
    "conditional-release 9 people": "manner=on conditions",
    "hold 900 people, in Belarus": "",
    "hold 9 people, in Poland": "place=poland",
    "arrest 40 people, in Hrodna": "place=hrodna",
}


@pytest.mark.parametrize(("line", "expected"), POPULATIONS.items(), ids=POPULATIONS)
def test_whom_a_figure_counts(line: str, expected: str) -> None:
    (claim,) = tell(line).claims
    said = (f"{attribute}={value}" for attribute, value in population_of(claim, "BY"))
    assert " ".join(said) == expected
