"""What does not add up, what it rests on, and what follows; every sentence with its voices."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from habeas.accounts.hedges import hard_bounds, soft_bounds
from habeas.accounts.telling import telling_bounds
from habeas.cli.account_figures import voices_of
from habeas.cli.printable import printable
from habeas.cli.sheet import Library, Note, Row, Sentence, Voice
from habeas.cli.wording import claim_words, count_words, counted, range_words
from habeas.model.accounts import (
    Account,
    Assumption,
    AssumptionKind,
    Balance,
    Bound,
    Bounds,
    Conflict,
    Finding,
    ListComparison,
    Repair,
    Revision,
)
from habeas.people.judging import join

MOST_FOLLOWING = 3
"""Bounds told under one choice."""

SHOWN_ID = 7
"""Characters of an assumption's id that are shown; they stand for the whole of it."""

_AS_USUAL = "read as usual"


def told_with_voices(
    findings: Iterable[Finding | Revision | Balance | ListComparison], library: Library
) -> list[Sentence]:
    """Sentences of an account, each with everybody whose claims it rests on."""
    return [
        Sentence(words=printable(one.explanation), voices=_voices(one.claims, library))
        for one in findings
    ]


def conflict_sentences(
    account: Account, library: Library, *, most: int = sys.maxsize
) -> list[Sentence | Row]:
    """One sentence a conflict: its arithmetic, who says it, and what it takes for granted.

    Args:
        account: The account.
        library: Its claims and reports.
        most: How many to tell; the rest is counted.
    """
    assumed = {one.id: one for one in account.assumptions}
    told: list[Sentence | Row] = [
        _conflict(one, assumed, library) for one in account.conflicts[:most]
    ]
    more = len(account.conflicts) - most
    return told + ([_more(more, "conflict", "conflicts")] if more > 0 else [])


def _conflict(conflict: Conflict, assumed: Mapping[str, Assumption], library: Library) -> Sentence:
    claims = [*conflict.claims, *conflict.likewise]
    notes = [Note(words=words) for words in _tight(conflict, library)]
    notes += _assumed([assumed[id_] for id_ in conflict.assumptions if id_ in assumed], library)
    return Sentence(
        words=printable(conflict.explanation), voices=_voices(claims, library), notes=tuple(notes)
    )


def _assumed(assumptions: Sequence[Assumption], library: Library) -> list[Note]:
    """What is taken for granted; that several reports speak of one event, in one line."""
    notes = {kind: [a for a in assumptions if a.kind is kind] for kind in AssumptionKind}
    of_event = notes.pop(AssumptionKind.SAME_EVENT)
    told = [one for each in notes.values() for one in each]
    numbers = {library.number(library.claims[id_].report) for a in of_event for id_ in a.claims}
    if len(of_event) < 2 or len(numbers) < 2:
        return [Note(words=printable(a.reason), id=a.id[:SHOWN_ID]) for a in (*told, *of_event)]
    *some, last = sorted(numbers)
    reports = f"reports {', '.join(map(str, some))} and {last}"
    ids = ", ".join(a.id[:SHOWN_ID] for a in of_event)
    words = f"What {reports} tell is taken to be of this event."
    return [*_assumed(told, library), Note(words=words, id=ids)]


def assumed_rows(account: Account) -> list[Row]:
    """Everything that is taken for granted, each with the id by which it can be rejected."""
    return [Row(strong=a.id[:SHOWN_ID], rest=printable(a.reason)) for a in account.assumptions]


