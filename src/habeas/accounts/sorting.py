"""The claims of an event, each in the one list of the account it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from habeas.events.atoms import tells_of_release
from habeas.model.claims import FREEING, Act, Claim, Stance

_SANCTIONS = frozenset({Act.EASE_SANCTIONS, Act.IMPOSE_SANCTIONS})
_HOPED = frozenset({Stance.EXPECTED, Stance.PROMISED})
_COUNTED = frozenset(
    {
        Act.ARREST,
        Act.CHARGE,
        Act.SENTENCE,
        Act.TRANSFER,
        Act.REARREST,
        Act.DIE,
        Act.DISAPPEAR,
    }
)
_CHARGING = frozenset({Act.ARREST, Act.CHARGE, Act.HOLD, Act.SENTENCE})


@dataclass(slots=True, kw_only=True)
class SortedClaims:
    """Claims of one event by what they say; all lists in the order given."""

    freeing: list[Claim] = field(default_factory=list)
    held: list[Claim] = field(default_factory=list)
    pledges: list[Claim] = field(default_factory=list)
    withheld: list[Claim] = field(default_factory=list)
    meetings: list[Claim] = field(default_factory=list)
    expected: list[Claim] = field(default_factory=list)
    demands: list[Claim] = field(default_factory=list)
    counted: list[Claim] = field(default_factory=list)
    charges: list[Claim] = field(default_factory=list)
    denied: list[Claim] = field(default_factory=list)
    others: list[Claim] = field(default_factory=list)


def sort_claims(claims: Iterable[Claim]) -> SortedClaims:
    """Put every claim into exactly one list.

    A denial is a denial, whatever is denied; figures of people held are `held`, those of
    people said to be arrested, sentenced and the like `counted`; and what people were
    charged with, where nobody is counted, `charges`. A release that neither counts nor
    names anybody is among `others`.
    """
    found = SortedClaims()
    for claim in claims:
        _list_of(claim, found).append(claim)
    return found


def _list_of(claim: Claim, found: SortedClaims) -> list[Claim]:
    if claim.stance is Stance.DENIED:
        return found.denied
    if claim.act is Act.DEMAND_RELEASE or claim.stance is Stance.DEMANDED:
        return found.demands
    if claim.act in _SANCTIONS:
        return found.pledges
    if tells_of_release(claim):
        return found.freeing if claim.count is not None or claim.names else found.others
    if claim.act in FREEING and claim.stance in _HOPED:
        return found.expected
    if claim.stance is Stance.PROMISED:
        return found.pledges
    if claim.act is Act.HOLD and claim.count is not None:
        return found.held
    if claim.act in _COUNTED and claim.count is not None and claim.stance not in _HOPED:
        return found.counted
    if claim.act in _CHARGING and (claim.charges or claim.act is Act.CHARGE):
        return found.charges
    return {Act.WITHHOLD: found.withheld, Act.MEET: found.meetings}.get(claim.act, found.others)
