"""Who may see what, decided on the command line. Everyone here is invented."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from subprocess import CompletedProcess

import pytest

from cli.running import habeas

type Run = Callable[..., CompletedProcess[str]]

LIST = "name,status,date\nAna Perez,held,2025-01-01\nBoris Example,held,2025-01-02\n"
LETTER = "name,status,date\nCara Doe,held,2025-01-03\n"
WHY = ("--reason", "it was asked for", "--by", "anna")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of a register that no test writes to."""
    folder = tmp_path_factory.mktemp("register")
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    home = folder / "home"
    assert _runs(home, folder / "key")("add", folder / "list.csv").returncode == 0
    return home


@pytest.fixture
def run(register: Path, tmp_path: Path) -> Run:
    """Return `habeas` on a register and a key of its own."""
    return _runs(Path(copytree(register, tmp_path / "home")), tmp_path / "settings" / "key")


def _runs(home: Path, key: Path) -> Run:
    environment = {"HABEAS_HOME": str(home), "HABEAS_KEY": str(key), "DATABASE_URL": ""}

    def call(*arguments: str | Path, data: bytes = b"") -> CompletedProcess[str]:
        return habeas(*arguments, data=data, environment=environment)

    return call


def test_a_person_is_restricted_listed_and_open_again(run: Run) -> None:
    would = run("restrict", "Ana Perez", "named", "--readers", "ben, anna", *WHY, "--dry-run")
    assert would.stdout.startswith("Nothing was written; it would be: person p")
    assert run("restrictions").returncode == 5
    made = run("restrict", "Ana Perez", "named", "--readers", "ben, anna", *WHY)
    assert made.stdout.rstrip().endswith(": named, for anna, ben"), made.stderr
    assert "Perez" not in run("export").stdout
    assert "Perez" in run("restrictions").stdout
    assert run("restrict", "Ana Perez", "undo", *WHY).stdout.rstrip().endswith(": public")
    assert "Perez" in run("export").stdout
    listed = json.loads(run("restrictions", "--format", "json").stdout)["restrictions"]
    assert [(each["level"], each["stands"], each["undo"]) for each in listed] == [
        ("named", False, False),
        ("public", True, True),
    ]
    assert run("audit", "verify").returncode == 0


def test_a_report_is_told_by_the_beginning_of_its_id(run: Run) -> None:
    digest = sha256(LIST.encode()).hexdigest()
    made = run("restrict", digest[:12], "sealed", "--readers", "anna", *WHY)
    assert made.stdout == f"report {digest}: sealed, for anna\n"
    assert "hidden, not encrypted" in made.stderr
    assert run("who", "Perez").returncode == 5
    assert run("export").returncode == 5


def test_a_particular_is_sealed_and_opened(run: Run) -> None:
    sealing = ("seal", "add", "Ana Perez", "contact", "--readers", "anna", *WHY)
    missing = run(*sealing, data=b"the red door")
    assert missing.returncode == 6
    assert "seal key --new" in missing.stderr
    assert run("seal", "key", "--new").stdout.startswith("version 1 made")
    assert "would be sealed" in run(*sealing, "--dry-run").stdout
    made = run(*sealing, data=b"the red door\n")
    key = made.stdout.split()[-1]
    listed = run("seal", "list").stdout
    assert key in listed
    assert "red door" not in listed + made.stdout
    assert run("seal", "open", key, "--reason", "to call", "--by", "ben").returncode == 6
    assert (
        run("seal", "open", key, "--reason", "to call", "--by", "anna").stdout == "the red door\n"
    )
    assert "to call" in run("audit", "log").stdout
    assert "1 locked anew" in run("seal", "key", "--new").stdout
    assert run("seal", "open", key, "--reason", "again", "--by", "anna").stdout == "the red door\n"
    assert run("restrict", key, "sealed", *WHY).stdout == f"sealed {key}: sealed\n"
    assert run("seal", "open", key, "--reason", "again", "--by", "anna").returncode == 6
    assert run("audit", "verify").returncode == 0


def test_a_whole_report_is_sealed_and_released(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "letter.csv"
    letter.write_text(LETTER, encoding="utf-8")
    assert run("add", letter, "--seal").returncode == 2
    sealing = ("add", letter, "--seal", "--readers", "anna")
    assert run(*sealing).returncode == 6, "there is no key yet"
    run("seal", "key", "--new")
    assert run(*sealing).stdout.startswith("added ")
    assert run(*sealing).stdout.startswith("already there")
    assert run("who", "Doe").returncode == 5
    (found,) = json.loads(run("seal", "list", "--format", "json").stdout)["sealed"]
    key = found["key"]
    assert "Cara Doe" in run("seal", "open", key, "--reason", "to read", "--by", "anna").stdout
    out = tmp_path / "again.csv"
    run("seal", "open", key, "--output", out, "--reason", "to read", "--by", "anna")
    assert out.read_text(encoding="utf-8") == LETTER
    released = run("seal", "release", key, "--reason", "free", "--by", "anna")
    digest = sha256(LETTER.encode()).hexdigest()
    assert digest in released.stdout
    assert run("who", "Doe").returncode == 5, "it is for those alone who might open it"
    run("restrict", digest, "public", *WHY)
    assert "Cara Doe" in run("who", "Doe").stdout


REFUSED: dict[str, tuple[tuple[str, ...], int]] = {
    "nobody of that name": (("restrict", "Nobody Atall", "register", *WHY), 2),
    "no readers": (("restrict", "Ana Perez", "named", *WHY), 6),
    "nothing to undo": (("restrict", "Ana Perez", "undo", *WHY), 6),
    "no such key": (("seal", "open", "s1", "--reason", "x", "--by", "anna"), 6),
    "a level that is none": (("restrict", "Ana Perez", "secret", *WHY), 2),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_done_says_so_and_names_nobody(run: Run, what: str) -> None:
    arguments, code = REFUSED[what]
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert "Perez" not in done.stderr
    assert "Atall" not in done.stderr
