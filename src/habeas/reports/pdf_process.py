"""The child process that parses a PDF, run by `habeas.reports.pdf` within limits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from habeas.reports.limited import Refusal, answer
from habeas.reports.pdf_columns import MAX_BOXES, Box, column_lines

MAX_PAGES = 2_000
"""Pages up to which a PDF is read."""

MAX_TEXT = 10_000_000
"""Characters up to which a PDF is read."""

_HYPHEN = "\x02"
"""What PDFium writes where it joined a word divided at a line end."""

_CONTROLS = re.compile(r"[\x00\x01\x03-\x09\x0b-\x1f\x7f\ufffe\uffff]")
_BULLET = re.compile(r"(?:[\u2022\u25cf\u25aa\u2023*\u2013\u2014-]|\d{1,3}[.)])\s")
_DAY = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?", re.ASCII)


def extract(data: bytes) -> dict[str, object]:
    """The text of each page and what the file says about itself.

    Raises:
        Refusal: `encrypted`, `broken`, `pages` or `text`.
    """
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise Refusal("encrypted" if locked else "broken") from error
    if len(document) > MAX_PAGES:
        raise Refusal("pages")
    pages: list[str] = []
    size = 0
    for number in range(len(document)):
        try:
            page = document[number]
            lines = _printed_lines(page.get_textpage())
        except pypdfium2.PdfiumError as error:
            raise Refusal("broken") from error
        pages.append(join_lines(lines))
        size += len(pages[-1])
        if size > MAX_TEXT:
            raise Refusal("text")
        page.close()
    facts = document.get_metadata_dict()
    return {"pages": pages, "title": facts["Title"], "created": day_of(facts["CreationDate"])}


def _printed_lines(page: Any) -> list[str]:
    """The lines of a page in the order of reading."""
    count = page.count_rects()
    if count <= MAX_BOXES:
        places = (page.get_rect(number) for number in range(count))
        boxes = [Box(left=at[0], bottom=at[1], right=at[2], top=at[3]) for at in places]
        lines = column_lines(boxes, partial(_words_in, page), _HYPHEN)
        if lines is not None:
            return lines
    text: str = page.get_text_bounded(errors="replace")
    return text.splitlines()


def _words_in(page: Any, box: Box) -> str:
    words: str = page.get_text_bounded(box.left, box.bottom, box.right, box.top, errors="replace")
    return words


def join_lines(lines: Iterable[str]) -> str:
    """Paragraphs of one page from its printed lines, one a line.

    A line goes on in the next where the next line's first word would not have
    fitted beside it, judged by the page's longest lines; a word that PDFium
    shows as divided loses its hyphen, unless it has another or a figure
    ("23-year-old").

    >>> join_lines(["Nine people were freed in the", "town, it said.", "So it ends."])
    'Nine people were freed in the town, it said.\\nSo it ends.'
    """
    printed = [clean for line in lines for part in _parts(line) if (clean := _clean(part))]
    # Not the very longest: one heading or table row in wide type is no measure.
    widths = sorted(map(len, printed))
    width = widths[int(len(widths) * 0.9)] if len(widths) > 9 else max(widths, default=0)
    paragraphs: list[str] = []
    previous = ""
    for line in printed:
        first_word = line.split(" ", 1)[0]
        filled = len(previous) + 1 + len(first_word) > 0.9 * width
        if previous.endswith(_HYPHEN):
            paragraphs[-1] = _without_hyphen(paragraphs[-1]) + line
        elif paragraphs and filled and not _BULLET.match(line):
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
        previous = line
    return "\n".join(paragraphs).replace(_HYPHEN, "")


def day_of(stamp: str) -> str:
    """The day of a PDF date (`D:20251213120000+03'00'`), as exact as given; or empty.

    >>> day_of("D:20251213120000+03'00'"), day_of("D:2025"), day_of("Monday")
    ('2025-12-13', '2025', '')
    """
    match = _DAY.match(stamp.strip())
    return "-".join(part for part in match.groups() if part) if match else ""


def _parts(line: str) -> list[str]:
    """The printed lines of one that PDFium joined at hyphens; all but the last end in one."""
    return re.findall(rf"[^{_HYPHEN}]+{_HYPHEN}?", line)


def _clean(line: str) -> str:
    return " ".join(_CONTROLS.sub(" ", line).split())


def _without_hyphen(paragraph: str) -> str:
    paragraph = paragraph.removesuffix(_HYPHEN)
    word = paragraph.rpartition(" ")[2]
    return f"{paragraph}-" if re.search(r"[\d-]", word) else paragraph


if __name__ == "__main__":
    answer(extract)
