"""Sanctions eased: "ease sanctions on exports", "the removal of additional sanctions"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.frames import Form, Frame
from habeas.claims.grammar import (
    agent,
    child,
    children,
    clause_head,
    coordinated,
    is_verb,
    phrase_head,
    prepositional_objects,
    undergoers,
)
from habeas.claims.lexicon import english
from habeas.model.claims import Act

_RESTRICTIONS = frozenset({"restriction", "ban", "freeze", "measure", "embargo", "penalty"})
_RESTRICTED = frozenset(
    {
        "trade",
        "economic",
        "travel",
        "export",
        "import",
        "visa",
        "port",
        "financial",
        "banking",
        "trading",
        "bond",
        "sovereign",
        "secondary",
        "energy",
        "mining",
        "credit",
        "aviation",
        "sectoral",
        "asset",
        "sanction",
        "punitive",
        "oil",
        "flight",
    }
)


def find_easing(token: Token) -> Frame | None:
    """The frame of a verb or noun that eases sanctions, else None."""
    words = english().acts[Act.EASE_SANCTIONS]
    lemma = token.lemma_.lower()
    if is_verb(token) and lemma in words.verbs and token.dep_ not in ("amod", "acl"):
        things = [t for t in undergoers(token) if is_sanction(t)]
        form = Form.CLAUSE
        clause = token
        doer = agent(token)
    elif token.pos_ == "NOUN" and lemma in words.nouns:
        heads = prepositional_objects(token, "of", "from", "to") + children(
            token, "compound", "nmod"
        )
        things = [t for head in heads for t in coordinated(head) if is_sanction(t)]
        form = Form.NOUN
        clause = clause_head(phrase_head(token).head)
        by = child(token, "agent")
        doer = child(by, "pobj") if by is not None else None
    else:
        return None
    if not things:
        return None
    return Frame(
        act=Act.EASE_SANCTIONS, trigger=token, clause=clause, form=form, agent=doer, thing=things[0]
    )


def is_sanction(token: Token) -> bool:
    """True for sanctions, and for restrictions that are said to be on trade and the like."""
    lemma = token.lemma_.lower()
    if lemma in english().words["sanctions"]:
        return True
    if lemma not in _RESTRICTIONS:
        return False
    described = {t.lemma_.lower() for t in token.subtree}
    return bool(described & _RESTRICTED)
