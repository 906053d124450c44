"""The stories of `stories.tsv`, what the matcher says of them, and what is known to go wrong.

`python -m people.comparison.stories`, with `src` and `tests` on the path, writes
`known.toml` anew: for after the weights have changed, and to be read before it is kept.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import NamedTuple

from habeas.people.comparison import THRESHOLD, compare_names

SAME, DIFFERENT, LOOK = "same", "different", "look"

DIFFERENT_BELOW = THRESHOLD / 2
"""Least probability at which a pair is no longer told to be two names."""

CERTAIN, NEVER = 0.98, 0.02
"""Between these a person must look; both are outside."""

_HERE = Path(__file__).parent
_HEAD = """\
# Stories that the matcher does not yet tell right, each with what it says instead. A story
# that comes right fails the tests until it is taken from here; none is dropped in silence.
[known]
"""


class Story(NamedTuple):
    """A line of the table."""

    left: str
    right: str
    verdict: str
    why: str

    @property
    def names(self) -> str:
        """The two names, as `known.toml` writes them."""
        return f"{self.left} | {self.right}"


def all_stories() -> list[Story]:
    """Every story, in order."""
    return [Story(*line.split(" | ")) for line in _lines() if not line.startswith("#")]


def cultures() -> list[str]:
    """The name cultures that the headings name."""
    headings = [line.removeprefix("## ") for line in _lines() if line.startswith("## ")]
    return [name for heading in headings for name in heading.replace(" and ", ", ").split(", ")]


def known_failures() -> dict[str, str]:
    """Names of the stories that go wrong → what the matcher says instead."""
    text = (_HERE / "known.toml").read_text(encoding="utf-8")
    known: dict[str, str] = tomllib.loads(text)["known"]
    return known


def is_told_right(story: Story) -> bool:
    """Whether the matcher says of two names what the story says."""
    match = compare_names(story.left, story.right)
    if story.verdict == SAME:
        return match.probability >= THRESHOLD and match.veto is None
    if story.verdict == DIFFERENT:
        return match.probability < DIFFERENT_BELOW or match.veto is not None
    return NEVER < match.probability < CERTAIN and match.veto is None


def what_is_said(story: Story) -> str:
    """What the matcher says of a story, beside what it should."""
    match = compare_names(story.left, story.right)
    said = f"{match.probability:.2f}" if match.veto is None else match.veto
    return f"{said}, not {story.verdict}: {story.why}"


def _lines() -> list[str]:
    text = (_HERE / "stories.tsv").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line]


def _write_known() -> None:
    wrong = [story for story in all_stories() if not is_told_right(story)]
    quoted = [
        f"{json.dumps(s.names, ensure_ascii=False)} = "
        f"{json.dumps(what_is_said(s), ensure_ascii=False)}\n"
        for s in wrong
    ]
    (_HERE / "known.toml").write_text(_HEAD + "".join(quoted), encoding="utf-8")


if __name__ == "__main__":
    _write_known()
