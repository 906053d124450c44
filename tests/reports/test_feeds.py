"""Feeds: each entry a page of its own, and feeds that attack their reader.

Everyone here is fictional.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from habeas.model.problems import Problem
from habeas.model.reports import Report
from habeas.reports import read_report
from habeas.reports.documents import Document, documents_in
from habeas.reports.feeds import MAX_FEED_BYTES


def rss(items: str, channel: str = "<title>Arden Watch</title>") -> bytes:
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'"
        " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
        " xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        f"<channel>{channel}{items}</channel></rss>"
    ).encode()


def atom(entries: str) -> bytes:
    return (
        "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'>"
        f"<title>Arden Watch</title><updated>2025-12-20T00:00:00Z</updated>{entries}</feed>"
    ).encode()


def entries(folder: Path, data: bytes) -> list[Document | Problem]:
    path = folder / "news.xml"
    path.write_bytes(data)
    return list(documents_in(path))


def reports(folder: Path, data: bytes) -> list[Report]:
    found = []
    for one in entries(folder, data):
        assert isinstance(one, Document), one
        found.append(read_report(one.data, media_type=one.media_type, file=one.file, url=one.url))
    return found


ITEM = (
    "<item><title>Nine freed</title><link>https://watch.example/9</link>"
    "<pubDate>Sat, 13 Dec 2025 23:30:00 -0500</pubDate>"
    f"<description>{escape('<p>Nine people were freed in <b>Arden</b>.</p>')}</description></item>"
)


def test_an_entry_is_a_report_with_its_own_facts(tmp_path: Path) -> None:
    two = ITEM.replace("Nine", "Two").replace("/9", "/2")
    first, second = reports(tmp_path, rss(ITEM + two))
    assert first.text == "Nine freed\nNine people were freed in Arden."
    assert (first.title, first.publisher) == ("Nine freed", "Arden Watch")
    assert (first.url, first.file) == ("https://watch.example/9", "news.xml, entry 1")
    assert first.published is not None
    assert first.published.text == "2025-12-13"
    assert second.text == "Two freed\nTwo people were freed in Arden."
    assert first.media_type == "text/html"


DAYS = {
    "published": ("<published>2025-12-13T23:30:00-05:00</published>", "2025-12-13"),
    "published goes before updated": (
        "<updated>2025-12-19T00:00:00Z</updated><published>2025-12-13T00:00:00Z</published>",
        "2025-12-13",
    ),
    "only updated": ("<updated>2025-12-14T00:00:00Z</updated>", "2025-12-14"),
    "none": ("", None),
    "none that is one": ("<published>soon</published>", None),
}


@pytest.mark.parametrize(("date", "day"), DAYS.values(), ids=DAYS.keys())
def test_the_day_of_an_entry(tmp_path: Path, date: str, day: str | None) -> None:
    entry = f"<entry><title>Nine freed</title>{date}<summary>Nine were freed.</summary></entry>"
    (report,) = reports(tmp_path, atom(entry))
    assert (report.published.text if report.published else None) == day


CONTENTS = {
    "plain text": (
        "<summary type='text'>Nine &amp; two were freed.\n\nThe rest wait.</summary>",
        "Nine & two were freed.\nThe rest wait.",
    ),
    "the longest": (
        "<summary>Nine.</summary>"
        "<content type='html'>&lt;p&gt;Nine were freed.&lt;/p&gt;</content>",
        "Nine were freed.",
    ),
    "XHTML": (
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Nine</p></div></content>",
        "Nine",
    ),
    "scripts and styles are no words": (
        "<content type='html'>"
        + escape("<p onclick=x>Nine</p><script>two()</script><style>a</style>")
        + "</content>",
        "Nine",
    ),
    "what passes itself off as the head": (
        "<content type='html'>"
        + escape(
            "</article></body><head><meta property='og:site_name' content='Ministry'>"
            "<meta property='article:published_time' content='1999-01-01'>"
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
            "\"datePublished\":\"1999-01-01\"}</script></head><p>Nine</p>"
        )
        + "</content>",
        "Nine",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "text"), CONTENTS.values(), ids=CONTENTS.keys())
def test_the_words_of_an_entry(tmp_path: Path, content: str, text: str) -> None:
    date = "<published>2025-12-13T00:00:00Z</published>"
    (report,) = reports(tmp_path, atom(f"<entry><title>Freed</title>{date}{content}</entry>"))
    assert report.text == f"Freed\n{text}"
    assert report.publisher == "Arden Watch"
    assert report.published is not None
    assert report.published.text == "2025-12-13"


def test_markup_in_titles_and_dangerous_links_stay_out(tmp_path: Path) -> None:
    item = (
        '<item><title>&lt;b&gt;Nine&lt;/b&gt; freed "today"</title>'
        "<link>javascript:alert(1)</link><description>Nine were freed.</description></item>"
    )
    (report,) = reports(tmp_path, rss(item))
    assert report.title == 'Nine freed "today"'
    assert report.url is None


LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10 if n else 'ha' * 100}'>" for n in range(9))
SAID = {
    "an empty entry": (rss("<item></item>"), "without title and text"),
    "cut short": (rss(ITEM)[:-30], "ends in the middle"),
    "too large": (rss(" " * MAX_FEED_BYTES), "more than 10 MB"),
    "too many entries": (rss("<item/>" * 10_001), "more entries than any feed has"),
    "nested without end": (rss("<a>" * 500_000), "no reader can finish|takes too long|parsed"),
    "without entries": (rss(""), "without entries"),
}


@pytest.mark.parametrize(("data", "said"), SAID.values(), ids=SAID.keys())
def test_what_is_wrong_with_a_feed_is_said(tmp_path: Path, data: bytes, said: str) -> None:
    problems = [one for one in entries(tmp_path, data) if isinstance(one, Problem)]
    assert problems
    assert any(part in problems[-1].what for part in said.split("|"))


def test_entities_are_neither_multiplied_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words", encoding="utf-8")
    head = f"<!DOCTYPE rss [{LAUGHS}<!ENTITY f SYSTEM 'file://{secret}'>]><rss"
    data = rss(ITEM.replace("Nine freed", "Nine &l8; &f;")).replace(b"<rss", head.encode(), 1)
    for one in entries(tmp_path, data):
        if isinstance(one, Document):
            assert len(one.data) < 10_000
            assert b"hidden words" not in one.data
