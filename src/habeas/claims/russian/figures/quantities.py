"""How many: the numbers of a sentence that count people, with their hedges.

Follows the readings of the claims format: "более 100" is 101 and up, "не менее
80" is 80 and up, "около 1000" is neither, "десятки" is 20 and up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from habeas.claims.russian.figures.numerals import Number, number_at
from habeas.claims.russian.lexicon import russian, word_list
from habeas.claims.russian.parse.lemmas import parses, plain
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.people.peoples import is_of_a_people
from habeas.model.claims import Quantity, Unit

_YEAR = re.compile(r"(?:19|20)\d\d")
_AMID = frozenset({"о", "об", "в", "на", "с", "у"})
"""Prepositions that may part a hedge from its number: "как минимум о 37"."""
_LONGEST = 6
"""Words between a number and the noun it counts."""
_BETWEEN = frozenset({"ADJ", "DET", "VERB", "ADV", "NUM"})
_CASES = frozenset({"дело", "приговор", "случай", "преследование"})
_GROUPS = frozenset({"семья", "группа", "организация", "пара"})
_NOMINAL = frozenset({"NOUN", "ADJ", "VERB", "PROPN"})
_REMEMBERED = 20_000
"""Words of which it is kept whether they name people: a text repeats them."""
COUNTED_ACTS = frozenset({"задержание", "арест", "освобождение"})
"""Nouns of acts that are counted for the people they are done to: "214 задержаний"."""
_CHANGING = word_list("figures", "quantities.changing")
_COMPARING = frozenset({"больше", "меньше", "более", "менее", "выше", "ниже"})
_LISTED = frozenset({"имя", "фамилия"})
"""What lists of people hold: "в списке политзаключённых 1187 имён"."""
_NOT_PEOPLE_AFTER = frozenset(
    {"год", "лет", "сутки", "день", "час", "месяц", "раз", "%", "процент"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number that counts people in a sentence.

    Attributes:
        quantity: The number with its hedges.
        first, last: Places of the first word of its hedge or number and of its last, inclusive.
        noun: Place of the noun it counts; None for a number alone ("двоих").
        is_sure: False for a bare numeral that may count anything.
    """

    quantity: Quantity
    first: int
    last: int
    noun: int | None
    is_sure: bool


def find_counts(sentence: Sentence) -> tuple[Counted, ...]:
    """The numbers of a sentence that count people, in order; empty where none does.

    Years, ages, terms, money, articles and times count nobody.
    """
    found = []
    at = 0
    while at < len(sentence.words):
        number = number_at(sentence.words, at)
        if number is None:
            at += 1
            continue
        counted = _counted(sentence, number)
        if counted is not None:
            found.append(counted)
        at = number.last + 1
    return tuple(found)


def _counted(sentence: Sentence, number: Number) -> Counted | None:
    words = sentence.words
    first, hedge = _hedge(words, number.first)
    last, more = _and_more(words, number.last)
    noun, is_inverted = _noun(words, number, last)
    if _is_trap(words, number, noun, first):
        return None
    if noun is not None and not _is_countable(words[noun]):
        return None
    guessed = is_inverted and not hedge and not number.is_collective and first == number.first
    start = noun if guessed and noun is not None else first
    quantity = _quantity(
        number,
        more or ("about" if guessed else hedge),
        sentence.written(start, last),
        _unit(words[noun]) if noun is not None else Unit.PEOPLE,
    )
    return Counted(
        quantity=quantity,
        first=first,
        last=last,
        noun=noun,
        is_sure=noun is not None or number.is_collective or _has_place(words, last),
    )


def _has_place(words: Sequence[Word], last: int) -> bool:
    """ "192 в Бресте", "11 из них": a number that is told where or of whom it is."""
    before = words[max(last - 2, 0) : last]
    if len(before) == 2 and before[0].entity == "LOC" and before[1].text in ("—", "–", "-", ":"):
        return True
    after = words[last + 1 : last + 3]
    if len(after) < 2 or after[0].pos != "ADP":
        return False
    return after[1].entity == "LOC" or (
        after[0].lemma == "из" and after[1].lemma in ("они", "который")
    )


