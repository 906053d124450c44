"""Web pages: the article, and what the page says of itself. Everyone here is fictional."""

from __future__ import annotations

import json
import logging
import warnings

import pytest

from habeas.model.reports import Report
from habeas.reports import UnreadableReport, read_report

FIRST = (
    "On 3 January 2019 the court of the invented town of Arden sentenced a teacher, and for years "
    "nothing was heard of the case, the office of the ombudsman said on Monday in a long letter."
)
SECOND = (
    "According to the ministry, nine people were released on Saturday; it said that more would "
    "follow within weeks, a step that was welcomed by observers in the region and beyond it."
)


def page(*, head: str = "", before: str = "", lang: str = "en", url: str | None = None) -> Report:
    """Read a page with two paragraphs, a menu and a footer around them."""
    markup = (
        f"<!DOCTYPE html><html lang='{lang}'><head>{head}</head><body><nav>Home News About</nav>"
        f"<main><article>{before}<p>{FIRST}</p><p>{SECOND}</p></article></main>"
        "<aside><time datetime='2020-01-01'>1 January 2020</time> Another story</aside>"
        "<script>var secret = 1</script><footer>© 2024 Arden Wire</footer></body></html>"
    )
    return read_report(markup.encode(), media_type="text/html", url=url)


def test_the_text_is_the_title_and_the_paragraphs() -> None:
    report = page(before="<h1>Nine freed in Arden</h1>")
    assert report.text == f"Nine freed in Arden\n{FIRST}\n{SECOND}"
    assert report.title == "Nine freed in Arden"
    assert report.media_type == "text/html"
    assert report.language == "en"
    assert report.published is None


TITLES = {
    "the only headline": ("<title>T | Arden Wire</title>", "<h1>Nine\n freed</h1>", "Nine freed"),
    "og:title": (
        "<meta property='og:title' content='Nine freed'><title>T</title>",
        "",
        "Nine freed",
    ),
    "<title> without the site": (
        "<meta property='og:site_name' content='Arden Wire'><title>Nine freed – Arden Wire</title>",
        "",
        "Nine freed",
    ),
    "<title> with a dash of its own": (
        "<meta property='og:site_name' content='Arden Wire'><title>Nine - or ten - freed</title>",
        "",
        "Nine - or ten - freed",
    ),
    "entities": ("<title>Nine &amp; more freed &#8211; now</title>", "", "Nine & more freed – now"),
    "none: the first line": ("", "", FIRST),
}


@pytest.mark.parametrize(("head", "before", "title"), TITLES.values(), ids=TITLES.keys())
def test_the_title_is_the_headline(head: str, before: str, title: str) -> None:
    report = page(head=head, before=before)
    assert report.title == title
    assert report.text.startswith(title)
    assert report.text.count(title) == 1


