"""Build the tables under src/habeas/people/names/data/readings.

    cd benchmarks && python -m names.build_readings --unihan DIR --unidic FILE --ipadic FILE

DIR holds Unihan_Readings.txt and Unihan_Variants.txt of the Unicode Character Database; the
lexicon of UniDic 3.1.1 and Noun.name.csv of IPADIC 2.7.0 are the files their projects publish.
The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from names import han_tables as han
from names import japanese_tables as japanese

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


def build_han(arguments: argparse.Namespace) -> None:
    """Write the table of Han characters."""
    lines = han.character_lines(
        arguments.unihan / "Unihan_Readings.txt", arguments.unihan / "Unihan_Variants.txt"
    )
    write("han_characters.tsv", "Unihan 15.1 (Unicode licence)", lines)


def main() -> None:
    """Build every table whose sources are given."""
    parser = argparse.ArgumentParser(description="Build the tables of readings of names.")
    parser.add_argument("--unihan", type=Path, required=True)
    parser.add_argument("--unidic", type=Path, required=True)
    parser.add_argument("--ipadic", type=Path, required=True)
    arguments = parser.parse_args()
    build_han(arguments)
    build_japanese(arguments)


if __name__ == "__main__":
    main()
