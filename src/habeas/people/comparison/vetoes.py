"""What speaks against one name although the letters are much alike.

A veto is for the few letters that tell one person from another: the ending that tells
husband from wife, the one character of 习近平 and 习近朋, Kim and Kin, Oleg and Olga. It
says nothing of names that are unlike anyway, and never that two spellings are one name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from habeas.model.people import PartPair
from habeas.people.comparison.alignment import words_of
from habeas.people.comparison.endings import are_two_families, differ_in_gender, father_in
from habeas.people.comparison.part_facts import ALPHABETS, PartFacts, facts_of, genders_of, rows_of
from habeas.people.comparison.quoting import quoted
from habeas.people.comparison.short_parts import (
    are_two_short_names,
    begin_otherwise,
    is_another_spelling,
)
from habeas.people.names.folding import fold_diacritics

LEAST_AGREEING = 0.8
"""Likeness from which two parts are taken to be one and the same."""

MANY_AGREEING = 3
"""Parts that agree from which a letter in one more part tells nobody apart."""

LEAST_LIKE_FATHERS = 0.6
"""Likeness of sound under which two patronymics in one script name two fathers."""

MOST_LONGER = 1.7
"""How many times as long one patronymic may be as another."""

_CHARACTERS = frozenset({"Hani", "Hang", "Jpan"})
_SHORTEST, _LONGEST = 2, 4
_ROMAN = re.compile(r"(?:X{0,3}(?:IX|IV|VI{0,3}|I{1,3})|X{1,3})", re.IGNORECASE)
_SON_OF = frozenset({"bin", "ibn", "ben", "bint", "ould", "mint", "walad"})
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """Two parts that stand for each other, read."""

    left: PartFacts
    right: PartFacts
    pair: PartPair

    @property
    def is_alike(self) -> bool:
        return self.left.letters == self.right.letters

    @property
    def in_alphabets(self) -> bool:
        return self.left.script in ALPHABETS and self.right.script in ALPHABETS

    @property
    def in_one_script(self) -> bool:
        return self.left.script == self.right.script

    @property
    def is_one_given_name(self) -> bool:
        return bool(self.left.rows & self.right.rows)

    @property
    def is_another_spelling(self) -> bool:
        return self.in_alphabets and is_another_spelling(self.left.latin, self.right.latin)

    @property
    def hides_vowels(self) -> bool:
        """True where one side writes only the consonants, and they are those of the other."""
        one, other = self.left, self.right
        return one.has_vowels != other.has_vowels and one.consonants == other.consonants

    def words(self, what: str) -> str:
        """The veto in words, the same whichever name stands left."""
        one, other = sorted((self.pair.left, self.pair.right))
        return f"{what} ({quoted(one)}, {quoted(other)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Two names and all pairs of their parts."""

    left: str
    right: str
    sides: tuple[_Side, ...]

    def begins(self, side: _Side) -> bool:
        """True where both names begin with the parts of this side."""
        first = (words_of(self.left)[:1], words_of(self.right)[:1])
        return first == ((side.pair.left,), (side.pair.right,))

    @property
    def are_of_two_parts(self) -> bool:
        return len(words_of(self.left)) == len(words_of(self.right)) == len(self.sides) == 2

    def follow_son_of(self, side: _Side) -> bool:
        """True where both parts follow a word for son or daughter (bin, ould)."""
        places = ((self.left, side.pair.left), (self.right, side.pair.right))
        return all(_follows_son_of(words_of(name), part) for name, part in places)

    def others(self, side: _Side) -> tuple[_Side, ...]:
        return tuple(other for other in self.sides if other is not side)


def veto_of(left: str, right: str, pairs: Sequence[PartPair]) -> str | None:
    """Say what tells two much alike names apart, if anything does.

    Meant for names that are likely one: what is unlike anyway needs no veto. Symmetric,
    words included, where the pairs are.

    Args:
        left, right: The names as written.
        pairs: As `align_parts` gives them.

    Returns:
        A phrase that names the rule and the two parts, or None.
    """
    if left == right:
        return None
    sides = tuple(
        _Side(left=facts_of(pair.left), right=facts_of(pair.right), pair=pair) for pair in pairs
    )
    names = _Names(left=left, right=right, sides=sides)
    unlike = [side for side in sides if not side.is_alike]
    for rule in _RULES:
        for side in unlike:
            words = rule(side, names)
            if words is not None:
                return words
    return _differ_in_one_character(names) or _differ_in_number(names)


def _differ_in_ending(side: _Side, names: _Names) -> str | None:
    if not side.in_alphabets or side.is_one_given_name:
        return None
    if _is_wife_of(side.left, side.right) or _is_wife_of(side.right, side.left):
        return side.words("one is the other's wife")
    if not differ_in_gender(side.left.latin, side.right.latin):
        return None
    # A woman's family name is often written in the man's form abroad (Anna Ivanov), so
    # the ending says nothing beside a given name that is a woman's on both sides.
    given = [genders_of(o.left.rows & o.right.rows) for o in names.others(side)]
    if frozenset("f") in given and father_in(side.left.latin) is None:
        return None
    return side.words("gendered endings differ")


