"""What to call a speaker: the proper name where the phrase has one, else the phrase."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.capitals import capital_state
from habeas.claims.english.grammar import child, children
from habeas.claims.english.people import is_named, name_tokens
from habeas.claims.states import state_code


def speaker_name(head: Token) -> str:
    """The name to show: a proper name where the phrase has one, else the whole phrase."""
    for candidate in (head, *children(head, "appos")):
        beside = candidate.left_edge.i == head.i + 1
        if is_named(candidate) and (candidate.ent_type_ == "PERSON" or beside):
            tokens = name_tokens(candidate)
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


def described_name(head: Token) -> str:
    """The whole phrase that names a speaker, with what it says of them: "Ana Sol, a lawyer"."""
    return _phrase(head, set())


def is_a_state(name: str) -> bool:
    """True for a state or its capital: "Washington says", "Ukraine said"."""
    plain = name.removeprefix("the ").removeprefix("The ")
    return state_code(plain) is not None or capital_state(plain) is not None


def _end_of_name(head: Token) -> int:
    """ "the newspaper Mirror of the Delta": a name goes on over "of" and another name."""
    of = next((t for t in head.rights if t.lower_ == "of" and t.i == head.i + 1), None)
    end = child(of, "pobj") if of is not None else None
    return end.i + 1 if end is not None and end.pos_ == "PROPN" else head.i + 1


def _phrase(head: Token, left_out: set[str]) -> str:
    cut = {"relcl", "acl", "advcl", "conj", "cc", "punct", "case"} | left_out
    apart = {t.i for c in head.children if c.dep_ in cut and c.i > head.i for t in c.subtree}
    tokens = [t for t in head.subtree if t.i not in apart and not t.is_space]
    if not tokens:
        return head.text
    end = len(tokens)
    if left_out:
        end = next((i for i, t in enumerate(tokens) if t.i > head.i and t.is_punct), end)
    return head.doc[tokens[0].i : tokens[end - 1].i + 1].text.strip()
