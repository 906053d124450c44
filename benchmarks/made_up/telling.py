"""Reports of a made-up register: lists of people, stories, and stories that others copy."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from habeas.accounts.worlds.words import states, words_of
from habeas.claims.identity import claim_id
from habeas.claims.people_lists import read_people_list
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
from habeas.reports.read import read_report
from made_up.names import MadeUpName, make_names
from made_up.sizes import Size

_FIRST = date(2020, 1, 1)
_DAYS = 2_200
_LONGEST = 0.05
_COPIED = 4
"""One story in so many is a copy of the one before."""

_SPEAKERS = (
    ("Harbour Monitor", SpeakerKind.RIGHTS_GROUP),
    ("the regional court", SpeakerKind.COURT),
    ("the interior ministry", SpeakerKind.GOVERNMENT),
    ("a relative", SpeakerKind.FAMILY),
    ("Lantern Group", SpeakerKind.RIGHTS_GROUP),
)
_STATUSES = ("held", "arrested", "sentenced", "released", "pardoned")
_ACTS = ((Act.ARREST, "arrested"), (Act.SENTENCE, "sentenced"), (Act.RELEASE, "released"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpReport:
    """A report with its bytes and claims."""

    report: Report
    data: bytes
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpRegister:
    """Who is told of, and by what.

    Attributes:
        names: Of each person.
        reports: Made one after the other, so that they need not be held together.
    """

    names: Sequence[MadeUpName]
    reports: Iterator[MadeUpReport]


def make_register(size: Size, seed: int) -> MadeUpRegister:
    """Make up a register; the same arguments make the same one."""
    chance = random.Random(seed)  # noqa: S311 - drawn to be drawn again
    names = make_names(size.people, chance)
    return MadeUpRegister(names=names, reports=_reports(size, names, chance))


def _reports(
    size: Size, names: Sequence[MadeUpName], chance: random.Random
) -> Iterator[MadeUpReport]:
    long = max(2, round(size.rows * _LONGEST))
    each = max(1, (size.rows - long) // max(1, size.lists - 1))
    for number in range(size.lists):
        yield _list(number, names, long if number == 0 else each, chance)
    before: _Story | None = None
    for number in range(size.stories):
        if before is not None and number % _COPIED == 0:
            story = _Story(lines=before.lines, day=before.day, state=before.state)
        else:
            story = _story(names, max(1, size.claims // size.stories), chance)
        before = story
        yield _told(number, story, chance)


def _list(
    number: int, names: Sequence[MadeUpName], rows: int, chance: random.Random
) -> MadeUpReport:
    """A list of neighbours among the names, so that lists repeat one another."""
    state = chance.choice(states())[1]
    published = _FIRST + timedelta(days=chance.randrange(_DAYS))
    start = number * rows * 7 % len(names)
    lines = [
        f"# title: Made-up list {number}",
        f"# publisher: {chance.choice(_SPEAKERS)[0]}",
        f"# published: {published.isoformat()}",
        "name,status,date,citizenship,charges",
    ]
    for at in range(rows):
        name = names[(start + at) % len(names)].spellings
        shown = name[0] if chance.random() < 0.8 else chance.choice(name)
        status = chance.choices(_STATUSES, (5, 2, 2, 2, 1))[0]
        day = published - timedelta(days=chance.randrange(400))
        when = day.isoformat() if chance.random() < 0.8 else str(day.year)
        lines.append(f"{shown},{status},{when},{state},article {chance.randint(100, 400)}")
    data = ("\n".join(lines) + "\n").encode()
    report = read_report(data, media_type="text/csv", file=f"list-{number}.csv")
    return MadeUpReport(report=report, data=data, claims=read_people_list(report).claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One sentence, and what it claims."""

    words: str
    act: Act
    count: Quantity | None
    names: tuple[Mention, ...]
    speaker: Speaker | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    lines: tuple[_Line, ...]
    day: date
    state: str


def _story(names: Sequence[MadeUpName], claims: int, chance: random.Random) -> _Story:
    state, day = chance.choice(words_of("acting")), _FIRST + timedelta(days=chance.randrange(_DAYS))
    act, word = chance.choices(_ACTS, (6, 3, 2))[0]
    total = max(2, round(chance.lognormvariate(2.5, 1)))
    lines = []
    for number in range(max(1, claims + chance.randint(-2, 2))):
        name, kind = chance.choice(_SPEAKERS)
        speaker = Speaker(name=name, kind=kind, cue="said")
        if number == 0 or chance.random() < 0.2:
            exact = chance.random() < 0.7
            said = f"{total}" if exact else f"at least {total}"
            count = Quantity(low=total, high=total if exact else None, about=None, words=said)
            words = f"{name} said that {said} people were {word} on {day.isoformat()}."
            line = _Line(words=words, act=act, count=count, names=(), speaker=speaker)
        else:
            shown = chance.choice(chance.choice(names).spellings)
            age = chance.randint(18, 80) if chance.random() < 0.3 else None
            told = f"{shown}, {age}," if age else shown
            words = f"{told} was {word} on {day.isoformat()}, {name} said."
            who = (Mention(name=shown, age=age),)
            line = _Line(words=words, act=act, count=None, names=who, speaker=speaker)
        lines.append(line)
    return _Story(lines=tuple(lines), day=day, state=state)


def _told(number: int, story: _Story, chance: random.Random) -> MadeUpReport:
    publisher = chance.choice(words_of("outlets"))
    published = story.day + timedelta(days=chance.randint(0, 2))
    head = f"Made-up story {number} from {story.state}\n{publisher}, {published.isoformat()}\n\n"
    data = (head + "\n".join(line.words for line in story.lines) + "\n").encode()
    text = data.decode()
    report = Report(
        id=sha256(data).hexdigest(),
        file=f"story-{number}.txt",
        url=None,
        media_type="text/plain",
        language="en",
        title=text.partition("\n")[0],
        publisher=publisher,
        published=EdtfDate.parse(published.isoformat()),
        retrieved=None,
        text=text,
    )
    claims, start = [], len(head)
    for line in story.lines:
        claims.append(_claim(line, report, start, story))
        start += len(line.words) + 1
    return MadeUpReport(report=report, data=data, claims=tuple(claims))


def _claim(line: _Line, report: Report, start: int, story: _Story) -> Claim:
    passage = report.passage(start, start + len(line.words))
    day = story.day.isoformat()
    return Claim(
        id=claim_id(passage, line.act),
        report=report.id,
        act=line.act,
        stance=Stance.REPORTED,
        passage=passage,
        count=line.count,
        group="people" if line.count is not None else None,
        names=line.names,
        by=story.state,
        when=TimeMention(edtf=EdtfDate.parse(day), words=f"on {day}"),
        speakers=(line.speaker,) if line.speaker is not None else (),
    )
