"""Stories of court lists, borders, swaps and calls: who is meant there; all is invented.

A story is a text and what it claims of whom, each written `act name`.
"""

from __future__ import annotations

import pytest

from claims.test_persons_english import persons

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
STORIES = COURT_LISTS + ON_THE_WAY + CALLS


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[text for text, _ in STORIES])
def test_what_is_told_of_whom(text: str, expected: str) -> None:
    assert persons(text) == sorted(filter(None, expected.split("; ")))
