"""Training the matcher of names: what it reads, and what it must never learn from.

All persons are invented.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from console_blocks import ROOT
from habeas.people.labelled_names import LabelledPair
from names.training import sources
from names.training.heldout import SetAside, key_of, read_set_aside
from names.training.sources import NamedPerson, WordPair
from names.training.split import teaches_trees

PAIR_COLUMNS = (
    "left\tright\tlabel\tleft_lang\tright_lang\tleft_script\tright_script\tkind\tsource\n"
)
ANA = NamedPerson(id="ep:Q1", names=("Ana Lomvale", "Ана Ломвале"))
VIR = NamedPerson(id="ep:Q2", names=("Vir Danmark", "Вир Данмарк"))


def aside(*names: str) -> SetAside:
    """These names set aside."""
    return SetAside(frozenset(map(key_of, names)))


# What is kept for measuring


def test_the_key_of_a_name_is_that_of_the_list() -> None:
    expected = hashlib.sha256("ána lomvale".encode()).hexdigest()[:16]
    assert key_of("A\u0301na LOMVALE") == key_of("Ána Lomvale") == expected


@pytest.mark.parametrize("name", ["Ана Ломвале", "АНА ЛОМВАЛЕ", "ana lomvale"])
def test_who_bears_a_held_out_name_is_left_out_whole(name: str) -> None:
    assert aside(name).persons_left([ANA, VIR]) == [VIR]


def test_words_and_labelled_pairs_that_are_held_out_are_left_out() -> None:
    words = [WordPair("ru", "lomvalev", "ломвалев"), WordPair("ru", "danmarsky", "данмарский")]
    assert aside("ломвалев").words_left(words) == words[1:]
    assert aside("DANMARSKY").words_left(words) == words[:1]
    pairs = [
        LabelledPair(
            left=left, right="", same=True, languages=("", ""), scripts=("", ""), source=""
        )
        for left in ("Ana Lomvale", "Vir Danmark")
    ]
    assert aside("ana lomvale").pairs_left(pairs) == pairs[1:]


def folder_of(tmp_path: Path, held: str) -> Path:
    """A folder as training reads it: somebody held out, others measured with."""
    (tmp_path / "heldout.sha256").write_text(held, encoding="ascii")
    pairs = PAIR_COLUMNS + "Vir Danmark\tVir Danmarck\t1\ten\ten\tLatn\tLatn\tpos\tone\n"
    queries = "query\tgold\tscript\tindex_script\tsource\nИва Ардон\t7\tCyrl\tLatn\tone\n"
    for name, text in (("pairs-dev", pairs), ("queries-dev", queries)):
        (tmp_path / f"{name}.tsv.gz").write_bytes(gzip.compress(text.encode()))
    return tmp_path


def test_names_of_dev_pairs_and_queries_are_set_aside_as_well(tmp_path: Path) -> None:
    found = read_set_aside(folder_of(tmp_path, key_of("Ana Lomvale") + "\n"))
    held = ("Ana Lomvale", "Vir Danmark", "vir danmarck", "ИВА АРДОН")
    assert all(map(found.holds, held))
    assert not found.holds("Ana Danmark")
    assert found.persons_left([ANA, VIR]) == []


@pytest.mark.parametrize("held", ["", "not a list of keys"])
def test_nothing_is_learned_without_the_list(held: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no list of keys"):
        read_set_aside(folder_of(tmp_path, held))
    (tmp_path / "heldout.sha256").unlink()
    with pytest.raises(FileNotFoundError):
        read_set_aside(tmp_path)


def test_who_teaches_the_trees_is_the_same_in_every_run() -> None:
    kept = [teaches_trees(f"ep:Q{number}") for number in range(2000)]
    assert kept == [teaches_trees(f"ep:Q{number}") for number in range(2000)]
    assert np.mean(kept) == pytest.approx(0.25, abs=0.04)
    others = [teaches_trees(f"nethe:{number}") for number in range(2000)]
    assert np.mean(others) == pytest.approx(0.1, abs=0.03)


# Reading the sources

POPOLO = {
    "persons": [
        {
            "id": "a",
            "name": "Ana Lomvale",
            "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}],
            "other_names": [{"name": "A. Lomvale", "lang": "en"}],
        },
        {"id": "b", "name": "Vir Danmark"},
        {"id": "c", "name": "Iva Ardon", "other_names": [{"name": "Ива Ардон"}, {"note": "none"}]},
    ]
}


def test_spellings_of_a_politician_are_gathered_from_all_files() -> None:
    labels = "id,name,name__ru,born\nQ1,Ana Lomvale,Ана Ломвале,1980\nx,Nobody,,\n"
    files = [
        ("data/A/House/sources/morph/wikidata.csv", labels.encode()),
        ("data/A/House/ep-popolo-v1.0.json", json.dumps(POPOLO).encode()),
    ]
    assert sources.everypolitician_persons(files) == [
        NamedPerson(id="ep:Q1", names=("A. Lomvale", "Ana Lomvale", "Ана Ломвале")),
        NamedPerson(id="epx:c", names=("Iva Ardon", "Ива Ардон")),
    ]


def test_full_names_and_words_are_told_apart_by_their_files() -> None:
    files = [
        ("data/wd_hebrew", "Ana Lomvale\tאנה לומוולה\n\tx\n".encode()),
        ("data/wd_russian_64", "lomvale\tл о м в а л е\t2\nlomvale\tл о м в а л е\t1\n".encode()),
        ("data/wd_katakana_16", b"lomvale\t\n"),
    ]
    [person] = sources.netransliteration_persons(files)
    assert person.names == ("Ana Lomvale", "אנה לומוולה")
    assert person.id.startswith("nethe:")
    assert sources.netransliteration_words(files) == [WordPair("ru", "lomvale", "ломвале")]


def git(folder: Path, *command: str) -> str:
    """Run git in a folder."""
    names = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org")
    done = subprocess.run(
        ["git", "-C", str(folder), *names, *command], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_checkout_is_read_at_its_commit_and_to_the_byte(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "b.csv").write_text("Ана\n", encoding="utf-8")
    (tmp_path / "a.csv").write_bytes(b"")
    (tmp_path / "a.txt").write_text("other", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "one")
    commit = git(tmp_path, "rev-parse", "HEAD")
    (tmp_path / "b.csv").write_text("changed since", encoding="utf-8")
    git(tmp_path, "commit", "--quiet", "--all", "--message", "two")
    digest = hashlib.sha256("a.csv 0\nb.csv 7\nАна\n".encode()).hexdigest()
    source = sources.Source(name="one", commit=commit, wanted=r".*\.csv", digest=digest)
    assert sources.read_files(tmp_path, source) == [("a.csv", b""), ("b.csv", "Ана\n".encode())]
    for wrong, message in (
        (replace(source, digest="0"), "SHA-256"),
        (replace(source, commit="0" * 40), "no checkout that holds"),
        (replace(source, left_out=frozenset({"a.csv"})), "SHA-256"),
    ):
        with pytest.raises(sources.WrongSource, match=message):
            sources.read_files(tmp_path, wrong)


# The program


def test_what_only_training_needs_is_loaded_by_training_alone() -> None:
    program = (
        "import pkgutil, sys, importlib, names.training as package\n"
        "for module in pkgutil.iter_modules(package.__path__, 'names.training.'):\n"
        "    importlib.import_module(module.name)\n"
        "sys.exit(bool({'numba', 'catboost'} & set(sys.modules)))"
    )
    path = f"{ROOT / 'src'}:{ROOT / 'benchmarks'}"
    done = subprocess.run([sys.executable, "-c", program], env={"PYTHONPATH": path}, check=False)
    assert done.returncode == 0


def test_training_needs_the_versions_that_habeas_runs_with() -> None:
    def pins(path: Path) -> set[str]:
        lines = path.read_text(encoding="utf-8").splitlines()
        return {line.split()[0] for line in lines if "==" in line and line[0].isalpha()}

    needed = pins(ROOT / "benchmarks/names/training.txt")
    only_training = {pin for pin in needed if pin.startswith(("catboost", "numba"))}
    assert needed - pins(ROOT / "requirements/run.txt") == only_training


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program by its path, with the Python of the tests."""
    return subprocess.run(
        [sys.executable, str(ROOT / "benchmarks/names/train.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_without_sources_it_says_how_to_get_them() -> None:
    done = run()
    assert done.returncode == 0
    assert "git clone" in done.stdout


@pytest.mark.slow
def test_a_checkout_of_something_else_is_told_in_a_line(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, key_of("Ana Lomvale") + "\n")
    done = run(
        *("--everypolitician", tmp_path, "--netransliteration", tmp_path, "--names", folder),
        *("--output", tmp_path / "weights.npz", "--python", sys.executable),
    )
    assert done.returncode == 1
    assert done.stderr.startswith("train: EveryPolitician: ")
    assert "Traceback" not in done.stderr