def _is_wife_of(wife: PartFacts, husband: PartFacts) -> bool:
    """Hungarian: Kovács Jánosné is the wife of Kovács János."""
    return wife.letters == husband.letters + "né"


def _differ_in_father(side: _Side, names: _Names) -> str | None:
    if not side.in_alphabets or not any(_agrees(other) for other in names.others(side)):
        return None
    if names.follow_son_of(side) and side.left.rows and side.right.rows:
        return None if side.is_one_given_name else side.words("fathers differ")
    one, other = father_in(side.left.latin), father_in(side.right.latin)
    if one is None or other is None or one == other:
        return None
    # One that is much longer has another part run together with it.
    if max(len(one), len(other)) > MOST_LONGER * min(len(one), len(other)):
        return None
    left, right = _rows_of_father(one), _rows_of_father(other)
    known = bool(left and right)
    if known and left & right:
        return None
    if known or (side.in_one_script and _heard(one, other) < LEAST_LIKE_FATHERS):
        return side.words("patronymics differ")
    return None


def _differ_in_given_name(side: _Side, names: _Names) -> str | None:
    if not (side.left.rows and side.right.rows) or side.is_one_given_name:
        return None
    if side.is_another_spelling or side.hides_vowels:
        return None
    others = names.others(side)
    if not any(_agrees(other) for other in others):
        return None
    # Of several, one may be left out and another one chosen (Ahmad Ali Hassan).
    if not names.begins(side) and not names.are_of_two_parts:
        return None
    return side.words("known names differ")


def _agrees(side: _Side) -> bool:
    return side.pair.likeness >= LEAST_AGREEING or side.is_one_given_name


def _differ_in_a_letter(side: _Side, names: _Names) -> str | None:
    if not (side.in_alphabets and side.in_one_script) or side.is_one_given_name:
        return None
    # A digit in a word is a slip of the pen or of a reading machine.
    if any(c.isdigit() for c in side.left.latin + side.right.latin):
        return None
    # Where so much else agrees, one letter is a slip of the pen.
    if sum(_agrees(other) for other in names.others(side)) >= MANY_AGREEING:
        return None
    if side.pair.left.endswith(".") or side.pair.right.endswith("."):
        return None
    if are_two_short_names(side.left.latin, side.right.latin):
        return side.words("short parts differ by a letter")
    if begin_otherwise(side.left.latin, side.right.latin):
        return side.words("first letters differ")
    return None


def _differ_in_family(side: _Side, _: _Names) -> str | None:
    if side.in_alphabets and are_two_families(side.left.latin, side.right.latin):
        return side.words("family names differ in their ending")
    return None


def _is_read_backwards(side: _Side, _: _Names) -> str | None:
    one, other = side.left.latin, side.right.latin
    if side.in_alphabets and len(one) > _SHORTEST and one != other and one == other[::-1]:
        return side.words("the letters stand in another order")
    return None


_RULES: tuple[Callable[[_Side, _Names], str | None], ...] = (
    _differ_in_ending,
    _differ_in_father,
    _differ_in_given_name,
    _differ_in_a_letter,
    _differ_in_family,
    _is_read_backwards,
)


def _differ_in_one_character(names: _Names) -> str | None:
    if not names.sides or names.sides[0].left.script not in _CHARACTERS:
        return None
    one, other = (facts_of("".join(words_of(name))) for name in (names.left, names.right))
    if one.script not in _CHARACTERS or one.script != other.script:
        return None
    # What is longer is a foreign name, which every translator spells anew.
    if len(one.letters) != len(other.letters) or not _SHORTEST <= len(one.letters) <= _LONGEST:
        return None
    # The South of Korea drops the r with which the North begins a family name.
    left, right = fold_diacritics(one.letters), fold_diacritics(other.letters)
    unlike = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    # Characters read alike may be one character in two forms (國, 国) or a slip of typing.
    if len(unlike) != 1 or set(facts_of(unlike[0][0]).heard) & set(facts_of(unlike[0][1]).heard):
        return None
    first, second = sorted((names.left, names.right))
    return f"one character differs ({quoted(first)}, {quoted(second)})"


def _differ_in_number(names: _Names) -> str | None:
    one, other = _number_of(names.left), _number_of(names.right)
    if one is None or other is None or one == other:
        return None
    first, second = sorted((one, other))
    return f"numbers or generations differ ({quoted(first)}, {quoted(second)})"


def _number_of(name: str) -> str | None:
    """The number or generation that ends a name ("II", "3", "jr"), or None."""
    words = words_of(name)
    if len(words) < 2:
        return None
    last = words[-1].rstrip(".")
    if last.isdecimal():
        return str(int(last))
    if _ROMAN.fullmatch(last):
        return last.upper()
    return _GENERATIONS.get(last.casefold())


def _follows_son_of(words: Sequence[str], part: str) -> bool:
    at = words.index(part) if part in words else 0
    return at > 0 and words[at - 1].casefold() in _SON_OF


def _rows_of_father(stem: str) -> frozenset[int]:
    # Nikolaevich leaves “nikola”, Mikalaevich “mikala”: the name ends in what was dropped.
    return rows_of(stem) | rows_of(stem + "i")


def _heard(one: str, other: str) -> float:
    return float(JaroWinkler.similarity(facts_of(one).sound, facts_of(other).sound))
