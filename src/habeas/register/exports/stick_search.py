"""A search that needs no server: who and what an Edition holds, by sound, as scripts.

A page that was opened from a disk may load scripts and nothing else, so that each file of
the index calls a function of the page with what it holds. `stick.js` of the public pages
reads them. No name stands in the name of a file.
"""

from __future__ import annotations

import json
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import batched, pairwise
from typing import TYPE_CHECKING

from anyascii import anyascii

from habeas.people.comparison.folds import FOLDS
from habeas.people.search.words import sounds_of, word_sounds, words_in

if TYPE_CHECKING:
    from habeas.register.exports.bundles import Bundle
    from habeas.register.exports.outgoing import Outgoing

_ENTRIES = 1000
"""Entries of one file."""

_LETTERS = ((0x00C0, 0x06FF), (0x10A0, 0x10FF), (0x13A0, 0x13FF), (0x1E00, 0x1FFF))
"""Alphabets in which somebody may type whatever stands in the Edition."""

_MOST_BESIDE = 5

type _Entry = tuple[str, str, str]
"""File, title, and what stands below it."""


def write_search(going: Outgoing, bundle: Bundle) -> None:
    """Write the index of names, of titles and places of accounts, and of words of reports."""
    words: dict[str, array[int]] = defaultdict(lambda: array("I"))
    letters: set[str] = set()
    place = 0
    for number, some in enumerate(batched(_entries(going), _ENTRIES)):
        for sounds, entry in some:
            letters.update(letter for letter in entry[1] + entry[2] if letter > "\u07ff")
            for sound in sounds:
                words[sound].append(place)
            place += 1
        _write(bundle, f"entries-{number}", "habeasEntries", number, [e for _, e in some])
    shards: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for word in sorted(words):
        shards[_shard(word)][word] = _distances(words[word])
    for number, shard in sorted(shards.items()):
        _write(bundle, f"words-{number}", "habeasWords", number, shard)
    with bundle.file("search/letters.js") as file:
        told = {"size": _ENTRIES, "folds": _folds(), "table": _table(letters)}
        file.write(f"window.habeasLetters = {_script(told)};\n".encode())


def _entries(going: Outgoing) -> Iterator[tuple[set[str], _Entry]]:
    for person in going.people():
        spellings = tuple(dict.fromkeys((person.name, *person.names)))
        sounds = {word for name in spellings for reading in sounds_of(name) for word in reading}
        beside = ", ".join(spellings[1 : 1 + _MOST_BESIDE])
        yield sounds, (_page("people", person.id), person.name, beside)
    for account in going.accounts():
        event = account.event
        when = event.when.text if event.when is not None else ""
        title = event.title or event.id
        yield _sounds(f"{title} {event.place or ''}"), (_page("accounts", event.id), title, when)
    for report in going.reports():
        published = report.published.text if report.published is not None else ""
        beside = " ".join(part for part in (report.publisher, published) if part)
        entry = (_page("reports", report.id), report.title, beside)
        yield _sounds(f"{report.title} {report.publisher or ''} {report.text}"), entry


def _page(kind: str, id_: str) -> str:
    """As `habeas.public.offline` keeps it."""
    return f"{kind}/{id_[-2:]}/{id_}.html"


def _sounds(text: str) -> set[str]:
    return {sound for word in set(words_in(text)) for sound in word_sounds(word) if sound}


def _shard(word: str) -> int:
    return ord(word[0]) - 96 if "a" <= word[0] <= "z" else 0


def _distances(places: array[int]) -> list[int]:
    return [places[0], *(after - before for before, after in pairwise(places))]


def _folds() -> list[tuple[str, str]]:
    """The rules of sounds as a script has them."""
    return [(pattern, sound.replace("\\1", "$1")) for pattern, sound in FOLDS]


def _table(occurring: Iterable[str]) -> dict[str, str]:
    """Letters that somebody may type → small Latin ones."""
    found = (chr(code) for first, last in _LETTERS for code in range(first, last + 1))
    letters = (
        each for each in (*found, *sorted(occurring)) if unicodedata.category(each)[0] == "L"
    )
    read = {letter.lower(): anyascii(letter).casefold() for letter in letters}
    return {letter: latin for letter, latin in read.items() if latin.isascii()}


def _write(bundle: Bundle, name: str, function: str, number: int, value: object) -> None:
    with bundle.file(f"search/{name}.js") as file:
        file.write(f"{function}({number}, {_script(value)});\n".encode())


def _script(value: object) -> str:
    """JSON that is a script too, whatever a name holds."""
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
