"""What a verb says on stderr about its inputs, after its data."""

from __future__ import annotations

from habeas.cli.console import say_note, say_problem
from habeas.cli.exits import Exit
from habeas.cli.inputs import Inputs

_MOST_PROBLEMS = 20


def tell_inputs(found: Inputs) -> None:
    """Tell what was left out, what could not be read, and whether anything was found."""
    for note in found.notes:
        say_note(note)
    for problem in found.problems[:_MOST_PROBLEMS]:
        say_problem(problem)
    if len(found.problems) > _MOST_PROBLEMS:
        say_note(f"and {len(found.problems) - _MOST_PROBLEMS:,} more problems like these")
    if found.exit_code is Exit.NOTHING:
        say_note("read, but no claim about detention or release was found")
