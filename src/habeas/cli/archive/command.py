"""`habeas read --output`: checks what was asked for, reads it, and says what came of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import click

from habeas.cli.archive.lines import Totals
from habeas.cli.archive.output import Output
from habeas.cli.archive.progress import watching
from habeas.cli.archive.reading import Tally, read_archive
from habeas.cli.console import say_note
from habeas.cli.exits import Exit


def read_to_file(named: Sequence[str], output: Path, jobs: int | None) -> Exit:
    """Read everything named into the output file, and say on stderr what came of it.

    Args:
        named: Files and folders, as the user wrote them.
        output: As `Output`.
        jobs: Processes that read; None for one a core.

    Returns:
        How the command ends, by what the output holds in the end, earlier runs included.

    Raises:
        click.UsageError: Something named is no file or folder.
        Stop: The output cannot be written.
    """
    paths = [_path(name) for name in named]
    with Output(output) as file:
        try:
            with watching() as watch:
                tally = read_archive(paths, file, jobs or _cores(), watch)
        except KeyboardInterrupt:
            say_note(f"stopped; to go on, run the same command again: {output} is kept")
            raise
        _tell(tally, output)
        return _ending(file.earlier, tally.totals)


def _path(name: str) -> Path:
    path = Path(name)
    if not path.exists():
        raise click.UsageError(
            f"{click.format_filename(name)!r} is no file or folder; with --output, addresses and "
            "standard input are not read."
        )
    return path


def _cores() -> int:
    return getattr(os, "process_cpu_count", os.cpu_count)() or 1


def _tell(tally: Tally, output: Path) -> None:
    totals = tally.totals
    say_note(
        f"{totals.read + totals.unread:,} documents read into {output}: "
        f"{totals.claiming:,} with claims, {totals.claims:,} claims"
    )
    if tally.before:
        say_note(f"{tally.before:,} were in it already")
    if tally.left_out:
        say_note(f"{tally.left_out:,} things left out, such as hidden files and pictures")
    if totals.problems:
        say_note(
            f"{totals.unread:,} documents could not be read, {totals.problems:,} problems in all: "
            "each is in its line"
        )


def _ending(earlier: Totals, now: Totals) -> Exit:
    for field in fields(Totals):
        setattr(now, field.name, getattr(now, field.name) + getattr(earlier, field.name))
    if now.faults:
        return Exit.FAULT
    if now.problems:
        return Exit.PARTIAL if now.read else Exit.UNREADABLE
    if not now.read:
        return Exit.UNREADABLE
    return Exit.OK if now.claims else Exit.NOTHING