def _quantity(number: Number, hedge: str, words: str, unit: Unit) -> Quantity:
    least, most = int(number.low), int(number.high if number.high is not None else number.low)
    low: int | None = least
    high: int | None = most
    about: float | None = None
    if hedge == "above":
        low, high = least + 1, None
    elif hedge == "floor" or number.is_vague:
        high = None
    elif hedge == "ceiling":
        low = None
    elif hedge == "below":
        low, high = None, most - 1
    elif hedge == "about" and least == most:
        low, high, about = None, None, float(least)
    return Quantity(low=low, high=high, about=about, words=words, unit=unit)


def _hedge(words: Sequence[Word], at: int) -> tuple[int, str]:
    """Place of the first word of the hedge before a number, and its kind; "" for none."""
    if at > 1 and words[at - 1].pos == "ADP" and words[at - 1].lemma in _AMID:
        start, kind = _hedge(words, at - 1)
        if kind:
            return start, kind
    for run, kind in russian().numbers.before:
        start = at - len(run)
        if start >= 0 and tuple(plain(w.text) for w in words[start:at]) == run:
            if run == ("до",) and _has_changed(words, start):
                return at, ""
            if kind == "exact" or (kind == "floor" and run == ("от",)):
                return at, "" if kind == "exact" else kind
            return start, kind
    return at, ""


def _has_changed(words: Sequence[Word], at: int) -> bool:
    """ "сократилось до 1100": the number it came to, no ceiling."""
    return any(w.lemma in _CHANGING for w in words[max(at - 4, 0) : at])


def _and_more(words: Sequence[Word], last: int) -> tuple[int, str]:
    """Place of the last word of the hedge after a number, and its kind; "" for none."""
    for run, kind in russian().numbers.after:
        end = last + 1 + len(run)
        if tuple(plain(w.text) for w in words[last + 1 : end]) == run:
            return end - 1, kind
    return last, ""


def _noun(words: Sequence[Word], number: Number, last: int) -> tuple[int | None, bool]:
    """The noun a number counts, and whether it stands before it ("человек двадцать")."""
    for word in words[last + 1 : last + 1 + _LONGEST]:
        after = words[word.i + 1] if word.i + 1 < len(words) else None
        if word.pos != "NOUN" and after is not None and _agrees(word, after):
            continue
        if after is not None and _only_qualifies(word, after):
            continue
        if word.pos == "NOUN" or is_human(word):
            if word.pos == "PROPN" and not is_human(word):
                break
            return (word.i, False) if _is_counted(word, number) else (None, False)
        is_quote = word.text in '«»"“”„'
        if word.pos not in _BETWEEN and not is_quote and word.lemma != "из":
            break
        if word.pos == "VERB" and word.feats.get("VerbForm") != "Part":
            break
        if not word.case and word.pos in ("VERB", "ADJ"):
            break
        if word.lemma == "из":
            break
    before = words[number.first - 1] if number.first else None
    many = before is not None and is_human(before) and _may_be_many(before)
    loose = many and before is not None and not _is_counted_before(words, before)
    if before is not None and loose and (before.case == "Gen" or before.lemma == "человек"):
        return before.i, True
    return None, False


def _agrees(word: Word, after: Word) -> bool:
    """ "бывших политзаключённых": the next word is who."""
    return bool(word.case) and word.case == after.case and is_human(after) and not is_verbal(after)


def _only_qualifies(word: Word, after: Word) -> bool:
    """ "рабочих дней": an adjective that is also a noun for people."""
    adjective = any(p.tag.POS == "ADJF" for p in parses(word.text))
    return adjective and after.pos == "NOUN" and after.case == word.case and not is_human(after)


def is_verbal(word: Word) -> bool:
    """True for a participle that keeps its verb: "человек, задержанных в мае"."""
    return word.pos == "VERB"


