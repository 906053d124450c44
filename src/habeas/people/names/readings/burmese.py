"""Names in Burmese, a syllable a word, as Burmese people mostly spell them (Aung San Suu Kyi)."""

from __future__ import annotations

import re
from functools import lru_cache

from habeas.people.names.readings import tables

_STARTS = dict(
    zip(
        "ကခဂဃငစဆဇဈဉညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ",
        "k kh g g ng s s z z ny ny t ht d d n t ht d d n p ph b b m y y l w th h l -".split(),
        strict=True,
    )
)
_STARTS |= {"အ": "", "ဿ": "th"}
_PALATAL = {"က": "ky", "ခ": "ch", "ဂ": "gy", "င": "ny", "သ": "th", "လ": "ly", "ရ": "y"}
_BREATHED = {"ရ": "sh", "လ": "hl", "မ": "hm", "န": "hn", "ည": "hny", "ဝ": "hw", "င": "hng"}
_RHYMES = {
    "": "a",
    "ာ": "a",
    "ါ": "a",
    "ိ": "i",
    "ီ": "i",
    "ု": "u",
    "ူ": "u",
    "ေ": "e",
    "ဲ": "e",
    "ော": "aw",
    "ေါ": "aw",
    "ို": "o",
    "ံ": "an",
    "ုံ": "on",
    "ိံ": "ein",
    "ယ်": "e",
    "န်": "an",
    "မ်": "an",
    "င်": "in",
    "ဉ်": "in",
    "ည်": "i",
    "တ်": "at",
    "ပ်": "at",
    "စ်": "it",
    "က်": "et",
    "ိန်": "ein",
    "ိမ်": "ein",
    "ိတ်": "eik",
    "ိပ်": "eik",
    "ုန်": "on",
    "ုမ်": "on",
    "ုတ်": "ok",
    "ုပ်": "ok",
    "ောင်": "aung",
    "ေါင်": "aung",
    "ောက်": "auk",
    "ေါက်": "auk",
    "ိုင်": "aing",
    "ိုက်": "aik",
    "ော်": "aw",
    "ေါ်": "aw",
    "ိုယ်": "o",
    "ာဏ်": "an",
    "ဏ်": "an",
    "လ်": "al",
    "ရ်": "ar",
    "သ်": "at",
    "ိုလ်": "o",
    "ာန်": "an",
    "ာတ်": "at",
}
_ROUNDED = {"an": "un", "at": "ut", "in": "win", "et": "wet", "a": "wa", "e": "we", "i": "wi"}
_TONES = str.maketrans("", "", "့း\u200b\u200c\u200d")
_SYLLABLE = re.compile(
    r"(?P<start>[က-အဿ])(?P<medials>[ျြွှ]*)"
    r"(?P<rhyme>(?:[ာါိီုူေဲံ့း]*)(?:[က-အ]့?်[့း]*|်[့း]*)?(?:[က-အ](?=္))?)(?:္)?"
    r"|(?P<own>[ဣ-ဪ]း?)"
)


def read_burmese(text: str) -> list[str]:
    """Readings of a name, the likeliest first."""
    joined = " ".join("".join(_words(word)) for word in text.split())
    return [" ".join(_words(text)), joined, joined.replace("gy", "j")]


def _words(text: str) -> list[str]:
    """The syllables of a name, spelled; whole entries of the table of names go first."""
    listed = tables.rows("burmese_syllables")
    found: list[str] = []
    for word in re.split(r"[^\u1000-\u109f\u200b-\u200d]+", text):
        if word in listed:
            found.append(listed[word])
            continue
        for match in _SYLLABLE.finditer(word):
            whole = match[0].translate(str.maketrans("", "", "\u200b\u200c\u200d"))
            found.append(listed.get(whole) or _spelled(match))
    return found


def _spelled(match: re.Match[str]) -> str:
    if match["own"]:
        return {"ဣ": "i", "ဤ": "i", "ဥ": "u", "ဦ": "u", "ဧ": "e", "ဩ": "aw", "ဪ": "aw"}.get(
            match["own"][0], ""
        )
    return _syllable(match["start"], match["medials"], match["rhyme"])


@lru_cache(maxsize=4096)
def _syllable(start: str, medials: str, rhyme: str) -> str:
    onset = _STARTS.get(start, "")
    if "ျ" in medials or "ြ" in medials:
        onset = _PALATAL.get(start, onset + "y" * (not onset.endswith("y")))
    if "ှ" in medials:
        onset = "sh" if start in {"ရ", "သ"} else "h" + onset if start in _BREATHED else onset
    plain = rhyme.translate(_TONES)
    if plain and plain[-1] in _STARTS:  # stacked: its end is the upper letter
        plain += "်"
    sound = _RHYMES.get(plain)
    if sound is None:
        sound = _RHYMES.get(plain[:-2], "a") + _STARTS.get(plain[-2:-1], "") if plain else "a"
    if "ွ" in medials:
        sound = _ROUNDED.get(sound, "w" + sound)
    if "့" in rhyme and sound.endswith("n"):
        sound += "t"
    return onset + sound
