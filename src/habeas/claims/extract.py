"""Report → Claims: the analyser that reads a report's language or format."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.claims.long_texts import characters_to_parse
from habeas.claims.people_lists import read_people_list
from habeas.claims.screening import Screen
from habeas.claims.tied_sides import TiedSpan, may_tie, with_claims
from habeas.model.claims import Claim
from habeas.model.pledges import Tie
from habeas.model.problems import HabeasError
from habeas.model.reports import Report

_ENGLISH_WORDS = re.compile(r"\b(?:the|of|and|to|in|was|were|that|for|on|said|has)\b", re.I)
_RUSSIAN_WORDS = re.compile(
    r"\b(?:и|в|во|на|не|что|с|по|из|за|от|к|о|об|для|как|был|были|его)\b", re.I
)
_CYRILLIC = re.compile("[\u0400-\u052f]")
_RUSSIAN_LETTERS = re.compile("[а-яё]", re.IGNORECASE)
_WORDS = re.compile(r"\w+")
_SAMPLE = 20_000
"""Characters of a text that are looked at to tell its language."""
_ELSEWHERE = 0.01
"""Share of letters that Russian lacks (ў, і, ї, є, қ, ј) above which a text is not Russian."""
_FEWEST = 0.08
"""Least share of function words in a text whose language nobody declared or detected as read."""

_SHORT = 20
"""Words of a text too short to have function words; its letters alone tell its language."""


class LanguageNotRead(HabeasError):
    """The report is in a language that has no analyser yet."""


def extract_claims(report: Report) -> tuple[Claim, ...]:
    """Read the claims a report makes about detention, release and what is traded for it.

    A table of people gives one claim a row. English and Russian text is
    parsed, unless it lacks all words by which a claim is told
    (`habeas.claims.screening`); the headline is not read, since it tells the
    text again, shorter and in the present tense. Of a long text only the lines
    near such words are parsed (`habeas.claims.long_texts`).

    Args:
        report: As `read_report` gives it.

    Returns:
        Claims in text order; empty where the report makes none. For every one,
        `report.text[passage.start:passage.end] == passage.exact`.

    Raises:
        LanguageNotRead: The text is neither English nor Russian. Belarusian
            and Ukrainian are not read as Russian.
        TextTooLong: More can yield claims than is parsed at once.
        WrongLanguageModel, WrongRussianModel: The installed parser is not the expected one.
    """
    if report.is_table:
        return read_people_list(report).claims
    language = _language(report)
    # The parsers take a second to load; what holds no claim must not wait for them.
    if not _screen(language).lets_through(report.text):
        return ()
    if language == "ru":
        from habeas.claims.russian.reading import read_text as read_russian

        return read_russian(report)
    from habeas.claims.english.reading import read_text as read_english

    return read_english(report)


def extract_ties(report: Report, claims: Sequence[Claim] | None = None) -> tuple[Tie, ...]:
    """Read what a report says to be done in exchange for something else, or denies to be.

    "In exchange for", "in return", "as part of a deal", "unrelated to": what speakers tie
    together, or say not to be tied, is kept beside the claims that each side makes. A text
    without such words is not parsed.

    Args:
        report: As `read_report` gives it.
        claims: Its claims where they are known to be others than `extract_claims` reads, as
            after a correction; the sides of ties are then told of these.

    Returns:
        Ties in text order. Empty for a table of people.

    Raises:
        LanguageNotRead, TextTooLong, WrongLanguageModel, WrongRussianModel: As `extract_claims`.
    """
    read, tied = _read_tied(report)
    return with_claims(tied, read if claims is None else claims)


def tied_spans(report: Report) -> tuple[TiedSpan, ...]:
    """What `extract_ties` reads before it is told which claims the sides make.

    For whoever keeps it: `habeas.claims.tied_sides.with_claims` gives the ties of any claims.

    Raises:
        LanguageNotRead, TextTooLong, WrongLanguageModel, WrongRussianModel: As `extract_claims`.
    """
    return _read_tied(report)[1]


def _read_tied(report: Report) -> tuple[tuple[Claim, ...], tuple[TiedSpan, ...]]:
    if report.is_table or not may_tie(report.text):
        return (), ()
    language = _language(report)
    if not _screen(language).lets_through(report.text):
        return (), ()
    if language == "ru":
        from habeas.claims.russian.ties import read_tied as read_tied_russian

        return read_tied_russian(report)
    from habeas.claims.english.reading import read_tied as read_tied_english

    return read_tied_english(report)


def parse_length(report: Report) -> int:
    """How many characters of a report `extract_claims` parses, which is what reading it costs.

    0 for a table of people, and for a text without words by which claims are told.

    Raises:
        LanguageNotRead, TextTooLong: As `extract_claims`.
    """
    if report.is_table:
        return 0
    screen = _screen(_language(report))
    return characters_to_parse(report.text, screen) if screen.lets_through(report.text) else 0


def _screen(language: str) -> Screen:
    if language == "ru":
        from habeas.claims.russian.screen import russian_screen

        return russian_screen()
    from habeas.claims.english.screen import english_screen

    return english_screen()


def _language(report: Report) -> str:
    """The language whose analyser reads a report, `en` or `ru`; raises LanguageNotRead."""
    if _is_russian(report):
        return "ru"
    if _is_english(report):
        return "en"
    raise LanguageNotRead(
        what=f"no analyser reads {report.language!r} yet",
        where=report.file or report.url or report.id[:12],
        remedy="give the English or Russian text, or enter its claims as a list of people (CSV)",
    )


def _is_english(report: Report) -> bool:
    """By the declared or detected language, or by its commonest words.

    Names of other countries mislead a detector on a short text, so the share
    of function words has the last word.
    """
    sample = report.text[:_SAMPLE]
    if report.language in ("en", "und"):
        return not _is_cyrillic(sample)
    return _share(_ENGLISH_WORDS, sample) > 0.12


def _is_russian(report: Report) -> bool:
    """By its script and letters first, which tell Russian from its neighbours."""
    sample = report.text[:_SAMPLE]
    letters = len(_CYRILLIC.findall(sample))
    if (
        not _is_cyrillic(sample)
        or letters - len(_RUSSIAN_LETTERS.findall(sample)) > _ELSEWHERE * letters
    ):
        return False
    if report.language == "ru":
        return True
    is_short = len(_WORDS.findall(sample)) < _SHORT
    return "ы" in sample.lower() and (is_short or _share(_RUSSIAN_WORDS, sample) > _FEWEST)


def _is_cyrillic(sample: str) -> bool:
    """True where most letters are Cyrillic; a text without letters is not."""
    return 2 * len(_CYRILLIC.findall(sample)) > sum(map(str.isalpha, sample))


def _share(pattern: re.Pattern[str], sample: str) -> float:
    """Share of the words of a sample that a pattern finds; 0 where it has none."""
    words = len(_WORDS.findall(sample))
    return len(pattern.findall(sample)) / words if words else 0.0
