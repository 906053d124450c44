"""Short and full forms of who speaks: "Coale" and "John Coale", "a US official", "the official".

For telling voices apart, not people: `resolve_people` never joins by these.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from habeas.claims.states import state_code

_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr"})
_OFFICES = frozenset({"president", "envoy", "special", "minister"})
_UNTOLD = frozenset({"unnamed", "anonymous", "unidentified"})


def fullest_names(names: Iterable[str]) -> dict[str, str]:
    """For each name, the fullest form of it among the names: "Coale" → "John Coale".

    A name that could be short for two others, neither of which is short for the other,
    stays as it is. Articles and titles make no difference.
    """
    listed = list(dict.fromkeys(names))
    longer: dict[str, list[str]] = defaultdict(list)
    for short, long in short_forms(listed):
        longer[short].append(long)
    fullest = {}
    for name in listed:
        most = max(longer[name], key=lambda n: len(_words(n)), default=name)
        holds_all = all(_words(other) <= _words(most) for other in longer[name])
        fullest[name] = most if holds_all else name
    first: dict[frozenset[str], str] = {}
    return {name: first.setdefault(_words(full), full) for name, full in fullest.items()}


def short_forms(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a name and a longer form of it; a possessive begins another name."""
    words = {name: _words(name) for name in names}
    holders: dict[str, list[str]] = defaultdict(list)
    for name, own in words.items():
        for word in own:
            holders[word].append(name)
    for name, own in words.items():
        rarest = min((holders[word] for word in own), key=len, default=[])
        for other in rarest:
            if own < words[other] and "s" not in words[other] - own:
                yield name, other


@lru_cache(maxsize=65536)
def _words(name: str) -> frozenset[str]:
    """The words that tell one speaker from another, small, abbreviations without dots."""
    found = _WORD.findall(name.replace(".", "").casefold())
    told = [word for word in found if word not in _TITLES and word not in _UNTOLD] or found
    bare = [word for word in told if word not in _OFFICES]
    # "President Example" is Example; "the U.S. envoy" is not the U.S.
    is_office = not bare or state_code(" ".join(bare).upper()) is not None
    return frozenset(told if is_office else bare)
