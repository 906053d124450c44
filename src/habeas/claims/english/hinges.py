"""Conditions by the words that open them, where the parse hangs them under the wrong verb.

"… , on condition that four are freed", "should the charges be dropped, …", "but only once …": the
words that open a condition are few, and its end is the end of the clause they open.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

from habeas.claims.english.conditions import DEVELOPING, FoundCondition, find_condition
from habeas.claims.english.frames import Frame
from habeas.claims.english.grammar import child, is_under
from habeas.claims.english.lexicon import english
from habeas.claims.english.sanctions import find_easing
from habeas.model.claims import Act, Stance

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPEN = frozenset({Stance.PROMISED, Stance.ANNOUNCED, Stance.EXPECTED, Stance.DEMANDED})
_BREAKS = frozenset({"--", "—", "–", ";", "(", ")"})
_INVERTED = frozenset({"should", "were", "had"})
_RETURNED = frozenset({"release", "freeing", "freedom", "return", "cooperation"})
_TEMPORAL = frozenset({"once", "until", "as", "pending"})
_GIVEN = frozenset({"in", "contingent", "conditional", "conditioned", "subject", "dependent"})
_OF_SANCTIONS = frozenset({Act.EASE_SANCTIONS, Act.IMPOSE_SANCTIONS})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opener:
    """Words that open a condition, and whether what is done can hang on it."""

    words: tuple[str, ...]
    of_done: bool


def condition_for(frame: Frame, stance: Stance) -> FoundCondition | None:
    """The condition that the sentence of a frame sets for it; None where it sets none.

    What is already done hangs only on what was given for it ("in exchange
    for"), not on "if" or "once". A condition belongs to the last act before
    it, and one that opens its sentence to the first after it.
    """
    if stance not in _OPEN and stance is not Stance.REPORTED and stance is not Stance.CONFIRMED:
        return None
    sentence = frame.trigger.sent
    own = [
        found
        for found, of_done in _conditions(sentence)
        if (of_done or stance in _OPEN) and _belongs(found, frame)
    ]
    if own:
        # A bare "in return" points back; what the sentence spells out says more.
        return next((one for one in own if not _is_bare(one)), own[0])
    if (price := _price(frame)) is not None:
        return price
    hung = find_condition(frame.clause)
    given = hung is not None and hung.first.lower_ in _GIVEN
    return hung if stance in _OPEN or given else None


def _is_bare(found: FoundCondition) -> bool:
    return len(_words(found)) == 2 and found.last.lower_ in ("return", "exchange")


def is_hypothetical(frame: Frame) -> bool:
    """True for an act that the sentence only names as what would have to happen.

    "Once" and "until" with a past tense tell what happened; every other
    condition leaves it open.
    """
    if _is_in(frame, _price_of(frame.trigger)):
        return True
    for found, _ in _conditions(frame.trigger.sent):
        if _is_in(frame, found):
            told = found.first.lower_ in _TEMPORAL and not _is_under_would(found)
            return not (told and any(t.tag_ == "VBD" for t in _words(found)))
    return False


def _is_under_would(found: FoundCondition) -> bool:
    """ "said it would lift them once five were freed": the past tense tells of days to come."""
    above = found.first.head.head if found.first.dep_ in ("mark", "advmod") else found.first.head
    return any(t.lower_ == "would" for t in above.children)


def condition_of_doing(verb: Token) -> FoundCondition | None:
    """The condition of "it will do so only if …"; None for any other clause."""
    if verb.lemma_ != "do" or not any(t.lower_ == "so" for t in verb.children):
        return None
    for found, _ in _conditions(verb.sent):
        if found.first.i > verb.i:
            return found
    return None


def _words(found: FoundCondition) -> Span:
    return found.first.doc[found.first.i : found.last.i + 1]


def _is_in(frame: Frame, found: FoundCondition | None) -> bool:
    return found is not None and found.first.i <= frame.trigger.i <= found.last.i


def _price_of(noun: Token) -> FoundCondition | None:
    """The price that a noun stands in, where it is what sanctions are offered for."""
    prep = noun.head
    verb = prep.head
    if prep.lower_ != "for" or noun.lemma_ not in _RETURNED or find_easing(verb) is None:
        return None
    return FoundCondition(first=prep, last=noun.right_edge, root=prep)


def _conditions(sentence: Span) -> list[tuple[FoundCondition, bool]]:
    """The conditions of a sentence, each with whether what is done can hang on it.

    Found once for a sentence, and kept with its parse: every act of it asks.
    """
    kept: dict[int, list[tuple[FoundCondition, bool]]]
    kept = sentence.doc.user_data.setdefault("habeas conditions", {})
    if sentence.start not in kept:
        kept[sentence.start] = _find_conditions(sentence)
    return kept[sentence.start]


def _find_conditions(sentence: Span) -> list[tuple[FoundCondition, bool]]:
    found = []
    # "In Case 880" opens no condition: only the first word of an opener takes a capital.
    words = [t.lower_ if t.is_lower or t.i == sentence.start else t.text for t in sentence]
    at = 0
    while at < len(words):
        opener = next((o for o in _openers().get(words[at], ()) if _stands(o, words, at)), None)
        if opener is None:
            at += 1
            continue
        first = sentence[at + 1] if words[at] == "but" else sentence[at]
        last = sentence[at + len(opener.words) - 1]
        if opener.words == ("as",):
            last = _development(first) or last
        extent = _extent(first, last)
        if extent is not None and not _is_other_sense(first, opener):
            found.append((extent, opener.of_done))
        at += len(opener.words)
    if words and (fronted := _inverted(sentence)) is not None:
        found.append((fronted, False))
    return found


def _stands(opener: _Opener, words: list[str], at: int) -> bool:
    return tuple(words[at : at + len(opener.words)]) == opener.words


def _is_other_sense(first: Token, opener: _Opener) -> bool:
    """ "asked if", "once a minister", "the aid provided": words that open no condition here."""
    if opener.words == ("if",):
        return first.head.dep_ == "ccomp"
    if opener.words == ("once",):
        return first.dep_ not in ("mark", "advmod") or first.head.dep_ not in ("advcl", "conj")
    if opener.words == ("provided",):
        return first.dep_ not in ("prep", "mark", "advcl", "ccomp", "acl")
    if opener.words[0] == "until":
        return first.dep_ != "mark"
    if opener.words == ("as",):
        return _development(first) is None
    if opener.words in (("when",), ("the", "day"), ("the", "moment")):
        return not _tells_ahead(first, len(opener.words))
    return False


def _development(first: Token) -> Token | None:
    """The verb of "as relations with the bloc normalise", which the parser takes for a noun."""
    ahead = first.doc[first.i : min(first.i + 8, first.sent.end)]
    return next((t for t in ahead if t.lemma_.lower() in DEVELOPING), None)


def _tells_ahead(first: Token, length: int) -> bool:
    """ "when she is home", "the day they open the gates": a present told of days to come."""
    clause = first.doc[first.i + length : min(first.i + length + 10, first.sent.end)]
    verb = next((t for t in clause if t.tag_ in _FINITE), None)
    named = first.lower_ == "the" and (not clause or clause[0].tag_ == "IN")  # "the day of"
    return verb is not None and verb.tag_ in ("VBZ", "VBP") and not named


def _extent(first: Token, last: Token) -> FoundCondition | None:
    """From the opener to the end of what it opens."""
    doc, sentence = first.doc, first.sent
    if last.i + 1 >= sentence.end:
        return FoundCondition(first=first, last=last, root=first)
    top = doc[last.i + 1]
    while top.head != top and top.head.i >= first.i and not _ends_at(top, first, last):
        top = top.head
    end = max(top.right_edge.i, last.i)
    if doc[last.i + 1].text == ",":
        end = last.i
    for index in range(last.i + 1, end + 1):
        if doc[index].text in _BREAKS:
            end = index - 1
            break
    while end > last.i and (doc[end].is_punct or doc[end].is_space):
        if doc[end].is_quote and sum(t.is_quote for t in doc[first.i : end + 1]) % 2 == 0:
            break
        end -= 1
    return FoundCondition(first=first, last=doc[end], root=first)


def _ends_at(top: Token, first: Token, last: Token) -> bool:
    """True for the verb that an opener opens, and before a comma that parts it from the clause."""
    if top.dep_ in ("advcl", "ROOT"):
        return True
    doc, above = top.doc, top.head
    parted = top.right_edge.i + 1
    comma = parted < len(doc) and doc[parted].text == "," and above.i > parted
    return comma and (top.i < last.i or top.dep_ in ("prep", "pobj", "nsubj", "conj", "mark"))


def _inverted(sentence: Span) -> FoundCondition | None:
    """ "Should the charges be dropped, …"."""
    first = next((t for t in sentence if not t.is_space and not t.is_quote), None)
    if first is None or first.lower_ not in _INVERTED or first.head.dep_ != "advcl":
        return None
    clause = first.head
    return FoundCondition(first=first, last=clause.right_edge, root=clause)


def _belongs(found: FoundCondition, frame: Frame) -> bool:
    first, last, trigger = found.first.i, found.last.i, frame.trigger.i
    if first <= trigger <= last:
        return False
    doc = frame.trigger.doc
    between = doc[trigger + 1 : first] if trigger < first else doc[last + 1 : trigger]
    if any(t.text == ";" for t in between):
        return False
    return not any(_tells_apart(t, frame) for t in between)


def _tells_apart(token: Token, frame: Frame) -> bool:
    """True for the verb of another statement between an act and a condition."""
    if token.tag_ not in _FINITE:
        return False
    if token.lemma_.lower() in english().speech and token.dep_ != "conj":
        return False
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    if verb in (frame.clause, frame.trigger) or is_under(frame.trigger, verb):
        return False
    inside = verb.dep_ in ("relcl", "acl", "advcl", "pcomp") and is_under(verb, frame.clause)
    return not inside


def _price(frame: Frame) -> FoundCondition | None:
    """ "offered to lift sanctions for the release of": what is wanted for it."""
    if frame.act not in _OF_SANCTIONS:
        return None
    for prep in frame.trigger.children:
        noun = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ == "for" else None
        if noun is not None and noun.lemma_ in _RETURNED:
            return FoundCondition(first=prep, last=noun.right_edge, root=prep)
    return None


@cache
def _openers() -> dict[str, list[_Opener]]:
    """The openers by their first word, the longest first."""
    path = files("habeas.claims.english") / "data" / "condition_openers.tsv"
    found: dict[str, list[_Opener]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words, of_done = line.split("\t")
            opener = _Opener(words=tuple(words.split()), of_done=of_done == "yes")
            found.setdefault(opener.words[0], []).append(opener)
    for openers in found.values():
        openers.sort(key=lambda o: -len(o.words))
    return found
