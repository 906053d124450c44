"""The child process that parses a feed, run by `habeas.reports.feeds` within limits."""

from __future__ import annotations

import io
import re
import time
from typing import Any

from habeas.reports.limited import Refusal, answer

MAX_ENTRIES = 10_000
"""Entries up to which a feed is read."""

_TAG = re.compile(r"<[A-Za-z/!]")


def extract(data: bytes) -> dict[str, Any]:
    """What a feed says of itself and its entries.

    Each entry has the keys `title`, `link`, `author`, `published` (as written), `day`
    (ISO, of `published` or else of `updated`; empty where neither is a date), `language`,
    `publisher`, `html` and `text` (its content: one of the two is empty).

    Raises:
        Refusal: `broken` for what is no feed, `entries` for too many.
    """
    import feedparser

    # From a stream: bytes would be taken for the name of a file.
    feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False)
    if not feed.get("version"):
        raise Refusal("broken")
    entries = feed["entries"]
    if not entries and feed.get("bozo"):
        raise Refusal("broken")
    if len(entries) > MAX_ENTRIES:
        raise Refusal("entries")
    about = feed["feed"]
    return {
        "entries": [_entry(entry, about) for entry in entries],
        # A feed cut short still gives the entries before the cut.
        "broken": bool(feed.get("bozo")) and _is_cut(feed.get("bozo_exception")),
    }


def _entry(entry: Any, about: Any) -> dict[str, str]:
    html, text = _content(entry)
    source = entry.get("source") or {}
    return {
        "title": _bare(entry.get("title", ""), entry.get("title_detail")),
        "link": str(entry.get("link") or ""),
        "author": str(entry.get("author") or about.get("author") or ""),
        "published": str(entry.get("published") or ""),
        "day": _day(entry.get("published_parsed") or entry.get("updated_parsed")),
        "language": str(_language(entry) or about.get("language") or ""),
        "publisher": str(source.get("title") or about.get("title") or ""),
        "html": html,
        "text": text,
    }


def _content(entry: Any) -> tuple[str, str]:
    """The entry's longest content, as HTML and else as plain text."""
    found = [*entry.get("content", []), entry.get("summary_detail") or {}]
    best = max(found, key=lambda each: len(each.get("value") or ""))
    value = str(best.get("value") or "")
    if best.get("type") == "text/plain" and not _TAG.search(value):
        return "", value
    return value, ""


def _bare(title: str, detail: Any) -> str:
    """A title without the tags that RSS and Atom allow in it."""
    if not title or (detail or {}).get("type") == "text/plain" or not _TAG.search(title):
        return title
    from lxml import html

    return str(html.fragment_fromstring(title, create_parent="div").text_content())


def _language(entry: Any) -> str | None:
    details = [*entry.get("content", []), entry.get("summary_detail") or {}]
    return next((each["language"] for each in details if each.get("language")), None)


def _day(stamp: time.struct_time | None) -> str:
    return time.strftime("%Y-%m-%d", stamp) if stamp else ""


def _is_cut(error: Any) -> bool:
    return "no element found" in str(error) or "unclosed" in str(error)


if __name__ == "__main__":
    answer(extract)
