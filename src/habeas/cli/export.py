"""`habeas export`: the persons, for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit

if TYPE_CHECKING:
    from habeas.cli.holdings import Holding


@click.command()
@click.option(
    "--in",
    "inputs",
    multiple=True,
    metavar="FILE|FOLDER|URL",
    help="Export the persons of these reports, or of a published edition, not the register's.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["ftm"]),
    default="ftm",
    show_default=True,
    help="ftm: FollowTheMoney entities, a line each.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE, for your eyes only, instead of standard output.",
)
@click.pass_context
def export(context: click.Context, inputs: tuple[str, ...], form: str, output: Path | None) -> None:
    """Write the persons of the register as FollowTheMoney entities.

    Each person with the spellings of their name, nationality and occupation as told, and
    the documents that name them; each name with its document. Whoever is protected is
    left out. habeas match reads such files, from habeas and from others.

    \b
    Examples:
      habeas export > persons.ftm.json
      habeas export --in belarus.sqlite --output persons.ftm.json
      habeas match list.csv persons.ftm.json

    \b
    Exit codes: 0 written, 3 nothing could be read, 4 written, but some of --in could not
    be read, 5 there is nobody to write, 6 FILE cannot be written.
    """
    from habeas.cli.console import say_note
    from habeas.cli.holdings import holding_named
    from habeas.cli.messages import tell_inputs
    from habeas.cli.results import write_result
    from habeas.cli.wording import counted

    holding, found = holding_named(inputs)
    if holding.people:
        write_result(_ftm(holding), output)
        say_note(f"{counted(len(holding.people), 'person', 'persons')} written as {form}")
    if found is not None:
        tell_inputs(found)
    if holding.withheld:
        say_note(f"{holding.withheld:,} protected, left out")
    if not holding.people:
        say_note("there is nobody to write")
    code = found.exit_code if found is not None else Exit.OK
    context.exit(Exit.NOTHING if code is Exit.OK and not holding.people else code)


def _ftm(holding: Holding) -> bytes:
    import json

    from habeas.cli.printable import printable_json
    from habeas.people.lists.export import entities_of

    lines = (
        printable_json(json.dumps(entity, ensure_ascii=False))
        for entity in entities_of(holding.people, holding.claims, holding.reports)
    )
    return "".join(f"{line}\n" for line in lines).encode()
