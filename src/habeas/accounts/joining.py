"""The answers for all families of figures of one event, as one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from habeas.accounts.families import Family
from habeas.accounts.figured import Names
from habeas.accounts.weighing import MOST_REPAIRS, UNBOUNDED, Question, Weighing, weigh
from habeas.model.accounts import Assumption, Bound, Bounds, Conflict, Repair
from habeas.model.claims import Claim
from habeas.model.reports import Report

_MOST_PRODUCTS = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What all figures of an event say together; the lists are those of `Account`.

    Attributes:
        freed: How many were freed, over all repairs; unbounded where no figure says.
        doubtful: Claims that every lightest repair sets aside.
    """

    assumptions: tuple[Assumption, ...]
    conflicts: tuple[Conflict, ...]
    repairs: tuple[Repair, ...]
    bounds: tuple[Bound, ...]
    freed: Bounds
    doubtful: tuple[str, ...]


def weigh_families(
    families: Sequence[Family],
    names: Sequence[Names],
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    settings: tuple[str | None, Collection[str]],
) -> Together:
    """Weigh each family of figures, and join what they say.

    Args:
        families: From `families_of`.
        names: Of those freed.
        claims: By id.
        reports: By id.
        settings: The state that acts, and the ids of rejected assumptions.
    """
    state, rejected = settings
    weighed = [
        weigh(
            Question(
                counts=family.counts,
                claims=claims,
                reports=reports,
                state=state,
                people=family.people,
                names=names if family.is_release else (),
                wholes=family.wholes,
                guests=family.guests,
                rejected=rejected,
            )
        )
        for family in families
    ]
    pairs = list(zip(families, weighed, strict=True))
    conflicts = [c for each in weighed for c in each.conflicts]
    return Together(
        assumptions=tuple({a.id: a for each in weighed for a in each.assumptions}.values()),
        conflicts=tuple(sorted(conflicts, key=lambda c: (c.tight, len(c.claims)))),
        repairs=_joined(weighed),
        bounds=tuple(bound for each in weighed for bound in each.bounds),
        freed=next((w.total for f, w in pairs if f.is_release), UNBOUNDED),
        doubtful=tuple(key for each in weighed for key in each.doubtful),
    )


def _joined(weighed: Sequence[Weighing]) -> tuple[Repair, ...]:
    """One repair of each family, in all ways, the lightest first."""
    if not weighed:
        return (Repair(set_aside=(), weight=0),)
    ways = islice(product(*(each.repairs for each in weighed)), _MOST_PRODUCTS)
    found = [
        Repair(
            set_aside=tuple(key for repair in way for key in repair.set_aside),
            weight=sum(repair.weight for repair in way),
            bounds=tuple(bound for repair in way for bound in repair.bounds),
        )
        for way in ways
    ]
    return tuple(sorted(found, key=lambda repair: repair.weight)[:MOST_REPAIRS])
