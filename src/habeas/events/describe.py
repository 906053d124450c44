"""How an event is known: its title, day, place and id, in the claims' own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from habeas.events.actors import acting_state
from habeas.events.atoms import Atom, tells_of_release
from habeas.events.windows import Timing
from habeas.model.claims import Claim
from habeas.model.dates import EdtfDate
from habeas.model.events import Event
from habeas.people import fold_spelling

_LONGEST = 120


def describe_event(claims: Sequence[Claim], *, state: str | None, atoms: Sequence[Atom]) -> Event:
    """Make an event of claims that speak of one happening.

    Args:
        claims: In order of report and passage; at least one.
        state: Who acts, or None.
        atoms: What tells of the release; empty for statements that tell of none.
    """
    freeing = [c for c in claims if tells_of_release(c)]
    speaking = freeing or list(claims)
    smallest = min(c.id for c in speaking)
    return Event(
        id="e" + sha256(smallest.encode()).hexdigest()[:12],
        title=_title(speaking, state),
        acts=tuple(sorted({c.act for c in speaking})),
        by=state,
        place=_place(speaking),
        when=_when(atoms),
        claims=tuple(c.id for c in claims),
        reports=tuple(dict.fromkeys(c.report for c in claims)),
    )


def _title(claims: Sequence[Claim], state: str | None) -> str:
    """Who acts, as most often written, and the figure that says most."""
    lead = max(claims, key=_weight)
    subject = _subject(lead, claims)
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


def _subject(claim: Claim, claims: Sequence[Claim]) -> str:
    if claim.count is not None:
        return f"{claim.count.words} {claim.group or ''}".strip()
    names = list(dict.fromkeys(m.name for c in claims for m in c.names if m.named))
    if names and len(names) <= 3:
        return ", ".join(names)
    if names:
        return f"{', '.join(names[:2])}, …"
    return claim.group or claim.passage.exact


def _place(claims: Iterable[Claim]) -> str | None:
    """The place that all claims that say one agree on."""
    places = {fold_spelling(c.place): c.place for c in claims if c.place}
    return min(places.values()) if len(places) == 1 else None


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
