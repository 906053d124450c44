"""Serve the desk over the private database of this machine, or of a server."""

from __future__ import annotations

import os
import secrets
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from habeas.server.desk_comparing import compare_beside
from habeas.server.in_turn import in_turn
from habeas.server.key_settings import key_place
from habeas.server.serving import Address, listen, stop
from habeas.server.store_settings import StorePlace, database_settings, make_home
from habeas.server.workers import Work, run_workers

if TYPE_CHECKING:
    import socket
    from pathlib import Path

_THREADS = 8
_WAITING = 1024
"""Connections that may wait for a process to take them."""

_KEY_FILE = "desk.key"
_KEPT_SECONDS = 600
"""How long a thread keeps its connection to the database."""


_BEHIND_A_SERVER = {
    # Its visitors came by TLS; it says who they are, and replaces what they said themselves.
    "url_scheme": "https",
    "trusted_proxy": "*",
    "trusted_proxy_count": 1,
    "trusted_proxy_headers": {"x-forwarded-for"},
    "clear_untrusted_proxy_headers": True,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskAddress:
    """Where the desk is, as people who open it see it.

    Attributes:
        listen: Where to listen.
        origin: `https://desk.example.org` where a web server with TLS stands in front;
            None on this machine, as `http://localhost:PORT`, where passkeys work too.
        renew: Name of somebody who lost every way in, and gets a one-time link; None for nobody.
        workers: Processes that answer; with one, it is this one.
    """

    listen: Address
    origin: str | None = None
    renew: str | None = None
    workers: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What is said once, when requests are answered.

    Attributes:
        url: Of the desk.
        first: One-time link that makes the first administrator; None where there is one.
        renewed: One-time link for whoever lost every way in; None where it was not asked for.
    """

    url: str
    first: str | None
    renewed: str | None


def serve_desk(
    place: StorePlace, *, address: DeskAddress, by: str, announce: Callable[[Opened], None]
) -> None:
    """Serve the desk until Ctrl-C or SIGTERM, then return.

    Tables are made or brought up to date first.

    Args:
        place: Where the private data are.
        address: Where to listen, and by which address the desk is opened.
        by: Who starts it; on record as who invited the first administrator.
        announce: Called once.

    Raises:
        AddressNotServed: The port is taken, or the host is not of this machine.
        StoreNotFound: As for `open_store`.
        StoreError: As for `open_store`; or nobody of the name to renew may come in.
        WorkerFailed: A process that answers could not be started.
    """
    with listen(address.listen) as listener:
        port = listener.getsockname()[1]
        origin = address.origin or f"http://localhost:{port}"
        application = desk_application(place, origin)
        first, renewed = _links(address.renew, by)
        opened = Opened(
            url=f"{origin}/",
            first=first and f"{origin}{first}",
            renewed=renewed and f"{origin}{renewed}",
        )
        previous = signal.signal(signal.SIGTERM, stop)
        try:
            if address.workers > 1 and os.name == "posix":
                listener.listen(_WAITING)
                announce(opened)
                _work_together(place, address, origin, listener)
            else:
                _work_alone(application, listener, address, lambda: announce(opened))
        except (KeyboardInterrupt, SystemExit):
            # A signal may arrive before the loop that answers it runs.
            pass
        finally:
            signal.signal(signal.SIGTERM, previous)


def answer(server: Any, announce: Callable[[], object]) -> None:
    """Answer until a signal ends it.

    Args:
        server: Of waitress.
        announce: Called once, when requests are answered.
    """
    try:
        announce()
        server.run()
    finally:
        server.close()


def server_settings(listener: socket.socket, behind: str | None) -> dict[str, Any]:
    """How waitress is to serve the desk.

    Args:
        listener: The socket to answer on.
        behind: `https://…` of the web server that stands in front; None where none does.
    """
    settings = {
        "sockets": [listener],
        "threads": _THREADS,
        "ident": None,
        "expose_tracebacks": False,
    }
    return settings | (_BEHIND_A_SERVER if behind else {})


def _work_alone(
    application: Callable[..., object],
    listener: socket.socket,
    address: DeskAddress,
    announce: Callable[[], object],
) -> None:
    """Answer in this process, and compare persons in a thread of it."""
    from waitress.server import create_server

    ended = threading.Event()
    compare_beside(ended)
    try:
        server = create_server(in_turn(application), **server_settings(listener, address.origin))
        answer(server, announce)
    finally:
        ended.set()


def _work_together(
    place: StorePlace, address: DeskAddress, origin: str, listener: socket.socket
) -> None:
    """Answer in several processes, and compare persons in one more."""
    from django.db import connections

    connections.close_all()
    told = (str(place.home), place.database_url, origin, address.origin)
    works = [
        Work(module="habeas.server.desk_worker", told=told, place=str(place.home))
        for _ in range(address.workers)
    ]
    beside = Work(module="habeas.server.desk_comparing", told=told, place=str(place.home))
    run_workers([*works, beside], listener)


def _links(renew: str | None, by: str) -> tuple[str | None, str | None]:
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.cache import cache

    from habeas.desk.invitations import first_link, renewal_link

    SessionStore.clear_expired()
    cache.clear()
    return first_link(by=by), renewal_link(renew, by=by) if renew else None


def desk_application(place: StorePlace, origin: str) -> Callable[..., object]:
    """The WSGI application of the desk; configures Django for this process.

    Args:
        place: Where the private data are.
        origin: Scheme, host and port by which the desk is opened; no other is answered.

    Raises:
        StoreNotFound: As for `open_store`.
        StoreError: As for `open_store`.
        UndeclaredRoute: An address does not say who may open it.
    """
    configure_desk(place, origin)
    from django.core.wsgi import get_wsgi_application

    from habeas.desk.routes import check_routes
    from habeas.store.schema import bring_up_to_date

    bring_up_to_date()
    check_routes()
    return get_wsgi_application()


def configure_desk(place: StorePlace, origin: str) -> None:
    """Configure Django for the desk in this process; open no database yet.

    Raises:
        StoreNotFound: As for `open_store`.
    """
    import django
    from django.conf import settings

    from habeas.server import desk_settings

    databases = {"default": database_settings(place) | {"CONN_MAX_AGE": _KEPT_SECONDS}}
    make_home(place)
    chosen: dict[str, Any] = {
        name: value for name, value in vars(desk_settings).items() if name.isupper()
    }
    chosen |= {
        "CACHES": {"default": _attempts(place.home)},
        "DATABASES": databases,
        "HABEAS_HOME": str(place.home),
        "HABEAS_KEY": str(key_place(os.environ)),
        "HABEAS_EDITION": os.environ.get("HABEAS_EDITION") or None,
        "SECRET_KEY": _key(place.home),
        "FILE_UPLOAD_TEMP_DIR": str(place.home),
        **_origin_settings(origin),
    }
    settings.configure(**chosen)
    django.setup(set_prefix=False)


def _attempts(home: Path) -> dict[str, Any]:
    """How often somebody tried to sign in, and codes used up: for all processes, as one."""
    return {
        "BACKEND": "habeas.server.attempts.SharedAttempts",
        "LOCATION": str(home / "attempts"),
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }


def is_origin(text: str) -> bool:
    """True for a scheme and a host that a web server with TLS answers, and nothing after.

    >>> [is_origin(text) for text in ("https://desk.example.org", "http://a", "https://a/b")]
    [True, False, False]
    """
    parts = urlsplit(text)
    return parts.scheme == "https" and bool(parts.hostname) and text == f"https://{parts.netloc}"


def _origin_settings(origin: str) -> dict[str, Any]:
    parts = urlsplit(origin)
    host = parts.hostname or ""
    if parts.scheme != "https":
        return {"ALLOWED_HOSTS": [host, "127.0.0.1", "[::1]"]}
    return {
        "ALLOWED_HOSTS": [host],
        "CSRF_TRUSTED_ORIGINS": [origin],
        "SECURE_HSTS_SECONDS": 365 * 24 * 60 * 60,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SESSION_COOKIE_NAME": "__Host-desk",
        "CSRF_COOKIE_NAME": "__Host-desk_csrf",
    }


def _key(home: Path) -> str:
    """The key that signs sessions and locks one-time codes; made on first use.

    It stands beside the database and not in it: whoever has a copy of the database alone
    can neither take over a session nor make the codes.
    """
    path = home / _KEY_FILE
    if not path.exists():
        part = home / f".{secrets.token_hex(8)}.part"
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            os.fsync(file.fileno())
        # Of two processes that start together the first one's key is kept.
        with suppress(FileExistsError):
            os.link(part, path)
        part.unlink()
    return path.read_text(encoding="ascii")
