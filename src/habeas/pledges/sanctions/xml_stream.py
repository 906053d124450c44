"""The elements of an XML list one after the other, whoever wrote it.

No list declares a document type, so a declaration is refused before anything in it is
looked at: without one there are no entities to expand and nothing outside to fetch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from habeas.pledges.sanctions.problems import UnreadableSanctions

type Element = Any
"""An element of lxml, which publishes no types."""

MAX_ENTRY_BYTES = 8_000_000
"""Bytes within which an entry of a list must end; the longest published have 200,000."""

_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """The outermost element: its namespace, empty where it has none, and its name."""

    namespace: str
    name: str

    def tag(self, name: str) -> str:
        """A tag of the same namespace, as lxml writes it."""
        return f"{{{self.namespace}}}{name}" if self.namespace else name


class _Found(Exception):
    """Ends the search for the outermost element."""


def root_of(data: bytes, where: str) -> Root:
    """The outermost element, which must come before any declaration of a document type.

    Raises:
        UnreadableSanctions: There is a declaration, or no XML.
    """
    found: list[str] = []

    def begin(name: str, _: object) -> None:
        found.append(name)
        raise _Found

    def declare(name: str, *_: object) -> None:
        is_page = name.casefold() == "html"
        raise UnreadableSanctions(
            what="a web page, which is no list" if is_page else "XML that declares a document type",
            where=where,
            remedy="save the list itself, not the page about it"
            if is_page
            else "get the list again from its publisher; no published list has a declaration",
        )

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    parser.StartDoctypeDeclHandler = declare
    try:
        for start in range(0, len(data), _CHUNK):
            parser.Parse(data[start : start + _CHUNK], False)
    except _Found:
        namespace, _, name = found[0].rpartition(" ")
        return Root(namespace=namespace, name=name)
    except expat.ExpatError as error:
        raise _broken(where, error.lineno) from error
    raise _broken(where, 1)


def elements(data: bytes, tags: Sequence[str], where: str) -> Iterator[Element]:
    """The elements of some tags as they end; each is emptied when the next is asked for.

    Args:
        data: What `root_of` accepted.
        tags: As `Root.tag` gives them; none of them stands inside another.
        where: The file, for messages.

    Raises:
        UnreadableSanctions: Damaged, cut off, or with an element beyond all measure.
    """
    from lxml import etree

    parser = etree.XMLPullParser(
        events=("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    last_end = 0
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
            for _, element in parser.read_events():
                last_end = start
                yield element
                _forget(element)
            if start - last_end > MAX_ENTRY_BYTES:
                raise UnreadableSanctions(
                    what=f"an entry of more than {MAX_ENTRY_BYTES / 1e6:.0f} MB",
                    where=where,
                    remedy="get the list again from its publisher",
                )
        parser.close()
    except etree.XMLSyntaxError as error:
        raise _broken(where, error.lineno or 1) from error


def _forget(element: Element) -> None:
    element.clear(keep_tail=False)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _broken(where: str, line: int) -> UnreadableSanctions:
    # The parser's own message may quote the list.
    return UnreadableSanctions(
        what="XML that is damaged or cut off",
        where=f"{where}, line {line}",
        remedy="get the list again from its publisher",
    )
