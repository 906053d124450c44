"""Word documents (DOCX, ECMA-376): what a reader of the page sees, as lines."""

from __future__ import annotations

from lxml import etree

from habeas.reports.packages import Package
from habeas.reports.problems import UnreadableReport
from habeas.reports.reading import Origin, Reading, first_line

MAX_TEXT = 10_000_000
"""Characters up to which a Word document is read."""

_CORE = "docProps/core.xml"
_NOTES = ("footnotes.xml", "endnotes.xml")
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Fallback repeats its Choice for old programs; the others were taken out or hidden.
_UNSEEN = frozenset({"Fallback", "del", "moveFrom", "pPr", "sectPr", "tblPr", "rt"})
_OFF = ("0", "false", "off", "none")


def read_docx(data: bytes, origin: Origin) -> Reading:
    """Read a Word document.

    The text is the body, one paragraph a line, then its footnotes and endnotes,
    one a line. A row of a table is one line, a tab between its cells. Tracked
    deletions, hidden words, comments, field codes, headers and footers are left
    out; inserted words stay. Macros are not looked at, and no link, picture or
    template is followed. The title is that of the properties, else the first
    line. The day of publication is never taken from the properties: they hold
    the day of a template as often.

    Raises:
        UnreadableReport: Locked, broken, or larger than any document is.
    """
    package = Package(data, origin.where)
    main = package.main_part()
    folder = main.rpartition("/")[0]
    lines = _lines(package.tree(main))
    for name in _NOTES:
        if package.has(f"{folder}/{name}"):
            lines += _lines(package.tree(f"{folder}/{name}"))
    text = "\n".join(lines)
    if len(text) > MAX_TEXT:
        raise UnreadableReport(
            what=f"a Word document of more than {MAX_TEXT} characters",
            where=origin.where,
            remedy="split it",
        )
    return Reading(text=text, title=_title(package) or first_line(text))


def _title(package: Package) -> str:
    if not package.has(_CORE):
        return ""
    found = (each.text or "" for each in package.elements(_CORE) if _name(each) == "title")
    return next(found, "").strip()


class _Lines:
    """Collects lines while the tree is walked; a row of a table becomes one."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self._open: list[str] = []
        self._cells: list[str] = []
        self._rows = 0

    def start(self, name: str, element: etree._Element) -> None:
        if name == "t":
            self._open.append(element.text or "")
        elif name in _SIGNS:
            self._open.append(" " if self._rows else _SIGNS[name])
        elif name == "tr":
            self._rows += 1

    def end(self, name: str) -> None:
        if name == "p":
            self._open.append(" " if self._rows else "\n")
        elif name == "tc" and self._rows == 1:
            self._cells.append(" ".join("".join(self._open).split()))
            self._open = []
        elif name == "tr":
            self._rows -= 1
            if not self._rows:
                self.done.append("\t".join(self._cells).strip())
                self._cells = []
        if not self._rows and self._open and name in ("p", "tbl"):
            lines = "".join(self._open).split("\n")
            self.done += [" ".join(line.split()) for line in lines]
            self._open = []


def _lines(root: etree._Element) -> list[str]:
    """The lines of one part; a walk without recursion, linear in the part."""
    lines = _Lines()
    unseen = 0
    for event, element in etree.iterwalk(root, ("start", "end")):
        name = _name(element)
        if name in _UNSEEN or (name == "r" and _is_hidden(element)):
            unseen += 1 if event == "start" else -1
        elif unseen:
            continue
        elif event == "start":
            lines.start(name, element)
        else:
            lines.end(name)
    return [line for line in lines.done if line]


def _is_hidden(run: etree._Element) -> bool:
    for properties in run.iterchildren("{*}rPr"):
        for mark in properties.iterchildren("{*}vanish"):
            return not any(value in _OFF for value in mark.attrib.values())
    return False


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
