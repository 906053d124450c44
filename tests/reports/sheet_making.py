"""Small workbooks, written by hand so that every byte is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from reports.docx_making import relations, zip_of

type Cell = str | float | bool | date | None
type Rows = Sequence[Sequence[Cell]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/>'
    "</cellXfs></styleSheet>"
)


def column(number: int) -> str:
    """The letters of a column, counted from 0."""
    return (column(number // 26 - 1) if number > 25 else "") + chr(65 + number % 26)


def make_xlsx(
    sheets: Mapping[str, Rows | str],
    *,
    hidden: Sequence[str] = (),
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An XLSX workbook of the given rows, or of the given XML within `<sheetData>`."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations("xl/workbook.xml"),
        "xl/styles.xml": STYLES,
    }
    names, links = "", ""
    for number, (name, rows) in enumerate(sheets.items(), 1):
        state = ' state="hidden"' if name in hidden else ""
        names += f'<sheet name="{escape(name)}" sheetId="{number}"{state} r:id="r{number}"/>'
        links += (
            f'<Relationship Id="r{number}" Type="{_REL}/worksheet"'
            f' Target="worksheets/s{number}.xml"/>'
        )
        body = rows if isinstance(rows, str) else _xlsx_rows(rows)
        parts[f"xl/worksheets/s{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData></worksheet>'
        )
    links += f'<Relationship Id="st" Type="{_REL}/styles" Target="styles.xml"/>'
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{names}</sheets></workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>'
    )
    return zip_of(parts | dict(more or {}))


def make_ods(
    sheets: Mapping[str, Rows | str],
    *,
    hidden: Sequence[str] = (),
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An ODS workbook of the given rows, or of the given XML within a table."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}"'
        + (' table:style-name="off"' if name in hidden else "")
        + f">{rows if isinstance(rows, str) else _ods_rows(rows)}</table:table>"
        for name, rows in sheets.items()
    )
    content = (
        f'<office:document-content xmlns:office="{_OASIS}:office:1.0"'
        f' xmlns:table="{_OASIS}:table:1.0" xmlns:text="{_OASIS}:text:1.0"'
        f' xmlns:style="{_OASIS}:style:1.0"><office:automatic-styles>'
        '<style:style style:name="off" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
        "</manifest:manifest>"
    )
    parts: dict[str, str | bytes] = {"mimetype": ODS, "content.xml": content}
    return zip_of(parts | {"META-INF/manifest.xml": manifest} | dict(more or {}))


def _xlsx_rows(rows: Rows) -> str:
    return "".join(
        f'<row r="{number}">'
        + "".join(_xlsx_cell(f"{column(at)}{number}", cell) for at, cell in enumerate(cells))
        + "</row>"
        for number, cells in enumerate(rows, 1)
    )


def _xlsx_cell(at: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return f'<c r="{at}" t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, date):
        return f'<c r="{at}" s="1"><v>{(cell - date(1899, 12, 30)).days}</v></c>'
    if isinstance(cell, str):
        shown = escape(cell, quote=False)
        return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
    return f'<c r="{at}"><v>{cell}</v></c>'


def _ods_rows(rows: Rows) -> str:
    return "".join(
        f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>" for cells in rows
    )


def _ods_cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    kind, value = "string", ""
    if isinstance(cell, bool):
        kind, value = "boolean", f' office:boolean-value="{str(cell).lower()}"'
    elif isinstance(cell, date):
        kind, value = "date", f' office:date-value="{cell.isoformat()}"'
    elif not isinstance(cell, str):
        kind, value = "float", f' office:value="{cell}"'
    return (
        f'<table:table-cell office:value-type="{kind}"{value}>'
        f"<text:p>{escape(str(cell), quote=False)}</text:p></table:table-cell>"
    )
