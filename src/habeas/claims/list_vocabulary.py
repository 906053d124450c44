"""The words of lists of people: headers, statuses, countries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from habeas.claims.states import state_code
from habeas.model.claims import Act

_DATA = files("habeas.claims") / "data"
_LANGUAGES = ("en", "ru", "be")

_SPACES = re.compile(r"[\s_/-]+")
_REMEMBERED = 4_096
"""Cells kept with what they mean: a list repeats most of them, but for names."""

_PARTS = re.compile(r"[,;|/()\[\]\n]")

# CLDR has these among the territories; nobody is their citizen.
_NO_STATES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Meanings of one kind of cell: of whole phrases, and of beginnings (`sentenced to *`)."""

    whole: dict[str, frozenset[str]]
    beginnings: tuple[tuple[str, str], ...]
    begin: tuple[str, ...]


def column_of(header: str) -> str | None:
    """The column a header means, as in `data/list_columns.tsv`; None where unknown."""
    return _columns().get(_plain(header))


@lru_cache(maxsize=_REMEMBERED)
def acts_of(status: str) -> tuple[Act, ...]:
    """The acts a status cell names, the one that counts first; empty where any part is unknown.

    A half-understood status ("released in 2024, back inside") must not become
    its better half, so every part has to be known.

    >>> acts_of("Released (deported)")
    (<Act.EXILE: 'exile'>, <Act.RELEASE: 'release'>)
    >>> acts_of("released in spring, back inside")
    ()
    """
    order = list(Act)
    found: set[Act] = set()
    whole = _acts_in(status)
    if whole:
        return tuple(whole)
    for part in filter(None, map(str.strip, _PARTS.split(status))):
        acts = _acts_in(part)
        if not acts:
            return ()
        found.update(acts)
    ranks = _act_ranks()
    return tuple(sorted(found, key=lambda act: (ranks[act], order.index(act))))


def means(cell: str, meaning: str) -> bool:
    """True where a cell says `yes`, `no` or `withheld`."""
    return meaning in _meanings(cell)


def country_of(cell: str) -> str | None:
    """ISO 3166-1 alpha-2 of a code, or of a country's name in English, Russian or Belarusian.

    >>> country_of("by"), country_of("Литва"), country_of("Lithuanian"), country_of("Arden")
    ('BY', 'LT', 'LT', None)
    """
    code = cell.strip().upper()
    if re.fullmatch(r"[A-Z]{2}", code) and code in _countries().values():
        return code
    return _countries().get(_plain(cell)) or state_code(cell.strip())


def _acts_in(words: str) -> list[Act]:
    return [Act(meaning) for meaning in _meanings(words) if meaning in Act]


@lru_cache(maxsize=_REMEMBERED)
def _meanings(cell: str) -> frozenset[str]:
    plain = _plain(cell)
    words = _cell_words()
    if plain in words.whole:
        return words.whole[plain]
    if not plain.startswith(words.begin):
        return frozenset()  # as most names and days
    return frozenset(
        meaning for beginning, meaning in words.beginnings if plain.startswith(beginning)
    )


def _plain(text: str) -> str:
    """A header or cell as it is compared: case, joining signs and last stop left out."""
    spaced = _SPACES.sub(" ", text[:200].casefold()).strip()
    # A cell that is nothing but a dash is a word of its own.
    return spaced.rstrip(":.").strip() or text.strip()


@cache
def _columns() -> dict[str, str]:
    return {_plain(header): column for column, header in _lines("list_columns.tsv")}


@cache
def _cell_words() -> _Words:
    whole: dict[str, frozenset[str]] = {}
    beginnings: list[tuple[str, str]] = []
    for meaning, words in _lines("list_words.tsv"):
        if words.endswith(" *"):
            beginnings.append((_plain(words[:-2]) + " ", meaning))
            continue
        key = _plain(words)
        whole[key] = whole.get(key, frozenset()) | {meaning}
    return _Words(
        whole=whole,
        beginnings=tuple(beginnings),
        begin=tuple(beginning for beginning, _ in beginnings),
    )


@cache
def _act_ranks() -> dict[Act, int]:
    ranks: dict[Act, int] = {}
    for rank, (meaning, _) in enumerate(_lines("list_words.tsv")):
        if meaning in Act:
            ranks.setdefault(Act(meaning), rank)
    return ranks


@cache
def _countries() -> dict[str, str]:
    from babel import Locale

    return {
        _plain(name): code
        for language in _LANGUAGES
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code not in _NO_STATES
    }


def _lines(name: str) -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in (_DATA / name).read_text("utf-8").splitlines())
    return [(row[0], row[2]) for row in rows if len(row) == 3 and not row[0].startswith("#")]
