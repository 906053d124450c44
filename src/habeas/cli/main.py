"""The `habeas` command: finds the verb, and ends every run in one of the documented ways.

No verb is imported before it is used: `habeas --help` answers from the table below.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

import habeas
from habeas.cli.exits import Exit, exit_of
from habeas.model.problems import HabeasError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_COMPLETE = "_HABEAS_COMPLETE"


class Verb(NamedTuple):
    """Where a verb lives, as `module:command`, and its line in the overview."""

    home: str
    help: str


VERBS = {
    "read": Verb("habeas.cli.read:read", "Show what reports claim, each claim with its words."),
    "account": Verb("habeas.cli.account:account", "Set the figures of reports side by side."),
    "deal": Verb(
        "habeas.cli.deal.command:deal", "Show what was promised for releases, and what came of it."
    ),
    "match": Verb(
        "habeas.cli.match:match", "Set a list of people beside another, or the register."
    ),
    "who": Verb("habeas.cli.who:who", "Find persons by any spelling of their names."),
    "add": Verb("habeas.cli.add:add", "Keep reports and their claims in the register."),
    "import": Verb(
        "habeas.cli.imports:import_command",
        "Keep an edition of a list of people; say what is new.",
    ),
    "proposals": Verb(
        "habeas.cli.deciding.proposals:proposals",
        "Show who may be one person and who may be two, and why.",
    ),
    "judge": Verb(
        "habeas.cli.deciding.judge:judge", "Decide whether two people of the register are one."
    ),
    "withdraw": Verb(
        "habeas.cli.deciding.judge:withdraw",
        "Take a judgement back; everything is as it was before it.",
    ),
    "judgements": Verb(
        "habeas.cli.deciding.judgements:judgements",
        "List what was decided about who is who: by whom, when and why.",
    ),
    "decide": Verb(
        "habeas.cli.deciding.decide:decide",
        "Accept or reject what was read or is assumed; or undo that.",
    ),
    "correct": Verb(
        "habeas.cli.deciding.decide:correct", "Say what a report claims where it was misread."
    ),
    "decisions": Verb(
        "habeas.cli.deciding.decisions:decisions",
        "List what was decided, except who is who.",
    ),
    "restrict": Verb(
        "habeas.cli.restricting.restrict:restrict",
        "Say who may see a report, a claim or a person; or undo that.",
    ),
    "restrictions": Verb(
        "habeas.cli.restricting.restrict:restrictions",
        "List who may see what, and who decided so, when and why.",
    ),
    "seal": Verb(
        "habeas.cli.restricting.seal:seal",
        "Keep private particulars encrypted, and open them by name.",
    ),
    "publish": Verb("habeas.cli.publish:publish", "Write the register's public edition."),
    "audit": Verb(
        "habeas.cli.audit:audit", "Show who changed what, and check that the record holds."
    ),
    "export": Verb(
        "habeas.cli.export:export", "Write the register, or what is asked for of it, as files."
    ),
    "sanctions": Verb(
        "habeas.cli.sanctions.command:sanctions",
        "Keep lists of sanctions, and show what changed on them.",
    ),
    "evaluate": Verb("habeas.cli.evaluate:evaluate", "Measure a reading against labelled reports."),
    "serve": Verb("habeas.cli.serve:serve", "Show an edition in the browser, on this machine."),
}

_EPILOG = """\b
Examples:
  habeas read report.html              every claim of one report
  habeas read reports/ --format json   the same for programs
  habeas account reports/              what adds up, what differs, who is named
  habeas account - < report.txt        from another program
  habeas match ours.csv theirs.xlsx    who stands on both lists, who on one
  habeas who Kalesnikava               somebody, in any script

\b
Messages go to stderr, data to stdout. Exit codes: 0 done, 1 fault of habeas,
2 wrong use, 3 nothing readable, 4 partly readable, 5 nothing found, 6 refused,
7 broken.
Completion: add  eval "$(_HABEAS_COMPLETE=bash_source habeas)"  to ~/.bashrc
(zsh_source and fish_source for zsh and fish).
"""


class LazyGroup(click.Group):
    """A group that imports a verb when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module, _, attribute = VERBS[cmd_name].home.partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Verbs"):
            formatter.write_dl([(name, verb.help) for name, verb in VERBS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        verbs = [
            CompletionItem(name, help=verb.help)
            for name, verb in VERBS.items()
            if name.startswith(incomplete)
        ]
        return [*verbs, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in VERBS and not name.startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(f"There is no verb {name!r}.{_nearest(name)}", ctx=ctx)
        return super().resolve_command(ctx, args)


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, VERBS, n=1, cutoff=0.5)
    if near:
        return f" Did you mean {near[0]!r}?"
    if Path(name).exists():
        return f" To read that file: habeas read {click.format_filename(name)}"
    return ""


@click.group(
    cls=LazyGroup,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(habeas.__version__, "-V", "--version", message="habeas %(version)s")
def habeas_command() -> None:
    """Who is held for their politics, who was freed, who says so, and what was promised?

    habeas reads reports and lists, keeps every figure tied to the words that claim
    it, and shows what adds up, what does not, who is named and who is missing.
    """


def run(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit code; never returns."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A letter the terminal cannot print must not stop the account.
            stream.reconfigure(errors="backslashreplace")
    code = run_command(list(sys.argv[1:] if arguments is None else arguments))
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = _close_pipe()
    sys.exit(int(code))


def run_command(arguments: list[str]) -> int:
    """Run one command and return its exit code; errors are told on stderr."""
    try:
        _answer_completion()
        with habeas_command.make_context("habeas", arguments) as context:
            result = habeas_command.invoke(context)
        return int(result) if isinstance(result, int) else Exit.OK
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return _close_pipe()
    except HabeasError as error:
        from habeas.cli.console import say_error

        say_error(error)
        return exit_of(error)
    except Exception as error:  # noqa: BLE001 - nobody should meet a trace with a report in it
        from habeas.cli.faults import describe_fault

        print(describe_fault(error), file=sys.stderr)
        return Exit.FAULT


def _answer_completion() -> None:
    instruction = os.environ.get(_COMPLETE)
    if instruction:
        from click.shell_completion import shell_complete

        sys.exit(shell_complete(habeas_command, {}, "habeas", _COMPLETE, instruction))


def _close_pipe() -> Exit:
    # Python flushes stdout once more at exit and would complain about the same pipe.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.PIPE
