"""Names in Thai and Lao, by the Royal Thai General System, and as families write them.

Vowels that stand before their consonant are read after it, tone marks and silenced letters are
dropped, the end of a syllable is read as it sounds. Families often keep the letters of the
Sanskrit word instead (Bhumibol for Phumiphon), which the second reading does.
"""

from __future__ import annotations

import re

_STARTS = dict(
    zip(
        "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
        "k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y "
        "r l w s s s h l . h".replace(".", "-").split(),
        strict=True,
    )
)
_STARTS["อ"] = ""
_ENDS = dict(
    zip(
        "กขคฆงจชซฌญฎฏฐฑฒณดตถทธนบปพฟภมยรลวศษสฬ",
        "k k k k ng t t t t n t t t t t n t t t t t n p p p p p m i n n o t t t n".split(),
        strict=True,
    )
)
_SANSKRIT = {
    "ภ": "bh",
    "ธ": "dh",
    "พ": "b",
    "ช": "j",
    "ว": "v",
    "จ": "j",
    "ฑ": "d",
    "ฆ": "gh",
    "ค": "g",
    "ฐ": "th",
    "ป": "p",
    "ท": "d",
    "ต": "t",
    "ด": "d",
}
_SANSKRIT_ENDS = {
    "ล": "l",
    "ร": "r",
    "ณ": "n",
    "ญ": "n",
    "ศ": "s",
    "ษ": "s",
    "ส": "s",
    "จ": "j",
    "ช": "j",
    "ธ": "dh",
    "ฑ": "d",
    "บ": "b",
    "ว": "v",
    "ด": "d",
    "ซ": "s",
    "ฟ": "f",
    "ภ": "bh",
    "พ": "b",
}
_SILENCED = re.compile(r"(?:[ทตด]ร|ษณ|[ก-ฮ])[ิุ]?์")
_MARKS = re.compile(r"[่-ฺ๋ๆ็๎ํ]")
_ONSET = (
    r"(?P<c>ห(?=[งญนมยรลวณ][ะ-ูรว])[งญนมยรลวณ]|[กขคตทปผพฟบดสศ][รล](?=[ะ-ูอวร])"
    r"|[กขค]ว(?=[ะ-ู])|[ก-ฮ])"
)
_LEAD = r"(?P<c>ห[งญนมยรลวณ]|[กขคตปผพฟบดสศ][รล]|[กขค]ว(?=[^ก-ฮ])|[ก-ฮ])"
_BARE = r"(?![ะ-ู]|อ(?![ะ-ู]))"
_NO_END = (
    r"(?!(?<=[ิีุู])ร[ก-ฮ])(?![กขคตปผพบทดฟ][รล][ะ-ู]|[กขค]ว[ะ-ู]"
    r"|(?![ตทด]ร$)[ก-ฮ][ก-ฮ]$)"
)
_END = rf"(?P<e>{_NO_END}[ก-ฮ]{_BARE})?"
"""A closing consonant: without a vowel of its own, and not one of two that make a last syllable."""
_SHAPES = tuple(
    (re.compile(pattern), vowel)
    for pattern, vowel in (
        (rf"เ{_LEAD}ียะ?{_END}", "ia"),
        (rf"เ{_LEAD}ือ{_END}", "uea"),
        (rf"เ{_LEAD}าะ", "o"),
        (rf"เ{_LEAD}า", "ao"),
        (rf"เ{_LEAD}อ{_END}", "oe"),
        (rf"เ{_LEAD}ิ{_END}", "oe"),
        (rf"เ{_LEAD}ย", "oei"),
        (rf"เ{_LEAD}ะ?{_END}", "e"),
        (rf"แ{_LEAD}ะ?{_END}", "ae"),
        (rf"โ{_LEAD}ะ?{_END}", "o"),
        (rf"[ใไ]{_LEAD}ย?{_END}", "ai"),
        (rf"{_ONSET}ัวะ?", "ua"),
        (rf"{_ONSET}ัย", "ai"),
        (rf"{_ONSET}ั{_END}", "a"),
        (rf"{_ONSET}รร(?P<e>[ก-ฮ](?![ะ-ู]))", "a"),
        (rf"{_ONSET}รร", "an"),
        (rf"{_ONSET}ำ", "am"),
        (rf"{_ONSET}ึ{_END}", "ue"),
        (rf"{_ONSET}ือ?{_END}", "ue"),
        (rf"{_ONSET}[ะา]{_END}", "a"),
        (rf"{_ONSET}[ิี]{_END}", "i"),
        (rf"{_ONSET}[ุู]{_END}", "u"),
        (rf"{_ONSET}อ(?![ะ-ู]){_END}", "o"),
        (rf"{_ONSET}ว(?P<e>[ก-ฮ](?![ะ-ู]))", "ua"),
        (rf"{_ONSET}(?P<e>[ก-ฮ](?![ะ-ูรว]))", "o"),
        (rf"{_ONSET}(?P<e>[รลณนมงกดบ]$)", "o"),
        (rf"{_ONSET}", "a"),
        (r"ฤๅ?(?P<c>)", "rue"),
    )
)
_LAO: dict[int, int | str] = {code: code - 0x80 for code in range(0x0E81, 0x0EC7)}
_LAO |= {0x0EBB: "ົ", 0x0EBC: "ล", 0x0EBD: "ย", 0x0EDC: "หน", 0x0EDD: "หม", 0x0ECD: "อ"}


def read_thai(text: str) -> list[str]:
    """Readings of a name in Thai, the likeliest first."""
    words = re.split(r"[\s.\-]+", text)
    sounds = " ".join(_read(word, _STARTS, _ENDS) for word in words)
    letters = " ".join(_read(word, _STARTS | _SANSKRIT, _ENDS | _SANSKRIT_ENDS) for word in words)
    if "์" not in text:
        return [sounds, letters]
    heard = re.sub("์", "", text)
    silent = " ".join(_read(word, _STARTS, _ENDS | _SANSKRIT_ENDS) for word in heard.split())
    return [sounds, letters, silent]


def read_lao(text: str) -> list[str]:
    """Readings of a name in Lao: as the Thai system would, and as French-taught clerks did."""
    thai = text.replace("ົວ", "ັວ").translate(_LAO)
    thai = re.sub(r"([ก-ฮ])ົ([ก-ฮ])", r"โ\1\2", thai).replace("ົ", "")
    sounds = read_thai(thai)[0]
    french = re.sub(r"u(?![aie])", "ou", sounds).replace("w", "v").replace("ch", "x")
    return [sounds, french]


def _read(word: str, starts: dict[str, str], ends: dict[str, str]) -> str:
    rest = _MARKS.sub("", _SILENCED.sub("", word.replace("ํา", "ำ")))
    letters: list[str] = []
    while rest:
        for pattern, vowel in _SHAPES:
            found = pattern.match(rest)
            if found:
                end = (found.groupdict().get("e") or "")[:1]
                onset = found["c"]
                if len(onset) > 1 and onset[0] == "ห":
                    onset = onset[1:]
                letters.append("".join(starts.get(sign, "") for sign in onset) + vowel)
                letters.append(ends.get(end, "") if end else "")
                rest = rest[found.end() :]
                break
        else:
            rest = rest[1:]
    return "".join(letters).replace("ii", "i")
