"""Options that several commands have, said once."""

from __future__ import annotations

import click

text_or_json = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text for the terminal, json for programs.",
)
"""`--format` of commands that print for people or for programs; they take it as `form`."""
