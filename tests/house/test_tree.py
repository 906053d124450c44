"""What the tree may hold: sizes, names, no address of a package host, no path of a machine."""

from __future__ import annotations

import ast
import re
import tomllib
from itertools import chain

import habeas
from house.checkout import ROOT, source_files, tracked_files

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60
MOST_PARAMETERS = 5
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}

# Written apart, or this file would be the one that names them.
PACKAGE_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
        ("huggingface", "co"),
        ("conda", "anaconda", "org"),
    )
]
# The home of "someone" is nobody's.
MACHINE_PATHS = re.compile(r"/(?:root|work|home|Users)/(?!someone\b)[a-z]")


def text_of_tracked_files() -> dict[str, str]:
    """Return the text of each tracked file that is text, by its path in the tree."""
    texts = {}
    for path in tracked_files():
        try:
            texts[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return texts


def functions_of(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return every function and method of a module, nested ones too."""
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function takes, its docstring and decorators not counted."""
    documented = ast.get_docstring(function) is not None
    first = function.body[0]
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_no_package_host_is_named() -> None:
    named = {
        path: host
        for path, text in text_of_tracked_files().items()
        for host in PACKAGE_HOSTS
        if host in text.casefold()
    }
    assert not named


def test_no_path_of_a_machine() -> None:
    found = {
        path: match[0]
        for path, text in text_of_tracked_files().items()
        if (match := MACHINE_PATHS.search(text))
    }
    assert not found


def test_files_stay_short() -> None:
    long = {
        path.name: count
        for path in source_files()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES_OF_A_FILE
    }
    assert not long


def test_functions_stay_short() -> None:
    long = {
        f"{path.name}:{function.name}": count
        for path in source_files()
        for function in functions_of(ast.parse(path.read_bytes()))
        if (count := lines_of(function)) > MOST_LINES_OF_A_FUNCTION
    }
    assert not long


def test_names_say_something() -> None:
    parts = chain.from_iterable((path.stem, path.parent.name) for path in source_files())
    assert not VAGUE_NAMES & set(parts)


def test_the_version_is_said_once_and_the_same() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == habeas.__version__
    assert f"## [{habeas.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_lock_names_digests_and_no_addresses() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        pinned = [line for line in lines if re.match(r"[a-z0-9]", line)]
        assert pinned
        assert all(
            re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+( ; .+)? \\$", line) for line in pinned
        )
        others = set(lines) - set(pinned)
        assert all(re.match(r"#|    (--hash=sha256:[0-9a-f]{64}|#)", line) for line in others)


def test_the_lock_meets_what_the_project_asks_for() -> None:
    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = dict(
        re.findall(
            r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)",
            (ROOT / "requirements" / "test.txt").read_text(encoding="utf-8"),
            flags=re.MULTILINE,
        )
    )
    asked = project["project"]["dependencies"] + project["dependency-groups"]["test"]
    for line in asked:
        requirement = Requirement(line)
        assert requirement.specifier.contains(locked[requirement.name.lower()]), line
