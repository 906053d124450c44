"""The day a web page says it was published."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from habeas.model.dates import EdtfDate
from habeas.reports.dates import read_date
from habeas.reports.page_facts import page_metas, words_of

_META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "date",
)
_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=[/-]|$)")
_MARKED = re.compile(
    r"(?:^|[\s_-])(?:pub|post|entry|article)?(?:date|time)(?:line|time|stamp|published)?(?=$|[\s_-])"
    r"|published|posted|byline"
)
_UNMARKED = re.compile(r"updat|modif|expire|event", re.IGNORECASE)
_ELSEWHERE = frozenset({"nav", "footer", "aside", "form", "script", "style", "template"})
_BYLINE_CHARACTERS = 80
_BYLINE_ELEMENTS = 12
_BYLINES = 20
_NAMED_MONTH = re.compile(r"\b[0-9]{1,2}\s+[^\W\d_]{3,12}\.?,?\s+[0-9]{4}\b")
_SLASHED = re.compile(r"\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\b")

# Far enough that no page is later, so that no clock is read.
_EARLIEST = datetime(1990, 1, 1)  # noqa: DTZ001  compared with naive dates
_LATEST = datetime(2199, 12, 31)  # noqa: DTZ001


def publication_date(
    page: HtmlElement, article: dict[str, Any], url: str | None
) -> EdtfDate | None:
    """The day a page gives as its own, as exactly as it gives it.

    Looked for, in order: `datePublished` of the article's JSON-LD; `<meta>`
    names that mean publication; a `<time>` marked as the publication's;
    the only `<time datetime>` of the article; a day in the canonical address;
    a short line marked as date or byline, read by htmldate. A day of
    modification, a copyright year and dates in prose are never taken, and
    where nothing is left the answer is None, never the day of reading.

    Args:
        page: The parsed page.
        article: JSON-LD node of the article; may be empty.
        url: Canonical address, or None.
    """
    for written in _declared(page, article, url):
        when = read_date(written)
        if when is not None:
            return when
    return _from_bylines(page)


def _declared(page: HtmlElement, article: dict[str, Any], url: str | None) -> Iterator[str]:
    stated = article.get("datePublished")
    if isinstance(stated, str):
        yield stated
    metas = page_metas(page)
    yield from (metas[name] for name in _META_NAMES if name in metas)
    yield from _times(page)
    if match := _URL_DAY.search(url or ""):
        yield "-".join(match.groups())


def _times(page: HtmlElement) -> Iterator[str]:
    stamps = [time for time in page.iter("time") if time.get("datetime") and not _aside(time)]
    for time in stamps:
        if time.get("pubdate") is not None or "published" in _labels(time).lower():
            yield time.get("datetime") or ""
    fresh = [time for time in stamps if not _UNMARKED.search(_labels(time))]
    # Several unmarked ones are as likely those of a list of other stories.
    if len({time.get("datetime") for time in fresh}) == 1:
        yield fresh[0].get("datetime") or ""


def _from_bylines(page: HtmlElement) -> EdtfDate | None:
    lines = []
    for element in page.iter("span", "div", "p", "time", "li", "small", "em", "i"):
        labels = _labels(element)
        if not _MARKED.search(labels.lower()) or _UNMARKED.search(labels) or _aside(element):
            continue
        # A byline is small; a whole section named "timeline" is no byline.
        if len(list(islice(element.iter(), _BYLINE_ELEMENTS + 1))) > _BYLINE_ELEMENTS:
            continue
        words = words_of(element)
        if 6 <= len(words) <= _BYLINE_CHARACTERS and any(sign.isdigit() for sign in words):
            lines.append(words)
        if len(lines) == _BYLINES:
            break
    days = {when.text: when for when in map(_read_line, lines) if when is not None}
    # Two different days: neither is *the* page's.
    return next(iter(days.values())) if len(days) == 1 else None


def _read_line(line: str) -> EdtfDate | None:
    if (when := read_date(line)) is not None:
        return when
    if match := _SLASHED.search(line) or _NAMED_MONTH.search(line):
        # htmldate would take 03/04/2025 for one of the two days it may be, and
        # knows few names of months outside English in its quick mode.
        when = read_date(match.group())
        if when is not None or "/" in match.group():
            return when
    from htmldate import find_date

    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    page = html.Element("html")
    mark = html.Element("span")
    mark.set("class", "date")
    mark.text = line
    page.append(html.Element("body"))
    page[0].append(mark)
    found = find_date(
        page, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST
    )
    return read_date(found) if found else None


def _labels(element: HtmlElement) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))[:500]


def _aside(element: HtmlElement) -> bool:
    return any(parent.tag in _ELSEWHERE for parent in element.iterancestors())
