"""A progress bar on stderr for work that takes more than two seconds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING

from habeas.cli.console import console_on

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE_SECONDS = 2.0
"""How long a command may be silent."""

STAGES = {
    "reports": "{:,} reports gone through",
    "events": "grouping claims into events",
    "accounts": "{:,} accounts",
    "people": "comparing persons",
    "writing": "writing the file",
}
"""What is said while a stage lasts, by the names that `make_edition` gives them."""


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
    with _shown_late(progress):
        for item in items:
            yield item
            progress.advance(task)


@contextmanager
def counting(what: str) -> Iterator[Callable[[int], None]]:
    """Count what nobody knows the number of, showing how many once two seconds have passed.

    Shows nothing where stderr is not a terminal, and leaves nothing on the screen.

    Returns:
        What to tell how many more there are.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn

    progress = Progress(
        SpinnerColumn(style="accent"),
        TextColumn(f"{{task.completed:,}} {what}"),
        console=console_on(sys.stderr),
        transient=True,
    )
    task = progress.add_task("", total=None)
    with _shown_late(progress):
        yield lambda more: progress.advance(task, more)


@contextmanager
def stages(words: Mapping[str, str]) -> Iterator[Callable[[str, int], None]]:
    """Show which stage of some work lasts, and how much of it is done, after two seconds.

    Shows nothing where stderr is not a terminal, and leaves nothing on the screen.

    Args:
        words: What is shown of each stage, by its name, with a place for how many are done.

    Returns:
        What to tell the stage and how many more are done.
    """
    if not sys.stderr.isatty():
        yield lambda _stage, _more: None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn

    progress = Progress(
        SpinnerColumn(style="accent"),
        TextColumn("{task.description}"),
        console=console_on(sys.stderr),
        transient=True,
    )
    task = progress.add_task("", total=None)
    done: Counter[str] = Counter()

    def tell(stage: str, more: int) -> None:
        done[stage] += more
        progress.update(task, description=words[stage].format(done[stage]))

    with _shown_late(progress):
        yield tell


@contextmanager
def _shown_late(progress: Progress) -> Iterator[None]:
    """Shows progress once the patience is over, and takes it away in the end."""
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
        yield
    finally:
        timer.cancel()
        with lock:
            ended = True
            progress.stop()
