"""Who teaches the trees: nobody of whom the encoder learned that they learn with.

What is measured of names that the encoder has seen is better than what it will be of others, and
trees that learned from it would trust it too much. The encoder that ships learns from everybody.
"""

from __future__ import annotations

from zlib import crc32

SHARE = 0.25
"""The share of politicians kept from the encoder; of others, who are many, less."""

_OTHER_SOURCES = 0.4


def teaches_trees(person_id: str, share: float = SHARE) -> bool:
    """Whether a person is among those kept for the trees; the same in every run."""
    place = crc32(person_id.encode()) % 1000 / 1000
    return place < (share if person_id.startswith("ep") else share * _OTHER_SOURCES)


def nobody(person_id: str) -> bool:
    """Leaves nobody out."""
    return False
