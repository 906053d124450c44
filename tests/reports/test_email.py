"""E-mail: subject, sender, day and body. Everyone here is fictional."""

from __future__ import annotations

import pytest

from habeas.reports import UnreadableReport, read_report

HEAD = (
    b'From: "Arden Office" <press@office.example>\r\nTo: list@news.example\r\n'
    b"Subject: Nine freed\r\nDate: Sat, 13 Dec 2025 23:30:00 -0500\r\n"
    b"Message-ID: <1@office.example>\r\nMIME-Version: 1.0\r\n"
)


def test_the_head_gives_title_publisher_and_day() -> None:
    report = read_report(HEAD + b"\r\nNine people were freed.\r\nMore follow.\r\n")
    assert report.media_type == "message/rfc822"
    assert report.title == "Nine freed"
    assert report.publisher == "Arden Office"
    assert str(report.published) == "2025-12-13"
    assert report.text == "Nine freed\nNine people were freed.\nMore follow.\n"


PARTS = (
    b"Content-Type: multipart/alternative; boundary=cut\r\n\r\n--cut\r\n"
    b"Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: 8bit\r\n\r\n%b\r\n"
    b"--cut\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    b"<html><body><p>Nine in HTML</p></body></html>\r\n--cut--\r\n"
)

BODIES = {
    "plain before HTML, in its charset": (PARTS % "Девять".encode("koi8-r"), "Девять"),
    "HTML where the plain part is blank": (PARTS % b" ", "Nine in HTML"),
    "quoted-printable": (
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
        b"\r\n\r\nNine =E2=80=93 or t=\r\nen",
        "Nine – or ten",
    ),
    "base64": (
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        b"TmluZSBmcmVlZCB0b2RheQ==",
        "Nine freed today",
    ),
    "flowed lines": (
        b"Content-Type: text/plain; format=flowed\r\n\r\nNine people \r\nwere freed.\r\n From now",
        "Nine people were freed.\nFrom now",
    ),
    "the body repeats the subject": (b"\r\nNine freed\r\nMore", "Nine freed\nMore"),
    "an unknown charset": (b"Content-Type: text/plain; charset=klingon\r\n\r\nNine", "Nine"),
}


@pytest.mark.parametrize(("rest", "text"), BODIES.values(), ids=BODIES.keys())
def test_the_body_is_found_and_decoded(rest: bytes, text: str) -> None:
    report = read_report(HEAD + rest)
    assert report.text.rstrip().removeprefix("Nine freed\n") == text.removeprefix("Nine freed\n")
    assert report.text.count("Nine freed\n") <= 1


def test_encoded_headers_are_read() -> None:
    report = read_report(
        b"From: =?utf-8?b?0JDRgNC00LXQvQ==?= <a@b.example>\nMIME-Version: 1.0\n"
        b"Subject: =?utf-8?q?Nine_=E2=80=93_freed?=\n\nText\n"
    )
    assert (report.publisher, report.title) == ("Арден", "Nine – freed")
    assert report.published is None


def test_attachments_are_left_out() -> None:
    report = read_report(
        HEAD + b"Content-Type: multipart/mixed; boundary=cut\r\n\r\n--cut\r\n"
        b"Content-Type: text/plain\r\n\r\nNine\r\n--cut\r\nContent-Type: text/plain\r\n"
        b"Content-Disposition: attachment; filename=secret.txt\r\n\r\nTen\r\n--cut--\r\n"
    )
    assert "Ten" not in report.text


NESTED = b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(5_000)
)

BAD = {
    "no text part": (b"Content-Type: image/png\r\n\r\nxx", "without a text"),
    "parts in parts without end": (NESTED + b"\n\nhi", "cannot be told apart"),
    "mails in mails without end": (b"Content-Type: message/rfc822\n\n" * 3_000, "cannot be told"),
    "more parts than mail has": (
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 50_000,
        "cannot be told apart",
    ),
    "a NUL in the text": (b"\r\nNi\0ne", "NUL"),
}


@pytest.mark.parametrize(("rest", "said"), BAD.values(), ids=BAD.keys())
def test_bad_mail_is_refused_clearly(rest: bytes, said: str) -> None:
    with pytest.raises(UnreadableReport, match=said) as error:
        read_report(HEAD + rest, file="folder/nine.eml")
    assert error.value.where == "nine.eml"


HOSTILE_HEADS = {
    "a sender in brackets without end": b"From: " + b"(" * 5_000,
    "a thousand senders": b"From: " + b'"a" <a@b.example>, ' * 5_000,
    "a type with endless parameters": b"Content-Type: text/plain; " + b'a="b"; ' * 20_000,
    "an endless subject": b"Subject: " + b"=?utf-8?q?a?= " * 10_000,
    "a date that is none": b"Date: yesterday, or so",
    "a broken encoded word": b"Subject: =?utf-8?b?!!!?=",
}


@pytest.mark.parametrize("head", HOSTILE_HEADS.values(), ids=HOSTILE_HEADS.keys())
def test_a_hostile_head_costs_only_itself(head: bytes) -> None:
    report = read_report(head + b"\nMIME-Version: 1.0\n\nNine freed", media_type="message/rfc822")
    assert report.text.endswith("Nine freed")
    assert len(report.title) <= 300
