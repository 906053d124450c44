"""A register of any size, made up from a seed: everybody and everything in it is invented.

A likeness to anybody living or dead is an accident of syllables. States are called by their
names, as in the worlds of `habeas.accounts.worlds`; nothing told of them here happened.
"""

from __future__ import annotations

from made_up.filling import fill
from made_up.sizes import FULL, SMALL, Size

__all__ = ["FULL", "SMALL", "Size", "fill"]
