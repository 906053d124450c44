"""RSS and Atom feeds: each entry is a document of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any

from habeas.model.problems import Problem
from habeas.reports.dates import read_date
from habeas.reports.limited import Refusal, ask_limited
from habeas.reports.members import Budget, Document, LeftOut, Place
from habeas.reports.reading import as_title, web_address

MAX_FEED_BYTES = 10_000_000
"""Largest feed that is read, in bytes."""

_PROCESS = "habeas.reports.feed_process"
_REFUSED = {
    "broken": ("a feed that cannot be parsed", "fetch it again, or save its entries as pages"),
    "entries": ("a feed of more entries than any feed has", "split it"),
    "time": ("a feed that takes too long to read", "save its entries as pages instead"),
}
_CRASHED = ("a feed that no reader can finish", "save its entries as pages instead")


def feed_documents(
    stream: io.BufferedReader[Any], place: Place, budget: Budget
) -> Iterator[Document | Problem]:
    """The entries of a feed as web pages, in its order, counted from 1.

    An entry is given as a small page written for it (UTF-8): its title as `<title>` and
    `<h1>`, its date, author, publisher and address in the head, its longest content in
    an `<article>`, as the feed has it but for scripts and styles. So the Report has
    the entry's own title, date, publisher and address. The date is `published`, as
    written; where an entry has none, the day it was updated, which is the only date
    that many feeds give. The publisher is the feed that the entry names as its source,
    else the feed itself. `url` is the entry's link.

    The feed is parsed in a process of its own and never from the network.

    Args:
        stream: The feed.
        place: Where it is.
        budget: Not needed: a feed is not packed.
    """
    del budget
    data = stream.read(MAX_FEED_BYTES + 1)
    if len(data) > MAX_FEED_BYTES:
        yield place.problem(
            f"a feed of more than {MAX_FEED_BYTES / 1e6:.0f} MB", "save its entries as pages"
        )
        return
    try:
        feed = ask_limited(_PROCESS, data)
    except Refusal as refusal:
        yield place.problem(*_REFUSED.get(refusal.args[0], _CRASHED))
        return
    entries = feed.get("entries")
    for number, entry in enumerate(entries if isinstance(entries, list) else [], 1):
        # What the child says is no more to be trusted than the feed.
        known = {key: str(value) for key, value in entry.items()} if isinstance(entry, dict) else {}
        address = web_address(known.get("link", ""))
        here = replace(
            place.inside(f", entry {number}"),
            media_type="text/html; charset=utf-8",
            url=address,
            retrieved=place.retrieved,
        )
        if not (known.get("title") or known.get("html") or known.get("text")):
            yield here.problem("an entry without title and text", "read the page it links to")
        else:
            yield here.document(_page(known, address).encode("utf-8", "replace"))
    if not entries:
        yield LeftOut(
            what="a feed without entries", where=place.file, remedy="nothing need be done"
        )
    if feed.get("broken"):
        yield place.problem("a feed that ends in the middle", "fetch it again")


def _page(entry: dict[str, str], address: str | None) -> str:
    published = entry.get("published", "")
    # As written where that is a date: its day is the one of the publisher's zone.
    day = published if read_date(published) else entry.get("day", "")
    title = as_title(entry.get("title", ""))
    head = [
        '<meta charset="utf-8">',
        f"<title>{escape(title)}</title>",
        _meta("og:title", title),
        _meta("og:site_name", as_title(entry.get("publisher", ""))),
        _meta("author", as_title(entry.get("author", ""))),
        _meta("article:published_time", day),
        f'<link rel="canonical" href="{escape(address)}">' if address else "",
    ]
    body = entry.get("html") or "\n".join(
        f"<p>{escape(paragraph)}</p>"
        for paragraph in re.split(r"\n\s*\n", entry.get("text", ""))
        if paragraph.strip()
    )
    language = escape(entry.get("language", "")[:35])
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head>{"".join(head)}</head>\n'
        f"<body><article><h1>{escape(title)}</h1>\n{body}\n</article></body></html>\n"
    )


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(content)}">' if content else ""
