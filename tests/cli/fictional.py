"""An amnesty that never happened: Port Ellery, Norland and everyone in it are made up."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from habeas.model.accounts import (
    Account,
    AccountPerson,
    Bounds,
    Conflict,
    Figure,
    Finding,
    Naming,
)
from habeas.model.claims import (
    Act,
    Claim,
    Condition,
    Mention,
    Quantity,
    Speaker,
    SpeakerKind,
    Stance,
    TimeMention,
)
from habeas.model.dates import EdtfDate
from habeas.model.events import Event
from habeas.model.people import ProposedMatch
from habeas.model.reports import Report

WIRE = """Port Ellery pardons 24
The Ministry of Justice announced on Wednesday that 24 prisoners will be pardoned. \
Ada Marr, a printer, and Bela Quist, a nurse, are among them, the Harbour Watch confirmed. \
Several of them are citizens of Lithuania and Japan, the ministry said. They were held for \
unlawful assembly. In return, Norland promised to ease sanctions on herring if talks continue. \
Roughly 300 people are believed to be still in prison. Envoy Tom Vale met Governor Iris Holt. \
The ministry has not said how they were chosen. Nine strikers were freed in March."""

WATCH = """Who crossed the bridge
18 people crossed the bridge to Norland. Ada Mar was met by her sister. \
The Harbour Watch counts 312 people still held."""

EMBASSY = """Arrivals
Six people arrived by sea, the embassy of Norland said, and further releases are expected."""


def report_of(text: str, file: str, publisher: str | None, day: str | None) -> Report:
    return Report(
        id=sha256(text.encode()).hexdigest(),
        file=file,
        url=None,
        media_type="text/plain",
        language="en",
        title=text.partition("\n")[0],
        publisher=publisher,
        published=EdtfDate.parse(day) if day else None,
        retrieved=None,
        text=text,
    )


REPORTS = (
    report_of(WIRE, "wire.txt", "Ellery Gazette", "2031-05-07"),
    report_of(WATCH, "watch.txt", None, "2031-05-08"),
    report_of(EMBASSY, "embassy.txt", "Embassy of Norland", None),
)


def claim_in(number: int, words: str, act: Act, stance: Stance, **fields: Any) -> Claim:
    """A claim on the first place where report `number` (from 1) has these words."""
    return claim_on(REPORTS[number - 1], words, act, stance, **fields)


def claim_on(report: Report, words: str, act: Act, stance: Stance, **fields: Any) -> Claim:
    """A claim on the first place where a report has these words."""
    number = REPORTS.index(report) + 1 if report in REPORTS else report.id[:4]
    start = report.text.index(words)
    return Claim(
        id=f"c{number}-{start}-{act}",
        report=report.id,
        act=act,
        stance=stance,
        passage=report.passage(start, start + len(words)),
        **fields,
    )


def exactly(number: int, words: str | None = None) -> Quantity:
    return Quantity(low=number, high=number, about=None, words=words or str(number))


def said_by(*names: str) -> tuple[Speaker, ...]:
    return tuple(Speaker(name=name, kind=SpeakerKind.UNKNOWN, cue="said") for name in names)


PARDON = claim_in(
    1,
    "24 prisoners will be pardoned",
    Act.PARDON,
    Stance.ANNOUNCED,
    count=exactly(24),
    group="prisoners",
    speakers=said_by("The Ministry of Justice"),
)
SEVERAL = claim_in(
    1,
    "Several of them are citizens of Lithuania and Japan",
    Act.RELEASE,
    Stance.REPORTED,
    count=Quantity(low=2, high=None, about=None, words="Several"),
    nationalities=("LT", "JP"),
    part_of=PARDON.id,
    speakers=said_by("the ministry"),
)
MARR = claim_in(
    1,
    "Ada Marr, a printer",
    Act.RELEASE,
    Stance.CONFIRMED,
    names=(Mention(name="Ada Marr", roles=("printer",)),),
    speakers=said_by("the Harbour Watch"),
)
QUIST = claim_in(
    1,
    "Bela Quist, a nurse",
    Act.RELEASE,
    Stance.CONFIRMED,
    names=(Mention(name="Bela Quist", roles=("nurse",)),),
    speakers=said_by("the Harbour Watch"),
)
ASSEMBLY = claim_in(
    1,
    "They were held for unlawful assembly",
    Act.HOLD,
    Stance.REPORTED,
    group="They",
    charges=("unlawful assembly",),
)
_IF = WIRE.index("if talks continue")
PLEDGE = claim_in(
    1,
    "Norland promised to ease sanctions on herring",
    Act.EASE_SANCTIONS,
    Stance.PROMISED,
    by="Norland",
    object="Sanctions on herring",
    condition=Condition(words="if talks continue", start=_IF, end=_IF + 17),
    speakers=said_by("Norland"),
)
ROUGHLY = claim_in(
    1,
    "Roughly 300 people are believed to be still in prison",
    Act.HOLD,
    Stance.ESTIMATED,
    count=Quantity(low=None, high=None, about=300.0, words="Roughly 300"),
    group="people",
)
TALK = claim_in(
    1,
    "Envoy Tom Vale met Governor Iris Holt",
    Act.MEET,
    Stance.REPORTED,
    names=(Mention(name="Tom Vale"), Mention(name="Iris Holt")),
)
WITHHELD = claim_in(
    1,
    "The ministry has not said how they were chosen",
    Act.WITHHOLD,
    Stance.REPORTED,
    by="The ministry",
    object="how they were chosen",
)
MARCH = claim_in(
    1,
    "Nine strikers were freed in March",
    Act.RELEASE,
    Stance.REPORTED,
    count=exactly(9, "Nine"),
    group="strikers",
    when=TimeMention(edtf=EdtfDate.parse("2031-03"), words="in March"),
)
BRIDGE = claim_in(
    2,
    "18 people crossed the bridge to Norland",
    Act.EXILE,
    Stance.REPORTED,
    count=exactly(18),
    group="people",
)
MAR = claim_in(
    2,
    "Ada Mar was met by her sister",
    Act.RELEASE,
    Stance.REPORTED,
    names=(Mention(name="Ada Mar"),),
)
WATCHED = claim_in(
    2,
    "The Harbour Watch counts 312 people still held",
    Act.HOLD,
    Stance.REPORTED,
    count=exactly(312),
    group="people",
    speakers=said_by("The Harbour Watch"),
)
SEA = claim_in(
    3,
    "Six people arrived by sea",
    Act.RELEASE,
    Stance.REPORTED,
    count=exactly(6, "Six"),
    group="people",
    speakers=said_by("the embassy of Norland"),
)
FURTHER = claim_in(
    3,
    "further releases are expected",
    Act.RELEASE,
    Stance.EXPECTED,
    group="further releases",
)

CLAIMS = tuple(
    sorted(
        (
            *(PARDON, SEVERAL, MARR, QUIST, ASSEMBLY, PLEDGE, ROUGHLY, TALK, WITHHELD, MARCH),
            *(BRIDGE, MAR, WATCHED, SEA, FURTHER),
        ),
        key=lambda claim: (
            [report.id for report in REPORTS].index(claim.report),
            claim.passage.start,
        ),
    )
)


def figure(claim: Claim) -> Figure:
    return Figure(claim=claim.id, population=(), voices=1)


def person(id_: str, name: str, naming: Naming, *claims: Claim) -> AccountPerson:
    ids = tuple(claim.id for claim in claims)
    return AccountPerson(person=id_, name=name, naming=naming, claims=ids)


def event_of(title: str, claims: tuple[Claim, ...], when: str | None) -> Event:
    return Event(
        id=f"e-{title}",
        title=title,
        acts=tuple(sorted({claim.act for claim in claims})),
        by=None,
        place="Port Ellery",
        when=EdtfDate.parse(when) if when else None,
        claims=tuple(claim.id for claim in claims),
        reports=tuple(dict.fromkeys(claim.report for claim in claims)),
    )


ACCOUNT = Account(
    event=event_of("Pardon of 24 prisoners", CLAIMS, "2031-05-07"),
    figures=(figure(PARDON), figure(SEVERAL), figure(BRIDGE), figure(SEA)),
    agreed=(),
    sums=(Finding(explanation="24 = 18 + 6", claims=(PARDON.id, BRIDGE.id, SEA.id)),),
    conflicts=(
        Conflict(
            explanation="Two voices count the people still held differently.",
            claims=(ROUGHLY.id, WATCHED.id),
            likewise=(),
            assumptions=(),
            tight=True,
        ),
    ),
    people=(
        person("p1", "Ada Mar", Naming.NAMED, MAR),
        person("p2", "Ada Marr", Naming.CONFIRMED, MARR),
        person("p3", "Bela Quist", Naming.CONFIRMED, QUIST),
    ),
    matches=(ProposedMatch(left="p1", right="p2", score=0.97, reason="one letter differs"),),
    unnamed=Bounds(low=21, high=22),
    held=(figure(ROUGHLY), figure(WATCHED)),
    nationalities=("LT", "JP"),
    pledges=(PLEDGE.id,),
    withheld=(WITHHELD.id,),
    meetings=(TALK.id,),
    expected=(FURTHER.id,),
    demands=(),
    charges=(ASSEMBLY.id,),
    earlier=(MARCH.id,),
    questions=("Who are the 21 or 22 whom no report names?",),
)

EARLIER = Account(
    event=event_of("Release of nine strikers", (MARCH,), "2031-03"),
    figures=(figure(MARCH),),
    agreed=(),
    sums=(),
    people=(),
    unnamed=Bounds(low=9, high=9),
    held=(),
    nationalities=(),
    pledges=(),
    withheld=(),
    meetings=(),
    expected=(),
    demands=(),
    charges=(),
    earlier=(),
    questions=(),
)
