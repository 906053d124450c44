"""One HTTP request to one checked IP address."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from ipaddress import IPv4Address, IPv6Address

from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

import habeas
from habeas.fetch.addresses import Target
from habeas.fetch.problems import FetchFailed, NoConnection

USER_AGENT = f"habeas/{habeas.__version__}"
"""How habeas names itself to servers; it never pretends to be a browser."""

_CHUNK = 65_536
_SILENCE_SECONDS = 10.0
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf, text/csv, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent.

    Attributes:
        location: Where it sends us instead, as written; None for a document.
        media_type: `Content-Type` as declared, parameters kept; None if missing.
        data: The body, decompressed; empty where `location` is given.
    """

    location: str | None
    media_type: str | None
    data: bytes


def exchange(
    target: Target, address: IPv4Address | IPv6Address, *, deadline: float, max_bytes: int
) -> Answer:
    """Ask `address` for the target; the name of the host is used for TLS and `Host` alone.

    Args:
        target: What is asked for.
        address: Checked address of its host.
        deadline: Moment of `time.monotonic` at which the connection is cut,
            whatever the server is doing: a byte a second keeps no one waiting.
        max_bytes: Largest body, on the wire and decompressed.

    Raises:
        FetchFailed: No connection, no valid certificate, a status other than
            200 or a redirect, a broken or too large body, or the deadline.
        NoConnection: Nothing answers at this address.
    """
    connection = _connection(target, str(address), deadline - time.monotonic())
    with _cut_at(deadline, connection, target) as sockets:
        connection.connect()
        # Kept here, for the connection forgets it once the server is to close it.
        sockets.append(connection.sock)
        connection.request(
            "GET",
            target.request,
            headers={**_HEADERS, "Host": target.host_field},
            preload_content=False,
        )
        response = connection.getresponse()
        try:
            return _answer(response, target, max_bytes)
        finally:
            response.close()


def _connection(target: Target, address: str, seconds: float) -> HTTPConnection:
    timeout = min(max(seconds, 0.001), _SILENCE_SECONDS)
    if target.scheme == "http":
        return HTTPConnection(address, target.port, timeout=timeout)
    return HTTPSConnection(
        address,
        target.port,
        timeout=timeout,
        cert_reqs="CERT_REQUIRED",
        server_hostname=target.host,
        assert_hostname=target.host,
    )


@contextmanager
def _cut_at(deadline: float, connection: HTTPConnection, target: Target) -> Iterator[list[object]]:
    """Cut the connection at the deadline, and say in our words what went wrong before."""
    expired = threading.Event()
    sockets: list[object] = []

    def cut() -> None:
        expired.set()
        for each in (connection.sock, *sockets):
            if isinstance(each, socket.socket):
                # The base class: an SSL socket would first wait for the other side.
                with suppress(OSError):
                    socket.socket.shutdown(each, socket.SHUT_RDWR)

    timer = threading.Timer(max(deadline - time.monotonic(), 0.0), cut)
    timer.daemon = True
    timer.start()
    try:
        yield sockets
        if expired.is_set():
            raise too_slow(target)
    except (HTTPError, HTTPException, OSError) as error:
        if expired.is_set() or time.monotonic() >= deadline:
            raise too_slow(target) from None
        raise _failed(error, target) from error
    finally:
        timer.cancel()
        connection.close()


def _answer(response: BaseHTTPResponse, target: Target, max_bytes: int) -> Answer:
    media_type = response.headers.get("content-type")
    location = response.headers.get("location")
    if response.status in _REDIRECTS and location:
        return Answer(location=location, media_type=media_type, data=b"")
    if response.status != 200:
        raise FetchFailed(
            what=f"the answer {response.status} instead of a page",
            where=target.host,
            remedy="open the address in a browser, save the page and read the file",
        )
    if response.headers.get("content-encoding", "").strip().lower() not in _ENCODINGS:
        raise FetchFailed(
            what="a compression that was not asked for",
            where=target.host,
            remedy="save the page and read the file",
        )
    return Answer(location=None, media_type=media_type, data=_body(response, target, max_bytes))


def _body(response: BaseHTTPResponse, target: Target, max_bytes: int) -> bytes:
    body = bytearray()
    # Not `read`: it returns only when so many bytes have come or the peer is done.
    while chunk := response.read1(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > max_bytes or response.tell() > max_bytes:
            raise FetchFailed(
                what=f"a document of more than {max_bytes / 1e6:.0f} MB",
                where=target.host,
                remedy="save the part that matters and read the file",
            )
    return bytes(body)


def too_slow(target: Target) -> FetchFailed:
    """The error of a fetch that used up its time."""
    return FetchFailed(
        what="no complete answer in time",
        where=target.host,
        remedy="try again later, or save the page and read the file",
    )


def _failed(error: Exception, target: Target) -> FetchFailed:
    # The message of the error holds the path of the page; its kind says enough.
    text = str(error)
    if "CERTIFICATE" in text.upper():
        return FetchFailed(
            what="a certificate that is not valid for the host",
            where=target.host,
            remedy="check the address; do not trust the page",
        )
    if isinstance(error, NewConnectionError | ConnectTimeoutError):
        return NoConnection(
            what="no connection",
            where=target.host,
            remedy="check the address and the connection to the network",
        )
    return FetchFailed(
        what=f"the connection failed ({type(error).__name__})",
        where=target.host,
        remedy="check the address and try again later",
    )
