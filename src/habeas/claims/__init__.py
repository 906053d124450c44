"""From a Report to Claims, each locked to its Passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from habeas.claims.extract import LanguageNotRead, extract_claims

__all__ = ["LanguageNotRead", "extract_claims"]


def __getattr__(name: str) -> Any:
    # The parser takes a second to load; it is loaded on the first reading.
    if name in __all__:
        from habeas.claims import extract

        return getattr(extract, name)
    raise AttributeError(f"module 'habeas.claims' has no attribute {name!r}")
