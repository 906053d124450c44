"""Texts made to catch a pattern, a parser or an eye: each is read or refused, in bounded work.

A trap whose cost grew with the square of its length would take hours here.
"""

from __future__ import annotations

import pytest

from habeas.claims.people_lists import read_people_list
from habeas.reports import UnreadableReport, read_report
from reports.archive_making import make_mail
from reports.docx_making import make_docx, paragraph
from reports.sheet_making import make_ods, make_xlsx

MANY = 300_000
LONG = {
    "one letter": "a" * MANY,
    "opening brackets": "(" * MANY,
    "quotes": '"' * MANY,
    "dashes": "-" * MANY,
    "blanks": "Nine" + " " * MANY + "freed",
    "blank lines": "Nine" + "\n" * MANY + "freed",
    "commas": "," * MANY,
    "hash signs": "# " * MANY,
    "comment lines": "# a: b\n" * (MANY // 10),
    "sheet lines": "# sheet: a\n" * (MANY // 10),
    "half a front matter": "---\n" + "a: b\n" * (MANY // 10),
    "half a comment": "<!-- " * (MANY // 10),
    "half a tag": "<p " * (MANY // 10),
    "an attribute without end": "<html><p a='" + "x" * MANY,
    "half an entity": "<html>" + "&am" * (MANY // 10),
    "digits": "1" * MANY,
    "numbers": "1,234 " * (MANY // 10),
    "stacked marks": "a" + "\u0301" * MANY,
    "direction marks": "Nine \u202e" * (MANY // 10),
    "zero-width characters": "\u200b\u200d\ufeff" * (MANY // 10) + "Nine",
    "header lines": "From: a@b.example\nMIME-Version: 1.0\n" + "X: y\n" * (MANY // 10) + "\nNine",
    "addresses in a header": "From: " + "a@b.example, " * (MANY // 10) + "\nReceived: x\n\nNine",
}
ENDINGS = ("txt", "md", "html", "csv", "eml")


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_long_trap_is_read_or_refused_in_every_text_format(text: str) -> None:
    for ending in ENDINGS:
        try:
            report = read_report(text.encode(), file=f"a.{ending}")
        except UnreadableReport:
            continue
        passage = report.passage(0, min(9, len(report.text)))
        assert report.text.startswith(passage.exact)
        if report.is_table:
            read_people_list(report)


MIXED = "Nine \u202efreed\u202c \u200bin \u2067Arden\u2069, \ufeffthey\u200d said. =1+1 @x"
KEPT = {
    "a.txt": f"{MIXED}\n".encode(),
    "a.csv": f"name,note\nBo Example,{MIXED.replace(',', ';')}\n".encode(),
    "a.eml": make_mail(f"{MIXED}\n"),
    "a.docx": make_docx(paragraph(MIXED)),
    "a.xlsx": make_xlsx({"S": [["name"], [MIXED]]}),
    "a.ods": make_ods({"S": [["name"], [MIXED]]}),
}


@pytest.mark.parametrize("file", KEPT)
def test_invisible_characters_and_formulas_stay_where_they_stand(file: str) -> None:
    report = read_report(KEPT[file], file=file)
    words = MIXED.replace(",", ";") if file == "a.csv" else MIXED
    start = report.text.index(words)
    assert report.passage(start, start + len(words)).exact == words


def test_of_a_page_only_what_is_shown_is_read() -> None:
    page = (
        b"<html><head><style>p::after{content:'two freed'}</style><script>three()</script></head>"
        b"<body onload='four()'><p onclick='five()' title='six freed'>Nine people were freed.</p>"
        b"<template><p>seven freed</p></template><noscript>eight freed</noscript>"
        b"<p hidden>ten freed</p><svg><text>eleven freed</text></svg>"
        b"<iframe srcdoc='twelve freed'></iframe><object>thirteen freed</object></body></html>"
    )
    assert read_report(page).text == "Nine people were freed."
