"""Pages as files: the same content under relative links, so that they open without a server."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from posixpath import dirname, relpath
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urljoin, urlsplit

from django.utils.translation import gettext

from habeas.model.editions import RecordKind
from habeas.public.citing import CHANGES_PER_PAGE
from habeas.public.pledged import PER_PAGE as PROMISES_PER_PAGE
from habeas.public.pledged import arranged_in, lists_in
from habeas.public.views import ACCOUNTS_PER_PAGE, PER_PAGE

if TYPE_CHECKING:
    from habeas.register.edition_file import EditionFile

HOST = "http://localhost/"
"""What pages that are made for files believe to be served at."""

LOADED = (
    "public/site.css",
    "public/site.js",
    "public/report.js",
    "public/stick.js",
    "public/favicon.svg",
)
"""Static files that pages load."""

_STICK = "static/public/stick.js"
_LETTERS = "search/letters.js"
_SEARCH = "search/index.html"
_LINK = re.compile(r'\b(href|src|action)="([^"]*)"')
_WHAT_IF = re.compile(
    r'<a [^>]*href="[^"#]*\?(?:[^"]*&amp;)?(?:aside|figure|reject)=[^"]*"[^>]*>.*?</a>', re.DOTALL
)
_ALTERNATE = re.compile(r'<link rel="alternate" [^>]*>\n?')
_TONGUES = re.compile(r'<nav class="tongues".*?</nav>\n?', re.DOTALL)
_BRIEF = re.compile(r'<form class="seek brief".*?<button>(.*?)</button></form>', re.DOTALL)
_FORM = re.compile(r'<form class="seek" method="post" action="[^"]*"')
_FIELD = re.compile(r'<input id="sought" name="sought"')
_FORMATS = re.compile(r'<p class="formats">.*?</p>\n?', re.DOTALL)
_LISTS = re.compile(r"(accounts|people|reports|promises)/|editions/(?:[0-9a-f]{64}/)?")
_RECORD = re.compile(r"(accounts|people|reports|claims|promises|deals|targets)/([0-9A-Za-z_-]+)/")
_FIGURES = re.compile(r"accounts/([0-9A-Za-z_-]+)/figures\.csv")
_SERVED = re.compile(r"<(\w+)[^>]* data-served\b[^>]*>.*?</\1>\n?", re.DOTALL)
_UNKNOWN = re.compile(r'<a [^>]*href="(/[^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_PLAIN = {
    "": "index.html",
    "about/": "about.html",
    "over-time/": "over-time.html",
    "search/": _SEARCH,
}


def addresses_of_lists(edition: EditionFile, prefix: str) -> Iterator[str]:
    """Addresses of the front page, the search, every page of every list, promises and deals.

    Args:
        edition: The Edition.
        prefix: `/`, or that of a language: `/ru/`.
    """
    summary, changes = edition.summary, edition.change_counts()
    told = sum(count for (kind, _), count in changes.items() if kind is not RecordKind.PERSON)
    yield from (f"{prefix}{path}" for path in _PLAIN)
    arranged = arranged_in(edition)
    sizes = {
        "promises": (len(arranged.chains), PROMISES_PER_PAGE),
        "accounts": (summary.accounts, ACCOUNTS_PER_PAGE),
        "people": (summary.people, PER_PAGE),
        "reports": (summary.reports, PER_PAGE),
        f"editions/{summary.digest}": (told, CHANGES_PER_PAGE),
    }
    for name, (total, size) in sizes.items():
        yield f"{prefix}{name}/"
        for page in range(2, -(-total // size) + 1):
            yield f"{prefix}{name}/?page={page}"
    yield from (f"{prefix}promises/{chain.pledge.id}/" for chain in arranged.chains)
    yield from (f"{prefix}deals/{deal.id}/" for deal in arranged.deals)
    yield from (f"{prefix}targets/{key}/" for key in lists_in(edition).aims)


def file_of(address: str, prefix: str = "/") -> str | None:
    """The file that a page or a static file is kept in; None for what is none.

    >>> file_of("/people/p12/"), file_of("/people/?page=2"), file_of("/people/?page=1")
    ('people/12/p12.html', 'people/page-2.html', 'people/index.html')
    >>> file_of("/accounts/e1/figures.csv")
    'accounts/e1/e1-figures.csv'
    >>> file_of("/static/public/site.css?v=1f0c"), file_of("/robots.txt")
    ('static/public/site.css', None)
    """
    parts = urlsplit(address)
    if parts.path.startswith("/static/"):
        return parts.path[1:]
    if found := _FIGURES.fullmatch(parts.path.removeprefix("/")):
        return f"{_folder('accounts', found[1])}/{found[1]}-figures.csv"
    if not parts.path.startswith(prefix):
        return None
    path = parts.path.removeprefix(prefix)
    if path in _PLAIN:
        return _PLAIN[path]
    if found := _LISTS.fullmatch(path):
        page = parse_qs(parts.query).get("page", ["1"])[0]
        folder = found[1] or "edition"
        return f"{folder}/index.html" if page == "1" else f"{folder}/page-{page}.html"
    if found := _RECORD.fullmatch(path):
        return f"{_folder(found[1], found[2])}/{found[2]}.html"
    return None


def _folder(kind: str, id_: str) -> str:
    """One of many: some file systems of memory sticks hold few files in a folder."""
    return f"{kind}/{id_[-2:]}"


def offline(page: str, address: str, prefix: str = "/") -> str:
    """A page whose links lead to files beside it.

    Nothing of what it tells is changed. What needs a server is taken out: the other
    languages and the questions of what would be without a figure; the search leads to a
    page that searches by itself.

    Args:
        page: As it is served.
        address: Path and query it is served at.
        prefix: `/`, or that of its language.
    """
    own = file_of(address, prefix) or "index.html"
    page = _TONGUES.sub("", _ALTERNATE.sub("", page))
    page = _WHAT_IF.sub("", _FORMATS.sub("", _SERVED.sub("", page)))
    page = _UNKNOWN.sub(lambda link: _unlinked(link, prefix), page)
    to_search = relpath(_SEARCH, dirname(own) or ".")
    if brief := _BRIEF.search(page):
        page = _BRIEF.sub("", page)
        item = f'<li><a href="{to_search}">{brief[1]}</a></li>\n'
        page = page.replace("</ul></nav>", f"{item}</ul></nav>", 1)
    page = page.replace(f'<span class="address">{HOST}', '<span class="address">')
    if own == _SEARCH:
        page = _FORM.sub('<form class="seek" action="#main"', page)
        # Without a name the field goes into no address, even where no script runs.
        page = _FIELD.sub('<input id="sought"', page)
        page = page.replace("</main>", f"{_results()}</main>")
    return _LINK.sub(lambda link: _relative(link, address, own, prefix), page)


def _unlinked(link: re.Match[str], prefix: str) -> str:
    """The words of a link that leads to no file; the link itself where it does."""
    return link[2] if file_of(html.unescape(link[1]), prefix) is None else link[0]


def _relative(link: re.Match[str], address: str, own: str, prefix: str) -> str:
    target = html.unescape(link[2])
    if not target.startswith(("/", "?")) or target.startswith("//"):
        return link[0]
    whole = urljoin(address, target)
    name = file_of(whole, prefix)
    if name is None:
        return link[0]
    fragment = urlsplit(whole).fragment
    path = relpath(name, dirname(own) or ".") + (f"#{fragment}" if fragment else "")
    return f'{link[1]}="{html.escape(path)}"'


def _results() -> str:
    """Where the script puts what it finds, the words it may need, and the script."""
    nothing, people = gettext("Nothing was found in this edition"), gettext("All people by name")
    return (
        f'<ol class="found" id="found" hidden></ol>'
        f'<section class="empty" id="nothing" hidden><h2>{html.escape(nothing)}</h2></section>'
        f'<p class="on"><a href="../people/index.html">{html.escape(people)}</a></p>'
        f'<script src="../{_LETTERS}"></script><script src="../{_STICK}"></script>'
    )
