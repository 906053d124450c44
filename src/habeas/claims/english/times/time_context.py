"""What the words around a time expression say of it: is it a time, of what, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from habeas.claims.english.lexicon import word_list
from habeas.claims.english.parse.spans import span_of
from habeas.claims.english.parse.trees import neighbour, sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

type Role = Literal["when", "attribute"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A parse and its text, which `Doc.text` would put together anew each time."""

    doc: Doc
    text: str


_REACH = 40
"""Characters looked at before an expression."""

GAP = r"[ \t\xa0\u202f]{1,3}"


def ending(template: str) -> re.Pattern[str]:
    """Whole words that end where the expression begins; search them in their `window`."""
    return re.compile(rf"(?<![\w-])(?:{template})$".replace(" ", GAP), re.IGNORECASE)


def window(start: int) -> tuple[int, int]:
    """The part of the text searched for words before `start`."""
    return max(0, start - _REACH), start


PART = ending(
    r"(?:the )?(?:(?P<part>early|mid|late)(?: in)?(?: |-)(?:the )?"
    r"|(?P<long>beginning|start|middle|end|first half|second half"
    r"|(?:first|second|third|fourth|last) quarter) of (?:the )?)"
)
_LAST_WORD = re.compile(r"([\w.]+)[ \t\xa0\u202f]{1,3}(the[ \t\xa0\u202f]{1,3})?$", re.IGNORECASE)
_LISTED = re.compile(r"(?:1[6-9]|20)[0-9]{2}(?:,|,? (?:and|or)) $")
_OF_SOMETHING = re.compile(rf"{GAP}of{GAP}")
_POSSESSIVE = re.compile(r"['’]s\b")
# fmt: off
_TIME_PREPOSITIONS = word_list("times", "time_context.time_prepositions")
_NUMBERED = frozenset({
    "act", "apartment", "article", "articles", "case", "cell", "clause", "convention", "decree",
    "flight", "law", "no", "no.", "nos.", "number", "order", "page", "paragraph", "protocol",
    "resolution", "room", "rule", "section", "unit",
})
_UNITS = word_list("times", "time_context.units")
# fmt: on
_ORDINARY_MONTHS = frozenset({"march", "may"})
_ORDERS = frozenset({"adjourn", "extend", "jail", "order", "postpone", "prolong", "remand"})
_LINE_BEGINS = re.compile(r"(?:^|\n)[^\na-z]{0,38}$")
_LINE_OPENS = re.compile(rf"(?:{GAP})?(?:\(|[-–—:])")
_ATTRIBUTIVE = ("nummod", "compound", "amod", "nmod", "poss")
_TIME_NOUNS = word_list("times", "time_context.time_nouns")
_PLURAL = ("NNS", "NNPS")
_WILL = word_list("times", "time_context.will")
_AWAITED = word_list("times", "time_context.awaited")


def is_supported(parsed: Parsed, match: re.Match[str]) -> bool:
    """True where the words around a bare `May`, `2021` or `spring` make it a time."""
    words, span = match.groupdict(), span_of(parsed.doc, *match.span())
    if words.get("season"):
        return _is_season(parsed.text, match)
    last = _last_word(parsed.text, match)
    word, article = (last[1].lower(), last[2]) if last else ("", None)
    if words.get("year") and (_is_counting(span, word, article) or word in _NUMBERED):
        return False
    if PART.search(parsed.text, *window(match.start())):
        return True
    if not article and word in _TIME_PREPOSITIONS:
        return True
    if words.get("month"):
        is_determined = article or match.group().lower() not in _ORDINARY_MONTHS
        is_date = span.root.ent_type_ == "DATE"
        return bool(is_determined) and is_date and role_of(parsed, *match.span()) == "attribute"
    if parsed.text[match.start() - 1 : match.start()] == "(":
        return True
    if _LISTED.search(parsed.text, *window(match.start())) or span.root.ent_type_ == "DATE":
        return True
    return role_of(parsed, *match.span()) == "attribute"


