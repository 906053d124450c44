"""Small Word documents, written by hand so that every byte is known."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(target: str, *, mode: str = "Internal") -> str:
    """The part that names the document of a package."""
    return (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}"'
        f' Target="{target}" TargetMode="{mode}"/></Relationships>'
    )


def run(text: str, properties: str = "") -> str:
    """A run of words; `properties` are those of the run, as XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*texts: str) -> str:
    """A paragraph of runs."""
    return f"<w:p>{''.join(map(run, texts))}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table with a paragraph in each cell."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def document(body: str, *, before: str = "") -> str:
    """The main part of a Word document."""
    head = f'<w:document xmlns:w="{_W}" xmlns:mc="{_MC}">'
    return f"{before}{head}<w:body>{body}<w:sectPr/></w:body></w:document>"


def zip_of(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of the parts, compressed."""
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return buffer.getvalue()


def make_docx(body: str, *, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word document; `more` adds parts, or stands in for those it would have."""
    return zip_of(
        {
            "_rels/.rels": relations("word/document.xml"),
            "word/document.xml": document(body),
            **(more or {}),
        }
    )
