"""What is withheld: "has not specified the criteria", "refused to publish its list"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.frames import Form, Frame
from habeas.claims.english.grammar import (
    antecedent,
    child,
    children,
    is_negated,
    is_passive,
    is_relative,
    is_verb,
    subject,
)
from habeas.claims.english.lexicon import english
from habeas.model.claims import Act


def find_withholding(token: Token) -> Frame | None:
    """The frame of a verb by which something is not told, else None."""
    if not is_verb(token):
        return None
    if _is_not_made_public(token):
        thing = subject(token)
        return _frame(token, thing, None) if thing is not None and thing.pos_ == "NOUN" else None
    if not _leaves_untold(token):
        return None
    if is_passive(token):
        thing = subject(token)
        if thing is None or not _is_information(thing):
            return None
        by = child(token, "agent")
        return _frame(token, thing, child(by, "pobj") if by is not None else None)
    thing = _untold(token)
    return _frame(token, thing, subject(token)) if thing is not None else None


def is_question(clause: Token) -> bool:
    """True for a clause that asks ("how many are still held", "whether …"): it claims nothing."""
    if clause.dep_ not in ("ccomp", "pcomp", "xcomp"):
        return False
    opening = clause.doc[clause.left_edge.i : clause.i + 1][:3]
    return any(t.lower_ in english().words["asking"] for t in opening)


def _leaves_untold(verb: Token) -> bool:
    words = english().words
    if verb.lemma_ in words["concealing"]:
        return verb.lemma_ in ("withhold", "conceal", "hide")
    if verb.lemma_ not in words["telling"]:
        return False
    refused = verb.dep_ == "xcomp" and (verb.head.lemma_ in words["refusing"] or _is_yet_to(verb))
    without = verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    return refused or without or is_negated(verb)


def _is_yet_to(verb: Token) -> bool:
    """ "has yet to publish the list"."""
    above = verb.head
    return above.lemma_ in ("have", "be") and any(t.lower_ == "yet" for t in above.children)


def _untold(verb: Token) -> Token | None:
    for thing in children(verb, "dobj"):
        if _is_information(thing):
            return thing
        if is_relative(thing) and verb.lemma_ in ("name", "identify"):
            return antecedent(thing)
        if thing.lower_ in ("them", "him", "her", "any") and verb.lemma_ in ("name", "identify"):
            return thing
    for clause in children(verb, "ccomp", "advcl"):
        if is_question(clause) or _asks(clause):
            return clause
    return None


def _asks(clause: Token) -> bool:
    """ "did not say when the transfer would take place", hung under the verb as an adverbial."""
    first = clause.left_edge
    return clause.dep_ == "advcl" and first.lower_ in ("when", "where", "why", "how", "whether")


def _is_information(token: Token) -> bool:
    lemmas = {token.lemma_.lower(), token.lower_}
    return bool(lemmas & english().words["information"]) or (
        token.lemma_ == "text" and token.pos_ == "NOUN"
    )


def _is_not_made_public(verb: Token) -> bool:
    public = [
        t for t in verb.children if t.lower_ == "public" and t.dep_ in ("oprd", "acomp", "ccomp")
    ]
    return bool(public) and verb.lemma_ in ("make", "be") and is_negated(verb)


def _frame(verb: Token, thing: Token, by: Token | None) -> Frame:
    return Frame(
        act=Act.WITHHOLD, trigger=verb, clause=verb, form=Form.CLAUSE, agent=by, thing=thing
    )
