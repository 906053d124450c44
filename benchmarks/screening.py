"""How fast a text is screened, what the screen loses, and how little it lets through.

    python benchmarks/screening.py [FOLDER…]

Each folder holds English or Russian texts as `.txt`, in folders of its own or not; without one, the
labelled reports of `tests/goldens/tuning` and `tuning-russian`. Every text is read in full, past
the screen, which takes as long as parsing it: a claim is lost where its passage begins in no
stretch that is let through. Speeds are those of one core, in processor time of the same run.
Folders of texts that have nothing to do with the matter show how selective the screen is; no word
of a text is printed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path

from habeas.claims.english import reading
from habeas.claims.english.parse import parsing
from habeas.claims.english.screen import english_screen
from habeas.claims.russian import reading as russian_reading
from habeas.claims.russian.parse import parsing as russian_parsing
from habeas.claims.russian.screen import russian_screen
from habeas.claims.turns import find_turns
from habeas.model.problems import HabeasError
from habeas.model.reports import Report
from habeas.reports import read_report

GOLDENS = Path(__file__).resolve().parent.parent / "tests" / "goldens"
TUNING = [GOLDENS / "tuning", GOLDENS / "tuning-russian"]
LEAST_SPEED = 20.0
"""Million characters a second."""

LEAST_SECONDS = 0.02
"""Texts are screened over and over until this much time has passed, since the clock is coarse."""


@dataclass(slots=True, kw_only=True)
class Figures:
    """What was counted over some texts; characters, and seconds of processor time."""

    texts: int = 0
    claiming: int = 0
    through: int = 0
    lost: int = 0
    claims: int = 0
    lost_claims: int = 0
    characters: int = 0
    characters_through: int = 0
    characters_of_texts_through: int = 0
    screening: float = 0.0
    deciding: float = 0.0
    parsing: float = 0.0

    def add(self, other: Figures) -> None:
        """Add the figures of another text."""
        for field in fields(self):
            name = field.name
            setattr(self, name, getattr(self, name) + getattr(other, name))


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one run, as the mean of as many as the clock needs."""
    began = time.process_time()
    runs = 0
    while True:
        work()
        runs += 1
        passed = time.process_time() - began
        if passed >= LEAST_SECONDS:
            return passed / runs


def parse(report: Report) -> int:
    """Parse every sentence of the report; returns how many there are."""
    if report.language == "ru":
        return sum(1 for _ in russian_parsing.parse_report(report, None))
    turns = find_turns(report.text)
    return sum(1 for block in parsing.parse_report(report, turns) for _ in block.doc.sents)


def measure(path: Path) -> Figures:
    """Screen one text, parse it, and read it in full.

    Raises:
        HabeasError: It cannot be read, or is in another language.
    """
    report = read_report(path.read_bytes(), file=path.name)
    if report.language not in ("en", "ru", "und"):
        raise HabeasError(what="a text in a language that is not read")
    russian = report.language == "ru"
    screen = russian_screen() if russian else english_screen()
    read_text = russian_reading.read_text if russian else reading.read_text
    text = report.text
    began = time.process_time()
    parse(report)
    parsing = time.process_time() - began
    through = list(screen.stretches(text))
    claims = read_text(report)
    lost = sum(
        not any(start <= claim.passage.start < end for start, end in through) for claim in claims
    )
    return Figures(
        texts=1,
        claiming=bool(claims),
        through=bool(through),
        lost=bool(claims) and not through,
        claims=len(claims),
        lost_claims=lost,
        characters=len(text),
        characters_through=sum(end - start for start, end in through),
        characters_of_texts_through=len(text) if through else 0,
        screening=seconds(lambda: list(screen.stretches(text))),
        deciding=seconds(lambda: screen.lets_through(text)),
        parsing=parsing,
    )


def print_figures(name: str, sum_: Figures) -> None:
    """Print the figures of one folder."""
    million = sum_.characters / 1e6
    recall = 1 - sum_.lost_claims / sum_.claims if sum_.claims else 1.0
    print(f"\n{name}: {sum_.texts:,} texts, {million:.2f} million characters")
    print(f"  texts with claims       {sum_.claiming:8,}   lost {sum_.lost:,}")
    print(f"  claims                  {sum_.claims:8,}   lost {sum_.lost_claims:,}: {recall:.2%}")
    print(f"  texts let through       {sum_.through:8,}   {sum_.through / sum_.texts:.1%}")
    idle = sum_.texts - sum_.claiming
    needless = sum_.through - (sum_.claiming - sum_.lost)
    if idle:
        print(f"    of those without one  {needless:8,}   {needless / idle:.1%}")
    print(f"  their characters        {sum_.characters_of_texts_through / sum_.characters:19.1%}")
    print(f"  stretches let through   {sum_.characters_through / sum_.characters:19.1%}")
    print(f"  finding the stretches   {million / sum_.screening:8.1f} million characters a second")
    print(f"  deciding on a text      {million / sum_.deciding:8.1f}")
    print(f"  plain parse             {million / sum_.parsing:8.3f}")
    print(f"  parse : stretches       {sum_.parsing / sum_.screening:8,.0f} : 1")


def main() -> int:
    """Print the figures of each folder; the exit status is 1 where recall or speed is too low."""
    folders = [Path(name) for name in sys.argv[1:]] or TUNING
    whole = Figures()
    for folder in folders:
        sum_ = Figures()
        for path in sorted(folder.rglob("*.txt")):
            try:
                sum_.add(measure(path))
            except HabeasError as error:
                print(f"skipped: {error.what}", file=sys.stderr)
        if not sum_.texts:
            sys.exit(f"screening.py: no .txt in {folder}: name a folder of texts")
        print_figures(folder.name, sum_)
        whole.add(sum_)
    slow = whole.characters < LEAST_SPEED * 1e6 * max(whole.screening, whole.deciding)
    return int(slow or whole.lost_claims > 0.005 * whole.claims)


if __name__ == "__main__":
    sys.exit(main())
