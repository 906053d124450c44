"""Names out of checkouts of the two public sources that the weights are learned from.

EveryPolitician as of November 2015 gives spellings of politicians, most of them labels of
Wikidata, and NETransliteration-COLING2018 names and words of names out of Wikidata. A checkout is
read at the commit named here, whatever it has checked out, so that everybody reads the same bytes:

    git clone https://github.com/tijmenb/everypolitician-data
    git clone https://github.com/steveash/NETransliteration-COLING2018
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

type File = tuple[str, bytes]
"""A path within a checkout, and what stands there."""

_LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "hebrew": "he",
    "japanese": "ja",
    "katakana": "ja",
    "korean": "ko",
    "russian": "ru",
}
_FULL_NAMES = {"wd_hebrew": "nethe", "wd_korean": "netko"}
_WORDS = re.compile(rf"data/wd_({'|'.join(_LANGUAGES)})_(?:16|20|64|80)")
_LARGEST_FIELD = 1 << 30


class WrongSource(Exception):
    """A checkout that is missing, lacks the commit, or gives other bytes than were read before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Files of a public repository, as they were at one commit.

    Attributes:
        name: What it is called in messages.
        commit: 40 hex digits.
        wanted: Pattern of the paths that are read, whole.
        left_out: Paths that match and are left alone all the same.
        digest: SHA-256 of what is read, as `read_files` makes it.
    """

    name: str
    commit: str
    wanted: str
    left_out: frozenset[str] = frozenset()
    digest: str


# The copy that the weights were first made from lacked its four largest files.
EVERYPOLITICIAN = Source(
    name="EveryPolitician",
    commit="0642e77ac8a13bcd8017b245825c3aba349d3e6a",
    wanted=r".*sources/.*wikidata.*\.csv|.*ep-popolo-v1\.0\.json",
    left_out=frozenset(
        f"data/{parliament}/ep-popolo-v1.0.json"
        for parliament in (
            "Germany/Bundestag",
            "Poland/Sejm",
            "Turkey/Assembly",
            "United_States_of_America/House",
        )
    ),
    digest="5a181042233faf8dc1c0bf087e3d03cf6e3ec6f962bc20689422abe409cee41b",
)
NETRANSLITERATION = Source(
    name="NETransliteration-COLING2018",
    commit="5d5f59e561ecea45a6d3602121e1049baa7a76c3",
    wanted=rf"data/(?:{'|'.join(_FULL_NAMES)})|{_WORDS.pattern}",
    digest="0a342f9b252ef183c1e83639ec97caeb77968dab67c97900c422cba09d7e1257",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """Somebody under several names.

    Attributes:
        id: Its source and what stands for the person there, with a colon between.
        names: Each once, sorted.
    """

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class WordPair:
    """A word of names in Latin letters and in another script.

    Attributes:
        language: ISO 639-1 code of the other.
        latin, other: In small letters, as the source writes them.
    """

    language: str
    latin: str
    other: str


def read_files(checkout: Path, source: Source) -> list[File]:
    """Read what is wanted of a source, in the order of paths.

    Raises:
        WrongSource: No checkout of it, or other bytes than those that `source.digest` is of.
    """
    listed = _git(checkout, source, ["ls-tree", "-r", "-z", "--format=%(objectname) %(path)"])
    entries = [line.decode().split(" ", 1) for line in listed.split(b"\0") if line]
    entries = [
        [blob, path]
        for blob, path in sorted(entries, key=lambda entry: entry[1])
        if re.fullmatch(source.wanted, path) and path not in source.left_out
    ]
    asked = "".join(f"{blob}\n" for blob, _ in entries).encode()
    given = io.BytesIO(_git(checkout, source, ["cat-file", "--batch"], asked))
    files = [(path, _next_blob(given, path)) for _, path in entries]
    found = _digest(files)
    if source.digest != found:
        raise WrongSource(f"{source.name}: what was read has SHA-256 {found}, not {source.digest}")
    return files


def everypolitician_persons(files: Iterable[File]) -> list[NamedPerson]:
    """Gather the spellings of each politician; those without a Wikidata id need two or more."""
    csv.field_size_limit(_LARGEST_FIELD)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for path, content in files:
        found = _labels(content) if path.endswith(".csv") else _popolo_names(content)
        for person, name in found:
            if name.strip():
                names[person].add(name.strip())
    return [
        NamedPerson(id=person, names=tuple(sorted(spellings)))
        for person, spellings in sorted(names.items())
        if person.startswith("ep:") or len(spellings) > 1
    ]


def netransliteration_persons(files: Iterable[File]) -> list[NamedPerson]:
    """Full names, each in English and in Hebrew or Korean."""
    persons: dict[str, NamedPerson] = {}
    for path, content in files:
        source = _FULL_NAMES.get(path.removeprefix("data/"))
        for line in content.decode().splitlines() if source else ():
            one, other, *_ = [*(part.strip() for part in line.split("\t")), ""]
            if one and other:
                person = f"{source}:{hashlib.sha256(line.encode()).hexdigest()[:10]}"
                persons[person] = NamedPerson(id=person, names=tuple(sorted({one, other})))
    return [persons[person] for person in sorted(persons)]


def netransliteration_words(files: Iterable[File]) -> list[WordPair]:
    """Words of names, each pair once, sorted."""
    pairs = set()
    for path, content in files:
        script = _WORDS.fullmatch(path)
        for line in content.decode().splitlines() if script else ():
            latin, spaced, *_ = [*line.split("\t"), ""]
            # The source parts the letters of the other script by blanks.
            latin, other = latin.strip(), spaced.replace(" ", "").strip()
            if script and latin and other:
                pairs.add(WordPair(_LANGUAGES[script[1]], latin, other))
    return sorted(pairs)


def _labels(content: bytes) -> Iterator[tuple[str, str]]:
    """Ids of persons and their Wikidata labels, of a table of EveryPolitician."""
    for row in csv.DictReader(io.StringIO(content.decode())):
        if (row.get("id") or "").startswith("Q"):
            for column, value in row.items():
                if column and value and (column == "name" or column.startswith("name__")):
                    yield f"ep:{row['id']}", value


def _popolo_names(content: bytes) -> Iterator[tuple[str, str]]:
    """Ids of persons and their names, of a parliament in the Popolo format."""
    for person in json.loads(content)["persons"]:
        known = (
            one["identifier"]
            for one in person.get("identifiers", ())
            if one.get("scheme") == "wikidata"
        )
        wikidata = next(known, None)
        key = f"ep:{wikidata}" if wikidata else f"epx:{person['id']}"
        yield key, person["name"]
        for other in person.get("other_names", ()):
            yield key, other.get("name") or ""


def _git(checkout: Path, source: Source, command: list[str], given: bytes = b"") -> bytes:
    at = [source.commit] if command[0] == "ls-tree" else []
    try:
        done = subprocess.run(
            ["git", "-C", str(checkout), *command, *at],
            input=given,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        raise WrongSource(
            f"{source.name}: {checkout} is no checkout that holds commit {source.commit}"
        ) from None
    return done.stdout


def _next_blob(given: io.BytesIO, path: str) -> bytes:
    header = given.readline().split()
    if len(header) != 3:
        raise WrongSource(f"the checkout lacks {path}: clone it whole, without a filter")
    content = given.read(int(header[2]))
    given.read(1)
    return content


def _digest(files: Iterable[File]) -> str:
    total = hashlib.sha256()
    for path, content in files:
        total.update(f"{path} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()
