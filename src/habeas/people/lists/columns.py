"""What the columns of a list hold, and which cells say that a name is kept back."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from habeas.claims.list_vocabulary import column_of as column_of_claims
from habeas.claims.list_vocabulary import means

_DATA = files("habeas.people.lists") / "data"
_LONGEST_HEADER = 200
_JOINS = re.compile(r"[\s_/-]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’](?=[^\W_]))*")

NAMES = ("name", "given-name", "patronymic", "family-name", "other-names")
"""Kinds of columns that hold spellings or parts of them."""


@lru_cache(maxsize=1024)
def column_of(header: str) -> str | None:
    """What a column holds; None where unknown or of no use here.

    A header that says besides in which language a name stands is that name's column.

    >>> column_of("Date of birth"), column_of("name (Belarusian)"), column_of("full_name_ru")
    ('birth-date', 'name', 'name')
    >>> column_of("Russian revolution") is None
    True
    """
    spaced = _HUMP.sub(" ", header[:_LONGEST_HEADER])
    for form in (header[:_LONGEST_HEADER], spaced):
        kind = _columns().get(_plain(form)) or column_of_claims(form)
        if kind is not None:
            return None if kind == "unused" else kind
    words = [word.casefold() for word in _WORD.findall(spaced.replace("_", " "))]
    bare = " ".join(word for word in words if word not in _language_words())
    if not bare or len(bare.split()) == len(words):
        return None
    kind = _columns().get(bare) or column_of_claims(bare)
    return kind if kind in NAMES else None


def is_withheld(cell: str) -> bool:
    """True where a cell of names says that there is no name to read.

    >>> is_withheld("N.N."), is_withheld("Name withheld for safety"), is_withheld("Nina N.")
    (True, True, False)
    """
    plain = " ".join(_WORD.findall(cell[:_LONGEST_HEADER].casefold()))
    if not plain or means(cell, "withheld") or means(plain, "withheld"):
        return True
    whole, beginnings = _withheld()
    joined = plain.replace(" ", "")
    return plain in whole or joined in ("nn", "xx", "xxx") or plain.startswith(beginnings)


def _plain(header: str) -> str:
    return _JOINS.sub(" ", header.casefold()).strip().rstrip(":.").strip()


@cache
def _columns() -> dict[str, str]:
    rows = [line.split("\t") for line in _lines("columns.tsv")]
    return {_plain(header): kind for kind, _, header in rows}


@cache
def _language_words() -> frozenset[str]:
    return frozenset(word for line in _lines("languages.txt") for word in line.split())


@cache
def _withheld() -> tuple[frozenset[str], tuple[str, ...]]:
    lines = _lines("withheld.txt")
    whole = frozenset(line for line in lines if not line.endswith(" *"))
    return whole, tuple(line[:-1] for line in lines if line.endswith(" *"))


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
