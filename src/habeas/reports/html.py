"""Web pages: the article without the page around it."""

from __future__ import annotations

import logging
import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from habeas.reports.decoding import decode
from habeas.reports.page_dates import publication_date
from habeas.reports.page_facts import page_facts
from habeas.reports.problems import UnreadableReport
from habeas.reports.reading import Origin, Reading, as_title

ARTICLE_ELEMENTS = 20_000
"""Elements up to which boilerplate is recognised; that work grows with their square."""

ARTICLE_CHARACTERS = 2_000_000
"""Characters of text up to which boilerplate is recognised."""

_ARTICLE_DEPTH = 256

_SHORT = 250
_NOTICE = 2_000
_TITLE_LINES = 5

_META_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,300}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w:.-]{1,40})",
    re.IGNORECASE,
)
_DECLARATIONS = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!DOCTYPE[^>\[]{0,300}\[[^\]]{0,10000}\]\s*>)?",
    re.IGNORECASE,
)
_LENIENT = {"no_network": True, "remove_comments": True, "remove_pis": True}
_UNSEEN_NAMES = """
aside audio button canvas dialog footer form head iframe math menu nav noscript object script select
style svg template textarea video
"""
_BLOCK_NAMES = """
address article blockquote body br dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6
header hr li main ol p pre section summary table tbody td tfoot th thead tr ul
"""
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_BLOCKS = frozenset(_BLOCK_NAMES.split())


def read_html(data: bytes, origin: Origin) -> Reading:
    """Read a web page.

    The text is the article as trafilatura finds it, one paragraph a line, and
    begins with the title as a reader sees it: where the first lines do not hold
    the title, it is put before them on a line of its own. Where no article is
    found (a short page, or one of more than `ARTICLE_ELEMENTS` elements or 256
    levels), the text is what the body shows, without navigation, scripts and forms.

    Scripts are not run, entities of the page's own making are not expanded,
    and nothing is fetched. NUL characters become U+FFFD, as HTML has it.

    Raises:
        UnreadableReport: The encoding cannot be told or no page can be parsed.
    """
    page = parse_page(data, origin)
    facts = page_facts(page)
    return Reading(
        text=_text(page, facts.title),
        title=facts.title,
        publisher=facts.publisher,
        published=publication_date(page, facts.article, facts.url),
        language=facts.language,
        url=facts.url,
    )


def parse_page(data: bytes, origin: Origin) -> HtmlElement:
    """Parse markup leniently, to at most 2,048 levels (the most libxml2 bears).

    Raises:
        UnreadableReport: The encoding cannot be told, there is no element, or
            the page is nested deeper, so that a part would be lost.
    """
    declared = _META_CHARSET.search(data, 0, 4096)
    charset = origin.charset or (declared.group(1).decode("ascii") if declared else None)
    markup = decode(data, Origin(where=origin.where, charset=charset)).replace("\0", "\ufffd")
    markup = _DECLARATIONS.sub("", markup, count=1)
    page, complete = _parse(markup, _LENIENT)
    if not complete:
        page, complete = _parse(markup, {**_LENIENT, "huge_tree": True})
    if page is None or not complete:
        raise UnreadableReport(
            what="a page without content" if complete else "a page nested without end",
            where=origin.where,
            remedy="fetch or save the page again, or save its text",
        )
    return page


def _parse(markup: str, settings: dict[str, bool]) -> tuple[HtmlElement | None, bool]:
    """The page, and whether the parser kept all of it."""
    parser = HTMLParser(encoding="utf-8", **settings)
    try:
        page = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        page = None
    cut = any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    return (page if isinstance(page, HtmlElement) else None), not cut


def _text(page: HtmlElement, title: str) -> str:
    text = _article(page) if _is_bounded(page) else ""
    if len(text) < _SHORT:
        seen = _seen(page)
        # Of a short notice trafilatura keeps a line, or the menu; in a long page
        # the little it found is still better than everything around it.
        text = seen if not text or len(seen) < _NOTICE else text
    if not title or _begins_with(text, title):
        return text
    return f"{title}\n{text}" if text else title


def _is_bounded(page: HtmlElement) -> bool:
    size = elements = depth = 0
    for event, element in etree.iterwalk(page, ("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        size += len(element.text or "") + len(element.tail or "")
        if elements > ARTICLE_ELEMENTS or size > ARTICLE_CHARACTERS or depth > _ARTICLE_DEPTH:
            return False
    return True


def _article(page: HtmlElement) -> str:
    """The main text by trafilatura; empty where it finds none."""
    from trafilatura import bare_extraction

    for name in ("trafilatura", "justext", "readability"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    document = bare_extraction(page, include_comments=False, include_tables=True)
    text = str(getattr(document, "text", None) or "")
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _seen(page: HtmlElement) -> str:
    """What the body shows, one block a line; a walk without recursion, linear in the page."""
    body = page.find(".//body")
    pieces: list[str] = []
    depth_unseen = 0
    for event, element in etree.iterwalk(page if body is None else body, ("start", "end")):
        hidden = element.tag in _UNSEEN or element.get("hidden") is not None
        if event == "start":
            depth_unseen += hidden
            if not depth_unseen:
                pieces += ["\n" if element.tag in _BLOCKS else "", element.text or ""]
            continue
        depth_unseen -= hidden
        if not depth_unseen:
            pieces += ["\n" if element.tag in _BLOCKS else "", element.tail or ""]
    lines = (" ".join(line.split()) for line in _block_lines(pieces))
    return "\n".join(line for line in lines if line)


def _block_lines(pieces: list[str]) -> list[str]:
    # A line end in the source is a space to a reader; only blocks break lines.
    spaced = (piece if piece == "\n" else re.sub(r"[\r\n]", " ", piece) for piece in pieces)
    return "".join(spaced).split("\n")


def _begins_with(text: str, title: str) -> bool:
    opening = text.split("\n", _TITLE_LINES)[:_TITLE_LINES]
    return any(as_title(line).casefold() == title.casefold() for line in opening)
