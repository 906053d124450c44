"""What one report says of one release: the smallest pieces that events are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.events.actors import freeing_state, report_state
from habeas.events.windows import Timing, Window, publication, timing_of, window_of
from habeas.model.claims import FREEING, Claim, Stance, Unit
from habeas.model.dates import EdtfDate
from habeas.model.reports import Report
from habeas.people import fold_spelling

_TOLD = frozenset({Stance.REPORTED, Stance.CONFIRMED, Stance.ANNOUNCED, Stance.ESTIMATED})

_OWN_TIME = frozenset({Timing.DATED, Timing.VAGUE, Timing.RUNNING, Timing.EARLIER})

TELLING_COUNT = 10
"""Exact counts below this are too common to say that two reports mean one release."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """Claims of release that one report makes of one time and one state.

    Attributes:
        report: Id of the report.
        state: Who frees, ISO 3166-1 alpha-2, or None where the report does not say.
        timing: How it is dated.
        window: Days it can mean; None where undated or open.
        date: The claims' own date as said, or None.
        claims: In text order.
    """

    report: str
    state: str | None
    timing: Timing
    window: Window | None
    date: EdtfDate | None
    claims: tuple[Claim, ...]

    @property
    def signs(self) -> frozenset[str]:
        """What another report of the same release would repeat: exact figures and names."""
        counts = {sign for c in self.claims if (sign := count_sign(c)) is not None}
        return frozenset(counts | self._names)

    @property
    def most(self) -> int:
        """The greatest exact figure of everybody freed; 0 where none is exact."""
        return max((c.count.high or 0 for c in self.claims if c.count and is_whole(c)), default=0)

    @property
    def least(self) -> int:
        """The greatest number that all its figures need."""
        return max((c.count.low or 0 for c in self.claims if c.count), default=0)

    @property
    def _names(self) -> set[str]:
        return {fold_spelling(m.name) for c in self.claims for m in c.names if m.named}


def tells_of_release(claim: Claim) -> bool:
    """True for a release said to be done or announced; not hoped for, demanded or denied."""
    return claim.act in FREEING and claim.stance in _TOLD


def count_sign(claim: Claim) -> str | None:
    """An exact figure that another report of the same release would repeat, or None."""
    count = claim.count
    if count is None or not count.is_exact or count.unit is not Unit.PEOPLE:
        return None
    return f"#{count.low}" if (count.low or 0) >= TELLING_COUNT else None


def is_whole(claim: Claim) -> bool:
    """True for an exact figure of people that is not said to be a part of another."""
    count = claim.count
    if count is None or not count.is_exact or count.unit is not Unit.PEOPLE:
        return False
    return claim.part_of is None and not claim.nationalities and claim.place is None


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims of one report in the order of its text."""
    return sorted(claims, key=lambda c: (c.passage.start, c.passage.end, c.id))


def atoms_of(report: Report | None, claims: Sequence[Claim]) -> tuple[Atom, ...]:
    """Take apart what one report says of releases, by time and state.

    A claim without a time of its own takes that of the figure it is part of, or of a
    dated release said before it in the same paragraph ("that day": anywhere before
    it); in a report without a day of publication, also that of the only dated release.

    Args:
        report: None where only its claims are known.
        claims: All claims of that report, in text order.
    """
    told = [c for c in claims if tells_of_release(c)]
    main_state = report_state(claims)
    by_id = {c.id: c for c in claims}
    dated_by = _dated_by(report, told)
    groups: dict[tuple[str | None, Timing, str], list[Claim]] = defaultdict(list)
    for claim in told:
        source = dated_by[claim.id]
        timing = timing_of(source, report)
        state = _state(claim, by_id) or main_state
        groups[state, timing, _date_key(source, timing)].append(claim)
    return tuple(
        _atom(report, key[0], key[1], [(c, dated_by[c.id]) for c in group])
        for key, group in groups.items()
    )


def _atom(
    report: Report | None,
    state: str | None,
    timing: Timing,
    claims: Sequence[tuple[Claim, Claim]],
) -> Atom:
    first, source = claims[0]
    date = source.when.edtf if source.when is not None else None
    window = None
    if timing is Timing.PUBLISHED:
        window, date = publication(report), None
    elif timing in (Timing.DATED, Timing.VAGUE) and date is not None:
        window = window_of(date)
    return Atom(
        report=first.report,
        state=state,
        timing=timing,
        window=window,
        date=date,
        claims=tuple(claim for claim, _ in claims),
    )


def _state(claim: Claim, by_id: Mapping[str, Claim]) -> str | None:
    """Who frees: who frees the people these are some of, else as the claim says."""
    parent = by_id.get(claim.part_of or "")
    said = freeing_state(parent) if parent is not None and parent.act in FREEING else None
    return said or freeing_state(claim)


def _date_key(source: Claim, timing: Timing) -> str:
    if source.when is None or timing in (Timing.PUBLISHED, Timing.UNDATED):
        return ""
    if timing is Timing.EARLIER:
        return source.when.words.casefold()
    return source.when.edtf.text


def _dated_by(report: Report | None, told: Sequence[Claim]) -> Mapping[str, Claim]:
    """For each claim, the claim whose time it has."""
    by_id = {claim.id: claim for claim in told}
    own = {c.id for c in told if timing_of(c, report) in _OWN_TIME}
    dated = [c for c in told if timing_of(c, report) is Timing.DATED]
    days = {c.when.edtf.text: c for c in dated if c.when is not None}
    found: dict[str, Claim] = {}
    for claim in told:
        parent = by_id.get(claim.part_of or "")
        before = _before(report, claim, dated)
        if claim.id in own:
            found[claim.id] = claim
        elif parent is not None and parent.id in found:
            found[claim.id] = found[parent.id]
        elif before is not None:
            found[claim.id] = before
        elif publication(report) is None and len(days) == 1:
            found[claim.id] = next(iter(days.values()))
        else:
            found[claim.id] = claim
    return found


def _before(report: Report | None, claim: Claim, dated: Sequence[Claim]) -> Claim | None:
    """The last dated release said before a claim, within what its words can mean."""
    if report is None:
        return None
    for other in reversed(dated):
        if other.passage.end <= claim.passage.start:
            between = report.text[other.passage.end : claim.passage.start]
            return None if claim.when is None and "\n" in between else other
    return None
