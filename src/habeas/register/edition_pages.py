"""The pages of a SQLite file without what SQLite leaves between their rows.

SQLite does not clear the space of a page that no row uses, and rows stood there while the page was
made. An Edition holds nothing but its rows, so that space is zeroed; where it lies is told by the
head of each page (SQLite's "Database File Format", section 1.6). Fragments of up to three bytes
between two cells are left.
"""

from __future__ import annotations

_FILE_HEADER = 100
_HEADS = {0x02: 12, 0x05: 12, 0x0A: 8, 0x0D: 8}
"""Length of the head of a page by its first byte: inner and leaf pages of indexes and tables."""
_LARGEST_PAGE = 65536


def without_leftovers(data: bytes) -> bytes:
    """The same database, with zeros between the cell pointers of each page and its first cell.

    Args:
        data: A whole database that was just vacuumed: it has no free page, and no page has a
            free block between its cells.
    """
    cleared = bytearray(data)
    size = int.from_bytes(data[16:18], "big")
    size = _LARGEST_PAGE if size == 1 else size
    for start in range(0, len(data), size):
        head = start + (_FILE_HEADER if start == 0 else 0)
        length = _HEADS.get(data[head])
        if length is None:  # a page of overflow begins with the number of the next, and so with 0
            continue
        cells = int.from_bytes(data[head + 3 : head + 5], "big")
        first = int.from_bytes(data[head + 5 : head + 7], "big") or _LARGEST_PAGE
        gap = head + length + 2 * cells
        cleared[gap : start + first] = bytes(start + first - gap)
    return bytes(cleared)
