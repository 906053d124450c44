"""Stories of court lists, borders, swaps and calls: who is meant there; all is invented.

A story is a text and what it claims of whom, each written `act name`.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report
from claims.test_persons_english import persons
from habeas.claims import extract_claims

COURT_LISTS: tuple[tuple[str, str], ...] = (
    ("State v Ana Sol and two others. Bail refused; remanded in custody to 4 May.", "hold Ana Sol"),
    ("State v Ana Sol. Convicted of nuisance. Sentenced to three months.", "sentence Ana Sol"),
    ("Pavel Zorin v The State. Applicant to be released on deposit.", "release Pavel Zorin"),
    ("State v Juan Mora (clerk). Accused set at liberty at 14.20.", "release Juan Mora"),
    ("State v Ana Sol. Accused pleaded guilty and was fined.", ""),
    ("State v Ana Sol. Not released. Adjourned.", ""),
    ("Her brother Juan, who had shouted, was sent to jail for seven days for contempt.",
     "sentence Juan"),
    ("The prosecutor asked for 18 months for the lawyer Ana Sol. The court gave her a year.",
     "sentence Ana Sol"),
    ("Pavel Zorin is in jail. The club sent Juan Mora down for two years on loan.",
     "hold Pavel Zorin"),
    ("Officers from Gora took her into custody.", ""),
    ("A team from Gora took Ana Sol into custody.", "arrest Ana Sol"),
    ("Ana Sol will be discharged from custody on Monday.", "release Ana Sol"),
    ("In Gora, student leader Ana Sol, who had hidden, gave herself up to police.",
     "arrest Ana Sol"),
)  # fmt: skip
ON_THE_WAY: tuple[tuple[str, str], ...] = (
    ("Ana Sol was stopped at the border on 28 May and is being held in Gora.",
     "arrest Ana Sol; hold Ana Sol"),
    ("Ana Sol was arrested in May. Her brother was caught at the border.", "arrest Ana Sol"),
    ("Police stopped Ana Sol at the airport.", ""),
    ("Ana Sol was held for a week. She was driven to her house on Friday.",
     "hold Ana Sol; release Ana Sol"),
    ("Ana Sol was held for a week. Ana Sol crossed back into Latvia on Friday.",
     "hold Ana Sol; release Ana Sol"),
    ("The taxi drove Ana Sol to her house.", ""),
    ("Ana Sol spent two years in prison. Russia handed her over in exchange for two officers.",
     "hold Ana Sol; release Ana Sol"),
    ("Juan Mora was one of 61 prisoners flown out of Nicaragua.", "release Juan Mora"),
    ("Twelve spies were released. Going the other way were Ana Sol and Pavel Zorin.",
     "release Ana Sol; release Pavel Zorin"),
    ("Ana Sol walked out of prison. With her was the poet Pavel Zorin.",
     "release Ana Sol; release Pavel Zorin"),
    ("Ana Sol walked out of prison. With her was her lawyer Pavel Zorin.", "release Ana Sol"),
)  # fmt: skip
CALLS: tuple[tuple[str, str], ...] = (
    ("The minister, Juan Mora, called on President Pavel Zorin at the palace.",
     "meet Juan Mora; meet Pavel Zorin"),
    ("The party called on President Pavel Zorin to free the students.", ""),
    ("Ana Sol, a driver, is in prison. The consul, Juan Mora, was able to visit her on Friday.",
     "hold Ana Sol; meet Ana Sol; meet Juan Mora"),
    ("Pavel Zorin was freed on Friday. Chancellor Ana Sol greeted Zorin at the airport.",
     "meet Ana Sol; meet Zorin; release Pavel Zorin"),
)  # fmt: skip
MEANT: tuple[tuple[str, str], ...] = (
    ("Ana Sol was arrested. A magistrate had granted her bail in May.",
     "arrest Ana Sol; conditional-release Ana Sol"),
    ("Ana Sol, a former minister, was less lucky. She was rearrested at the gate of the jail.",
     "rearrest Ana Sol"),
    ("His deputy, Juan Mora, has not been seen since he was led away from a house on Friday.",
     "arrest Juan Mora"),
    ("Ana Sol and her brother were arrested. She was tried in May and given seven years.",
     "arrest Ana Sol; sentence Ana Sol"),
    ("Ana Sol was refused bail, and she stays in Gora prison. He will leave Lima prison soon.",
     "hold Ana Sol"),
    ("Ana Sol is in prison. Sol got 13 and a half months in December for the march.",
     "hold Ana Sol; sentence Sol"),
    ("Juan Mora was arrested in May. Mora got six months to pay the fine.", "arrest Juan Mora"),
    ("Ana Sol was freed in May. Police still have Juan Mora.", "hold Juan Mora; release Ana Sol"),
    ("The president has exercised his right of pardon in favour of Ana Sol and Mr. Juan Mora.",
     "pardon Ana Sol; pardon Juan Mora"),
    ("Accused Ana Sol, editor, produced from jail. Prayer for bail rejected.", "hold Ana Sol"),
    ("Still inside:\nPhotographer Ana Sol (since May). Juan Mora (since June).",
     "hold Ana Sol; hold Juan Mora"),
    ("The rapporteur on Belarus, Ana Sol, met relatives of eight prisoners in Vilnius.",
     "meet Ana Sol"),
    ("Ana Sol was freed. President Juan Mora spoke to Pavel Zorin by telephone.",
     "meet Juan Mora; meet Pavel Zorin; release Ana Sol"),
)  # fmt: skip
STORIES = MEANT + COURT_LISTS + ON_THE_WAY + CALLS


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[text for text, _ in STORIES])
def test_what_is_told_of_whom(text: str, expected: str) -> None:
    assert persons(text) == sorted(filter(None, expected.split("; ")))


def test_those_who_follow_are_told_by_their_list() -> None:
    text = "The president granted a pardon to the following persons:\n\n1. Ana Sol, teacher\n"
    claims = extract_claims(report(text))
    assert [(c.act.value, [n.name for n in c.names]) for c in claims] == [("pardon", ["Ana Sol"])]
