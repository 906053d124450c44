"""Small PDFs, written by hand so that every byte is known."""

from __future__ import annotations

from collections.abc import Sequence


def make_pdf(pages: Sequence[Sequence[str]], *, info: str = "", extra: str = "") -> bytes:
    """A PDF 1.4 whose pages show the given lines in Helvetica.

    Args:
        pages: Lines of each page, ASCII, without brackets.
        info: Entries of the document information dictionary.
        extra: Entries added to the trailer.
    """
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        content = f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects.append(f"<< {info} >>")
    return assemble_pdf([each.encode("latin-1") for each in objects], extra=extra)


type Printed = tuple[int, int, str]


def make_printed_pdf(lines: Sequence[Printed]) -> bytes:
    """A PDF of one page with lines at given places.

    Args:
        lines: From the left and from the bottom in points, and the words, in the
            order in which the file shall have them.
    """
    content = " ".join(f"BT /F1 11 Tf {x} {y} Td ({words}) Tj ET" for x, y, words in lines)
    return assemble_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content.encode()),
            b"<< >>",
        ]
    )


def assemble_pdf(objects: Sequence[bytes], *, extra: str = "") -> bytes:
    """Number the objects and write header, cross-reference table and trailer.

    The first object is the catalogue, the last the information dictionary.
    """
    data = b"%PDF-1.4\n"
    offsets = []
    for number, each in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    begin = len(data)
    size = len(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = f"<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R {extra} >>"
    return data + b"trailer %b\nstartxref\n%d\n%%%%EOF\n" % (trailer.encode(), begin)
