"""What words are taken to mean that are no claim themselves: "the release of 52 prisoners".

Every meaning is a link with its reason, for a person to reject.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from habeas.claims.tied_sides import acts_in
from habeas.events.atoms import tells_of_release
from habeas.events.windows import publication
from habeas.model.claims import FREEING, Act, Claim, Stance
from habeas.model.events import Event
from habeas.model.pledges import LinkKind, Pledge, PledgeLink, Tie, TieSide
from habeas.model.reports import Report
from habeas.pledges.board import PLEDGED, object_words

_NUMBER = re.compile(r"\d[\d,]*")
_DONE = frozenset({Stance.REPORTED, Stance.CONFIRMED, Stance.ESTIMATED})
_SAME_FIGURE = "that release is told with the same figure"
_SAME_OBJECT = "that promise is about the same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Releases and pledges by their claims, ready to be asked for.

    Attributes:
        claims: By id.
        events: Releases, by id.
        pledges: By id.
        event_of: Claim that tells of a release → its event.
        pledge_of: Claim → its pledge.
    """

    claims: Mapping[str, Claim]
    events: Mapping[str, Event]
    pledges: Mapping[str, Pledge]
    event_of: Mapping[str, str]
    pledge_of: Mapping[str, str]


def bench_of(events: Iterable[Event], pledges: Iterable[Pledge], claims: Iterable[Claim]) -> Bench:
    """Lay out releases and pledges by their claims."""
    by_id = {claim.id: claim for claim in claims}
    releases = {event.id: event for event in events}
    promised = {pledge.id: pledge for pledge in pledges}
    return Bench(
        claims=by_id,
        events=releases,
        pledges=promised,
        event_of={
            key: event.id
            for event in releases.values()
            for key in event.claims
            if key in by_id and tells_of_release(by_id[key])
        },
        pledge_of={key: pledge.id for pledge in promised.values() for key in pledge.claims},
    )


def meant_by(tie: Tie, bench: Bench) -> Iterator[PledgeLink]:
    """The releases and pledges that the words of a tie are taken to mean, one of a side at most.

    A side that speaks of a release means the one with its figure, else the last that the
    report has told before; of sanctions likewise. Of a side that nothing is said of ("in
    return", "an exchange") it is what the other side leaves.
    """
    wanted = {Act.RELEASE, Act.EASE_SANCTIONS}
    sides = (tie.given, tie.got)
    for side in sides:
        known = any(c in bench.event_of or c in bench.pledge_of for c in side.claims)
        wanted -= {Act.RELEASE} if _is_of_release(side) else set()
        wanted -= {Act.EASE_SANCTIONS} if _is_of_sanctions(side) else set()
        if known:
            continue
        if _is_of_release(side):
            yield from _release(tie, side, bench)
        elif _is_of_sanctions(side):
            yield from _pledge(tie, side, bench)
    bare = [s for s in sides if not s.acts and not s.claims]
    if not bare or _names_a_bargain(tie):
        return
    if Act.RELEASE in wanted:
        yield from _release(tie, bare[0], bench)
    if Act.EASE_SANCTIONS in wanted:
        yield from _pledge(tie, bare[0], bench)


def conditions_met(
    pledges: Iterable[Pledge],
    events: Iterable[Event],
    claims: Iterable[Claim],
    reports: Iterable[Report] = (),
) -> tuple[PledgeLink, ...]:
    """Which releases would meet the conditions of pledges, as far as figures tell.

    A condition that speaks of a release with a figure ("in return for the release of 52
    prisoners", "once all 553 are freed") is taken to be met by the one release that is said to
    be done with that figure. What nobody dates was done by the day a report told of it.

    Returns:
        By pledge and claim; empty where no figure, or several releases, fit.
    """
    bench = bench_of(events, pledges, tuple(claims))
    documents = {report.id: report for report in reports}
    return tuple(
        link
        for pledge in bench.pledges.values()
        for key in pledge.claims
        if key in bench.claims
        and (link := _meeting(bench.claims[key], bench, documents)) is not None
    )


def link_id(kind: LinkKind, claim: str, meant: str) -> str:
    """An id that is the same for the same kind and ends: `k` and twelve hex digits."""
    return "k" + sha256(f"{kind}\x1f{claim}\x1f{meant}".encode()).hexdigest()[:12]


