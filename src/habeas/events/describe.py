"""How an event is known: its title, day, place and id, in the claims' own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

from habeas.events.actors import acting_state, named_state
from habeas.events.atoms import Atom, tells_of_release
from habeas.events.lists import is_list
from habeas.events.other_acts import common_day
from habeas.events.windows import Timing
from habeas.model.claims import Claim
from habeas.model.dates import EdtfDate
from habeas.model.events import Event
from habeas.model.reports import Report
from habeas.people import fold_spelling

PERSON = "1 person"
PEOPLE = "{number} people"
ON_LIST = "{people} on a list{kept}"
ON_LISTS = "{people} on lists{kept}"
OF_KEEPER = " of {keeper}"
NAMED = "{people} named"

_LONGEST = 120
_MOST_NAMES = 2


def describe_event(
    claims: Sequence[Claim],
    *,
    state: str | None,
    atoms: Sequence[Atom],
    reports: Mapping[str, Report],
) -> Event:
    """Make an event of claims that speak of one happening.

    Args:
        claims: In order of report and passage; at least one.
        state: Who acts, or None.
        atoms: What tells of the release; empty for statements that tell of none.
        reports: By id; a list of people is titled by who keeps it and never by names.
    """
    freeing = [c for c in claims if tells_of_release(c)]
    speaking = freeing or list(claims)
    smallest = min(c.id for c in speaking)
    return Event(
        id=event_id(smallest),
        title=_title(speaking, state, reports),
        acts=tuple(sorted({c.act for c in speaking})),
        by=state,
        place=_place(speaking, state),
        when=_when(atoms) if atoms else common_day(claims),
        claims=tuple(c.id for c in claims),
        reports=tuple(dict.fromkeys(c.report for c in claims)),
    )


def event_id(claim: str) -> str:
    """Id of an event that is known by a claim: of those that tell of it, the first by id."""
    return "e" + sha256(claim.encode()).hexdigest()[:12]


def _title(claims: Sequence[Claim], state: str | None, reports: Mapping[str, Report]) -> str:
    """Who acts, as most often written, and the figure that says most."""
    lead = max(claims, key=_weight)
    subject = _subject(lead, claims, reports)
    writers = Counter(c.by for c in claims if c.by and acting_state(c.by) == state)
    by = min(writers, key=lambda w: (-writers[w], len(w), w), default=lead.by)
    title = f"{_capital(by)}: {subject}" if by and state is not None else _capital(subject)
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"


def _weight(claim: Claim) -> tuple[bool, bool, bool, int, int, str]:
    """An exact figure of everybody before a vague one or a part."""
    count = claim.count
    size = (count.low or count.high or int(count.about or 0)) if count else 0
    is_whole = claim.part_of is None and not claim.nationalities
    exact = count is not None and count.is_exact
    return (
        count is not None and is_whole,
        exact,
        count is not None,
        size,
        len(claim.names),
        claim.id,
    )


def _number_of_people(number: int) -> str:
    return PERSON if number == 1 else PEOPLE.format(number=f"{number:,}")


def _subject(lead: Claim, claims: Sequence[Claim], reports: Mapping[str, Report]) -> str:
    if lead.count is not None:
        if lead.group is None and lead.count.is_exact:
            return _number_of_people(lead.count.low or 0)
        return f"{lead.count.words} {lead.group or ''}".strip()
    names = list(dict.fromkeys(m.name for c in claims for m in c.names if m.named))
    if not names:
        return lead.group or lead.passage.exact
    people = _number_of_people(len(names))
    sources = [reports.get(c.report) for c in claims]
    if all(is_list(source) for source in sources):
        keepers = {source.publisher for source in sources if source and source.publisher}
        kept = OF_KEEPER.format(keeper=keepers.pop()) if len(keepers) == 1 else ""
        lists = len({c.report for c in claims})
        return (ON_LIST if lists == 1 else ON_LISTS).format(people=people, kept=kept)
    return ", ".join(names) if len(names) <= _MOST_NAMES else NAMED.format(people=people)


def _place(claims: Iterable[Claim], state: str | None) -> str | None:
    """The place that all claims that say one agree on; where people were sent is none."""
    places: dict[str, str] = {}
    for claim in claims:
        is_abroad = state is not None and named_state(claim.place) not in (None, state)
        if claim.place and not is_abroad:
            places.setdefault(fold_spelling(claim.place), claim.place)
    return next(iter(places.values())) if len(places) == 1 else None


def _when(atoms: Iterable[Atom]) -> EdtfDate | None:
    """The days all exact dates allow, or all of theirs where they differ.

    A date of publication is none of the event.
    """
    listed = list(atoms)
    for timings in ((Timing.DATED,), (Timing.VAGUE,), (Timing.RUNNING, Timing.EARLIER)):
        dates = [a.date for a in listed if a.timing in timings and a.date is not None]
        if dates:
            return _common(dates)
    return None


def _common(dates: Sequence[EdtfDate]) -> EdtfDate:
    if len({d.text for d in dates}) == 1:
        return dates[0]
    known = [(d.earliest, d.latest) for d in dates if d.earliest and d.latest]
    if len(known) < len(dates):
        return min(dates, key=lambda d: d.text)
    first, last = max(e for e, _ in known), min(lt for _, lt in known)
    if first > last:
        first, last = min(e for e, _ in known), max(lt for _, lt in known)
    return _span(first, last)


def _span(first: date, last: date) -> EdtfDate:
    if first == last:
        return EdtfDate.of_day(first)
    text = f"{first.isoformat()}/{last.isoformat()}"
    return EdtfDate(text=text, earliest=first, latest=last)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
