"""The sayings of a world as reports and claims, as a reader of reports would make them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from habeas.accounts.solving import Selection
from habeas.accounts.worlds.making import Happening, World
from habeas.accounts.worlds.sayings import Saying
from habeas.accounts.worlds.words import speaker_forms, states, words_of
from habeas.claims.identity import claim_id
from habeas.model.claims import Act, Claim, Speaker, SpeakerKind, Stance, TimeMention
from habeas.model.dates import EdtfDate
from habeas.model.reports import Report

_FIRST_DAY = date(1990, 1, 10)
_DAYS_APART = 10
"""Events of one state lie so far apart that no report could mean another one."""

_MOST_OF_A_REPORT = 4
_LATEST_REPORT = 2
_NOUNS = {"women": "women", "men": "men", "minors": "minors", "journalists": "journalists"}
_ADJECTIVES = {"women": "female", "men": "male"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One event, as it is told.

    Attributes:
        reports: The earliest first.
        claims: Of each saying, in the order of `Happening.sayings`.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]


def tell_world(world: World) -> tuple[Telling, ...]:
    """Tell every event of a world, each by a report for every two or three sayings."""
    return tuple(
        _tell(one, n, random.Random(f"{world.seed}/{n}/told"))  # noqa: S311
        for n, one in enumerate(world.happenings)
    )


def _tell(happening: Happening, number: int, chance: random.Random) -> Telling:
    acting = words_of("acting")
    state = acting[number % len(acting)]
    day = _FIRST_DAY + timedelta(days=_DAYS_APART * (number // len(acting)))
    reports, claims = list[Report](), list[Claim]()
    at = 0
    while at < len(happening.sayings):
        told = happening.sayings[at : at + chance.randint(1, _MOST_OF_A_REPORT)]
        published = day + timedelta(days=chance.randint(0, _LATEST_REPORT))
        report, made = _report(told, (state, day), published, chance.choice(words_of("outlets")))
        reports.append(report)
        claims += made
        at += len(told)
    reports.sort(key=lambda report: (report.published.text if report.published else "", report.id))
    return Telling(reports=tuple(reports), claims=tuple(claims))


def _report(
    told: Sequence[Saying], event: tuple[str, date], published: date, publisher: str
) -> tuple[Report, list[Claim]]:
    state, day = event
    text = f"{state}: prisoners released\n{publisher}, {published.isoformat()}\n"
    passages = []
    for one in told:
        *chain, speaker = _speakers(one)
        said = f"{speaker.name} said, according to {chain[0].name}, " if chain else ""
        text += said or f"{speaker.name} said "
        words = _words(one, state, day)
        passages.append((len(text), len(text) + len(words)))
        text += f"{words}.\n"
    report = Report(
        id=sha256(text.encode()).hexdigest(),
        file=None,
        url=None,
        media_type="text/plain",
        language="en",
        title=text.partition("\n")[0],
        publisher=publisher,
        published=EdtfDate.parse(published.isoformat()),
        retrieved=None,
        text=text,
    )
    return report, [
        _claim(one, report, place, event) for one, place in zip(told, passages, strict=True)
    ]


def _claim(
    saying: Saying, report: Report, place: tuple[int, int], event: tuple[str, date]
) -> Claim:
    passage = report.passage(*place)
    state, day = event
    wanted = _values(saying.selection)
    return Claim(
        id=claim_id(passage, Act.RELEASE, saying.quantity.words),
        report=report.id,
        act=Act.RELEASE,
        stance=Stance.REPORTED,
        passage=passage,
        count=saying.quantity,
        group=group_words(saying.selection),
        by=state,
        place=_state(wanted["destination"])[1] if "destination" in wanted else None,
        when=TimeMention(edtf=EdtfDate.parse(day.isoformat()), words=f"on {day.isoformat()}"),
        speakers=_speakers(saying),
    )


def _words(saying: Saying, state: str, day: date) -> str:
    to = _values(saying.selection).get("destination")
    taken = f" and taken to {_state(to)[1]}" if to else ""
    group = group_words(saying.selection)
    return f"{saying.quantity.words} {group} were freed by {state}{taken} on {day.isoformat()}"


def group_words(selection: Selection) -> str:
    """The people as a text calls them: "Latvian women"; where they were taken is told apart."""
    wanted = _values(selection)
    singled = [wanted[name] for name in ("sex", "age", "group") if name in wanted]
    words = [_ADJECTIVES.get(one, one) for one in singled[:-1]]
    words += [_NOUNS[one] for one in singled[-1:]]
    if "citizenship" in wanted:
        words.insert(0, _state(wanted["citizenship"])[2])
        words += [] if singled else ["citizens"]
    if "designation" not in wanted:
        return " ".join(words) or "people"
    # "Latvian women, political prisoners": no noun of its own can be called political.
    return ", ".join(filter(None, (" ".join(words), f"{wanted['designation']} prisoners")))


def _values(selection: Selection) -> dict[str, str]:
    return {name: next(iter(values)) for name, values in selection}


def _state(code: str) -> tuple[str, str, str]:
    return next(one for one in states() if one[0] == code)


def _town(number: int) -> str:
    """One name of a town for each number."""
    begin, end = words_of("towns_begin"), words_of("towns_end")
    further, at = divmod(number, len(begin) * len(end))
    # Neighbours in number begin and end otherwise, lest their names be taken for one.
    first = at % len(begin)
    second = (at // len(begin) + first) % len(end)
    return "New " * further + begin[first] + end[second]


def _speakers(saying: Saying) -> tuple[Speaker, ...]:
    forms = speaker_forms()
    town, at = divmod(saying.speaker, len(forms))
    kind, form = forms[at]
    name = form.replace("%s", _town(town))
    speaker = Speaker(name=name, kind=SpeakerKind(kind), cue="said")
    if saying.outlet is None:
        return (speaker,)
    outlets = words_of("outlets")
    outlet = outlets[saying.outlet % len(outlets)]
    return (Speaker(name=outlet, kind=SpeakerKind.MEDIA, cue="according to"), speaker)
