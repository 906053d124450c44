"""Candidates for a name among very many names, in any script."""

from __future__ import annotations

from habeas.people.search.index import Hit, NameIndex, UnreadableIndex

__all__ = ["Hit", "NameIndex", "UnreadableIndex"]
