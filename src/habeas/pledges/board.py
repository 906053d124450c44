"""Claims → Pledges: who promised what, on which condition, by whose account."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from habeas.claims.capitals import actor_state
from habeas.model.claims import CONCEDING, FREEING, SANCTIONING, Act, Claim, Stance
from habeas.model.pledges import Pledge
from habeas.people.short_names import fullest_names

PLEDGED = SANCTIONING
"""Acts that are pledges whatever their stance: done, too, they answer a promise."""

_UNDERTAKEN = frozenset({Stance.PROMISED, Stance.ANNOUNCED})

_TOLD = frozenset({Stance.REPORTED, Stance.CONFIRMED, Stance.DENIED, Stance.ESTIMATED})

_WORD = re.compile(r"\w+")
_EMPTY = frozenset("a an the of on its their other some all and against reimposed renewed".split())


def is_pledge(claim: Claim) -> bool:
    """True for sanctions eased or imposed, and for anything else that is or may be promised.

    An embassy opened, aid given and observers let in answer a promise; where nobody promised
    them they are none, and `pledges_of` leaves them out.
    """
    return claim.act in PLEDGED | CONCEDING or claim.stance is Stance.PROMISED


def pledges_of(claims: Iterable[Claim]) -> tuple[Pledge, ...]:
    """Put together what is promised, and what is said to become of it.

    Claims of one act, one promisor and one object are one pledge, whatever their
    stance: "intends to ease" and "has lifted" stay two claims of it, side by side.
    The promisor is a state where its name, an organ ("US Treasury") or its capital
    says so; else whoever speaks, so that "more sanctions will be lifted" told by John
    Coale and by "Coale", quoted by an agency, is one pledge of his.
    Objects are one where the words of the shorter are all among the longer's ("potash"
    and "potash exports"). "Additional" or "more" sanctions are another object, and so
    are "its sanctions", all of them: to ease some is not to ease those.

    To set sanctions again on what they were eased or to be eased for is a step of that
    pledge, and so is what nobody is said to do ("sanctions on potash were lifted"), or who
    is no known state, where one pledge alone has that object.

    Args:
        claims: In order of report and passage, which the answer keeps.

    Returns:
        In order of their first claims; empty where nothing is promised.
    """
    told = [c for c in claims if is_pledge(c)]
    actors = _actors(told)
    # The longest object first, so that a short one has all that could hold it to choose from.
    by_length = sorted(told, key=lambda c: (-len(_words(promised_words(c))), c.id))
    chains = _joined(by_length, actors)
    chains = [c for c in _with_the_untold(chains, actors) if _is_undertaken(c)]
    place = {claim.id: at for at, claim in enumerate(told)}
    for chain in chains:
        chain.sort(key=lambda c: place[c.id])
    return tuple(_pledge(c) for c in sorted(chains, key=lambda c: place[c[0].id]))


def _is_undertaken(chain: Sequence[Claim]) -> bool:
    """False for an embassy opened, aid or observers that nobody promised."""
    return chain[0].act not in CONCEDING or any(c.stance in _UNDERTAKEN for c in chain)


def _joined(claims: Sequence[Claim], actors: Mapping[str, str | None]) -> list[list[Claim]]:
    """Claims of one act, one promisor and one object."""
    chains: list[list[Claim]] = []
    by_act: dict[tuple[Act, str | None], list[list[Claim]]] = defaultdict(list)
    for claim in claims:
        group = by_act[claim.act, actors[claim.id]]
        fitting = [chain for chain in group if _is_same_object(chain[0], claim)]
        if len(fitting) == 1:
            fitting[0].append(claim)
        else:
            group.append([claim])
            chains.append(group[-1])
    return chains


def _with_the_untold(
    chains: Sequence[list[Claim]], actors: Mapping[str, str | None]
) -> list[list[Claim]]:
    """The same chains, those that say of another what became of it joined to it."""
    kept = [chain for chain in chains if not _tells_of_another(chain, actors)]
    for chain in chains:
        if not _tells_of_another(chain, actors):
            continue
        fitting = [one for one in kept if _is_told_of(one, chain, actors)]
        if len(fitting) == 1:
            fitting[0].extend(chain)
        else:
            kept.append(chain)
    return kept


def _tells_of_another(chain: Sequence[Claim], actors: Mapping[str, str | None]) -> bool:
    """True where what is told can be a step of a pledge whose promisor another claim tells."""
    first = chain[0]
    if not _target(first) or first.act not in PLEDGED:
        return False
    if first.act is Act.IMPOSE_SANCTIONS:
        return all(c.stance in _TOLD for c in chain)
    return _state(actors[first.id]) is None and all(c.stance is not Stance.PROMISED for c in chain)


def _is_told_of(
    one: Sequence[Claim], chain: Sequence[Claim], actors: Mapping[str, str | None]
) -> bool:
    first, other = one[0], chain[0]
    if first.act is not Act.EASE_SANCTIONS or not _is_same_object(first, other):
        return False
    actor, state = actors[other.id], actors[first.id]
    # Whom no state is known for may act for any: a new head of state undoes what the last did.
    return actor == state or _state(actor) is None


def _state(actor: str | None) -> str | None:
    return actor if actor is not None and len(actor) == 2 and actor.isupper() else None


def promised_words(claim: Claim) -> str | None:
    """What is promised, in the words of the report: of a release, who is to be freed."""
    if claim.object or claim.act not in FREEING:
        return claim.object
    count = claim.count.words if claim.count is not None else None
    names = "; ".join(mention.name for mention in claim.names)
    return " ".join(part for part in (count, claim.group or names) if part) or None


def object_words(words: str | None) -> frozenset[str]:
    """What in particular an object is about; empty for sanctions of any kind."""
    return _words(words) - _MORE - _SANCTIONS


def names_sanctions(words: str) -> bool:
    """True for "sanctions on potash"; False for what is only named: "Norland", "two firms"."""
    return bool(_words(words) & _SANCTIONS)


def _target(claim: Claim) -> frozenset[str]:
    return object_words(claim.object)


def promisor_state(claim: Claim) -> str | None:
    """The state that would act: of `by`, else of the innermost speaker who is one."""
    names = [claim.by, *(s.name for s in reversed(claim.speakers))]
    if claim.by is None and claim.speakers:
        # An agency that quotes somebody is not thereby the one who promises.
        names = [claim.speakers[-1].name]
    return next((state for state in map(actor_state, names) if state is not None), None)


def _actors(claims: Sequence[Claim]) -> dict[str, str | None]:
    """By claim, who would act: a state's code, else a name, the same for all its forms."""
    promisors = {c.id: _promisor(c) for c in claims}
    fullest = fullest_names(name for name in promisors.values() if name)
    return {
        c.id: promisor_state(c) or (fullest[name] if (name := promisors[c.id]) else None)
        for c in claims
    }


