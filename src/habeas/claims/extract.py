"""Report → Claims: the analyser that reads a report's language or format."""

from __future__ import annotations

import re

from habeas.claims.people_lists import read_people_list
from habeas.model.claims import Claim
from habeas.model.problems import HabeasError
from habeas.model.reports import Report

_FUNCTION_WORDS = re.compile(r"\b(?:the|of|and|to|in|was|were|that|for|on|said|has)\b", re.I)
_WORDS = re.compile(r"\w+")
_SAMPLE = 20_000
"""Characters of a text that are looked at to tell its language."""


class LanguageNotRead(HabeasError):
    """The report is in a language that has no analyser yet."""


def extract_claims(report: Report) -> tuple[Claim, ...]:
    """Read the claims a report makes about detention, release and what is traded for it.

    A table of people gives one claim a row. English text is parsed, unless it
    lacks all words by which a claim is told (`habeas.claims.screening`); the
    headline is not read, since it tells the text again, shorter and in the
    present tense.

    Args:
        report: As `read_report` gives it.

    Returns:
        Claims in text order; empty where the report makes none. For every one,
        `report.text[passage.start:passage.end] == passage.exact`.

    Raises:
        LanguageNotRead: The text is not English.
        WrongLanguageModel: The installed parser is not the expected one.
    """
    if report.media_type == "text/csv":
        return read_people_list(report).claims
    if not _is_english(report):
        raise LanguageNotRead(
            what=f"no analyser reads {report.language!r} yet",
            where=report.file or report.url or report.id[:12],
            remedy="give the English text, or enter its claims as a list of people (CSV)",
        )
    from habeas.claims.english.screen import english_screen

    if not english_screen().lets_through(report.text):
        return ()
    # The parser takes a second to load; what holds no claim must not wait for it.
    from habeas.claims.english.reading import read_text

    return read_text(report)


def _is_english(report: Report) -> bool:
    """By the declared or detected language, or by its commonest words.

    Names of other countries mislead a detector on a short text, so the share
    of function words has the last word.
    """
    if report.language in ("en", "und"):
        return True
    sample = report.text[:_SAMPLE]
    words = len(_WORDS.findall(sample))
    return words > 0 and len(_FUNCTION_WORDS.findall(sample)) / words > 0.12
