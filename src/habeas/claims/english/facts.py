"""English ages ("Ana Sol, 34,", "the 34-year-old") and lengths ("five years", "life")."""

from __future__ import annotations

import re
from fractions import Fraction

from habeas.claims.english.figures.numerals import SMALL, TENS
from habeas.claims.facts import Facts, Length, first_number, iso_duration, parts_of

_WORD = "|".join(sorted([*SMALL, *TENS], key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}(?:\.\d)?|(?:{_WORD})(?:[ -](?:{_WORD}))?|an?)"
_UNIT = r"(?:year|month|week|day)s?"
_HALF = r"[ -]and[ -]a[ -]half"
_LENGTH = re.compile(
    rf"""
    (?<![\w.,/-])
    (?:
        (?P<range>{_NUMBER}(?:\s?[-–—]\s?|[ ](?:to|or|and)[ ]){_NUMBER}[ -]{_UNIT})
      | (?P<number>{_NUMBER})(?P<half>{_HALF})?(?P<joint>[ -])(?P<unit>{_UNIT})(?P<halved>{_HALF})?
        (?:,?[ ](?:and[ ])?(?P<more>{_NUMBER})[ -](?P<further>{_UNIT}))?
      | (?:(?<=to[ ])|(?<=for[ ])|(?<=of[ ]))(?P<life>life|death)\b
      | (?P<whole>life(?=[ -](?:imprisonment|sentence|term|in[ ](?:prison|jail)))
        |death(?=[ ](?:sentence|penalty)))
    )
    \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NO_TERM_AFTER = re.compile(r"[ -](?:olds?|ago|later|earlier|before|of age|prior|after)\b")
_NO_TERM_BEFORE = re.compile(
    r"\b(?:next|within|every|each|per|in|aged?|first|second|third|last|past|the|this|that"
    r"|recent|following|coming)\s$",
    re.IGNORECASE,
)
_OF_DETENTION = re.compile(
    r"[ -](?:jail|prison|sentence|term|stretch|detention|imprisonment|custodial|incarceration"
    r"|stint|spell|captivity|confinement)\b"
)
_SERVED_AFTER = re.compile(
    r"[ ](?:(?:in|behind|of|inside)[ ](?!which|the[ ](?:future|past|country))"
    r"|under[ ](?:house|arrest)|incommunicado|without[ ](?:trial|charge))"
)
_SERVED_BEFORE = re.compile(
    r"\b(?:serv(?:ed|ing)|spent|spending|imprisoned[ ]for|jailed[ ]for|detained[ ]for|held[ ]for)"
    r"(?:[ ](?:nearly|almost|about|some|around|over|more[ ]than|at[ ]least|just|only|all))?[ ]$"
)
_SENTENCE_AFTER = re.compile(
    r"(?:[ -](?:prison|jail|custodial))?[ -](?:sentence|term)s?\b|[ -]prison[ ](?:sentence|term)"
)
_SENTENCE_BEFORE = re.compile(
    r"\b(?:sentenced[ ]to|(?:sentence|term|terms|sentences)[ ]of|serving)[ ]$", re.IGNORECASE
)
_HEDGE = re.compile(r"(?:nearly|almost|about|some|around|over|more than|just|a total of)\s$")
_AGE_AFTER = re.compile(
    r"\s?(?:\((?:aged?[ ])?(?P<brackets>\d{1,3})\)|,[ ](?:aged?[ ])?(?P<commas>\d{1,3})"
    r"(?=,|;|\.(?!\d)|\)|[ ]and\b|$)|,?[ ]aged?[ ](?P<aged>\d{1,3})\b"
    r"|,[ ]an?[ ](?P<role>\d{1,3})-year-old\b)"
)
_AGE_BEFORE = re.compile(r"\b(?P<old>\d{1,3})-year-old(?:[ ](?:[\w.’'-]+)){0,4}[ ]$")


def _lengths(text: str) -> list[Length]:
    found = []
    for match in _LENGTH.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        whole = bool(match["life"] or match["whole"])
        if not whole and (_NO_TERM_AFTER.match(after) or _no_term(match, before, after)):
            continue
        served = _SERVED_AFTER.match(after) or _SERVED_BEFORE.search(before)
        found.append(
            Length(
                start=match.start(),
                end=match.end(),
                duration=None if whole else _duration(match),
                words=match[0],
                is_served=bool(served) and not whole,
                is_sentence=whole or _is_sentence(before, after),
            )
        )
    return found


def _is_sentence(before: str, after: str) -> bool:
    return bool(_SENTENCE_AFTER.match(after) or _SENTENCE_BEFORE.search(before))


def _no_term(match: re.Match[str], before: str, after: str) -> bool:
    """True for a time that is no term: "in two weeks", "a three-day visit"."""
    if match["joint"] == "-" and not _OF_DETENTION.match(after):
        return True
    before = _HEDGE.sub("", before)
    if re.search(r"\bfor the (?:last|past)\s$", before, re.IGNORECASE):
        return False
    return _NO_TERM_BEFORE.search(before) is not None and not _SERVED_AFTER.match(after)


def _duration(match: re.Match[str]) -> str | None:
    """The ISO 8601 duration; None for a range and for part of a day or week."""
    if match["range"]:
        return None
    value = _value(match["number"])
    if match["half"] or match["halved"]:
        value += Fraction(1, 2)
    parts = parts_of(value, match["unit"][0].upper())
    if match["more"]:
        parts = {**parts, **parts_of(_value(match["more"]), match["further"][0].upper())}
    return iso_duration(parts)


def _value(words: str) -> Fraction:
    words = words.lower()
    if words[0].isdigit():
        return Fraction(words)
    if words in ("a", "an"):
        return Fraction(1)
    return Fraction(sum(SMALL.get(word, TENS.get(word, 0)) for word in re.split("[ -]", words)))


def _where(text: str, name: str) -> tuple[int, int] | None:
    start = text.find(name)
    return (start, start + len(name)) if start >= 0 else None


def _age(before: str, after: str) -> int | None:
    return first_number(_AGE_AFTER.match(after) or _AGE_BEFORE.search(before))


ENGLISH_FACTS = Facts(lengths=_lengths, where=_where, age=_age)
