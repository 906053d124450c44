"""Count the claims of an event against each other and against the people they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from habeas.accounts.agreement import agreements, subsets, voices_saying
from habeas.accounts.chronicle import Chronicle, chronicle_of
from habeas.accounts.earlier import earlier_releases
from habeas.accounts.families import as_everybody, stock_of_everybody
from habeas.accounts.figures import Count
from habeas.accounts.material import Material, acting_voice, material_of
from habeas.accounts.naming import number_named, unnamed_bounds
from habeas.accounts.questions import OpenPoints, questions_of
from habeas.accounts.settling import settling_of
from habeas.accounts.sums import sums_of
from habeas.events import group_events
from habeas.model.accounts import UNDECIDED, Account, Decisions, Figure
from habeas.model.claims import Claim
from habeas.model.events import Event
from habeas.model.people import Person
from habeas.model.reports import Report
from habeas.people import ids_of, resolve_people
from habeas.people.judging import JudgementsAbout
from habeas.reports.copies import find_copies


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
    decisions = _with_copies(decisions, by_report.values())
    told = [by_id[key] for key in event.claims if key in by_id]
    known = people or resolve_people(told, decisions.judgements)
    material = material_of(told, event, known, by_report, decisions)
    account = _arrange(material, event, by_id, by_report)
    return _dated(account, chronicle_of(by_id.values(), by_report, [event], decisions))


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
    decisions = _with_copies(decisions, read)
    people = resolve_people(listed, decisions.judgements)
    speaking: dict[str, list[Person]] = {}
    for person in people:
        for key in {m.claim for m in person.mentions}:
            speaking.setdefault(key, []).append(person)
    by_report: dict[str, list[Claim]] = {}
    for claim in listed:
        by_report.setdefault(claim.report, []).append(claim)
    documents = {report.id: report for report in read}
    events = group_events(read, listed)
    left = [c for c in listed if c.id not in decisions.aside]
    chronicle = chronicle_of(left, documents, events, decisions)
    about = JudgementsAbout(decisions.judgements)
    accounts = []
    for event in events:
        near = {
            c.id: c for key in event.reports for c in by_report[key] if c.id not in decisions.aside
        }
        here = {p.id: p for key in event.claims for p in speaking.get(key, ())}
        told = [near[key] for key in event.claims if key in near]
        nodes = (node for person in here.values() for node in ids_of(person))
        judged = replace(decisions, judgements=about(nodes))
        material = material_of(told, event, tuple(here.values()), documents, judged)
        accounts.append(_dated(_arrange(material, event, near, documents), chronicle))
    return tuple(accounts)


def _with_copies(decisions: Decisions, reports: Iterable[Report]) -> Decisions:
    if decisions.copies is not None:
        return decisions
    return replace(decisions, copies=find_copies(reports))


def _dated(account: Account, chronicle: Chronicle) -> Account:
    """An account with the balances that close in it and the running totals that it tells."""
    own = set(account.event.claims)
    return replace(
        account,
        balances=tuple(b for b in chronicle.balances if b.claims[-1] in own),
        totals=tuple(t for t in chronicle.totals if t.claims[0] in own),
    )


def _arrange(
    material: Material, event: Event, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Account:
    listed, freed, held, together = (
        material.listed,
        material.freed,
        as_everybody(material.held, material.families),
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
        acting=acting_voice(event),
        tells_of_release=bool(listed.freeing),
    )
    return Account(
        event=event,
        figures=_figures(freed),
        agreed=tuple(
            f for group in (freed, held, material.counted) for f in agreements(group, reports)
        ),
        sums=tuple(f for each in material.families for f in sums_of(each.counts, reports)),
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
        doubtful=together.doubtful,
        revisions=material.revisions,
        lists=material.lists,
        settling=settling_of(together.conflicts, material.families, together.assumptions, unnamed),
    )


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
