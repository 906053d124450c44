"""An Edition as a folder of pages, for a memory stick: the pages of the public site as files.

The pages are made by the very views that serve them, in processes of their own, since
this process may have the private database open, and theirs may not.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import batched, islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import TYPE_CHECKING, Any

from habeas.register.exports.readme import CREED, facts
from habeas.register.exports.stick_search import write_search

if TYPE_CHECKING:
    from habeas.register.exports.bundles import Bundle
    from habeas.register.exports.outgoing import Outgoing

type _Page = tuple[str, bytes]
"""Name of a file and what it holds."""

_PAGES_AT_ONCE = 50
_MOST_PROCESSES = 4

_application: Callable[..., Any] | None = None


def write_stick(going: Outgoing, bundle: Bundle, edition: Path, language: str = "en") -> None:
    """Write every page, what pages load, a search, the Edition and a README.

    Args:
        going: A whole Edition.
        bundle: Where to.
        edition: The Edition's file.
        language: Of the pages, as in their addresses.
    """
    processes = min(_MOST_PROCESSES, os.cpu_count() or 1)
    with ProcessPoolExecutor(
        processes,
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(str(edition),),
    ) as pool:
        claims = tuple(claim.id for claim in going.claims())
        ids = going.file.person_ids(), going.file.account_ids(), tuple(going.heads), claims
        asked = pool.submit(_addresses, language, ids).result()
        waiting: list[Future[list[_Page]]] = []
        chunks = batched(asked, _PAGES_AT_ONCE)
        for chunk in islice(chunks, 2 * processes):
            waiting.append(pool.submit(_render, chunk, language))
        while waiting:
            pages = waiting.pop(0).result()
            for chunk in islice(chunks, 1):
                waiting.append(pool.submit(_render, chunk, language))
            for name, data in pages:
                with bundle.file(name) as file:
                    file.write(data)
            going.told(len(pages))
    write_search(going, bundle)
    with bundle.file("edition.sqlite") as file, edition.open("rb") as source:
        while data := source.read(1 << 20):
            file.write(data)
    with bundle.file("README.txt") as file:
        file.write("".join(f"{line}\n" for line in _readme(going)).encode())


def _readme(going: Outgoing) -> Iterator[str]:
    yield "Open index.html in a browser. No server and no network is needed, and nothing is kept"
    yield "about what you read or search for. The search needs scripts; everything else does not."
    yield ""
    for label, words in facts(going):
        yield f"{label}: {' '.join(words.split())}"
    yield ""
    yield from CREED
    yield ""
    yield "edition.sqlite is the edition itself: habeas serve edition.sqlite shows the same pages,"
    yield "and what would be without a figure; habeas export edition.sqlite makes tables of it."
    yield "SHA256SUMS has the digest of each file: sha256sum --check SHA256SUMS"


def _begin(edition: str) -> None:
    """Make ready one process, which ends with the one that started it, however that ends."""
    global _application  # noqa: PLW0603 - one application a process, made once
    # Ctrl-C reaches every process; the one that started this one says what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from habeas.server.serving import public_application

    _application = public_application(Path(edition))


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _addresses(language: str, ids: tuple[tuple[str, ...], ...]) -> list[str]:
    """Addresses of all pages and static files."""
    from habeas.public.edition import current_edition
    from habeas.public.offline import LOADED, addresses_of_lists

    prefix = _prefix(language)
    kinds = ("people", "accounts", "reports", "claims")
    return [
        *(f"/static/{name}" for name in LOADED),
        *addresses_of_lists(current_edition().file, prefix),
        *(f"{prefix}{kind}/{id_}/" for kind, some in zip(kinds, ids, strict=True) for id_ in some),
        *(f"/accounts/{id_}/figures.csv" for id_ in ids[1]),
    ]


def _render(addresses: Iterable[str], language: str) -> list[_Page]:
    """Pages by the views that serve them, made files."""
    from django.utils import translation

    from habeas.public.offline import file_of, offline

    prefix = _prefix(language)
    pages = []
    for address in addresses:
        data = _answer(address)
        name = file_of(address, prefix)
        assert name is not None
        if name.endswith(".html"):
            with translation.override(language):
                data = offline(data.decode(), address, prefix).encode()
        pages.append((name, data))
    return pages


def _prefix(language: str) -> str:
    return "/" if language == "en" else f"/{language}/"


def _answer(address: str) -> bytes:
    """What the site answers; anything but a page is a fault of habeas."""
    from wsgiref.util import setup_testing_defaults

    path, _, query = address.partition("?")
    environment: dict[str, Any] = {
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": "localhost",
    }
    setup_testing_defaults(environment)
    told: list[str] = []
    assert _application is not None
    parts = _application(environment, lambda status, _headers, *_: told.append(status))
    try:
        data = b"".join(parts)
    finally:
        getattr(parts, "close", lambda: None)()
    if not told[0].startswith("200"):
        raise RuntimeError(f"a page could not be made ({told[0]})")
    return data
