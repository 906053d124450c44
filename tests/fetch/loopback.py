"""A web server on loopback that serves well and badly, by path."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import unquote

PAGE = "<html><body><p>Nine people were freed in the invented town of Arden.</p></body></html>"
RUSSIAN = "<html><body><p>В вымышленном городе Арден освобождены девять человек.</p></body></html>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A running server.

    Attributes:
        port: Port on 127.0.0.1.
        seen: Request lines and headers received, oldest first.
    """

    port: int
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def at(self, path: str) -> str:
        """Address of a path of the site."""
        return f"http://127.0.0.1:{self.port}{path}"


@contextmanager
def running_site() -> Iterator[Site]:
    """Serve on a free port until the block ends."""
    seen: list[tuple[str, dict[str, str]]] = []

    class Handler(_Handler):
        log: ClassVar[list[tuple[str, dict[str, str]]]] = seen

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield Site(port=server.server_address[1], seen=seen)
        server.shutdown()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    log: ClassVar[list[tuple[str, dict[str, str]]]]

    def do_GET(self) -> None:
        self.log.append((self.requestline, dict(self.headers.items())))
        path, _, rest = self.path.removeprefix("/").partition("/")
        try:
            getattr(self, f"serve_{path.replace('-', '_').split('?')[0]}")(rest)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: stderr belongs to the test run."""

    def reply(self, body: bytes, **headers: str) -> None:
        self.send_response(200)
        for name, value in {"content_length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, location: str) -> None:
        self.send_response(302)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def serve_page(self, _: str) -> None:
        self.reply(PAGE.encode(), content_type="text/html; charset=utf-8")

    def serve_koi8(self, _: str) -> None:
        self.reply(RUSSIAN.encode("koi8-r"), content_type="text/html; charset=koi8-r")

    def serve_picture(self, _: str) -> None:
        self.reply(PAGE.encode(), content_type="image/png")

    def serve_gzip(self, _: str) -> None:
        self.reply(gzip.compress(PAGE.encode()), content_encoding="gzip", content_type="text/html")

    def serve_bomb(self, _: str) -> None:
        # 100 MB of zeros in 100 kB.
        self.reply(gzip.compress(bytes(100_000_000)), content_encoding="gzip")

    def serve_brotli(self, _: str) -> None:
        self.reply(b"\x0b\x02\x80hello\x03", content_encoding="br")

    def serve_broken_gzip(self, _: str) -> None:
        self.reply(gzip.compress(b"")[:10] + b"\xff" * 20, content_encoding="gzip")

    def serve_truncated(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"only this")
        self.close_connection = True

    def serve_endless(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        for _number in range(10_000):
            self.wfile.write(bytes(65_536))

    def serve_drip(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _number in range(100):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.1)

    def serve_drip_headers(self, _: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            self.wfile.write(b"X-%d: a\r\n" % number)
            self.wfile.flush()
            time.sleep(0.1)

    def serve_silence(self, _: str) -> None:
        time.sleep(5)

    def serve_many_headers(self, _: str) -> None:
        self.send_response(200)
        for number in range(500):
            self.send_header(f"X-{number}", "a")
        self.end_headers()

    def serve_nonsense(self, _: str) -> None:
        self.wfile.write(b"this is not HTTP\r\n\r\n")
        self.close_connection = True

    def serve_missing(self, _: str) -> None:
        self.send_error(404)

    def serve_loop(self, _: str) -> None:
        self.redirect("/loop")

    def serve_countdown(self, rest: str) -> None:
        self.redirect(f"/countdown/{int(rest) - 1}" if int(rest) else "/page")

    def serve_to(self, rest: str) -> None:
        self.redirect(unquote(rest))
