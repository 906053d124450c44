"""Stories of what is told of people by name, in many turns of phrase; all is invented.

A story is a text and what it claims of whom, each written `act name`; counts, speakers and the
rest are told in the other stories.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report
from habeas.claims import extract_claims

TAKEN: tuple[tuple[str, str], ...] = (
    ("Plain-clothes men came for the blogger Pavel Zorin at dawn on Friday.", "arrest Pavel Zorin"),
    ("Four armed men took Sam Lubowa off a motorcycle in Kalerwe.", "arrest Sam Lubowa"),
    ("Masked officers bundled Farida Noor into a van.", "arrest Farida Noor"),
    ("Ana Sol was whisked away by men of the state security service.", "arrest Ana Sol"),
    ("Ana Sol was taken from her home in Bole on 29 July.", "arrest Ana Sol"),
    ("Ana Sol was taken from the stadium to hospital.", ""),
    ("Soldiers took the general's daughter, Ana Sol, home.", ""),
    ("The striker Ana Sol picked up an injury.", ""),
)
SENTENCED: tuple[tuple[str, str], ...] = (
    ("Nine years for Ana Sol, five for her brother Pavel.", "sentence Ana Sol; sentence Pavel"),
    ("Ana Sol must serve nine years, the court ruled.", "sentence Ana Sol"),
    ("A court in Dakar put Ana Sol away for nine years.", "sentence Ana Sol"),
    ("The court imposed a nine-year term on Ana Sol.", "sentence Ana Sol"),
    ("Ana Sol was condemned to nine years of hard labour.", "sentence Ana Sol"),
    ("Ana Sol was ordered to serve nine years.", "sentence Ana Sol"),
    ("Ana Sol was sent to a penal colony for nine years.", "sentence Ana Sol"),
    ("Ana Sol was condemned to repeat the year.", ""),
)
HELD: tuple[tuple[str, str], ...] = (
    ("Ana Sol is back in prison.", "hold Ana Sol"),
    ("Ana Sol found herself back behind bars on Tuesday.", "hold Ana Sol"),
    ("Police have Ana Sol in custody.", "hold Ana Sol"),
    ("Ana Sol spent nine months on remand before the trial.", "hold Ana Sol"),
    ("Ana Sol has served three of her seven years.", "hold Ana Sol"),
    ("Ana Sol is confined to her home.", "hold Ana Sol"),
    ("Ana Sol was refused bail.", "hold Ana Sol"),
    ("A judge turned down Ana Sol's request for bail.", "hold Ana Sol"),
    ("Ana Sol's term ends in May 2027.", "hold Ana Sol"),
    ("Ana Sol's term as mayor ended in May.", ""),
)
FREED: tuple[tuple[str, str], ...] = (
    ("Ana Sol is a free woman.", "release Ana Sol"),
    ("Ana Sol is out of jail.", "release Ana Sol"),
    ("The judge let Ana Sol have bail.", "conditional-release Ana Sol"),
    ("Ana Sol was the last of them to be let go.", "release Ana Sol"),
    ("Ana Sol was the first to be freed.", "release Ana Sol"),
    (
        "After the release of 52 people, the president, Pavel Zorin, said that more are in prison.",
        "",
    ),
    (
        "After the release of two men, Ana Sol and Bo Lind, the minister spoke.",
        "release Ana Sol; release Bo Lind",
    ),
)
MEANT: tuple[tuple[str, str], ...] = (
    ("Nobody sings for the editor Ana Sol. She has been in prison since May.", "hold Ana Sol"),
    ("Ana Sol writes for a weekly. She was arrested on Friday.", "arrest Ana Sol"),
    (
        "Police arrested Ana Sol. Her husband, Pavel Zorin, waits. She is in prison.",
        "arrest Ana Sol; hold Ana Sol",
    ),
    (
        "Nothing is known about Ana Sol, last seen as officers forced her into a white car.",
        "arrest Ana Sol",
    ),
    ("The minister, Pavel Zorin, spoke. He was arrested on Friday, she said.", ""),
)
LISTED: tuple[tuple[str, str], ...] = (
    (
        "The following were sentenced:\n\n- Ana Sol: four years\n- Pavel Zorin: 18 months",
        "sentence Ana Sol; sentence Pavel Zorin",
    ),
    (
        "Released this week:\n\nAna Sol\nPavel Zorin\nJuan Mora",
        "release Ana Sol; release Juan Mora; release Pavel Zorin",
    ),
    (
        "Arrested\n\n- Ana Sol, at her home in Varn, on 4 May\n- Pavel Zorin, at the border",
        "arrest Ana Sol; arrest Pavel Zorin",
    ),
    (
        "Still in detention: Ana Sol (since 2019); Pavel Zorin (since 2021).",
        "hold Ana Sol; hold Pavel Zorin",
    ),
    ("Let go: Ana Sol, 41 days; Pavel Zorin, 12 days.", "release Ana Sol; release Pavel Zorin"),
    (
        "- Ana Sol (Radio Nord), detained on 4 May.\n- Pavel Zorin (Radio Nord), freed on 6 May.",
        "arrest Ana Sol; release Pavel Zorin",
    ),
    (
        "- Ana Sol: sentenced to four years\n- Pavel Zorin: acquitted\n- Juan Mora: bail refused.",
        "hold Juan Mora; sentence Ana Sol",
    ),
    (
        "Ana Sol, five years in prison; Pavel Zorin, 18 months.",
        "sentence Ana Sol; sentence Pavel Zorin",
    ),
    ("12/2024 State v Ana Sol: bail refused.", "hold Ana Sol"),
    ("Selin SOL: three years, one month;", "sentence Selin SOL"),
    ("- Ana Sol: second arrest since April.", "arrest Ana Sol"),
    ("The band:\n\n- Ana Sol: ten years with the group\n- Pavel Zorin: drums", ""),
    ("Freed:\n\nThe minister spoke.\n\nAna Sol, 41, a teacher.", ""),
)
FOURTEEN = "Police arrested 14 people on Friday"
PAIR = "Ana Sol and Pavel Zorin were arrested on Friday."
BOTH = "arrest Ana Sol; arrest Pavel Zorin"
MEMBERS: tuple[tuple[str, str], ...] = (
    (f"{FOURTEEN}. One of them, Ana Sol, is seven months pregnant.", "arrest Ana Sol"),
    (f"{FOURTEEN}. One of them, Ana Sol, was freed on Sunday.", "release Ana Sol"),
    (f"{FOURTEEN}. One is Ana Sol, a teacher.", "arrest Ana Sol"),
    (f"{FOURTEEN}. The others are Ana Sol and Pavel Zorin.", BOTH),
    (f"{FOURTEEN}, Ana Sol among them.", "arrest Ana Sol"),
    (f"{FOURTEEN}, one of them the teacher Ana Sol.", "arrest Ana Sol"),
    (f"{FOURTEEN}. They are Ana Sol, Pavel Zorin and Juan Mora.", f"{BOTH}; arrest Juan Mora"),
    (f"{FOURTEEN}. We can name two of them: Ana Sol and Pavel Zorin.", BOTH),
    (f"{FOURTEEN}. Their names: Ana Sol, Pavel Zorin.", BOTH),
    (f"{FOURTEEN}. Among them: the teacher Ana Sol and Pavel Zorin, 72.", BOTH),
    (f"{FOURTEEN}. Among them: two minors.", ""),
    (f"{FOURTEEN}. One of their lawyers, Ana Sol, spoke.", ""),
    ("Ana Sol was among 134 detainees to leave prison on Thursday.", "release Ana Sol"),
)
PARALLEL: tuple[tuple[str, str], ...] = (
    (
        "Ana Sol was sentenced to four years, Pavel Zorin to three and Juan Mora to 18 months.",
        "sentence Ana Sol; sentence Juan Mora; sentence Pavel Zorin",
    ),
    ("Ana Sol was sentenced to four years. Pavel Zorin, 34, a clerk, wept.", "sentence Ana Sol"),
    ("Ana Sol was arrested on Friday. So was Pavel Zorin.", BOTH),
    ("Ana Sol is in prison, as is her mentor Pavel Zorin.", "hold Ana Sol; hold Pavel Zorin"),
    ("Also freed was Ana Sol.", "release Ana Sol"),
    ("Arrested with her were Pavel Zorin and Ana Sol.", BOTH),
    ("The arrest of Ana Sol was followed by that of Pavel Zorin.", BOTH),
    (f"{PAIR} The couple were freed.", f"{BOTH}; release Ana Sol; release Pavel Zorin"),
)
CALLED: tuple[tuple[str, str], ...] = (
    ("Dennis “Deno” Otieno was freed on Friday.", "release Dennis “Deno” Otieno"),
    ("Schoolteacher Alena Vasil was found guilty of libel.", "sentence Alena Vasil"),
    ("Monsignor Anselmo Zapata remains in prison.", "hold Anselmo Zapata"),
    ("“I was arrested in May,” Ana Sol said.", "arrest Ana Sol"),
    ("We repeat our call: let Ana Sol go.", "demand-release Ana Sol"),
    ("The lawyer, Ana Sol, himself freed last spring, says they will appeal.", "release Ana Sol"),
    ("In the dock was Ana Sol, arrested last week at the airport.", "arrest Ana Sol"),
)
STORIES = MEMBERS + PARALLEL + CALLED + LISTED + TAKEN + SENTENCED + HELD + FREED + MEANT


def persons(text: str) -> list[str]:
    """What a text claims of people by name, each once, in order of the alphabet."""
    claims = extract_claims(report(text))
    return sorted({f"{c.act.value} {n.name}" for c in claims for n in c.names if n.named})


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[text for text, _ in STORIES])
def test_what_is_told_of_whom(text: str, expected: str) -> None:
    assert persons(text) == sorted(filter(None, expected.split("; ")))