def is_part_of_a_name(parsed: Parsed, match: re.Match[str]) -> bool:
    """True for `USA Today` and `April Stone`; a date with figures never is."""
    if any(character.isdigit() for character in match.group()):
        return False
    span = span_of(parsed.doc, *match.span())
    if span.root.ent_type_ not in ("PERSON", "ORG", "WORK_OF_ART"):
        return False
    following = parsed.doc[span.end] if span.end < len(parsed.doc) else None
    goes_on = following is not None and following.ent_iob_ == "I"
    return span.root.ent_type_ == "PERSON" or goes_on or span[0].ent_iob_ == "I"


def role_of(parsed: Parsed, start: int, end: int) -> Role:
    """Whether a time says when its clause happened, or which thing is meant."""
    if _POSSESSIVE.match(parsed.text, end):
        return "attribute"
    span = span_of(parsed.doc, start, end)
    root = span.root
    verb = _governing_verb(root)
    if verb is not None and verb.lower_ == "born":
        return "attribute"
    if root.dep_ in _ATTRIBUTIVE and root.head.i >= span.end:
        left = parsed.doc[span.start - 1] if span.start else None
        is_placed = left is not None and left.pos_ in ("ADP", "SCONJ")
        return "when" if is_placed else "attribute"
    if root.dep_ == "pobj" and root.head.lower_ == "of":
        owner = root.head.head
        named = owner.pos_ in ("NOUN", "PROPN") and owner.lower_ not in _TIME_NOUNS
        return "attribute" if named else "when"
    return "when"


def looks_ahead(parsed: Parsed, start: int, end: int) -> bool:
    """True where the clause of a time, or the one that governs it, speaks of the future.

    "Remanded until 19 June" looks ahead too: an order does, a stay may be
    over. The day of a dateline (`ALGIERS, Oct 12 (Example Wire)`) never does.
    """
    if _LINE_BEGINS.search(parsed.text, *window(start)) and _LINE_OPENS.match(parsed.text, end):
        return False
    token = span_of(parsed.doc, start, end).root
    return _speaks_of_future(token) or _fixes_a_term(token, parsed.text[start:end])


def sentence_before(token: Token) -> int:
    """Index of the first token of the sentence before the token's own."""
    start = sentence_of(token).start
    return int(sentence_of(token.doc[start - 1]).start) if start else 0


def _last_word(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The word before a match, and the article between them."""
    return _LAST_WORD.search(text, *window(match.start()))


def _is_season(text: str, match: re.Match[str]) -> bool:
    if match["which"] or match["year"] or match["on"]:
        return True
    last = _last_word(text, match)
    is_placed = last is not None and last[1].lower() in _TIME_PREPOSITIONS
    has_article = match.group().lower().startswith("the")
    return is_placed and has_article and not _OF_SOMETHING.match(text, match.end())


def _is_counting(span: Span, word: str, article: str | None) -> bool:
    """True for the number of `2020 prisoners` and `2021 euros`."""
    last = span[-1]
    if last.i + 1 >= len(span.doc):
        return False
    head = neighbour(last, 1)
    if head.lemma_.lower() in _UNITS:
        return True
    if article or word == "the" or head.tag_ not in _PLURAL or last.head != head:
        return False
    return not (word in _TIME_PREPOSITIONS and last.ent_type_ == "DATE")


def _governing_verb(token: Token) -> Token | None:
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX", "ADJ")), None)


def _speaks_of_future(token: Token) -> bool:
    verb = _governing_verb(token)
    is_complement = False
    while verb is not None:
        aux = {child.lemma_.lower() for child in verb.children if child.dep_ in ("aux", "auxpass")}
        if aux & _WILL and "have" not in aux:
            return True
        if verb.lemma_.lower() in _AWAITED and (is_complement or verb.tag_ != "VBD"):
            return True
        is_complement = verb.dep_ == "xcomp"
        verb = verb.head if is_complement else None
    return False


def _fixes_a_term(token: Token, words: str) -> bool:
    verb = _governing_verb(token)
    is_order = verb is not None and verb.lemma_.lower() in _ORDERS
    return is_order and words.lower().startswith(("until", "till"))