def _promisor(claim: Claim) -> str | None:
    return claim.by or (claim.speakers[-1].name if claim.speakers else None)


@lru_cache(maxsize=16_384)
def _words(text: str | None) -> frozenset[str]:
    return frozenset(_WORD.findall((text or "").casefold())) - _EMPTY


def _is_same_object(one: Claim, other: Claim) -> bool:
    left, right = _words(promised_words(one)), _words(promised_words(other))
    if bool(_MORE & left) != bool(_MORE & right):
        return False
    left, right = left - _MORE - _SANCTIONS, right - _MORE - _SANCTIONS
    if not left or not right:
        return left == right
    return left <= right or right <= left


_MORE = frozenset({"additional", "more", "further", "remaining", "others"})
_SANCTIONS = frozenset(
    "sanctions sanction restrictions restriction measures curbs embargo ban bans freeze".split()
)


def _pledge(chain: Sequence[Claim]) -> Pledge:
    first = chain[0]
    stances = {claim.stance for claim in chain}
    state = next((s for s in map(promisor_state, chain) if s is not None), None)
    promisor = next((p for p in (*(c.by for c in chain), *map(_promisor, chain)) if p), None)
    told = filter(None, map(promised_words, chain))
    object_ = max(told, key=len, default=None)
    act = Act.EASE_SANCTIONS if any(c.act is Act.EASE_SANCTIONS for c in chain) else first.act
    parts = (act, state or promisor or "", *sorted(_words(object_)))
    return Pledge(
        id="g" + sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12],
        promisor=promisor,
        state=state,
        act=act,
        object=object_,
        condition=next((c.condition for c in chain if c.condition is not None), None),
        stance=Stance.PROMISED if Stance.PROMISED in stances else first.stance,
        stances=tuple(sorted(stances)),
        claims=tuple(c.id for c in chain),
        speakers=tuple(dict.fromkeys(c.speakers[0].name for c in chain if c.speakers)),
    )
