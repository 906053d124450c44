"""Who has the floor in a Russian interview: "Т. Г.:", or a dash before each turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from habeas.claims.turns import Turn, find_turns
from habeas.model.claims import Claim, Mention, Speaker, SpeakerKind

_DASH = re.compile(r"^[ \t]*[—–-][ \t]+(?=\S)", re.MULTILINE)
_LABEL = re.compile(
    r"^[ \t]*(?P<label>(?:[А-ЯЁ]\.[ ]?){1,3}|[А-ЯЁ][\w’-]*(?: [А-ЯЁ][\w’-]*){0,2}):(?=[ \t]+\S)",
    re.MULTILINE,
)
_FEWEST = 4
"""Turns of an interview, at least; two lines with a dash are a list."""


def find_russian_turns(text: str) -> tuple[Turn, ...]:
    """The turns of a text, in order; empty where it is no conversation.

    Where every turn begins with a dash, the first asks and the next answers.
    A label opens turns where the same name opens two lines or more.
    """
    dashes = list(_DASH.finditer(text))
    first = text[dashes[0].end() :].split("\n", 1)[0] if dashes else ""
    if len(dashes) >= _FEWEST and first.rstrip().endswith("?"):
        ends = [m.start() for m in dashes[1:]] + [len(text)]
        return tuple(
            Turn(start=m.end(), end=end, label="A" if n % 2 else "Q", asks=n % 2 == 0)
            for n, (m, end) in enumerate(zip(dashes, ends, strict=True))
        )
    return _labelled(text) or find_turns(text)


def _labelled(text: str) -> tuple[Turn, ...]:
    matches = list(_LABEL.finditer(text))
    labels = [m["label"].strip() for m in matches]
    often = {label for label in labels if labels.count(label) > 1}
    spoken = [m for m in matches if m["label"].strip() in often]
    if len(often) < 2:
        return ()
    asking = spoken[0]["label"].strip()
    ends = [m.start() for m in spoken[1:]] + [len(text)]
    return tuple(
        Turn(
            start=m.end(),
            end=end,
            label=m["label"].strip(),
            asks=m["label"].strip() == asking,
        )
        for m, end in zip(spoken, ends, strict=True)
    )


def floor_of(turns: Sequence[Turn], at: int, named: Sequence[Speaker]) -> Speaker | None:
    """Who has the floor at a character of the text; None outside every turn, and for who asks.

    Args:
        turns: The turns of the text.
        at: A character of the text.
        named: People the text has named so far, in order; an answer without a
            label is the first of them, and initials stand for the one they fit.
    """
    turn = next((t for t in turns if t.start <= at < t.end), None)
    if turn is None or turn.asks:
        return None
    if turn.label in ("A", "Ответ", "О"):
        return replace(named[0], cue="—") if named else None
    known = next((s for s in named if _is_label_of(turn.label, s.name)), None)
    if known is None:
        return Speaker(name=turn.label, kind=SpeakerKind.UNKNOWN, cue=f"{turn.label}:")
    return replace(known, cue=f"{turn.label}:")


def _is_label_of(label: str, name: str) -> bool:
    """True for a surname, or for initials: "Т. Г." for Тамара Львовна Гринёва."""
    letters = "".join(filter(str.isalpha, label))
    initials = [part[0] for part in name.split()]
    short = {"".join(initials), "".join((initials[0], initials[-1]))}
    return letters in short or label.casefold() == name.rsplit(maxsplit=1)[-1].casefold()


def said_on(floor: Speaker | None, claim: Claim) -> Claim:
    """A claim made in a turn of speech has who holds the floor as its outermost voice.

    "Меня задержали" names the one who speaks.
    """
    if floor is None:
        return claim
    if claim.group is not None and claim.group.lower() in ("меня", "я", "мне"):
        claim = replace(claim, names=(Mention(name=floor.name),), group=None)
    if any(s.name == floor.name for s in claim.speakers):
        return claim
    return replace(claim, speakers=(floor, *claim.speakers))
