"""What an account leaves open, as questions a reporter could ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from habeas.accounts import wording
from habeas.accounts.figures import Count, wholes
from habeas.accounts.naming import number_named
from habeas.accounts.populations import population_of, value_of, without
from habeas.model.accounts import AccountPerson, Bounds
from habeas.model.claims import Claim
from habeas.model.people import Alert, ProposedMatch
from habeas.model.reports import Report
from habeas.people.judging import join

_NATIONALS = ("nationals", "citizens", "national", "citizen")
"""What a group is called that does not say of which state."""

_FEW = 30
"""Groups larger than this are asked for by the figure of all who are not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoints:
    """What the questions of an account are made from."""

    counts: Sequence[Count]
    total: Bounds
    unnamed: Bounds
    people: Sequence[AccountPerson]
    matches: Sequence[ProposedMatch]
    alerts: Sequence[Alert]
    claims: Mapping[str, Claim]
    withheld: Sequence[str]
    held: Sequence[Count]
    acting: str | None
    tells_of_release: bool


def questions_of(points: OpenPoints, reports: Mapping[str, Report]) -> tuple[str, ...]:
    """Ask what is open: who is not named, who confirms, what is withheld, who is who.

    Returns:
        Complete sentences, each once, the number of those not named first.
    """
    asked = list(_names(points)) if points.tells_of_release else []
    asked += _confirmations(points, reports)
    asked += [wording.withheld_sentence(points.claims[key]) for key in points.withheld]
    asked += [
        wording.ONE_PERSON.format(names=wording.join_words(names)) for names in _spellings(points)
    ]
    asked += _namesakes(points)
    if len({(c.quantity.low, c.quantity.high, c.quantity.about) for c in points.held}) > 1:
        asked.append(wording.HOW_MANY_HELD.format(figures=_options(points.held)))
    return tuple(dict.fromkeys(asked))


def _names(points: OpenPoints) -> Iterator[str]:
    sentence = wording.unnamed_sentence(points.unnamed, points.total)
    if sentence is not None:
        yield sentence
    groups: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in points.counts:
        for attribute in ("destination", "citizenship"):
            value = value_of(count.population, attribute)
            if value and count.exact and not without(count.population, attribute, "designation"):
                groups[attribute, value].append(count)
    totals = {c.exact for c in wholes(points.counts)}
    for (attribute, value), group in groups.items():
        number = group[0].exact or 0
        # Two figures of one group are a difference, which is asked for as such.
        if any(c.exact != number for c in group) or number > _FEW or number in totals:
            continue
        best = min(group, key=lambda c: c.claim.place is None)
        code = value if attribute == "destination" else None
        figure = wording.group_words(best.claim, code)
        if attribute == "citizenship" and (best.claim.group or "").casefold() in _NATIONALS:
            figure = f"{number:,} {wording.citizenship_words(value)}"
        fewest, most = _named_of(points, attribute, value)
        if most == 0:
            yield (wording.WHO_ONE if number == 1 else wording.WHO).format(figure=figure)
        elif fewest < number:
            left = wording.range_words(Bounds(low=max(0, number - most), high=number - fewest))
            yield wording.WHO_ELSE.format(number=left, figure=figure)


def _named_of(points: OpenPoints, attribute: str, value: str) -> tuple[int, int]:
    """How many human beings claims name of a group: fewest, if all matches hold, and most."""
    found = []
    for person in points.people:
        claims = [points.claims[key] for key in person.claims]
        nationalities = {m.nationality for c in claims for m in c.names if m.name == person.name}
        if attribute == "citizenship":
            is_of = value in nationalities
        else:
            is_of = any(value_of(population_of(c, None), attribute) == value for c in claims)
        if is_of:
            found.append(person)
    return number_named(found, points.matches)


def _confirmations(points: OpenPoints, reports: Mapping[str, Report]) -> list[str]:
    """The exact figure of everybody that the acting state alone gives."""
    exact: dict[int, list[Count]] = defaultdict(list)
    for count in wholes(points.counts):
        if count.exact is not None:
            exact[count.exact].append(count)
    alone = [
        [c.claim for c in group]
        for group in exact.values()
        if points.acting is not None and {c.voice for c in group} == {points.acting}
    ]
    return [wording.confirmation_sentence(claims, reports) for claims in alone]


def _spellings(points: OpenPoints) -> list[list[str]]:
    """Names that may all be one person's, each set once; in order of its first name."""
    names = {p.person: p.name for p in points.people}
    edges = ((m.left, m.right) for m in points.matches)
    groups = [group for group in join(sorted(names), edges) if len(group) > 1]
    return sorted(sorted(names[key] for key in group) for group in groups)


def _namesakes(points: OpenPoints) -> list[str]:
    """One name that seems to be of two people."""
    names = {p.person: p.name for p in points.people}
    return [
        wording.TWO_PEOPLE.format(name=names[alert.person], why=alert.evidence[0].sentence)
        for alert in points.alerts
        if alert.person in names and alert.evidence
    ]


def _options(counts: Iterable[Count]) -> str:
    """The figures that differ, the greatest first."""
    quantities = sorted(
        (c.quantity for c in counts), key=lambda q: -(q.low or q.about or q.high or 0)
    )
    words = dict.fromkeys(q.words.casefold() for q in quantities)
    *first, last = wording.some_words(list(words))
    return f"{', '.join(first)} or {last}" if first else last