def _may_be_many(noun: Word) -> bool:
    """True for a plural; "человек" is also its own plural after a number."""
    return noun.feats.get("Number") == "Plur" or plain(noun.text) == "человек"


def _is_counted_before(words: Sequence[Word], noun: Word) -> bool:
    """ "из 52 освобождённых 14": the noun has its own number."""
    near = words[max(noun.i - 3, 0) : noun.i]
    return any(w.text.isdigit() or w.pos == "NUM" for w in near)


def _is_counted(noun: Word, number: Number) -> bool:
    """False for "пятеро мужчина": a noun in no case that a numeral governs or joins."""
    if number.low == 1 and noun.feats.get("Number") == "Plur":
        return number.is_vague
    return True


def _is_trap(words: Sequence[Word], number: Number, noun: int | None, first: int) -> bool:
    before = words[first - 1] if first else None
    after = words[number.last + 1] if number.last + 1 < len(words) else None
    if before is not None and before.lemma == "ни":
        return True
    if before is not None and before.lemma.rstrip(".") in russian().numbers.traps:
        return True
    shortened = before is not None and before.text == "." and first > 1
    if shortened and words[first - 2].lemma in russian().numbers.traps:
        return True
    if words[number.first].entity == "PER" or words[number.first].text[0] in "+-№":
        return True
    if noun is not None:
        return False
    if before is not None and before.lemma in russian().numbers.places:
        return True
    if after is not None and (after.lemma in _NOT_PEOPLE_AFTER or after.text in ("%", "/", "°")):
        return True
    if _is_time(words, number) or (after is not None and after.text.lower() in _COMPARING):
        return True
    if before is not None and (
        before.text in ("(", "№", "/", ":") and after is not None and after.text in (")", "/")
    ):
        return True
    if number.low == 0 or (number.low == 1 and not number.is_collective):
        return not _stands_for_somebody(words, number)
    return bool(_YEAR.fullmatch(words[number.first].text)) and not number.is_vague


def _is_time(words: Sequence[Word], number: Number) -> bool:
    """ "19:30": one of two numbers joined by a colon."""
    around = (number.first - 2, number.last + 2)
    marks = (number.first - 1, number.last + 1)
    return any(
        0 <= other < len(words) and words[mark].text == ":" and words[other].text.isdigit()
        for mark, other in zip(marks, around, strict=True)
    )


def _stands_for_somebody(words: Sequence[Word], number: Number) -> bool:
    """ "ещё один будет освобождён", "одного задержали"."""
    word = words[number.first]
    beside = {w.lemma for w in words[max(number.first - 1, 0) : number.last + 3]}
    return word.lemma == "один" and bool({"еще", "из"} & beside) and number.first == number.last


def is_human(word: Word) -> bool:
    """True for a noun for people, and for a participle used as one."""
    if word.pos not in _NOMINAL or (word.entity == "PER" and word.lemma not in russian().people):
        return False
    return _names_people(word.text, word.lemma, is_inflected=bool(word.case))


@lru_cache(maxsize=_REMEMBERED)
def _names_people(text: str, lemma: str, *, is_inflected: bool) -> bool:
    people = russian().people
    if lemma in people or is_of_a_people(lemma) or lemma.partition("-")[0] in people:
        return True
    return is_inflected and any(
        plain(p.normal_form) in people
        or (p.tag.POS == "PRTF" and plain(p.inflect({"sing", "masc", "nomn"}).word) in people)
        for p in _nouns(text)
    )


def _is_countable(noun: Word) -> bool:
    return is_human(noun) or _unit(noun) is not Unit.PEOPLE or noun.lemma in COUNTED_ACTS | _LISTED


def _nouns(text: str) -> Iterator[Any]:
    for parse in parses(text):
        if parse.tag.POS in ("NOUN", "PRTF"):
            yield parse


def _unit(noun: Word) -> Unit:
    if noun.lemma in _CASES:
        return Unit.CASES
    return Unit.GROUPS if noun.lemma in _GROUPS else Unit.PEOPLE
