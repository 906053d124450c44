"""Made-up persons, events and accounts of claims."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from habeas.model.accounts import (
    Account,
    AccountPerson,
    Assumption,
    AssumptionKind,
    Balance,
    Bound,
    Bounds,
    Conflict,
    Figure,
    Finding,
    ListComparison,
    Naming,
    Repair,
    Revision,
)
from habeas.model.claims import Act, Claim
from habeas.model.events import Event
from habeas.model.people import MentionKey, Person, ProposedMatch
from register.made_up.values import codes, dates, ids, listed, made, numbers, some_of, texts


def person_of(claims: tuple[Claim, ...]) -> st.SearchStrategy[Person]:
    """A person whom some of the claims name."""
    mention = made(
        MentionKey, claim=st.sampled_from([claim.id for claim in claims] or [""]), name=texts
    )
    return made(
        Person,
        id=ids,
        name=texts,
        names=listed(texts),
        mentions=listed(mention) if claims else st.just(()),
        protected=st.just(False),
    )


def match_of(people: tuple[Person, ...]) -> st.SearchStrategy[ProposedMatch]:
    """Two of the persons as perhaps one."""
    one = st.sampled_from([person.id for person in people])
    return made(ProposedMatch, left=one, right=one, score=st.floats(0, 1), reason=texts)


populations = listed(st.tuples(texts, texts))
ranges = made(
    Bounds,
    low=st.none() | st.integers(-(2**63) + 1, 2**63 - 1),
    high=st.none() | st.integers(-(2**63) + 1, 2**63 - 1),
)
bounds = made(Bound, of=texts, population=populations, low=st.integers(0, 2**63 - 1), high=numbers)


@st.composite
def account_of(draw: st.DrawFn, claims: tuple[Claim, ...], people: tuple[Person, ...]) -> Account:
    some = some_of(tuple(claim.id for claim in claims))
    one_claim = st.sampled_from([claim.id for claim in claims] or [""])
    figure = made(Figure, claim=one_claim, population=populations, voices=st.integers(0, 50))
    named = made(
        AccountPerson,
        person=st.sampled_from([person.id for person in people] or [""]),
        name=texts,
        naming=st.sampled_from(Naming),
        claims=some,
    )
    figures = listed(figure) if claims else st.just(())
    findings = listed(made(Finding, explanation=texts, claims=some))
    return draw(
        made(
            Account,
            event=_event(claims, some),
            unnamed=made(Bounds, low=numbers, high=numbers),
            people=listed(named) if people else st.just(()),
            matches=listed(match_of(people)) if people else st.just(()),
            nationalities=listed(codes),
            questions=listed(texts),
            settling=listed(texts),
            **dict.fromkeys(("figures", "held", "counted"), figures),
            **dict.fromkeys(("agreed", "sums", "subsets", "totals"), findings),
            **dict.fromkeys(("pledges", "withheld", "meetings", "expected", "demands"), some),
            **dict.fromkeys(("charges", "earlier", "denied", "others", "doubtful"), some),
            **_engine(draw(_assumptions(some)), some),
            lists=_comparisons(claims, some),
        )
    )


def _assumptions(
    some: st.SearchStrategy[tuple[str, ...]],
) -> st.SearchStrategy[tuple[Assumption, ...]]:
    one = made(Assumption, id=ids, kind=st.sampled_from(AssumptionKind), reason=texts, claims=some)
    return st.lists(one, max_size=3, unique_by=lambda each: each.id).map(tuple)


def _engine(
    assumptions: tuple[Assumption, ...], some: st.SearchStrategy[tuple[str, ...]]
) -> dict[str, st.SearchStrategy[Any]]:
    """What follows from the claims together; conflicts refer to the assumptions given."""
    conflict = made(
        Conflict,
        claims=some,
        likewise=some,
        assumptions=some_of(tuple(each.id for each in assumptions)),
        tight=st.booleans(),
        explanation=texts,
    )
    repair = made(Repair, set_aside=some, weight=st.integers(0, 50), bounds=listed(bounds))
    balance = made(
        Balance,
        explanation=texts,
        claims=some,
        **dict.fromkeys(("opening", "closing", "added", "left", "gap"), ranges),
    )
    return {
        "assumptions": st.just(assumptions),
        "conflicts": listed(conflict),
        "repairs": listed(repair),
        "bounds": listed(bounds),
        "revisions": listed(made(Revision, explanation=texts, claims=some)),
        "balances": listed(balance),
    }


def _comparisons(
    claims: tuple[Claim, ...], some: st.SearchStrategy[tuple[str, ...]]
) -> st.SearchStrategy[tuple[ListComparison, ...]]:
    if not claims:
        return st.just(())
    report = st.sampled_from([claim.report for claim in claims])
    compared = made(
        ListComparison,
        left=report,
        right=report,
        explanation=texts,
        claims=some,
        **dict.fromkeys(("both", "only_left", "only_right"), ranges),
    )
    return listed(compared)


def _event(
    claims: tuple[Claim, ...], some: st.SearchStrategy[tuple[str, ...]]
) -> st.SearchStrategy[Event]:
    return made(
        Event,
        id=ids,
        title=texts,
        acts=listed(st.sampled_from(Act)),
        by=st.none() | codes,
        place=st.none() | texts,
        when=st.none() | dates,
        claims=some,
        reports=some_of(tuple({claim.report for claim in claims})),
    )
