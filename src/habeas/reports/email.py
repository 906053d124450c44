"""E-mail as mail programs save it (.eml, RFC 5322 and MIME)."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Any

from habeas.reports.dates import read_date
from habeas.reports.decoding import decode_text
from habeas.reports.html import read_html
from habeas.reports.problems import UnreadableReport
from habeas.reports.reading import Origin, Reading, as_title

_HEADER_CHARACTERS = 4_000
_BOUNDARIES = 10_000

MALFORMED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the header parser of the standard library is known to raise on malformed headers."""

_headers = HeaderRegistry()


def read_email(data: bytes, origin: Origin) -> Reading:
    """Read an e-mail.

    The subject is the title, the sender's display name the publisher and the
    `Date` the day of publication, as written in the sender's zone. The text is
    the subject on the first line and then the body: the `text/plain` part where
    there is one that is not blank (with `format=flowed` undone), else the
    `text/html` part as `habeas.reports.html` reads it. Attachments are left
    out; `habeas.reports.documents` gives them as documents of their own.

    Raises:
        UnreadableReport: No text part, more parts or deeper ones than mail has,
            or a part that cannot be decoded.
    """
    message = parse_email(data, origin)
    subject = as_title(str(_header(message, "Subject") or ""))
    body = _body(message, origin)
    begins = as_title(body.lstrip().partition("\n")[0]).casefold() == subject.casefold()
    return Reading(
        text=body if begins or not subject else f"{subject}\n{body}",
        title=subject,
        publisher=_sender(message),
        published=read_date(str(_header(message, "Date") or "")),
    )


def parse_email(data: bytes, origin: Origin) -> EmailMessage:
    """The parts of an e-mail; its headers are parsed when they are asked for.

    Raises:
        UnreadableReport: More parts than mail has.
    """
    if data.count(b"\n--") > _BOUNDARIES:
        raise _too_many_parts(origin)
    try:
        message = message_from_bytes(data, policy=EmailPolicy(header_factory=_bounded_header))
    except MALFORMED as error:
        raise _too_many_parts(origin) from error
    assert isinstance(message, EmailMessage)
    return message


def _bounded_header(name: str, value: str) -> Any:
    # The parser's time grows with the square of a header; 4,000 characters are ample.
    return _headers(name, value[:_HEADER_CHARACTERS])


def _body(message: EmailMessage, origin: Origin) -> str:
    for kind in ("plain", "html"):
        try:
            part = message.get_body((kind,))
            data = part.get_payload(decode=True) if part is not None else None
            charset = part.get_content_charset() if part is not None else None
            flowed = part is not None and _is_flowed(part)
        except MALFORMED as error:
            raise _too_many_parts(origin) from error
        if not isinstance(data, bytes) or not data.strip():
            continue
        place = Origin(where=origin.where, charset=charset)
        if kind == "html":
            return read_html(data, place).text
        text = decode_text(data, place)
        return _unflowed(text) if flowed else text
    raise UnreadableReport(
        what="an e-mail without a text",
        where=origin.where,
        remedy="save the attachment and read that",
    )


def _header(message: EmailMessage, name: str) -> Any:
    """One header, or None where it is missing or malformed."""
    try:
        return message[name]
    except MALFORMED:
        return None


def _sender(message: EmailMessage) -> str | None:
    try:
        addresses = getattr(_header(message, "From"), "addresses", ())
        return next((name for name in (each.display_name for each in addresses) if name), None)
    except MALFORMED:
        return None


def _is_flowed(part: Any) -> bool:
    return str(part.get_param("format", "")).lower() == "flowed"


def _unflowed(text: str) -> str:
    """Undo `format=flowed` (RFC 3676): a line that ends in a space goes on in the next."""
    lines = []
    open_line = ""
    for stuffed in text.split("\n"):
        line = stuffed.removeprefix(" ")
        if line.endswith(" ") and not re.fullmatch(r"(?:> ?)*-- ", line):
            open_line += line
        else:
            lines.append(open_line + line)
            open_line = ""
    return "\n".join([*lines, open_line] if open_line else lines)


def _too_many_parts(origin: Origin) -> UnreadableReport:
    return UnreadableReport(
        what="an e-mail whose parts cannot be told apart",
        where=origin.where,
        remedy="save the e-mail's text, or the e-mail again, from the mail program",
    )
