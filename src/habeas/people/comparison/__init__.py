"""Two spellings: how likely they are the name of one person, and why."""

from __future__ import annotations

from habeas.people.comparison.compare import THRESHOLD, compare_many, compare_names

__all__ = ["THRESHOLD", "compare_many", "compare_names"]