def _tight(conflict: Conflict, library: Library) -> Iterator[str]:
    """Which words are only usually read so, unless the sentence says it."""
    if not conflict.tight or _AS_USUAL in conflict.explanation:
        return
    counts = [library.claims[id_].count for id_ in conflict.claims if id_ in library.claims]
    hedged = [c for c in counts if c is not None and hard_bounds(c) != soft_bounds(c)]
    words = " and ".join(dict.fromkeys(f"“{count_words(count)}”" for count in hedged))
    yield (
        f"Only if {words} {'is' if len(hedged) == 1 else 'are'} {_AS_USUAL}."
        if words
        else ("Only if the words are read as usual.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """Claims to set aside so that conflicts that hang together are gone."""

    claims: tuple[str, ...]
    repairs: list[Repair]


def repair_rows(account: Account, library: Library, *, most: int = sys.maxsize) -> list[Row]:
    """What can be set aside so that the rest agrees, and what follows under each choice.

    Conflicts that have no claim in common are told one after the other: from each of them
    one choice is to be made.
    """
    rows: list[Row] = []
    for place, choices in enumerate(_choices(account)):
        for number, choice in enumerate(choices[:most]):
            first = "and " if place else ""
            before = "or " if number else first
            rows.append(_choice(choice, account, library, before=before))
        if len(choices) > most:
            rows.append(_more(len(choices) - most, "choice", "choices"))
    return rows


def _choices(account: Account) -> list[list[_Choice]]:
    """By conflicts that hang together, what each repair sets aside of their claims."""
    told = [(*one.claims, *one.likewise) for one in account.conflicts]
    aside = [id_ for repair in account.repairs for id_ in repair.set_aside]
    ids = dict.fromkeys([*(id_ for claims in told for id_ in claims), *aside])
    edges = [(claims[0], other) for claims in told for other in claims[1:]]
    found = []
    for group in join(ids, edges):
        choices: dict[tuple[str, ...], _Choice] = {}
        for repair in account.repairs:
            claims = tuple(id_ for id_ in repair.set_aside if id_ in group)
            if claims:
                choices.setdefault(claims, _Choice(claims=claims, repairs=[]))
                choices[claims].repairs.append(repair)
        if choices:
            found.append(list(choices.values()))
    return found


def _choice(choice: _Choice, account: Account, library: Library, *, before: str) -> Row:
    claims = [library.claims[id_] for id_ in choice.claims if id_ in library.claims]
    populations = {
        f.claim: f.population for f in (*account.figures, *account.held, *account.counted)
    }
    figures: dict[object, str] = {}
    for claim in claims:
        count = claim.count
        number = (count.low, count.high, count.about) if count is not None else claim.id
        figures.setdefault((number, populations.get(claim.id)), claim_words(claim))
    notes = _following(choice, account, library)
    return Row(
        strong=before + " with ".join(dict.fromkeys(figures.values())),
        rest=f"({counted(_weight(choice, account, library), 'voice')})",
        voices=voices_of(claims, library),
        notes=(f"then {'; '.join(notes)}",) if notes else (),
    )


def _weight(choice: _Choice, account: Account, library: Library) -> int:
    """Independent voices behind a choice; a figure's voices count once, whoever repeats it."""
    (first, *_) = choice.repairs
    if set(first.set_aside) == set(choice.claims):
        return first.weight
    figures = {f.claim: f for f in (*account.figures, *account.held, *account.counted)}
    voices: dict[object, int] = {}
    for id_ in choice.claims:
        count = library.claims[id_].count if id_ in library.claims else None
        figure = figures.get(id_)
        key = (figure.population, count) if figure is not None and count is not None else id_
        voices[key] = max(voices.get(key, 0), figure.voices if figure is not None else 1)
    return sum(voices.values())


def _following(choice: _Choice, account: Account, library: Library) -> list[str]:
    """Bounds that are sharper under a choice than over all, whatever else is chosen.

    What a claim that stays says itself is not told again, but of everybody.
    """
    shared = set(choice.repairs[0].bounds).intersection(*(one.bounds for one in choice.repairs))
    said = _said(account, library)
    sharper = [
        one
        for one in choice.repairs[0].bounds
        if one in shared - set(account.bounds)
        and (not one.population or (one.population, one.low, one.high) not in said)
    ]
    # Everybody counted comes first in any account, and is what a reader asks first.
    sharper.sort(key=lambda bound: (len(bound.population), _looseness(bound)))
    return [bound_words(bound) for bound in sharper[:MOST_FOLLOWING]]


def _said(account: Account, library: Library) -> set[tuple[object, int | None, int | None]]:
    """Whom each figure counts, and its least and greatest value."""
    return {
        (figure.population, count.low, count.high)
        for figure in (*account.figures, *account.held, *account.counted)
        if (count := library.claims[figure.claim].count) is not None
    }


def derived_rows(account: Account, library: Library, *, most: int = sys.maxsize) -> list[Row]:
    """What follows of people whom no claim counts outright, the sharpest first.

    A bound that says nothing, that there may be any number, is never told.
    """
    said = _said(account, library)
    bounds = [
        bound
        for bound in telling_bounds(account.bounds)
        if (bound.population, bound.low, bound.high) not in said
    ]
    bounds.sort(key=lambda bound: (len(bound.population), _looseness(bound)))
    rows = [Row(rest=bound_words(bound)) for bound in bounds[:most]]
    return rows + ([_more(len(bounds) - most, "bound", "bounds")] if len(bounds) > most else [])


def bound_words(bound: Bound) -> str:
    """Whom a bound counts and how many: `unnamed: exactly 6`."""
    words = range_words(Bounds(low=bound.low, high=bound.high))
    exactly = "exactly " if bound.low == bound.high else ""
    return f"{printable(bound.of)}: {exactly}{words}"


def _looseness(bound: Bound) -> tuple[bool, float]:
    """How little a bound says: open ones last, exact ones first."""
    if bound.high is None:
        return True, -bound.low
    return False, (bound.high - bound.low) / max(bound.high, 1)


def _more(number: int, one: str, many: str) -> Row:
    return Row(strong=f"{number:,}", rest=f"more {one if number == 1 else many} (--all)")


def _voices(claims: Iterable[str], library: Library) -> tuple[Voice, ...]:
    listed = [library.claims[id_] for id_ in dict.fromkeys(claims) if id_ in library.claims]
    return voices_of(listed, library)
