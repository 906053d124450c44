"""Conditions told after the promise: "That depends on …", "The condition: …", "Only if …"."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import children, is_verb
from habeas.claims.english.parse.trees import sentence_of, words_of
from habeas.claims.english.promises.conditions import FoundCondition, find_hinge
from habeas.claims.english.promises.openers import FINITE, conditions_of

_COMING = word_list("promises", "sequels.coming")
"""Verbs of what becomes of a promise: "this will happen only if"."""
_TYING = frozenset({"tie", "link", "make", "peg", "condition", "attach", "couple"})
_POINTERS = frozenset({"this", "that", "it", "these", "both", "which"})
_WANTING = frozenset({"want", "ask", "demand", "expect", "seek", "require", "insist"})
_LEADING = frozenset({"but", "and", "though", "yet", "only", "however", ",", "even", "then"})

_ADVERBS = 6
"""Words before a condition that stands alone ("Not now: in January, and only if …")."""

_NAMED = re.compile(
    r"(?:(?:but|and|yet)\s+)?"
    r"(?:(?:there|it|that|this|they|both|each)\s+(?:is|was|are|comes?|came)\s+(?:with\s+)?|on\s+|with\s+)?"
    r"(?:(?:the|its|their|his|her|one|an?|two|three|our|only|single|sole|main|first|that|"
    r"[A-Z]\w+['’]s?)\s+)*"
    r"(?:pre)?(?:condition|price|proviso|catch|caveat|requirement|quid pro quo|string|term)s?\b"
    r"(?:\s+(?:attached|for this|for that|he|she|it|they|set|named|put|given))*"
    r"(?::|,?\s+(?:is|was|are|were|remains)(?:\s+that)?(?=\s)|,\s+(?:he|she|it|they)\s+said,)\s*"
    r"(?P<told>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_FIRST = re.compile(
    r"(?:but\s+)?first,?\s+(?P<told>.*\b(?:must|has to|have to|needs? to)\b.*)", re.I | re.S
)


def condition_told_after(sentence: Span) -> FoundCondition | None:
    """The condition that a sentence without an act of its own sets for the promise before it."""
    own = conditions_of(sentence)
    if own and _is_all_of(own[0][0], sentence):
        return own[0][0]
    if (back := _giving_back(sentence)) is not None:
        return back
    text = sentence.text
    shift = len(text) - len(text.lstrip(" \n\"“'"))
    for pattern in (_NAMED, _FIRST):
        match = pattern.match(text, shift)
        told = _between(sentence, match.start("told")) if match is not None else None
        if told is not None and told.first.tag_ != "VBN":  # "the condition was met"
            return told
    for verb in (t for t in words_of(sentence) if is_verb(t)):
        if (hinge := condition_pointed_at(verb)) is not None:
            return hinge
    return None


def condition_pointed_at(verb: Token) -> FoundCondition | None:
    """The condition of "this step depends on …", "that will happen only if …", "ties this to …"."""
    if (tied := _tying(verb)) is not None:
        return tied
    if not points_at_promise(verb):
        return None
    hinge = find_hinge(verb)
    if hinge is not None:
        return hinge
    later = [found for found, _ in conditions_of(sentence_of(verb)) if found.last.i > verb.i]
    beside = bool(later) and verb.i <= later[0].first.i <= verb.i + 2
    return later[0] if later and (beside or verb.lemma_ in _COMING) else None


def _tying(verb: Token) -> FoundCondition | None:
    """ "ties this to an election date", "made it dependent on …"."""
    if verb.lemma_ not in _TYING or not any(
        _is_pointing(t) for t in children(verb, "dobj", "nsubj")
    ):
        return None
    to = next((t for t in verb.rights if t.dep_ in ("prep", "oprd", "acomp", "ccomp")), None)
    if to is None or not any(t.lower_ in ("to", "on", "upon", "with") for t in to.subtree):
        return None
    return FoundCondition(first=verb, last=to.right_edge, root=verb)


def points_at_promise(verb: Token) -> bool:
    """True for "this move", "that", "whether it does": a subject that was told before."""
    if any(_is_pointing(t) for t in children(verb, "nsubj", "nsubjpass")):
        return True
    return any(_asks_whether(t) for t in children(verb, "csubj", "csubjpass", "ccomp"))


def _is_pointing(who: Token) -> bool:
    if who.lower_ in _POINTERS:
        return True
    return who.lemma_.lower() in english().words["pointing"] and any(
        t.lower_ in _POINTERS | {"the", "such", "its", "their", "any"} for t in who.children
    )


def _asks_whether(clause: Token) -> bool:
    """ "whether it does", "how soon that happens"."""
    opening = clause.left_edge.lower_ in ("whether", "when", "how", "if", "what")
    return opening and any(t.lower_ in ("it", "that", "this", "they") for t in clause.subtree)


def _is_all_of(found: FoundCondition, sentence: Span) -> bool:
    """ "Only if they apologise.": a sentence that is a condition and no more."""
    before = sentence.doc[sentence.start : found.first.i]
    after = sentence.doc[found.last.i + 1 : sentence.end]
    told = [t for t in before if t.lower_ not in _LEADING and not t.is_space and not t.is_quote]
    if len(told) > _ADVERBS or any(t.tag_ in FINITE or t.dep_ == "nsubj" for t in told):
        return False
    return not any(t.tag_ in FINITE or t.pos_ == "NOUN" for t in after)


def _giving_back(sentence: Span) -> FoundCondition | None:
    """ "In return, Arden must close the camp.", "It wants the ship in exchange."."""
    words = [t for t in words_of(sentence) if not t.is_space and not t.is_punct]
    lower = [t.lower_ for t in words]
    opens = lower[:2] in (["in", "return"], ["in", "exchange"])
    ends = lower[-2:] in (["in", "return"], ["in", "exchange"])
    wanting = any(t.lemma_ in _WANTING for t in words)
    if not words or not (opens or (ends and wanting)) or len(words) < 4:
        return None
    return FoundCondition(first=words[0], last=words[-1], root=words[0])


def _between(sentence: Span, start: int) -> FoundCondition | None:
    """The words of a sentence from a character of it on."""
    at = sentence.start_char + start
    words = [t for t in words_of(sentence) if t.idx >= at and not t.is_space]
    while words and words[-1].is_punct:
        words.pop()
    if not words:
        return None
    return FoundCondition(first=words[0], last=words[-1], root=words[0])
