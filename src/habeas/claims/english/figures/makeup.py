"""What people told before are: "six of them are Latvians", "eight are Colombian, five Spanish"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from habeas.claims.english.acts.frames import Form, Frame, Part
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    child,
    children,
    is_negated,
    is_verb,
    prepositional_objects,
    subject,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.people.people import is_human
from habeas.claims.states import state_code
from habeas.model.claims import Act

_BACK = frozenset({"them", "these", "those", "us"})
_NATIONALITY = frozenset({"nationality", "citizenship", "passport"})
_AGE = frozenset({"over", "under", "from", "aged", "above", "below"})
_ADJECTIVES = frozenset({"military", "civilian", "underage", "elderly", "foreign", "adult"})
_LINKS = word_list("figures", "makeup.links")
MAKEUP_VERBS = frozenset({"be", "hold", "have", "come", "make", "account"})


def find_makeup(verb: Token) -> Frame | None:
    """The frame of a verb that says of some of the people told before what they are.

    The act is that of the count before it, HOLD where the words say "of the
    detainees". The first such verb of a sentence takes all its numbers.
    """
    if verb.lemma_ not in MAKEUP_VERBS or is_negated(verb):
        return None
    if verb.lemma_ in ("make", "account"):
        return _made_up(verb)
    who = subject(verb)
    number = _number(who) if who is not None else None
    if verb.dep_ == "relcl" or any(t.lower_ == "whom" for t in verb.lefts):
        return None
    if who is None or number is None or not _is_some(who) or not _says_what(verb, who):
        return None
    start, end = _segment(number)
    doc = verb.doc
    if any(_leads(t) for t in doc[start : number.i] if is_verb(t)):
        return None
    held = _is_of_captives(who)
    complements = children(verb, "attr", "acomp")
    described = next((t for t in complements if _is_kind(t)), None)
    return Frame(
        act=Act.HOLD if held else Act.RELEASE,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=(who,),
        parts=tuple(_others(doc[max(verb.i, number.i) + 1 : end])),
        refers_back=not held,
        group=next(iter([*prepositional_objects(who, "of"), *_set_before(verb)]), None),
        described=described if who.pos_ == "NUM" else None,
    )


def _made_up(verb: Token) -> Frame | None:
    """ "women make up 97 of the 603", "minors account for 12 of them"."""
    shares = children(verb, "dobj") + prepositional_objects(verb, "for")
    who = subject(verb)
    for share in shares:
        wholes = prepositional_objects(share, "of")
        back = any(t.like_num or t.lower_ in _BACK for t in wholes)
        if share.like_num and back and who is not None and who.ent_type_ == "GPE":
            return Frame(
                act=Act.RELEASE,
                trigger=verb,
                clause=verb,
                form=Form.CLAUSE,
                patients=(share,),
                parts=tuple(_for_further(verb, share)),
                refers_back=True,
                group=wholes[0],
            )
        if share.like_num and back and who is not None and is_human(who):
            return Frame(
                act=Act.RELEASE,
                trigger=verb,
                clause=verb,
                form=Form.CLAUSE,
                patients=(share,),
                refers_back=True,
                group=wholes[0],
                described=who,
            )
    return None


def _for_further(verb: Token, share: Token) -> Iterator[Part]:
    """ "Minsk accounted for 62 of them, the Brest region for 31": the shares that go on."""
    for number in verb.doc[share.i + 1 : verb.sent.end]:
        if number.like_num and neighbour(number, -1).lower_ == "for" and number.dep_ == "pobj":
            yield Part(number=number)


def _number(head: Token) -> Token | None:
    return head if head.like_num or head.pos_ == "NUM" else child(head, "nummod")


def _leads(verb: Token) -> bool:
    """True for a verb whose frame takes the numbers after it."""
    if verb.lemma_ not in ("be", "hold", "have", "come"):
        return False
    who = subject(verb)
    return who is not None and _number(who) is not None and _is_some(who) and _says_what(verb, who)


def _is_some(who: Token) -> bool:
    """ "six", "six of them", "six of the detainees", "six foreigners on the list"."""
    if any(t.dep_ == "det" for t in who.children) or who.ent_type_ in ("DATE", "TIME", "MONEY"):
        return False
    if who.like_num or who.pos_ == "NUM":
        wholes = prepositional_objects(who, "of")
        counted = all(t.lower_ in _BACK or t.like_num or child(t, "nummod") for t in wholes)
        return counted or _is_of_captives(who)
    return is_human(who)


def _is_of_captives(who: Token) -> bool:
    captives = english().words["captives"]
    return any(
        t.lemma_ in captives and child(t, "acl") is None for t in prepositional_objects(who, "of")
    )


def _says_what(verb: Token, who: Token) -> bool:
    if verb.lemma_ in ("hold", "have"):
        return any(t.lemma_ in _NATIONALITY for t in children(verb, "dobj"))
    if verb.lemma_ == "come":
        return any(_is_kind(t) for t in prepositional_objects(verb, "from"))
    complements = children(verb, "attr", "acomp")
    if any(_is_nationality(t) for t in complements):
        return True
    if not who.like_num and who.pos_ != "NUM":
        return False
    if any(is_human(t) and not t.like_num for t in complements):
        return True
    some_of = bool(prepositional_objects(who, "of"))
    aged = any(
        t.dep_ == "prep" and t.lower_ in _AGE and any(n.like_num for n in t.subtree)
        for t in verb.children
    )
    return some_of and aged


def _is_kind(token: Token) -> bool:
    return is_human(token) or _is_nationality(token) or token.lower_ in _ADJECTIVES


def _is_nationality(token: Token) -> bool:
    return token.ent_type_ in ("NORP", "GPE") and state_code(token.text) is not None


def _segment(number: Token) -> tuple[int, int]:
    """The tokens from one colon of the sentence to the next, around a number."""
    sentence = sentence_of(number)
    colons = [t.i for t in sentence if t.text == ":"]
    start = next((i + 1 for i in reversed(colons) if i < number.i), sentence.start)
    return start, next((i for i in colons if i > number.i), sentence.end)


def _set_before(verb: Token) -> list[Token]:
    """ "of the 38, five were minors": the group that opens the clause."""
    return [t for t in prepositional_objects(verb, "of") if t.i < verb.i]


def _others(words: Span) -> Iterator[Part]:
    """The numbers after the first, each with what these people are."""
    for at, number in enumerate(words):
        if not number.like_num or number.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT"):
            continue
        after = [t for t in words[at + 1 : at + 5] if t.lower_ not in _LINKS]
        kind = number.head if number.dep_ == "nummod" and number.head.lower_ != "each" else None
        if number.dep_ == "nsubj" and number.head.lemma_ == "be":
            kind = next(iter(children(number.head, "attr", "acomp")), None)
        kind = kind if kind is not None else next(iter(after), None)
        if kind is None or not _is_kind(kind):
            continue
        if at + 1 < len(words) and words[at + 1].lower_ == "each":
            yield from (Part(number=number, described=t) for t in _joined(kind))
        else:
            yield Part(number=number, described=kind)


def _joined(first: Token) -> list[Token]:
    return [first, *(t for t in first.subtree if t.dep_ == "conj" and _is_kind(t))]
