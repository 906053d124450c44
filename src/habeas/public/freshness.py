"""Let a browser keep a page until the Edition, or what makes pages of it, is another."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import lru_cache, wraps
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate

from django.utils.translation import get_language
from django.views.decorators.http import condition, require_safe

from habeas.public.edition import current_edition

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase


def edition_page[**P](
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Make a view a page of the Edition: read only, asked for again each time, sent once.

    The answer carries an ETag and the day it last changed. A browser that has it is told
    so (304) before anything is read or arranged.
    """
    checked = require_safe(condition(_etag, _changed)(view))

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        response: HttpResponseBase = checked(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return answer


def _etag(request: HttpRequest, **_of_address: str) -> str:
    # The address is part of it, so that no tag of one page holds for an address
    # where nothing stands.
    digest = current_edition().file.summary.digest
    parts = (digest, _maker().digest, get_language() or "", request.get_full_path())
    return f'"{hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]}"'


def _changed(_request: HttpRequest, **_of_address: str) -> datetime:
    return max(current_edition().written, _maker().changed)


class _Maker:
    """What makes the pages: this release and the files of this package."""

    def __init__(self, folder: Path) -> None:
        found = [path for path in folder.rglob("*") if path.suffix in {".py", ".html", ".mo"}]
        whole = hashlib.sha256(version("habeas").encode())
        for path in sorted(found):
            whole.update(path.read_bytes())
        self.digest = whole.hexdigest()
        newest = max(path.stat().st_mtime for path in found)
        self.changed = datetime.fromtimestamp(newest, tz=UTC)


@lru_cache(maxsize=1)
def _maker() -> _Maker:
    return _Maker(Path(__file__).parent)
