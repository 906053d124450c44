"""Reports and their claims → pledges with their chains, deals, and one time line of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from habeas.events import group_events
from habeas.model.claims import Claim
from habeas.model.decisions import Ruling
from habeas.model.events import Event
from habeas.model.pledges import Chain, Deal, Pledge, PledgeLink, Tie
from habeas.model.reports import Report
from habeas.pledges.board import pledges_of
from habeas.pledges.chain import chain_of
from habeas.pledges.deals import deals_of
from habeas.pledges.decided import OnLink, decided_links
from habeas.pledges.meaning import conditions_met
from habeas.pledges.timeline import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """Everything that is promised and traded, by what some reports say.

    Attributes:
        told: Claims, reports, releases and chains, by id.
        deals: In order of their first ties.
        apart: Ids of the pledges that nobody ties to a release.
        met: Links to what would meet conditions, rejected ones left out.
        ties: All ties, in the order given.
        rulings: Id of a link → what a person decided about it; those rejected are in it.
    """

    told: Told
    deals: tuple[Deal, ...]
    apart: tuple[str, ...]
    met: tuple[PledgeLink, ...]
    ties: tuple[Tie, ...]
    rulings: Mapping[str, Ruling] = field(default_factory=dict)

    @property
    def chains(self) -> tuple[Chain, ...]:
        """All pledges, in order of their first claims."""
        return tuple(self.told.chains.values())

    @property
    def links(self) -> tuple[PledgeLink, ...]:
        """Everything that is taken to be so and can be rejected, each once."""
        every = [*self.met, *(link for deal in self.deals for link in deal.links)]
        return tuple({link.id: link for link in every}.values())


def arrange(
    reports: Iterable[Report],
    claims: Iterable[Claim],
    ties: Iterable[Tie],
    *,
    rejected: Collection[str] = (),
) -> Arranged:
    """Arrange what is promised, what became of it, and what is said to be traded for what.

    Args:
        reports: In any order.
        claims: In order of report and passage.
        ties: Of the same reports.
        rejected: Ids of links that do not hold.
    """
    documents, said = tuple(reports), tuple(claims)
    return arrange_events(documents, said, ties, group_events(documents, said), rejected=rejected)


def arrange_events(
    reports: Iterable[Report],
    claims: Iterable[Claim],
    ties: Iterable[Tie],
    events: Iterable[Event],
    *,
    rejected: Collection[str] = (),
) -> Arranged:
    """The same as `arrange`, where it is known already which claims speak of one happening."""
    documents, said, tied, events = tuple(reports), tuple(claims), tuple(ties), tuple(events)
    pledges = pledges_of(said)
    met = tuple(
        link for link in conditions_met(pledges, events, said, documents) if link.id not in rejected
    )
    deals = deals_of(events, pledges, tied, said, rejected=rejected)
    dealt = {id_ for deal in deals for id_ in deal.pledges}
    by_id = {claim.id: claim for claim in said}
    by_report = {report.id: report for report in documents}

    def chain(pledge: Pledge) -> Chain:
        own = [by_id[key] for key in pledge.claims]
        told = {c.report: by_report[c.report] for c in own if c.report in by_report}
        return chain_of(pledge, own, told.values(), met)

    return Arranged(
        told=Told(
            claims=by_id,
            reports=by_report,
            events={event.id: event for event in events},
            chains={pledge.id: chain(pledge) for pledge in pledges},
        ),
        deals=deals,
        apart=tuple(p.id for p in pledges if p.id not in dealt),
        met=met,
        ties=tied,
    )


def arrange_ruled(
    reports: Iterable[Report],
    claims: Iterable[Claim],
    ties: Iterable[Tie],
    events: Iterable[Event],
    decisions: Iterable[OnLink],
) -> Arranged:
    """The same as `arrange_events`, without the links that a person rejected.

    Args:
        reports, claims, ties, events: As for `arrange_events`.
        decisions: About links, those that hold, in the order in which they were made.
    """
    documents, said, tied, events = tuple(reports), tuple(claims), tuple(ties), tuple(events)
    before = arrange_events(documents, said, tied, events)
    decided = decided_links(before.links, decisions)
    rulings = {key: each.ruling for key, each in decided.items()}
    rejected = {key for key, ruling in rulings.items() if ruling is Ruling.REJECT}
    if not rejected:
        return replace(before, rulings=rulings)
    after = arrange_events(documents, said, tied, events, rejected=rejected)
    return replace(after, rulings=rulings)
