"""How a pledge stands on a day: by all accounts, and by each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise, product

from habeas.model.pledges import (
    AccountedState,
    Chain,
    DueDate,
    PledgeLink,
    PledgeStanding,
    PledgeState,
    PledgeStep,
    StepKind,
)
from habeas.pledges.chain import is_promise

MOST_READINGS = 4_096
"""Ways to read the dates that are gone through; beyond them nothing is certain."""

_TURNS = {
    StepKind.PARTLY_DELIVERED: PledgeState.PARTLY_DELIVERED,
    StepKind.DELIVERED: PledgeState.DELIVERED,
    StepKind.WITHDRAWN: PledgeState.WITHDRAWN,
    StepKind.REVERSED: PledgeState.REVERSED,
}
_OPEN = frozenset({PledgeState.EXPECTED, PledgeState.PROMISED, PledgeState.CONDITIONAL})
_OVER = frozenset({PledgeState.WITHDRAWN, PledgeState.REVERSED})
_SILENT = frozenset({None, PledgeState.DENIED})
_DONE = frozenset({PledgeState.DELIVERED, PledgeState.PARTLY_DELIVERED})


def state_on(day: date, chain: Chain, known_at: date | None = None) -> PledgeStanding:
    """Say how it stands with a pledge at the end of a day.

    An imprecise date counts as every day it could mean, so a state is certain only where no
    reading of the dates says otherwise. Nothing is stored; the same claims give the same
    answer in any order.

    - A promise is PROMISED, CONDITIONAL while something it hangs on has not come, EXPECTED
      while only others speak of it. Promising again after a part is done changes nothing.
    - DISPUTED where on one day accounts differ ("intends to", "has lifted"), where a voice
      still promises what another has said to be done, or denies it on the day or later.
      What all who speak on a later day agree on ends a dispute.
    - Of one voice, a promise comes before its delivery on the same day.

    Args:
        day: Local calendar day, taken at its end.
        chain: The pledge with its steps; see `habeas.pledges.chain_of`.
        known_at: Leave out what reports say that can be known only after this day.

    Returns:
        UNKNOWN where nothing is said by `day`, or where the order cannot be told.
    """
    steps = [s for s in chain.steps if known_at is None or s.known is None or s.known <= known_at]
    spoken = [s for s in steps if s.earliest is None or s.earliest <= day]
    state = settle_pledge(day, steps, chain.met)
    accounts = []
    for voice in dict.fromkeys(step.voice for step in spoken):
        own = [step for step in spoken if step.voice == voice]
        accounts.append(
            AccountedState(
                account=own[0].account,
                state=settle_pledge(day, own, chain.met),
                claims=tuple(step.claim for step in own),
            )
        )
    due = _due(spoken)
    return PledgeStanding(
        day=day,
        state=state,
        accounts=tuple(accounts),
        due=due,
        is_overdue=_is_overdue(day, due, state, accounts),
        claims=tuple(step.claim for step in spoken),
    )


def settle_pledge(
    day: date, steps: Collection[PledgeStep], met: Collection[PledgeLink] = ()
) -> PledgeState:
    """The state at the end of a day by some steps, in any order; see `state_on`."""
    spoken = [s for s in steps if s.earliest is None or s.earliest <= day]
    turns = [_Turn(first=s.earliest, last=s.latest, step=s) for s in spoken]
    hinged = {s.claim for s in spoken if s.condition is not None}
    turns += [
        _Turn(first=link.earliest, last=link.latest, met=link.claim)
        for link in met
        if link.claim in hinged and (link.earliest is None or link.earliest <= day)
    ]
    found: set[PledgeState] = set()
    for reading in _readings(day, turns):
        if reading is None:
            return PledgeState.UNKNOWN
        found.add(_read(reading))
        if len(found) > 1:
            return PledgeState.UNKNOWN
    return found.pop()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """A step, or the meeting of the condition of a claim, and the days it can be of."""

    first: date | None
    last: date | None
    step: PledgeStep | None = None
    met: str = ""


type _Dated = dict[date, list[_Turn]]


def _readings(day: date, turns: Sequence[_Turn]) -> Iterator[_Dated | None]:
    """Every way to read the dates that tells the turns apart; None where they are too many."""
    choices = [tuple(_days_of(turn, day, turns)) for turn in turns]
    ways = 1
    for choice in choices:
        ways *= len(choice)
        if ways > MOST_READINGS:
            yield None
            return
    for days in product(*choices):
        dated: _Dated = {}
        for turn, on in zip(turns, days, strict=True):
            if on is not None:
                dated.setdefault(on, []).append(turn)
        yield dated


def _days_of(turn: _Turn, day: date, turns: Sequence[_Turn]) -> Iterator[date | None]:
    """The days of a turn that differ in what comes before, with or after them; None: not yet.

    Between two ends of other turns' spans all days are alike, but several turns can stand
    there one after the other, so that as many days are taken as there are turns.
    """
    first, last = turn.first or date.min, turn.last or date.max
    if first == last:
        yield first
        return
    ends = {d for t in turns for d in (t.first or date.min, t.last or date.max)} | {day}
    inner = sorted({d for d in ends if first <= d <= min(last, day)} | {first, min(last, day)})
    chosen = set(inner)
    for left, right in pairwise(inner):
        room = min(len(turns), (right - left).days - 1)
        chosen |= {left + timedelta(days=n) for n in range(1, room + 1)}
    yield from sorted(chosen)
    if last > day:
        yield None


@dataclass(slots=True, kw_only=True)
class _Now:
    """The state while a reading is gone through, day by day; None while nothing is said."""

    state: PledgeState | None = None
    voices: frozenset[str] = frozenset()
    promised: bool = False
    conditions: set[str] = field(default_factory=set)
    met: set[str] = field(default_factory=set)


def _read(reading: _Dated) -> PledgeState:
    now = _Now()
    for on in sorted(reading):
        turns = reading[on]
        now.met |= {turn.met for turn in turns if turn.met}
        steps = [turn.step for turn in turns if turn.step is not None]
        _say(now, [s for s in steps if s.kind not in (StepKind.DENIED, StepKind.IMPOSED)])
        _deny(now, [s for s in steps if s.kind is StepKind.DENIED])
    if now.state is not PledgeState.PROMISED:
        return now.state or PledgeState.UNKNOWN
    if now.conditions - now.met:
        return PledgeState.CONDITIONAL
    return PledgeState.PROMISED if now.promised else PledgeState.EXPECTED


def _say(now: _Now, steps: Iterable[PledgeStep]) -> None:
    """What is said on one day, but for denials. While open the state is PROMISED."""
    by_voice: dict[str, set[PledgeState]] = {}
    said_today = list(steps)
    opening = []
    for step in said_today:
        turn = _TURNS.get(step.kind)
        by_voice.setdefault(step.voice, set()).add(turn or PledgeState.PROMISED)
        opening += [] if turn else [step]
    for said in by_voice.values():
        if said & _DONE:
            said.discard(PledgeState.PROMISED)
        if PledgeState.REVERSED in said:
            said.discard(PledgeState.WITHDRAWN)
    told = {state for said in by_voice.values() for state in said}
    if PledgeState.REVERSED in told:
        told.discard(PledgeState.WITHDRAWN)
    if not told:
        return
    if any(len(said) > 1 for said in by_voice.values()):
        now.state = PledgeState.DISPUTED if len(by_voice) > 1 else PledgeState.UNKNOWN
    elif len(told) > 1:
        now.state = PledgeState.DISPUTED
    elif told == {PledgeState.PROMISED}:
        _open(now, opening, frozenset(by_voice))
    elif now.state not in _SILENT or any(step.undoes for step in said_today):
        # Sanctions set before anything was promised undo nothing.
        now.state = told.pop()
        now.voices = frozenset(by_voice)


def _open(now: _Now, steps: Iterable[PledgeStep], voices: frozenset[str]) -> None:
    if now.state in _SILENT | _OVER:
        now.promised, now.conditions = False, set()
        now.state = PledgeState.PROMISED
    elif now.state is PledgeState.DELIVERED:
        now.state = PledgeState.DISPUTED if voices - now.voices else PledgeState.UNKNOWN
    if now.state is PledgeState.PROMISED:
        for step in steps:
            now.promised |= is_promise(step)
            now.conditions |= {step.claim} if step.condition is not None else set()


def _deny(now: _Now, denials: Collection[PledgeStep]) -> None:
    if not denials:
        return
    denied = _DONE | ({PledgeState.PROMISED} if any(s.denies_all for s in denials) else set())
    if now.state in denied:
        now.state = PledgeState.DISPUTED
    elif now.state is None:
        now.state = PledgeState.DENIED


def _due(steps: Iterable[PledgeStep]) -> DueDate | None:
    """The latest of the days said; a later promise that names none leaves it."""
    told = [step.due for step in steps if step.due is not None]
    return max(told, key=lambda due: (due.edtf.latest or date.max, due.edtf.text), default=None)


def _is_overdue(
    day: date, due: DueDate | None, state: PledgeState, accounts: Iterable[AccountedState]
) -> bool:
    last = due.edtf.latest if due is not None else None
    if last is None or last >= day or state in _OVER | {PledgeState.DELIVERED}:
        return False
    # Where somebody says that it is done, nobody but they can say that it is not.
    return not any(one.state is PledgeState.DELIVERED for one in accounts)
