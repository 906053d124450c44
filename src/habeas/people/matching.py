"""Persons who may be one under two spellings: proposed here, decided by a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from habeas.model.people import Judgement, Person, ProposedMatch
from habeas.people.likeness import Likeness, compare_names, compare_words
from habeas.people.sounds import Sound, given_name_row, joined, sounds_of
from habeas.people.spellings import ids_of

THRESHOLD = 0.8
"""Least score of a proposal."""

_ONE_WORD_SCORE = 0.6
_MIN_ONE_WORD = 5
_SAME_WORD = 0.97
_BUCKET = 40
_MAX_WORDS = 8

type _Key = tuple[str, str]


def propose_matches(
    people: Iterable[Person], judgements: Iterable[Judgement] = ()
) -> tuple[ProposedMatch, ...]:
    """Find persons whose names sound alike across scripts and spellings.

    Cautious against namesakes: every word of the shorter name must find its like, a
    gendered ending keeps husband and wife apart, and short names must sound the same.
    A single word is proposed only for the one person of `people` who ends in it.

    Args:
        people: In any order.
        judgements: A pair that somebody has judged, whatever the verdict, is left out.

    Returns:
        Highest score first, then by ids. Compares only persons that share a sound
        key, about a dozen each, so that 10,000 persons take seconds.
    """
    listed = sorted(people, key=lambda p: p.id)
    owner = {node: p.id for p in listed for node in ids_of(p)}
    judged = {
        frozenset((owner.get(j.left, j.left), owner.get(j.right, j.right))) for j in judgements
    }
    found = []
    for left, right in _candidates(listed):
        if frozenset((left.id, right.id)) not in judged:
            match = _compare(left, right)
            if match is not None:
                found.append(match)
    for match in _one_word_matches(listed):
        if frozenset((match.left, match.right)) not in judged:
            found.append(match)
    return tuple(sorted(found, key=lambda m: (-m.score, m.left, m.right)))


def _compare(left: Person, right: Person) -> ProposedMatch | None:
    best: tuple[Likeness, str, str] | None = None
    for one in left.names:
        for other in right.names:
            likeness = compare_names(one, other)
            if likeness is not None and (best is None or likeness.score > best[0].score):
                best = (likeness, one, other)
    if best is None or best[0].score < THRESHOLD:
        return None
    likeness, one, other = best
    return ProposedMatch(
        left=left.id, right=right.id, score=likeness.score, reason=_reason(one, other, likeness)
    )


def _reason(one: str, other: str, likeness: Likeness) -> str:
    same = [a.latin for a, b in likeness.pairs if a.latin == b.latin]
    alike = [f"{a.latin} like {b.latin}" for a, b in likeness.pairs if a.latin != b.latin]
    if not alike:
        return f"“{one}” and “{other}” are the same words in Latin letters."
    parts = [*alike, *(f"{word} the same" for word in same)]
    return f"“{one}” and “{other}” sound alike: {', '.join(parts)}."


def _one_word_matches(people: Sequence[Person]) -> Iterator[ProposedMatch]:
    """A person known by one word, and the only one whose full name ends in it."""
    enders: dict[str, dict[str, tuple[Person, str, Sound]]] = defaultdict(dict)
    for person in people:
        for name in person.names:
            words = sounds_of(name)
            if len(words) > 1:
                enders[words[-1].broad].setdefault(person.id, (person, name, words[-1]))
    for person in people:
        words = sounds_of(person.name)
        if len(words) != 1 or len(words[0].latin) < _MIN_ONE_WORD:
            continue
        holders = enders.get(words[0].broad, {})
        if len(holders) != 1:
            continue
        other, name, sound = next(iter(holders.values()))
        if other.id != person.id and compare_words(words[0], sound) >= _SAME_WORD:
            left, right = sorted((person.id, other.id))
            yield ProposedMatch(
                left=left,
                right=right,
                score=_ONE_WORD_SCORE,
                reason=f"“{name}” is the only full name here that ends like “{person.name}”.",
            )


def _candidates(people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Pairs that share a key, each once; in a crowded bucket only near neighbours."""
    buckets: dict[_Key, list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        for key in {key for name in person.names for key in _keys(name)}:
            buckets[key].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in buckets.values():
        near = numbers
        if len(numbers) > _BUCKET:
            near = sorted(numbers, key=lambda n: joined(sounds_of(people[n].name)).broad)
        for at, one in enumerate(near):
            for other in near[at + 1 : at + 1 + _BUCKET]:
                pair = (min(one, other), max(one, other))
                if pair not in seen:
                    seen.add(pair)
                    yield people[pair[0]], people[pair[1]]


def _keys(name: str) -> Iterator[_Key]:
    """Sound keys: consonants of one word (or all but one of them), start of another."""
    words = sounds_of(name)[:_MAX_WORDS]
    if not words:
        return
    yield ("*", joined(words).consonants)
    starts = [_start(word) for word in words]
    for at, word in enumerate(words):
        others = {start for i, start in enumerate(starts) if i != at}
        for variant in _variants(word):
            for start in others:
                yield (start, variant)


def _variants(word: Sound) -> set[str]:
    skeleton = word.consonants or word.broad
    if len(skeleton) < 4:
        return {skeleton}
    return {skeleton, *(skeleton[:i] + skeleton[i + 1 :] for i in range(len(skeleton)))}


def _start(word: Sound) -> str:
    row = given_name_row(word)
    if row is not None:
        return f"={row}"
    first = word.broad[:1]
    return "a" if first in "aeiou" else first
