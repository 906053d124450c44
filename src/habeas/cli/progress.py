"""A progress bar on stderr for work that takes more than two seconds."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from threading import Lock, Timer

from habeas.cli.console import console_on

PATIENCE_SECONDS = 2.0
"""How long a command may be silent."""


def watched[Item](items: Sequence[Item], verb: str) -> Iterator[Item]:
    """Go through `items`, showing how many are done once two seconds have passed.

    Shows nothing where stderr is not a terminal, and leaves nothing on the screen.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    progress = Progress(
        TextColumn(verb),
        BarColumn(bar_width=24, complete_style="accent", finished_style="accent"),
        MofNCompleteColumn(),
        console=console_on(sys.stderr),
        transient=True,
    )
    task = progress.add_task("", total=len(items))
    ended = False
    lock = Lock()

    def start() -> None:
        with lock:
            if not ended:
                progress.start()

    timer = Timer(PATIENCE_SECONDS, start)
    timer.daemon = True
    timer.start()
    try:
        for item in items:
            yield item
            progress.advance(task)
    finally:
        timer.cancel()
        with lock:
            ended = True
            progress.stop()
