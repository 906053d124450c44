"""From a word to a name: how many were announced, done, named, confirmed, and are missing."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.accounts.naming import number_named
from habeas.cli.account_figures import drawn_terms, number_of
from habeas.cli.sheet import Library, Step, Steps
from habeas.cli.wording import count_words, range_words
from habeas.model.accounts import Account, Bounds, Figure, Naming
from habeas.model.claims import Claim, Stance, Unit

_WHERE = frozenset({"destination", "manner", "place"})
_STAGES = (
    ("announced", frozenset({Stance.ANNOUNCED, Stance.PROMISED, Stance.EXPECTED})),
    ("done", frozenset({Stance.REPORTED, Stance.CONFIRMED, Stance.ESTIMATED})),
)


def steps_of(account: Account, library: Library) -> list[Steps]:
    """The waterfall of an account; none where no figure says how many there are in all."""
    corrected = {id_ for one in account.revisions for id_ in one.claims[:-1]}
    parts = drawn_terms(account, library) | corrected
    wholes = [
        claim
        for figure in account.figures
        if _is_of_all(figure, claim := library.claims[figure.claim], account)
        and claim.id not in parts
    ]
    stages = [_stage(label, stances, wholes) for label, stances in _STAGES]
    told = [stage for stage in stages if stage is not None]
    if not told:
        return []
    steps = (*told, *_named(account, max(step.perhaps for step in told)))
    return [Steps(steps=steps)] if len(steps) > 1 else []


def _is_of_all(figure: Figure, claim: Claim, account: Account) -> bool:
    """True for a figure of everybody, or of those of one place where these are all."""
    count = claim.count
    if count is None or count.unit is not Unit.PEOPLE or claim.part_of is not None:
        return False
    if not figure.population:
        return True
    total = next((bound for bound in account.bounds if not bound.population), None)
    is_all = total is not None and count.low == count.high == total.low == total.high
    return is_all and {name for name, _ in figure.population} <= _WHERE


def _stage(label: str, stances: frozenset[Stance], wholes: Iterable[Claim]) -> Step | None:
    """How many at one stage: from the least exact figure to the greatest, else as was said."""
    claims = [claim for claim in wholes if claim.stance in stances and number_of(claim)]
    exact = [number for claim in claims if (number := _exact(claim)) is not None]
    if exact:
        least, most = min(exact), max(exact)
        words = range_words(Bounds(low=least, high=most))
        return Step(label=label, words=words, start=0, sure=least, perhaps=most)
    greatest = max(claims, key=lambda claim: number_of(claim) or 0, default=None)
    if greatest is None or greatest.count is None:
        return None
    size = number_of(greatest) or 0.0
    sure = greatest.count.low or 0
    words = count_words(greatest.count)
    return Step(label=label, words=words, start=0, sure=sure, perhaps=max(size, sure))


def _exact(claim: Claim) -> int | None:
    count = claim.count
    return count.low if count is not None and count.is_exact else None


def _named(account: Account, top: float) -> list[Step]:
    """Those named, by how surely, then those whom nobody names."""
    most = number_named(account.people, account.matches)
    steps = [
        _people(label, account, namings)
        for label, namings in (
            ("named", frozenset(Naming)),
            ("confirmed", frozenset({Naming.CONFIRMED})),
            ("on a list", frozenset({Naming.LISTED})),
        )
    ]
    kept = [step for step in steps if step.perhaps]
    unnamed = account.unnamed
    if unnamed.high == 0 or (not unnamed.low and unnamed.high is None):
        return kept
    end = max(top, most[1])
    missing = Step(
        label="not named",
        words=range_words(unnamed),
        start=min(most[0], end),
        sure=min(most[0] + (unnamed.low or 0), end),
        perhaps=end if unnamed.high is None else min(most[0] + unnamed.high, end),
        is_missing=True,
    )
    return [*kept, missing]


def _people(label: str, account: Account, namings: frozenset[Naming]) -> Step:
    people = [person for person in account.people if person.naming in namings]
    fewest, most = number_named(people, account.matches)
    words = range_words(Bounds(low=fewest, high=most))
    return Step(label=label, words=words, start=0, sure=fewest, perhaps=most)
