"""Rich's console, as habeas uses it."""

from __future__ import annotations

from rich.console import Console


class Terminal(Console):
    """A console that leaves a closed pipe to whoever runs the command."""

    def on_broken_pipe(self) -> None:
        """Pass the error on: Rich would end the process with a code of its own."""
        raise BrokenPipeError
