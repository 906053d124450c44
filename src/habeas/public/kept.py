"""Pages that were made are kept in memory, compressed, until the Edition is another.

They are the same for everybody; who cannot unpack them gets them unpacked. What is sought
is not kept, nor what would be if something were set aside, so that no visitor leaves a trace
or drives out the pages that many read.
"""

from __future__ import annotations

import gzip
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.cache import get_conditional_response, has_vary_header
from django.utils.http import parse_http_date_safe

from habeas.public.edition import current_edition
from habeas.register.edition_file import NotAnEdition

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

MOST_BYTES = 64 * 1024 * 1024
"""Of all pages together, in one process."""

_LARGEST = 256 * 1024
_MOST_PLAIN = 4 * 1024 * 1024
"""Bytes of a page before it is compressed; a larger one is not kept."""

_PER_PAGE = 1024
"""What a page costs beside its bytes: its headers and its place."""

_WEAK = "W/"
"""Before a tag: of pages that are the same in other bytes (RFC 9110, 8.8.1)."""

type _Key = tuple[str, bool, str]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page, compressed, and its headers but for those that tell of that."""

    content: bytes
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, response: HttpResponse) -> _Kept:
        """Keep what was made, compressed or not."""
        headers = dict(response.headers)
        headers.pop("Content-Length", None)
        packed = headers.pop("Content-Encoding", "") == "gzip"
        headers["ETag"] = headers["ETag"].removeprefix(_WEAK)
        content = response.content if packed else gzip.compress(response.content, mtime=0)
        return cls(content, tuple(headers.items()))

    @property
    def size(self) -> int:
        return len(self.content) + _PER_PAGE


class KeptPages:
    """Answers from memory what was answered before, and keeps what may be kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._lock = threading.Lock()
        self._digest = ""
        self._pages: OrderedDict[_Key, _Kept] = OrderedDict()
        self._size = 0

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _may_be_kept(request):
            return self.get_response(request)
        try:
            digest = current_edition().file.summary.digest
        except NotAnEdition:
            return self.get_response(request)
        # Pages hold their own address. A host that is not served is refused here.
        key = (request.get_host(), request.is_secure(), request.get_full_path())
        kept = self._found(digest, key)
        if kept is None:
            response = self.get_response(request)
            if _is_worth_it(response):
                self._keep(digest, key, _Kept.of(response))
            return response
        return _sent(kept, request)

    def _found(self, digest: str, key: _Key) -> _Kept | None:
        with self._lock:
            if digest != self._digest:
                self._digest, self._size = digest, 0
                self._pages.clear()
            kept = self._pages.get(key)
            if kept is not None:
                self._pages.move_to_end(key)
            return kept

    def _keep(self, digest: str, key: _Key, kept: _Kept) -> None:
        if len(kept.content) > _LARGEST:
            return
        with self._lock:
            if digest != self._digest:
                return
            before = self._pages.pop(key, None)
            self._pages[key] = kept
            self._size += kept.size - (before.size if before else 0)
            while self._size > MOST_BYTES:
                _, dropped = self._pages.popitem(last=False)
                self._size -= dropped.size


def _may_be_kept(request: HttpRequest) -> bool:
    return (
        request.method == "GET"
        and request.GET.keys() <= {"page", "cursor", "limit"}
        and not request.path_info.startswith("/static/")
    )


def _is_worth_it(response: HttpResponse) -> bool:
    """True for a page of the Edition that is long enough to be compressed."""
    return (
        response.status_code == 200
        and not response.streaming
        and response.has_header("ETag")
        and has_vary_header(response, "Accept-Encoding")
        and len(response.content) <= _MOST_PLAIN
    )


def _sent(kept: _Kept, request: HttpRequest) -> HttpResponseBase:
    unpacks = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(kept.content if unpacks else gzip.decompress(kept.content))
    for name, value in kept.headers:
        response.headers[name] = value
    response.headers["Content-Length"] = str(len(response.content))
    if unpacks:
        # The same page in other bytes.
        response.headers["Content-Encoding"] = "gzip"
        response.headers["ETag"] = _WEAK + response.headers["ETag"]
    changed = parse_http_date_safe(response.headers.get("Last-Modified", ""))
    answer = get_conditional_response(request, response.headers["ETag"], changed, response)
    return answer if answer is not None else response
