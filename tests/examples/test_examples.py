"""The examples: what they cite, that they invent nobody and no quotation, and how they are read."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from habeas.reports import read_report

ROOT = Path(__file__).resolve().parents[2] / "examples"
FOLDER = ROOT / "belarus-2025-12"
FILES = sorted(FOLDER.iterdir())

READ_AS = {
    "briefing-note.eml": (
        "message/rfc822",
        "Example Washington Brief",
        "2025-12-13",
        "Belarus: who was freed today, in figures",
        None,
    ),
    "broadcaster.html": (
        "text/html",
        "Example Broadcasting",
        "2025-12-14",
        "Belarus: four names among those freed",
        "https://example.org/broadcasting/articles/c0belarus123",
    ),
    "commodity-letter.txt": (
        "text/plain",
        "Example Commodity Letter",
        "2025-12-14",
        "What changes for Belarusian potash",
        "https://example.org/commodity-letter/potash",
    ),
    "coordination-bulletin.pdf": (
        "application/pdf",
        None,  # a PDF names its author, who need not be its publisher
        "2025-12-13",
        "114 civilians received",
        None,
    ),
    "evening-review.txt": (
        "text/plain",
        "Example Evening Review",
        "2025-12-13",
        "More than 100 leave prisons in Belarus",
        "https://example.org/evening-review/more-than-100",
    ),
    "exile-office-note.txt": (
        "text/plain",
        "Example Exile Bulletin",
        "2025-12-14",
        "Office of Tsikhanouskaya: all are safe and abroad",
        "https://example.org/exile-bulletin/all-are-safe",
    ),
    "people.csv": (
        "text/csv",
        "Example Monitor",
        "2025-12-14",
        "People named as freed in Belarus on 13 December 2025",
        "https://example.org/monitor/named-2025-12-13",
    ),
    "regional-news.html": (
        "text/html",
        "Example Regional",
        "2025-12-13",
        "Belarus pardons 123, rights groups count 1,200 more",
        "https://example.org/regional/2025/12/13/belarus-pardons-123/",
    ),
    "rights-group-statement.txt": (
        "text/plain",
        "Example Monitor",
        "2025-12-13",
        "123 pardoned, 1,197 on the list",
        "https://example.org/monitor/statement-13-december",
    ),
    "state-agency.txt": (
        "text/plain",
        "Example Telegraph",
        "2025-12-13",
        "Head of state pardons 123 people",
        "https://example.org/telegraph/pardon",
    ),
    "two-roads.txt": (
        "text/plain",
        "Example Ledger",
        "2025-12-14",
        "Two roads out: 114 and nine",
        "https://example.org/ledger/two-roads-out",
    ),
    "wire-story.txt": (
        "text/plain",
        "Example Wire",
        "2025-12-13",
        "Minsk frees 123 as Washington eases curbs on potash",
        "https://example.org/wire/minsk-frees-123",
    ),
}

PAGES = (
    "benzinga.com",
    "crbcnews.com",
    "newsofaustin.com",
    "rferl.org/a/belarus-prisoners-freed-us-trump/33622355.html",
    "rks.news",
    "trendsnnews.com/?p=21978",
    "wionews.com",
)

PEOPLE = {
    "Ales Bialiatski",
    "Dzianis Kuchynski",
    "Gitanas Nauseda",
    "Ihar Losik",
    "John Coale",
    "Keith Kellogg",
    "Maria Kalesnikava",
    "Maria Kolesnikova",
    "Marina Zolotova",
    "Maryja Kalesnikava",
    "Siarhei Tsikhanouski",
    "Viktar Babaryka",
    "Viktor Babariko",
}
NO_PEOPLE = {
    "Agrorozkvit LLC",
    "Belarusian Potash Company",
    "European Union",
    "Example Street",
    "US Treasury",
    "United Kingdom",
    "United States",
    "What Washington",
}
PUBLISHERS = {publisher for _, publisher, *_ in READ_AS.values() if publisher} | {
    "Example Coordination Bulletin"
}

QUOTED = {
    "As relations normalize, more sanctions will be lifted",
    "as relations normalize",
    "citizens of various countries",
    "is lifting",
    "various countries",
    "with immediate effect",
}

STATED = (
    "the head of state has decided to pardon 123 citizens of various countries",
    "1,197 people considered political prisoners as of that Saturday; Ukrainian authorities: 114"
    " civilians received, Ukrainians and Belarusians among them",
    "one US citizen, six citizens of US allies, five Ukrainians among those freed; over 200"
    " released in Belarus through US engagement, six of them US citizens and over 60 citizens of"
    " allies",
    "More than 430 political prisoners freed since July 2024",
    "about 1,200 still detained; the US Treasury allows trade with three potash firms: Belarusian"
    " Potash Company, Agrorozkvit LLC, Belaruskali",
    "all those released are safe and have left Belarus",
    "Bialiatski free after 1,613 days, deported to Lithuania",
    "Jailed July 2021, sentenced to ten years in 2023 for smuggling and financing actions that"
    " violate public order",
    "the US is lifting sanctions on potash, by one account with immediate effect; as relations"
    " normalize, more sanctions will be lifted; EU restrictions remain",
    "14 people released and taken to Lithuania; among them Siarhei Tsikhanouski, sentenced to 18"
    " years in 2021",
    "five Belarusian nationals, others Japanese, Polish and Swedish citizens",
    "14 foreigners: six Lithuanians, two Latvians, two Poles, two Germans, one French and one"
    " British national",
)
LONGEST_SHARED = 8

by_name = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def text_of(path: Path) -> str:
    return read_report(path.read_bytes(), file=path.name).text


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:,\d+)*", text.lower())


def runs_of(text: str) -> set[tuple[str, ...]]:
    words = words_of(text)
    return {tuple(words[n : n + LONGEST_SHARED]) for n in range(len(words) - LONGEST_SHARED + 1)}


def test_the_folder_holds_what_its_description_lists() -> None:
    description = (ROOT / "belarus-2025-12.md").read_text(encoding="utf-8")
    assert {path.name for path in FILES} == set(READ_AS)
    assert set(re.findall(r"^\| `([^`]+)`", description, re.MULTILINE)) == set(READ_AS)


@by_name
def test_an_example_is_read_with_its_head(path: Path) -> None:
    report = read_report(path.read_bytes(), file=path.name)
    published = report.published.text if report.published else None
    head = (report.media_type, report.publisher, published, report.title, report.url)
    assert head == READ_AS[path.name]
    assert report.language == "en"


@by_name
def test_an_example_says_what_it_is_and_cites_a_page(path: Path) -> None:
    whole = path.read_bytes().decode("utf-8", errors="replace")
    if path.suffix == ".pdf":
        whole = " ".join(text_of(path).split())
    assert "written for habeas from public facts; its publisher is invented." in whole
    assert any(page in whole for page in PAGES)
    assert path.stat().st_size < 60_000


@by_name
def test_no_file_is_cited_that_the_description_does_not_name(path: Path) -> None:
    description = (ROOT / "belarus-2025-12.md").read_text(encoding="utf-8")
    row = next(line for line in description.splitlines() if line.startswith(f"| `{path.name}`"))
    whole = path.read_bytes().decode("utf-8", errors="replace")
    if path.suffix == ".pdf":
        whole = text_of(path)
    for page in PAGES:
        assert (page in whole) is (page in row), page


@by_name
def test_an_example_names_nobody_but_the_people_of_the_facts(path: Path) -> None:
    named = listed_names(path) if path.suffix == ".csv" else capitalised_runs(text_of(path))
    assert named <= PEOPLE | NO_PEOPLE | PUBLISHERS


def listed_names(path: Path) -> set[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    return {name for row in rows for name in (row["name"], *row["other_names"].split("; ")) if name}


def capitalised_runs(text: str) -> set[str]:
    """Two or more capitalised words in a row, without one that only begins a sentence."""
    runs = re.findall(r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?: [A-ZÀ-ÖØ-Þ][^\W\d_]+)+", text)
    trimmed = (re.sub(r"^(?:The|In|Since|President|Dear|Five) ", "", run) for run in runs)
    return {run for run in trimmed if " " in run}


@by_name
def test_an_example_quotes_only_what_the_pages_quote(path: Path) -> None:
    quoted = re.findall(r"[\"“]([^\"”]+)[\"”]", text_of(path)) if path.suffix != ".csv" else []
    assert {words.rstrip(",.") for words in quoted} <= QUOTED


@by_name
def test_an_example_copies_no_long_run_of_words(path: Path) -> None:
    stated = {run for sentence in STATED for run in runs_of(sentence)}
    quoted = {run for words in QUOTED for run in runs_of(words)}
    assert runs_of(text_of(path)) & stated <= quoted
