"""Build the tables under src/habeas/people/names/data/readings.

    cd benchmarks && python -m names.build_readings --unihan DIR --unidic FILE --ipadic FILE
        --congress FILE --transliterations DIR --pairs FILE --held-out FILE

The first DIR holds Unihan_Readings.txt and Unihan_Variants.txt of the Unicode Character Database;
the lexicon of UniDic 3.1.1 and Noun.name.csv of IPADIC 2.7.0 are the files their projects publish,
--congress is data/China/Congress/names.csv of EveryPolitician, --transliterations the folder
`data` of NETransliteration-COLING2018. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from names import han_tables as han
from names import japanese_tables as japanese
from names import sound_tables as sounds

TARGET = Path(__file__).parents[2] / "src/habeas/people/names/data/readings"


def write(name: str, comment: str, lines: list[str]) -> None:
    """Write one table with its source in the first line."""
    text = "\n".join([f"# {comment}", *lines]) + "\n"
    (TARGET / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{name}: {len(lines)} rows, {len(text.encode()):,} bytes")


def build_japanese(arguments: argparse.Namespace) -> None:
    """Write the tables of Japanese names and characters."""
    names = japanese.merged(japanese.entries(arguments.unidic, arguments.ipadic))
    listed = japanese.unihan_readings(arguments.unihan / "Unihan_Readings.txt")
    sources = "UniDic 3.1.1 (BSD), IPADIC 2.7.0"
    write("japanese_names.tsv", sources, japanese.name_lines(names))
    write(
        "japanese_characters.tsv",
        f"{sources}, Unihan 15.1 (Unicode licence)",
        japanese.character_lines(names, listed),
    )


def build_han(arguments: argparse.Namespace, allowed: Callable[[str], bool]) -> None:
    """Write the table of Han characters."""
    variants = arguments.unihan / "Unihan_Variants.txt"
    found = japanese.entries(arguments.unidic, arguments.ipadic)
    there = Counter(sign for entry in found for sign in entry.name)
    rows = csv.DictReader(arguments.congress.open(encoding="utf-8", newline=""))
    here = Counter(sign for row in rows if allowed(row["name"]) for sign in row["name"])
    leans = han.leans(there, here, han.simplified_forms(variants))
    lines = han.character_lines(arguments.unihan / "Unihan_Readings.txt", variants, leans)
    write("han_characters.tsv", "Unihan 15.1 (Unicode licence)", lines)


def build_sounds(arguments: argparse.Namespace, allowed: Callable[[str], bool]) -> None:
    """Write the tables of sounds."""
    for script in sounds.SOURCES:
        found = sounds.examples(script, arguments.transliterations, arguments.pairs, allowed)
        comment = "NETransliteration-COLING2018, EveryPolitician (both CC0)"
        write(f"sounds_{script.casefold()}.tsv", comment, sounds.table(script, found))


def main() -> None:
    """Build every table."""
    parser = argparse.ArgumentParser(description="Build the tables of readings of names.")
    for name in ("unihan", "unidic", "ipadic", "congress", "transliterations", "pairs", "held-out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--only", choices=("han", "japanese", "sounds"))
    arguments = parser.parse_args()
    allowed = sounds.is_open(set(arguments.held_out.read_text(encoding="utf-8").split()))
    if arguments.only in {None, "han"}:
        build_han(arguments, allowed)
    if arguments.only in {None, "japanese"}:
        build_japanese(arguments)
    if arguments.only in {None, "sounds"}:
        build_sounds(arguments, allowed)


if __name__ == "__main__":
    main()
