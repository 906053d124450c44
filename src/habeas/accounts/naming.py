"""Who of those freed is named, by whom, and how many are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from habeas.events.lists import is_list
from habeas.model.accounts import AccountPerson, Bounds, Naming
from habeas.model.claims import Claim
from habeas.model.people import Person, ProposedMatch
from habeas.model.reports import Report
from habeas.people.judging import join


def named_people(
    freeing: Sequence[Claim],
    people: Iterable[Person],
    reports: Mapping[str, Report],
    voices: Mapping[str, str],
    acting: str | None,
) -> tuple[AccountPerson, ...]:
    """The persons whom claims of release name.

    Args:
        freeing: Claims of release of one event, in order of report and passage.
        people: All persons, in any order.
        reports: By id; a table of people is a list.
        voices: Claim id → voice.
        acting: The voice of the state that acts; what it says alone confirms nobody.

    Returns:
        By name, then id.
    """
    place = {claim.id: at for at, claim in enumerate(freeing)}
    found = []
    for person in people:
        keys = sorted({m.claim for m in person.mentions if m.claim in place}, key=place.__getitem__)
        if not keys:
            continue
        claims = [freeing[place[key]] for key in keys]
        naming = _naming(claims, reports, voices, acting)
        found.append(
            AccountPerson(person=person.id, name=person.name, naming=naming, claims=tuple(keys))
        )
    return tuple(sorted(found, key=lambda p: (p.name.casefold(), p.name, p.person)))


def number_named(
    people: Sequence[AccountPerson], matches: Iterable[ProposedMatch]
) -> tuple[int, int]:
    """How many human beings are named: fewest, if every proposed match holds, and most."""
    ids = {p.person for p in people}
    edges = ((m.left, m.right) for m in matches if m.left in ids and m.right in ids)
    return len(join(sorted(ids), edges)), len(ids)


def unnamed_bounds(total: Bounds, named: tuple[int, int]) -> Bounds:
    """How many of those freed nobody names, inclusive.

    Args:
        total: How many were freed.
        named: Fewest and most human beings named.

    Returns:
        None for both where no figure says how many were freed.
    """
    if total.low is None and total.high is None:
        return Bounds(low=None, high=None)
    fewest, most = named
    low = max(0, (total.low or 0) - most)
    high = None if total.high is None else max(0, total.high - fewest)
    return Bounds(low=low, high=high)


def _naming(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    voices: Mapping[str, str],
    acting: str | None,
) -> Naming:
    speaking = {voices[c.id] for c in claims}
    others = {voices[c.id] for c in claims if c.speakers and voices[c.id] != acting}
    if len(speaking) > 1 or others:
        return Naming.CONFIRMED
    if any(is_list(reports.get(c.report)) for c in claims):
        return Naming.LISTED
    return Naming.NAMED
