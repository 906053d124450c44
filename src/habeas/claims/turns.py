"""Who has the floor in an interview or a transcript: "Q:", "A:", "OKELLO:"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from habeas.model.claims import Speaker, SpeakerKind

_LABEL = re.compile(
    r"^[ \t]*(?:\[[\d:]{4,8}\][ \t]*)?"
    r"(?P<label>[QA]|(?:[A-Z][\w.'’-]*|[A-Z]{2,})(?: [A-Z][\w.'’-]*){0,3}):(?=[ \t]+\S)"
    r"|^[ \t]*(?P<letter>[QA])\.(?=[ \t]+\S)",
    re.MULTILINE,
)
_QUESTION = re.compile(
    r"^(?![ \t]*(?:[QA][.:]|[^\n:]{1,40}:[ \t]))[^\n]{3,300}\?[\"”’]?[ \t]*$", re.MULTILINE
)
"""A line that is a question and has no label: the interviewer's."""
_ASKING = frozenset({"Q", "Question", "Interviewer", "Host", "Moderator"})
_ANSWERING = frozenset({"A", "Answer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn of speech, in characters of the text (end exclusive).

    Attributes:
        start: Where its words begin, after the label.
        end: Where the next turn begins, or the text ends.
        label: Who speaks, as the label writes it.
        asks: True for the one who asks.
    """

    start: int
    end: int
    label: str
    asks: bool


def find_turns(text: str) -> tuple[Turn, ...]:
    """The turns of a text, in order; empty where it is no conversation.

    A label opens turns where questions and answers are marked as such, or
    where the same name opens two lines or more: a single "Freed: …" is a list.
    """
    matches = list(_LABEL.finditer(text))
    often = Counter(_label(m) for m in matches)
    marked = often["Q"] and often["A"]
    spoken = [m for m in matches if (marked and _label(m) in "QA") or often[_label(m)] > 1]
    questions = [m.start() for m in _QUESTION.finditer(text)]
    if len({_label(m) for m in spoken}) < 2 and not (spoken and len(questions) > 1):
        return ()
    limits = sorted([*(m.start() for m in spoken), *questions, len(text)])
    return tuple(
        Turn(
            start=m.end(),
            end=next(at for at in limits if at > m.end()),
            label=_label(m),
            asks=_label(m) in _ASKING,
        )
        for m in spoken
    )


def _label(match: re.Match[str]) -> str:
    return str(match["label"] or match["letter"])


def floor_holder(turns: Iterable[Turn], at: int, introduced: Iterable[Speaker]) -> Speaker | None:
    """Who has the floor at a character of the text; None outside every turn.

    Args:
        turns: The turns of the text.
        at: A character of the text.
        introduced: People the text names before its first turn, in order; "A:"
            is the first of them, and a name on a label keeps its office.
    """
    turn = next((t for t in turns if t.start <= at < t.end), None)
    if turn is None or turn.asks:
        return None
    people = list(introduced)
    if turn.label in _ANSWERING:
        if not people:
            return None
        return Speaker(name=people[0].name, kind=people[0].kind, cue=f"{turn.label}:")
    known = next((p for p in people if _is_label_of(turn.label, p.name)), None)
    if known is None:
        return Speaker(name=turn.label, kind=SpeakerKind.UNKNOWN, cue=f"{turn.label}:")
    return Speaker(name=known.name, kind=known.kind, cue=f"{turn.label}:")


def _is_label_of(label: str, name: str) -> bool:
    """True for a surname, or for initials: "OKELLO" and "JO" for Jane Okello."""
    parts = name.split()
    initials = "".join(part[0] for part in parts)
    return label == initials or label.split()[-1].casefold() == parts[-1].casefold()  # noqa: PLC0207


def blank_labels(text: str, turns: Iterable[Turn]) -> str:
    """The text with the labels of its turns as spaces, every character in its place."""
    characters = list(text)
    for turn in turns:
        line = text.rfind("\n", 0, turn.start) + 1
        characters[line : turn.start] = " " * (turn.start - line)
    return "".join(characters)
