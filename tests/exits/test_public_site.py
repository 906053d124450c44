"""Nothing that is restricted or sealed passes through any address of the public site.

The Edition is published by `habeas publish`, and every link of every page is followed. An
address that is not led to, and not listed here, fails the test.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
import urllib3

from cli.running import habeas
from exits.conftest import Guarded
from exits.guarded import CONFIRMING, GALINA, PERSON, leaks, shows
from public.conftest import SERVER

POSTED = {"/search/": ("sought",)}
"""Address that takes a form → its fields."""

PROMISES = """---
title: What Norland promises
publisher: The Strelsau Lantern
published: 2026-01-12
---
Norland will lift sanctions on Daylight Shipping, the minister said.

Norland will lift sanctions on Lantern Trading, the minister said.

Norland will lift sanctions on Halina Kestrelova, the minister said.
"""
ENTRY = "<sdnEntry><uid>{}</uid>{}<sdnType>{}</sdnType></sdnEntry>"
LISTED = (
    ENTRY.format(71, "<lastName>DAYLIGHT SHIPPING</lastName>", "Entity"),
    ENTRY.format(
        72,
        "<lastName>LANTERN TRADING</lastName><remarks>Owned by Halina KESTRELOVA.</remarks>",
        "Entity",
    ),
    ENTRY.format(73, "<firstName>Halina</firstName><lastName>KESTRELOVA</lastName>", "Individual"),
)
"""A list that names, as an entry and in the remarks of another, somebody who is restricted."""

SOUGHT = ("Daylight", "Kestrelova", "Halina", "Кестрелова", "Undisclosed", "Mossgrove", "Wholly")
MOST_PAGES = 600


@pytest.fixture(scope="module")
def answers(
    guarded: Guarded, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, bytes], bytes]:
    """Return what came back from every address, and all that the server wrote."""
    folder = tmp_path_factory.mktemp("site")
    edition = folder / "edition.sqlite"
    promise_and_list(folder, guarded)
    made = habeas("publish", edition, environment=guarded.environment)
    assert made.returncode == 0, made.stderr
    log = folder / "log.txt"
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVER, str(edition)],
            stdout=subprocess.PIPE,
            stderr=written,
            text=True,
        )
        assert process.stdout is not None
        url = process.stdout.readline().strip().rstrip("/")
        try:
            found = crawl(url)
        finally:
            process.terminate()
            rest, _ = process.communicate(timeout=20)
    return found, rest.encode() + log.read_bytes()


def promise_and_list(folder: Path, guarded: Guarded) -> None:
    """Add a report of promises, and two editions of a list, the later without its first entry."""
    (folder / "promises.txt").write_text(PROMISES, encoding="utf-8")
    (folder / "kestrelova-early.xml").write_text(f"<sdnList>{''.join(LISTED)}</sdnList>")
    (folder / "late.xml").write_text(f"<sdnList>{''.join(LISTED[1:])}</sdnList>")
    for words in (
        ("add", folder / "promises.txt"),
        ("sanctions", "add", folder / "kestrelova-early.xml", "--date", "2026-01-10"),
        ("sanctions", "add", folder / "late.xml", "--date", "2026-02-10"),
    ):
        done = habeas(*words, environment=guarded.environment)
        assert done.returncode == 0, done.stderr


def crawl(url: str) -> dict[str, bytes]:
    """Body and headers by address, of every page that is led to, listed, or made up."""
    found: dict[str, bytes] = {}
    guesses = [
        f"/{kind}/{key}/"
        for kind in (
            "people",
            "reports",
            "accounts",
            "claims",
            "editions",
            "deals",
            "promises",
            "targets",
        )
        for key in (*CONFIRMING, PERSON, GALINA.report)
    ]
    whole = [each for each in patterns() if not re.search(r"[<^\\]", each)]
    waiting = ["/", *whole, *POSTED, *guesses, "/nowhere/"]
    with urllib3.PoolManager() as pool:
        while waiting and len(found) < MOST_PAGES:
            address = waiting.pop()
            if address in found:
                continue
            answer = pool.request("GET", url + address, redirect=False)
            told = answer.data + repr(dict(answer.headers)).encode()
            # What was asked for is repeated in the links to other languages.
            for guessed in set(address.split("/")) & {*CONFIRMING}:
                told = _without(told, guessed)
            found[address] = told
            waiting += [*_links(answer.data, url, address), *_for_programs(address)]
        for address, fields in POSTED.items():
            for sought in SOUGHT:
                answer = pool.request(
                    "POST",
                    url + address,
                    fields=dict.fromkeys(fields, sought),
                    encode_multipart=False,
                )
                found[f"{address} for {sought}"] = _without(answer.data, sought)
    return found


def _for_programs(address: str) -> list[str]:
    """Where programs find what stands at an address, which no page leads to."""
    found = re.fullmatch(r"/(accounts|claims|deals|people|promises|reports)/([\w-]+)/", address)
    if not found:
        return []
    kind, key = found.groups()
    more = [f"/api/1/people/{key}/custody"] if kind == "people" else []
    more += [f"/api/1/promises/{key}/lists"] if kind == "promises" else []
    return [f"/api/1/{kind}/{key}", *more]


def _links(body: bytes, url: str, address: str) -> list[str]:
    links = re.findall(rb'(?:href|src|action)="([^"]+)"', body)
    whole = (
        urldefrag(urljoin(url + address, link.decode().replace("&amp;", "&")))[0] for link in links
    )
    return [
        each.removeprefix(url) for each in whole if each.startswith(f"{url}/") and "?" not in each
    ]


def _without(body: bytes, sought: str) -> bytes:
    """A page of what was found without the words that were sought, which it repeats."""
    return body.replace(sought.encode(), b"")


def patterns() -> set[str]:
    """Every address of the site with its ids left open, English alone."""
    listed = """
