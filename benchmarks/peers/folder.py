"""The folder of somebody else's data, which is measured on and never kept in this repository."""

from __future__ import annotations

import sys
from pathlib import Path


def folder_or_exit(program: str, *, data: str, address: str, needed: str) -> Path:
    """The folder named on the command line, once the file needed is seen in it.

    `make bench` runs every program without a folder, so that is no failure.

    Args:
        program: File name of the program, for its messages.
        data: What the folder holds, in a word or two.
        address: Where anybody gets it.
        needed: A file of it, relative to the folder.

    Exits with 0 and says how to get the data where no folder is named, and
    with 1 where the folder lacks the file.
    """
    if len(sys.argv) < 2:
        print(
            f"{program}: not measured, the data stay outside this repository. Get {data}:\n"
            f"    git clone --depth 1 {address}\n"
            f"    python benchmarks/{program} {address.rpartition('/')[2]}"
        )
        sys.exit(0)
    folder = Path(sys.argv[1])
    if len(sys.argv) > 2 or not (folder / needed).is_file():
        where = "more than one folder" if len(sys.argv) > 2 else f"no {needed} in {folder}"
        sys.exit(f"{program}: {where}: name one folder, the checkout of {address}")
    return folder
