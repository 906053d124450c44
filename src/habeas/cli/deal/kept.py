"""What `habeas deal` shows of the register: its promises, its lists, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from habeas.cli.deciding.register import open_register
from habeas.cli.whoami import user_name

if TYPE_CHECKING:
    from habeas.cli.sanctions.editions import Edition
    from habeas.model.reports import Report
    from habeas.pledges.arrange import Arranged
    from habeas.pledges.timeline import Told
    from habeas.store.index.promises import PromisesFile

_TEXTS_AT_ONCE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the register holds of promises.

    Attributes:
        promises: Without the links that a person rejected.
        editions: Of lists of sanctions, by list and day.
    """

    promises: PromisesFile
    editions: tuple[Edition, ...]


def open_promises(known_at: date | None = None) -> Kept:
    """Open the register, and say what is promised in it and what was decided about that.

    Args:
        known_at: Leave out what was recorded after this day; None for nothing.

    Raises:
        Stop: There is no register.
        StoreError, UnreadableSanctions: It, or a list in it, cannot be read.
    """
    open_register()
    from habeas.cli.sanctions.editions import kept_edition
    from habeas.model.restrictions import Owner
    from habeas.store.audit import known_number
    from habeas.store.index.promises import load_promises
    from habeas.store.snapshots import load_snapshots

    moment = None
    if known_at is not None and known_at < datetime.now(UTC).date():
        moment = datetime.combine(known_at, time.max, UTC)
    if moment is None:
        _look_at_texts()
    promises = load_promises(Owner(name=user_name()), known_at=moment)
    wanted = any(chain.pledge.object for chain in promises.arranged.chains)
    upto = None if moment is None else known_number(moment)
    snapshots = load_snapshots(upto) if wanted else ()
    return Kept(promises=promises, editions=tuple(kept_edition(each) for each in snapshots))


def _look_at_texts() -> None:
    """See to it that all texts were looked at for what they tie."""
    from habeas.cli.progress import counting
    from habeas.store.index.asking import make_ready
    from habeas.store.index.tied import catch_up_ties, texts_left

    make_ready()
    left = texts_left()
    with counting("texts looked at for what they tie") as advance:
        while left:
            before, left = left, catch_up_ties(_TEXTS_AT_ONCE)
            advance(before - left)


def cited_reports(arranged: Arranged) -> tuple[Report, ...]:
    """The reports that promises, deals and their releases rest on, by day."""
    told = arranged.told
    claims = [key for chain in arranged.chains for key in chain.pledge.claims]
    claims += [key for deal in arranged.deals for event in deal.events for key in _of(event, told)]
    cited = {told.claims[key].report for key in claims if key in told.claims}
    cited |= {tie.report for deal in arranged.deals for tie in deal.ties}
    return tuple(sorted((told.reports[key] for key in cited), key=_day))


def _of(event: str, told: Told) -> tuple[str, ...]:
    return told.events[event].claims if event in told.events else ()


def _day(report: Report) -> tuple[str, str]:
    return report.published.text if report.published is not None else "~", report.id
