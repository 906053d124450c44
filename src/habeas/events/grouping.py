"""Claims of several reports → Events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from habeas.events.actors import acting_state, states_named
from habeas.events.atoms import Atom, atoms_of, in_order, tells_of_release
from habeas.events.clusters import Cluster, by_days_and_states, cluster
from habeas.events.describe import describe_event
from habeas.events.kept import Clusters
from habeas.events.other_acts import Alone, join_tellings, told_alone
from habeas.events.placing import (
    Telling,
    any_release,
    main_release,
    releases_beside,
    tellings_of,
)
from habeas.events.windows import publication
from habeas.model.claims import Claim
from habeas.model.events import Event
from habeas.model.reports import Report

_UNDATED = 10**9

type _Place = tuple[str, int, int, str]
"""Where a claim stands: its report, from where to where, and its id."""


@dataclass(slots=True, kw_only=True)
class _Draft:
    """An event's claims, before it is described.

    Attributes:
        cluster: The release; None for what tells of none.
        claims: Those that it is described by: of a release, those that tell of it.
        beside: Where the others stand.
        state: Who acts in what tells of no release.
    """

    cluster: Cluster | None
    claims: list[Claim]
    beside: list[_Place] = field(default_factory=list)
    state: str | None = None


def group_events(reports: Iterable[Report], claims: Iterable[Claim]) -> tuple[Event, ...]:
    """Say which claims speak of one happening.

    A *release* is one state freeing people at one time. Its time is the claims' own
    date, a day wider on each side, else the day the report was published, three days
    wider. Announced and done are one release, for up to half a year where a figure is
    the same. A report that comes up to a month later, or has no date at all, belongs to
    the release whose exact figures (ten or more) or whose names it repeats, and stays
    apart where nothing ties it. A total over a span ("more than 430 since July 2024")
    and an earlier release without a date are events
    of their own. Where a release took place separates nothing: people of one release
    are taken to several places.

    All other claims of a report (who is held, what is promised, withheld, expected)
    go with the one release that their paragraph tells of, a figure of those held with
    the one that its sentence tells of; else with the release that most claims of the
    report speak of. A report that tells of no release, or only of earlier ones, goes
    with the only one of its days and of a state that it names.

    Args:
        reports: In any order; a claim's report may be missing, and is then undated.
        claims: In any order.

    Returns:
        Newest first, undated last, of one day the most spoken of first. Every claim is
        in exactly one event; empty where
        there are no claims.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in {c.id: c for c in claims}.values():
        told[claim.report].append(claim)
    ordered = {key: in_order(group) for key, group in sorted(told.items())}
    return group_told({report.id: report for report in reports}, ordered)


def group_told(
    reports: Mapping[str, Report], told: Mapping[str, Sequence[Claim]]
) -> tuple[Event, ...]:
    """Group claims as `group_events` does, where those of most reports need not stay in memory.

    Args:
        reports: By id.
        told: By id of report, in order of these ids, its claims `in_order`; gone through twice.
    """
    atoms = [a for key in told for a in atoms_of(reports.get(key), told[key])]
    clusters = cluster(atoms, reports)
    drafts = {id(c): _Draft(cluster=c, claims=_claims_of(c)) for c in clusters}
    tellings, joining = tellings_of(clusters), list[Alone]()
    events: list[tuple[tuple[int, int, int, str], Event]] = []
    for key in told:
        others = [c for c in told[key] if not tells_of_release(c)]
        if not others:
            continue
        left: list[Claim] = []
        main = _release_of(reports.get(key), others, tellings.get(key, []), clusters)
        beside = releases_beside(reports.get(key), tellings.get(key, []))
        for claim in others:
            target = beside(claim) or main
            if target is not None:
                drafts[id(target)].beside.append(_place(claim))
            else:
                left.append(claim)
        alone = told_alone(reports.get(key), left) if left else None
        if alone is not None and alone.may_join:
            joining.append(alone)
        elif alone is not None:
            events.append(_event(_alone(alone), reports))
    rest = map(_alone, join_tellings(joining))
    events += (_event(draft, reports) for draft in (*drafts.values(), *rest))
    return tuple(event for _, event in sorted(events, key=lambda pair: pair[0]))


def _alone(told: Alone) -> _Draft:
    return _Draft(cluster=None, claims=told.claims, state=told.state)


def _claims_of(found: Cluster) -> list[Claim]:
    return [claim for atom in found.atoms for claim in atom.claims]


def _release_of(
    report: Report | None,
    claims: Sequence[Claim],
    tellings: Sequence[Telling],
    clusters: Clusters,
) -> Cluster | None:
    """The release that a report is about; None where it speaks of none that is known."""
    main = main_release(tellings)
    window = publication(report)
    is_past = main is not None and window is not None and main.is_before(window)
    if main is not None and not is_past:
        return main
    return _of_its_days(report, claims, clusters) or main or any_release(tellings)


def _of_its_days(
    report: Report | None, claims: Sequence[Claim], clusters: Clusters
) -> Cluster | None:
    window = publication(report)
    if report is None or window is None:
        return None

    def states() -> set[str]:
        said = {state for c in claims if (state := acting_state(c.by)) is not None}
        return said | states_named(report.text)

    found = by_days_and_states(window, states, clusters)
    return found[0] if len(found) == 1 else None


def _event(draft: _Draft, reports: Mapping[str, Report]) -> tuple[tuple[int, int, int, str], Event]:
    """An event and what it is sorted by."""
    atoms: Sequence[Atom] = draft.cluster.atoms if draft.cluster else ()
    state = draft.cluster.state if draft.cluster else draft.state
    places = sorted(
        (*map(_place, draft.claims), *draft.beside),
        key=lambda place: (_published(reports.get(place[0])) or _UNDATED, *place),
    )
    order = {key: at for at, (*_, key) in enumerate(places)}
    claims = sorted(draft.claims, key=lambda claim: order[claim.id])
    event = describe_event(claims, state=state, atoms=atoms, reports=reports)
    if draft.beside:
        event = replace(
            event, claims=tuple(order), reports=tuple(dict.fromkeys(p[0] for p in places))
        )
    days = [_published(reports.get(key)) for key in event.reports]
    published = min((day for day in days if day), default=0)
    latest = event.when.latest or event.when.earliest if event.when else None
    day = latest.toordinal() if latest else published
    return (0 if day else 1, -day, -len(event.claims), event.id), event


def _place(claim: Claim) -> _Place:
    return claim.report, claim.passage.start, claim.passage.end, claim.id


def _published(report: Report | None) -> int:
    if report is None or report.published is None or report.published.earliest is None:
        return 0
    return report.published.earliest.toordinal()
