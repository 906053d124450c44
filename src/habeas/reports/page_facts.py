"""What a web page says about itself: title, publisher, day, address, language."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from habeas.reports.reading import as_title, web_address

_JSON_CHARACTERS = 1_000_000
_JSON_SCRIPTS = 20
_JSON_NODES = 5_000
_ARTICLE = re.compile(r"Article|Posting|Report|LiveBlog|PressRelease", re.IGNORECASE)
_SITE_PART = re.compile(r"\s+[|\u2013\u2014\u00b7»-]\s+")

_TITLE_NAMES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title")
_PUBLISHER_NAMES = (
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """A page's own words about itself; empty or None where it says nothing.

    Attributes:
        title: Headline, without the name of the site.
        publisher: Name of the site or publisher, as written.
        url: Canonical address, absolute, http or https.
        language: Tag of `<html lang>`, as written.
        article: The schema.org node that describes the article.
    """

    title: str
    publisher: str | None
    url: str | None
    language: str | None
    article: dict[str, Any]


def page_facts(page: HtmlElement) -> PageFacts:
    """Collect what a page says about itself, in its head, its JSON-LD and its one `<h1>`."""
    article = _article(page)
    metas = page_metas(page)
    publisher = _first(metas, _PUBLISHER_NAMES) or _name(article.get("publisher"))
    return PageFacts(
        title=_title(page, metas, article, publisher),
        publisher=publisher or None,
        url=_canonical(page, metas),
        language=page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang"),
        article=article,
    )


def page_metas(page: HtmlElement) -> dict[str, str]:
    """`<meta>` contents by name, property or itemprop in lower case; the first of each."""
    metas: dict[str, str] = {}
    for element in page.iter("meta"):
        content = as_title(element.get("content") or "")
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                metas.setdefault(name, content)
    return metas


def words_of(element: HtmlElement) -> str:
    """The text of an element on one line, cut as a title is."""
    pieces = []
    length = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        length += len(piece)
        if length > 2_000:
            break
    return as_title(" ".join(pieces))


def _title(
    page: HtmlElement, metas: dict[str, str], article: dict[str, Any], publisher: str
) -> str:
    headlines = page.findall(".//h1")
    if len(headlines) == 1 and (words := words_of(headlines[0])):
        return words
    declared = _first(metas, _TITLE_NAMES) or _text(article.get("headline"))
    if declared:
        return _without_site(declared, publisher)
    element = page.find(".//title")
    if element is not None and (words := words_of(element)):
        return _without_site(words, publisher)
    return words_of(headlines[0]) if headlines else ""


def _without_site(title: str, publisher: str) -> str:
    """`title` without a last or first part that only repeats the publisher's name."""
    for part, rest in _ends(title):
        if part.casefold() == publisher.casefold():
            return rest
    return title


def _ends(title: str) -> Iterator[tuple[str, str]]:
    joints = list(_SITE_PART.finditer(title))
    if joints:
        yield title[joints[-1].end() :], title[: joints[-1].start()]
        yield title[: joints[0].start()], title[joints[0].end() :]


def _canonical(page: HtmlElement, metas: dict[str, str]) -> str | None:
    for link in page.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            address = web_address(link.get("href") or "")
            if address:
                return address
    return web_address(metas.get("og:url", ""))


def _article(page: HtmlElement) -> dict[str, Any]:
    """The first JSON-LD node of an article's type, else the first with a day; else empty."""
    nodes = [node for node in _nodes(page) if "datePublished" in node or "headline" in node]
    articles = [node for node in nodes if _ARTICLE.search(_type(node))]
    return next(iter(articles or nodes), {})


def _nodes(page: HtmlElement) -> Iterator[dict[str, Any]]:
    scripts = (
        script
        for script in page.iter("script")
        if (script.get("type") or "").strip().lower() == "application/ld+json"
    )
    for script in islice(scripts, _JSON_SCRIPTS):
        source = script.text or ""
        if len(source) > _JSON_CHARACTERS:
            continue
        try:
            root = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _dicts(root)


def _dicts(root: Any) -> Iterator[dict[str, Any]]:
    """All objects of a JSON value, outermost first, up to a fixed number."""
    waiting = deque([root])
    for _ in range(_JSON_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting.extend(child for child in value.values() if isinstance(child, dict | list))
        elif isinstance(value, list):
            waiting.extend(value)


def _type(node: dict[str, Any]) -> str:
    kinds = node.get("@type")
    return " ".join(str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])[:10])


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _text(value)


def _text(value: Any) -> str:
    return as_title(value) if isinstance(value, str) else ""


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if name in metas), "")
