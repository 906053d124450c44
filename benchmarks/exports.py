"""How long an Edition takes to go out in each format, and how much memory.

    python benchmarks/exports.py [--people 2000] [--edition FILE] [--site] [--json]

Lists of invented people, each told of in three of them, become an Edition without accounts
(`--edition` takes any other); each format is written by a process of its own: seconds of the wall
clock, the most memory that process ever held, and the size of what it wrote. With `--site` also
the pages for a memory stick. 100,000 people make 300,000 claims in 20,000 reports. The aim: no
format holds more than 1 GiB.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from habeas.claims.people_lists import read_people_list
from habeas.model.claims import Claim
from habeas.model.editions import Edition
from habeas.model.reports import Report
from habeas.people import resolve_people
from habeas.register.edition_file import write_edition
from habeas.reports import read_report

FORMS = ("csv", "xlsx", "jsonl", "ftm", "parquet", "json-ld")
ROWS = 15
TOLD = 3
ENDING = {"csv": ".zip", "parquet": ".zip", "site": ""}
STATUSES = ("held", "arrested", "sentenced", "released", "pardoned")
SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve zo kri dra sti".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One format, measured.

    Attributes:
        seconds: Of the wall clock, starting included.
        processor: Seconds of processor time; of a site those of its parts are not in it.
        memory: Most megabytes held by one process.
        megabytes: Written.
    """

    format: str
    seconds: float
    processor: float
    memory: float
    megabytes: float


def made_up(people: int, chance: random.Random) -> Edition:
    """An Edition of invented people."""
    names = list({_name(chance): None for _ in range(people)})
    reports: list[Report] = []
    claims: list[Claim] = []
    for number in range(people * TOLD // ROWS):
        day = date(2020, 1, 1) + timedelta(days=chance.randrange(2000))
        head = f"# title: List {number}\n# publisher: Monitor {number % 40}\n# published: {day}\n"
        rows = [
            f"{names[(number * ROWS + at) % len(names)]},{chance.choice(STATUSES)},"
            f"{day.year if at % 5 == 0 else day},article {chance.randint(100, 400)}"
            for at in range(ROWS)
        ]
        text = "\n".join([f"{head}name,status,date,charges", *rows, ""])
        report = read_report(text.encode(), media_type="text/csv", file=f"list-{number}.csv")
        reports.append(report)
        claims += read_people_list(report).claims
    reports.sort(key=lambda each: each.id)
    claims.sort(key=lambda each: (each.report, each.passage.start))
    return Edition(
        title="Made up",
        as_of=date(2026, 1, 1),
        known_at=datetime(2026, 1, 1, tzinfo=UTC),
        reports=tuple(reports),
        claims=tuple(claims),
        people=resolve_people(claims),
        matches=(),
        accounts=(),
        withheld=0,
    )


def _name(chance: random.Random) -> str:
    parts = ("".join(chance.choices(SYLLABLES, k=count)).title() for count in (2, 4))
    return " ".join(parts)


def measured(edition: Path, form: str, folder: Path) -> Row:
    """One format, by a process of its own."""
    to = folder / f"out-{form}{ENDING.get(form, '')}"
    begun = time.monotonic()
    command = [sys.executable, "-m", "habeas", "export", str(edition)]
    command += ["--format", form, "--to", str(to)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        _, status, used = _wait(process.pid)
    if status:
        raise SystemExit(f"{form}: exit status {status}")
    files = [each for each in to.rglob("*") if each.is_file()] if to.is_dir() else [to]
    return Row(
        format=form,
        seconds=time.monotonic() - begun,
        processor=used.ru_utime + used.ru_stime,
        memory=used.ru_maxrss / 1024,
        megabytes=sum(each.stat().st_size for each in files) / 1e6,
    )


def _wait(process: int) -> tuple[int, int, resource.struct_rusage]:
    return os.wait4(process, 0)


def main() -> None:
    """Measure, and print a table."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--people", type=int, default=2000)
    asked.add_argument("--edition", type=Path)
    asked.add_argument("--site", action="store_true")
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        edition = options.edition or folder / "edition.sqlite"
        if options.edition is None:
            chance = random.Random(options.seed)  # noqa: S311 - drawn to be drawn again
            write_edition(made_up(options.people, chance), edition)
        forms = (*FORMS, "site") if options.site else FORMS
        rows = [measured(edition, form, folder) for form in forms]
    if options.json:
        print(json.dumps([asdict(row) for row in rows], indent=2))
        return
    print(f"{'format':<10}{'seconds':>9}{'processor':>11}{'MB held':>9}{'MB written':>12}")
    for row in rows:
        times = f"{row.seconds:>9.1f}{row.processor:>11.1f}"
        print(f"{row.format:<10}{times}{row.memory:>9.0f}{row.megabytes:>12.1f}")


if __name__ == "__main__":
    main()
