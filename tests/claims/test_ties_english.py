"""What is said to be done in exchange for what, and what is denied to be; all is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.test_extract import report
from habeas.claims import extract_claims, extract_ties

# A text → each tie: its kind, what is given [acts] for what is got [acts], and who says so.
STORIES: dict[str, tuple[str, list[str]]] = {
    "in exchange for": (
        "Arden released 52 prisoners in exchange for the lifting of sanctions on its airline, "
        "a diplomat said.",
        [
            "asserted: Arden released 52 prisoners [release] for the lifting of sanctions on its "
            "airline [ease-sanctions] > a diplomat"
        ],
    ),
    "in return for, the other way round": (
        "Norland will lift sanctions on the airline in return for the release of 52 prisoners.",
        [
            "asserted: Norland will lift sanctions on the airline [ease-sanctions] for the release"
            " of 52 prisoners [release]"
        ],
    ),
    "in return for what the sentence before tells": (
        "Arden freed 52 prisoners. In return, Norland intends to ease its sanctions.",
        ["asserted: Norland intends to ease its sanctions [ease-sanctions] for -"],
    ),
    "part of a deal": (
        "The president pardoned 52 people as part of a deal with Norland.",
        ["asserted: The president pardoned 52 people [release] for -"],
    ),
    "traded for": (
        "Norland traded sanctions relief for 52 prisoners, critics said.",
        ["asserted: sanctions relief [ease-sanctions] for 52 prisoners [release] > critics"],
    ),
    "denied by a voice": (
        "A spokesperson denied that the prisoners had been freed in exchange for sanctions relief.",
        [
            "denied: that the prisoners had been freed [release] for sanctions relief"
            " [ease-sanctions] > A spokesperson"
        ],
    ),
    "denied by the words": (
        "The prisoners were not released in exchange for sanctions relief, the ministry said.",
        [
            "denied: The prisoners were not released [release] for sanctions relief"
            " [ease-sanctions] > the ministry"
        ],
    ),
    "unrelated": (
        "The ministry said the releases were unrelated to the decision to lift sanctions.",
        [
            "denied: the releases [release] for the decision to lift sanctions [ease-sanctions]"
            " > The ministry"
        ],
    ),
    "nothing to do with": (
        "The minister said the release of 553 people had nothing to do with its removal from the "
        "list of sponsors of terrorism.",
        [
            "denied: the release of 553 people [release] for its removal from the list of sponsors"
            " of terrorism [ease-sanctions] > The minister"
        ],
    ),
    "one report calls it so, another quotes a denial": (
        "On that day 52 people were freed. Some reports called it an exchange; another quoted a "
        "denial that the release was made in exchange for anything.",
        [
            "asserted: - for - > Some reports",
            "denied: that the release was made [release] for anything > another",
        ],
    ),
    "a question ties nothing": (
        "The ministry did not say whether the prisoners were freed in exchange for anything.",
        [],
    ),
    "what is only wanted is no deal": (
        "Arden demanded sanctions relief in exchange for freeing prisoners.",
        [],
    ),
    "another kind of link": (
        "Arden freed two men linked to a banned party, under a law on youth.",
        [],
    ),
    "another kind of deal": (
        "Arden freed two men. The two countries signed a trade deal in March.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), STORIES.values(), ids=STORIES)
def test_ties(text: str, expected: list[str]) -> None:
    found = []
    for tie in extract_ties(report(text)):
        sides = [
            " ".join([side.words or "-", *([f"[{', '.join(side.acts)}]"] if side.acts else [])])
            for side in (tie.given, tie.got)
        ]
        voices = "".join(f" > {speaker.name}" for speaker in tie.speakers)
        found.append(f"{tie.kind}: {' for '.join(sides)}{voices}")
    assert found == expected


@pytest.mark.parametrize("text", [text for text, _ in STORIES.values()], ids=STORIES)
def test_a_tie_opens_its_words_and_its_claims(text: str) -> None:
    told = report(text)
    claims = {claim.id for claim in extract_claims(told)}
    for tie in extract_ties(told):
        assert told.text[tie.passage.start : tie.passage.end] == tie.passage.exact
        assert tie.cue in tie.passage.exact
        assert claims >= {*tie.given.claims, *tie.got.claims}


RUSSIAN = {
    "в обмен на": (
        "Арден освободил 52 заключённых в обмен на снятие санкций с авиакомпании.",
        "asserted",
    ),
    "не в обмен": (
        "Арден освободил 52 заключённых не в обмен на снятие санкций.",
        "denied",
    ),
    "не связано": (
        "Освобождение 52 заключённых не связано с санкциями, сообщило министерство.",
        "denied",
    ),
}


@pytest.mark.parametrize(("text", "kind"), RUSSIAN.values(), ids=RUSSIAN)
def test_russian_ties(text: str, kind: str) -> None:
    told = replace(report(text), language="ru")
    assert [tie.kind for tie in extract_ties(told)] == [kind]
    for tie in extract_ties(told):
        assert told.text[tie.passage.start : tie.passage.end] == tie.passage.exact
        assert "release" in tie.given.acts


def test_a_denied_exchange_denies_no_release() -> None:
    text = "The ministry denied that 52 people had been freed in exchange for sanctions relief."
    assert [c for c in extract_claims(report(text)) if c.act == "release"] == []
