"""What is asked for on the command line, read by the program and by what it starts."""

from __future__ import annotations

import argparse
from pathlib import Path

STEPS, SEED = 5000, 7


def training_arguments() -> argparse.Namespace:
    """Read the command line; exits with 2 where it is wrong."""
    parser = argparse.ArgumentParser(
        prog="train.py", description="Train the matcher of names and write its weights."
    )
    for option, repository in (
        ("--everypolitician", "everypolitician-data"),
        ("--netransliteration", "NETransliteration-COLING2018"),
    ):
        parser.add_argument(
            option, type=Path, required=True, metavar="CHECKOUT", help=f"of {repository}"
        )
    parser.add_argument(
        "--names", type=Path, required=True, help="folder of heldout.sha256 and the labelled pairs"
    )
    parser.add_argument("--output", type=Path, required=True, help="the .npz file to write")
    parser.add_argument("--steps", type=_positive, default=STEPS, help=f"{STEPS} unless given")
    parser.add_argument("--seed", type=int, default=SEED, help=f"{SEED} unless given")
    parser.add_argument(
        "--one-in",
        type=_positive,
        default=1,
        metavar="N",
        help="learn from one person and word in so many, to try it out",
    )
    parser.add_argument(
        "--python", type=Path, help="a Python that has what habeas needs, numba and catboost"
    )
    return parser.parse_args()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
