"""Mentions that stand in some claims and in no other; what was read once is not read again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import batched
from threading import Lock
from typing import Any

from django.db import connection
from django.db.models import Max

from habeas.model.audit import ChainEnd
from habeas.model.people import MentionKey
from habeas.people.spellings import mention_id, spelling_id
from habeas.store import models
from habeas.store.audit import chain_end
from habeas.store.spelled import still_holds

_AT_ONCE = 500
_REMEMBERED = 16


@dataclass(slots=True)
class _Mentioned:
    """What stands in some claims, as far as the table of names was read.

    Attributes:
        end: Where the chain of audit records ended then.
        last: Number of the last row that was read.
        claims: Ids of the claims.
        mentions: Ids of the mentions in them.
        names: Names in them, with the ids of their spellings.
        elsewhere: Those of the names that stand in other claims too.
    """

    end: ChainEnd
    last: int
    claims: frozenset[str] = frozenset()
    mentions: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)


_READ: list[tuple[object, _Mentioned]] = []
"""By database, the last first: rows are only ever added, so that each is read once."""

_LOCK = Lock()


def mentions_alone_in(claims: frozenset[str]) -> frozenset[str]:
    """Ids of all mentions in some claims, and of the spellings that stand in no other claim.

    Args:
        claims: Their ids.
    """
    if not claims:
        return frozenset()
    place = connection.settings_dict
    key = (place["NAME"], place["HOST"], place["PORT"])
    with _LOCK:
        read = _begun(key, claims)
        _read_on(read, claims)
        _READ[:] = [(key, read), *((k, each) for k, each in _READ if each is not read)]
        del _READ[_REMEMBERED:]
        spelled = set(read.names.values()) - {read.names[name] for name in read.elsewhere}
        return frozenset(read.mentions | spelled)


def _begun(key: object, claims: frozenset[str]) -> _Mentioned:
    """What was read of as many of the claims as possible, or the beginning of reading."""
    known = [read for k, read in _READ if k == key and read.claims <= claims]
    best = max(known, key=lambda read: len(read.claims), default=None)
    if best is not None and still_holds(best.end):
        return best
    _READ[:] = [(k, read) for k, read in _READ if read is not best]
    return _Mentioned(end=chain_end(), last=_last_row())


def _read_on(read: _Mentioned, claims: frozenset[str]) -> None:
    last, end = _last_row(), chain_end()
    rows = models.ClaimName.objects.filter(pk__lte=last).values_list("claim__claim", "name")
    added = [
        row
        for some in batched(sorted(claims - read.claims), _AT_ONCE)
        for row in rows.filter(claim__claim__in=some).iterator(_AT_ONCE)
    ]
    if read.last < last:
        added += rows.filter(pk__gt=read.last).iterator(_AT_ONCE)
    own = {row for row in added if row[0] in claims}
    read.elsewhere |= {name for claim, name in added if claim not in claims and name in read.names}
    read.mentions |= {mention_id(MentionKey(claim=claim, name=name)) for claim, name in own}
    names = {name for _, name in own}
    read.names |= {name: spelling_id(name) for name in names - read.names.keys()}
    read.elsewhere -= names
    read.elsewhere |= _elsewhere(names, claims, rows)
    read.claims, read.last, read.end = claims, last, end


def _elsewhere(names: Iterable[str], claims: Collection[str], rows: Any) -> set[str]:
    """Those of some names that stand in a claim that is none of some."""
    return {
        name
        for some in batched(sorted(names), _AT_ONCE)
        for claim, name in rows.filter(name__in=some).iterator(_AT_ONCE)
        if claim not in claims
    }


def _last_row() -> int:
    return models.ClaimName.objects.aggregate(last=Max("pk"))["last"] or 0
