"""Count the claims of an event against each other and against the people they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from habeas.accounts.agreement import agreements, credit_sources, subsets, voices_saying
from habeas.accounts.earlier import earlier_releases
from habeas.accounts.families import Family, as_held, families_of, stock_of_everybody
from habeas.accounts.figures import Count, count_of
from habeas.accounts.joining import Together, weigh_families
from habeas.accounts.naming import named_people, names_of, number_named, unnamed_bounds
from habeas.accounts.questions import OpenPoints, questions_of
from habeas.accounts.settling import settling_of
from habeas.accounts.sorting import SortedClaims, sort_claims
from habeas.accounts.sums import sums_of
from habeas.accounts.voices import voices_of
from habeas.events import group_events
from habeas.events.lists import is_list
from habeas.model.accounts import Account, AccountPerson, Decisions, Figure, Finding
from habeas.model.claims import Claim
from habeas.model.events import Event
from habeas.model.people import Alert, Judgement, Person, ProposedMatch
from habeas.model.reports import Report
from habeas.people import propose_matches, resolve_people
from habeas.people.alerts import alerts_within
from habeas.people.gathering import gather_particulars

UNDECIDED = Decisions()


def reconcile(
    claims: Iterable[Claim],
    event: Event,
    *,
    people: Sequence[Person] = (),
    reports: Iterable[Report] = (),
    decisions: Decisions = UNDECIDED,
) -> Account:
    """Arrange everything said about one event; decide nobody right.

    Args:
        claims: All claims, of this event and others, in any order; those of the same
            reports that tell of other releases become `Account.earlier`.
        event: The happening, from `group_events`.
        people: Persons, from `resolve_people`; where none are given they are resolved
            from the claims of the event.
        reports: The reports, for who publishes what; in any order.
        decisions: What people decided about spellings, or suppose of claims and
            assumptions. A claim set aside is in no list of the account.

    Returns:
        The account; its lists keep the order of `event.claims`.
    """
    by_id = {c.id: c for c in claims if c.id not in decisions.aside}
    by_report = {report.id: report for report in reports}
    told = [by_id[key] for key in event.claims if key in by_id]
    known = people or resolve_people(told, decisions.judgements)
    material = _material(told, event, known, by_report, decisions)
    return _arrange(material, event, by_id, by_report)


def accounts_of(
    reports: Iterable[Report],
    claims: Iterable[Claim],
    decisions: Decisions = UNDECIDED,
) -> tuple[Account, ...]:
    """Reports and their claims → an account of every event: people, events, accounts.

    Args:
        reports: In any order.
        claims: In any order.
        decisions: What people decided, or suppose.

    Returns:
        Newest event first; empty where there are no claims.
    """
    listed, read = list(claims), list(reports)
    people = resolve_people(listed, decisions.judgements)
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
            near.values(), event, people=tuple(here.values()), reports=read, decisions=decisions
        )
        accounts.append(account)
    return tuple(accounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """The claims of an event, read and counted, before they are arranged."""

    listed: SortedClaims
    freed: Sequence[Count]
    held: Sequence[Count]
    counted: Sequence[Count]
    families: Sequence[Family]
    together: Together
    people: Sequence[AccountPerson]
    matches: Sequence[ProposedMatch]
    alerts: Sequence[Alert]


def _material(
    told: Sequence[Claim],
    event: Event,
    people: Sequence[Person],
    reports: Mapping[str, Report],
    decisions: Decisions,
) -> _Material:
    listed = sort_claims(told)
    voices = voices_of(told, reports, event.by)
    named = named_people(listed.freeing, people, reports, voices, _acting(event))
    ids = {p.person for p in named}
    here = [person for person in people if person.id in ids]
    matches = _matches(here, told, reports, decisions.judgements)
    freed, held, counted = (
        credit_sources([count_of(c, voices[c.id], event.by) for c in each if c.count is not None])
        for each in (listed.freeing, listed.held, listed.counted)
    )
    held = [as_held(count) for count in held]
    freed = [_marked(count, reports) for count in freed]
    families = families_of([c for c in freed if not c.is_row], held, counted, reports)
    by_id = {c.id: c for c in told}
    names = names_of(named, matches, by_id, freed, (voices, event.by))
    return _Material(
        listed=listed,
        freed=freed,
        held=held,
        counted=counted,
        families=families,
        together=weigh_families(families, names, by_id, reports, (event.by, decisions.rejected)),
        people=named,
        matches=matches,
        alerts=_alerts(here, told, reports, decisions.judgements),
    )


def _marked(count: Count, reports: Mapping[str, Report]) -> Count:
    """A row of a list counts one more person, and is no figure of all."""
    is_row = count.exact == 1 and is_list(reports.get(count.claim.report))
    return replace(count, is_row=is_row) if is_row else count


def _arrange(
    material: _Material, event: Event, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Account:
    listed, freed, held, together = (
        material.listed,
        material.freed,
        material.held,
        material.together,
    )
    unnamed = unnamed_bounds(together.freed, number_named(material.people, material.matches))
    points = OpenPoints(
        counts=[c for c in freed if not c.is_row],
        total=together.freed,
        unnamed=unnamed,
        people=material.people,
        matches=material.matches,
        alerts=material.alerts,
        claims=claims,
        withheld=_ids(listed.withheld),
        held=stock_of_everybody(material.families),
        acting=_acting(event),
        tells_of_release=bool(listed.freeing),
    )
    return Account(
        event=event,
        figures=_figures(freed),
        agreed=tuple(
            f for group in (freed, held, material.counted) for f in agreements(group, reports)
        ),
        sums=tuple(f for each in material.families for f in sums_of(each.counts, reports)),
        differing=tuple(
            Finding(explanation=c.explanation, claims=c.claims) for c in together.conflicts
        ),
        subsets=subsets([*freed, *held, *material.counted], reports),
        people=tuple(material.people),
        matches=tuple(material.matches),
        unnamed=unnamed,
        held=_figures(held),
        counted=_figures(material.counted),
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
        assumptions=together.assumptions,
        conflicts=together.conflicts,
        repairs=together.repairs,
        bounds=together.bounds,
        settling=settling_of(together.conflicts, material.families, together.assumptions, unnamed),
    )


def _acting(event: Event) -> str | None:
    """The voice of the state that acts."""
    return f"state:{event.by}" if event.by is not None else None


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


def _figures(counts: Sequence[Count]) -> tuple[Figure, ...]:
    saying = voices_saying(counts)
    return tuple(
        Figure(claim=c.claim.id, population=c.population, voices=saying[c.claim.id]) for c in counts
    )


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
