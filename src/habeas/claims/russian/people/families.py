"""Members of one family told with one surname: "братья Фирдавс и Сухроб Давлатовы"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.claims.russian.parse.lemmas import parses
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.people.names import NameSpan, gender_of, name_spans, nominative

_PLURAL = tuple(
    (stem + end, stem if stem != "ск" else "ский")
    for stem in ("ов", "ев", "ёв", "ин", "ын", "ск")
    for end in ("ыми", "ими", "ых", "их", "ы", "ие")
)
_DATIVE = tuple(
    (stem + end, stem if stem != "ск" else "ский")
    for stem in ("ов", "ев", "ёв", "ин", "ын", "ск")
    for end in ("ым", "им")
)
_MANY = frozenset({"супруг", "брат", "сестра", "муж", "отец", "родитель", "близнец"})
_JOINTS = frozenset({"и", ",", "с"})
_FEMININE = {"ский": "ская"}
_BETWEEN = 3
_LONGEST = 6
"""Words from "братья" to the name, at most."""


def family_name(sentence: Sentence, span: NameSpan) -> str | None:
    """The full name of a member of a family, in the nominative; None for anybody else.

    Args:
        sentence: The sentence.
        span: A given name before "и Сухроб Давлатовы", or the last with the surname.
    """
    words = sentence.words
    own = words[span.first : span.last + 1]
    if len(own) > 1:
        stem = _singular(own[-1].text, own[0])
        joined = words[span.first - 1].lemma in _JOINTS if span.first else False
        return _full(own[:-1], stem) if stem is not None and joined else None
    last = _end_of_family(sentence, span)
    if last is None:
        return None
    stem = _singular(last.text, own[0])
    if stem is not None:
        return _full(own, stem)
    many = any(_is_plural_kin(w) for w in words[max(span.first - _LONGEST, 0) : span.first])
    return f"{nominative(own)} {last.text}" if many else None


def _is_plural_kin(word: Word) -> bool:
    return any(p.normal_form in _MANY and p.tag.number == "plur" for p in parses(word.text))


def _end_of_family(sentence: Sentence, span: NameSpan) -> Word | None:
    """The surname at the end of given names joined by commas and "и"."""
    words = sentence.words
    before = span
    for following in name_spans(sentence, "PER"):
        if following.first <= before.last:
            continue
        between = words[before.last + 1 : following.first]
        joint = 0 < len(between) <= _BETWEEN and all(w.lemma in _JOINTS for w in between)
        if not joint:
            return None
        if following.last > following.first:
            return words[following.last]
        before = following
    return None


def _singular(surname: str, given: Word) -> str | None:
    """A surname in the plural as one man bears it; None for one that is no plural."""
    dative = any(p.tag.case == "datv" and "Name" in p.tag for p in parses(given.text))
    for end, other in _PLURAL + (_DATIVE if dative else ()):
        if surname.endswith(end) and len(surname) > len(end) + 1:
            return surname.removesuffix(end) + other
    return None


def _full(given: Sequence[Word], man: str) -> str:
    first = nominative(given)
    if gender_of(first) == "femn":
        for end, other in _FEMININE.items():
            if man.endswith(end):
                return f"{first} {man.removesuffix(end)}{other}"
        return f"{first} {man}а"
    return f"{first} {man}"
