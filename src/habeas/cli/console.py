"""What habeas prints and where: data on stdout, messages on stderr.

Rich is loaded on first use, so that `habeas --help` does not wait for it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from habeas.cli.printable import printable, printable_json
from habeas.model.problems import HabeasError, Problem

if TYPE_CHECKING:
    from rich.console import Console

MEASURE = 100
"""Columns used at most: longer lines are hard to read, however wide the terminal is."""

NARROW = 70
"""Columns below which tables become stacked blocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """The ornaments of the output; data are never replaced, only these."""

    rule: str
    dot: str
    dash: str
    ellipsis: str
    open_quote: str
    close_quote: str
    times: str
    branch: str
    full: str
    shades: tuple[str, ...]


UNICODE = Glyphs(
    rule="─",
    dot="·",
    dash="–",
    ellipsis="…",
    open_quote="“",
    close_quote="”",
    times="×",
    branch="└",
    full="█",
    shades=("▓", "░", "▒"),
)
ASCII = Glyphs(
    rule="-",
    dot="|",
    dash="-",
    ellipsis="...",
    open_quote='"',
    close_quote='"',
    times="x",
    branch="-",
    full="#",
    shades=("=", "-", "+"),
)


def glyphs_for(encoding: str) -> Glyphs:
    """Ornaments that a stream of this encoding can carry: ASCII unless it writes Unicode."""
    return UNICODE if encoding.lower().startswith("utf") else ASCII


def console_on(stream: TextIO) -> Console:
    """A console that keeps to the stream's width and wishes.

    Width: COLUMNS, else the terminal's, else 80; never more than MEASURE.
    NO_COLOR (any value but empty) and TERM=dumb give plain text without a single
    escape sequence. Nothing in the text is read as markup, link or emoji code.
    """
    from rich.theme import Theme

    from habeas.cli.terminal import Terminal

    # 256-colour teal keeps a contrast above 4 on black and on white alike.
    theme = Theme(
        {
            "accent": "color(30)",
            "label": "bold color(30)",
            "quiet": "dim",
            "strong": "bold",
        }
    )
    console = Terminal(
        file=stream,
        theme=theme,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
    )
    console.width = max(20, min(console.width, MEASURE))
    return console


def write_data(text: str) -> None:
    """Write a document for programs to stdout, and end the line."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def write_json(document: object, *, indent: int | None = 2) -> None:
    """Write one JSON document to stdout, with nothing in it that steers a terminal."""
    import json

    write_data(printable_json(json.dumps(document, ensure_ascii=False, indent=indent)))


def say_error(error: HabeasError) -> None:
    """Print an error on stderr: what, where, remedy, each on its own line."""
    _say("habeas: ", error.what, error.where, error.remedy)


def say_problem(problem: Problem) -> None:
    """Print on stderr one input that could not be used."""
    _say("skipped: ", problem.what, problem.where, problem.remedy)


def say_note(text: str) -> None:
    """Print on stderr something worth knowing that is no error."""
    _say("note: ", text, "", "")


def _say(label: str, what: str, where: str, remedy: str) -> None:
    from rich.text import Text

    console = console_on(sys.stderr)
    lines = [Text.assemble((label, "strong"), printable(what))]
    for field, text in (("where", where), ("remedy", remedy)):
        if text:
            lines.append(Text.assemble((f"  {field}: ", "quiet"), printable(text)))
    for line in lines:
        console.print(line, soft_wrap=True)
