"""Tables of Japanese names and of how their characters are read, from UniDic, IPADIC, Unihan.

UniDic (lexicon of names, BSD) and IPADIC (Noun.name.csv, its own permissive licence) list names
with their readings and a cost; Unihan lists readings of single characters.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from habeas.people.names.readings.kana import katakana, romanised, shortened
from names.align_readings import best_cut, learn

FAMILY, GIVEN = "姓", "名"
USUAL_COST = {  # what a name costs that neither dictionary saw often
    ("unidic", FAMILY): 5900,
    ("unidic", GIVEN): 6540,
    ("ipadic", FAMILY): 7630,
    ("ipadic", GIVEN): 8470,
}
NAME_SIGNS = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々ぁ-んァ-ヶ]+")
KANJI = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
VOICED = dict(
    zip(
        "カキクケコサシスセソタチツテトハヒフヘホ",
        "ガギグゲゴザジズゼゾダヂヅデドバビブベボ",
        strict=True,
    )
)
LENGTHENED = re.compile(r"(?<=[オコソトノホモヨロョゴゾドボポウクスツユュヌルフムグズブプ])ウ")
PLACES = (FAMILY, FAMILY + "|", GIVEN, GIVEN + "|")
MOST_READINGS = 4
MOST_PIECES = 6


class Entry(NamedTuple):
    """One name in one dictionary; the reading in katakana with long vowels short."""

    name: str
    kind: str
    reading: str
    bonus: int


def short_reading(kana: str, sound: str) -> str:
    """The kana without what only lengthens an o or u, told by the pronunciation."""
    if len(kana) != len(sound):
        return kana.replace("ー", "")
    pairs = zip(kana, sound, strict=True)
    return "".join(sign for sign, heard in pairs if heard != "ー" or sign in "イアエ")


def entries(unidic: Path, ipadic: Path) -> Iterator[Entry]:
    """Yield every family and given name of both dictionaries."""
    with unidic.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines):
            if len(row) > 24 and row[6] == "人名" and row[24].rstrip("ノ") == row[10].rstrip("ノ"):
                yield from _entry("unidic", row[0], row[7], (row[24], row[13], row[3]))
    with ipadic.open(encoding="euc-jp", newline="") as lines:
        for row in csv.reader(lines):
            yield from _entry("ipadic", row[0], row[7], (row[11], row[12], row[3]))


def _entry(source: str, name: str, kind: str, read: tuple[str, str, str]) -> Iterator[Entry]:
    kana, sound, cost = read
    if kind not in {FAMILY, GIVEN} or not NAME_SIGNS.fullmatch(name):
        return
    bonus = (USUAL_COST[source, kind] - int(cost)) // 350
    yield Entry(name, kind, short_reading(kana, sound), min(9, max(0, bonus)))


def merged(found: Iterable[Entry]) -> dict[tuple[str, str], dict[str, int]]:
    """Readings with the best bonus of both dictionaries, by name and kind."""
    names: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for entry in found:
        readings = names[entry.name, entry.kind]
        readings[entry.reading] = max(entry.bonus, readings.get(entry.reading, 0))
    return names


def name_lines(names: dict[tuple[str, str], dict[str, int]]) -> list[str]:
    """Rows `name, family readings, given readings`; a reading is Latin letters and a digit."""
    cells: dict[str, dict[str, str]] = defaultdict(dict)
    for (name, kind), readings in names.items():
        best: dict[str, int] = {}
        for reading, bonus in readings.items():
            latin = shortened(romanised(reading)).casefold()
            if latin.isascii() and latin.isalpha():
                best[latin] = max(bonus, best.get(latin, 0))
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:MOST_READINGS]
        cells[name][kind] = " ".join(f"{latin}{bonus}" for latin, bonus in ranked)
    return [
        f"{name}\t{kinds.get(FAMILY, '')}\t{kinds.get(GIVEN, '')}".rstrip()
        for name, kinds in sorted(cells.items())
        if any(kinds.values()) and KANJI.search(name)
    ]


def character_lines(
    names: dict[tuple[str, str], dict[str, int]], listed: dict[str, list[str]]
) -> list[str]:
    """Rows of a character and what it reads as in each place, in kana with their share in %.

    The places are the start of a family name, its rest, a given name and the end of a given name.
    Characters of no name have the readings that Unihan lists, in a last cell.
    """
    shares: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for kind in (FAMILY, GIVEN):
        pairs = [
            (name, reading)
            for (name, kind_of), readings in names.items()
            if kind_of == kind and KANJI.search(name)
            for reading in readings
        ]
        weights = learn([pair for pair in pairs if len(pair[0]) <= 3], most=5, rounds=8)
        for name, reading in pairs:
            pieces = best_cut(name, reading, 5, weights)
            for place, (sign, piece) in enumerate(zip(name, pieces or (), strict=False)):
                apart = place == len(name) - 1 if kind == GIVEN else place > 0
                shares[sign][kind + "|" * apart][piece] += 1
    rows = []
    for sign in sorted(set(shares) | set(listed)):
        if not KANJI.match(sign):
            continue
        found = shares.get(sign)
        cells = [_pieces(found[place]) for place in PLACES] if found else [""] * len(PLACES)
        other = "" if any(cells) else " ".join(listed.get(sign, [])[:MOST_PIECES])
        rows.append("\t".join([sign, *cells, other]).rstrip())
    return rows


def _pieces(counts: Counter[str]) -> str:
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_PIECES]
    return " ".join(f"{piece}{round(99 * n / total)}" for piece, n in ranked if n / total >= 0.03)


def unihan_readings(path: Path) -> dict[str, list[str]]:
    """Sino-Japanese readings first, then native ones, of each character that has any."""
    listed = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) != 3 or cells[1] != "kJapanese":
            continue
        sign = chr(int(cells[0][2:], 16))
        if is_japanese(sign):
            kana = dict.fromkeys(katakana(reading) for reading in cells[2].split())
            listed[sign] = [LENGTHENED.sub("", reading) for reading in kana]
    return listed


def is_japanese(sign: str) -> bool:
    """Say whether the Japanese standard JIS X 0213 lists a character."""
    try:
        return bool(sign.encode("euc_jis_2004"))
    except UnicodeEncodeError:
        return False
