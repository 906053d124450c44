"""Fetching: what arrives, and what is refused, against a real server on loopback."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import date

import pytest

import habeas
from fetch.loopback import PAGE, Site
from habeas.fetch import AddressRefused, FetchFailed, FetchPolicy, fetch_url
from habeas.model.problems import HabeasError
from habeas.reports import read_report


def test_a_page_arrives_with_its_type_address_and_day(site: Site, nearby: FetchPolicy) -> None:
    fetched = fetch_url(site.at("/page?q=1#part"), retrieved=date(2026, 1, 2), policy=nearby)
    assert fetched.data == PAGE.encode()
    assert fetched.media_type == "text/html; charset=utf-8"
    assert fetched.url == site.at("/page?q=1")
    assert fetched.requested == site.at("/page?q=1#part")
    assert fetched.retrieved == date(2026, 1, 2)


def test_habeas_says_who_it_is_and_sends_nothing_else(site: Site, nearby: FetchPolicy) -> None:
    fetch_url(site.at("/page"), policy=nearby)
    request, headers = site.seen[-1]
    assert request == "GET /page HTTP/1.1"
    assert headers["User-Agent"] == f"habeas/{habeas.__version__}"
    assert headers["Host"] == f"127.0.0.1:{site.port}"
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_compressed_pages_arrive_decompressed(site: Site, nearby: FetchPolicy) -> None:
    assert fetch_url(site.at("/gzip"), policy=nearby).data == PAGE.encode()


def test_the_charset_of_the_header_reaches_the_reader(site: Site, nearby: FetchPolicy) -> None:
    fetched = fetch_url(site.at("/koi8"), policy=nearby)
    report = read_report(fetched.data, media_type=fetched.media_type, url=fetched.url)
    assert report.text == "В вымышленном городе Арден освобождены девять человек."


def test_a_page_called_a_picture_is_read_as_a_page(site: Site, nearby: FetchPolicy) -> None:
    fetched = fetch_url(site.at("/picture"), policy=nearby)
    report = read_report(fetched.data, media_type=fetched.media_type, url=fetched.url)
    assert report.media_type == "text/html"


def test_redirects_are_followed_up_to_the_limit(site: Site, nearby: FetchPolicy) -> None:
    assert fetch_url(site.at("/countdown/4"), policy=nearby).url == site.at("/page")
    with pytest.raises(FetchFailed, match="more than 5 redirects"):
        fetch_url(site.at("/countdown/5"), policy=nearby)


FAILURES = {
    "a redirect to itself": ("/loop", "more than 5 redirects"),
    "a body without end": ("/endless", "more than 1 MB"),
    "100 MB in 100 kB": ("/bomb", "more than 1 MB"),
    "a compression not asked for": ("/brotli", "compression"),
    "a broken gzip stream": ("/broken-gzip", "DecodeError"),
    "less than was promised": ("/truncated", "connection failed"),
    "a missing page": ("/missing", "answer 404"),
    "more headers than a server sends": ("/many-headers", "connection failed"),
    "something that is not HTTP": ("/nonsense", "connection failed"),
}


@pytest.mark.parametrize(("path", "said"), FAILURES.values(), ids=FAILURES.keys())
def test_a_bad_answer_fails_clearly(site: Site, nearby: FetchPolicy, path: str, said: str) -> None:
    with pytest.raises(FetchFailed, match=said) as failure:
        fetch_url(site.at(path), policy=nearby)
    assert failure.value.where == "127.0.0.1"
    assert failure.value.remedy


@pytest.mark.parametrize("path", ["/drip", "/drip-headers", "/silence", "/endless"])
def test_no_server_can_keep_us_longer_than_the_limit(
    site: Site, nearby: FetchPolicy, path: str
) -> None:
    with pytest.raises(FetchFailed, match="in time"):
        fetch_url(site.at(path), policy=replace(nearby, seconds=0.3, max_bytes=10**12))


REFUSED = {
    "loopback by number": "http://127.0.0.1/",
    "loopback by name": "http://localhost/",
    "loopback in one number": "http://2130706433/",
    "loopback shortened": "http://127.1/",
    "loopback in IPv6": "http://[::1]/",
    "IPv4 inside IPv6": "http://[::ffff:127.0.0.1]/",
    "IPv4 behind NAT64": "http://[64:ff9b::7f00:1]/",
    "this machine": "http://0.0.0.0/",
    "a private network": "http://10.0.0.1/",
    "another private network": "http://192.168.1.1/",
    "a carrier's network": "http://100.64.0.1/",
    "link-local": "http://169.254.1.1/",
    "cloud metadata": "http://169.254.169.254/latest/meta-data/",
    "cloud metadata in IPv6": "http://[fd00:ec2::254]/",
    "multicast": "http://224.0.0.1/",
}


INSTEAD = {
    "http://127.0.0.1/": "http://127.0.0.2/",
    "http://localhost/": "http://127.0.0.3/",
    "http://2130706433/": "http://2130706434/",
    "http://127.1/": "http://127.2/",
    "http://[::ffff:127.0.0.1]/": "http://[::ffff:127.0.0.2]/",
    "http://[64:ff9b::7f00:1]/": "http://[64:ff9b::7f00:2]/",
}


@pytest.mark.parametrize("url", REFUSED.values(), ids=REFUSED.keys())
def test_addresses_inside_a_network_are_refused(url: str) -> None:
    with pytest.raises(AddressRefused, match="private or local"):
        fetch_url(url)


@pytest.mark.parametrize("url", REFUSED.values(), ids=REFUSED.keys())
def test_a_redirect_cannot_lead_inside(site: Site, nearby: FetchPolicy, url: str) -> None:
    # 127.0.0.1 itself is the one address that is let in here.
    inside = INSTEAD.get(url, url)
    with pytest.raises(HabeasError, match="private or local"):
        fetch_url(site.at(f"/to/{inside}"), policy=nearby)


NOT_ADDRESSES = {
    "a file": "file:///etc/passwd",
    "another scheme": "ftp://ftp.example/list.csv",
    "a script": "javascript:alert(1)",
    "no scheme": "news.example/page",
    "no host": "https:///page",
    "a user name": "https://user:secret@news.example/",
    "a bad port": "https://news.example:99999/",
    "a broken IPv6 host": "http://[::1/",
    "a label too long": f"https://{'a' * 70}.example/",
    "far too long": "https://news.example/" + "a" * 5000,
    "nothing": "",
}


@pytest.mark.parametrize("url", NOT_ADDRESSES.values(), ids=NOT_ADDRESSES.keys())
def test_what_is_no_web_address_is_refused(site: Site, nearby: FetchPolicy, url: str) -> None:
    with pytest.raises(AddressRefused) as refusal:
        fetch_url(url, policy=nearby)
    assert "secret" not in str(refusal.value)


def test_a_redirect_to_a_file_is_refused(site: Site, nearby: FetchPolicy) -> None:
    with pytest.raises(AddressRefused, match="not http"):
        fetch_url(site.at("/to/file:///etc/passwd"), policy=nearby)


def test_an_error_names_the_host_and_never_the_path(site: Site, nearby: FetchPolicy) -> None:
    with pytest.raises(HabeasError) as failure:
        fetch_url(site.at("/missing/a-persons-name?and=another"), policy=nearby)
    assert "persons" not in str(failure.value)
    assert "another" not in str(failure.value)


def test_https_never_falls_back_to_an_unprotected_connection(
    site: Site, nearby: FetchPolicy
) -> None:
    with pytest.raises(FetchFailed, match="connection failed"):
        fetch_url(site.at("/page").replace("http:", "https:"), policy=nearby)


def test_a_closed_port_is_said_plainly(nearby: FetchPolicy) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        port = reserved.getsockname()[1]
        with pytest.raises(FetchFailed, match="no connection"):
            fetch_url(f"http://127.0.0.1:{port}/", policy=nearby)


def test_a_host_without_an_address_is_said_plainly() -> None:
    with pytest.raises(FetchFailed, match="cannot be found"):
        fetch_url("http://no-such-host.invalid/", policy=FetchPolicy(seconds=20))
