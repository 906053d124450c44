"""Run the console blocks of Markdown files, and keep what they show true.

A block opens with a fence of the language `console`. Lines that start with `$ ` are
commands, lines that start with `> ` continue one, and the lines that follow are what it
prints, messages and all. A line `...` stands for any number of lines. Every command must
succeed: to show a failure, end the line with `; echo "exit status $?"`.

The blocks of one document run in order, in a copy of the checkout, in a terminal of 80
columns without colour, with an empty register. What is not to be run is fenced as `text`.

    python scripts/console_blocks.py [FILE…]     rewrites what has changed

Standard library only.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FENCE = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
ELISION = "..."
SECONDS_FOR_ONE_COMMAND = 300


class CommandFailed(Exception):
    """A command of a document ended with another status than 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command of a block, and the lines that the document says it prints."""

    command: str
    shown: tuple[str, ...]


def steps_of(body: str) -> list[Step]:
    """Split the body of a block into its commands; lines before the first are refused."""
    steps: list[Step] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            steps.append(Step(command=line[2:], shown=()))
        elif not steps:
            raise ValueError(f"a console block starts with {line!r}: start it with '$ '")
        elif line.startswith("> ") and not steps[-1].shown:
            steps[-1] = Step(command=f"{steps[-1].command}\n{line[2:]}", shown=())
        else:
            last = steps[-1]
            steps[-1] = Step(command=last.command, shown=(*last.shown, line.rstrip()))
    return steps


def matches(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Say whether the printed lines are those shown, `...` standing for any lines."""
    if not shown:
        return not printed
    if shown[0] == ELISION:
        return any(matches(shown[1:], printed[at:]) for at in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and matches(shown[1:], printed[1:])


def renewed(shown: Sequence[str], printed: Sequence[str]) -> list[str]:
    """Return the lines to show: those printed, shortened where they were shortened before.

    As many lines are kept before and after the gap as were shown there.
    """
    if matches(shown, printed):
        return list(shown)
    if ELISION not in shown:
        return list(printed)
    head = shown.index(ELISION)
    tail = list(reversed(shown)).index(ELISION)
    if head + tail >= len(printed):
        return list(printed)
    return [*printed[:head], ELISION, *printed[len(printed) - tail :]]


def run(command: str, folder: Path) -> list[str]:
    """Run one command in a checkout; returns the lines it printed, trailing space removed."""
    environment = {
        "PATH": f"{folder / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder.parent / "home"),
        "HABEAS_HOME": str(folder.parent / "home" / "habeas"),
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "PYTHONWARNINGS": "default",
        "TERM": "dumb",
        "TZ": "UTC",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=SECONDS_FOR_ONE_COMMAND,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise CommandFailed(f"$ {command}\n{done.stdout}(exit status {done.returncode})")
    return [line.rstrip() for line in done.stdout.splitlines()]


@contextmanager
def checkout_copy() -> Iterator[Path]:
    """Give a copy of the checkout that shares its `.venv`; gone afterwards."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    with tempfile.TemporaryDirectory(prefix="habeas-docs-") as name:
        folder = Path(name) / "habeas"
        (Path(name) / "home").mkdir()
        for file in filter(None, listed.split("\0")):
            if (ROOT / file).is_file():
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / file, folder / file)
        (folder / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
        yield folder


def rewritten(text: str, folder: Path) -> str:
    """Return a document with every console block as its commands print it now."""

    def renew(block: re.Match[str]) -> str:
        lines = ["```console"]
        for step in steps_of(block["body"]):
            lines.append("$ " + step.command.replace("\n", "\n> "))
            lines.extend(renewed(step.shown, run(step.command, folder)))
        return "\n".join([*lines, "```"])

    return FENCE.sub(renew, text)


def documents() -> list[Path]:
    """Return the README and every Markdown file under docs/, sorted."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def main(names: Sequence[str]) -> int:
    """Rewrite the documents named, or all; returns the exit status."""
    for path in [Path(name).resolve() for name in names] or documents():
        text = path.read_text(encoding="utf-8")
        if not FENCE.search(text):
            continue
        with checkout_copy() as folder:
            try:
                renewed_text = rewritten(text, folder)
            except CommandFailed as failure:
                print(f"{path.relative_to(ROOT)}: {failure}", file=sys.stderr)
                return 1
        if renewed_text != text:
            path.write_text(renewed_text, encoding="utf-8")
            print(f"rewrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
