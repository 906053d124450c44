"""Count the claims of an event against each other and against the people they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import batched

from habeas.accounts.agreement import agreements, subsets, voices_saying
from habeas.accounts.chronicle import Chronicle, chronicle_of
from habeas.accounts.earlier import earlier_releases
from habeas.accounts.families import as_everybody, stock_of_everybody
from habeas.accounts.figures import Count
from habeas.accounts.material import Material, acting_voice, material_of
from habeas.accounts.naming import number_named, unnamed_bounds
from habeas.accounts.questions import OpenPoints, questions_of
from habeas.accounts.settling import settling_of
from habeas.accounts.sorting import sort_claims
from habeas.accounts.sums import sums_of
from habeas.events import group_events
from habeas.model.accounts import UNDECIDED, Account, Decisions, Figure
from habeas.model.claims import Claim
from habeas.model.events import Event
from habeas.model.people import Person
from habeas.model.reports import Copy, Report
from habeas.people import ids_of, resolve_people
from habeas.people.judging import JudgementsAbout
from habeas.people.proposing import compare_groups_ahead
from habeas.reports.copies import find_copies

AT_ONCE = 32
"""Events of which the accounts are made at once."""


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
    return Dating(chronicle_of(by_id.values(), by_report, [event], decisions)).dated(account)


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
    known = Known(resolve_people(listed, decisions.judgements), decisions)
    by_report: dict[str, list[Claim]] = {}
    for claim in listed:
        by_report.setdefault(claim.report, []).append(claim)
    documents = {report.id: report for report in read}
    events = group_events(read, listed)
    left = [c for c in listed if c.id not in decisions.aside]
    chronicle = chronicle_of(left, documents, events, decisions)
    near = (
        (event, [c for key in event.reports for c in by_report[key]], documents) for event in events
    )
    dating = Dating(chronicle)
    return tuple(
        dating.dated(account)
        for some in batched(near, AT_ONCE)
        for account in some_accounts(some, known)
    )


class Known:
    """Everybody, and all that was decided, of which each event needs little."""

    def __init__(self, people: Iterable[Person], decisions: Decisions) -> None:
        """Take persons as they were resolved with the judgements; copies must be found."""
        self._decisions = decisions
        self._copies: dict[str, list[tuple[int, Copy]]] = defaultdict(list)
        for place, copy in enumerate(decisions.copies or ()):
            self._copies[copy.report].append((place, copy))
        self._people: dict[str, tuple[Person, ...]] = {}
        for person in people:
            for key in {m.claim for m in person.mentions}:
                self._people[key] = (*self._people.get(key, ()), person)
        self._about = JudgementsAbout(decisions.judgements)

    @property
    def aside(self) -> frozenset[str]:
        """Ids of claims that are set aside."""
        return self._decisions.aside

    def people(self, event: Event) -> tuple[Person, ...]:
        """Who is named in the claims of an event, each once."""
        here = {p.id: p for key in event.claims for p in self._people.get(key, ())}
        return tuple(here.values())

    def decisions(self, event: Event, people: Iterable[Person]) -> Decisions:
        """What was decided of an event and of some persons."""
        copies = sorted(
            (each for key in event.reports for each in self._copies.get(key, ())),
            key=lambda each: each[0],
        )
        return replace(
            self._decisions,
            judgements=self._about(node for person in people for node in ids_of(person)),
            copies=tuple(copy for _, copy in copies),
        )


type Near = tuple[Event, Iterable[Claim], Mapping[str, Report]]
"""An event, all claims of its reports, and reports by id, those of the event at least."""


def some_accounts(near: Iterable[Near], known: Known) -> Iterator[Account]:
    """The accounts of some of many events, without what figures of other events say of them.

    Names are compared for all of them at once, which is faster.

    Args:
        near: Few enough that their claims are held in memory.
        known: Everybody, and what was decided.

    Returns:
        In the order given.
    """
    begun = [_begin(*each, known) for each in near]
    compare_groups_ahead(each.people for each in begun)
    yield from (each.account() for each in begun)
    compare_groups_ahead(())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """An event with what its account is made of.

    Attributes:
        claims: All of its reports, by id.
        told: Those of the event, in its order.
        people: Whom claims name as freed.
    """

    event: Event
    claims: Mapping[str, Claim]
    told: Sequence[Claim]
    reports: Mapping[str, Report]
    people: Sequence[Person]
    decisions: Decisions

    def account(self) -> Account:
        """The account."""
        material = material_of(self.told, self.event, self.people, self.reports, self.decisions)
        return _arrange(material, self.event, self.claims, self.reports)


def _begin(
    event: Event, near: Iterable[Claim], reports: Mapping[str, Report], known: Known
) -> _Begun:
    by_id = {c.id: c for c in near if c.id not in known.aside}
    told = [by_id[key] for key in event.claims if key in by_id]
    freeing = sort_claims(told).freeing
    here = _named_in(freeing, known.people(event)) if freeing else ()
    return _Begun(
        event=event,
        claims=by_id,
        told=told,
        reports=reports,
        people=here,
        decisions=known.decisions(event, here),
    )


def _named_in(claims: Iterable[Claim], people: Iterable[Person]) -> tuple[Person, ...]:
    """Those of some persons whom claims name: an account is of no others."""
    keys = {claim.id for claim in claims}
    return tuple(p for p in people if any(m.claim in keys for m in p.mentions))


def _with_copies(decisions: Decisions, reports: Iterable[Report]) -> Decisions:
    if decisions.copies is not None:
        return decisions
    return replace(decisions, copies=find_copies(reports))


class Dating:
    """Gives accounts what figures of different days say together."""

    def __init__(self, chronicle: Chronicle) -> None:
        """Take what they say, of all events."""
        self._balances = _by_claim((b.claims[-1], b) for b in chronicle.balances)
        self._totals = _by_claim((t.claims[0], t) for t in chronicle.totals)

    def dated(self, account: Account) -> Account:
        """An account with the balances that close in it and the running totals that it tells."""
        own = account.event.claims
        return replace(
            account, balances=_of_claims(own, self._balances), totals=_of_claims(own, self._totals)
        )


def _by_claim[T](told: Iterable[tuple[str, T]]) -> dict[str, list[tuple[int, T]]]:
    found: dict[str, list[tuple[int, T]]] = {}
    for place, (claim, each) in enumerate(told):
        found.setdefault(claim, []).append((place, each))
    return found


def _of_claims[T](
    claims: Iterable[str], told: Mapping[str, Sequence[tuple[int, T]]]
) -> tuple[T, ...]:
    """What is told by some claims, in the order in which it was told."""
    found = {place: each for key in claims for place, each in told.get(key, ())}
    return tuple(found[place] for place in sorted(found))


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
