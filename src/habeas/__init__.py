"""habeas: who is held for their politics, who was freed, who says so, what was promised.

The functions a reader learns first are imported here on first use, so that
`import habeas` loads neither the parser nor the web framework.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from habeas.accounts import reconcile
    from habeas.claims import extract_claims
    from habeas.events import custody_on
    from habeas.people import resolve_people
    from habeas.reports import read_report

__version__ = "0.1.0"

__all__ = ["custody_on", "extract_claims", "read_report", "reconcile", "resolve_people"]

_HOME = {
    "read_report": "habeas.reports",
    "extract_claims": "habeas.claims",
    "resolve_people": "habeas.people",
    "custody_on": "habeas.events",
    "reconcile": "habeas.accounts",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'habeas' has no attribute {name!r}")
