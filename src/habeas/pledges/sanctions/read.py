"""Bytes → a list of sanctions, whichever of the formats they are in."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from habeas.model.sanctions import ListedEntity, SanctionsList
from habeas.pledges.sanctions.entries import Notices
from habeas.pledges.sanctions.eu import read_eu
from habeas.pledges.sanctions.found import Found
from habeas.pledges.sanctions.ftm import read_ftm
from habeas.pledges.sanctions.ofac import read_ofac
from habeas.pledges.sanctions.ofac_advanced import read_advanced, twice
from habeas.pledges.sanctions.problems import UnreadableSanctions
from habeas.pledges.sanctions.uk import read_uk
from habeas.pledges.sanctions.xml_stream import root_of

MAX_BYTES = 300_000_000
"""Bytes up to which a list is read; OFAC's in the Advanced format has some 120 million."""

MAX_ENTITIES = 300_000
"""Entries up to which a list is read."""

READ = "OFAC XML or Advanced XML, EU XML 1.1, UK CSV, FollowTheMoney JSON lines"
"""The formats, for messages."""

_XML = {"sdnList": read_ofac, "Sanctions": read_advanced, "export": read_eu}
_OTHERS = {
    "sanctionsData": "OFAC's Enhanced XML, which is not read",
    "CONSOLIDATED_LIST": "the list of the United Nations, which is not read",
    "html": "a web page, which is no list",
}
_BLANK = b"\xef\xbb\xbf \t\r\n"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_sanctions(data: bytes, *, file: str) -> SanctionsList:
    """Read an edition of a list of sanctions; the content tells the format.

    A list is read whole or not at all. A value that cannot be used, such as a birth date
    that is none, is a problem, and its entry stands without it.

    Args:
        data: The file, at most `MAX_BYTES`.
        file: Its name, for messages; of OFAC's classic format it tells the list as well.

    Raises:
        UnreadableSanctions: Too large, damaged, cut off, hostile, or no list that is read.
    """
    refuse_size(len(data), file)
    notices = Notices(where=file)
    found = _begin(data, notices)
    entities = tuple(sorted(_entities(found, notices), key=lambda each: each.id))
    if not entities:
        raise UnreadableSanctions(
            what=f"{found.format} without an entry",
            where=file,
            remedy="get the whole list again from its publisher",
        )
    if found.expected is not None and found.expected != len(entities):
        raise UnreadableSanctions(
            what=f"{len(entities):,} entries, where the list itself says {found.expected:,}",
            where=file,
            remedy="get the whole list again from its publisher",
        )
    return SanctionsList(
        digest=sha256(data).hexdigest(),
        format=found.format,
        title=found.title,
        issued=found.issued,
        entities=entities,
        told=found.told,
        problems=notices.problems(),
    )


def refuse_size(size: int, file: str) -> None:
    """Refuse a list by its size, before its bytes are read.

    Raises:
        UnreadableSanctions: It is larger than `MAX_BYTES`, or empty.
    """
    if size > MAX_BYTES:
        raise UnreadableSanctions(
            what=f"{size / 1e6:,.0f} MB, more than the {MAX_BYTES / 1e6:,.0f} MB habeas reads",
            where=file,
            remedy="give the list of one publisher, not a collection of many",
        )
    if not size:
        raise UnreadableSanctions(
            what="an empty file", where=file, remedy="get the list again from its publisher"
        )


def _begin(data: bytes, notices: Notices) -> Found:
    start = data[:1000].lstrip(_BLANK)
    if start.startswith(b"<") or data.startswith(_UTF16):
        root = root_of(data, notices.where)
        reader = _XML.get(root.name)
        if reader is None:
            raise _unknown(_OTHERS.get(root.name, "XML of another kind"), notices.where)
        return reader(data, root, notices)
    if start.startswith(b"{"):
        return read_ftm(data, notices)
    if start.startswith(b"PK\x03\x04"):
        raise UnreadableSanctions(
            what="a packed file", where=notices.where, remedy="unpack it, and give the file in it"
        )
    found = read_uk(data, notices) if b"\x00" not in start else None
    if found is None:
        raise _unknown("a file of another kind", notices.where)
    return found


def _entities(found: Found, notices: Notices) -> Iterator[ListedEntity]:
    seen: set[str] = set()
    for draft in found.drafts:
        if not draft.id:
            notices.add("an entry without an id", draft.place, "look it up at the source")
            continue
        if draft.id in seen:
            raise twice(draft.id, notices.where)
        seen.add(draft.id)
        if len(seen) > MAX_ENTITIES:
            raise UnreadableSanctions(
                what=f"more than {MAX_ENTITIES:,} entries",
                where=notices.where,
                remedy="give the list of one publisher, not a collection of many",
            )
        yield draft.finish()


def _unknown(what: str, where: str) -> UnreadableSanctions:
    return UnreadableSanctions(what=what, where=where, remedy=f"give one of {READ}")
