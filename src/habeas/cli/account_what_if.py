"""Finds the claims and assumptions that a user names, to see what follows without them.

A claim is named by its id, by the beginning of it, or by where it stands as the text
shows it: `5:115` is the claim that begins at character 115 of report 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from habeas.accounts.telling import telling_bounds
from habeas.cli.account_conflicts import bound_words
from habeas.cli.account_figures import voices_of
from habeas.cli.exits import Exit, Stop
from habeas.cli.printable import printable
from habeas.cli.sheet import Item, Library, Row
from habeas.cli.wording import claim_words, counted, range_words
from habeas.model.accounts import Account, Assumption, Bounds
from habeas.model.claims import Claim

LEAST_PREFIX = 4
"""Characters of an id that stand for it where no other begins with them."""

MOST_MOVED = 6
"""Bounds told that moved; the rest is counted."""

_POINTER = re.compile(r"(?:(\d+):)?(\d+)(?:[-–](\d+))?")


def claims_named(words: Iterable[str], library: Library) -> tuple[str, ...]:
    """Ids of the claims that a user names, each once.

    Raises:
        Stop: One is not there, or stands for several.
    """
    return tuple(dict.fromkeys(_claim_named(word, library) for word in words))


def assumptions_named(words: Iterable[str], accounts: Iterable[Account]) -> tuple[str, ...]:
    """Ids of the assumptions that a user names, each once.

    Raises:
        Stop: One is not there, or its beginning is that of several.
    """
    made = {one.id: one for account in accounts for one in account.assumptions}
    return tuple(dict.fromkeys(_assumption_named(word, made) for word in words))


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What a user supposes for a while.

    Attributes:
        aside: Ids of claims that are set aside.
        rejected: Ids of assumptions that do not hold.
        before: The accounts without that.
    """

    aside: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    before: tuple[Account, ...] = ()


def supposed_rows(account: Account, what_if: WhatIf, library: Library) -> list[Item]:
    """What is supposed, and what follows: conflicts that are gone or new, bounds that moved."""
    before = _before(account, what_if)
    if before is None:
        return []
    aside = [id_ for id_ in what_if.aside if id_ in before.event.claims]
    reasons = {one.id: one.reason for one in before.assumptions}
    rejected = [id_ for id_ in what_if.rejected if id_ in reasons]
    rows: list[Item] = [
        Row(
            rest=f"not counted: {claim_words(library.claims[id_])}",
            voices=voices_of([library.claims[id_]], library),
        )
        for id_ in aside
    ]
    rows += [Row(rest=f"not assumed: {printable(reasons[id_])}") for id_ in rejected]
    return [*rows, *_changes(before, account)] if rows else []


def _before(account: Account, what_if: WhatIf) -> Account | None:
    """The same event as it was; one whose claims are set aside may have another id."""
    for other in what_if.before:
        if other.event.id == account.event.id:
            return other
    claims = set(account.event.claims)
    return next((one for one in what_if.before if claims & set(one.event.claims)), None)


def _changes(before: Account, after: Account) -> Iterator[Row]:
    conflicts = (len(before.conflicts), len(after.conflicts))
    if conflicts[0] != conflicts[1]:
        left = counted(conflicts[1], "conflict") if conflicts[1] else "no conflict"
        yield Row(rest=f"then {left}, where there {_were(conflicts[0])}")
    elif conflicts[0]:
        yield Row(rest=f"then {counted(conflicts[0], 'conflict')}, as before")
    known = {(one.of, one.population): one for one in before.bounds}
    moved = 0
    for bound in telling_bounds(after.bounds):
        was = known.get((bound.of, bound.population))
        if was is None or (was.low, was.high) == (bound.low, bound.high):
            continue
        moved += 1
        if moved <= MOST_MOVED:
            old = range_words(Bounds(low=was.low, high=was.high))
            yield Row(rest=f"then {bound_words(bound)}, where it was {old}")
    if not moved and not any(conflicts):
        yield Row(rest="then nothing else changes")
    if moved > MOST_MOVED:
        yield Row(rest=f"and {counted(moved - MOST_MOVED, 'more bound')} that moved")


def _were(number: int) -> str:
    return f"{'was' if number == 1 else 'were'} {number:,}" if number else "was none"


def _claim_named(word: str, library: Library) -> str:
    if word in library.claims:
        return word
    found = _at(word, library)
    if len(found) > 1:
        # Of several claims in the same words one mostly counts, and that is the one meant.
        found = [claim for claim in found if claim.count is not None] or found
    if not found and len(word) >= LEAST_PREFIX:
        found = [claim for id_, claim in library.claims.items() if id_.startswith(word)]
    if len(found) == 1:
        return found[0].id
    if not found:
        raise Stop(
            Exit.USAGE,
            what=f"there is no claim {word!r}",
            where="--aside",
            remedy="give where it stands as the account shows it, such as 2:72, or its id from"
            " habeas read --format json",
        )
    told = ", ".join(f"{claim.id} ({claim_words(claim)})" for claim in found)
    raise Stop(
        Exit.USAGE,
        what=f"{word!r} stands for {len(found)} claims",
        where="--aside",
        remedy=f"give the id of one: {told}",
    )


def _at(word: str, library: Library) -> list[Claim]:
    """The claims that begin at a pointer, of one report where there is only one."""
    pointer = _POINTER.fullmatch(word)
    if pointer is None:
        return []
    report, start, end = pointer.groups()
    if report is None and len(library.reports) > 1:
        return []
    found = []
    for id_, claim in library.claims.items():
        place = library.pointer(id_)
        if place.start != int(start) or place.report != int(report or 1):
            continue
        if end is None or place.end == int(end):
            found.append(claim)
    return found


def _assumption_named(word: str, made: Mapping[str, Assumption]) -> str:
    if word in made:
        return word
    found = [id_ for id_ in made if len(word) >= LEAST_PREFIX and id_.startswith(word)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Stop(
            Exit.USAGE,
            what=f"{word!r} is the beginning of {len(found)} assumptions",
            where="--reject",
            remedy=f"give one in full: {', '.join(found)}",
        )
    raise Stop(
        Exit.USAGE,
        what=f"there is no assumption {word!r}",
        where="--reject",
        remedy=_remedy(made),
    )


def _remedy(made: Mapping[str, Assumption]) -> str:
    if not made:
        return "these accounts assume nothing: leave the option out"
    return (
        "give the id that stands beside it in the account, or under 'assumptions' in --format json"
    )
