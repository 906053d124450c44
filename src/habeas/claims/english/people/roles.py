"""What the text calls a person: "the opposition leader Ana Sol", "Ana Sol, a nurse from Varn"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import children
from habeas.claims.english.parse.trees import neighbour
from habeas.claims.states import state_code


def is_role(words: str) -> bool:
    """False for a courtesy ("Mr") and for a count ("two journalists")."""
    courtesy = words.lower().rstrip(".") in english().courtesies
    return bool(words) and not courtesy and not words[0].isdigit()


def role_before(head: Token, first: Token) -> list[str]:
    start = head.left_edge.i
    if (beside := neighbour(first, -1)).head == head.head and beside.pos_ == "NOUN":
        start = min(start, beside.left_edge.i)
    tokens = [
        t for t in head.doc[start : first.i] if t.dep_ not in ("det", "poss", "case", "punct")
    ]
    tokens = [t for t in tokens if t.lower_ not in english().evaluative and not _is_age(t)]
    if not tokens or not any(t.pos_ in ("NOUN", "PROPN") for t in tokens):
        return []
    if tokens[-1].pos_ not in ("NOUN", "PROPN"):
        return []
    return [head.doc[tokens[0].i : tokens[-1].i + 1].text]


def _is_age(token: Token) -> bool:
    """ "34-year-old": no part of a role."""
    return token.ent_type_ == "DATE" or (token.lower_ == "old" and neighbour(token, -1).text == "-")


def roles_after(head: Token) -> list[str]:
    roles = []
    for role in children(head, "appos"):
        one = role.pos_ == "NOUN" and role.tag_ != "NNS"
        if one and role.ent_type_ not in ("DATE", "CARDINAL") and not _leads_on(role):
            roles.append(role_text(role))
    return [role for role in roles if role]


def _leads_on(role: Token) -> bool:
    """ "A, her deputy, B": the role of the name after it."""
    doc, after = role.doc, role.i + 1
    owned = any(t.tag_ == "PRP$" for t in role.children)
    return (
        owned
        and after + 1 < len(doc)
        and doc[after].text == ","
        and (doc[after + 1].ent_type_ == "PERSON")
    )


def role_text(role: Token, *, before: Token | None = None) -> str:
    clause = {
        t.i
        for c in role.children
        if c.dep_ in ("relcl", "acl", "appos", "conj", "cc", "punct") and c.i > role.i
        for t in (c.subtree if c.dep_ != "punct" else [c])
    }
    end = before.i if before is not None and before.i > role.i else len(role.doc)
    tokens = [t for t in role.subtree if t.i not in clause and t.i < end and not _is_age(t)]
    tokens = [t for t in tokens if t.i > role.i or t.lower_ not in english().evaluative]
    while tokens and (
        tokens[0].dep_ in ("det", "advmod", "case")
        or tokens[0].tag_ == "PRP$"
        or tokens[0].is_punct
    ):
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct and tokens[-1].text not in (")", "”", '"'):
        tokens = tokens[:-1]
    return role.doc[tokens[0].i : tokens[-1].i + 1].text if tokens else ""


def state_in(role: str) -> str | None:
    for word in role.split():
        code = state_code(word)
        if code is not None:
            return code
    return None
