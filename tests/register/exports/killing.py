"""Run as a program: export an Edition in children that are killed, time after time.

Usage: python -m register.exports.killing FORM EDITION FOLDER TIMES. After each death all that
stands in the folder and is not hidden is read back, which fails where it is half written. Prints
how many exports were acknowledged. A child is a copy of a process in which everything is loaded.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
import zipfile
from pathlib import Path

from habeas.model.editions import Edition
from habeas.register.edition_file import EditionFile
from habeas.register.exports.csv_files import read_csv, write_csv
from habeas.register.exports.ftm import read_ftm, write_ftm
from habeas.register.exports.json_ld import read_json_ld, write_json_ld
from habeas.register.exports.json_lines import read_json_lines, write_json_lines
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.places import new_bundle, new_file
from habeas.register.exports.xlsx_file import read_xlsx, write_xlsx

FORMS = ("folder", "zip", "xlsx", "jsonl", "ftm", "json-ld")
WRITERS = {
    "xlsx": write_xlsx,
    "jsonl": write_json_lines,
    "ftm": write_ftm,
    "json-ld": write_json_ld,
}
EXPORTS = 3
"""A child is killed within the time of so many exports, as long as one took before."""


def main(form: str, edition: str, folder: str, times: str) -> None:
    """Fork, kill, read what stands there; again and again."""
    _export(form, Path(edition), Path(folder), 0)
    begun = time.monotonic()
    _export(form, Path(edition), Path(folder), 1)
    longest = EXPORTS * (time.monotonic() - begun)
    with EditionFile(Path(edition)) as file:
        whole = file.edition()
    chance = random.Random(form)
    acknowledged = 0
    for turn in range(1, int(times) + 1):
        acknowledged += _killed(
            form, Path(edition), Path(folder), (turn, chance.uniform(0, longest))
        )
        for path in Path(folder).iterdir():
            if not path.name.startswith("."):
                found = _read(form, path)
                assert (found.people, found.claims) == (whole.people, whole.claims)
                if path.is_dir():
                    shutil.rmtree(path)
    print(acknowledged)


def _killed(form: str, edition: Path, folder: Path, when: tuple[int, float]) -> int:
    turn, after = when
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        for number in range(10_000):
            _export(form, edition, folder, 10_000 * turn + number)
            os.write(write, b".")
        os._exit(1)
    os.close(write)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read, "rb") as pipe:
        return len(pipe.read())


def _export(form: str, edition: Path, folder: Path, number: int) -> None:
    with EditionFile(edition) as file:
        going = Outgoing(file=file)
        if form in ("folder", "zip"):
            # A folder replaces nothing, so that each has a name of its own.
            name = f"out-{number}" if form == "folder" else "out.zip"
            with new_bundle(folder / name) as bundle:
                write_csv(going, bundle)
        else:
            with new_file(folder / f"out.{form}") as page:
                WRITERS[form](going, page)


def _read(form: str, path: Path) -> Edition:
    if form == "folder":
        return read_csv(lambda name: (path / name).open("rb"))
    if form == "zip":
        with zipfile.ZipFile(path) as archive:
            return read_csv(archive.open)
    if form == "xlsx":
        return read_xlsx(path.read_bytes())
    if form == "json-ld":
        with path.open("rb") as page:
            return read_json_ld(page)
    read = read_ftm if form == "ftm" else read_json_lines
    return read(path.read_bytes().splitlines())


if __name__ == "__main__":
    main(*sys.argv[1:])
