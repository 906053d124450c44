"""The pages of a SQLite file without what SQLite leaves between their rows.

SQLite does not clear the space of a page that no row uses, and rows stood there while the page was
made. An Edition holds nothing but its rows, so that space is zeroed; where it lies is told by the
head of each page (SQLite's "Database File Format", section 1.6). Fragments of up to three bytes
between two cells are left.
"""

from __future__ import annotations

from pathlib import Path

_FILE_HEADER = 100
_HEADS = {0x02: 12, 0x05: 12, 0x0A: 8, 0x0D: 8}
"""Length of the head of a page by its first byte: inner and leaf pages of indexes and tables."""
_LARGEST_PAGE = 65536


_VERSIONS = ((24, 4), (92, 8))
"""Places in the head of a file, and bytes there: how often it was changed, and by which SQLite.

For information only; with zeros two releases of the library write the same bytes.
"""


def clear_leftovers(path: Path) -> None:
    """Put zeros between the cell pointers of each page of a database and its first cell.

    Args:
        path: Of a whole database that was just vacuumed: it has no free page, and no page has a
            free block between its cells.
    """
    with path.open("rb+") as file:
        header = file.read(_FILE_HEADER)
        size = int.from_bytes(header[16:18], "big")
        size = _LARGEST_PAGE if size == 1 else size
        start = 0
        file.seek(start)
        while page := file.read(size):
            cleared = _cleared(page, _FILE_HEADER if start == 0 else 0)
            if start == 0:
                for place, length in _VERSIONS:
                    cleared = cleared[:place] + bytes(length) + cleared[place + length :]
            if cleared != page:
                file.seek(start)
                file.write(cleared)
            start += size
            file.seek(start)


def _cleared(page: bytes, head: int) -> bytes:
    """One page without leftovers; its head begins after that of the file, on the first page."""
    length = _HEADS.get(page[head])
    if length is None:  # a page of overflow begins with the number of the next, and so with 0
        return page
    cells = int.from_bytes(page[head + 3 : head + 5], "big")
    first = int.from_bytes(page[head + 5 : head + 7], "big") or _LARGEST_PAGE
    gap = head + length + 2 * cells
    return page[:gap] + bytes(first - gap) + page[first:]
