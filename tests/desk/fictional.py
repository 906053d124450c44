"""Reports for the tests of the desk; every name and figure in them is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from habeas.model.claims import (
    Act,
    Claim,
    Mention,
    Quantity,
    Speaker,
    SpeakerKind,
    Stance,
    TimeMention,
)
from habeas.model.dates import EdtfDate
from habeas.model.reports import Report

NOON = datetime(2031, 5, 2, 12, tzinfo=UTC)
TEXT = (
    "Ruritania frees 14 prisoners\n\n"
    "On 1 May 2031 Ruritania freed 14 prisoners, the Court Gazette said. Among them is"
    " Jan Petrov, 52, a teacher.\n\n"
    "A rights group counts 120 people who are still held in Vorstadt. 😀 Ada Example was"
    " not freed.\n"
)


def report_of(text: str = TEXT, title: str = "Ruritania frees 14 prisoners") -> Report:
    """An invented report."""
    return Report(
        id=sha256(text.encode()).hexdigest(),
        file="ruritania.txt",
        url=None,
        media_type="text/plain",
        language="en",
        title=title,
        publisher="Example Wire",
        published=EdtfDate.parse("2031-05-02"),
        retrieved=None,
        text=text,
    )


REPORT = report_of()
GAZETTE = Speaker(name="the Court Gazette", kind=SpeakerKind.GOVERNMENT, cue="said")


def _claim(key: str, words: str, **told: object) -> Claim:
    start = TEXT.index(words)
    base = {"act": Act.RELEASE, "stance": Stance.REPORTED, **told}
    passage = REPORT.passage(start, start + len(words))
    return Claim(id=key, report=REPORT.id, passage=passage, **base)  # type: ignore[arg-type]


FREED = _claim(
    "c000000000001",
    "Ruritania freed 14 prisoners, the Court Gazette said",
    count=Quantity(low=14, high=14, about=None, words="14"),
    group="prisoners",
    by="Ruritania",
    when=TimeMention(edtf=EdtfDate.parse("2031-05-01"), words="1 May 2031"),
    speakers=(GAZETTE,),
)
JAN = _claim(
    "c000000000002",
    "Jan Petrov, 52, a teacher",
    names=(Mention(name="Jan Petrov", roles=("teacher",), age=52),),
    part_of=FREED.id,
)
HELD = _claim(
    "c000000000003",
    "120 people who are still held in Vorstadt",
    act=Act.HOLD,
    count=Quantity(low=120, high=120, about=None, words="120"),
    group="people",
    place="Vorstadt",
)
CLAIMS = (FREED, JAN, HELD)


def save() -> None:
    """Put the report in the store that is open."""
    from habeas.store.records import save_reading

    save_reading(REPORT, TEXT.encode(), CLAIMS, at=NOON, by="documenter")


ROWS = 230
LIST_TEXT = "name,place\n" + "".join(f"Person {at},Zenda {at}\n" for at in range(ROWS))
LIST = replace(report_of(LIST_TEXT, "Who is held"), media_type="text/csv", file="held.csv")


def save_list() -> None:
    """Put a list of invented people in the store that is open."""
    from habeas.store.records import save_reading

    claims = []
    for at in range(ROWS):
        start = LIST_TEXT.index(f"Person {at},")
        claims.append(
            Claim(
                id=f"cl{at:04}",
                report=LIST.id,
                act=Act.HOLD,
                stance=Stance.REPORTED,
                passage=LIST.passage(start, LIST_TEXT.index("\n", start)),
                names=(Mention(name=f"Person {at}"),),
            )
        )
    save_reading(LIST, LIST_TEXT.encode(), claims, at=NOON, by="documenter")
