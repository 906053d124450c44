"""What a process remembers of names, let go of from time to time: the next ones are others."""

from __future__ import annotations

import ctypes
import sys
from functools import _lru_cache_wrapper

from habeas.people.comparison.engine import shipped_engine

_NAMES_KEPT = 2_000
_FEW = 2_000
"""Answers that may stay: what is made once for a process is among them."""


def keep_few_names() -> None:
    """Let the engine of this process keep few names at a time."""
    shipped_engine().keep(_NAMES_KEPT)


def forget() -> None:
    """Let go of what functions of this programme remember of more than a few values."""
    for name, module in list(sys.modules.items()):
        if name.startswith("habeas."):
            for value in vars(module).values():
                # Its very type: to ask a lazy object for its class would set it up.
                if type(value) is _lru_cache_wrapper and value.cache_info().currsize > _FEW:
                    value.cache_clear()
    give_back()


def give_back() -> None:
    """Give memory that nothing is in back to the system, where the C library can (glibc)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
