"""Who of those freed is named, by whom, and how many are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from habeas.accounts.figured import Names
from habeas.accounts.figures import Count
from habeas.accounts.frames import NAME
from habeas.accounts.populations import FOREIGN, Population, population_of, value_of
from habeas.events.lists import is_list
from habeas.model.accounts import AccountPerson, Bounds, Naming
from habeas.model.claims import Claim
from habeas.model.people import Person, ProposedMatch
from habeas.model.reports import Report
from habeas.people.judging import join

_MOST_NAMERS = 12
"""Voices and descriptions that named persons are told apart by."""

_SEVERAL = "several"


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


def names_of(
    people: Sequence[AccountPerson],
    matches: Sequence[ProposedMatch],
    claims: Mapping[str, Claim],
    counts: Iterable[Count],
    voices: tuple[Mapping[str, str], str | None],
) -> tuple[Names, ...]:
    """How many persons are named, by who names them and by what is told of them.

    Rows of lists that name nobody are persons as well, each another.

    Args:
        people: The persons of the account.
        matches: Pairs of them that may be one; then one is counted.
        claims: By id.
        counts: The figures; of persons nothing matters but what one of them singles out.
        voices: Claim id → voice, and the state that acts.

    Returns:
        Each person in just one of them; empty where nobody is named.
    """
    said, state = voices
    listed = list(counts)
    wanted = {pair for count in listed for pair in count.population}
    by_id = {p.person: p for p in people}
    edges = ((m.left, m.right) for m in matches if m.left in by_id and m.right in by_id)
    groups: dict[tuple[str, Population], list[str]] = {}
    for one in sorted(join(sorted(by_id), edges), key=min):
        keys = dict.fromkeys(key for id_ in sorted(one) for key in by_id[id_].claims)
        pairs = {pair for id_ in one for pair in _described(by_id[id_], claims, state)} & wanted
        who = " & ".join(sorted({said[key] for key in keys}))
        population = tuple(sorted({attribute: (attribute, v) for attribute, v in pairs}.values()))
        groups.setdefault((who, population), []).append(next(iter(keys)))
    for row in (c for c in listed if c.is_row):
        groups.setdefault((row.voice, row.population), []).append(row.claim.id)
    if len(groups) > _MOST_NAMERS:
        merged: dict[tuple[str, Population], list[str]] = {}
        for (_, population), firsts in groups.items():
            merged.setdefault((_SEVERAL, population), []).extend(firsts)
        groups = merged
    return tuple(
        Names(
            population=tuple(sorted((*population, (NAME, f"{at}")))),
            number=len(firsts),
            claims=tuple(firsts),
            voices=len(who.split(" & ")),
        )
        for at, ((who, population), firsts) in enumerate(groups.items())
    )


def _described(
    person: AccountPerson, claims: Mapping[str, Claim], state: str | None
) -> set[tuple[str, str]]:
    """The destination and citizenship that claims give a person."""
    pairs: set[tuple[str, str]] = set()
    for claim in (claims[key] for key in person.claims):
        destination = value_of(population_of(claim, state), "destination")
        if destination is not None:
            pairs.add(("destination", destination))
        for mention in claim.names:
            if mention.name == person.name and mention.nationality:
                pairs.add(("citizenship", mention.nationality))
                if state is not None and mention.nationality != state:
                    pairs.add(("citizenship", FOREIGN))
    return pairs


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
