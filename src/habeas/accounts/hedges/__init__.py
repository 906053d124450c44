"""What the words of a count strictly exclude, and what they usually mean.

Two tiers for every phrase, from one table in English and Russian; docs/hedges.md shows it
with its sources and how often the soft tier held.
"""

from __future__ import annotations

from habeas.accounts.hedges.bounds import hard_bounds, listed_bounds, soft_bounds
from habeas.accounts.hedges.phrases import Reading, read_phrase

__all__ = ["Reading", "hard_bounds", "listed_bounds", "read_phrase", "soft_bounds"]
