"""The law of offsets: whatever the format, a passage is the words between its offsets.

The same invented sentences are put into every format that is read; each of them must be
found in the text, and the passage of it must be it. Everyone here is fictional.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.people_lists import read_people_list
from habeas.model.reports import Report
from habeas.reports import read_report
from habeas.reports.documents import Document, documents_in
from habeas.reports.pdf_process import join_lines
from reports.archive_making import Answer, make_mail, make_mbox, make_tar, make_warc
from reports.docx_making import make_docx, paragraph, zip_of
from reports.pdf_making import make_pdf
from reports.sheet_making import make_ods, make_xlsx

NAMES = st.sampled_from(
    ["Anna Example", "Bo Example", "Ян Прыклад", "Ana María Ejemplo", "例 太郎"]
)
PLACES = st.sampled_from(["Arden", "Brill", "Горад", "Ciudad Norte", "O'Dell"])
NUMBERS = st.integers(2, 99_999)
ODD = st.sampled_from(
    ["", " – so far", " (“more or less”)", " & others", " \u202etxet\u202c", " a\u200bb", " 🕊",
     " =1+1", " e\u0301", "\u00a0km", " <no tag>", " 100%", ' "so"', " #1", "; and",
     " soft\u00adly"]
)  # fmt: skip
SENTENCES = st.lists(
    st.builds(
        "{} was freed in {} with {:,} others{}.".format, NAMES, PLACES, NUMBERS, ODD
    ),
    min_size=1,
    max_size=6,
    unique=True,
)  # fmt: skip
PLAIN = st.lists(
    st.builds("{:,} people were freed in {} on day {}.".format, NUMBERS,
              st.sampled_from(["Arden", "Brill"]), NUMBERS),
    min_size=1,
    max_size=6,
    unique=True,
)  # fmt: skip


def page(sentences: Sequence[str]) -> bytes:
    shown = "".join(f"<p>{escape(each)}</p>" for each in sentences)
    hostile = (
        "<script>let a='freed'</script><style>p{color:red}</style><img src=x onerror=alert(1)>"
    )
    return (
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>Freed</title></head>"
        f"<body>{hostile}<article>{shown}</article></body></html>"
    ).encode()


def table(sentences: Sequence[str]) -> bytes:
    buffer = io.StringIO()
    rows = [("name", "status", "note"), *(("Bo Example", "freed", each) for each in sentences)]
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerows(rows)
    return buffer.getvalue().encode()


def sheets(make: Callable[..., bytes]) -> Callable[[Sequence[str]], bytes]:
    def write(sentences: Sequence[str]) -> bytes:
        rows = [["name", "status", "note"], *(["Bo Example", "freed", each] for each in sentences)]
        return make({"People": rows, "Again": rows})

    return write


def lines(sentences: Sequence[str]) -> bytes:
    return "\n\n".join(sentences).encode()


def mail(sentences: Sequence[str]) -> bytes:
    return make_mail("\n\n".join(sentences) + "\n")


def mail_as_page(sentences: Sequence[str]) -> bytes:
    head = b"From: a@b.example\nMIME-Version: 1.0\nSubject: Freed\nContent-Type: text/html\n\n"
    return head + page(sentences)


def word(sentences: Sequence[str]) -> bytes:
    return make_docx("".join(paragraph(each) for each in sentences))


FORMATS: dict[str, tuple[Callable[[Sequence[str]], bytes], str]] = {
    "text": (lines, "a.txt"),
    "Markdown": (lines, "a.md"),
    "HTML": (page, "a.html"),
    "mail": (mail, "a.eml"),
    "mail as HTML": (mail_as_page, "a.eml"),
    "Word": (word, "a.docx"),
    "CSV": (table, "a.csv"),
}
IN_PROCESSES: dict[str, tuple[Callable[[Sequence[str]], bytes], str]] = {
    "XLSX": (sheets(make_xlsx), "a.xlsx"),
    "ODS": (sheets(make_ods), "a.ods"),
}


def check(report: Report, sentences: Sequence[str]) -> None:
    """Every sentence stands in the text, and its passage is it."""
    # A table doubles the quotes of a cell; a page is read without invisible characters,
    # and its white space is one space.
    for sentence in sentences:
        written = sentence.replace('"', '""') if report.is_table else sentence
        spaced = " ".join(written.split())
        ways = (written, spaced, "".join(sign for sign in spaced if sign.isprintable()))
        start, exact = next((at, way) for way in ways if (at := report.text.find(way)) >= 0)
        passage = report.passage(start, start + len(exact))
        assert passage.exact == exact == report.text[passage.start : passage.end]
        assert passage.prefix + passage.exact + passage.suffix in report.text


def check_rows(report: Report, count: int) -> None:
    claims = read_people_list(report).claims
    assert len(claims) == count
    for claim in claims:
        passage = claim.passage
        assert report.text[passage.start : passage.end] == passage.exact
        assert passage.exact.startswith(("Bo Example", '"Bo Example"'))


@pytest.mark.parametrize(("write", "file"), FORMATS.values(), ids=FORMATS.keys())
@given(sentences=SENTENCES)
@settings(max_examples=20)
def test_passages_are_exact_in_every_format(
    write: Callable[[Sequence[str]], bytes], file: str, sentences: list[str]
) -> None:
    report = read_report(write(sentences), file=file)
    check(report, sentences)
    if report.is_table:
        check_rows(report, len(sentences))


@pytest.mark.parametrize(("write", "file"), IN_PROCESSES.values(), ids=IN_PROCESSES.keys())
@given(sentences=SENTENCES)
@settings(max_examples=6)
def test_passages_are_exact_in_workbooks(
    write: Callable[[Sequence[str]], bytes], file: str, sentences: list[str]
) -> None:
    report = read_report(write(sentences), file=file)
    check(report, sentences)
    check_rows(report, 2 * len(sentences))


def broken_at(sentence: str, width: int) -> list[str]:
    """A sentence in printed lines of at most `width` characters."""
    rows = [""]
    for each in sentence.split():
        if len(rows[-1]) + 1 + len(each) > width and rows[-1]:
            rows.append(each)
        else:
            rows[-1] = f"{rows[-1]} {each}".strip()
    return rows


@given(sentences=PLAIN, width=st.integers(30, 60), pages=st.integers(1, 3))
@settings(max_examples=8)
def test_passages_are_exact_in_pdfs_and_know_their_page(
    sentences: list[str], width: int, pages: int
) -> None:
    shown = [[row for each in sentences for row in broken_at(each, width)]] * pages
    report = read_report(make_pdf(shown))
    flat = report.text.replace("\n", " ")
    for number in range(1, pages + 1):
        begin = ([0, *(end + 1 for end in report.page_ends)])[number - 1]
        for sentence in sentences:
            start = flat.index(sentence, begin)
            passage = report.passage(start, start + len(sentence))
            assert passage.exact.replace("\n", " ") == sentence
            assert (report.page_of(passage) or 1) == number


@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), max_size=30),
)
def test_joining_printed_lines_keeps_every_word(printed: list[str]) -> None:
    rows = [" ".join(row.split()) for row in printed]
    rows = ["".join(sign for sign in row if sign.isprintable()) for row in rows]
    assert join_lines(rows).split() == " ".join(rows).split()


CONTAINERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "zip": lambda sentences: zip_of({"a.html": page(sentences)}),
    "tar.gz": lambda sentences: make_tar([("a.txt", lines(sentences))], packing="gz"),
    "WARC": lambda sentences: make_warc([Answer(body=page(sentences))]),
    "mbox": lambda sentences: make_mbox([mail(sentences)]),
    "feed": lambda sentences: (
        "<rss version='2.0'><channel><title>Watch</title><item><title>Freed</title><description>"
        + escape("".join(f"<p>{escape(each)}</p>" for each in sentences))
        + "</description></item></channel></rss>"
    ).encode(),
}


@pytest.mark.parametrize("write", CONTAINERS.values(), ids=CONTAINERS.keys())
@given(sentences=SENTENCES)
@settings(max_examples=5)
def test_passages_are_exact_in_what_comes_out_of_containers(
    tmp_path_factory: pytest.TempPathFactory,
    write: Callable[[Sequence[str]], bytes],
    sentences: list[str],
) -> None:
    path: Path = tmp_path_factory.mktemp("container") / "a"
    path.write_bytes(write(sentences))
    (document,) = documents_in(path)
    assert isinstance(document, Document)
    check(
        read_report(
            document.data, media_type=document.media_type, file=document.file, url=document.url
        ),
        sentences,
    )
