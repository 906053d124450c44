"""The spellings that a row holds: whole names, parts of names, names in brackets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from habeas.people.lists.columns import NAMES, is_withheld
from habeas.people.lists.listed import Cell
from habeas.people.spellings import fold_spelling

LONGEST_NAME = 300
"""Characters beyond which a cell holds no name."""

MOST_SPELLINGS = 20
"""Spellings kept of one row, the first."""

_SEVERAL = re.compile(r"\s*[;|\n]\s*|\s+/\s+")
_BRACKETS = re.compile(r"(.*?)\s*[(\[（]([^()\[\]（）]+)[)\]）]\s*")
_PARTS = ("given-name", "patronymic", "family-name")


def names_in(cells: Iterable[Cell]) -> tuple[str, ...]:
    """All spellings of a row, whole names first, each once; empty where nobody is named.

    Parts that stand in columns of their own are put together, given name first. What
    only says that the name is kept back is no spelling; nor are initials alone.
    """
    held = [cell for cell in cells if cell.kind in NAMES]
    whole = [name for cell in held if cell.kind == "name" for name in spellings_in(cell.text)]
    made = _made_of_parts(held)
    others = [name for cell in held if cell.kind == "other-names" for name in _split(cell.text)]
    spelled: dict[str, str] = {}
    for name in (*whole, *made, *others):
        if is_name(name):
            spelled.setdefault(fold_spelling(name), name)
    return tuple(spelled.values())[:MOST_SPELLINGS]


def spellings_in(text: str) -> list[str]:
    """The spellings of one cell of whole names.

    >>> spellings_in("Ada Marr (Ада Марр)")
    ['Ada Marr', 'Ада Марр']
    >>> spellings_in("Ada (Addie) Marr")
    ['Ada (Addie) Marr']
    """
    found = []
    for part in _split(text):
        bracketed = _BRACKETS.fullmatch(part)
        # Only another script makes it another spelling: most brackets hold remarks.
        if bracketed and _script(bracketed[1]) != _script(bracketed[2]) and bracketed[1]:
            found += [" ".join(bracketed[1].split()), " ".join(bracketed[2].split())]
        else:
            found.append(part)
    return found


def is_name(text: str) -> bool:
    """True where a text can name somebody: neither kept back, nor initials, nor without letters."""
    if len(text) > LONGEST_NAME or is_withheld(text):
        return False
    letters = ["".join(c for c in word if c.isalpha()) for word in re.split(r"[\s.]+", text)]
    return any(len(word) > 1 or (word and not _has_case(word)) for word in letters)


def _split(text: str) -> list[str]:
    parts = (" ".join(part.split()) for part in _SEVERAL.split(text[: LONGEST_NAME * 10]))
    return [part for part in parts if part]


def _made_of_parts(held: Sequence[Cell]) -> list[str]:
    """Names put together of columns for their parts, with the patronymic and without.

    >>> _made_of_parts([Cell(header="first", kind="given-name", text="Ada"),
    ...                 Cell(header="last", kind="family-name", text="Marr")])
    ['Ada Marr']
    """
    columns: dict[str, list[str]] = {kind: [] for kind in _PARTS}
    for cell in held:
        if cell.kind in columns and not is_withheld(cell.text):
            columns[cell.kind].append(" ".join(cell.text.split()))
    given, patronymics, families = (columns[kind] for kind in _PARTS)
    made = []
    # Two columns of given names and two of family names are two spellings, side by side.
    for at in range(max(len(given), len(families))):
        one = given[at : at + 1] or given[:1]
        family = families[at : at + 1] or families[:1]
        middle = patronymics[at : at + 1] if len(patronymics) > at else patronymics[:1]
        made.append(" ".join([*one, *middle, *family]))
    return made


def _script(text: str) -> str:
    """The script of the first letter, by its name in Unicode; empty where there is none."""
    first = next((c for c in text if c.isalpha()), "")
    return unicodedata.name(first, "").partition(" ")[0] if first else ""


def _has_case(word: str) -> bool:
    return word.upper() != word.lower()
