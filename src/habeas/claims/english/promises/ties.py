"""What a sentence ties together: "in exchange for", "as part of a deal", "unrelated to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import child, children, is_negated, is_verb, subject
from habeas.claims.english.parse.trees import neighbour, words_of
from habeas.claims.english.promises.conditions import FoundCondition
from habeas.claims.tied_sides import MAY_TIE

_TRADES = frozenset({"exchange", "return", "reward"})
_BARGAINS = word_list("promises", "ties.bargains")
_TRADING = word_list("promises", "ties.trading")
_LINKED = frozenset({"linked", "tied", "related", "connected"})
_APART = frozenset({"unrelated", "unconnected", "independent"})
_LINKS = frozenset({"link", "connection", "relation"})
_DEALT = word_list("promises", "ties.dealt")
_POINTING = frozenset({"it", "this", "that", "they", "these", "both"})
_WANTING = frozenset({"want", "seek", "demand"})
_DENIALS = frozenset({"deny", "denial", "reject", "dismiss", "rejection", "dispute"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTie:
    """Two things that a sentence ties, or says not to be tied.

    Attributes:
        first, last: Tokens of the words that tie, inclusive.
        clause: The verb that tells it.
        given: Tokens of what is given, first and last; None where it is told elsewhere.
        got: The same of what is got for it.
        parts: True where the words themselves say that the two have nothing in common.
        teller: Who calls it so, where the words have one of their own, or None.
    """

    first: Token
    last: Token
    clause: Token
    given: tuple[Token, Token] | None
    got: tuple[Token, Token] | None
    parts: bool = False
    teller: Token | None = None


def find_ties(sentence: Span) -> tuple[FoundTie, ...]:
    """What a sentence ties, in text order.

    Ties are told of what is dealt in: releases, sanctions, visits and the like. "People linked
    to a party" are not tied to it, and "arrested in return" for nothing is nobody's deal.
    """
    if MAY_TIE.search(sentence.text) is None:
        return ()
    found: dict[int, FoundTie] = {}
    for token in words_of(sentence):
        for finder in (_in_exchange, _in_a_bargain, _apart, _traded, _called_a_trade):
            tie = finder(token)
            if tie is not None and _deals(tie):
                found.setdefault(tie.clause.i, tie)
    return tuple(sorted(found.values(), key=lambda tie: tie.first.i))


def ties_an_act(clause: Token) -> bool:
    """True for a clause that says for what its act is done: "freed in exchange for relief"; or
    that it was done for nothing: "the release had nothing to do with it"."""
    return any(
        (tie := finder(token)) is not None and tie.clause.i == clause.i
        for token in clause.subtree
        for finder in (_in_exchange, _apart)
    )


def is_under_denial(token: Token) -> bool:
    """True for a word below a denial ("a denial that it was made in exchange for anything")."""
    return any(t.lemma_.lower() in _DENIALS for t in token.ancestors)


def is_denied_trade(found: FoundCondition) -> bool:
    """True for "in exchange for anything", where it is denied: nothing hangs on it."""
    words = found.first.doc[found.first.i : found.last.i + 1]
    traded = any(t.lower_ in _TRADES for t in words[:2])
    return traded and (is_under_denial(found.root) or is_negated(found.root.head))


def _deals(tie: FoundTie) -> bool:
    """True where one side at least speaks of what is dealt in, and the other of no other thing."""
    spans = [side for side in (tie.given, tie.got) if side is not None]
    return not spans or any(_tells_of_deals(*side) for side in spans)


def _tells_of_deals(first: Token, last: Token) -> bool:
    return any(t.lemma_.lower() in _DEALT for t in first.doc[first.i : last.i + 1])


def _in_exchange(noun: Token) -> FoundTie | None:
    """ "in exchange for …", "in return", "as a reward for …"."""
    preposition = noun.head
    if noun.lower_ not in _TRADES | {"payment", "price"} or preposition.dep_ != "prep":
        return None
    if preposition.lower_ not in ("in", "as"):
        return None
    bare = noun.i == preposition.i + 1
    if bare is not (preposition.lower_ == "in"):
        return None
    clause = _clause_of(preposition)
    if clause is None or clause.lemma_.lower() in english().words["demanding"] | _WANTING:
        return None
    link = neighbour(noun, 1) if noun.i + 1 < len(noun.doc) else noun
    got, last = None, noun
    if link.lower_ in ("for", "to") and link.dep_ == "prep":
        inside = [t for t in link.subtree if t.i > link.i and not t.is_punct]
        got = (inside[0], inside[-1]) if inside else None
        last = link
    return FoundTie(
        first=preposition,
        last=last,
        clause=clause,
        given=_rest(clause, preposition, got),
        got=got,
        teller=_who_denies(clause),
    )


def _in_a_bargain(noun: Token) -> FoundTie | None:
    """ "as part of a deal with …", "under an agreement"."""
    if noun.lemma_.lower() not in _BARGAINS or noun.dep_ != "pobj":
        return None
    top = noun.head
    if top.lower_ == "of" and top.head.lower_ == "part":
        top = top.head.head if top.head.head.lower_ == "as" else top.head
    if top.lower_ not in ("as", "part", "under", "in"):
        return None
    clause = _clause_of(top)
    if clause is None:
        return None
    last = noun.right_edge
    return FoundTie(first=top, last=last, clause=clause, given=_rest(clause, top, None), got=None)


def _apart(word: Token) -> FoundTie | None:
    """ "is unrelated to …", "was not linked to …", "had nothing to do with …"."""
    if word.lower_ in _LINKED | _APART:
        verb = word if is_verb(word) and child(word, "auxpass") is not None else word.head
        to = next((t for t in word.rights if t.lower_ in ("to", "with", "of", "from")), None)
        first, parts = word, word.lower_ in _APART
    elif word.lower_ == "nothing" and neighbour(word, 1).lower_ == "to":
        verb = word.head
        after = word.doc[word.i : min(word.i + 4, len(word.doc))]
        to = next((t for t in after if t.lower_ == "with"), None)
        first, parts = word, True
    elif word.lemma_.lower() in _LINKS and any(t.lower_ == "no" for t in word.children):
        verb, first, parts = word.head, word.left_edge, True
        to = next((t for t in word.rights if t.lower_ in ("to", "with", "between")), None)
    else:
        return None
    who = subject(verb) if is_verb(verb) or verb.pos_ == "AUX" else None
    if to is None or who is None:
        return None
    given = (who.left_edge, who.right_edge)
    if who.lower_ not in _POINTING and not _tells_of_deals(*given):
        return None
    inside = [t for t in to.subtree if t.i > to.i and not t.is_punct]
    got = (inside[0], inside[-1]) if inside else None
    if got is None or not _tells_of_deals(*got):
        return None
    return FoundTie(first=first, last=to, clause=verb, given=given, got=got, parts=parts)


def _traded(verb: Token) -> FoundTie | None:
    """ "traded sanctions relief for prisoners"."""
    if not is_verb(verb) or verb.lemma_ not in _TRADING:
        return None
    price = next((t for t in children(verb, "prep") if t.lower_ == "for"), None)
    thing = next(iter(children(verb, "dobj", "nsubjpass")), None)
    if price is None or thing is None:
        return None
    inside = [t for t in price.subtree if t.i > price.i and not t.is_punct]
    if not inside:
        return None
    given, got = (thing.left_edge, thing.right_edge), (inside[0], inside[-1])
    if given[1].i >= price.i:
        given = (given[0], neighbour(price, -1))
    return FoundTie(first=price, last=price, clause=verb, given=given, got=got)


def _called_a_trade(noun: Token) -> FoundTie | None:
    """ "the release was not a trade", "some called it an exchange"."""
    lemma = noun.lemma_.lower()
    if lemma not in _BARGAINS | {"exchange", "quo"} or noun.dep_ not in ("attr", "oprd", "dobj"):
        return None
    verb = noun.head
    teller = None
    if noun.dep_ == "attr":
        who = subject(verb)
    elif verb.lemma_ in ("call", "describe", "see", "label"):
        named = [t for t in (*children(verb, "dobj", "nsubj"),) if t.i > verb.i and t is not noun]
        inner = [t for t in children(noun, "nsubj") if t.i > verb.i]
        who = next(iter([*named, *inner]), None)
        teller = subject(verb)
    else:
        return None
    if who is None:
        return None
    given = (who.left_edge, who.right_edge)
    told = _tells_of_deals(*given)
    if not told and who.lower_ not in _POINTING:
        return None
    first = noun.left_edge if noun.left_edge.i > given[1].i else noun
    return FoundTie(
        first=first,
        last=noun,
        clause=verb,
        given=given if told else None,
        got=None,
        teller=teller,
    )


def _who_denies(clause: Token) -> Token | None:
    """Who is quoted with a denial ("another quoted a denial that it was made in exchange")."""
    noun = clause.head
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in _DENIALS or not is_verb(noun.head):
        return None
    return subject(noun.head)


def _clause_of(word: Token) -> Token | None:
    """The verb that a phrase hangs under, or the noun of an act."""
    for above in word.ancestors:
        if is_verb(above) or above.pos_ == "AUX":
            return above
    return None


def _rest(
    clause: Token, phrase: Token, got: tuple[Token, Token] | None
) -> tuple[Token, Token] | None:
    """The words of a clause outside a phrase of it: the longer run before or after."""
    last = got[1].i if got is not None else phrase.right_edge.i
    runs = list(_runs(clause, phrase.left_edge.i, last))
    runs = [run for run in runs if any(t.pos_ in ("NOUN", "PROPN", "NUM") for t in run)]
    best = max(runs, key=len, default=None)
    return (best[0], best[-1]) if best else None


def _runs(clause: Token, first: int, last: int) -> Iterator[list[Token]]:
    own = [t for t in clause.subtree if not t.is_punct and not t.is_space]
    yield [t for t in own if t.i < first]
    yield [t for t in own if t.i > last]
