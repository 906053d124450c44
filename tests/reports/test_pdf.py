"""PDFs: paragraphs, facts, and those that attack their reader. Everyone here is fictional."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.reports import UnreadableReport, read_report
from habeas.reports.pdf import read_pdf
from habeas.reports.pdf_columns import Box, column_lines
from habeas.reports.pdf_process import join_lines
from habeas.reports.reading import Origin
from reports.pdf_making import Printed, assemble_pdf, make_pdf, make_printed_pdf

NOTE = [
    "The ministry of Arden said on Monday that nine impri-",
    "soned people were freed. It added that more would",
    "follow.",
    "In a second note it said that the others would have",
    "to wait.",
]


def test_paragraphs_and_pages_are_lines_and_divided_words_are_whole() -> None:
    report = read_report(make_pdf([NOTE, ["The next page."]]), file="note.pdf")
    assert report.text == (
        "The ministry of Arden said on Monday that nine imprisoned people were freed. It added "
        "that more would follow.\n"
        "In a second note it said that the others would have to wait.\f\n"
        "The next page."
    )
    assert report.media_type == "application/pdf"
    assert report.language == "en"


def test_a_passage_knows_its_page() -> None:
    report = read_report(make_pdf([["Nine people were freed."], [], ["Two were not."]]))
    places = [report.text.index(words) for words in ("Nine", "Two")]
    assert [report.page_of(report.passage(at, at + 3)) for at in places] == [1, 3]
    assert [sum(end < at for end in report.page_ends) + 1 for at in places] == [1, 3]


def test_a_single_page_and_other_formats_have_no_page_numbers() -> None:
    for data in (make_pdf([["Nine people were freed."]]), b"Nine\fpeople were freed."):
        report = read_report(data)
        assert report.page_of(report.passage(0, 4)) is None
        assert report.page_ends == ()


FACTS = {
    "title and day": ("/Title (Nine freed) /CreationDate (D:20251213235900+03'00')",
                      "Nine freed", "2025-12-13"),
    "a year only": ("/CreationDate (D:2025)", "Nine were freed.", "2025"),
    "none": ("", "Nine were freed.", None),
    "the name of a file is no title": ("/Title (Microsoft Word - final 2.docx)",
                                       "Nine were freed.", None),
    "a day that is none": ("/CreationDate (D:20251345)", "Nine were freed.", None),
}  # fmt: skip


@pytest.mark.parametrize(("info", "title", "day"), FACTS.values(), ids=FACTS.keys())
def test_title_and_day_come_from_the_file(info: str, title: str, day: str | None) -> None:
    report = read_report(make_pdf([["Nine were freed."]], info=info), media_type="text/plain")
    assert report.title == title
    assert (report.published.text if report.published else None) == day


LINES = {
    "a heading stands alone": (["Nine freed", "The ministry said that nine were", "freed."],
                               "Nine freed\nThe ministry said that nine were freed."),
    "bullets stand alone": (["The ministry named three towns in all", "• Arden in the far north",
                             "• Brill"],
                            "The ministry named three towns in all\n• Arden in the far north\n"
                            "• Brill"),
    "a hyphen that belongs stays": (["Freed was a 23-year\x02old man of the", "town"],
                                    "Freed was a 23-year-old man of the town"),
    "nothing": ([], ""),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "text"), LINES.values(), ids=LINES.keys())
def test_lines_are_joined_where_the_next_word_had_no_room(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text


LEFT = [
    "The ministry of Arden said on", "Monday that nine impri-", "soned people were freed when a",
    "court had heard the appeal.", "It added that more would come", "before the end of the year.",
]  # fmt: skip
RIGHT = [
    "In Brill, the second town, a", "rights group counted fourteen",
    "persons who are still held for", "what they wrote. Their families",
    "have waited for three years and", "do not know where they are.",
]  # fmt: skip
ONE_BELOW_THE_OTHER = (
    "The ministry of Arden said on Monday that nine imprisoned people were freed when a court had "
    "heard the appeal. It added that more would come before the end of the year. In Brill, the "
    "second town, a rights group counted fourteen persons who are still held for what they wrote. "
    "Their families have waited for three years and do not know where they are."
)


def placed(rows: Sequence[str], left: int, top: int = 700) -> list[Printed]:
    return [(left, top - 14 * number, row) for number, row in enumerate(rows)]


def by_row(*columns: Sequence[Printed]) -> list[Printed]:
    return [line for row in zip(*columns, strict=True) for line in row]


HEADLINE = (
    72,
    730,
    "Nine people are freed in Arden and many more wait for their kin in Brill",
)


PRINTED = {
    "columns in order": (placed(LEFT, 72) + placed(RIGHT, 320), ONE_BELOW_THE_OTHER),
    "columns mixed": (by_row(placed(LEFT, 72), placed(RIGHT, 320)), ONE_BELOW_THE_OTHER),
    "a headline above them": (
        [HEADLINE, *by_row(placed(LEFT, 72), placed(RIGHT, 320))],
        f"{HEADLINE[2]} {ONE_BELOW_THE_OTHER}",
    ),
    "a table is read row by row": (
        by_row(
            placed(["Anna Example", "Bo Example", "Cy Example", "Di Example"], 72),
            placed(["freed", "held", "freed", "held"], 320),
        ),
        "Anna Example freed Bo Example held Cy Example freed Di Example held",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "text"), PRINTED.values(), ids=PRINTED.keys())
def test_columns_are_read_one_after_the_other(lines: list[Printed], text: str) -> None:
    assert " ".join(read_report(make_printed_pdf(lines)).text.split()) == text


@given(
    st.lists(
        st.tuples(*(st.floats(-1e4, 1e4) for _ in range(4))).map(
            lambda at: Box(left=at[0], bottom=at[1], right=at[2], top=at[3])
        ),
        max_size=40,
    )
)
def test_no_place_of_words_breaks_the_search_for_columns(boxes: list[Box]) -> None:
    lines = column_lines(boxes, lambda box: f"{box.left} and more words", "-")
    assert lines is None or lines


def one_page(content: bytes, filters: bytes) -> bytes:
    """A page whose content stream is given compressed."""
    return assemble_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
            b"<< /Length %d /Filter %b >>\nstream\n%b\nendstream"
            % (len(content), filters, content),
            b"<< >>",
        ]
    )


def flate_bomb() -> bytes:
    """1.5 GB of spaces, compressed twice: a few kilobytes."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(bytes([32]) * 1_000_000) for _ in range(1_500))
    return one_page(zlib.compress(once + packer.flush(), 9), b"[/FlateDecode /FlateDecode]")


