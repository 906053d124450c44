"""Bytes to text, without losing or inventing a character."""

from __future__ import annotations

import codecs
import logging

from habeas.reports.problems import UnreadableReport
from habeas.reports.reading import Origin

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its little-endian mark begins with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LATIN = frozenset({"iso8859-1", "ascii"})

_NAMES = """
big5 big5hkscs cp866 cp874 cp949 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
euc_jp euc_kr gb18030 gb2312 gbk iso2022_jp iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6
iso8859-7 iso8859-8 iso8859-10 iso8859-11 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u
mac-cyrillic mac-roman shift_jis utf-8 utf-16 utf-16-be utf-16-le
"""

CHARSETS = frozenset(_NAMES.split())
"""Charsets a sender may declare, by Python's names: those of the WHATWG Encoding Standard.

Python knows more "encodings" (`unicode_escape`, `punycode`, `idna`), and those run a program
of the sender's making; they are never used.
"""

_GUESS_BYTES = 200_000


def decode(data: bytes, origin: Origin) -> str:
    """Decode a document whose encoding may be undeclared or declared wrongly.

    Tried in order: a byte order mark; UTF-8; the declared charset; the best
    guess of charset-normalizer. UTF-8 goes before the declaration because
    other charsets hardly ever give valid UTF-8, while wrong headers are common.
    As in browsers, Latin-1 means windows-1252. Line ends become LF; nothing
    else is changed.

    Raises:
        UnreadableReport: No encoding fits, or the text holds NUL characters.
    """
    text = _by_mark(data, origin)
    if text is None:
        text = _declared_or_utf8(data, origin)
    if text is None:
        text = _by_guess(data)
    if text is None:
        raise UnreadableReport(
            what="the encoding of the text cannot be told",
            where=origin.where,
            remedy="save the file as UTF-8",
        )
    return text.replace("\r\n", "\n")


def decode_text(data: bytes, origin: Origin) -> str:
    """Decode a plain text; as `decode`, but a NUL says that it is no text.

    Raises:
        UnreadableReport: No encoding fits, or the text holds NUL characters.
    """
    text = decode(data, origin)
    if "\0" in text:
        raise UnreadableReport(
            what="NUL characters, which no text has",
            where=origin.where,
            remedy="give a text, web page, PDF, e-mail or CSV file, not a program's own format",
        )
    return text


def known_charset(label: str | None) -> str | None:
    """Python's name of a declared charset; None where it is unknown or unsafe.

    >>> known_charset("Windows-1251"), known_charset("latin1"), known_charset("punycode")
    ('cp1251', 'cp1252', None)
    """
    if not label or len(label) > 40 or not label.isascii() or "\0" in label:
        return None
    try:
        name = codecs.lookup(label.strip(" \t'\"")).name
    except (LookupError, ValueError):
        return None
    if name in _LATIN:
        return "cp1252"
    return name if name in CHARSETS else None


def _by_mark(data: bytes, origin: Origin) -> str | None:
    for mark, name in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name)
            except UnicodeDecodeError as error:
                raise UnreadableReport(
                    what=f"a byte order mark of {name.upper()} and then bytes that are not",
                    where=origin.where,
                    remedy="save the file as UTF-8",
                ) from error
    return None


def _declared_or_utf8(data: bytes, origin: Origin) -> str | None:
    declared = known_charset(origin.charset)
    order = ["utf-8", declared]
    if declared and (declared.startswith("utf-16") or declared == "iso2022_jp"):
        # These are made of bytes that are valid UTF-8 too.
        order = [declared, "utf-8"]
    for name in order:
        if name is None:
            continue
        try:
            return data.decode(name)
        except UnicodeError:
            continue
    return None


def _by_guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())
    best = from_bytes(data[:_GUESS_BYTES], cp_isolation=sorted(CHARSETS)).best()
    if best is None:
        return None
    try:
        return data.decode(best.encoding)
    except UnicodeError:
        return None
