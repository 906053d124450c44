"""What every reader is given and what it gives back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from habeas.model.dates import EdtfDate

TITLE_CHARACTERS = 300
"""Longest title; a longer first line is cut there and ends in an ellipsis."""

ADDRESS_CHARACTERS = 2048
"""Longest address taken from a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where bytes came from, for decoding them and for speaking of them.

    Attributes:
        where: What an error message may say: a file name or a host.
        charset: Charset the sender declared, or None.
    """

    where: str
    charset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader found in the bytes.

    Attributes:
        text: The text, which nothing changes afterwards.
        title: As the document gives it; empty where it gives none.
        publisher: As the document gives it, or None.
        published: As the document gives it, or None.
        language: ISO 639-1 as declared, or None where only the text can tell.
        url: Canonical address as the document gives it, or None.
    """

    text: str
    title: str = ""
    publisher: str | None = None
    published: EdtfDate | None = None
    language: str | None = None
    url: str | None = None


def first_line(text: str) -> str:
    """The first line that holds more than white space, stripped; empty if none does.

    >>> first_line("\\n  Nine freed  \\nMore")
    'Nine freed'
    """
    match = re.search(r"\S[^\n]*", text)
    return match.group().strip() if match else ""


def as_title(text: str) -> str:
    """A title on one line, without control characters, cut at `TITLE_CHARACTERS`.

    >>> as_title("Nine   freed\\n in two days")
    'Nine freed in two days'
    """
    # A slice first: the first "line" of a hostile file may be all of it.
    line = " ".join(text[: 4 * TITLE_CHARACTERS].split())
    line = "".join(sign for sign in line if sign == " " or sign.isprintable() or _joins(sign))
    if len(line) <= TITLE_CHARACTERS:
        return line
    return line[: TITLE_CHARACTERS - 1].rstrip() + "…"


def web_address(text: str) -> str | None:
    """The address if it is an absolute http or https one, else None.

    A page may call itself `javascript:…`; what is kept here becomes a link.

    >>> web_address("https://news.example/a")
    'https://news.example/a'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    text = text.strip()
    if len(text) > ADDRESS_CHARACTERS or not text.isprintable() or " " in text:
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    return text if parts.scheme.lower() in ("http", "https") and host else None


def _joins(sign: str) -> bool:
    # Zero-width (non-)joiners are spelling in Persian and the Indic scripts.
    return sign in "\u200c\u200d"
