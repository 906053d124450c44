"""`python -m habeas` is the `habeas` command."""

from habeas.cli.main import run

run()
