"""What an Edition adds and changes, told against the one before it.

Both are public, so that their difference tells nobody more than the two together. What is
taken away is not told: the id of a person is made of their name, and whoever guesses the name
of somebody who is withheld by now could check it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import batched

from habeas.events import event_id
from habeas.model.editions import (
    ChangeKind,
    Edition,
    EditionBefore,
    EditionChange,
    FormerId,
    RecordKind,
)
from habeas.model.pledges import PledgeState
from habeas.people import ids_of
from habeas.register.edition_records import EditionRecords
from habeas.register.promised import arranged_of, arranged_within, states_on

_AT_ONCE = 500


def since(edition: Edition, before: EditionRecords) -> Edition:
    """The Edition with what is new in it and which ids moved since an earlier one."""
    told = before.summary
    return replace(
        edition,
        before=EditionBefore(digest=told.digest, as_of=told.as_of, known_at=told.known_at),
        changes=tuple(
            sorted(_changes(edition, before), key=lambda change: (change.kind, change.id))
        ),
        former_ids=tuple(
            sorted(_former_ids(edition, before), key=lambda each: (each.kind, each.former))
        ),
    )


def _changes(edition: Edition, before: EditionRecords) -> Iterator[EditionChange]:
    people = ((person.id, person) for person in edition.people)
    yield from _told(RecordKind.PERSON, people, before.people_by_id)
    accounts = ((account.event.id, account) for account in edition.accounts)
    yield from _told(RecordKind.ACCOUNT, accounts, before.accounts_by_id)
    reports = ((report.id, report) for report in edition.reports)
    yield from _told(RecordKind.REPORT, reports, before.reports_by_id)
    now, then = _states(edition, before)
    yield from _told(RecordKind.PROMISE, now.items(), then)


def _states(
    edition: Edition, before: EditionRecords
) -> tuple[Mapping[str, PledgeState], Callable[[Iterable[str]], Mapping[str, PledgeState]]]:
    """How each promise stands on the day of the Edition, and how it stood on the one before."""
    now = states_on(edition.as_of, arranged_within(edition))
    then = states_on(before.summary.as_of, arranged_of(before)) if now else {}
    return now, lambda asked: {key: then[key] for key in asked if key in then}


def _told[R](
    kind: RecordKind,
    now: Iterable[tuple[str, R]],
    then: Callable[[Iterable[str]], Mapping[str, R]],
) -> Iterator[EditionChange]:
    for some in batched(now, _AT_ONCE):
        known = then([key for key, _ in some])
        for key, record in some:
            if key not in known:
                yield EditionChange(kind=kind, id=key, change=ChangeKind.ADDED)
            elif known[key] != record:
                yield EditionChange(kind=kind, id=key, change=ChangeKind.CHANGED)


def _former_ids(edition: Edition, before: EditionRecords) -> Iterator[FormerId]:
    """Ids of the Edition before, and those it remembered, that this one can make itself.

    An id that nothing published here makes is left out: it may be made of a name, or of a
    report, that is withheld by now.
    """
    given: dict[RecordKind, set[str]] = {kind: set() for kind in RecordKind}
    for former in before.former_ids():
        given[former.kind].add(former.former)
    given[RecordKind.PERSON].update(before.person_ids())
    given[RecordKind.ACCOUNT].update(before.account_ids())
    for kind, had in (
        (RecordKind.PERSON, _ids_of_people(edition)),
        (RecordKind.ACCOUNT, _ids_of_accounts(edition)),
    ):
        standing, now = set[str](), dict[str, str]()
        for former_id, key in had:
            standing.add(key)
            if former_id in given[kind]:
                now[former_id] = key
        for key in now.keys() - standing:
            yield FormerId(kind=kind, former=key, now=now[key])


def _ids_of_people(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every id that a person here has or had under other judgements, with the id of now."""
    return ((each, person.id) for person in edition.people for each in ids_of(person))


def _ids_of_accounts(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every id that an account here has or had before further claims came, with the id of now."""
    return (
        (event_id(claim), account.event.id)
        for account in reversed(edition.accounts)
        for claim in account.event.claims
    )
