"""What to call a speaker: the proper name where the phrase has one, else the phrase."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.capitals import capital_state
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child, children
from habeas.claims.english.people.people import (
    could_be_name,
    is_human,
    is_named,
    is_office,
    name_tokens,
)
from habeas.claims.states import state_code


def speaker_name(head: Token) -> str:
    """The name to show: a proper name where the phrase has one, else the whole phrase."""
    head = _titled_by_body(head) or head
    for candidate in (head, *children(head, "appos"), *_named_after_body(head)):
        beside = candidate.left_edge.i == head.i + 1 and not _is_bracketed(candidate)
        known = is_named(candidate) and (candidate.ent_type_ == "PERSON" or beside)
        if known or (candidate != head and _is_name_of(head, candidate)):
            tokens = _from_first_word(name_tokens(candidate))
            return head.doc[tokens[0].i : tokens[-1].i + 1].text
    if head.pos_ == "PROPN":
        described = [
            t
            for t in head.doc[head.left_edge.i : head.i]
            if t.pos_ in ("NOUN", "ADJ", "VERB") and t.is_lower
        ]
        named = described and not head.is_lower
        if named and head.doc[described[-1].i + 1].pos_ == "PROPN":
            return head.doc[described[-1].i + 1 : _end_of_name(head)].text
    return _phrase(head, {"appos"})


def _from_first_word(tokens: list[Token]) -> list[Token]:
    """A name without the stop of a rank before it: "Col. Samuel Okoro"."""
    return tokens[1:] if tokens[0].is_punct and len(tokens) > 1 else tokens


def _named_after_body(who: Token) -> list[Token]:
    """ "the head of the group, Nino Beridze,": the parser hangs the name on the group."""
    if who.tag_ != "NN":
        return []
    bodies = [t for of in who.rights if of.lower_ == "of" for t in children(of, "pobj")]
    return [t for body in bodies if _is_body(body) for t in children(body, "appos")]


def _is_body(whose: Token) -> bool:
    return whose.tag_ != "NNS" and (whose.lemma_ in ("group", "team") or not is_human(whose))


def _is_name_of(who: Token, name: Token) -> bool:
    """ "the union leader, Prosper Adjovi,": a name beside one person, unknown to the recogniser."""
    one = (who.tag_ == "NN" and is_human(who)) or is_office(who) or who.lower_ == "one"
    first = name.i - sum(1 for t in children(name, "compound") if t.i < name.i)
    parted = first > 0 and name.doc[first - 1].text == ","
    return one and parted and first < name.i and could_be_name(name)


def described_name(head: Token) -> str:
    """The whole phrase that names a speaker, with what it says of them: "Ana Sol, a lawyer"."""
    return _phrase(head, set())


def is_a_state(name: str) -> bool:
    """True for a state or its capital: "Washington says", "Ukraine said"."""
    plain = name.removeprefix("the ").removeprefix("The ")
    return state_code(plain) is not None or capital_state(plain) is not None


def _titled_by_body(head: Token) -> Token | None:
    """ "the chairman of the Rights Association Ana Sol": the person named after their body."""
    for of in head.rights:
        last = child(of, "pobj") if of.lower_ == "of" and is_office(head) else None
        if last is not None and last.ent_type_ == "PERSON":
            first = name_tokens(last)[0]
            body = any(t.ent_type_ == "ORG" for t in head.doc[of.i + 1 : first.i])
            return last if body and first.i > of.i + 1 else None
    return None


def _is_bracketed(token: Token) -> bool:
    """True for "(AX)" after a name: short for it, not a name of its own."""
    first = token.left_edge
    return any(t.text in ("(", "[") for t in token.doc[max(first.i - 1, 0) : token.i])


def _is_of_name(clause: Token, head: Token) -> bool:
    """ "the Committee to Protect Journalists": a clause in capitals is part of the name."""
    return head.pos_ == "PROPN" and clause.text[:1].isupper() and clause.tag_ == "VB"


def _is_apart(below: Token) -> bool:
    """ "the office on Wednesday", "the ministry in a statement": when or how, not who."""
    thing = child(below, "pobj") if below.dep_ == "prep" else None
    if thing is None or below.lower_ not in ("on", "in", "at", "via", "through"):
        return False
    return thing.ent_type_ in ("DATE", "TIME") or (
        thing.lemma_.lower() in english().attribution["sources"] and not is_human(thing)
    )


def _end_of_name(head: Token) -> int:
    """ "the newspaper Mirror of the Delta": a name goes on over "of" and another name."""
    for clause in children(head, "relcl", "acl"):
        if _is_of_name(clause, head):
            objects = children(clause, "dobj")
            return (objects[-1] if objects else clause).i + 1
    of = next((t for t in head.rights if t.lower_ == "of" and t.i == head.i + 1), None)
    end = child(of, "pobj") if of is not None else None
    return end.i + 1 if end is not None and end.pos_ == "PROPN" else head.i + 1


def _ends(token: Token) -> bool:
    """True for a mark that ends a phrase; a hyphen inside a word does not."""
    return token.is_punct and token.tag_ != "HYPH"


def _phrase(head: Token, left_out: set[str]) -> str:
    cut = {"relcl", "acl", "advcl", "conj", "cc", "punct", "case"} | left_out
    below = [c for c in head.children if c.i > head.i and (c.dep_ in cut or _is_apart(c))]
    apart = {t.i for c in below if not _is_of_name(c, head) for t in c.subtree}
    tokens = [t for t in head.subtree if t.i not in apart and not t.is_space]
    if not tokens:
        return head.text
    end = len(tokens)
    if left_out:
        end = next((i for i, t in enumerate(tokens) if t.i > head.i and _ends(t)), end)
    return head.doc[tokens[0].i : tokens[end - 1].i + 1].text.strip()
