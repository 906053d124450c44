"""Count the claims of an event against each other and against the people they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from habeas.accounts import wording
from habeas.accounts.agreement import agreements, differences, subsets, voices_saying
from habeas.accounts.figures import Count, count_of, total_bounds
from habeas.accounts.naming import named_people, number_named, unnamed_bounds
from habeas.accounts.populations import without
from habeas.accounts.questions import OpenPoints, questions_of
from habeas.accounts.sorting import sort_claims
from habeas.accounts.sums import excesses, sums_of
from habeas.accounts.voices import voices_of
from habeas.events import group_events
from habeas.events.atoms import tells_of_release
from habeas.model.accounts import Account, AccountPerson, Figure, Finding
from habeas.model.claims import Claim
from habeas.model.events import Event
from habeas.model.people import Judgement, Person, ProposedMatch
from habeas.model.reports import Report
from habeas.people import propose_matches, resolve_people


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
    listed = sort_claims(told)
    voices = voices_of(told, by_report, event.by)
    acting = f"state:{event.by}" if event.by is not None else None
    known = people or resolve_people(told, judgements)
    named = named_people(listed.freeing, known, by_report, voices, acting)
    matches = _matches(named, known, judgements)
    freed = [count_of(c, voices[c.id], event.by) for c in listed.freeing if c.count is not None]
    held = [_held(count_of(c, voices[c.id], event.by)) for c in listed.held]
    total = total_bounds(freed)
    unnamed = unnamed_bounds(total, number_named(named, matches))
    held_differ = differences(held, by_report, wording.DIFFER_HELD)
    points = OpenPoints(
        counts=freed,
        total=total,
        unnamed=unnamed,
        people=named,
        matches=matches,
        claims=by_id,
        withheld=_ids(listed.withheld),
        held=held_differ,
        acting=acting,
        tells_of_release=bool(listed.freeing),
    )
    return Account(
        event=event,
        figures=_figures(freed),
        agreed=(*agreements(freed, by_report), *agreements(held, by_report)),
        sums=sums_of(freed, by_report),
        differing=(
            *differences(freed, by_report, wording.DIFFER_FREED),
            *excesses(freed, by_report),
            *_too_many_names(named, matches, freed),
            *held_differ,
        ),
        subsets=subsets([*freed, *held], by_report),
        people=named,
        matches=matches,
        unnamed=unnamed,
        held=_figures(held),
        nationalities=_nationalities([*listed.freeing, *listed.others]),
        questions=questions_of(points, by_report),
        earlier=_earlier(by_id, event),
        pledges=_ids(listed.pledges),
        withheld=_ids(listed.withheld),
        meetings=_ids(listed.meetings),
        expected=_ids(listed.expected),
        demands=_ids(listed.demands),
        charges=_ids(listed.charges),
        denied=_ids(listed.denied),
        others=_ids(listed.others),
    )


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


def _matches(
    named: Sequence[AccountPerson], people: Iterable[Person], judgements: Sequence[Judgement]
) -> tuple[ProposedMatch, ...]:
    ids = {p.person for p in named}
    return propose_matches((p for p in people if p.id in ids), judgements)


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


def _too_many_names(
    named: Sequence[AccountPerson], matches: Sequence[ProposedMatch], freed: Sequence[Count]
) -> tuple[Finding, ...]:
    """More people are named than any figure of everybody allows."""
    high = total_bounds(freed).high
    fewest, _ = number_named(named, matches)
    if high is None or fewest <= high:
        return ()
    claims = (*(c.claim.id for c in freed), *(key for p in named for key in p.claims))
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


def _earlier(claims: Mapping[str, Claim], event: Event) -> tuple[str, ...]:
    """Releases of other events that the reports of this one tell of."""
    own, reports = set(event.claims), {key: at for at, key in enumerate(event.reports)}
    found = [
        c
        for c in claims.values()
        if c.id not in own and c.report in reports and tells_of_release(c)
    ]
    found.sort(key=lambda c: (reports[c.report], c.passage.start, c.passage.end, c.id))
    return _ids(found)


def _ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims)
