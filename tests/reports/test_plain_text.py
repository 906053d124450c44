"""Plain text, Markdown and CSV: the text is the file. Everyone here is fictional."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.reports import UnreadableReport, read_report

NOTE = "Nine freed in Arden\r\n\r\n  Nine people, the office said,\twere freed. \r\nMore follow."

SAME_TEXT = {
    "as it is": (NOTE.encode(), "Nine freed in Arden"),
    "no line end at the end": (b"Nine freed", "Nine freed"),
    "blank lines at both ends stay": (b"\n\n Nine freed \n\n", "Nine freed"),
    "composed letters stay": ("Й é\n".encode(), "Й é"),
    "decomposed letters stay": ("И\u0306 e\u0301\n".encode(), "И\u0306 e\u0301"),
    "invisible signs stay": ("a\u200b\u202eb\u2066\u00ad\ufeffc".encode(), "abc"),
    "a lone carriage return stays": (b"Nine\rfreed", "Nine freed"),
    "form feeds and escapes stay": (b"Nine\x0c\x1b[31mfreed", "Nine [31mfreed"),
    "a rule at the top is no front matter": (b"---\nNine were freed.\n---\nMore", "---"),
    "front matter that never ends is text": (b"---\ntitle: x\nNine freed", "---"),
}


@pytest.mark.parametrize(("data", "title"), SAME_TEXT.values(), ids=SAME_TEXT.keys())
def test_nothing_is_changed_but_crlf(data: bytes, title: str) -> None:
    report = read_report(data, file="note.txt")
    assert report.text == data.decode("utf-8").replace("\r\n", "\n")
    assert report.title == title


def test_the_id_is_the_digest_of_the_bytes() -> None:
    digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    assert read_report(b"hello").id == digest


def test_front_matter_is_taken_out_and_understood() -> None:
    report = read_report(
        b"---\ntitle: 'Nine freed'\npublisher: Arden Watch\npublished: 13 December 2025\n"
        b"url: https://watch.example/nine\nlanguage: en\nauthor: A. Writer\ntags:\n  - release\n"
        b"# a comment\n---\n\nNine people were freed.\n",
        file="nine.md",
        url="https://mirror.example/nine",
        retrieved=date(2026, 1, 2),
    )
    assert report.text == "\nNine people were freed.\n"
    assert report.title == "Nine freed"
    assert report.publisher == "Arden Watch"
    assert str(report.published) == "2025-12-13"
    assert report.url == "https://watch.example/nine"
    assert report.language == "en"
    assert str(report.retrieved) == "2026-01-02"
    assert report.media_type == "text/markdown"


def test_front_matter_without_a_title_leaves_the_first_line() -> None:
    report = read_report(b"---\npublisher: Arden Watch\n---\n\nNine freed\nMore")
    assert report.title == "Nine freed"
    assert report.text == "\nNine freed\nMore"


def test_a_date_that_is_none_is_the_writers_mistake() -> None:
    with pytest.raises(UnreadableReport) as error:
        read_report(b"---\npublished: 31/2/2024\n---\nNine freed", file="/home/someone/nine.md")
    assert str(error.value) == (
        "'published' is '31/2/2024', which is not one date in the head of nine.md: "
        "write 2024, 2024-02 or 2024-02-29"
    )


def test_an_address_that_could_run_a_script_is_not_kept() -> None:
    report = read_report(b"---\nurl: javascript:alert(1)\n---\nNine freed")
    assert report.url is None
    with pytest.raises(UnreadableReport, match="not an http or https"):
        read_report(b"Nine freed", url="javascript:alert(1)")


RUSSIAN = "Освобождены девять человек, сообщило вымышленное управление города Арден.\n"

ENCODINGS = {
    "UTF-8": (RUSSIAN.encode(), None),
    "UTF-8 with its mark": (RUSSIAN.encode("utf-8-sig"), None),
    "UTF-16 with its mark": (RUSSIAN.encode("utf-16"), None),
    "UTF-16, big end first": (b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), None),
    "UTF-32 with its mark": (b"\xff\xfe\0\0" + RUSSIAN.encode("utf-32-le"), None),
    "UTF-16 only declared": (RUSSIAN.encode("utf-16-le"), "text/plain; charset=UTF-16LE"),
    "UTF-8 declared as Latin-1": (RUSSIAN.encode(), "text/plain; charset=iso-8859-1"),
    "windows-1251, declared": (RUSSIAN.encode("cp1251"), "text/plain;charset='windows-1251'"),
    "KOI8-R, declared": (RUSSIAN.encode("koi8-r"), 'text/plain; charset="KOI8-R"'),
    "windows-1251, not declared": (RUSSIAN.encode("cp1251") * 3, None),
    "a charset nobody knows": (RUSSIAN.encode(), "text/plain; charset=klingon"),
    "a charset that is a program": (RUSSIAN.encode(), "text/plain; charset=unicode_escape"),
}


@pytest.mark.parametrize(("data", "declared"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_the_encoding_is_told(data: bytes, declared: str | None) -> None:
    report = read_report(data, media_type=declared)
    assert report.text.startswith(RUSSIAN)
    assert report.language == "ru"


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    report = read_report(b"\x93Nine\x94 freed", media_type="text/plain; charset=iso-8859-1")
    assert report.text == "“Nine” freed"


LIST = (
    "# title: Freed in December\n# publisher: Arden Watch\n# published: 2025-12\n"
    "# url: https://watch.example/list\n\nname,status\n=1+1,freed\n"
)


def test_a_list_keeps_its_comment_lines_and_its_formulas() -> None:
    report = read_report(LIST.encode(), media_type="text/csv")
    assert report.text == LIST
    assert report.media_type == "text/csv"
    assert (report.title, report.publisher) == ("Freed in December", "Arden Watch")
    assert str(report.published) == "2025-12"
    assert report.url == "https://watch.example/list"


def test_a_list_without_a_title_is_called_by_its_file() -> None:
    assert read_report(b"name,status\nA,freed\n", file="folder/list.csv").title == "list.csv"


LANGUAGES = {
    "English": ("Nine people were freed on Saturday, the office said in a short note.", "en"),
    "Russian": (RUSSIAN, "ru"),
    "Belarusian": ("Прадстаўнікі ўправы паведамілі, што дзевяць чалавек выйшлі на волю.", "be"),
    "Ukrainian": ("Представники управління повідомили, що дев'ять осіб вийшли на волю.", "uk"),
    "Spanish": ("Nueve personas fueron liberadas el sábado, según la oficina del pueblo.", "es"),
    "too short to tell": ("Nine freed", "und"),
    "no words": ("123 + 114 = 237; 9 - 1 = 8", "und"),
}


@pytest.mark.parametrize(("text", "language"), LANGUAGES.values(), ids=LANGUAGES.keys())
def test_the_language_is_told_or_left_open(text: str, language: str) -> None:
    assert read_report(text.encode()).language == language
