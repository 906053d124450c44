"""Letters of one script that stand in a word of another because they look the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

from habeas.model.people import NameRemark, RemarkKind
from habeas.people.names.scripts import script_of_letter

_NAMES = {"Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek", "Armn": "Armenian"}
_LETTERS = {
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
    "\uff21-\uff3a\uff41-\uff5a",
    "Cyrl": "\u0400-\u0482\u048a-\u052f",
    "Grek": "\u0370-\u0373\u0376-\u037d\u037f-\u0386\u0388-\u03ff\u1f00-\u1fbc\u1fc2-\u1ffc",
    "Armn": "\u0531-\u0587",
}
_ANY = "".join(_LETTERS.values())
_INSIDE = "\u00ad\u0300-\u036f'’ʼ\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_CHANGE = re.compile(
    "|".join(f"[{letters}][{_INSIDE}]*(?:(?![{letters}])[{_ANY}])" for letters in _LETTERS.values())
)
_WORD = re.compile(f"[{_ANY}][{_ANY}{_INSIDE}]*")


def mixes_scripts(text: str) -> bool:
    """Say whether some word has letters of two of the four scripts that look alike."""
    return _CHANGE.search(text) is not None


def repair_look_alikes(text: str) -> tuple[str, list[NameRemark]]:
    """Bring each word that mixes scripts into one of them, where only look-alikes differ.

    The script is the one all of whose strangers have a look-alike in it; where that holds
    for two, the one with more letters in the word, then in the name. Where it holds for
    none, the word stays and is told.

    Returns:
        The text, as long as before but for letters with accents, and a remark for each
        word that mixed scripts, by position.
    """
    of_name = Counter(script_of_letter(c) for c in text)
    pieces, remarks, done = [], [], 0
    for found in _WORD.finditer(text):
        word = found[0]
        own = Counter(s for c in word if (s := script_of_letter(c)) in _NAMES)
        if len(own) < 2:
            continue
        mended = _mend(word, own, of_name)
        strangers = [c for c in word if _is_stranger(c, own, mended, word)]
        where = found.start() + word.index(strangers[0])
        kind = RemarkKind.MIXED_SCRIPTS if mended == word else RemarkKind.LOOK_ALIKE
        remarks.append(NameRemark(kind=kind, position=where, what=_tell(word, strangers)))
        pieces += [text[done : found.start()], mended]
        done = found.end()
    return "".join(pieces) + text[done:], remarks


def _mend(word: str, own: Counter[str], of_name: Counter[str]) -> str:
    possible = {}
    for script in own:
        mended = [_in_script(c, script) for c in word]
        if all(letter is not None for letter in mended):
            possible[script] = "".join(letter for letter in mended if letter is not None)
    if not possible:
        return word
    ranked = sorted(possible, key=lambda s: (own[s], of_name[s]), reverse=True)
    best = ranked[0]
    if len(ranked) > 1 and (own[best], of_name[best]) == (own[ranked[1]], of_name[ranked[1]]):
        return word
    return possible[best]


def _in_script(character: str, script: str) -> str | None:
    """The character as a letter of a script; None where nothing there looks like it."""
    own = script_of_letter(character)
    if own == script or own not in _NAMES:
        return character
    letters = unicodedata.normalize("NFKD", character)
    twin = _twins().get((letters[0], script))
    return None if twin is None else twin + letters[1:]


def _is_stranger(character: str, own: Counter[str], mended: str, word: str) -> bool:
    script = script_of_letter(character)
    if mended == word:
        return script in own and script != max(own, key=own.__getitem__)
    return script in own and character not in mended


def _tell(word: str, strangers: list[str]) -> str:
    letters = ", ".join(f"{_NAMES[script_of_letter(c)]} “{c}”" for c in dict.fromkeys(strangers))
    return f"{letters} in “{word}”"


@cache
def _twins() -> dict[tuple[str, str], str]:
    """(letter, script) → the letter of that script that looks the same."""
    text = (files("habeas.people.names") / "data" / "look_alikes.tsv").read_text(encoding="utf-8")
    twins = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            row = dict(zip(_NAMES, line.split("\t"), strict=True))
            for letter in row.values():
                twins.update({(letter, script): twin for script, twin in row.items()})
    return {key: twin for key, twin in twins.items() if "-" not in (key[0], twin)}