def _meeting(claim: Claim, bench: Bench, reports: Mapping[str, Report]) -> PledgeLink | None:
    condition = claim.condition
    if condition is None or Act.RELEASE not in acts_in(condition.words):
        return None
    figures = _figures(condition.words)
    fitting = [
        (event, told)
        for event in bench.events.values()
        if (told := [c for c in _told(event, bench) if _counts(c, figures) and c.stance in _DONE])
    ]
    if len(fitting) != 1:
        return None
    event, told = fitting[0]
    figure = told[0].count.words if told[0].count is not None else ""
    earliest, latest = _when(event, told, reports)
    return PledgeLink(
        id=link_id(LinkKind.MEETS_CONDITION, claim.id, event.id),
        kind=LinkKind.MEETS_CONDITION,
        reason=f"“{condition.words}” is taken to be met by the release of {figure}, "
        "as no other release is told with that figure.",
        claim=claim.id,
        report=claim.report,
        event=event.id,
        pledge=None,
        claims=(claim.id, *(c.id for c in told)),
        earliest=earliest,
        latest=latest,
    )


def _when(
    event: Event, told: Sequence[Claim], reports: Mapping[str, Report]
) -> tuple[date | None, date | None]:
    """The days a release can have been on: its own, else those about the first report of it."""
    if event.when is not None and event.when.latest is not None:
        return event.when.earliest, event.when.latest
    found = [r for c in told if (r := reports.get(c.report)) is not None and publication(r)]
    days = [r.published.latest for r in found if r.published is not None and r.published.latest]
    if not days:
        return None, None
    about = min(w.first for r in found if (w := publication(r)) is not None)
    return about, min(days)


def _is_of_release(side: TieSide) -> bool:
    return bool(FREEING & set(side.acts))


def _is_of_sanctions(side: TieSide) -> bool:
    return bool(PLEDGED & set(side.acts))


def _names_a_bargain(tie: Tie) -> bool:
    """ "As part of a deal with Norland": what else is in the deal the words do not say."""
    return "deal" in tie.cue.casefold() or "agreement" in tie.cue.casefold()


def _release(tie: Tie, side: TieSide, bench: Bench) -> Iterator[PledgeLink]:
    figures = _figures(side.words or "")
    told = [bench.claims[key] for key in bench.event_of]
    same = {bench.event_of[c.id] for c in told if _counts(c, figures)}
    if len(same) == 1:
        yield _link(tie, side, _SAME_FIGURE, event=bench.events[same.pop()])
        return
    last = _last_before(tie, told)
    if last is not None and not figures:
        reason = "the report tells of it just before"
        yield _link(tie, side, reason, event=bench.events[bench.event_of[last.id]])


def _pledge(tie: Tie, side: TieSide, bench: Bench) -> Iterator[PledgeLink]:
    told = [bench.claims[key] for key in bench.pledge_of if bench.claims[key].act in PLEDGED]
    words = object_words(side.words)
    same = {
        bench.pledge_of[c.id]
        for c in told
        if (own := object_words(c.object)) and words and own <= words
    }
    if len(same) == 1:
        yield _link(tie, side, _SAME_OBJECT, pledge=bench.pledges[same.pop()])
        return
    last = _last_before(tie, told)
    if last is not None and not same:
        reason = "the report tells of it just before"
        yield _link(tie, side, reason, pledge=bench.pledges[bench.pledge_of[last.id]])


def _last_before(tie: Tie, claims: Sequence[Claim]) -> Claim | None:
    before = [c for c in claims if c.report == tie.report and c.passage.start < tie.passage.end]
    return max(before, key=lambda c: (c.passage.start, c.id), default=None)


def _link(
    tie: Tie,
    side: TieSide,
    why: str,
    *,
    event: Event | None = None,
    pledge: Pledge | None = None,
) -> PledgeLink:
    meant = event.id if event is not None else pledge.id if pledge is not None else ""
    what = f"“{side.words}”" if side.words else f"“{tie.cue}”"
    title = event.title if event is not None else (pledge.object if pledge is not None else None)
    claims: Collection[str] = event.claims if event is not None else ()
    claims = pledge.claims if pledge is not None else claims
    when = event.when if event is not None else None
    earliest: date | None = when.earliest if when is not None else None
    return PledgeLink(
        id=link_id(LinkKind.IS_MEANT, tie.id, meant),
        kind=LinkKind.IS_MEANT,
        reason=f"{what} is taken to mean “{title or 'the promise'}”: {why}.",
        claim=tie.id,
        report=tie.report,
        event=event.id if event is not None else None,
        pledge=pledge.id if pledge is not None else None,
        claims=tuple(claims),
        earliest=earliest,
        latest=when.latest if when is not None else None,
    )


def _told(event: Event, bench: Bench) -> list[Claim]:
    return [bench.claims[key] for key in event.claims if key in bench.event_of]


def _figures(words: str) -> frozenset[int]:
    return frozenset(int(digits.replace(",", "")) for digits in _NUMBER.findall(words))


def _counts(claim: Claim, figures: Collection[int]) -> bool:
    count = claim.count
    return count is not None and count.is_exact and count.low in figures
