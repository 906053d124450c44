"""Nothing that is restricted or sealed passes through any verb, whatever its options.

A verb that is not listed here fails the test: say what it shows, and to whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import click
import pytest

from cli.running import habeas
from exits.conftest import Guarded
from exits.guarded import ARRESTED, LIST_TEXT, PERSON, files_below, leaks, shows
from habeas.cli.export_asked import FORMS
from habeas.cli.main import LazyGroup, habeas_command

WHY = ("--reason", "for a test", "--by", "nobody")


class Shows(Enum):
    """What a verb shows of the register, and to whom.

    PUBLIC: what everybody may see. OWNER: what stands in the open in the files, for whoever
    has them; nothing that is sealed. NOTHING: nothing of it.
    """

    PUBLIC = "public"
    OWNER = "owner"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way of running a verb. `{out}`, `{list}` and `{key}` stand for a file to write, a list
    of names that asks for what is hidden, and the key of what is sealed."""

    shows: Shows
    arguments: tuple[str, ...]
    must_show: bool = False


def public(*arguments: str, must_show: bool = True) -> Way:
    return Way(shows=Shows.PUBLIC, arguments=arguments, must_show=must_show)


def owner(*arguments: str) -> Way:
    return Way(shows=Shows.OWNER, arguments=arguments)


def nothing(*arguments: str) -> Way:
    return Way(shows=Shows.NOTHING, arguments=arguments)


WAYS: dict[str, tuple[Way, ...]] = {
    "read": (nothing("{list}", "--format", "json"),),
    "account": (nothing("{list}"),),
    "evaluate": (nothing("{out}"),),
    "match": (public("{list}"), public("{list}", "--format", "json", "--all")),
    "who": (
        public("Daylight"),
        *(
            public(name, must_show=False)
            for name in ("Kestrelova", "Галина", "Undisclosed", "Openly", "Wholly", PERSON)
        ),
    ),
    "add": (nothing("{list}", "--dry-run"),),
    "deal": (nothing("{list}"), owner(), owner("--format", "json"), owner("--format", "csv")),
    "import": (
        owner("{list}", "--source", "Lantern", "--status", "held", "--dry-run"),
        owner("{list}", "--source", "Lantern", "--dry-run", "--report", "{out}"),
    ),
    "proposals": (owner("--all", "--unnamed"), owner("--format", "json")),
    "judge": (owner("Nils Daylight", "Vera Openly", "--different", *WHY, "--dry-run"),),
    "withdraw": (owner("Halina Kestrelova", "Галина Кестрелова", *WHY, "--dry-run"),),
    "judgements": (owner(), owner("--format", "json")),
    "decide": (owner(ARRESTED.id, "reject", *WHY, "--dry-run"),),
    "correct": (owner(ARRESTED.id, '{"act": "hold"}', *WHY, "--dry-run"),),
    "decisions": (owner(), owner("--format", "json")),
    "restrict": (owner("Nils Daylight", "register", *WHY, "--dry-run"),),
    "restrictions": (owner(), owner("--format", "json")),
    "seal add": (owner("Nils Daylight", "note", "--readers", "anna", *WHY, "--dry-run"),),
    "seal list": (owner(), owner("--format", "json")),
    "seal open": (owner("{key}", *WHY), owner("{key}", "--output", "{out}", *WHY)),
    "seal release": (owner("{key}", *WHY),),
    "seal key": (owner(),),
    "publish": (
        public("{out}"),
        public("{out}", "--as-of", "2026-12-31", "--title", "Ruritania"),
        public("{out}", "--dry-run", must_show=False),
    ),
    "audit log": (owner(), owner("--format", "json"), owner("--format", "csv")),
    "audit verify": (owner(),),
    "export": tuple(public("--format", form, "--to", "{out}") for form in FORMS)
    + tuple(
        public("--format", "jsonl", "--search", name, must_show=False)
        for name in ("Kestrelova", "Галина", "Undisclosed")
    ),
    "sanctions add": (nothing("{list}", "--dry-run"),),
    "sanctions list": (nothing(),),
    "sanctions diff": (nothing("{list}", "{list}"),),
    "serve": (nothing("{out}"),),
}
"""Verb → ways of running it. `serve` is asked in `test_public_site` and `test_desk`."""


def every_verb() -> list[str]:
    """Every command that can be run, walked down to its last word."""
    return sorted(_leaves(habeas_command, ()))


def _leaves(command: click.Command, words: tuple[str, ...]) -> list[str]:
    if not isinstance(command, click.Group):
        return [" ".join(words)]
    context = click.Context(command)
    names = command.list_commands(context)
    return [
        leaf
        for name in names
        if (below := command.get_command(context, name)) is not None
        for leaf in _leaves(below, (*words, name))
    ]


def test_every_verb_says_what_it_shows() -> None:
    assert isinstance(habeas_command, LazyGroup)
    assert every_verb() == sorted(WAYS)


def test_every_format_of_an_export_is_asked() -> None:
    asked = {way.arguments[1] for way in WAYS["export"]}
    assert asked >= set(FORMS)


@pytest.mark.parametrize("verb", WAYS)
def test_nothing_passes(guarded: Guarded, verb: str, tmp_path: Path) -> None:
    asked = tmp_path / "list.csv"
    asked.write_text("name\nNils Daylight\nOla Newcomer\n", encoding="utf-8")
    for number, way in enumerate(WAYS[verb]):
        out = tmp_path / f"out{number}" / "made"
        out.parent.mkdir()
        words = {"{out}": str(out), "{list}": str(asked), "{key}": guarded.key}
        done = habeas(
            *verb.split(),
            *(words.get(each, each) for each in way.arguments),
            environment=guarded.environment,
            folder=tmp_path,
        )
        printed = (done.stdout + done.stderr).encode() + files_below(out.parent)
        assert done.returncode != 1, f"a fault: {done.stderr}"
        assert leaks(printed, sealed_alone=way.shows is Shows.OWNER) == [], way
        if way.must_show:
            assert shows(printed), f"{way} shows nothing at all: {printed!r}"
        if way.shows is Shows.NOTHING:
            assert LIST_TEXT not in done.stdout


def test_what_must_not_pass_would_be_found(guarded: Guarded, tmp_path: Path) -> None:
    """Nothing is found above because nothing is there, and not because nobody looks."""
    told = habeas("proposals", "--all", environment=guarded.environment)
    log = habeas("judgements", environment=guarded.environment)
    assert leaks((told.stdout + log.stdout).encode()), log.stdout
