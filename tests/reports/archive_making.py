"""Small archives, web archives and mailboxes, as programs write them or would never."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage

PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
}


def make_tar(members: Sequence[tuple[str, bytes]], *, packing: str = "") -> bytes:
    """A tar archive; `packing` is `gz`, `bz2`, `xz` or empty."""
    with io.BytesIO() as buffer:
        with tarfile.open(fileobj=buffer, mode="w") as archive:
            for name, content in members:
                member = tarfile.TarInfo(name)
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))
        return PACKERS[packing](buffer.getvalue())


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer of a web server in a web archive."""

    body: bytes
    kind: str = "text/html"
    status: str = "200 OK"
    fields: Mapping[str, str] = field(default_factory=dict)
    record: str = "response"


def make_warc(answers: Sequence[Answer], *, packed: bool = True) -> bytes:
    """A WARC file; answer `n`, counted from 1, comes from `https://news.example/n`."""
    records = []
    for number, answer in enumerate(answers, 1):
        fields = {"Content-Type": answer.kind, **answer.fields}
        lines = [f"HTTP/1.1 {answer.status}", *(f"{name}: {fields[name]}" for name in fields)]
        head = "".join(f"{line}\r\n" for line in [*lines, ""]).encode()
        is_bare = answer.record == "resource"
        records.append(
            raw_record(
                answer.body if is_bare else head + answer.body,
                kind=answer.kind if is_bare else "application/http",
                record=answer.record,
                number=number,
            )
        )
    return b"".join(gzip.compress(record) if packed else record for record in records)


def raw_record(
    block: bytes,
    *,
    length: int | None = None,
    fields: str = "",
    kind: str = "application/http",
    record: str = "response",
    number: int = 1,
) -> bytes:
    """One record, which may lie about its length."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {record}\r\nWARC-Target-URI: https://news.example/{number}\r\n"
        f"WARC-Date: 2025-12-14T03:00:00Z\r\nContent-Type: {kind}\r\n"
        f"{fields}Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def in_chunks(body: bytes, size: int = 7) -> bytes:
    """A body as servers send it in chunks."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def make_mail(
    text: str, attachments: Sequence[tuple[str, str, bytes]] = (), *, subject: str = "Nine freed"
) -> bytes:
    """An e-mail with `(type, file name, bytes)` attached."""
    mail = EmailMessage()
    mail["From"] = "Arden Watch <news@watch.example>"
    mail["Subject"] = subject
    mail["Date"] = "Sat, 13 Dec 2025 12:00:00 +0100"
    mail["MIME-Version"] = "1.0"
    mail.set_content(text)
    for kind, name, content in attachments:
        main, _, sub = kind.partition("/")
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mail.as_bytes()


def make_mbox(mails: Sequence[bytes]) -> bytes:
    """A mailbox in which `From ` at the beginning of a line is quoted."""
    begin = b"From news@watch.example Sat Dec 13 12:00:00 2025\n"
    quoted = (mail.replace(b"\nFrom ", b"\n>From ") for mail in mails)
    return b"\n".join(begin + mail for mail in quoted)
