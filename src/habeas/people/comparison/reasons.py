"""Why two spellings are, or are not, likely one name: a sentence that a person can check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from habeas.model.people import PartKind, PartPair
from habeas.people.comparison.alignment import unpaired, words_of
from habeas.people.comparison.doubts import doubt_of
from habeas.people.comparison.part_facts import facts_of
from habeas.people.comparison.quoting import quoted
from habeas.people.names.cleaning import clean_name
from habeas.people.names.parts import take_apart
from habeas.people.names.scripts import NO_SCRIPT, UNCODED, script_of

ALIKE = 0.8
"""Likeness from which one part is said to stand for another."""

LIKELY = 0.5
"""Probability from which two spellings are said to be likely one name."""

_BANDS = (
    (0.98, "are very likely one name"),
    (LIKELY, "are likely one name"),
    (0.02, "may be one name or two"),
    (0.0, "are hardly one name"),
)
_VETOED = "are likely two names"
_CALLED = {
    PartKind.PATRONYMIC: "patronymic",
    PartKind.HONORIFIC: "title",
    PartKind.PARTICLE: "particle",
    PartKind.SUFFIX: "addition",
    PartKind.INITIAL: "initial",
}


def reason_for(
    left: str, right: str, probability: float, pairs: Sequence[PartPair], veto: str | None
) -> str:
    """Say which parts stand for which, what one name lacks, and what speaks against.

    Args:
        left, right: The names as written.
        probability: 0 to 1, that they are one name, the veto counted in.
        pairs: As `align_parts` gives them.
        veto: As `veto_of` gives it.

    Returns:
        One sentence. Every name in it is quoted as written, without its invisible signs.
    """
    verdict = _VETOED if veto else next(words for least, words in _BANDS if probability >= least)
    head = f"{quoted(left)} and {quoted(right)} {verdict}"
    told = veto or (doubt_of(left, right, pairs) if probability >= LIKELY else None)
    clauses = [told] if told else []
    # What the veto or the doubt has told of a pair is not told again.
    clauses += _told_of_pairs([pair for pair in pairs if not _is_told(pair, told)])
    clauses += _told_of_order(right, pairs)
    clauses += _told_of_missing(left, right, pairs)
    clauses += _told_of_scripts(left, right)
    return f"{head}: {'; '.join(clauses)}." if clauses else f"{head}."


def _told_of_pairs(pairs: Sequence[PartPair]) -> Iterator[str]:
    same = [pair for pair in pairs if _is_in_both(pair)]
    if same:
        words = " and ".join(quoted(pair.left) for pair in same)
        yield f"{words} {'is' if len(same) == 1 else 'are'} in both"
    yield from (_told_of(pair) for pair in pairs if not _is_in_both(pair))


def _is_told(pair: PartPair, told: str | None) -> bool:
    return told is not None and all(quoted(part) in told for part in (pair.left, pair.right))


def _told_of(pair: PartPair) -> str:
    one, other = quoted(pair.left), quoted(pair.right)
    left, right = facts_of(pair.left), facts_of(pair.right)
    initials = [len(part.latin) == 1 and part.script == "Latn" for part in (left, right)]
    if any(initials):
        short, long = (one, other) if initials[0] else (other, one)
        return f"{short} may be short for {long}" if pair.likeness else f"{short} is not {long}"
    if left.letters == right.letters:
        return f"{one} is written {other}"
    if left.rows & right.rows and left.sound != right.sound:
        return f"{one} and {other} are forms of one given name"
    if pair.likeness >= ALIKE:
        return f"{one} stands for {other}"
    return f"{one} is little like {other}"


def _told_of_order(right: str, pairs: Sequence[PartPair]) -> Iterator[str]:
    words = list(words_of(right))
    places = []
    for pair in pairs:
        if pair.likeness < ALIKE:
            continue
        first = pair.right.split()[:1]
        places.append(words.index(first[0]) if first and first[0] in words else 0)
    if places != sorted(places):
        yield "their order differs"


def _told_of_missing(left: str, right: str, pairs: Sequence[PartPair]) -> Iterator[str]:
    sides = (
        ("first", left, tuple(pair.left for pair in pairs)),
        ("second", right, tuple(pair.right for pair in pairs)),
    )
    for which, name, taken in sides:
        if missing := unpaired(name, taken):
            kinds = _kinds_in(name)
            words = " and ".join(f"{kinds.get(word, '')}{quoted(word)}" for word in missing)
            yield f"only the {which} has {words}"


def _kinds_in(name: str) -> dict[str, str]:
    """What each word of a name is, in words; what cannot be told is left out."""
    kinds: dict[str, str] = {}
    families = 0
    for part in take_apart(clean_name(name).text):
        families += part.kind is PartKind.FAMILY
        is_second = part.kind is PartKind.FAMILY and families > 1
        called = "second family name" if is_second else _CALLED.get(part.kind)
        if called is not None:
            kinds.setdefault(part.text, f"the {called} ")
    return kinds


def _told_of_scripts(left: str, right: str) -> Iterator[str]:
    one, other = script_of(left), script_of(right)
    if one != other and not {one, other} & {NO_SCRIPT, UNCODED}:
        names = _script_names()
        yield f"the first is in {names[one]} script, the second in {names[other]}"


def _is_in_both(pair: PartPair) -> bool:
    return pair.left.casefold() == pair.right.casefold()


@cache
def _script_names() -> dict[str, str]:
    from babel import Locale

    # ISO 15924 has one code for hiragana and katakana together, CLDR calls it by one of them.
    return {**Locale("en").scripts, "Kana": "kana"}
