"""Count the claims of an event against each other and against the people they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.accounts import wording
from habeas.accounts.agreement import (
    agreements,
    credit_sources,
    differences,
    subsets,
    voices_saying,
)
from habeas.accounts.earlier import earlier_releases
from habeas.accounts.figures import Count, count_of, total_bounds
from habeas.accounts.naming import named_people, number_named, unnamed_bounds
from habeas.accounts.populations import without
from habeas.accounts.questions import OpenPoints, questions_of
from habeas.accounts.sorting import SortedClaims, sort_claims
from habeas.accounts.sums import excesses, sums_of
from habeas.accounts.voices import voices_of
from habeas.events import group_events
from habeas.model.accounts import Account, AccountPerson, Bounds, Figure, Finding
from habeas.model.claims import Claim
from habeas.model.events import Event
from habeas.model.people import Alert, Judgement, Person, ProposedMatch
from habeas.model.reports import Report
from habeas.people import propose_matches, resolve_people
from habeas.people.alerts import alerts_within
from habeas.people.gathering import gather_particulars


def reconcile(
    claims: Iterable[Claim],
    event: Event,
    *,
    people: Sequence[Person] = (),
    reports: Iterable[Report] = (),
    judgements: Sequence[Judgement] = (),
) -> Account:
    """Arrange everything said about one event; decide nobody right.

    Args:
        claims: All claims, of this event and others, in any order; those of the same
            reports that tell of other releases become `Account.earlier`.
        event: The happening, from `group_events`.
        people: Persons, from `resolve_people`; where none are given they are resolved
            from the claims of the event.
        reports: The reports, for who publishes what; in any order.
        judgements: What people decided about spellings; a pair that was judged is not
            proposed again.

    Returns:
        The account; its lists keep the order of `event.claims`.
    """
    by_id = {claim.id: claim for claim in claims}
    by_report = {report.id: report for report in reports}
    told = [by_id[key] for key in event.claims if key in by_id]
    known = people or resolve_people(told, judgements)
    material = _material(told, event, known, by_report, judgements)
    return _arrange(material, event, by_id, by_report)


def accounts_of(
    reports: Iterable[Report],
    claims: Iterable[Claim],
    judgements: Iterable[Judgement] = (),
) -> tuple[Account, ...]:
    """Reports and their claims → an account of every event: people, events, accounts.

    Args:
        reports: In any order.
        claims: In any order.
        judgements: In any order.

    Returns:
        Newest event first; empty where there are no claims.
    """
    listed, read, judged = list(claims), list(reports), tuple(judgements)
    people = resolve_people(listed, judged)
    speaking: dict[str, list[Person]] = {}
    for person in people:
        for key in {m.claim for m in person.mentions}:
            speaking.setdefault(key, []).append(person)
    by_report: dict[str, list[Claim]] = {}
    for claim in listed:
        by_report.setdefault(claim.report, []).append(claim)
    accounts = []
    for event in group_events(read, listed):
        near = {c.id: c for key in event.reports for c in by_report[key]}
        here = {p.id: p for key in event.claims for p in speaking.get(key, ())}
        account = reconcile(
            near.values(), event, people=tuple(here.values()), reports=read, judgements=judged
        )
        accounts.append(account)
    return tuple(accounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """The claims of an event, read and counted, before they are arranged."""

    listed: SortedClaims
    freed: Sequence[Count]
    held: Sequence[Count]
    total: Bounds
    people: Sequence[AccountPerson]
    matches: Sequence[ProposedMatch]
    alerts: Sequence[Alert]


def _material(
    told: Sequence[Claim],
    event: Event,
    people: Sequence[Person],
    reports: Mapping[str, Report],
    judgements: Sequence[Judgement],
) -> _Material:
    listed = sort_claims(told)
    voices = voices_of(told, reports, event.by)
    named = named_people(listed.freeing, people, reports, voices, _acting(event))
    ids = {p.person for p in named}
    here = [person for person in people if person.id in ids]
    freed = credit_sources(
        [count_of(c, voices[c.id], event.by) for c in listed.freeing if c.count is not None]
    )
    held = [_held(count_of(c, voices[c.id], event.by)) for c in listed.held]
    return _Material(
        listed=listed,
        freed=freed,
        held=credit_sources(held),
        total=total_bounds(freed),
        people=named,
        matches=_matches(here, told, reports, judgements),
        alerts=_alerts(here, told, reports, judgements),
    )


def _arrange(
    material: _Material, event: Event, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Account:
    listed, freed, held = material.listed, material.freed, material.held
    unnamed = unnamed_bounds(material.total, number_named(material.people, material.matches))
    held_differ = differences(held, reports, wording.DIFFER_HELD)
    points = OpenPoints(
        counts=freed,
        total=material.total,
        unnamed=unnamed,
        people=material.people,
        matches=material.matches,
        alerts=material.alerts,
        claims=claims,
        withheld=_ids(listed.withheld),
        held=held_differ,
        acting=_acting(event),
        tells_of_release=bool(listed.freeing),
    )
    return Account(
        event=event,
        figures=_figures(freed),
        agreed=(*agreements(freed, reports), *agreements(held, reports)),
        sums=sums_of(freed, reports),
        differing=(*_freed_differ(material, reports), *held_differ),
        subsets=subsets([*freed, *held], reports),
        people=tuple(material.people),
        matches=tuple(material.matches),
        unnamed=unnamed,
        held=_figures(held),
        nationalities=_nationalities([*listed.freeing, *listed.others]),
        pledges=_ids(listed.pledges),
        withheld=_ids(listed.withheld),
        meetings=_ids(listed.meetings),
        expected=_ids(listed.expected),
        demands=_ids(listed.demands),
        charges=_ids(listed.charges),
        denied=_ids(listed.denied),
        others=_ids(listed.others),
        earlier=_ids(earlier_releases(event, claims.values(), reports)),
        questions=questions_of(points, reports),
    )


def _acting(event: Event) -> str | None:
    """The voice of the state that acts."""
    return f"state:{event.by}" if event.by is not None else None


def _freed_differ(material: _Material, reports: Mapping[str, Report]) -> tuple[Finding, ...]:
    return (
        *differences(material.freed, reports, wording.DIFFER_FREED),
        *excesses(material.freed, reports),
        *_too_many_names(material),
    )


def _matches(
    here: Sequence[Person],
    told: Sequence[Claim],
    reports: Mapping[str, Report],
    judgements: Sequence[Judgement],
) -> tuple[ProposedMatch, ...]:
    particulars = gather_particulars(here, told, _read(told, reports))
    return propose_matches(here, judgements, particulars)


def _alerts(
    here: Sequence[Person],
    told: Sequence[Claim],
    reports: Mapping[str, Report],
    judgements: Sequence[Judgement],
) -> tuple[Alert, ...]:
    return tuple(alerts_within(here, told, judgements, _read(told, reports)))


def _read(told: Sequence[Claim], reports: Mapping[str, Report]) -> list[Report]:
    """The reports of some claims."""
    return [reports[key] for key in {claim.report for claim in told} if key in reports]


def _held(count: Count) -> Count:
    """A figure of a stock: what people are called there singles nobody out."""
    population = without(count.population, "designation", "group", "place")
    return Count(
        claim=count.claim, quantity=count.quantity, population=population, voice=count.voice
    )


def _figures(counts: Sequence[Count]) -> tuple[Figure, ...]:
    saying = voices_saying(counts)
    return tuple(
        Figure(claim=c.claim.id, population=c.population, voices=saying[c.claim.id]) for c in counts
    )


def _too_many_names(material: _Material) -> tuple[Finding, ...]:
    """More people are named than any figure of everybody allows."""
    high = material.total.high
    fewest, _ = number_named(material.people, material.matches)
    if high is None or fewest <= high:
        return ()
    counted = (c.claim.id for c in material.freed)
    claims = (*counted, *(key for p in material.people for key in p.claims))
    sentence = wording.TOO_MANY_NAMES.format(named=f"{fewest:,}", total=f"{high:,}")
    return (Finding(explanation=sentence, claims=tuple(dict.fromkeys(claims))),)


def _nationalities(claims: Iterable[Claim]) -> tuple[str, ...]:
    codes = (
        code
        for claim in claims
        for code in (*claim.nationalities, *(m.nationality for m in claim.names))
        if code is not None
    )
    return tuple(dict.fromkeys(codes))


def _ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims)
