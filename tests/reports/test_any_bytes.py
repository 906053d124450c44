"""Which format bytes are, what is refused, and the laws of reading."""

from __future__ import annotations

import gzip
import io
import zipfile
from datetime import date

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from habeas.model.problems import HabeasError
from habeas.model.reports import Report
from habeas.reports import MAX_BYTES, UnreadableReport, read_report
from habeas.reports.dates import read_date
from habeas.reports.pdf_process import join_lines
from reports.pdf_making import make_pdf

TEXT = b"Nine people were freed."
HTML = b"<!DOCTYPE html><html><body><p>Nine people were freed.</p></body></html>"
MAIL = b"From: a@b.example\nMIME-Version: 1.0\n\nNine people were freed."
LIST = b"name,status\nA,freed\n"

KINDS = {
    "nothing said": (TEXT, None, None, "text/plain"),
    "Markdown by its ending": (TEXT, None, "a.md", "text/markdown"),
    "Markdown by declaration": (TEXT, "text/markdown", None, "text/markdown"),
    "HTML by content": (HTML, None, None, "text/html"),
    "HTML sent as text": (HTML, "text/plain", "a.txt", "text/html"),
    "an error page saved as a list": (HTML, "text/csv", "list.csv", "text/html"),
    "HTML behind a comment": (b"<!-- x -->\n" + HTML, None, None, "text/html"),
    "text called HTML": (TEXT, "text/html", "a.html", "text/plain"),
    "HTML in UTF-16": ("\ufeff<p>Nine</p>".encode("utf-16-le"), "text/html", None, "text/html"),
    "a PDF sent as text": (make_pdf([["Nine freed"]]), "text/plain", "a.txt", "application/pdf"),
    "mail by content": (MAIL, "text/plain", None, "message/rfc822"),
    "a note that begins like mail": (b"Subject: nine\nDate: today\n\nHi", None, None, "text/plain"),
    "text called mail": (b"Nine freed", None, "a.eml", "text/plain"),
    "a list by its ending": (LIST, None, "a.CSV", "text/csv"),
    "a list sent as text": (LIST, "text/plain", "a.csv", "text/csv"),
    "a list of tabs": (LIST.replace(b",", b"\t"), None, "a.tsv", "text/csv"),
    "a list by declaration": (LIST, "text/csv; charset=utf-8", "export.php", "text/csv"),
    "declared as nothing": (LIST, "application/octet-stream", "a.csv", "text/csv"),
    "declared against its ending": (LIST, "text/csv", "a.txt", "text/csv"),
}


@pytest.mark.parametrize(("data", "declared", "file", "kind"), KINDS.values(), ids=KINDS.keys())
def test_the_content_has_the_last_word(
    data: bytes, declared: str | None, file: str | None, kind: str
) -> None:
    assert read_report(data, media_type=declared, file=file).media_type == kind


def word_file() -> bytes:
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("word/document.xml", "<w/>")
        return buffer.getvalue()


