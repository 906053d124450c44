"""Who has the floor in an interview or a transcript: "Q:", "A:", "OKELLO:"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from habeas.claims.speaker_kinds import speaker_kind
from habeas.model.claims import Speaker, SpeakerKind

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_FULL_NAME = re.compile(rf"{_NAME}(?: (?:{_NAME}|al|de|da|van|von|bin|abu)){{1,4}}")
_LABEL = re.compile(
    r"^[ \t]*(?:\[[\d:]{4,8}\][ \t]*)?"
    rf"(?P<label>[QA]|{_NAME}(?: {_NAME}){{0,3}}):(?=[ \t]+\S)"
    r"|^[ \t]*(?P<letter>[QA])\.(?=[ \t]+\S)",
    re.MULTILINE,
)
_QUESTION = re.compile(
    r"^(?![ \t]*(?:[QA][.:]|[^\n:]{1,40}:[ \t]))[^\n]{3,300}\?[\"”’]?[ \t]*$", re.MULTILINE
)
"""A line that is a question and has no label: the interviewer's."""
_ANSWER = re.compile(
    rf"^[ \t]*(?:(?:Answer|Reply)(?:ed)?(?:[ \t]+by|[ \t]*[-–—:])[ \t]*"
    rf"(?P<by>{_NAME}(?: {_NAME}){{0,4}})"
    rf"[^\n]{{0,160}}\n"
    rf"|{_NAME}[^\n():]{{2,80}}\((?P<held>{_NAME}(?: {_NAME}){{0,4}})\):(?=[ \t]+\S))",
    re.MULTILINE,
)
"""Who answers in a parliament: "Answered by Baroness Mor on 3 May", "Minister (Ana Sol): …"."""
_ASKED = re.compile(
    r"^[ \t]*(?:Question|Written Question|To ask|[^\n]{0,60}\basked the)\b", re.MULTILINE
)
_STYLES = frozenset(
    "Mr Mrs Ms Mr. Mrs. Ms. Dr Dr. Sir Dame Lord Lady Baroness Baron Viscount Earl Deputy Senator "
    "Hon Hon. Minister Secretary Prof Prof.".split()
)
_KIN_AFTER = re.compile(r"[.!?]\s+(?:Her|His)\s+(?:\w+\s+)?\w+")
"""Whose kin a speaker is, in the sentence after the name: "Ana Sol left. Her brother …"."""
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
        office: Words of the label that say what the speaker is; empty where none do.
        introduction: The sentence before the first turn that names the speaker
            in full, from the name on; empty where none does.
    """

    start: int
    end: int
    label: str
    asks: bool
    office: str = ""
    introduction: str = ""


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
        return _answers(text)
    limits = sorted([*(m.start() for m in spoken), *questions, len(text)])
    ends = [next(at for at in limits if at > m.end()) for m in spoken]
    asking = _ASKING | _askers(
        [(_label(m), text[m.end() : end]) for m, end in zip(spoken, ends, strict=True)]
    )
    return tuple(
        Turn(
            start=m.end(),
            end=end,
            label=_label(m),
            asks=_label(m) in asking,
            introduction=_introduction(_label(m), text[: spoken[0].start()]),
        )
        for m, end in zip(spoken, ends, strict=True)
    )


def _askers(said: list[tuple[str, str]]) -> frozenset[str]:
    """The labels that ask most of what is asked: "PRESENTER", "STUDIO", the member of a house.

    Empty where all ask, or none does.
    """
    turns = Counter(label for label, _ in said)
    asked = Counter(label for label, words in said if words.rstrip(' \n"”’*_').endswith("?"))
    found = frozenset(label for label, n in turns.items() if 2 * asked[label] > n)
    return found if len(found) < len(turns) else frozenset()


def _introduction(label: str, opening: str) -> str:
    """What the opening tells of the speaker, from the full name to the end of the sentence."""
    for match in _FULL_NAME.finditer(opening):
        name = re.sub(r"['’]s$", "", match[0])
        if label in _ANSWERING or _is_label_of(label, name):
            end = re.search(r"[.!?](?=\s)|\n|$", opening[match.start() :])
            told = opening[match.start() :]
            kin = _KIN_AFTER.match(told, end.start()) if end else None
            return told[: kin.end() if kin else end.start() if end else None]
    return ""


def _answers(text: str) -> tuple[Turn, ...]:
    """The answers of ministers in a record of a parliament, in order."""
    found = list(_ANSWER.finditer(text))
    asked = [m.start() for m in _ASKED.finditer(text)]
    limits = sorted([*(m.start() for m in found), *asked, len(text)])
    turns = []
    for match in found:
        before = text[max([at for at in asked if at < match.start()], default=match.start()) :]
        named = (match["by"] or match["held"]).split()
        while len(named) > 1 and named[0] in _STYLES:
            named = named[1:]
        turns.append(
            Turn(
                start=match.end(),
                end=next(at for at in limits if at >= match.end()),
                label=" ".join(named),
                asks=False,
                office=f"{match[0]} {before.split(chr(10), 1)[0]}",
            )
        )
    return tuple(turns)


def _label(match: re.Match[str]) -> str:
    return str(match["label"] or match["letter"])


def floor_holder(turns: Sequence[Turn], at: int, introduced: Iterable[Speaker]) -> Speaker | None:
    """Who has the floor at a character of the text; None outside every turn.

    Args:
        turns: The turns of the text, in order.
        at: A character of the text.
        introduced: People the text names before its first turn, in order; "A:"
            is the first of them, and a name on a label keeps its office.
    """
    number = bisect_right(turns, at, key=lambda turn: turn.start) - 1
    turn = turns[number] if number >= 0 else None
    if turn is None or at >= turn.end or turn.asks:
        return None
    if turn.office:
        return Speaker(name=turn.label, kind=speaker_kind(turn.office), cue="answered")
    people = list(introduced)
    if turn.label in _ANSWERING:
        if not people:
            return _introduced(turn) if turn.introduction else None
        first = replace(people[0], cue=f"{turn.label}:")
        told = first.kind is SpeakerKind.UNKNOWN and turn.introduction.startswith(first.name)
        return replace(first, kind=_introduced(turn).kind) if told else first
    known = next((p for p in people if _is_label_of(turn.label, p.name)), None)
    if known is None:
        return _introduced(turn)
    if known.kind is SpeakerKind.UNKNOWN and turn.introduction:
        return replace(known, kind=_introduced(turn).kind, cue=f"{turn.label}:")
    return Speaker(name=known.name, kind=known.kind, cue=f"{turn.label}:")


def _introduced(turn: Turn) -> Speaker:
    """The speaker of a label by its introduction: the name in full, and what it says they are."""
    full = _FULL_NAME.match(turn.introduction)
    name = re.sub(r"['’]s$", "", full[0]) if full else turn.label
    kind = speaker_kind(turn.introduction.removeprefix(name))
    # "… defends them before the court": no person is a court.
    kind = SpeakerKind.UNKNOWN if kind is SpeakerKind.COURT else kind
    return Speaker(name=name, kind=kind, cue=f"{turn.label}:")


def _is_label_of(label: str, name: str) -> bool:
    """True for a surname, or for initials: "OKELLO" and "JO" for Jane Okello."""
    parts = name.split()
    initials = "".join(part[0] for part in parts)
    return label in (initials, name) or label.split()[-1].casefold() == parts[-1].casefold()  # noqa: PLC0207


def blank_labels(text: str, turns: Iterable[Turn]) -> str:
    """The text with the labels of its turns as spaces, every character in its place."""
    characters = list(text)
    for turn in turns:
        line = text.rfind("\n", 0, turn.start) + 1
        characters[line : turn.start] = " " * (turn.start - line)
    return "".join(characters)
