"""Mailboxes (mbox, RFC 4155) and e-mails with what is attached to them."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from habeas.model.problems import Problem
from habeas.reports.archives import told
from habeas.reports.documents import open_documents
from habeas.reports.email import MALFORMED, parse_email
from habeas.reports.media_types import is_readable
from habeas.reports.members import (
    BROKEN,
    Budget,
    Document,
    Exhausted,
    Place,
    clean_name,
    in_memory,
    read_member,
)
from habeas.reports.problems import UnreadableReport
from habeas.reports.read import MAX_BYTES
from habeas.reports.reading import Origin

MAX_ATTACHMENTS = 1_000
"""Attachments up to which an e-mail's are read."""

MAX_MAILS = 4
"""E-mails within each other up to which they are read."""

_LINE = 1_000_000
_FROM = re.compile(rb"From \S.*\d")
_QUOTED = re.compile(rb">+From ")
_LETTER = frozenset({"text/plain", "text/html"})
_ARCHIVES = frozenset(
    {"application/gzip", "application/x-gzip", "application/x-tar", "application/zip"}
    | {"application/x-zip-compressed"}
)


def mbox_documents(
    stream: io.BufferedReader[Any], place: Place, budget: Budget
) -> Iterator[Document | Problem]:
    """The e-mails of a mailbox and what is attached to them; messages are counted from 1.

    A message begins with a line `From … <year>` at the top or below a blank one.
    `>From` in a message, which quotes such a line, loses one `>`.
    """
    for number, message in enumerate(_messages(stream), 1):
        memory = in_memory(message)
        yield from mail_documents(memory, place.inside(f", message {number}"), budget)


def mail_documents(
    stream: io.BufferedReader[Any], place: Place, budget: Budget
) -> Iterator[Document | Problem]:
    """An e-mail, then each of its attachments, counted from 1 in their order.

    The e-mail is given whole, so that its digest is that of the file. Attached e-mails
    are given in turn; attached archives give what is in them. Pictures, signatures and
    other types that habeas does not read are counted and told at the end.
    """
    if place.mails >= MAX_MAILS:
        yield place.problem("an e-mail in an e-mail in an e-mail", "save and give it")
        return
    data = read_member(stream)
    document = place.document(data)
    yield document
    if isinstance(document, Problem):
        return
    try:
        message = parse_email(data, Origin(where=place.file))
    except UnreadableReport:
        # Said again, in the same words, by whoever reads the document.
        return
    left_out: Counter[str] = Counter()
    for number, part in enumerate(_attachments(message), 1):
        if number > MAX_ATTACHMENTS:
            yield place.problem("more attachments than any e-mail has", "save and give them")
            break
        try:
            inner = place.in_mail().inside(f", attachment {number}")
            yield from _attached(part, inner, budget, left_out)
        except Exhausted:
            raise
        except (*BROKEN, *MALFORMED, UnreadableReport):
            yield place.inside(f", attachment {number}").problem(
                "an attachment that cannot be unpacked", "save it from the mail program"
            )
    yield from told(left_out, place)


def _attached(
    part: EmailMessage, place: Place, budget: Budget, left_out: Counter[str]
) -> Iterator[Document | Problem]:
    kind = part.get_content_type()
    if kind == "message/rfc822":
        whole = part.get_payload(0)
        assert isinstance(whole, EmailMessage)
        yield from mail_documents(in_memory(whole.as_bytes(policy=SMTP)), place, budget)
    elif is_readable(kind) or kind in _ARCHIVES:
        data = part.get_payload(decode=True)
        charset = part.get_content_charset()
        inner = place.inside(
            f"/{clean_name(part.get_filename() or '')}",
            media_type=f"{kind}; charset={charset}" if charset else kind,
        )
        yield from open_documents(
            in_memory(data if isinstance(data, bytes) else b""), inner, budget
        )
    else:
        left_out["attachments that habeas does not read (pictures, signatures, ...)"] += 1


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    """Parts that are neither the letter itself nor around others, in their order."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "multipart":
            parts = part.get_payload()
            if isinstance(parts, list):
                waiting += [each for each in reversed(parts) if isinstance(each, EmailMessage)]
        elif part is not message and not _is_letter(part):
            yield part


def _is_letter(part: EmailMessage) -> bool:
    # What has a name was attached, even where the mail program shows it below the letter.
    named = part.get_filename() or part.get_content_disposition() == "attachment"
    return not named and part.get_content_type() in _LETTER


def _messages(stream: io.BufferedReader[Any]) -> Iterator[bytes]:
    """Each message without its `From` line; of a too large one a byte too many is given."""
    lines: list[bytes] = []
    size = 0
    blank, whole_line = True, True
    while line := stream.readline(_LINE):
        if whole_line and blank and _FROM.match(line):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size <= MAX_BYTES:
            if whole_line and _QUOTED.match(line):
                line = line[1:]
            lines.append(line)
            size += len(line)
        blank = whole_line and not line.strip(b"\r\n")
        whole_line = line.endswith(b"\n")
    if lines:
        yield b"".join(lines)[: MAX_BYTES + 1]
