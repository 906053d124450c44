"""What an Edition says of promises and deals: worked out from its claims and ties, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.tied_sides import acts_in
from habeas.model.claims import FREEING
from habeas.model.pledges import Pledge, PledgeLink, PledgeStanding, PledgeStep
from habeas.pledges.arrange import Arranged, arrange_ruled
from habeas.pledges.standing import state_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from habeas.model.claims import Claim
    from habeas.register.edition_file import EditionFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A promise with all that is said of it, and how it stands on a day.

    Attributes:
        pledge: Who promised what, on which condition.
        standing: How it stands at the end of the day, by all accounts and by each.
        steps: What each claim adds, by day.
        met: What is taken to meet its condition.
        deals: Ids of the deals it stands in.
    """

    pledge: Pledge
    standing: PledgeStanding
    steps: tuple[PledgeStep, ...]
    met: tuple[PledgeLink, ...] = ()
    deals: tuple[str, ...] = ()


def arranged_of(file: EditionFile) -> Arranged:
    """Everything that an Edition says is promised and traded.

    Of the rest it reads what ties and conditions speak of; a large Edition takes seconds.
    """
    promised = file.claims_of_pledges()
    ties = file.ties()
    asked = {tie.report for tie in ties} | {c.report for c in promised if _hangs_on_release(c)}
    ids = {brief.id for report in asked for brief in file.accounts_of_report(report)}
    accounts = file.accounts_by_id(sorted(ids))
    events = [account.event for account in accounts.values()]
    told = {claim.id: claim for claim in promised}
    told |= file.claims(key for event in events for key in event.claims)
    tied = (key for tie in ties for side in (tie.given, tie.got) for key in side.claims)
    told |= file.claims(tied)
    claims = sorted(told.values(), key=lambda c: (c.report, c.passage.start, c.passage.end))
    reports = file.reports_by_id({c.report for c in claims} | asked)
    return arrange_ruled(reports.values(), claims, ties, events, file.ruled_links())


def promises_on(day: date, arranged: Arranged, asked: Iterable[str]) -> Iterator[Promised]:
    """Promises by id, in the order asked for, as they stand at the end of a day.

    Raises:
        KeyError: There is no promise of that id.
    """
    deals_of: dict[str, list[str]] = {}
    for deal in arranged.deals:
        for id_ in deal.pledges:
            deals_of.setdefault(id_, []).append(deal.id)
    for id_ in asked:
        chain = arranged.told.chains[id_]
        yield Promised(
            pledge=chain.pledge,
            standing=state_on(day, chain),
            steps=chain.steps,
            met=chain.met,
            deals=tuple(deals_of.get(id_, ())),
        )


def _hangs_on_release(claim: Claim) -> bool:
    return claim.condition is not None and bool(FREEING & set(acts_in(claim.condition.words)))