def linked(**node: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


DATES = {
    "JSON-LD": (linked(**{"@type": "NewsArticle", "datePublished": "2025-12-13T23:30:00-05:00"}),
                "", "2025-12-13"),
    "JSON-LD in a graph, the article's": (
        linked(**{"@graph": [
            {"@type": "WebSite", "datePublished": "2011-01-01"},
            {"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "2025-12-13"},
        ]}), "", "2025-12-13"),
    "a meta name": ("<meta property='article:published_time' content='2025-12-13T10:00Z'>", "",
                    "2025-12-13"),
    "a month and no more": ("<meta name='citation_publication_date' content='2025/12'>", "", None),
    "a year and no more": ("<meta name='dcterms.issued' content='2025'>", "", "2025"),
    "a <time> marked as published": (
        "", "<time itemprop='datePublished' datetime='2025-12-13'></time>"
        "<time datetime='2025-12-20'></time>", "2025-12-13"),
    "the only <time> of the article": ("", "<time datetime='2025-12-13'>Saturday</time>",
                                       "2025-12-13"),
    "the address": ("<link rel=canonical href='https://wire.example/2025/12/13/nine'>", "",
                    "2025-12-13"),
    "a byline in English": ("", "<span class='post-date'>Published: 13 December 2025, 14:05</span>",
                            "2025-12-13"),
    "a byline in Russian": ("", "<div class='date'>Опубликовано 13 декабря 2025, 14:05</div>",
                            "2025-12-13"),
    "a byline in French": ("", "<p class='published'>Publié le 13 décembre 2025</p>", "2025-12-13"),
    "a byline that may be two days": ("", "<p class='date'>03/04/2025</p>", None),
    "a byline without a day": ("", "<p class='date'>3 hours ago</p>", None),
    "two bylines with two days": (
        "", "<p class='date'>13 December 2025</p><p class='date'>14 December 2025</p>", None),
    "only a day of change": ("<meta property='article:modified_time' content='2025-12-20'>",
                             "<p class='date-updated'>Updated 20 December 2025</p>", None),
    "two unmarked <time>": (
        "", "<time datetime='2025-12-13'></time><time datetime='2025-12-14'></time>", None),
    "a day that is none": ("<meta name='date' content='2025-02-30'>", "", None),
    "only prose": ("", "<p>It happened on 13 December 2025.</p>", None),
}  # fmt: skip


@pytest.mark.parametrize(("head", "before", "day"), DATES.values(), ids=DATES.keys())
def test_the_day_is_the_pages_own_or_none(head: str, before: str, day: str | None) -> None:
    published = page(head=head, before=before).published
    assert (published.text if published else None) == day


PUBLISHERS = {
    "og:site_name": "<meta property='og:site_name' content='Arden Wire'>",
    "JSON-LD": linked(**{"@type": "Article", "headline": "x", "publisher": {"name": "Arden Wire"}}),
    "JSON-LD as a list": linked(
        **{"@type": "Article", "headline": "x", "publisher": [{"name": "Arden Wire"}]}
    ),
    "Dublin Core": "<meta name='DC.publisher' content='Arden Wire'>",
}


@pytest.mark.parametrize("head", PUBLISHERS.values(), ids=PUBLISHERS.keys())
def test_the_publisher_is_who_the_page_names(head: str) -> None:
    assert page(head=head).publisher == "Arden Wire"


def test_no_publisher_is_made_up_from_the_address() -> None:
    assert page(url="https://wire.example/nine").publisher is None


ADDRESSES = {
    "canonical": (
        "<link rel='canonical' href='https://wire.example/nine'>",
        "https://wire.example/nine",
    ),
    "og:url": (
        "<meta property='og:url' content='https://wire.example/n'>",
        "https://wire.example/n",
    ),
    "none": ("", "https://mirror.example/?x=1"),
    "relative": ("<link rel='canonical' href='/nine'>", "https://mirror.example/?x=1"),
    "a script": (
        "<link rel='canonical' href='javascript:alert(1)'>",
        "https://mirror.example/?x=1",
    ),
}


@pytest.mark.parametrize(("head", "url"), ADDRESSES.values(), ids=ADDRESSES.keys())
def test_the_address_is_the_canonical_one(head: str, url: str) -> None:
    assert page(head=head, url="https://mirror.example/?x=1").url == url


RUSSIAN = (
    "<p>В вымышленном городе Арден освобождены девять человек, сообщило управление. "
    "Об остальных ничего не известно, их родные ждут новостей уже третий год.</p>"
)


def test_a_templates_language_does_not_overrule_the_letters() -> None:
    report = read_report(f"<html lang='en'><body>{RUSSIAN}</body></html>".encode())
    assert report.language == "ru"
    assert page(lang="en-GB").language == "en"
    assert page(lang="ru").language == "en"


def test_the_pages_own_charset_counts_where_none_is_declared() -> None:
    markup = f"<html><head><meta charset='windows-1251'></head><body>{RUSSIAN}</body></html>"
    assert "Арден" in read_report(markup.encode("cp1251")).text


SHORT = {
    "a notice": (b"<body><nav>Home</nav><p>Nine freed, <b>say</b>s the\noffice.<br>More later",
                 "Nine freed, says the office.\nMore later"),
    "text without a paragraph": (b"<html><body>Nine freed</body></html>", "Nine freed"),
    "only a fragment": (b"<div>Nine freed</div>", "Nine freed"),
    "a table": (b"<html><body><table><tr><td>Arden</td><td>9</td></tr></table></body></html>",
                "Arden\n9"),
    "hidden words": (b"<html><body><p hidden>Ten</p><p>Nine freed</p><template>x</template>",
                     "Nine freed"),
    "NUL characters": (b"<html><body><p>Nine\0 freed</p></body></html>", "Nine\ufffd freed"),
    "XHTML": (b"<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html xmlns="
              b"'http://www.w3.org/1999/xhtml'><body><p>Nine freed</p></body></html>",
              "Nine freed"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "text"), SHORT.values(), ids=SHORT.keys())
def test_a_short_page_gives_what_its_body_shows(data: bytes, text: str) -> None:
    assert read_report(data, media_type="text/html").text == text


def test_entities_of_the_pages_own_making_are_not_expanded() -> None:
    lines = [b'<!ENTITY a0 "ha">']
    lines += [b'<!ENTITY a%d "%b">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)]
    data = b"<!DOCTYPE html [" + b"".join(lines) + b"]><html><body><p>Nine &a11;</p></body></html>"
    report = read_report(data)
    assert report.text == "Nine &a11;"


def test_a_file_is_never_read_for_an_entity() -> None:
    data = (
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b"<html><body><p>Nine &x; freed</p></body></html>"
    )
    assert "root" not in read_report(data).text


def test_a_large_page_is_read_whole_and_in_time() -> None:
    data = b"<html><body>" + b"".join(b"<p>Row %d of it</p>" % n for n in range(100_000))
    report = read_report(data)
    assert report.text.count("\n") == 99_999
    assert report.text.endswith("Row 99999 of it")


def test_deep_nesting_is_read_or_refused_and_never_cut() -> None:
    deep = b"<html><body>" + b"<div>" * 1_000 + b"Nine freed"
    assert read_report(deep).text == "Nine freed"
    with pytest.raises(UnreadableReport, match="nested without end"):
        read_report(b"<html><body>" + b"<div>" * 300_000 + b"Nine freed")


def test_dependencies_say_nothing(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read_report(b"<html><body><p></p>x</body></html>")
        page(head="<script type='application/ld+json'>{broken</script>")
    assert capfd.readouterr() == ("", "")
    assert not [record for record in caplog.records if record.levelno > logging.WARNING]
