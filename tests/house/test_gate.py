"""Only the command line passes the gate, as the owner of the files."""

from __future__ import annotations

import ast
from pathlib import Path

from house.checkout import SOURCE

MAY_BE_THE_OWNER = ("cli", "model", "store")
"""Packages that may speak of the owner: the command line is one, and the gate knows one."""

RAW = {
    "habeas.store.audit": {"load_audit_records"},
    "habeas.store.restricting": {"load_restrictions"},
    "habeas.store.deciding": {"claim_decisions", "assumption_decisions"},
    "habeas.store.promise_decisions": {"link_decisions", "entry_decisions"},
    "habeas.store.originals": {"load_original"},
}
"""Functions that load without asking the gate, for the store itself."""

EXCEPT = {
    # Whoever publishes is told how many records are restricted, and not which.
    ("desk/presenters/publish.py", "load_restrictions"),
    # What came in and is no report yet; where it is one already, the gate is asked first.
    ("desk/views/imports.py", "load_original"),
    # It reads what came in, and shows it to nobody.
    ("server/desk_reader.py", "load_original"),
}


def imports_of(path: Path) -> set[tuple[str, str]]:
    """Return module and name of everything that a file imports by name."""
    return {
        (node.module or "", alias.name)
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def files_outside(*packages: str) -> list[Path]:
    """Return the source files of all other packages."""
    root = SOURCE
    return [path for path in root.rglob("*.py") if path.relative_to(root).parts[0] not in packages]


def test_nobody_but_the_command_line_is_the_owner() -> None:
    owners = [
        path
        for path in files_outside(*MAY_BE_THE_OWNER)
        if ("habeas.model.restrictions", "Owner") in imports_of(path)
    ]
    assert owners == []


def test_nobody_but_the_store_loads_without_asking_the_gate() -> None:
    found = {
        (path.relative_to(SOURCE).as_posix(), name)
        for path in files_outside("store")
        for module, name in imports_of(path)
        if name in RAW.get(module, set())
    }
    assert found == EXCEPT
