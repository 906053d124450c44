"""What the user named on the command line, as a list of single inputs."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from habeas.model.problems import Problem

DOCUMENTS = frozenset(
    {
        *(".txt", ".text", ".md", ".markdown", ".htm", ".html", ".xhtml"),
        *(".pdf", ".docx", ".eml", ".csv", ".tsv", ".xlsx", ".ods"),
    }
)
CONTAINERS = frozenset(
    {".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".warc", ".mbox", ".rss", ".atom"}
)
SUFFIXES = DOCUMENTS | CONTAINERS
"""File names that are read when they are found in a folder. A file named itself is always read."""

_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


class Kind(StrEnum):
    """Where the bytes of an input are."""

    FILE = "file"
    ADDRESS = "address"
    STDIN = "stdin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One input: a path, an address, or `-` for standard input."""

    kind: Kind
    at: str

    @property
    def place(self) -> str:
        """How messages call it; of an address neither user name nor query, which tell more."""
        if self.kind is Kind.STDIN:
            return "standard input"
        return _bare(self.at) if self.kind is Kind.ADDRESS else self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Inputs in the order named, folders unfolded and sorted; each input once.

    Attributes:
        found: What there is to read.
        problems: What was named and is not there, or holds no report.
        notes: What was left out on purpose.
    """

    found: tuple[Source, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def find_sources(named: Sequence[str]) -> Sources:
    """Unfold what the user named into single inputs.

    A folder gives its reports and those of its folders, sorted by path. Hidden files,
    links to folders and types that habeas does not read are left out, and said.
    """
    found: dict[tuple[str, str], Source] = {}
    problems: list[Problem] = []
    notes: list[str] = []
    for name in named:
        here: Sequence[Source] = ()
        scheme = _ADDRESS.match(name)
        if name == "-":
            here = [Source(kind=Kind.STDIN, at=name)]
        elif scheme and scheme.group(1).lower() in ("http", "https"):
            here = [Source(kind=Kind.ADDRESS, at=name)]
        elif scheme:
            problems.append(_not_web(name))
        elif Path(name).is_dir():
            here = _in_folder(name, notes)
            if not here:
                problems.append(_empty_folder(name))
        else:
            here = [Source(kind=Kind.FILE, at=name)]
        for source in here:
            found.setdefault((source.kind, _same_place(source)), source)
    return Sources(found=tuple(found.values()), problems=tuple(problems), notes=tuple(notes))


def _bare(address: str) -> str:
    scheme, _, rest = address.partition("://")
    path = re.split(r"[?#]", rest, maxsplit=1)[0]
    host, slash, path = path.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


def _same_place(source: Source) -> str:
    return str(Path(source.at).resolve()) if source.kind is Kind.FILE else source.at


def _in_folder(folder: str, notes: list[str]) -> list[Source]:
    paths: list[str] = []
    left_out: Counter[str] = Counter()
    for root, folders, files in os.walk(folder):
        left_out["hidden"] += sum(name.startswith(".") for name in folders)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(root, name)
            suffix = path.suffix.lower()
            if name.startswith("."):
                left_out["hidden"] += 1
            elif suffix not in SUFFIXES:
                left_out[suffix or "no type"] += 1
            elif not path.is_file():
                left_out["no ordinary file"] += 1
            else:
                paths.append(str(path))
    if total := left_out.total():
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted((+left_out).items()))
        notes.append(f"{folder}: {total} left out ({kinds})")
    return [Source(kind=Kind.FILE, at=path) for path in sorted(paths)]


def _empty_folder(folder: str) -> Problem:
    return Problem(
        what="the folder holds no report that habeas reads",
        where=folder,
        remedy=f"put files of type {', '.join(sorted(SUFFIXES))} in it, or name a file itself",
    )


def _not_web(address: str) -> Problem:
    return Problem(
        what="the address is not of the web",
        where=_bare(address),
        remedy="give an address that begins with https:// or http://, or a file",
    )
