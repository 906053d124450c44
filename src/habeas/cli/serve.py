"""`habeas serve`: show an Edition in the browser, on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.exits import Exit, Stop


@click.command()
@click.argument("edition", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), help="Port; 8642 or a free one if left out.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Interface to listen on.")
@click.option(
    "--let-others-connect", is_flag=True, help="Allow a --host that other machines can reach."
)
def serve(edition: Path, port: int | None, host: str, let_others_connect: bool) -> None:
    """Show EDITION in the browser until Ctrl-C.

    \b
    Example:
      habeas serve belarus.sqlite

    Only this machine can open the pages. They load nothing from elsewhere, and
    nothing is written down about who reads them.
    """
    from habeas.cli.console import say_note
    from habeas.register.edition_file import NotAnEdition
    from habeas.server.serving import Address, is_loopback, serve_edition

    if not is_loopback(host):
        if not let_others_connect:
            raise click.UsageError(
                f"--host {host} can be reached by other machines. To allow that,"
                " add --let-others-connect."
            )
        say_note(
            "other machines can open these pages, unencrypted;"
            " put a web server with TLS in front of them"
        )
    try:
        serve_edition(edition, address=Address(host=host, port=port), announce=_announce)
    except NotAnEdition as error:
        raise Stop(
            Exit.UNREADABLE, what=error.what, where=error.where, remedy=error.remedy
        ) from error


def _announce(url: str) -> None:
    from habeas.cli.console import say_note

    say_note("Ctrl-C ends it")
    click.echo(url)
