"""Make `.venv` hold exactly what one of the locked requirement files says.

Standard library only: this runs before anything is installed. Installing checks every
file against its digest and takes built wheels only, so no compiler is needed and no
code of a dependency runs at installation.

    python scripts/set_up.py run|test|lock [--is-current]

With `--is-current` nothing is installed; the exit status says whether `.venv` is current.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "requirements"
CONTENTS = {"run": ("run",), "test": ("test", "run"), "lock": ("lock",)}
"""What each choice holds: `test` is a superset of `run`, so it makes both current."""

OLDEST = (3, 12)


class SetUpError(Exception):
    """The environment cannot be made; the message says what, where and the remedy."""


def digest_of(choice: str) -> str:
    """Return the digest of everything the installation depends on."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {VENV.resolve()}".encode())
    for path in (
        REQUIREMENTS / f"{choice}.txt",
        REQUIREMENTS / "build.txt",
        ROOT / "pyproject.toml",
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp_of(choice: str) -> Path:
    """Return the file that says for which digest `.venv` was made."""
    return VENV / f"habeas-{choice}.stamp"


def is_current(choice: str) -> bool:
    """Say whether `.venv` holds what the lock says, without looking at each package."""
    stamp = stamp_of(choice)
    return (
        VENV_PYTHON.exists()
        and stamp.exists()
        and stamp.read_text(encoding="ascii") == digest_of(choice)
    )


def can_run(command: list[str]) -> bool:
    """Say whether a command exists and succeeds; its output is dropped."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """Create `.venv` without pip, unless one of this Python's version is there."""
    version = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]!r})"
    if can_run([str(VENV_PYTHON), "-c", version]):
        return
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(VENV)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        raise SetUpError(
            f"{sys.executable} cannot make a virtual environment "
            f"({(made.stderr or made.stdout).strip()}): install its venv module ('apt-get install "
            "python3-venv' on Debian), or name another Python with PYTHON=/path/to/python"
        )


def find_pip() -> list[str]:
    """Return a command that runs some pip upon `.venv`.

    Debian ships `venv` apart from `ensurepip`, and pip apart from both; any pip since
    22.3, of any Python, can install into an environment that has none.
    """
    inside = [str(VENV_PYTHON), "-m", "pip"]
    if can_run([*inside, "--version"]):
        return inside
    if can_run([str(VENV_PYTHON), "-m", "ensurepip"]):
        return inside
    for outside in ([sys.executable, "-m", "pip"], ["python3", "-m", "pip"], ["pip3"], ["pip"]):
        aimed = [*outside, "--python", str(VENV_PYTHON)]
        if can_run([*aimed, "--version"]):
            return aimed
    raise SetUpError(
        f"no pip for {sys.executable}: install it ('apt-get install python3-pip' or "
        "'apt-get install python3-venv' on Debian)"
    )


def install(pip: list[str], *arguments: str) -> None:
    """Run `pip install`, passing its messages on."""
    command = [*pip, "--disable-pip-version-check", "install", "--quiet", "--no-input", *arguments]
    environment = os.environ | {"PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.run(command, env=environment, check=False).returncode != 0:
        raise SetUpError(
            f"pip could not install {' '.join(arguments[-2:])}: the lines above say why; "
            "a package host must be reachable, and nothing is compiled here"
        )


def set_up(choice: str) -> None:
    """Bring `.venv` up to date for one choice; nothing happens where it is current."""
    if is_current(choice):
        return
    print(
        f"Setting up .venv ({choice}) with {sys.executable}; once, a minute or two", file=sys.stderr
    )
    make_venv()
    # The lock names everything; what a package asks for beyond it is left out on purpose.
    locked = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "-r")
    install(find_pip(), *locked, str(REQUIREMENTS / "build.txt"))
    pip = [str(VENV_PYTHON), "-m", "pip"]
    install(pip, *locked, str(REQUIREMENTS / f"{choice}.txt"))
    # The build back end comes from build.txt: an isolated build would fetch one without digests.
    install(pip, "--no-deps", "--no-index", "--no-build-isolation", "--editable", str(ROOT))
    for held in CONTENTS[choice]:
        stamp_of(held).write_text(digest_of(held), encoding="ascii")


def main(arguments: list[str]) -> int:
    """Run as a command; returns the exit status."""
    if not arguments or arguments[0] not in CONTENTS:
        print("usage: set_up.py run|test|lock [--is-current]", file=sys.stderr)
        return 2
    if arguments[1:] == ["--is-current"]:
        return 0 if is_current(arguments[0]) else 1
    try:
        if sys.version_info[:2] < OLDEST:
            raise SetUpError(f"{sys.executable} is older than 3.12: name another with PYTHON=…")
        set_up(arguments[0])
    except SetUpError as error:
        print(f"habeas: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
