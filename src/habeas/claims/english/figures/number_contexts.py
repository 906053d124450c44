"""Numbers that count nothing: dates, times of day, ordinals, parts of names and codes."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from habeas.claims.english.lexicon import word_list
from habeas.claims.english.parse.trees import neighbour

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_BEFORE = re.compile(
    rf"\b{_MONTH}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\s*,?\s*(?:-|–|to|and)?)?\s*$", re.IGNORECASE
)
_DAY_AFTER = re.compile(
    rf"^(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*\d{{1,2}})?\s+(?:of\s+)?{_MONTH}(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[0-9]|20|21)\d\d")
_MAY_PRECEDE = re.compile(
    r"(?:\b(?:US|USD|EUR|GBP|AUD|CAD|NZD|HKD|SGD|JPY|CHF|INR|CNY|RMB|ZAR|Rs|RM|Dh|AED|kr|M?USD|MEUR"
    r"|MGBP|MAUD|PS)|[$£€]\s?(?:US|A|NZ|C)|[\d)][-–:]|\bminus-|(?<![\w-])(?!covid)[a-z]{2,}[-/])$"
)
"""What may stand right before a number: the code of a currency, the first end of a range."""
_MEASURE_AFTER = re.compile(r"\s?(?:%|per ?cent|pct|[a-zA-Z]{1,3}\b/?)")
_NO_MEASURE = re.compile(r"\s(?:and|to|or|in|as|at|by|for|was|is|the|on|but|so|a|he|it)\b")
_CLOCK_AFTER = re.compile(
    r"^(?::\d\d|\s?[ap]\.?m\b|\s?o.clock|\s?(?:hrs|hours)?\s?(?:GMT|UTC|EST|EDT|PST|PDT|BST|CET|ET)\b)",
    re.IGNORECASE,
)
_LABELS = word_list("figures", "number_contexts.labels")
_INDEX = re.compile(r"\b(?:s\s?&?\s?p|nasdaq|ftse|nikkei|russell|cac|dax|stoxx)\s?$", re.IGNORECASE)
_NAMED = frozenset(
    {"PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "FAC", "ORG", "GPE", "PERSON", "NORP", "LOC"}
)
_MEASURED = word_list("figures", "number_contexts.measured")
_ONE_IS_SOMEBODY = word_list("figures", "number_contexts.one_is_somebody")


def is_no_quantity(span: Span, text: str, start: int, end: int) -> bool:
    """True where a number is a date, a time, an ordinal, a label or part of a name.

    Args:
        span: Its tokens.
        text: What was searched; the number is `text[start:end]`.
        start, end: Where the number stands in `text`, end exclusive.
    """
    before, after, words = text[:start], text[end:], text[start:end]
    return (
        _is_glued(before, after, words)
        or _is_time(before, after, words)
        or _is_date(span, before, after, words)
        or _is_label(span, before, after)
        or _is_pronoun(span, after, words)
        or _is_kind(span, after, words)
    )


def _is_glued(before: str, after: str, words: str) -> bool:
    """Part of a code or an ordinal: "F-16", "20th", "1990s", "1.2.3", "555-0199"."""
    glued = re.search(r"(?:[A-Za-z]|[A-Za-z]-|\d[./:,-]|_|#|@|/)$", before)
    if glued and not _MAY_PRECEDE.search(before):
        return True
    if re.match(r"(?:st|nd|rd|th|s|ers|er)\b|['’]s\b", after) and words[-1:].isdigit():
        return True
    if re.match(r"[A-Za-z]*\d|[._]\d|-\d+-\d|[A-Z]{1,2}\b-?\d|[A-Z]?/\d", after):
        return True
    if re.match(r"/7\b|/11\b", after) or re.search(r"\b(?:24|9)/$", before):
        return True
    return words in ("9/11", "7/7") or re.search(r"\bper\s$", before) is not None


def _is_time(before: str, after: str, words: str) -> bool:
    if re.search(r"\d:$", before) or (words[-1:].isdigit() and _CLOCK_AFTER.match(after)):
        return True
    return bool(re.match(r"\s(?:a\.m|p\.m|o.clock|am\b|pm\b)", after))


def _is_date(span: Span, before: str, after: str, words: str) -> bool:
    if re.fullmatch(r"\d{1,2}|\d{4}", words) and (
        (_DAY_BEFORE.search(before) and not re.search(r"\bmay\s*$", before))
        or (len(words) < 3 and _DAY_AFTER.match(after))
    ):
        return True
    if not _YEAR.fullmatch(words):
        return bool(re.fullmatch(r"\d\d?", words) and re.search(r"(?:1[89]|20)\d\d[-–/]$", before))
    if re.search(r"[$£€¥]\s?$", before) or re.match(
        r"\s?(?:%|per ?cent|pct|[a-zA-Z]{1,3}\b/?)", after
    ):
        return bool(
            re.match(r"\s(?:and|to|or|in|as|at|by|for|was|is|the|on|but|so|a|he|it)\b", after)
        )
    token = span[0]
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
    if not words.startswith(("19", "20")):
        return token.ent_type_ == "DATE" and not counts
    return not counts or token.ent_type_ == "DATE"


def _is_label(span: Span, before: str, after: str) -> bool:
    """ "Article 5", "Windows 10", "the S&P 500", "1) first"."""
    first = span[0]
    if first.ent_type_ == "ORDINAL":
        return True
    if re.search(r"(?:^|\n|\()\s*$", before) and re.match(r"\)|\.\s+[A-Z]", after):
        return True
    previous = neighbour(first, -1) if first.i > 0 else None
    if previous is None:
        return False
    if previous.lower_.rstrip(".") in _LABELS and not _counts_something(span):
        return True
    if _INDEX.search(before) and not re.match(r"\s(?:compan|stock|point|share|compon)", after):
        return True
    if re.search(r"\b(?:several|few|many)\s$", before):
        return True
    if previous.text == "," and re.match(r"\s?,", after) and first.i > 1:
        return span.doc[first.i - 2].ent_type_ == "PERSON"  # "Ana Sol, 34, was …": an age
    if _goes_on_in_a_name(span, previous):
        return True
    follows_name = (
        previous.pos_ == "PROPN"
        and previous.text[:1].isupper()
        and previous.ent_type_ != "DATE"
        and (
            first.head == previous
            or first.ent_type_ in _NAMED
            or previous.head == first
            or (first.head.pos_ == "PROPN" and first.head == previous.head)
        )
    )
    in_name = first.ent_type_ in _NAMED and first.ent_iob_ == "I" and previous.pos_ == "PROPN"
    return (follows_name or in_name) and not _counts_something(span)


def _goes_on_in_a_name(span: Span, previous: Token) -> bool:
    """ "the Delta 20 Max": between names, the second no people ("said Friday 12 Latvians")."""
    if previous.pos_ != "PROPN" or previous.ent_type_ in ("DATE", "TIME", "GPE"):
        return False
    following = span.doc[span.end] if span.end < len(span.doc) else None
    named = following is not None and following.tag_ == "NNP" and following.text[:1].isupper()
    return named and following is not None and following.ent_type_ not in ("NORP", "MONEY")


def _counts_something(span: Span) -> bool:
    last = span[-1]
    return last.dep_ == "nummod" and last.head.i > last.i and last.head.pos_ in ("NOUN", "SYM")


def _is_pronoun(span: Span, after: str, words: str) -> bool:
    """ "no one", "the one who", "one day", "one another", "one should"."""
    if words.lower() != "one":
        return False
    token = span[0]
    previous = neighbour(token, -1).lower_ if token.i > 0 else ""
    following = _following(span)
    if following in ("another", "day", "way", "thing", "hand", "time", "point", "side"):
        return not after.startswith("-")
    if re.match(r"\s+of\b", after):
        return False
    if previous in _ONE_IS_SOMEBODY:
        return True
    if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "ROOT"):
        return True
    return token.pos_ == "PRON" and token.dep_ != "nummod"


def _is_kind(span: Span, after: str, words: str) -> bool:
    """ "a four-door car", "a half-time break": a kind of thing; "a three-year plan" measures."""
    if words[-1:].isdigit() or not re.match(r"-[a-z]", after) or span.end + 1 >= len(span.doc):
        return False
    return span.doc[span.end + 1].lemma_.lower() not in _MEASURED


def _following(span: Span) -> str:
    return span.doc[span.end].lower_ if span.end < len(span.doc) else ""
