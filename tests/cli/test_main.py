"""The command itself: start-up, help, mistyped verbs, completion, endings."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from cli.running import habeas
from habeas.cli.main import VERBS, LazyGroup, habeas_command


@pytest.mark.parametrize("verb", VERBS)
def test_the_overview_says_of_a_verb_what_the_verb_says_itself(verb: str) -> None:
    group = habeas_command
    assert isinstance(group, LazyGroup)
    command = group.get_command(click.Context(group), verb)
    assert command is not None
    assert command.name == verb
    assert command.help
    assert "Example" in command.help


def test_help_lists_every_verb_and_loads_none() -> None:
    code = (
        "import sys\n"
        "from habeas.cli.main import run_command\n"
        "run_command(['--help'])\n"
        "heavy = {'django', 'spacy', 'rich', 'trafilatura', 'numpy', 'babel', 'habeas.cli.read'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    for verb, entry in VERBS.items():
        assert f"  {verb} " in done.stdout
        assert entry.help in done.stdout


def test_version() -> None:
    done = habeas("--version")
    assert (done.returncode, done.stdout) == (0, "habeas 0.1.0\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["raed"], "There is no verb 'raed'. Did you mean 'read'?"),
        (["acount"], "Did you mean 'account'?"),
        (["/"], "To read that file: habeas read /"),
        (["qqq"], "There is no verb 'qqq'."),
        (["--nonsense"], "No such option"),
        (["read"], "Missing argument"),
        (["read", "x", "--format", "xml"], "'xml' is not one of"),
    ],
)
def test_a_command_written_wrong_ends_with_2_and_a_hint(arguments: list[str], said: str) -> None:
    done = habeas(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr


def test_completion_knows_the_verbs() -> None:
    environment = {"_HABEAS_COMPLETE": "bash_complete", "COMP_WORDS": "habeas a", "COMP_CWORD": "1"}
    done = habeas(environment=environment)
    assert done.stdout.split() == ["plain,account", "plain,add", "plain,audit"]


def test_a_pipe_that_closes_is_no_error() -> None:
    command = f"{sys.executable} -m habeas --help | true; exit ${{PIPESTATUS[0]}}"
    for _ in range(3):
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
        assert done.returncode in (0, 141)
        assert done.stderr == ""
