"""Who has the floor in an interview. All names are invented."""

from __future__ import annotations

import pytest

from habeas.claims.turns import blank_labels, find_turns, floor_holder
from habeas.model.claims import Speaker, SpeakerKind

ANA = Speaker(name="Ana Sol", kind=SpeakerKind.LAWYER, cue="")
CONVERSATIONS = {
    "marked Q and A": (
        "Ana Sol spoke to us.\n\nQ: How many?\n\nA: Nine were freed.",
        "Ana Sol",
        "A:",
    ),
    "with full stops": (
        "Ana Sol spoke to us.\n\nQ. How many?\n\nA. Nine were freed.",
        "Ana Sol",
        "A:",
    ),
    "by surname": (
        "Host: Who is out?\nSOL: Nobody yet.\nHost: And now?\nSOL: Nine were freed.",
        "Ana Sol",
        "SOL:",
    ),
    "by initials, questions bare": (
        "Who is out?\n\nAS: Nobody yet.\n\nAnd now?\n\nAS: Nine were freed.",
        "Ana Sol",
        "AS:",
    ),
}


@pytest.mark.parametrize(("text", "name", "cue"), CONVERSATIONS.values(), ids=CONVERSATIONS.keys())
def test_who_has_the_floor(text: str, name: str, cue: str) -> None:
    holder = floor_holder(find_turns(text), text.index("Nine were"), [ANA])
    assert holder == Speaker(name=name, kind=SpeakerKind.LAWYER, cue=cue)


def test_nobody_has_it_before_the_first_turn_or_when_asking() -> None:
    text = "Ana Sol spoke to us.\n\nQ: How many?\n\nA: Nine were freed."
    turns = find_turns(text)
    assert floor_holder(turns, 3, [ANA]) is None
    assert floor_holder(turns, text.index("How many"), [ANA]) is None


def test_who_asks_most_is_no_speaker() -> None:
    text = (
        "Ana Sol, a lawyer, spoke to us.\n\nSTUDIO: Who is out?\n\nSOL: Nobody.\n\n"
        "STUDIO: The police speak of nine.\n\nSOL: No.\n\nSTUDIO: And now?\n\nSOL: Four are out."
    )
    turns = find_turns(text)
    assert floor_holder(turns, text.index("The police"), [ANA]) is None
    assert floor_holder(turns, text.index("Four"), [ANA]) is not None


def test_the_introduction_says_what_a_speaker_is() -> None:
    text = (
        "Ana Sol left in May. Her brother is in prison.\n\nQ: Is he well?\n\nA: No.\n\n"
        "Q: And now?\n\nA: Nine were freed."
    )
    unknown = Speaker(name="Ana Sol", kind=SpeakerKind.UNKNOWN, cue="")
    holder = floor_holder(find_turns(text), text.index("Nine were"), [unknown])
    assert holder == Speaker(name="Ana Sol", kind=SpeakerKind.FAMILY, cue="A:")


@pytest.mark.parametrize(
    "text",
    ["", "Freed: Ana Sol, Pavel Zorin.", "Note: nine were freed.\nMinsk: quiet.", "A: one line"],
)
def test_a_list_is_no_conversation(text: str) -> None:
    assert find_turns(text) == ()


def test_blank_labels_move_no_character() -> None:
    text = "Q: How many?\nA: Nine were freed."
    blanked = blank_labels(text, find_turns(text))
    assert len(blanked) == len(text)
    assert blanked.split("\n") == ["   How many?", "   Nine were freed."]
