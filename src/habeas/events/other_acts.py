"""Reports that tell of no release, joined where they count the same act of one state.

A mass arrest told by the police in one paper and by a monitor in the next is one event,
as a release is. What they must share is the state, an act that both count people of, and
days: the claims' own, else those about publication.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.events.actors import acting_state, named_state, report_state
from habeas.events.windows import Window, publication, window_of
from habeas.model.claims import FREEING, Act, Claim
from habeas.model.dates import EdtfDate
from habeas.model.reports import Report

_JOINING = frozenset(
    {
        Act.ARREST,
        Act.REARREST,
        Act.CHARGE,
        Act.SENTENCE,
        Act.HOLD,
        Act.TRANSFER,
        Act.DIE,
        Act.DISAPPEAR,
    }
)
_ONE_EVENT_DAYS = 10


@dataclass(slots=True, kw_only=True)
class Alone:
    """Claims of one or more reports that tell of no release, on their way to an event."""

    claims: list[Claim]
    state: str | None
    acts: frozenset[Act]
    window: Window | None

    @property
    def may_join(self) -> bool:
        """False where it stays alone whatever others tell."""
        return self.state is not None and bool(self.acts)


def told_alone(report: Report | None, claims: Sequence[Claim]) -> Alone:
    """What the claims of one report, without those of releases, tell of."""
    counting = [c for c in claims if c.count is not None and c.act in _JOINING]
    dated = (window_of(c.when.edtf) for c in counting if c.when is not None)
    windows = [w for w in dated if w is not None and w.days <= _ONE_EVENT_DAYS + 2]
    window = publication(report)
    if windows:
        window = windows[0]
        for other in windows[1:]:
            window = window.meet(other) or window
    return Alone(
        claims=list(claims),
        state=_state(claims),
        acts=frozenset(c.act for c in counting),
        window=window,
    )


def join_tellings(tellings: Iterable[Alone]) -> list[Alone]:
    """Join those that count one act of one state on the same days.

    Each joins the first of those before it, by their first day, whose days all allow
    its own; so a series of daily reports does not become one event.

    Returns:
        In no order that matters; those without a state or a day stay alone.
    """
    found: list[Alone] = []
    # By state, those that a later one can still join: their first days only grow.
    open_: dict[str | None, list[Alone]] = defaultdict(list)
    for told in sorted(tellings, key=_order):
        near = [one for one in open_[told.state] if not _is_over(one, told)]
        home = next((one for one in near if _is_one(one, told)), None)
        if home is None or home.window is None or told.window is None:
            found.append(told)
            near.append(told)
        else:
            home.claims += told.claims
            home.acts |= told.acts
            home.window = home.window.meet(told.window)
        open_[told.state] = near
    return found


def common_day(claims: Iterable[Claim]) -> EdtfDate | None:
    """The day that all dated counts of such acts are of; None where there is none, or several."""
    days = {
        c.when.edtf.text: c.when.edtf
        for c in claims
        if c.count is not None and c.act in _JOINING and c.when is not None
    }
    return next(iter(days.values())) if len(days) == 1 else None


def _is_over(one: Alone, later: Alone) -> bool:
    """True where nothing can join that begins on the first day of another, or after it."""
    if one.window is None or later.window is None:
        return one.window is None
    return one.window.last < later.window.first


def _is_one(one: Alone, other: Alone) -> bool:
    if not one.may_join or one.state != other.state or not one.acts & other.acts:
        return False
    return (
        one.window is not None
        and other.window is not None
        and one.window.meet(other.window) is not None
    )


def _order(told: Alone) -> tuple[int, int, str]:
    if told.window is None:
        return 0, 0, told.claims[0].id
    return told.window.first.toordinal(), told.window.last.toordinal(), told.claims[0].id


def _state(claims: Sequence[Claim]) -> str | None:
    if any(c.act in FREEING for c in claims):
        return None
    said = report_state(claims)
    if said is not None:
        return said
    places: Mapping[str, None] = dict.fromkeys(
        s for c in claims for s in (acting_state(c.by), named_state(c.place)) if s is not None
    )
    return next(iter(places)) if len(places) == 1 else None
