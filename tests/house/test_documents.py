"""The documents are true: their commands run, and print what they show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from console_blocks import FENCE, ROOT, checkout_copy, documents, matches, renewed, run, steps_of
from habeas.cli.main import VERBS

WITH_COMMANDS = [path for path in documents() if FENCE.search(path.read_text(encoding="utf-8"))]
NOT_VERBS = {"is", "reads", "does", "shows", "keeps", "itself", "claims", "never"}


def relative(path: Path) -> str:
    """Return a path as the tree names it."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.slow
@pytest.mark.parametrize("path", WITH_COMMANDS, ids=relative)
def test_each_command_prints_what_the_document_shows(path: Path) -> None:
    with checkout_copy() as folder:
        for block in FENCE.finditer(path.read_text(encoding="utf-8")):
            for step in steps_of(block["body"]):
                printed = run(step.command, folder)
                assert matches(step.shown, printed), (
                    f"{relative(path)}: '{step.command}' now prints otherwise; if that is right, "
                    f"'make docs' rewrites it:\n" + "\n".join(printed)
                )


@pytest.mark.parametrize("path", documents(), ids=relative)
def test_documents_speak_of_verbs_that_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"(?:`|^\$ |^)habeas ([a-z]+)\b", text, flags=re.MULTILINE)
    assert set(named) - NOT_VERBS <= VERBS.keys()


def test_no_verb_without_an_example_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"^\$ .*?\bhabeas ([a-z]+)\b", text, flags=re.MULTILINE))
    assert VERBS.keys() - shown <= {"serve"}
    assert "habeas serve" in text


@pytest.mark.parametrize("path", documents(), ids=relative)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)
    inside = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [target for target in inside if not (path.parent / target).exists()] == []


def test_make_commands_that_documents_name_exist() -> None:
    rules = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for path in [*documents(), ROOT / "CONTRIBUTING.md"]:
        assert set(re.findall(r"\bmake ([a-z]+)`", path.read_text("utf-8"))) <= rules


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    {
        "the same": (["a", "b"], ["a", "b"], True),
        "a line more": (["a"], ["a", "b"], False),
        "nothing printed": ([], [], True),
        "a gap in the middle": (["a", "...", "d"], ["a", "b", "c", "d"], True),
        "an empty gap": (["a", "...", "b"], ["a", "b"], True),
        "a gap that hides no change after it": (["a", "...", "d"], ["a", "b", "c"], False),
        "two gaps": (["...", "b", "..."], ["a", "b", "c"], True),
    }.values(),
)
def test_a_gap_stands_for_any_lines(shown: list[str], printed: list[str], same: bool) -> None:
    assert matches(shown, printed) is same


@pytest.mark.parametrize(
    ("shown", "printed", "written"),
    {
        "nothing changed": (["a", "..."], ["a", "b"], ["a", "..."]),
        "all is replaced": (["a"], ["b", "c"], ["b", "c"]),
        "a gap stays": (["a", "...", "z"], ["b", "c", "d", "e"], ["b", "...", "e"]),
        "no room for a gap": (["a", "...", "z"], ["b"], ["b"]),
        "a gap at the end": (["a", "..."], ["b", "c"], ["b", "..."]),
    }.values(),
)
def test_rewriting_keeps_a_gap(shown: list[str], printed: list[str], written: list[str]) -> None:
    assert renewed(shown, printed) == written


def test_a_block_is_commands_and_what_they_print() -> None:
    steps = steps_of("$ habeas read \\\n>   a.txt\none\n\ntwo\n$ true\n")
    assert [step.command for step in steps] == ["habeas read \\\n  a.txt", "true"]
    assert [step.shown for step in steps] == [("one", "", "two"), ()]
