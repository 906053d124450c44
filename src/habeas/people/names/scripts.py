"""The script a name is written in."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache
from importlib.resources import files

NO_SCRIPT = "Zyyy"
"""ISO 15924 for what has no letters, or letters that all scripts share."""

UNCODED = "Zzzz"
"""ISO 15924 for letters of a script that the table does not hold."""

_MARKS = frozenset({"Mc", "Mn"})


class _Letters(dict[str, str]):
    """Script of each character met so far; there are not many."""

    def __missing__(self, character: str) -> str:
        script = self[character] = _look_up(character)
        return script


_SCRIPTS = _Letters()


def script_of(text: str) -> str:
    """ISO 15924 code of the script that most letters of a name are of.

    Han with kana, in any measure, is `Jpan`; hiragana and katakana alone are `Kana`.
    Of two scripts with as many letters each, the first in the name is told.

    Returns:
        `Zyyy` where no letter stands.

    >>> script_of("Марыя"), script_of("高山ゆき"), script_of("—")
    ('Cyrl', 'Jpan', 'Zyyy')
    """
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else NO_SCRIPT
    counts: dict[str, int] = {}
    for script in map(_SCRIPTS.__getitem__, text):
        counts[script] = counts.get(script, 0) + 1
    counts.pop(NO_SCRIPT, None)
    if not counts:
        return NO_SCRIPT
    if "Kana" in counts and "Hani" in counts:
        counts["Jpan"] = counts.pop("Kana") + counts.pop("Hani")
    return max(counts, key=counts.__getitem__)


def script_of_letter(character: str) -> str:
    """ISO 15924 code of the script of one character; `Zyyy` where it is no letter."""
    return _SCRIPTS[character]


def _look_up(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] != "L" and category not in _MARKS:
        return NO_SCRIPT
    starts, rows = _ranges()
    last, script = rows[bisect_right(starts, ord(character)) - 1]
    if ord(character) <= last:
        return script
    return UNCODED if category[0] == "L" else NO_SCRIPT


@cache
def _ranges() -> tuple[list[int], list[tuple[int, str]]]:
    text = (files("habeas.people.names") / "data" / "scripts.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    table = sorted((int(first, 16), int(last, 16), script) for first, last, script in rows)
    return [first for first, _, _ in table], [(last, script) for _, last, script in table]