REFUSED = {
    "an empty file": (b"", "an empty file"),
    "blanks only": (b" \n\t\n", "no text"),
    "only front matter": (b"---\ntitle: x\n---\n", "no text"),
    "a page without words": (b"<html><body><script>x</script></body></html>", "no text"),
    "a Word file": (word_file(), "ZIP archive"),
    "a gzip archive": (gzip.compress(TEXT), "gzip archive"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
    "a program": (b"\x7fELF" + bytes(100), "program"),
    "a database": (b"SQLite format 3\0" + bytes(100), "database"),
    "RTF": (b"{\\rtf1 Nine freed}", "RTF"),
    "NUL characters": (b"Nine\0freed", "NUL"),
    "billion laughs": (
        b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>',
        "XML file",
    ),
    "a feed": (b"<rss version='2.0'><channel></channel></rss>", "XML file"),
    "half a character of UTF-16": (b"\xff\xfeN\0i\0n", "byte order mark"),
    "noise": (bytes(range(128, 256)) * 8 + b"\x81\x8d\x8f\x90\x9d" * 50, "encoding"),
}


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_said_with_a_remedy(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableReport) as error:
        read_report(data, file="/home/someone/private/thing.txt")
    assert said in error.value.what
    assert error.value.where == "thing.txt"
    assert error.value.remedy


def test_the_size_limit_is_checked_before_anything_else() -> None:
    with pytest.raises(UnreadableReport, match="more than the 50 MB"):
        read_report(bytes(MAX_BYTES + 1), file="huge.txt")


def test_one_line_of_ten_megabytes_is_read() -> None:
    report = read_report(b"Nine " * 2_000_000)
    assert len(report.text) == 10_000_000
    assert len(report.title) <= 300
    assert report.title.endswith("…")


def test_the_folder_of_a_file_is_not_kept() -> None:
    assert read_report(TEXT, file="C:\\Users\\someone\\nine.txt").file == "nine.txt"
    assert read_report(TEXT, file="/home/someone/nine.txt").file == "nine.txt"


def outcome(data: bytes, declared: str | None) -> Report | str:
    """The report, or what is said instead; any other error goes through and fails the test."""
    try:
        return read_report(data, media_type=declared)
    except HabeasError as error:
        return str(error)


BEGINNINGS = st.sampled_from(
    [
        b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"---\n", b"---\npublished: ", HTML,
        b"<html>",
        b"<html><head><script type='application/ld+json'>", b"<html><body><p class='date'>", MAIL,
        b"From: a@b.example\nMIME-Version: 1.0\nSubject: ", b"From: a@b\nContent-Type: multipart/",
        b"From: a@b\nReceived: x\nContent-Type: text/html\n\n", b"# title: ", b'name,"', b"<?xml ",
    ]
)  # fmt: skip
DECLARED = st.sampled_from(
    [None, "text/plain", "text/html", "text/csv", "message/rfc822", "application/octet-stream",
     "text/html; charset=utf-16", "text/plain; charset=iso-2022-jp", "nonsense"]
)  # fmt: skip


@given(BEGINNINGS, st.binary(max_size=300), DECLARED)
@example(b"", b"\xff\xfe<", "text/html")
@example(b"<html>", b"&#xD800;&#0;<p>", None)
def test_any_bytes_are_read_or_refused_and_always_alike(
    beginning: bytes, rest: bytes, declared: str | None
) -> None:
    data = beginning + rest
    report = outcome(data, declared)
    assert outcome(data, declared) == report
    if isinstance(report, Report):
        assert report.text.strip()
        report.text.encode("utf-8")
        report.title.encode("utf-8")
        assert "\n" not in report.title


@given(st.binary(max_size=200))
@settings(max_examples=10)
def test_any_bytes_that_begin_like_a_pdf_are_read_or_refused(rest: bytes) -> None:
    whole = make_pdf([["Nine people were freed."]])
    for data in (b"%PDF-1.7\n" + rest, whole[:300] + rest + whole[300:]):
        report = outcome(data, None)
        assert isinstance(report, str) or report.media_type == "application/pdf"


@given(st.text(), st.data())
def test_a_passage_is_exactly_the_words_between_its_offsets(text: str, data: st.DataObject) -> None:
    assume(text.strip() and "\0" not in text and "\r\n" not in text)
    assume(not text.lstrip().startswith("<") and not text.startswith(("---", "\ufeff", "{\\rtf")))
    report = read_report(text.encode(), media_type="text/plain")
    assert report.text == text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = report.passage(start, end)
    assert passage.exact == text[start:end]
    assert (passage.prefix + passage.exact + passage.suffix) in text
    assert passage.report == report.id


@given(st.text(max_size=80))
def test_a_date_is_read_or_not_and_a_read_one_reads_the_same_again(text: str) -> None:
    when = read_date(text)
    if when is not None:
        again = read_date(when.text)
        assert again == when


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_way_of_writing_a_day_gives_that_day(day: date) -> None:
    months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    iso = day.isoformat()
    written = [
        iso,
        f"{iso}T23:59:59+14:00",
        f"{iso} 00:00",
        day.strftime("%d.%m.%Y"),
        day.strftime("%Y%m%d"),
        day.strftime("%d %B %Y"),
        day.strftime("%b %d, %Y"),
        day.strftime("%a, %d %b %Y 12:00:00 +0000"),
        f"{day.day} {months.split()[day.month - 1]} {day.year} г.",
    ]
    for text in written:
        when = read_date(text)
        assert when is not None, text
        assert (when.earliest, when.latest) == (day, day), text


@given(st.lists(st.text(alphabet="abc -•.\x02\x00\n", max_size=30), max_size=12))
def test_joining_lines_loses_no_letter(lines: list[str]) -> None:
    def letters(text: str) -> str:
        return "".join(sign for sign in text if sign in "abc")

    assert letters(join_lines(lines)) == letters("".join(lines))