def form_that_draws_itself() -> bytes:
    resources = b"/Resources << /XObject << /X 4 0 R >> >>"
    return assemble_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R %b >>" % resources,
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %b /Length 18 >>\nstream\n"
            b"/X Do /X Do /X Do \nendstream" % resources,
            b"<< /Length 5 >>\nstream\n/X Do\nendstream",
            b"<< >>",
        ]
    )


def page_tree_that_holds_itself() -> bytes:
    return assemble_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100 >>",
            b"<< >>",
        ]
    )


LOCKED = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{}> /U <{}> /P -4 >> /ID [<00> <00>]".format(
    "41" * 32, "42" * 32
)

REFUSED = {
    "locked": (make_pdf([["Hidden"]], extra=LOCKED), "locked with a password"),
    "broken": (b"%PDF-1.4\nand then nothing", "broken PDF"),
    "without text": (make_pdf([[]]), "perhaps a scan"),
    "without pages": (make_pdf([]), "broken PDF|perhaps a scan"),
    "too many pages": (make_pdf([["x"]] * 2_001), "more than 2000 pages"),
    "a bomb": (flate_bomb(), "no reader can finish"),
    "a drawing that draws itself": (
        form_that_draws_itself(),
        "no reader can finish|perhaps a scan",
    ),
    "a page that holds itself": (page_tree_that_holds_itself(), "broken PDF"),
}


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_a_bad_pdf_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableReport, match=said) as error:
        read_report(data, file="folder/note.pdf")
    assert error.value.where == "note.pdf"
    assert error.value.remedy


def test_a_pdf_that_takes_too_long_is_ended() -> None:
    with pytest.raises(UnreadableReport, match="takes too long"):
        read_pdf(make_pdf([NOTE]), Origin(where="note.pdf"), seconds=0.001)


def test_the_child_learns_nothing_of_the_parents_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A Python that saw this would not start.
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    assert read_report(make_pdf([["Nine were freed."]])).text == "Nine were freed."


def test_what_is_only_called_a_pdf_is_said_to_be_none() -> None:
    with pytest.raises(UnreadableReport, match="not a PDF"):
        read_report(b"Nine freed", file="note.pdf")
