"""What promises are about: persons, companies, branches of trade; each with all its promises."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256

from habeas.model.pledges import Pledge
from habeas.pledges.board import object_words

_BEFORE = re.compile(
    r"^.*?\b(?:sanctions?|restrictions?|measures|curbs|embargo(?:es)?|bans?|freezes?)\s+"
    r"(?:imposed\s+|placed\s+)?(?:on|against|over|for|from)\s+",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """One thing that promises are about.

    Attributes:
        id: Stable for the same words: those of the shortest wording.
        name: In the longest wording, without "sanctions on".
        pledges: Ids of all promises about it, in order of their first claims.
    """

    id: str
    name: str
    pledges: tuple[str, ...]


def aims_of(pledges: Iterable[Pledge], same: Iterable[Collection[str]] = ()) -> tuple[Aim, ...]:
    """Put promises together by what they are about, whoever makes them.

    The words decide, as they do within one promise: "Belavia" and "the airline Belavia" are
    one, where only one longer wording holds the shorter. "Sanctions" alone are about nothing
    in particular.

    Args:
        pledges: In order of their first claims, which the answer keeps.
        same: Ids of promises of which a person decided that they mean the same entry of a list.
    """
    about = {each.id: each for each in pledges if object_words(each.object)}
    groups = _by_words(about)
    for ids in same:
        joined = [group for group in groups if group & set(ids)]
        if len(joined) > 1:
            groups = [group for group in groups if group not in joined]
            groups.append(set().union(*joined))
    place = {key: at for at, key in enumerate(about)}
    ordered = sorted(
        (sorted(group, key=place.__getitem__) for group in groups), key=lambda g: place[g[0]]
    )
    return tuple(_aim([about[key] for key in group]) for group in ordered)


def named_in(words: str) -> str:
    """What is named after "sanctions on"; all words where they say nothing of the kind.

    >>> named_in("US sanctions on the airline Belavia"), named_in("a visit to Minsk")
    ('the airline Belavia', 'a visit to Minsk')
    """
    return _BEFORE.sub("", " ".join(words.split())) or words


def _by_words(about: dict[str, Pledge]) -> list[set[str]]:
    alike: dict[frozenset[str], set[str]] = {}
    for key, pledge in about.items():
        alike.setdefault(object_words(pledge.object), set()).add(key)
    wordings = sorted(alike, key=lambda words: (-len(words), sorted(words)))
    groups: list[tuple[frozenset[str], set[str]]] = []
    for words in wordings:
        holding = [group for longest, group in groups if words <= longest]
        if len(holding) == 1:
            holding[0].update(alike[words])
        else:
            groups.append((words, set(alike[words])))
    return [group for _, group in groups]


def _aim(pledges: list[Pledge]) -> Aim:
    objects = [each.object or "" for each in pledges]
    core = min(
        (object_words(each) for each in objects), key=lambda words: (len(words), sorted(words))
    )
    key = sha256(" ".join(sorted(core)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Aim(
        id=f"a{key}",
        name=max(map(named_in, objects), key=len),
        pledges=tuple(each.id for each in pledges),
    )
