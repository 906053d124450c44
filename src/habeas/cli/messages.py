"""What a verb says on stderr about its inputs, after its data."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.cli.console import say_note, say_problem
from habeas.cli.exits import Exit
from habeas.cli.inputs import Inputs
from habeas.model.problems import Problem

_MOST_PROBLEMS = 20


def tell_problems(problems: Sequence[Problem]) -> None:
    """Tell what could not be read; of many, the first and how many more."""
    for problem in problems[:_MOST_PROBLEMS]:
        say_problem(problem)
    if len(problems) > _MOST_PROBLEMS:
        say_note(f"and {len(problems) - _MOST_PROBLEMS:,} more problems like these")


def tell_notes(notes: Sequence[str]) -> None:
    """Tell what is worth knowing; of much, the first and how much more."""
    for note in notes[:_MOST_PROBLEMS]:
        say_note(note)
    if len(notes) > _MOST_PROBLEMS:
        say_note(f"and {len(notes) - _MOST_PROBLEMS:,} more notes like these")


def tell_inputs(found: Inputs) -> None:
    """Tell what was left out, what could not be read, and whether anything was found."""
    for note in found.notes:
        say_note(note)
    tell_problems(found.problems)
    if found.exit_code is Exit.NOTHING:
        say_note("read, but no claim about detention or release was found")
