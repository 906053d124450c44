"""Static files under addresses that change with their content, so that they are kept for good."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class VersionedFiles(StaticFilesStorage):
    """Adds the digest of a file to its address; it needs no step that collects files."""

    def url(self, name: str | None) -> str:
        """Address of a static file, e.g. `/static/public/site.css?v=1f0c…`."""
        address: str = super().url(name)
        digest = _digest(name) if name else ""
        return f"{address}?v={digest}" if digest else address


@lru_cache(maxsize=64)
def _digest(name: str) -> str:
    found = finders.find(name)
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:12] if found else ""
