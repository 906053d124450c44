"""What is asked for goes out, with what it refers to, and nothing else. All is made up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from habeas.claims.people_lists import read_people_list
from habeas.model.claims import Act, SpeakerKind
from habeas.register.assemble import Records, assemble_edition
from habeas.register.edition_file import EditionFile, write_edition
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.selection import Selection, choose
from habeas.reports import read_report

LIST = """# publisher: Harbour Watch
# published: 2031-05-08
name,status,date,facility,said by
Ada Marr,released,2031-05-07,Port Marr,Ministry of Justice
Бела Квист,held,2031,Colony 9,Harbour Watch
Cy Roe,arrested,2030,Port Marr,
Dee Roe,arrested,,Colony 9,
"""


@pytest.fixture(scope="module")
def going(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outgoing]:
    report = read_report(LIST.encode(), media_type="text/csv", file="watch.csv")
    records = Records(reports=(report,), claims=read_people_list(report).claims)
    edition = assemble_edition(
        records,
        title="Harbour",
        as_of=date(2031, 6, 1),
        known_at=datetime(2031, 6, 1, tzinfo=UTC),
    )
    path = tmp_path_factory.mktemp("selection") / "edition.sqlite"
    write_edition(edition, path)
    with EditionFile(path) as file:
        yield Outgoing(file=file)


STORIES = {
    "a name in another script": (Selection(name="Bela Kvist"), {"Бела Квист"}),
    "a part of a name": (Selection(name="Roe"), {"Cy Roe", "Dee Roe"}),
    "an act": (Selection(acts=frozenset({Act.ARREST})), {"Cy Roe", "Dee Roe"}),
    "a place": (Selection(places=("port marr",)), {"Ada Marr", "Cy Roe"}),
    "a day inside a year": (
        Selection(since=date(2031, 3, 1), until=date(2031, 3, 2)),
        {"Бела Квист"},
    ),
    "no day of its own": (Selection(since=date(2031, 5, 8)), {"Бела Квист", "Dee Roe"}),
    "until": (Selection(until=date(2030, 6, 1)), {"Cy Roe"}),
    "a speaker": (Selection(kinds=frozenset({SpeakerKind.GOVERNMENT})), {"Ada Marr"}),
    "two things at once": (Selection(name="Roe", places=("Colony",)), {"Dee Roe"}),
    "nobody": (Selection(name="Zyx Wvuts"), set()),
}


@pytest.mark.parametrize(("selection", "names"), STORIES.values(), ids=STORIES.keys())
def test_whom_a_selection_chooses(going: Outgoing, selection: Selection, names: set[str]) -> None:
    part = replace(going, chosen=choose(going, selection))
    assert {person.name for person in part.people()} == names
    claims = {claim.id for claim in part.claims()}
    assert len(claims) == len(names)
    assert all(key.claim in claims for person in part.people() for key in person.mentions)
    assert {claim.report for claim in part.claims()} == {report.id for report in part.reports()}


def test_everything_is_no_selection() -> None:
    assert Selection().is_everything
    assert not Selection(name="Ada").is_everything
