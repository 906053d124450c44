"""What is worked out of all claims at once, each in a process of its own where they are many."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import batched
from typing import Any

from habeas.accounts.chronicle import Chronicle, chronicle_of
from habeas.events.atoms import in_order, tells_of_release
from habeas.events.grouping import group_told
from habeas.model.accounts import Decisions
from habeas.model.claims import Claim
from habeas.model.editions import CustodyCount
from habeas.model.events import Event
from habeas.model.people import Judgement, Person, ProposedMatch
from habeas.model.pledges import Tie
from habeas.model.reports import Copy
from habeas.people import propose_matches_of
from habeas.people.comparison.engine import shipped_engine
from habeas.people.comparison.shelf import MOST_NAMES
from habeas.people.evidence import Crowd, Particulars
from habeas.people.proposing import POSSIBLE, matches_among
from habeas.register.assemble import MAY_BE
from habeas.register.custody_counts import counts_told
from habeas.register.edition_ties import ties_told
from habeas.register.making.forgetting import forget
from habeas.register.making.lean import Lean
from habeas.register.making.packing import packed, unpacked
from habeas.register.making.readings import unpacked_reading
from habeas.register.making.telling import Telling
from habeas.reports.copies import find_copies

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What happened by all claims.

    Attributes:
        events: Newest first.
        copies: Which reports print the text of another.
        chronicle: What figures of different days say together.
    """

    events: tuple[Event, ...]
    copies: tuple[Copy, ...]
    chronicle: Chronicle


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was decided about persons, after all readings.

    Attributes:
        judgements: By ids of persons, spellings and mentions.
    """

    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Some:
    """Some persons, packed.

    Attributes:
        people: Each of them.
        told: The id, the spellings and the particulars of each.
        freed: Numbers of the reports that name each as freed.
    """

    people: tuple[bytes, ...]
    told: bytes
    freed: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is told when all persons are.

    Attributes:
        reports: Ids of all reports, by their numbers.
        custody: How many persons were held, by day.
        ties: Of each report that has some.
    """

    reports: tuple[str, ...]
    custody: tuple[CustodyCount, ...]
    ties: Mapping[str, tuple[Tie, ...]]


def group(feed: Iterator[Any]) -> Happened:
    """Group claims into events.

    Args:
        feed: Pairs of reports that stand apart, then readings, packed.
    """
    apart = next(feed)
    told = list(feed)
    reports = {report.id: report for report in (unpacked(text) for text, _ in told)}
    # What texts are compared by is let go of before there are claims.
    copies = find_copies(reports.values())
    forget()
    read = _Told(dict(zip(reports, (said for _, said in told), strict=True)))
    del told
    events = group_told(reports, read)
    decisions = Decisions(copies=copies, apart=apart)
    return Happened(
        events=events,
        copies=copies,
        chronicle=chronicle_of(read.counted(), reports, events, decisions),
    )


class _Told(Mapping[str, Sequence[Claim]]):
    """Claims by report, unpacked each time that they are asked for."""

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        self._packed = packed
        self._lean = Lean()

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __getitem__(self, report: str) -> Sequence[Claim]:
        lean = self._lean.claim_of_events
        # Nothing but what tells of releases is kept.
        claims = unpacked(self._packed[report])
        return in_order(lean(each) if tells_of_release(each) else each for each in claims)

    def counted(self) -> Iterator[Claim]:
        """All that count people."""
        for data in self._packed.values():
            yield from (claim for claim in unpacked(data) if claim.count is not None)


def tell(feed: Iterator[Any]) -> Iterator[tuple[Judgement, ...] | Some | Counted]:
    """Say who is named, and gather what is told of them.

    Args:
        feed: The last day on which they are counted, readings, packed, then what is judged.

    Returns:
        The judgements by the ids of persons, everybody by name, then what is told at the end.
    """
    as_of: date = next(feed)
    telling, judged, ties = Telling(), Judged(judgements=()), dict[str, tuple[Tie, ...]]()
    for item in feed:
        if isinstance(item, Judged):
            judged = item
            continue
        report, claims = unpacked_reading(item)
        telling.add(report, claims)
        if told := ties_told([report], claims):
            ties[report.id] = told
    return _told(telling, judged, ties, as_of)


def _told(
    telling: Telling, judged: Judged, ties: Mapping[str, tuple[Tie, ...]], as_of: date
) -> Iterator[tuple[Judgement, ...] | Some | Counted]:
    judgements, everybody = telling.everybody(judged.judgements)
    yield judgements
    for some in batched(everybody, _AT_ONCE):
        yield Some(
            people=tuple(packed(each.person) for each in some),
            told=packed([(each.person.id, each.person.names, each.particulars) for each in some]),
            freed=tuple(each.freed for each in some),
        )
    yield Counted(
        reports=tuple(telling.reports),
        custody=counts_told(telling.custody, as_of),
        ties=ties,
    )


def compare(feed: Iterator[Any]) -> Iterator[tuple[int, bytes]]:
    """Propose who may be who by all that is told of them.

    Args:
        feed: Judgements by the ids of persons, then persons as `Some.told` has them.

    Returns:
        Matches, some at a time: how many, and these, packed.
    """
    judgements = next(feed)
    names: list[tuple[str, ...]] = []
    crowd = Crowd(_told_of_each(feed, names))
    judged = {(each.left, each.right) for each in judgements}
    shipped_engine().keep(max(MOST_NAMES, len(crowd.spelled)))
    found = matches_among(crowd, names, judged, POSSIBLE)
    rows = ((-match.score, match.left, match.right, match.reason) for match in found)
    # Packed until all are found, and no name is needed any more.
    kept = [packed(some) for some in batched(rows, _AT_ONCE)]
    del crowd, names
    shipped_engine().keep(MOST_NAMES)
    matches = sorted(row for some in kept for row in unpacked(some))
    return ((len(some), packed(tuple(map(_match, some)))) for some in batched(matches, _AT_ONCE))


def _match(row: tuple[float, str, str, str]) -> ProposedMatch:
    less, left, right, reason = row
    return ProposedMatch(left=left, right=right, score=-less, reason=reason)


def _told_of_each(
    feed: Iterator[Any], names: list[tuple[str, ...]]
) -> Iterator[tuple[str, Particulars]]:
    lean = Lean()
    for some in feed:
        for key, own, particulars in unpacked(some):
            names.append(particulars.names if own == particulars.names else own)
            yield key, lean.particulars(particulars)


def compare_names(feed: Iterator[Any]) -> tuple[ProposedMatch, ...]:
    """Say who may be one of some persons, by names alone.

    Args:
        feed: All persons, then the ids of those.
    """
    people: Sequence[Person] = next(feed)
    those: Collection[str] = next(feed)
    return propose_matches_of(people, those, least=MAY_BE)
