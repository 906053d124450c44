"""Train the matcher of names and write its weights, from public sources and one seed.

    python benchmarks/names/train.py --everypolitician CHECKOUT --netransliteration CHECKOUT
        --names FOLDER --output weights.npz [--steps N] [--seed N] [--one-in N]

The checkouts are those of `names/training/sources.py`, which says where they come from; FOLDER
holds `heldout.sha256`, `pairs-train.tsv.gz`, `pairs-dev.tsv.gz` and `queries-dev.tsv.gz`. None of
them is kept in this repository. It takes about a quarter of an hour on two cores, and 4 GB of
memory. The same sources, seed and machine give the same bytes. It runs in an environment under
`build/`, made at first use from `training.txt`, or in that of `--python`. `docs/name-matcher.md`
tells more.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1]
HOW_TO_GET_IT = (
    "train: nothing to learn from, the data stay outside this repository. Get the sources,\n"
    "    git clone https://github.com/tijmenb/everypolitician-data\n"
    "    git clone https://github.com/steveash/NETransliteration-COLING2018\n"
    "and name them with the folder of the labelled pairs and of heldout.sha256:\n"
    "    python benchmarks/names/train.py --everypolitician everypolitician-data\n"
    "        --netransliteration NETransliteration-COLING2018 --names FOLDER --output weights.npz"
)


def main() -> int:
    """Train in an environment that has what training needs, or say how to get the data."""
    if len(sys.argv) < 2:
        print(HOW_TO_GET_IT)
        return 0
    # Run by its path, this file does not see the packages beside its folder.
    sys.path.insert(0, str(BENCHMARKS))
    from names import environment
    from names.training.arguments import training_arguments

    given = training_arguments()
    python = given.python or environment.training_python()
    paths = [str(BENCHMARKS.parent / "src"), str(BENCHMARKS)]
    if not given.python:
        # What habeas itself needs is here, and not in the environment of training.
        paths.append(sysconfig.get_path("purelib"))
    done = subprocess.run(
        [str(python), "-m", "names.training", *sys.argv[1:]],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        check=False,
    )
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
