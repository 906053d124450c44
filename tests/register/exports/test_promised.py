"""What is promised and traded goes out in every format. Everything in it is invented."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest

from habeas.register.edition_file import EditionFile, write_edition
from habeas.register.exports.bundles import ZipBundle
from habeas.register.exports.csv_files import write_csv
from habeas.register.exports.ftm import write_ftm
from habeas.register.exports.json_ld import write_json_ld
from habeas.register.exports.json_lines import read_json_lines, write_json_lines
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.selection import Selection, choose
from public.test_promises import published

TIE = "Norway will lift sanctions on Ruritanian Airways within 20 days in return for the release"


@pytest.fixture(scope="module")
def going(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outgoing]:
    """Return a promise that is overdue, said and denied to be traded."""
    path = tmp_path_factory.mktemp("promised") / "edition.sqlite"
    write_edition(published(), path)
    with EditionFile(path) as file:
        yield Outgoing(file=file)


def tables(going: Outgoing) -> dict[str, list[dict[str, str]]]:
    page = io.BytesIO()
    with ZipBundle(page) as bundle:
        write_csv(going, bundle)
    with zipfile.ZipFile(page) as archive:
        return {
            name.removesuffix(".csv"): list(
                csv.DictReader(io.StringIO(archive.read(name).decode(), newline=""))
            )
            for name in archive.namelist()
            if name.endswith(".csv")
        }


def test_a_table_says_how_a_promise_stands_on_the_day_of_the_edition(going: Outgoing) -> None:
    found = tables(going)
    (promise,) = (each for each in found["promises"] if each["act"] == "ease-sanctions")
    assert (promise["promisor"], promise["country"]) == ("Norway", "NO")
    assert (promise["on"], promise["state"]) == ("2031-06-30", "promised")
    assert (promise["due"], promise["due_words"]) == ("2031-05-28", "within 20 days")
    assert promise["overdue"] == "yes"
    steps = [each for each in found["promise_steps"] if each["promise"] == promise["promise"]]
    assert steps[0]["passage"].startswith("Norway will lift sanctions")
    assert (steps[0]["from"], steps[0]["condition"]) == (
        "2031-05-08",
        "in return for the release of 31\nprisoners",
    )


def test_what_is_said_and_what_is_denied_to_be_traded_stand_side_by_side(going: Outgoing) -> None:
    found = tables(going)
    kinds = {each["kind"]: each for each in found["ties"]}
    assert kinds.keys() == {"asserted", "denied"}
    assert kinds["asserted"]["passage"].startswith(TIE)
    assert kinds["denied"]["said_by"].startswith("Rudolf Marr")
    (deal,) = found["deals"]
    assert (deal["asserted"], deal["denied"]) == ("yes", "yes")
    assert set(deal["ties"].split("; ")) == {each["id"] for each in found["ties"]}


def test_json_lines_hold_them_and_an_older_file_without_them_is_read(going: Outgoing) -> None:
    page = io.BytesIO()
    write_json_lines(going, page)
    lines = [json.loads(line) for line in page.getvalue().splitlines()]
    (promise,) = (each["promise"] for each in lines if "promise" in each)
    assert promise["standing"]["is_overdue"] is True
    assert promise["deals"] == [each["deal"]["id"] for each in lines if "deal" in each]
    older = [each for each in lines if not each.keys() & {"promise", "deal"}]
    later = {"decided", "promise", "deal"}
    older[-1] = {"end": {k: n for k, n in older[-1]["end"].items() if k not in later}}
    read = read_json_lines(json.dumps(each) for each in older)
    assert read == replace(going.file.edition(), before=None, changes=(), former_ids=())


def test_a_promise_is_a_sanction_on_whom_it_is_about(going: Outgoing) -> None:
    page = io.BytesIO()
    write_ftm(going, page)
    found = [json.loads(line) for line in page.getvalue().splitlines()]
    (sanction,) = (each["properties"] for each in found if each["schema"] == "Sanction")
    target = next(each for each in found if each["id"] == sanction["entity"][0])
    assert target["properties"]["name"] == ["Ruritanian Airways"]
    assert sanction["status"] == ["promised, overdue"]


def test_the_words_that_tie_are_an_annotation(going: Outgoing) -> None:
    page = io.BytesIO()
    write_json_ld(going, page)
    graph = {node["@id"]: node for node in json.loads(page.getvalue())["@graph"]}
    (deal,) = (node for node in graph.values() if "Deal" in node["@type"])
    (promise,) = deal["promises"]
    assert graph[promise]["state"] == "promised"
    assert all(claim in graph for claim in graph[promise]["claims"])
    quotes = [
        graph[graph[tie]["passage"]]["target"]["selector"][0]["exact"] for tie in deal["ties"]
    ]
    assert any(words.startswith(TIE) for words in quotes)


def test_a_part_tells_how_a_promise_stands_by_the_whole(going: Outgoing) -> None:
    chosen = choose(going, Selection(acts=frozenset({going.file.claims_of_pledges()[0].act})))
    part = replace(going, chosen=chosen)
    assert [each.standing.is_overdue for each in part.promises()] == [True]
    nothing = replace(going, chosen=replace(chosen, claims=frozenset(), reports=frozenset()))
    assert [*nothing.promises(), *nothing.deals(), *nothing.ties()] == []
