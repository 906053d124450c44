"""What an Edition says of promises and deals: worked out from its claims and ties, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.tied_sides import acts_in
from habeas.model.claims import FREEING
from habeas.model.pledges import Pledge, PledgeLink, PledgeStanding, PledgeState, PledgeStep, Tie
from habeas.pledges.arrange import Arranged, arrange_ruled
from habeas.pledges.board import is_pledge
from habeas.pledges.standing import state_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from habeas.model.claims import Claim
    from habeas.model.editions import Edition
    from habeas.register.edition_records import EditionRecords


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


def arranged_of(file: EditionRecords) -> Arranged:
    """Everything that an Edition says is promised and traded.

    Of the rest it reads what ties and conditions speak of; a large Edition takes seconds.
    """
    promised = file.claims_of_pledges()
    ties = file.ties()
    asked = _asked(promised, ties)
    ids = {brief.id for report in asked for brief in file.accounts_of_report(report)}
    accounts = file.accounts_by_id(sorted(ids))
    events = [account.event for account in accounts.values()]
    told = {claim.id: claim for claim in promised}
    told |= file.claims(key for event in events for key in event.claims)
    tied = (key for tie in ties for side in (tie.given, tie.got) for key in side.claims)
    told |= file.claims(tied)
    claims = _in_order(told)
    reports = file.reports_by_id({c.report for c in claims} | asked)
    return arrange_ruled(reports.values(), claims, ties, events, file.ruled_links())


def arranged_within(edition: Edition) -> Arranged:
    """The same of an Edition that is not written yet."""
    promised = [claim for claim in edition.claims if is_pledge(claim)]
    asked = _asked(promised, edition.ties)
    events = [each.event for each in edition.accounts if not asked.isdisjoint(each.event.reports)]
    wanted = {key for event in events for key in event.claims}
    wanted |= {k for tie in edition.ties for side in (tie.given, tie.got) for k in side.claims}
    told = {claim.id: claim for claim in promised}
    told |= {claim.id: claim for claim in edition.claims if claim.id in wanted}
    claims = _in_order(told)
    of = {claim.report for claim in claims} | asked
    reports = [report for report in edition.reports if report.id in of]
    return arrange_ruled(reports, claims, edition.ties, events, edition.ruled_links)


def states_on(day: date, arranged: Arranged) -> dict[str, PledgeState]:
    """How each promise stands at the end of a day, by its id."""
    return {key: state_on(day, chain).state for key, chain in arranged.told.chains.items()}


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


def _asked(promised: Iterable[Claim], ties: Iterable[Tie]) -> set[str]:
    """Reports of whose releases ties and conditions may speak."""
    return {tie.report for tie in ties} | {c.report for c in promised if _hangs_on_release(c)}


def _in_order(told: Mapping[str, Claim]) -> list[Claim]:
    return sorted(told.values(), key=lambda c: (c.report, c.passage.start, c.passage.end))


def _hangs_on_release(claim: Claim) -> bool:
    return claim.condition is not None and bool(FREEING & set(acts_in(claim.condition.words)))
