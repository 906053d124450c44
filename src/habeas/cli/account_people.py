"""The people an account names, in rows: who, how surely, by whose account."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from habeas.accounts.fates import fates_of
from habeas.accounts.naming import number_named
from habeas.cli.account_figures import voices_of
from habeas.cli.printable import printable
from habeas.cli.sheet import Library, Row, Voice
from habeas.cli.wording import number_words
from habeas.model.accounts import Account, AccountPerson, Bounds, Naming
from habeas.people.judging import join

_SURE = (Naming.CONFIRMED, Naming.LISTED, Naming.NAMED)

PERHAPS = "“perhaps”: the names sound alike; nobody has merged them"

_NAMING = {
    Naming.NAMED: "named once",
    Naming.CONFIRMED: "confirmed",
    Naming.LISTED: "on a list",
}


def named_words(account: Account) -> str:
    """How many human beings are named: `4 to 7 named` where spellings may be one person's."""
    fewest, most = number_named(account.people, account.matches)
    if not most:
        return "nobody named"
    return f"{most:,} named" if fewest == most else f"{fewest:,} to {most:,} named"


def unnamed_words(bounds: Bounds) -> str:
    """How many nobody names: `121 not named`; empty where nothing bounds it.

    >>> unnamed_words(Bounds(low=98, high=121))
    '98 to 121 not named'
    """
    if bounds.low is not None and bounds.low == bounds.high:
        return f"{bounds.low:,} not named"
    if bounds.low and bounds.high is not None:
        return f"{bounds.low:,} to {bounds.high:,} not named"
    if bounds.low:
        return f"at least {bounds.low:,} not named"
    return f"at most {bounds.high:,} not named" if bounds.high is not None else ""


def people_rows(account: Account, library: Library, *, most: int = sys.maxsize) -> list[Row]:
    """Who is named, how many are not, and what is said to have become of them.

    Spellings that may be one person's stand under the surest of them, and are
    never parted: `most` people are shown, or the first such group.
    """
    rows: list[Row] = []
    people = 0
    for cluster in _clusters(account):
        if people and people + len(cluster) > most:
            break
        rows += _clustered(cluster, account, library)
        people += len(cluster)
    more = len(account.people) - people
    if more > 0:
        rest = f"more {'person' if more == 1 else 'people'} (--all names them)"
        rows.append(Row(strong=f"{more:,}", rest=rest))
    if unnamed := unnamed_words(account.unnamed):
        figure, _, rest = unnamed.partition(" not")
        rows.append(Row(strong=figure, rest=f"not{rest}"))
    if any(row.depth for row in rows):
        rows.append(Row(rest=PERHAPS))
    return rows


def _clusters(account: Account) -> list[list[AccountPerson]]:
    """People by name, each with whoever may be the same person, the surest first."""
    people = {person.person: person for person in account.people}
    edges = ((match.left, match.right) for match in account.matches)
    groups = join(people, (edge for edge in edges if set(edge) <= people.keys()))
    clusters = [sorted((people[id_] for id_ in group), key=_sureness) for group in groups]
    return sorted(clusters, key=lambda cluster: cluster[0].name.casefold())


def _sureness(person: AccountPerson) -> tuple[int, int, str]:
    return _SURE.index(person.naming), -len(person.claims), person.name.casefold()


def _clustered(cluster: Sequence[AccountPerson], account: Account, library: Library) -> list[Row]:
    first, *others = cluster
    perhaps = [_person(person, account, library) for person in others]
    once = f", {_NAMING[Naming.NAMED]}"
    return [
        _person(first, account, library),
        *(replace(row, rest=f"{row.rest.removesuffix(once)}, perhaps", depth=1) for row in perhaps),
    ]


def _person(person: AccountPerson, account: Account, library: Library) -> Row:
    claims = [library.claims[id_] for id_ in person.claims]
    roles: dict[str, None] = {}
    for claim in claims:
        for mention in claim.names:
            if mention.name == person.name or len(claim.names) == 1:
                roles.update(dict.fromkeys(printable(role) for role in mention.roles))
    voices = voices_of(claims, library)
    status = _NAMING[person.naming]
    if any(voice.words.endswith(status) for voice in voices):
        status = ""
    fates = fates_of(claims, account.event.by, library.reports)
    return Row(
        strong=printable(person.name),
        rest="".join(f", {part}" for part in (*list(roles)[:2], status) if part)
        + "".join(f"; {printable(fate.explanation)}" for fate in fates),
        voices=_few(voices),
    )


def _few(voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """Two voices at most, the second counting what is left out."""
    if len(voices) <= 2:
        return voices
    words = f"and {number_words(len(voices) - 1)} more"
    return voices[0], Voice(words=words, pointers=voices[1].pointers[:1])
