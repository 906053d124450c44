"""Names in Khmer, as they are mostly spelled: each consonant gives its vowel one of two sounds."""

from __future__ import annotations

import re
from collections.abc import Callable

_CONSONANTS = dict(
    zip(
        "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ",
        "k kh k kh ng ch chh ch chh nh d th d th n t th t th n b ph p ph m y r l v s h l -".split(),
        strict=True,
    )
)
_CONSONANTS["អ"] = ""
_SECOND = frozenset("គឃងជឈញឌឍទធនពភមយរលវ")
"""Consonants of the second series."""
_ENDS = {
    "ក": "k",
    "ខ": "k",
    "គ": "k",
    "ឃ": "k",
    "ង": "ng",
    "ច": "ch",
    "ជ": "ch",
    "ញ": "nh",
    "ដ": "t",
    "ឋ": "t",
    "ឌ": "t",
    "ណ": "n",
    "ត": "t",
    "ថ": "t",
    "ទ": "t",
    "ធ": "t",
    "ន": "n",
    "ប": "p",
    "ព": "p",
    "ភ": "p",
    "ម": "m",
    "យ": "y",
    "រ": "r",
    "ល": "l",
    "វ": "v",
    "ស": "s",
    "ហ": "h",
}
_VOWELS = {
    "": ("a", "o"),
    "ា": ("a", "ea"),
    "ិ": ("i", "i"),
    "ី": ("ei", "i"),
    "ឹ": ("e", "ue"),
    "ឺ": ("eu", "eu"),
    "ុ": ("o", "u"),
    "ូ": ("o", "u"),
    "ួ": ("uo", "uo"),
    "ើ": ("oe", "oe"),
    "ឿ": ("oea", "oea"),
    "ៀ": ("ie", "ie"),
    "េ": ("e", "e"),
    "ែ": ("e", "e"),
    "ៃ": ("ai", "ey"),
    "ោ": ("o", "o"),
    "ៅ": ("au", "ov"),
    "ុំ": ("om", "um"),
    "ំ": ("am", "um"),
    "ាំ": ("am", "eam"),
    "ះ": ("ah", "eah"),
    "ុះ": ("oh", "uh"),
    "េះ": ("eh", "eh"),
    "ោះ": ("oh", "uoh"),
}
_OWN = {
    "ឥ": "e",
    "ឦ": "ey",
    "ឧ": "u",
    "ឩ": "u",
    "ឪ": "ov",
    "ឫ": "rue",
    "ឬ": "rue",
    "ឯ": "ae",
    "ឰ": "ai",
    "ឱ": "ao",
    "ឲ": "ao",
    "ឳ": "au",
}
_CLUSTER = re.compile(
    r"(?P<c>[ក-អ](?:[៉៊])?(?:្[ក-អ])*(?:[៉៊])?)(?P<v>[ា-ៅំះ]*)(?P<short>[់័៏៍]*)"
    r"|(?P<own>[ឣ-ឳ])"
)


def read_khmer(text: str) -> list[str]:
    """Readings of a name: with the vowels of both series, then with those of the first alone."""
    words = re.split(r"[\s.\-]+", text)
    both = " ".join(_read(word, _series) for word in words)
    first = " ".join(_read(word, _first_series) for word in words)
    return [re.sub(r"ei\b", "y", both).replace("ei", "i"), re.sub(r"ei\b", "y", first)]


def _series(cluster: str) -> int:
    if "៊" in cluster:
        return 1
    if "៉" in cluster:
        return 0
    for sign in reversed(cluster):
        if sign in _CONSONANTS and (sign in _SECOND or sign not in "ងញនមយរលវ"):
            if sign in "ងញនមយរលវ" and len(cluster) > 1:
                continue
            return int(sign in _SECOND)
    return 0


def _first_series(cluster: str) -> int:
    return 0 if cluster else 1


def _read(word: str, series: Callable[[str], int]) -> str:
    letters: list[str] = []
    units = list(_CLUSTER.finditer(word))
    place = 0
    while place < len(units):
        unit = units[place]
        place += 1
        if unit["own"]:
            letters.append(_OWN.get(unit["own"], ""))
            continue
        cluster, vowel = unit["c"], unit["v"]
        if unit["short"] and "៍" in unit["short"]:
            continue
        start = "".join(_CONSONANTS.get(sign, "") for sign in cluster)
        if cluster.startswith("ប៉") or (start.startswith("b") and "្" in cluster):
            start = "p" + start[1:]
        sound = _VOWELS.get(vowel, _VOWELS.get(vowel[:1], ("a", "o")))[series(cluster)]
        end = ""
        following = units[place] if place < len(units) else None
        if following and not following["own"] and _ends(following, units, place):
            end = _ENDS.get(following["c"][0], "")
            place += 1
        letters.append(start + sound + end)
    return "".join(letters)


def _ends(unit: re.Match[str], units: list[re.Match[str]], place: int) -> bool:
    """Say whether a bare consonant closes the syllable before it."""
    if unit["v"] or unit["c"][0] not in _ENDS or "៉" in unit["c"] or "៊" in unit["c"]:
        return False
    last = place + 1 >= len(units)
    return last or len(unit["c"]) == 1
