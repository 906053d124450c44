"""Serve one Edition from this machine."""

from __future__ import annotations

import ipaddress
import os
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

from habeas.model.problems import HabeasError
from habeas.server.workers import Work, collect_seldom, run_workers

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8642
_THREADS = 4
_WAITING = 1024
"""Connections that may wait for a process to take them."""


class AddressNotServed(HabeasError):
    """The host or port cannot be listened on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where to listen.

    Attributes:
        host: Name or number of an interface of this machine.
        port: 0 for any free port; None for 8642, or any free port where it is taken.
    """

    host: str = DEFAULT_HOST
    port: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is served.

    Attributes:
        path: The Edition.
        host: By which it is reached.
        checked: Digest of the Edition, which was checked whole.
    """

    path: Path
    host: str
    checked: str


def is_loopback(host: str) -> bool:
    """True where only this machine can reach `host`.

    >>> [is_loopback(host) for host in ("localhost", "127.0.0.1", "::1", "0.0.0.0", "192.0.2.7")]
    [True, True, True, False, False]
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def serve_edition(
    path: Path, *, address: Address, announce: Callable[[str], None], workers: int = 1
) -> None:
    """Serve an Edition until Ctrl-C or SIGTERM, then return.

    The process holds the Edition and nothing else: no other database is configured. Nor do
    those that it starts.

    Args:
        path: The Edition; it is checked before anything is listened on.
        address: Where to listen. Keeping other machines out is the caller's decision.
        announce: Called once with the address to open, when requests are answered.
        workers: Processes that answer; with one, it is this one.

    Raises:
        NotAnEdition: `path` is not an untouched Edition.
        AddressNotServed: The port is taken, or the host is not of this machine.
        WorkerFailed: A process that answers could not be started.
    """
    from habeas.register.edition_file import EditionFile

    with EditionFile(path) as file:
        checked = file.summary.digest
    with listen(address) as listener:
        shown = Shown(path=path, host=address.host, checked=checked)
        previous = signal.signal(signal.SIGTERM, stop)
        try:
            if workers > 1 and os.name == "posix":
                listener.listen(_WAITING)
                announce(_url(listener, address.host))
                told = (str(path), address.host, checked)
                work = Work(module="habeas.server.worker", told=told, place=path.name)
                run_workers([work] * workers, listener)
            else:
                serve_public(shown, listener, lambda: announce(_url(listener, address.host)))
        except (KeyboardInterrupt, SystemExit):
            # A signal may arrive before the loop that answers it runs.
            pass
        finally:
            signal.signal(signal.SIGTERM, previous)


def serve_public(shown: Shown, listener: socket.socket, announce: Callable[[], object]) -> None:
    """Answer on a socket until a signal ends it; `announce` is called once it can."""
    from waitress.server import create_server

    application = public_application(shown.path, host=shown.host, checked=shown.checked)
    collect_seldom()
    server = create_server(
        application, sockets=[listener], threads=_THREADS, ident=None, expose_tracebacks=False
    )
    try:
        announce()
        server.run()
    finally:
        server.close()


def public_application(
    path: Path, *, host: str = DEFAULT_HOST, checked: str | None = None
) -> Callable[..., object]:
    """The WSGI application over one Edition; configures Django for this process.

    Args:
        path: The Edition.
        host: By which it is reached.
        checked: Digest of the Edition where it was checked whole before.

    Raises:
        RuntimeError: Django was configured differently in this process before.
    """
    import django
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    from habeas.server import public_settings

    chosen = {name: value for name, value in vars(public_settings).items() if name.isupper()}
    chosen["HABEAS_EDITION"] = str(path.resolve())
    chosen["HABEAS_EDITION_CHECKED"] = checked
    chosen["ALLOWED_HOSTS"] = _allowed_hosts(host)
    settings.configure(**chosen)
    django.setup(set_prefix=False)
    return get_wsgi_application()


def _allowed_hosts(host: str) -> list[str]:
    from habeas.server import public_settings

    if is_loopback(host):
        return [*public_settings.ALLOWED_HOSTS, host]
    # Beyond this machine the names it is reached by are not known here; the pages
    # are the same for everyone, so a forged Host header gains nothing.
    return ["*"]


def listen(address: Address) -> socket.socket:
    """A socket that listens where asked.

    Raises:
        AddressNotServed: The port is taken, or the host is not of this machine.
    """
    ports = [DEFAULT_PORT, 0] if address.port is None else [address.port]
    fault: OSError | None = None
    for port in ports:
        try:
            return _bind(address.host.strip("[]"), port)
        except OSError as error:
            fault = error
    reason = fault.strerror if fault else ""
    raise AddressNotServed(
        what=f"cannot listen there ({reason})",
        where=f"{address.host} port {address.port if address.port is not None else DEFAULT_PORT}",
        remedy="choose another --port, or leave it out to take a free one",
    ) from fault


def _bind(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, place = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            # Elsewhere this would let another program take the port over.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
    except OSError:
        listener.close()
        raise
    return listener


def _url(listener: socket.socket, host: str) -> str:
    port = listener.getsockname()[1]
    shown = host.strip("[]")
    if shown in ("0.0.0.0", "::"):  # noqa: S104 - every interface, so this machine's too
        shown = "localhost"
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def stop(_number: int, _frame: FrameType | None) -> NoReturn:
    """End the process when it is told to; for `signal.signal`."""
    sys.exit(0)
