"""`habeas serve`: show an Edition, or the desk, in the browser, on this machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from habeas.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from habeas.server.desk_serving import Opened
    from habeas.server.serving import Address


def _kept(context: click.Context, parameter: click.Parameter, value: object) -> None:
    context.meta[f"serve.{parameter.name}"] = value


@click.command()
@click.argument("edition", type=click.Path(path_type=Path), required=False)
@click.option("--desk", is_flag=True, help="Open the desk over the register instead.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port; 8642 or a free one if left out.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Interface to listen on.")
@click.option(
    "--let-others-connect",
    is_flag=True,
    expose_value=False,
    callback=_kept,
    help="Allow a --host that other machines can reach.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 32),
    expose_value=False,
    callback=_kept,
    help="Processes that answer; as many as this machine has cores, two at most, if left out.",
)
@click.option(
    "--origin",
    metavar="URL",
    expose_value=False,
    callback=_kept,
    help="https://… by which others open the desk, through a web server with TLS.",
)
@click.option(
    "--renew",
    metavar="NAME",
    expose_value=False,
    callback=_kept,
    help="With --desk: print a one-time link for somebody who lost every way in.",
)
@click.pass_context
def serve(
    context: click.Context, edition: Path | None, desk: bool, port: int | None, host: str
) -> None:
    """Show EDITION in the browser until Ctrl-C; or, with --desk, open the desk.

    \b
    Examples:
      habeas serve belarus.sqlite
      habeas serve --desk

    Only this machine can open the pages. They load nothing from elsewhere, and
    nothing is written down about who reads them. The desk works on the register
    of HABEAS_HOME or DATABASE_URL; where it has no administrator, it prints a
    link that makes the first one, once.
    """
    from habeas.server.serving import Address

    if desk == (edition is not None):
        raise click.UsageError("Give an EDITION or --desk; to serve both, start habeas twice.")
    origin, renew = context.meta["serve.origin"], context.meta["serve.renew"]
    if not desk and (origin is not None or renew is not None):
        raise click.UsageError("--origin and --renew go with --desk.")
    _check_host(host, context.meta["serve.let_others_connect"])
    address = Address(host=host, port=port)
    if edition is None:
        _serve_desk(address, context.meta)
    else:
        _serve_edition(edition, address, context.meta["serve.workers"] or _cores())


def _check_host(host: str, let_others_connect: bool) -> None:
    from habeas.cli.console import say_note
    from habeas.server.serving import is_loopback

    if is_loopback(host):
        return
    if not let_others_connect:
        raise click.UsageError(
            f"--host {host} can be reached by other machines. To allow that,"
            " add --let-others-connect."
        )
    say_note(
        "other machines can open these pages, unencrypted;"
        " put a web server with TLS in front of them"
    )


def _cores() -> int:
    return min(2, os.cpu_count() or 1)


def _serve_edition(edition: Path, address: Address, workers: int) -> None:
    from habeas.register.edition_file import NotAnEdition
    from habeas.server.serving import serve_edition

    try:
        serve_edition(edition, address=address, announce=_announce, workers=workers)
    except NotAnEdition as error:
        raise Stop(
            Exit.UNREADABLE, what=error.what, where=error.where, remedy=error.remedy
        ) from error


def _serve_desk(address: Address, asked: Mapping[str, Any]) -> None:
    from habeas.cli.whoami import user_name
    from habeas.server.desk_serving import DeskAddress, is_origin, serve_desk
    from habeas.server.serving import is_loopback
    from habeas.server.store_settings import store_place

    origin = asked["serve.origin"]
    if origin is None and not is_loopback(address.host):
        raise click.UsageError(
            "Others open the desk through a web server with TLS: say by which address,"
            " --origin https://…"
        )
    if origin is not None and not is_origin(origin):
        raise click.UsageError("--origin is https:// and a host, with nothing after it.")
    serve_desk(
        store_place(os.environ),
        address=DeskAddress(
            listen=address,
            origin=origin,
            renew=asked["serve.renew"],
            workers=asked["serve.workers"] or _cores(),
        ),
        by=user_name(),
        announce=_announce_desk,
    )


def _announce(url: str) -> None:
    from habeas.cli.console import say_note

    say_note("Ctrl-C ends it")
    click.echo(url)


def _announce_desk(opened: Opened) -> None:
    from habeas.cli.console import say_note

    _announce(opened.url)
    if opened.first is not None:
        say_note("the register has no administrator yet; this link makes one, once, within an hour")
        click.echo(opened.first)
    if opened.renewed is not None:
        say_note("this link sets a password and a passkey anew, once, within three days")
        click.echo(opened.renewed)
