"""`habeas export`: the register, or what is asked for of it, as files for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.export_asked import FORMS, ExportAsked
from habeas.cli.moments import MOMENT
from habeas.model.claims import Act, SpeakerKind

_DAY = click.DateTime(["%Y-%m-%d"])


class _ExportCommand(click.Command):
    """Gives its function all that was asked as one value."""

    def invoke(self, ctx: click.Context) -> object:
        ctx.params = {"asked": ExportAsked(**ctx.params)}
        return super().invoke(ctx)


@click.command(cls=_ExportCommand)
@click.argument("edition", required=False, type=click.Path(path_type=Path), metavar="[EDITION]")
@click.option(
    "--in",
    "inputs",
    multiple=True,
    metavar="FILE|FOLDER|URL",
    help="Export these reports, or a published edition, instead of the register.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="ftm",
    show_default=True,
    help="csv and parquet: a file for each table; xlsx: a workbook; jsonl, json-ld, ftm: for"
    " programs, ftm being FollowTheMoney entities, ftm-statements each value of them with its"
    " report; site: pages for a memory stick.",
)
@click.option(
    "--to",
    "--output",
    "to",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Where to write, for your eyes only. csv, parquet and site: a new folder, or NAME.zip.",
)
@click.option("--search", "name", default="", metavar="NAME", help="Whoever has such a name.")
@click.option(
    "--act",
    "acts",
    multiple=True,
    type=click.Choice(list(Act)),
    metavar="ACT",
    help="Claims of this act, such as release. Repeatable.",
)
@click.option("--place", "places", multiple=True, metavar="WORDS", help="Claims of a place.")
@click.option("--since", type=_DAY, metavar="DAY", help="What may have happened on it or later.")
@click.option("--until", type=_DAY, metavar="DAY", help="What may have happened by then.")
@click.option(
    "--said-by",
    "kinds",
    multiple=True,
    type=click.Choice(list(SpeakerKind)),
    metavar="KIND",
    help="Claims of this kind of speaker, such as rights-group. Repeatable.",
)
@click.option("--title", default="Register", show_default=True, help="Name of the register.")
@click.option("--as-of", type=_DAY, metavar="DAY", help="Day to answer for; today if left out.")
@click.option(
    "--known-at",
    type=MOMENT,
    metavar="MOMENT",
    help="What the register knew then: 2026-03-01 (its end, UTC) or 2026-03-01T09:00:00+0000.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "ru", "be", "es"]),
    default="en",
    show_default=True,
    help="Language of the pages of a site.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written; write nothing.")
@click.pass_context
def export(context: click.Context, asked: ExportAsked) -> None:
    """Write the register, an EDITION, or what is asked for of either, as files.

    Whatever the format, nothing goes out that an edition would not hold: whoever is or may
    be protected is left out and counted. Every figure stands beside its words, its speakers
    and its report; dates and doubts stay as they were said. What a search leaves out of a
    file is told nowhere in it. habeas match reads FollowTheMoney files, from habeas and from
    others.

    \b
    Examples:
      habeas export > persons.ftm.json
      habeas export belarus.sqlite --format csv --to belarus-csv.zip
      habeas export --format xlsx --to register.xlsx --as-of 2025-12-31
      habeas export belarus.sqlite --format jsonl --search Kalesnikava > one.jsonl
      habeas export belarus.sqlite --format site --to stick/
      habeas export --format csv --to freed.zip --act release --since 2025-12-01

    \b
    Exit codes: 0 written, 2 wrong use, 3 nothing could be read, 4 written, but some of --in
    could not be read, 5 there is nothing to write, 6 PATH cannot be written.
    """
    from habeas.cli.export_run import run_export

    context.exit(run_export(asked))
