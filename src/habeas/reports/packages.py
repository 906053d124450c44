"""ZIP packages of office programs (OOXML, OpenDocument): the parts that hold text, bounded."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from habeas.reports.media_types import DOCX, ODS, XLSX
from habeas.reports.problems import UnreadableReport

MAX_PARTS = 10_000
"""Entries up to which a package is opened."""

MAX_PART_BYTES = 64_000_000
"""Size after decompression up to which one part is read."""

MAX_MARKS = 4_000_000
"""Signs `<` and `=` up to which a part is parsed: each may become an object of 200 bytes."""

_ENTRY = b"PK\x01\x02"
_BY_FOLDER = {"word": DOCX, "xl": XLSX}
_MIMETYPE = "mimetype"
_BY_MIMETYPE = {ODS.encode(): ODS, f"{ODS}-template".encode(): ODS}
# LZMA and bzip2 are never written by office programs, and LZMA may ask for gigabytes.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_XML = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


class Package:
    """An opened package. Names in it are keys, never paths: nothing is written to disk.

    Args:
        data: The file.
        where: For error messages.

    Raises:
        UnreadableReport: No ZIP archive, a broken one, or one of too many entries.
    """

    def __init__(self, data: bytes, where: str) -> None:
        self._where = where
        # Before the directory is read: a million entries cost a gigabyte.
        if data.count(_ENTRY) > MAX_PARTS:
            raise UnreadableReport(
                what=f"a package of more than {MAX_PARTS} entries",
                where=where,
                remedy="save the document again, or save its text",
            )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self._broken() from error

    def kind(self) -> str | None:
        """`DOCX`, `XLSX` or `ODS` as the package calls itself; None for another or none."""
        if self.has("_rels/.rels"):
            main = self.main_part()
            # A workbook of the binary kind has parts in a format of its own.
            return _BY_FOLDER.get(main.partition("/")[0]) if main.endswith(".xml") else None
        return _BY_MIMETYPE.get(self.part(_MIMETYPE).strip()) if self.has(_MIMETYPE) else None

    def check_size(self, most: int) -> None:
        """Refuse what says that it unpacks to more than `most` bytes.

        Raises:
            UnreadableReport: It does.
        """
        if sum(entry.file_size for entry in self._archive.infolist()) > most:
            raise self._too_large()

    def main_part(self) -> str:
        """The name of the part that an OOXML package calls its document; empty if none."""
        for element in self.elements("_rels/.rels"):
            is_main = str(element.get("Type", "")).endswith("/officeDocument")
            if is_main and element.get("TargetMode") != "External":
                target = unquote(str(element.get("Target", "")))
                return posixpath.normpath(f"/{target}").lstrip("/")
        return ""

    def has(self, name: str) -> bool:
        """True where a part of this name exists."""
        return name in self._archive.NameToInfo

    def part(self, name: str) -> bytes:
        """The bytes of one part, at most `MAX_PART_BYTES` of them.

        Raises:
            UnreadableReport: Missing, locked, broken or larger.
        """
        try:
            entry = self._archive.getinfo(name)
        except KeyError as error:
            raise self._broken() from error
        if entry.flag_bits & 1:
            raise UnreadableReport(
                what="a document locked with a password",
                where=self._where,
                remedy="save it without the password",
            )
        if entry.compress_type not in _METHODS:
            raise self._broken()
        try:
            with self._archive.open(entry) as file:
                content = file.read(MAX_PART_BYTES + 1)
        except (*_BROKEN, RuntimeError) as error:
            raise self._broken() from error
        if len(content) > MAX_PART_BYTES:
            raise self._too_large()
        return content

    def elements(self, name: str) -> Iterator[etree._Element]:
        """Every element of an XML part, in document order; nothing outside it is loaded.

        Raises:
            UnreadableReport: As `part`, or not XML, or XML that declares entities.
        """
        yield from self.tree(name).iter(etree.Element)

    def tree(self, name: str) -> etree._Element:
        """The root element of an XML part.

        Raises:
            UnreadableReport: As `elements`.
        """
        content = self.part(name)
        if content.count(b"<") + content.count(b"=") > MAX_MARKS:
            raise self._too_large()
        # UTF-16 spells it with NUL bytes between.
        if b"<!DOCTYPE" in content.replace(b"\0", b""):
            raise self._broken()
        try:
            return etree.fromstring(content, etree.XMLParser(**_XML))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._broken() from error

    def _broken(self) -> UnreadableReport:
        return UnreadableReport(
            what="a broken office document",
            where=self._where,
            remedy="open it in its program and save it again, or save its text",
        )

    def _too_large(self) -> UnreadableReport:
        return UnreadableReport(
            what="a document that grows beyond all measure when it is unpacked",
            where=self._where,
            remedy="save its text",
        )