from django.conf import settings
from habeas.server import public_settings
settings.configure(**{k: v for k, v in vars(public_settings).items() if k.isupper()})
import django
django.setup(set_prefix=False)
from django.urls import get_resolver
def walk(before, patterns):
    for each in patterns:
        address = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            walk(address, each.url_patterns)
        else:
            print(address)
walk("/", get_resolver().url_patterns)
"""
    ran = subprocess.run(
        [sys.executable, "-c", listed], capture_output=True, text=True, check=True, timeout=60
    )
    return set(ran.stdout.split())


def test_every_address_was_asked(answers: tuple[dict[str, bytes], bytes]) -> None:
    asked = [urlsplit(address).path for address in answers[0]]
    missing = [
        pattern
        for pattern in patterns()
        if not any(re.fullmatch(_expression(pattern), address) for address in asked)
    ]
    assert missing == [], "lead to it from a page, or list it here"


def _expression(pattern: str) -> str:
    if pattern.startswith("^") or "\\Z" in pattern:
        return pattern.lstrip("/^").replace("\\Z", "")
    parts = re.split(r"<[^>]+>", pattern)
    return r"[\w.:%-]+".join(map(re.escape, parts))


def test_nothing_passes(answers: tuple[dict[str, bytes], bytes]) -> None:
    found, log = answers
    assert {address: leaks(body) for address, body in found.items() if leaks(body)} == {}
    assert leaks(log) == []
    assert not any("Kestrelova" in address for address in found if " for " not in address)


def test_of_a_list_that_names_somebody_restricted_the_other_entries_are_shown(
    answers: tuple[dict[str, bytes], bytes],
) -> None:
    pages = {a: body.decode() for a, body in answers[0].items() if a.startswith("/promises/g")}
    assert any(
        "DAYLIGHT SHIPPING" in body and "taken off the list" in body for body in pages.values()
    )
    assert not any("LANTERN TRADING" in body for body in pages.values())
    assert any("Lantern Trading" in body for body in pages.values())


def test_the_site_shows_what_everybody_may_see(answers: tuple[dict[str, bytes], bytes]) -> None:
    found, _ = answers
    assert len(found) < MOST_PAGES
    assert sum(1 for body in found.values() if shows(body)) > 5


def test_the_file_of_the_edition_holds_nothing_of_it(guarded: Guarded, tmp_path: Path) -> None:
    edition = tmp_path / "edition.sqlite"
    assert habeas("publish", edition, environment=guarded.environment).returncode == 0
    assert shows(edition.read_bytes())
    assert leaks(edition.read_bytes()) == []
